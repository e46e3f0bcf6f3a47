"""What is found in an article does not depend on how its words and marks were typed."""

from collections.abc import Callable

import pytest

from pipeline.annotate.annotator import Annotator, load_annotator
from pipeline.annotate.evened import evened
from pipeline.records import AnnotatedArticle, CleanArticle, Metadata

TITLE = "Ferry to the islands may sail twice a day"
BODY = (
    'The harbour master, Ilse Corran, said on Tuesday: "We have the crew, and we have the boat."',
    '"It is about time," said Tom Hallis, who runs the shop on Inner Farra. "People here have '
    'asked for ten years." He hopes that the first boat will leave in May.',
    'Corran told the council that the fare "would not rise before the summer," and that the old '
    "boat would be sold.",
)
TEXT = "\n\n".join((TITLE, *BODY))


def _article(text: str) -> CleanArticle:
    end = text.index("\n")
    return CleanArticle("a" * 16, "a.txt", text, end, Metadata(published="2024-03-07"))


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return load_annotator()


def _told(found: AnnotatedArticle) -> list[tuple[object, ...]]:
    """Who said how many words when, and the letters of cue and content."""
    text = found.article.text

    def letters(spans: tuple[tuple[int, int], ...]) -> str:
        return "".join(c for start, end in spans for c in text[start:end] if c.isalnum())

    return [
        (q.speaker.name, q.said_on.date, q.kind, letters(q.cue), letters(q.content))
        for q in found.quotations
    ]


@pytest.mark.parametrize(
    "typed",
    [
        lambda text: text.replace(". ", ".  ").replace(" said", "   said"),
        lambda text: text.replace('," ', ',"').replace('." ', '."'),
        lambda text: text.replace(': "', ':"'),
        lambda text: text.replace(' "', " ``").replace('\n"', "\n``").replace('"', "''"),
        lambda text: text.replace(' "', " «").replace('\n"', "\n«").replace('"', "»"),
        lambda text: text.replace('"', "＂"),
        lambda text: text.replace(' "', " „").replace('\n"', "\n„").replace('"', "“"),
    ],
    ids=["wide", "none behind", "none before", "latex", "angles", "full width", "low"],
)
def test_rows_are_the_same_however_it_is_typed(
    annotator: Annotator, typed: Callable[[str], str]
) -> None:
    even = _told(annotator.annotate(_article(TEXT)))
    assert [name for name, *_ in even] == ["Ilse Corran", "Tom Hallis", "Tom Hallis", "Ilse Corran"]
    uneven = typed(TEXT)
    assert uneven != TEXT
    assert _told(annotator.annotate(_article(uneven))) == even


def test_what_was_found_stands_in_the_text_as_it_was_written(annotator: Annotator) -> None:
    text = TEXT.replace(". ", ".  ").replace(',"', ",”").replace(' "', " «")
    found = annotator.annotate(_article(text))
    assert found.article.text == text
    (first, *_), last = found.quotations, found.quotations[-1]
    assert [text[start:end] for start, end in first.content] == [
        '«We have the crew, and we have the boat."'
    ]
    assert text[slice(*last.source[0])] == last.speaker.text == "Corran"
    assert (last.speaker.start, last.speaker.end) == last.source[0]
    assert {text[m.start : m.end] for m in found.entities} >= {"Ilse Corran", "Inner Farra"}


def test_the_title_ends_where_it_ends() -> None:
    typed = evened(_article(TEXT.replace(" ", "  ")))
    assert typed.article.text == TEXT
    assert typed.article.title_end == len(TITLE)


def test_an_even_text_is_read_as_it_is() -> None:
    article = _article(TEXT)
    assert evened(article).article is article


def test_marks_that_quote_nothing_are_left_alone() -> None:
    for text in ('A\n\nA 5" by 7" frame of 2" wood.', 'A\n\nThe tag <a="b" c="d"> was there.'):
        assert evened(_article(text)).article.text == text
