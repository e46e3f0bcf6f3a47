"""The day on which an interview in questions and answers was held dates all of its turns."""

from __future__ import annotations

import pytest

from tests.annotate.test_when_carried import dates

LABELLED = (
    "\n\n{s:Q}{q::} {c:Did you ever think of leaving the boat?}/"
    "\n\n{s:A}{q::} {c:I did. In 2012 I packed my bag, and then I stayed.}/"
    "\n\n{s:Q}{q::} {c:And your crew?}/"
    "\n\n{s:A}{q::} {c:They stayed, too.}/"
)
BARE = (
    "\n\n{c:Did you ever think of leaving the boat?}/"
    "\n\n{c:I did. In 2012 I packed my bag, and I had it under the bed for a whole month.}/"
    "\n\n{c:What did you tell the crew?}/"
    "\n\n{c:I told them that I was ill, and they knew as well as I did that I was not.}/"
    "\n\n{c:Would you do it again, if you could?}/"
    "\n\n{c:I think that I would, though I would buy a better bag and take the money with me.}/"
)


@pytest.mark.parametrize("turns", [LABELLED, BARE])
@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("We talked for an hour on a grey morning in February. The interview is condensed.",
         "2021-02"),
        ("I spoke with her by telephone on Monday. Our conversation has been edited.",
         "2021-03-15"),
        ("On Tuesday, I sat down with her at the mill for an interview.", "2021-03-16"),
        ("The interview was recorded at the mill on Tuesday.", "2021-03-16"),
    ],
)  # fmt: skip
def test_the_introduction_dates_all_turns(turns: str, told: str, day: str) -> None:
    found = dates(f"Ada Brooks runs the ferry. {told}{turns}")
    assert set(found) == {(day, "carried")}


def test_the_note_below_dates_them_too() -> None:
    found = dates(f"Ada Brooks runs the ferry.{LABELLED}\n\nThis interview was held on Monday.")
    assert set(found) == {("2021-03-15", "carried")}


@pytest.mark.parametrize(
    "told",
    [
        "She spoke with Mayor Orrin on Monday. This interview has been edited.",
        "We talked about the storm that came on Monday. This interview has been edited.",
        "We first met in February. This interview has been edited.",
        "We will talk again on Monday. This interview has been edited.",
    ],
)
def test_other_days_of_an_introduction_date_none(told: str) -> None:
    found = dates(f"Ada Brooks runs the ferry. {told}{LABELLED}")
    assert {basis for _, basis in found} == {"published"}
