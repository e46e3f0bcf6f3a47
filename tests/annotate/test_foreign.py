"""In other languages than English nothing is found, whatever the model would make of it."""

from pipeline.annotate.annotator import Annotator
from pipeline.annotate.foreign import foreign_paragraphs, without_foreign
from pipeline.records import (
    AnnotatedArticle,
    CleanArticle,
    EntityMention,
    Metadata,
    Quotation,
)

ENGLISH = "The mayor said that the bridge would open in the spring."
GERMAN = "„Die Brücke wird nicht vor dem Winter fertig“, sagte der Bürgermeister."
LAST = "“It will,” said the builder, who had been asked by the paper."
TEXT = "\n\n".join((ENGLISH, GERMAN, LAST))


def test_a_german_article_is_never_read() -> None:
    article = CleanArticle("a" * 16, "a.txt", GERMAN, metadata=Metadata(language="de"))
    unread: Annotator = object.__new__(Annotator)  # has no model that it could ask
    assert unread.annotate(article) == AnnotatedArticle(article)


def test_a_german_paragraph_gives_nothing() -> None:
    start = TEXT.index(GERMAN)
    assert list(foreign_paragraphs(TEXT)) == [(start, start + len(GERMAN))]
    inside, last = start + 1, TEXT.index(LAST)
    found = AnnotatedArticle(
        CleanArticle("a" * 16, "a.txt", TEXT),
        (
            Quotation(((15, 40),)),
            Quotation(((inside, inside + 9),)),
            Quotation(((last, last + 9),)),
            Quotation(((last + 2, last + 4),), nested_in=2),
        ),
        (
            EntityMention(inside, inside + 3, "MISC", "Die"),
            EntityMention(last, last + 3, "MISC", "It"),
        ),
    )
    kept = without_foreign(found)
    assert [quotation.content[0][0] for quotation in kept.quotations] == [15, last, last + 2]
    assert [quotation.nested_in for quotation in kept.quotations] == [None, None, 1]
    assert [mention.start for mention in kept.entities] == [last]
