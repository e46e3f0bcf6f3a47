"""Characters are mended, and nothing that a writer meant is touched."""

import pytest

from pipeline.clean.mending import mend


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("â€œWe wonâ€™t go,â€\x9d she said.", "“We won’t go,” she said."),
        ("CafÃ© MÃ¼nster", "Café Münster"),
        ("Smith &amp; Daughters", "Smith & Daughters"),
        ("the ﬁrst ﬂoor", "the first floor"),
        ("co\u00adoper\u00adate", "cooperate"),
        ("zero\u200bwidth", "zerowidth"),
        ("\ufeffFirst line", "First line"),
        ("ten\u00a0o’clock", "ten o’clock"),
        ("a\x00b", "ab"),
    ],
)
def test_mended(broken: str, mended: str) -> None:
    assert mend(broken) == mended


@pytest.mark.parametrize(
    "line",
    [
        "“Curly” and ‘single’ and \"straight\" and 'single' marks",
        "Łódź, Århus, Île-de-France — São Paulo…",
        "Токио и Москва, 東京, القاهرة",
        "AT&T and R&D",
        "🏳️‍🌈 and 👩‍🚒",
    ],
)
def test_left_alone(line: str) -> None:
    assert mend(line) == line
