"""Characters are mended, and nothing that a writer meant is touched."""

import pytest

from pipeline.clean.blocks import split_lines
from pipeline.clean.mending import mend


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("â€œWe wonâ€™t go,â€\x9d she said.", "“We won’t go,” she said."),
        (
            "â€œWe wonâ€™t go,â€ she said of the â€œroadâ€.",
            "“We won’t go,” she said of the “road”.",
        ),
        ("CafÃ© MÃ¼nster", "Café Münster"),
        ("Smith &amp; Daughters", "Smith & Daughters"),
        ("the ﬁrst ﬂoor", "the first floor"),
        ("co\u00adoper\u00adate", "cooperate"),
        ("zero\u200bwidth", "zerowidth"),
        ("\ufeffFirst line", "First line"),
        ("ten\u00a0o’clock", "ten o’clock"),
        ("a\x00b", "ab"),
        ("ten&#13;&#10;o’clock\r\n", "ten  o’clock  "),
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


def test_lines_whose_ends_are_written_out_are_lines() -> None:
    text = "It stays.&#xD;&#xA;&#13;&#10;“It leaks,” she said.&#13;\n&#10;Too late&#33;\n"
    lines = [(line.number, line.gap, line.text) for line in split_lines(text)]
    assert lines == [
        (1, 0, "It stays."), (1, 1, "“It leaks,” she said."), (2, 1, "Too late!"),
    ]  # fmt: skip
