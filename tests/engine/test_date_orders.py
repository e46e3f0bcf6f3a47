"""Dates in figures that can be read two ways are settled by the corpus's others, or stay open."""

import csv
from pathlib import Path

import pytest

from pipeline.engine.date_orders import settled_orders
from pipeline.store.manifest import DatesInFigures
from tests.running import run

BODY = (
    "The ferry to Marrow Island stops for the winter, the council of Brackwater said on Monday.\n\n"
    "“We can’t run it in ice,” said harbour master Orla Quill, there for {n} years.\n\n"
    "The council expects to lose £{n}0,000, and the islanders a way to the market.\n"
)


def article(stamp: str, number: int) -> str:
    return f"Ferry number {number} stops for the winter\n\n{stamp}\n\n{BODY.format(n=number)}"


def published(outputs: Path) -> dict[str, tuple[str, str]]:
    with (outputs / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["source"]: (row["published"], row["published_basis"]) for row in rows}


def write(corpus: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (corpus / path).parent.mkdir(parents=True, exist_ok=True)
        (corpus / path).write_text(text, encoding="utf-8")


OPEN = {
    "stamp.txt": article("Published 03/04/2020", 1),
    "byline.txt": article("By Ines Thorne | 5/6/2020", 2),
    "page.html": "<html><head><title>Ferry stops</title></head><body><h1>Ferry stops</h1>"
    f"<p>Posted 07/08/2020 7:12</p><p>{BODY.format(n=3)}</p></body></html>",
    "meta.html": "<html><head><title>Ferry rests</title><meta name='date' content='09/10/2020'>"
    f"</head><body><h1>Ferry rests</h1><p>{BODY.format(n=4)}</p></body></html>",
    "09-11-2020 ferry.txt": f"Ferry stops at last\n\n{BODY.format(n=5)}",
    "table.csv": f'title,text,date\nFerry ends,"{BODY.format(n=6)}",10/11/2020\n',
}
DAYS_FIRST = ("2020-04-03", "2020-06-05", "2020-08-07", "2020-10-09", "2020-11-09", "2020-11-10")
MONTHS_FIRST = ("2020-03-04", "2020-05-06", "2020-07-08", "2020-09-10", "2020-09-11", "2020-10-11")
BASES = ("page", "page", "page", "page", "filename", "metadata")


@pytest.mark.parametrize(
    ("stamp", "days"), [("Published 23/04/2020", DAYS_FIRST), ("4/23/2020 7:12 AM", MONTHS_FIRST)]
)
def test_one_date_settles_the_others_wherever_they_stand(
    stamp: str, days: tuple[str, ...], tmp_path: Path
) -> None:
    corpus, outputs = tmp_path / "corpus", tmp_path / "outputs"
    write(corpus, OPEN)
    run(corpus, outputs)
    sources = [*[*OPEN][:-1], "table.csv#1"]
    assert [published(outputs)[source] for source in sources] == [("", "")] * len(OPEN)
    write(corpus, {"other.txt": article(stamp, 9)})
    run(corpus, outputs)
    found = published(outputs)
    assert [found[source] for source in sources] == list(zip(days, BASES, strict=True))
    run(corpus, tmp_path / "anew")
    assert published(tmp_path / "anew") == found
    (corpus / "other.txt").unlink()
    run(corpus, outputs)
    assert published(outputs)["stamp.txt"] == ("", "")


def test_what_an_article_says_of_itself_goes_first(tmp_path: Path) -> None:
    write(
        tmp_path / "corpus",
        {
            "own.txt": article("Published 03/04/2020, updated 23/04/2020", 1),
            "address.txt": "https://bee.example/2020/03/ferry\n\n" + article("03/04/2020", 2),
            "us.txt": article("Published 4/23/2020", 3),
        },
    )
    run(tmp_path / "corpus", tmp_path / "outputs")
    found = published(tmp_path / "outputs")
    assert found["own.txt"][0] == "2020-04-03"
    assert found["address.txt"][0] == "2020-03-04"


def known(source: str, order: str = "", outlet: str = "") -> DatesInFigures:
    return DatesInFigures(source, outlet, order, not order)  # type: ignore[arg-type]


def test_the_nearest_others_decide() -> None:
    dates = [
        known("a/1.txt", "dmy", "Bee"),
        known("b/2.txt", "mdy", "Wasp"),
        known("b/open.txt", outlet="bee"),
        known("b/other.txt"),
        known("c/elsewhere.txt"),
    ]
    assert settled_orders(dates) == {"b/open.txt": "dmy", "b/other.txt": "mdy"}


def test_others_that_disagree_settle_nothing() -> None:
    dates = [known("1.txt", "dmy"), known("2.txt", "mdy"), known("open.txt")]
    assert not settled_orders(dates)
