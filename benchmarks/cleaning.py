"""How fast articles are cleaned, beside the annotator on the same processor.

    python -m benchmarks.cleaning [--articles 40]

It prints words a second of the processor's time for cleaning plain text (articles, and
pages with all their menus), for reading and cleaning HTML, and for the annotator on one
thread over the same articles, in turns in one run; then the ratios. A page's words are
those a reader sees, its menus and comments included. Every text is cleaned once in each
round, and what is remembered of lines is forgotten between rounds. Read ratios, not
absolutes: the machine's other work sways them all alike.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import time
from collections.abc import Callable, Sequence

from pipeline.annotate import load_annotator
from pipeline.clean import clean
from pipeline.clean.looks import forget_lines
from pipeline.ingest.decode import decode_bytes
from pipeline.ingest.plain import page_article
from pipeline.records import Article
from pipeline.training.cleaning_sources import read_pages
from pipeline.training.corpora import corpora_folder, read_polnear

ROUNDS = 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=40)
    given = parser.parse_args()
    articles = [
        Article("0" * 16, "a.txt", article.text)
        for article, _ in zip(read_polnear("dev"), range(given.articles), strict=False)
    ]
    real = read_pages(corpora_folder())[: given.articles]
    pages = [Article("0" * 16, "p.txt", page.text) for page in real]
    marked = [gzip.decompress(page.html_path.read_bytes()) for page in real]
    nlp = load_annotator(threads=1).nlp
    texts = [article.text for article in articles]
    # What loads on first use is not the work that is measured.
    _clean_marked(marked[:1])
    nlp(texts[0])

    work: dict[str, tuple[int, Callable[[], object]]] = {
        "articles as text": (_words(texts), lambda: _clean_all(articles)),
        "pages as text": (_words([page.text for page in real]), lambda: _clean_all(pages)),
        "pages as HTML": (_words([page.text for page in real]), lambda: _clean_marked(marked)),
        "annotator": (_words(texts), lambda: [None for _ in nlp.pipe(texts)]),
    }
    rates: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(ROUNDS):
        for name, (words, task) in work.items():
            began = time.process_time()
            task()
            rates[name].append(words / (time.process_time() - began))
    annotator = statistics.median(rates["annotator"])
    for name, measured in rates.items():
        rate = statistics.median(measured)
        print(f"{name:<18}{rate:10,.0f} words a second {rate / annotator:8.1f} times the annotator")


def _clean_all(articles: Sequence[Article]) -> None:
    forget_lines()
    for article in articles:
        clean(article)


def _clean_marked(pages: Sequence[bytes]) -> None:
    forget_lines()
    for page in pages:
        clean(page_article("p.html", page, decode_bytes(page).text))


def _words(texts: Sequence[str]) -> int:
    return sum(len(text.split()) for text in texts)


if __name__ == "__main__":
    main()
