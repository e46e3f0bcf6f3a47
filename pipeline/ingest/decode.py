"""Bytes to text: which encoding, which line ends, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from pipeline.ingest.scripts import encoding_of_script, escaped_encoding, latin_encoding

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_CONTROL_BYTES: Final = bytes(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x1a\x1b\x00"))
_MOST_CONTROL_BYTES = 0.05
_MOST_NUL_BYTES = 0.3
# Above this share of letters outside ASCII no Western language is likely.
_WESTERN_HIGH_SHARE = 0.25
_SINGLE_BYTE: Final = ("cp1252", "mac_roman", "cp1250")

_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset\s*=\s*["']?|<\?xml[^>]{0,100}?encoding\s*=\s*["'])"""
    rb"""([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_LINE_END = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ODD = re.compile(
    # what no language writes inside a word: a capital after a small letter, a symbol
    # between letters, a control character
    r"[a-zß-öø-ÿ][À-ÖØ-ÞŠŒŽŸ]|"
    r"(?<=[^\W\d_])[¡-©«-¹»-¿×÷√∫≈∆Ωπ∑∏∂◊†‡‰ƒˆ˜¸˝˛˚˙˘¯•‚„‹›](?=[^\W\d_])"
    r"|[À-ÖØ-Þ](?=[^\w\s]|\s|$)(?<![A-ZÀ-ÖØ-Þ].)|[\x80-\x9f]"
)


class Decoded(NamedTuple):
    """A text and how it was read."""

    text: str
    encoding: str
    lossy: bool
    """Some bytes had no meaning and stand as U+FFFD."""


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: pictures, programs, encrypted or lost data."""
    sample = data[:_SAMPLE].rstrip(b"\x00")
    if not sample:
        return bool(data)
    if _bom_encoding(sample) or _wide_encoding(sample):
        return False
    control = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return control > 3 + _MOST_CONTROL_BYTES * len(sample) or sample.count(
        0
    ) > _MOST_NUL_BYTES * len(sample)


def decode_bytes(data: bytes, *, declared: str = "", forced: str = "") -> Decoded:
    """Decode a text of unknown encoding.

    Byte-order mark, then UTF-16 by its zero bytes, then strict UTF-8, then what the text
    declares, then the Western one-byte encodings by which leaves no impossible words,
    then those of other scripts by their commonest letters, then charset-normalizer.

    Args:
        data: The raw bytes.
        declared: Encoding a protocol names (HTTP header, mail part); an HTML page's own
            `<meta charset>` is read from the bytes.
        forced: Encoding the user says all texts have; nothing is guessed then.

    Returns:
        The text with line ends folded to `\\n` and control characters dropped.
    """
    if forced:
        return _decoded(data, forced)
    if encoding := _bom_encoding(data):
        return _decoded(data, encoding)
    if encoding := _wide_encoding(data):
        return _decoded(data, encoding)
    if b"\x00" in data:
        data = data.replace(b"\x00", b"")
    if (encoding := escaped_encoding(data)) and (strict := _strict(data, encoding)):
        return strict
    if strict := _strict(data, "utf-8"):
        return strict
    if mixed := _mostly_utf8(data):
        return mixed
    declared = _usable(declared) or _usable(_declared_in_page(data))
    if declared and (strict := _strict(data, declared)):
        return strict
    return _decoded(data, _guess(data))


def fold_text(text: str) -> str:
    """Line ends to `\\n`, control characters and halves of surrogate pairs out of a text."""
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff").replace("\r\n", "\n"))
    text = _UNWANTED.sub("", text)
    if not _SURROGATE.search(text):
        return text
    # pairs that stand apart in escaped JSON are joined, halves become U+FFFD
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _bom_encoding(data: bytes) -> str:
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), "")


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: the zero bytes of spaces and line ends all on one side."""
    sample = data[: _SAMPLE & ~1]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if len(sample) < 4 or max(odd, even) < max(2, len(sample) // 100):
        return ""
    if min(odd, even) * 50 > max(odd, even):
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = sample[: len(sample) & ~1].decode(encoding, "replace")
    lost = text.count("\ufffd") + sum(ch < " " and ch not in "\t\n\r\f\v" for ch in text)
    return encoding if lost * 50 <= len(text) else ""


def _declared_in_page(data: bytes) -> str:
    match = _DECLARED.search(data[:4096])
    return match[1].decode("ascii") if match else ""


def _usable(encoding: str) -> str:
    """A declared encoding as browsers take it; empty if unknown."""
    try:
        name = codecs.lookup(encoding.strip("\"' ")).name
    except (LookupError, ValueError):
        return ""
    if name in ("ascii", "iso8859-1"):
        return "cp1252"
    # a page that can be read as ASCII to find its declaration is not in UTF-16
    return "" if name.startswith(("utf-8", "utf-16", "utf-32", "utf-7")) else name


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(fold_text(data.decode(encoding)), encoding, False)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _decoded(data: bytes, encoding: str) -> Decoded:
    if encoding in ("cp1252", "utf-8") and (strict := _strict(data, encoding)):
        return strict
    errors = "cp1252_byte" if encoding == "cp1252" else "replace"
    text = data.decode(encoding, errors)
    return Decoded(fold_text(text), encoding, "\ufffd" in text)


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few stray bytes, as pages have that were pasted from two sources."""
    read = sum(character > "\x7f" for character in data.decode("utf-8", "ignore"))
    lost = data.decode("utf-8", "replace").count("\ufffd")
    if lost * 2 > read:
        return None
    return Decoded(fold_text(data.decode("utf-8", "cp1252_byte")), "utf-8", False)


def _cp1252_byte(error: UnicodeError) -> tuple[str, int]:
    """Error handler: a byte that the encoding cannot read is taken as cp1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    lost = error.object[error.start : error.end]
    return lost.decode("cp1252", "replace"), error.end


codecs.register_error("cp1252_byte", _cp1252_byte)


def _guess(data: bytes) -> str:
    sample = data[: 4 * _SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)
    letters = high + sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    if high <= _WESTERN_HIGH_SHARE * letters:
        if encoding := latin_encoding(sample):
            return encoding
        oddness = {name: len(_ODD.findall(sample.decode(name, "replace"))) for name in _SINGLE_BYTE}
        best = min(_SINGLE_BYTE, key=lambda name: oddness[name])
        if oddness["cp1252"] * 10 <= high:
            return "cp1252"
        if oddness[best] * 20 <= high:
            return best
    if encoding := encoding_of_script(sample):
        return encoding
    # loads its language tables, which most corpora never need
    from charset_normalizer import from_bytes

    match = from_bytes(sample).best()
    return match.encoding if match else "cp1252"
