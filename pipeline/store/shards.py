"""Shards: a batch of records as one Parquet file, with the types of `pipeline.records`.

The Arrow schema follows from the dataclass, so that a field added there is stored too.
"""

from __future__ import annotations

import types
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pydantic import TypeAdapter

from pipeline.errors import DamagedShard
from pipeline.files import read_whole, write_whole
from pipeline.records import EntityMention, Problem, Quotation

Record = TypeVar("Record")

_ATOMS: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
}
_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the model found in one article: AnnotatedArticle less the article itself."""

    source: str
    key: str
    """Of the article as the annotator saw it; see `fingerprints.content_key`."""
    quotations: tuple[Quotation, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    problems: tuple[Problem, ...] = ()


def write_shard(path: Path, kind: type[Record], records: Sequence[Record]) -> str:
    """Write records of one dataclass to `path`, by rename; return the file's checksum."""
    plain = [_adapter(kind).dump_python(record) for record in records]
    return write_table(path, pa.Table.from_pylist(plain, schema=arrow_schema(kind)))


def write_table(path: Path, table: pa.Table) -> str:
    """Write a Parquet file by rename; return its checksum."""
    buffer = pa.BufferOutputStream()
    pq.write_table(table, buffer, compression="zstd", write_page_checksum=True)
    return write_whole(path, memoryview(buffer.getvalue()))


def read_shard(
    path: Path, kind: type[Record], expected: str = "", *, sources: Collection[str] | None = None
) -> Iterator[Record]:
    """Yield the records of a shard in the order they were written.

    expected: the file's checksum when it was written, if it is known.
    sources: of the records that are wanted, of kinds that have one; None: all.
    Raises DamagedShard if the file is not what was written.
    """
    adapter = _adapter(kind)
    data = read_whole(path, expected)
    try:
        table = pq.read_table(pa.BufferReader(data), page_checksum_verification=True)
    except (OSError, pa.ArrowException) as error:
        raise DamagedShard(path, str(error)) from error
    if sources is not None:
        wanted = pa.array(sorted(sources), pa.string())
        table = table.filter(pc.is_in(table["source"], value_set=wanted))
    for row in table.to_pylist():
        yield adapter.validate_python(row)


def arrow_schema(kind: type[Any]) -> pa.Schema:
    """The Arrow schema of a dataclass."""
    hints = get_type_hints(kind)
    return pa.schema([(field.name, _arrow_type(hints[field.name])) for field in fields(kind)])


def _adapter(kind: type[Record]) -> TypeAdapter[Record]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def _arrow_type(hint: Any) -> pa.DataType:
    if hint in _ATOMS:
        return _ATOMS[hint]
    if is_dataclass(hint):
        return pa.struct(list(arrow_schema(hint)))  # type: ignore[arg-type]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_arrow_type(arguments[0]))
    if origin in (Union, types.UnionType):
        return _arrow_type(next(a for a in arguments if a is not type(None)))
    raise TypeError(f"no Arrow type for {hint!r}")
