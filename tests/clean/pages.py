"""Small pages of our own, and how to clean them."""

from __future__ import annotations

from pipeline.clean import clean
from pipeline.records import Article, CleanArticle, Metadata

TITLE = "Council votes to keep the night ferry"
BODY = (
    "The island council voted 6-3 on Thursday to keep the night ferry for two more years, after "
    "residents filled the hall and the stairs outside it.",
    "“My daughter was born on that boat,” said Maren Holt, who runs the bakery at the landing. "
    "“You don’t close a thing like that with a spreadsheet.”",
    "The company that runs the ferry says it loses 190,000 a year on the route. Its director, "
    "Pavel Brandt, told the council that he would not ask for more money before the spring.",
    "According to the harbour office, the ferry carried 11,400 people last year, a third of them "
    "on their way to the hospital on the mainland.",
    "The vote is final. The first boat of the new contract leaves on 1 May at 11:40 p.m.",
)


def cleaned(text: str, metadata: Metadata | None = None, source: str = "page.txt") -> CleanArticle:
    """The page, cleaned."""
    return clean(Article("0" * 16, source, text, metadata or Metadata()))


def page(*parts: str) -> str:
    """Lines with a blank one between them."""
    return "\n\n".join(parts) + "\n"


def removed(article: CleanArticle) -> dict[str, str]:
    """Text of each line taken out, and the reason."""
    return {line.text: line.reason for line in article.removed}
