"""From raw text to CSVs, in words a second, beside a rival that does less.

    python -m benchmarks.end_to_end [--articles 300] [--rounds 3] [--workers 2]

The rival is a spaCy pipeline of en_core_web_sm's architecture (tok2vec, tagger, parser, ner)
and textacy's direct_quotations over the same articles, in as many processes. Its weights are
random: it is there for its speed alone. It starts and loads like ours, but reads clean text
and neither cleans nor writes tables. Runs are taken in turns; medians are compared.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.timed_runs import Timed, median_seconds, news, run_of_whosaid, timed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS "
    "PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX `` _SP"
)
_DEPENDENCIES = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj "
    "csubj csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass "
    "nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
)
_ENTITIES = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT "
    "QUANTITY TIME WORK_OF_ART"
)
_EMBEDDING = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
    "rows": [5000, 1000, 2500, 2500, 50, 50],
    "include_static_vectors": False,
    "width": 96,
}
_ENCODING = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "depth": 4,
    "maxout_pieces": 3,
    "width": 96,
    "window_size": 1,
}
_TOK2VEC = {"@architectures": "spacy.Tok2Vec.v2", "embed": _EMBEDDING, "encode": _ENCODING}
_LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}


def main() -> None:
    """Measure and print; or be the rival."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--corpus", type=Path, help="a folder of articles instead of PolNeAR's")
    parser.add_argument("--rival", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--pipeline", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.rival:
        be_the_rival(given.pipeline, given.rival, given.workers)
    else:
        compare(given.corpus, given.articles, given.rounds, given.workers)


def compare(corpus: Path | None, articles: int, rounds: int, workers: int) -> None:
    """Run both in turns and print their medians."""
    os.environ["OMP_NUM_THREADS"] = "1"
    runs: dict[str, list[Timed]] = {"whosaid": [], "spaCy and textacy": []}
    with tempfile.TemporaryDirectory(prefix="whosaid-end-to-end-") as name:
        folder = Path(name)
        texts = news(corpus, articles, folder)
        words = sum(len(file.read_text("utf-8").split()) for file in texts.rglob("*.txt"))
        pipeline = folder / "pipeline"
        rival_pipeline().to_disk(pipeline)
        script = [sys.executable, "-m", "benchmarks.end_to_end", "--workers", str(workers)]
        for number in range(rounds):
            commands = [
                ("whosaid", run_of_whosaid(texts, folder / str(number), workers)),
                (
                    "spaCy and textacy",
                    [*script, "--rival", str(texts), "--pipeline", str(pipeline)],
                ),
            ]
            for who, command in commands if number % 2 == 0 else reversed(commands):
                run = timed(command)
                runs[who].append(run)
                print(f"{who:<18}{run}", flush=True)
    seconds = {who: median_seconds(of) for who, of in runs.items()}
    busy = {who: statistics.median(run.cpu_seconds for run in of) for who, of in runs.items()}
    print(f"{words:,} words, {workers} processes")
    for who in runs:
        print(
            f"{who:<18}{words / seconds[who]:8,.0f} words a second, "
            f"{words / busy[who]:,.0f} a second of processor time"
        )
    ours, rival = runs
    print(
        f"whosaid, with cleaning and tables, is {seconds[rival] / seconds[ours]:.2f} times as "
        f"fast, and {busy[rival] / busy[ours]:.2f} times by processor time"
    )


def rival_pipeline() -> Language:
    """en_core_web_sm's components, with random weights."""
    import spacy
    from thinc.util import fix_random_seed

    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    tagger = nlp.add_pipe("tagger", config={"model": {"tok2vec": _LISTENER}})
    parser = nlp.add_pipe("parser", config={"model": {"tok2vec": _LISTENER}})
    names = nlp.add_pipe("ner", config={"model": {"tok2vec": _TOK2VEC}})
    for component, labels in ((tagger, _TAGS), (parser, _DEPENDENCIES), (names, _ENTITIES)):
        for label in labels.split():
            component.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    return nlp


def be_the_rival(pipeline: Path, articles: Path, workers: int) -> None:
    """Read the articles, annotate them in several processes, print how many quotations."""
    import spacy
    from spacy.language import Language

    Language.component("direct_quotations", func=_note_quotations)
    nlp = spacy.load(pipeline)
    nlp.add_pipe("direct_quotations")
    texts = (file.read_text("utf-8") for file in sorted(articles.rglob("*.txt")))
    found = sum(doc.user_data["quotations"] for doc in nlp.pipe(texts, n_process=workers))
    print(f"{found} quotations")


def _note_quotations(doc: Doc) -> Doc:
    """Count them; an article with an unclosed quotation mark is refused."""
    from textacy.extract import direct_quotations

    try:
        doc.user_data["quotations"] = sum(1 for _ in direct_quotations(doc))
    except ValueError:
        doc.user_data["quotations"] = 0
    return doc


if __name__ == "__main__":
    main()
