"""Question and answer, and the verbs of one sentence, are of one day."""

from __future__ import annotations

from pipeline.annotate.dating.component import When
from pipeline.annotate.speakers.component import Speakers
from tests.annotate.marked_article import article

MONDAY, THURSDAY = "2021-03-15", "2021-03-18"
SAID = "{s:{PERSON:Abe Orrin}} {c:said} on Monday {q:it sails}.|\n\n"
ASKED = "“{q:Does it leak?}” {s:{PERSON:Vesna Holm}} {c:asked}{}.|\n\n"
REPLIED = "“{q:No},” {s:{PERSON:Orrin}} {c:replied}."


def dates(marked: str) -> list[tuple[str, str]]:
    """(date, basis) of each statement of a text, marked as for `article`."""
    doc = Speakers()(article(marked, title="An old quay"))
    doc._.published = THURSDAY
    return [(each.said_on.date, each.said_on.basis) for each in When()(doc)._.quotations]


def test_a_question_between_two_answers_has_their_day() -> None:
    asked = ASKED.replace("{}", "")
    assert dates(f"{SAID}{asked}{REPLIED}")[1:] == [(MONDAY, "carried"), (MONDAY, "carried")]


def test_the_answer_has_the_day_of_the_question() -> None:
    asked = ASKED.replace("{}", " {PERSON:Orrin} on Monday")
    assert dates(f"{asked}{REPLIED}") == [(MONDAY, "stated"), (MONDAY, "carried")]


def test_the_last_occasion_counts_at_which_somebody_was_asked() -> None:
    asked = "At a hearing earlier this month, {PERSON:Orrin} {c:was asked about} {q:the mill}.|\n\n"
    assert dates(f"{SAID}{asked}{REPLIED}")[1:] == [("2021-03", "stated"), ("2021-03", "carried")]


def test_what_somebody_else_says_is_no_answer() -> None:
    asked = ASKED.replace("{}", " {PERSON:Ada Brooks} on Monday")
    assert dates(f"It rained on Tuesday.\n\n{asked}{REPLIED}")[1] == (THURSDAY, "published")


def test_a_participle_dates_what_it_tells_more_of() -> None:
    found = dates(
        "{s:{PERSON:Abe Orrin}} {c:has praised} {q:the quay},| {c:telling} the crew on Monday "
        "{q:it sails}."
    )
    assert found == [(MONDAY, "stated"), (MONDAY, "stated")]
