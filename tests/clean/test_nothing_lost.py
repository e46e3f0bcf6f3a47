"""Whatever the input, each of its lines is kept or accounted for, exactly once."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean.blocks import split_lines
from tests.clean.pages import BODY, TITLE, cleaned

LINES = st.one_of(
    st.sampled_from(
        (
            *BODY,
            TITLE,
            "",
            "   ",
            "Share this:",
            "3 Comments",
            "Jo Miller says:",
            "March 3, 2012 at 4:15 pm",
            "Great post!!",
            "Photo: Lea Dahl/Getty Images",
            "By Ada Quist",
            "© 2021",
            "* * *",
        )
    ),
    st.text(max_size=60).map(lambda text: re.sub(r"[\r\n]", " ", text)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_each_line_is_kept_or_removed(lines: list[str]) -> None:
    article = cleaned("\n".join(lines))
    seen = split_lines("\n".join(lines))
    removed = [line.line for line in article.removed]
    assert len(set(removed)) == len(removed)
    kept = [line.text for line in seen if line.number not in set(removed)]
    assert squeezed("".join(kept)) == squeezed(article.text)
    assert {line.number for line in seen} >= set(removed)
    assert article.text[: article.title_end] in ("", article.text.split("\n\n")[0])


def squeezed(text: str) -> str:
    """The text without white space, and without the hyphens that joining lines may drop."""
    return re.sub(r"[\s-]", "", text)


@pytest.mark.parametrize(
    "line",
    [
        "1" * 20_000,
        "a " * 10_000,
        "(" * 20_000,
        "share " * 5_000,
        "1 2 3 " * 5_000,
        "- " * 10_000,
        "“" * 20_000,
        "views " * 60,
        "1," * 150,
        "reply 1 " * 39,
        "more " * 60,
        "is a " * 60,
        "Jan " * 75,
        "¤" * 300,
    ],
)
def test_no_line_takes_long(line: str) -> None:
    started = time.process_time()
    cleaned("\n".join([TITLE, *BODY, *[line + str(number) for number in range(20)]]))
    assert time.process_time() - started < 2
