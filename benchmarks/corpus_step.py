"""Time and memory of the corpus step on made-up tables of any size.

    python benchmarks/corpus_step.py 100000

The rows have the shape of news: 24 statements an article by a skewed choice of speakers,
named in full, with a middle initial, by surname alone or with a slip of the pen; words
half function words, half drawn by Zipf's law; a tenth of the statements repeats an earlier
one, whole or in part.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from pipeline.tables.duplicates import duplicates
from pipeline.tables.people import link_speakers
from pipeline.tables.same_quotes import same_quotes
from pipeline.tables.word_lists import words as function_words

_STATEMENTS = 24
_REPEATED = 0.1
_VOCABULARY = 60_000
_TOP = 59_000
_WORDS_OF_STATEMENT = (6, 34)
_WORDS_OF_ARTICLE = 600
_SYLLABLES = [c + v + e for c in "bdfgklmnprst" for v in "aeiou" for e in ("", "l", "n", "r")]


def made_up_words(count: int, rng: np.random.Generator) -> np.ndarray:
    """Distinct pronounceable words, after the function words that real text is full of."""
    words: dict[str, None] = dict.fromkeys(sorted(function_words("function words")))
    while len(words) < count:
        picked = rng.choice(_SYLLABLES, size=(count, 3))
        words.update(dict.fromkeys("".join(row) for row in picked))
    return np.array(list(words)[:count], dtype=object)


def draw_words(count: int, rng: np.random.Generator) -> np.ndarray:
    """Numbers of words: half of them function words, as in news, the others by Zipf's law."""
    function = len(function_words("function words"))
    content = function + np.minimum(
        np.minimum(rng.zipf(1.2, count), _TOP) * rng.integers(1, 40, count), _TOP
    )
    drawn: np.ndarray = np.where(rng.random(count) < 0.5, rng.integers(0, function, count), content)
    return drawn


def quotes_table(articles: int, rng: np.random.Generator) -> pd.DataFrame:
    """Rows like those of quotes.csv."""
    vocabulary = made_up_words(_VOCABULARY, rng)
    rows = articles * _STATEMENTS
    people = max(50, articles // 2)
    given = [w.title() for w in vocabulary[1000:1400]]
    surnames = [w.title() for w in vocabulary[1400 : 1400 + max(people // 2, 300)]]
    names = [
        (given[g], surnames[s % len(surnames)])
        for g, s in zip(rng.integers(0, 400, people), rng.integers(0, 1 << 30, people), strict=True)
    ]
    chosen = np.minimum(rng.zipf(1.2, rows) - 1, people - 1)
    forms = rng.random(rows)
    speakers = [_written(*names[p], f) for p, f in zip(chosen, forms, strict=True)]
    lengths = rng.integers(*_WORDS_OF_STATEMENT, rows)
    drawn = draw_words(int(lengths.sum()), rng)
    ends = np.cumsum(lengths)
    texts: list[str] = []
    repeated = rng.random(rows) < _REPEATED
    for i in range(rows):
        if repeated[i] and i > 100:
            source = int(rng.integers(0, i))
            words = texts[source].split()
            chosen[i], speakers[i] = chosen[source], speakers[source]
            texts.append(" ".join(words[: max(5, len(words) - int(rng.integers(0, 8)))]))
        else:
            texts.append(" ".join(vocabulary[drawn[ends[i] - lengths[i] : ends[i]]]))
    article = np.repeat(np.arange(articles), _STATEMENTS)
    return pd.DataFrame(
        {
            "quote_id": [f"{i:016x}" for i in range(rows)],
            "article_id": [f"{a:016x}" for a in article],
            "outlet": [f"outlet {a % 40}" for a in article],
            "published": [f"2021-{a % 12 + 1:02}-{a % 28 + 1:02}" for a in article],
            "speaker": speakers,
            "type": "person",
            "title": [f"role {p % 997}" for p in chosen],
            "text": speakers,
            "kind": "direct",
            "quote": texts,
        }
    )


def articles_table(articles: int, rng: np.random.Generator) -> pd.DataFrame:
    """Rows like those that `duplicates` reads; one article in twenty is a copy."""
    vocabulary = made_up_words(_VOCABULARY, rng)
    texts: list[str] = []
    for i in range(articles):
        if i % 20 == 19:
            texts.append(texts[i - 7])
        else:
            texts.append(" ".join(vocabulary[draw_words(_WORDS_OF_ARTICLE, rng)]))
    return pd.DataFrame(
        {
            "article_id": [f"{i:016x}" for i in range(articles)],
            "published": "2021-03-04",
            "text": texts,
        }
    )


def _written(given: str, surname: str, form: float) -> str:
    if form < 0.6:
        return f"{given} {surname}"
    if form < 0.8:
        return f"{given} Q. {surname}"
    if form < 0.95:
        return surname
    return f"{given} {surname[:2]}{surname[1:]}"


def _timed(name: str, step: Callable[[], Any]) -> Any:
    started, cpu = time.perf_counter(), time.process_time()
    result = step()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(
        f"{name}: {time.perf_counter() - started:.1f} s, {time.process_time() - cpu:.1f} s of CPU, "
        f"peak so far {peak:.2f} GiB",
        flush=True,
    )
    return result


def main() -> None:
    """Run each part once and print what it took."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rng = np.random.default_rng(7)
    quotes = _timed("made-up quotations", lambda: quotes_table(articles, rng))
    linked = _timed(f"speakers of {len(quotes):,} rows", partial(link_speakers, quotes))
    quotes["speaker"], quotes["speaker_id"] = linked["speaker"], linked["speaker_id"]
    groups = _timed("same quotations", partial(same_quotes, quotes))
    print(f"  {quotes['speaker_id'].nunique():,} speakers, {len(groups):,} rows in groups")
    del quotes, linked, groups
    texts = _timed("made-up articles", lambda: articles_table(articles, rng))
    found = _timed("duplicate articles", lambda: duplicates(texts))
    print(f"  {(found != '').sum():,} duplicates")


if __name__ == "__main__":
    main()
