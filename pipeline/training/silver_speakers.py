"""Quotation speakers of PolNeAR, to develop and measure the corpus step on.

PolNeAR marks the words of a source, not who they stand for. A simple resolution within
the article, from its automatic layers, stands in for `pipeline.annotate.speakers.component`: it
keeps the measurement of the corpus step apart from that component's own faults.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.records import Span
from pipeline.training.corpora import corpus_file, read_json_lines

if TYPE_CHECKING:
    import pandas as pd

_TITLE_WORDS = 6
_APPOSITION_WORDS = 12
_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "i", "me", "my", "they", "who"))


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    pos: str
    label: str


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    text: str
    title: str
    label: str


def read_polnear_quotes(part: str = "train", folder: Path | None = None) -> pd.DataFrame:
    """One row an attribution whose source has a name or a pronoun that stands for one.

    Columns: quote_id, article_id (PolNeAR's name of the article), outlet, published,
    speaker, speaker_type, speaker_title, speaker_text, quote, kind, start, end.
    Attributions whose speaker this resolution cannot name keep an empty speaker.
    Raises: CorpusMissing.
    """
    import pandas as pd

    layers = {
        row["name"]: row
        for row in read_json_lines(corpus_file("polnear", f"{part}.corenlp.jsonl.gz", folder))
    }
    rows: list[Any] = []
    for article in read_json_lines(corpus_file("polnear", f"{part}.jsonl.gz", folder)):
        if article["name"] in layers:
            rows.extend(_article_rows(article, layers[article["name"]]))
    return pd.DataFrame(rows)


def read_polnear_people(part: str = "train", folder: Path | None = None) -> pd.DataFrame:
    """article_id, entity and label of the people named in each article. Raises: CorpusMissing."""
    import pandas as pd

    texts = {
        row["name"]: row["text"]
        for row in read_json_lines(corpus_file("polnear", f"{part}.jsonl.gz", folder))
    }
    rows = []
    for layers in read_json_lines(corpus_file("polnear", f"{part}.corenlp.jsonl.gz", folder)):
        sentences = _sentences(layers, texts[layers["name"]])
        people = {n.text for s in sentences for n in _names(s) if n.label == "PERSON"}
        rows += [{"article_id": layers["name"], "entity": p, "label": "PERSON"} for p in people]
    return pd.DataFrame(rows)


def _article_rows(article: Any, layers: Any) -> Iterable[dict[str, Any]]:
    text = article["text"]
    sentences = _sentences(layers, text)
    names = [name for sentence in sentences for name in _names(sentence)]
    full_forms = Counter(n.text for n in names if n.label == "PERSON" and " " in n.text)
    titles: dict[str, Counter[str]] = {}
    for name in names:
        if name.title:
            titles.setdefault(_fullest(name.text, full_forms), Counter())[name.title] += 1
    chains = {tuple(span): chain for chain in layers["coref"] for span in chain}
    for attribution in article["attributions"]:
        source = sorted(tuple(span) for span in attribution["source"])
        content = sorted(tuple(span) for span in attribution["content"])
        if not content:
            continue
        found = _speaker(source, names, chains, text)
        speaker = _fullest(found.text, full_forms) if found else ""
        best_title = titles.get(speaker, Counter()).most_common(1)
        quote = " … ".join(" ".join(text[start:end].split()) for start, end in content)
        yield {
            "quote_id": f"{article['name']}#{attribution['id']}",
            "article_id": article["name"],
            "outlet": article["publisher"],
            "published": article["published"] or "",
            "speaker": speaker,
            "speaker_type": _TYPES.get(found.label, "unknown") if found else "unknown",
            "speaker_title": best_title[0][0] if best_title else "",
            "speaker_text": " ".join(text[start:end] for start, end in source),
            "quote": quote,
            "kind": _kind(quote),
            "start": content[0][0],
            "end": content[-1][1],
        }


def _sentences(layers: Any, text: str) -> list[list[_Token]]:
    return [
        [_Token(t[0], t[1], text[t[0] : t[1]], t[3], t[4]) for t in sentence]
        for sentence in layers["sentences"]
    ]


_TYPES = {"PERSON": "person", "ORGANIZATION": "organization"}


def _names(sentence: Sequence[_Token]) -> Iterable[_Name]:
    """Runs of tokens with one label, without a trailing possessive, and their titles."""
    first = 0
    while first < len(sentence):
        label = sentence[first].label
        last = first
        while last + 1 < len(sentence) and sentence[last + 1].label == label:
            last += 1
        if label in _TYPES:
            run = [t for t in sentence[first : last + 1] if t.pos != "POS"]
            words = [t.text.removesuffix("’s").removesuffix("'s") for t in run]
            title = _title(sentence, first, last) if label == "PERSON" else ""
            if run and any(w[:1].isupper() for w in words):
                yield _Name(run[0].start, run[-1].end, " ".join(words), title, label)
        first = last + 1


def _title(sentence: Sequence[_Token], first: int, last: int) -> str:
    before: list[str] = []
    for token in reversed(sentence[max(0, first - _TITLE_WORDS) : first]):
        if token.pos not in {"NNP", "NN", "JJ", "NNPS"} or token.label == "PERSON":
            break
        before.insert(0, token.text)
    if before and any(word[:1].isupper() for word in before):
        return " ".join(before)
    after = sentence[last + 1 : last + 2 + _APPOSITION_WORDS]
    if len(after) > 2 and after[0].text == "," and after[1].text in {"the", "a", "an"}:
        words: list[str] = []
        for token in after[1:]:
            if token.text in {",", "."}:
                return " ".join(words)
            words.append(token.text)
    return ""


def _speaker(
    source: Sequence[Span], names: Sequence[_Name], chains: dict[Span, Any], text: str
) -> _Name | None:
    for start, end in source:
        inside = [n for n in names if start <= n.start and n.end <= end]
        persons = [n for n in inside if n.label == "PERSON"]
        head = text[start : inside[0].start] if inside else ""
        if persons and " of " not in head and " for " not in head:
            return persons[0]
        if inside and not persons:
            return inside[0]
        if text[start:end].lower() in _PRONOUNS:
            chain = [tuple(s) for s in chains.get((start, end), [])]
            named = [
                n
                for n in names
                if n.label == "PERSON" and any(s <= n.start and n.end <= e for s, e in chain)
            ]
            if named:
                return named[0]
    return None


def _fullest(name: str, full_forms: Counter[str]) -> str:
    """The article's full name that a name in parts stands for, if one alone fits."""
    if " " in name:
        return name
    fitting = [full for full in full_forms if name in full.split()]
    return fitting[0] if len(fitting) == 1 else name


def _kind(quote: str) -> str:
    marks = quote.count("“") + quote.count('"')
    if not marks:
        return "indirect"
    return "direct" if quote[:1] in '“"' and quote[-1:] in '”"' else "mixed"
