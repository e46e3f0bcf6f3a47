"""Where text stands inside quotation marks, damaged ones included."""

from __future__ import annotations

import pytest

from pipeline.annotate.text.marks import quoted_spans
from tests.annotate.test_completion import completed, found


def quoted(text: str) -> list[str]:
    """The outer quotations of a text."""
    return [text[span.start : span.end] for span in quoted_spans(text) if span.depth == 1]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("“It holds,” she said. “It will.”", ["“It holds,”", "“It will.”"]),
        ('“It holds." The lock opened in May.', ['“It holds."']),
        ('“It holds. " The lock opened in May.', ['“It holds. "']),
        ("‘‘It holds,’’ she said.", ["‘‘It holds,’’"]),
        ("``It holds,'' she said.", ["``It holds,''"]),
        ("“The children ‘n their dogs’ bowls.", ["“The children ‘n their dogs’ bowls."]),
    ],
)
def test_marks_of_any_kind_open_and_close(text: str, spans: list[str]) -> None:
    assert quoted(text) == spans


def test_two_single_marks_close_an_inner_quotation_and_its_outer_one() -> None:
    assert quoted("‘She said ‘no’’ and left.") == ["‘She said ‘no’’"]


def test_a_mark_that_opens_nothing_is_no_quotation() -> None:
    assert quoted("She left. “") == []


class TestSpeechOverParagraphs:
    SPEECH = "‘They knew it. They never do.\n\n‘I am too old to wait.\n\n‘Nobody asked me.’"

    def test_single_marks_open_each_paragraph_and_the_last_one_closes(self) -> None:
        assert quoted(self.SPEECH) == self.SPEECH.split("\n\n")

    def test_a_speech_may_begin_behind_its_attribution(self) -> None:
        assert quoted(f"‘It holds,’ said Ada. {self.SPEECH}")[0:2] == [
            *("‘It holds,’", "‘They knew it. They never do.")
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "She was born in the ‘60s.\n\n‘We lost,’ she said.",
            "He loves ‘Em all.\n\n‘We lost,’ she said.",
            "‘Twas cold, and nobody came\n\n‘We lost,’ she said.",
            "It was late. 'We lost, she said.\n\nNobody came.",
        ],
    )
    def test_an_apostrophe_opens_no_speech(self, text: str) -> None:
        assert all(text.startswith("‘We lost,’", text.index(words)) for words in quoted(text))


class TestLostOpening:
    TEXT = "The lock must stay. It helps us all greatly;” Ines added on Monday."
    SPOKEN = "The lock must stay. It helps us all greatly;”"

    def test_all_up_to_the_attribution_is_quoted(self) -> None:
        assert quoted(self.TEXT) == [self.SPOKEN]

    def test_the_statement_is_all_that_is_quoted(self) -> None:
        half = found(self.TEXT, "It helps us all greatly;", "added", "Ines")
        assert [row[2] for row in completed(self.TEXT, half)] == [self.SPOKEN]

    def test_the_end_of_a_speech_left_open_above_is_quoted(self) -> None:
        text = "“The lock must stay.\n\nIt helps us all more than any of you know.”"
        assert quoted(text) == text.split("\n\n")

    def test_more_may_be_quoted_behind_the_end_of_a_speech(self) -> None:
        end = "It helps us all more than any of you know.”"
        text = f"“The lock must stay.\n\n{end} Ada said: “It leaks.”"
        assert quoted(text) == ["“The lock must stay.", end, "“It leaks.”"]

    def test_who_is_quoted_above_is_not(self) -> None:
        assert quoted("“The lock must stay.\n\nAda Brome, engineer.”") == ["“The lock must stay."]

    @pytest.mark.parametrize(
        "text",
        [
            'The board is 6" long, he said.',
            "The lock must stay.” It was Monday, he said.",
            "He called it a “fair day. It helps;” he added.",
            "It helps us all.”",
        ],
    )
    def test_any_other_lone_mark_quotes_nothing_from_the_start(self, text: str) -> None:
        assert all(not text.startswith(words) for words in quoted(text))


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("'We hear the residents' fears,' she said.", ["'We hear the residents' fears,'"]),
        (
            "‘The crews’ and the cooks’ pay is low,’ he said.",
            ["‘The crews’ and the cooks’ pay is low,’"],
        ),
        ("He sang in 'the cats' and 'the dogs'.", ["'the cats'", "'the dogs'"]),
    ],
)
def test_a_plurals_apostrophe_closes_nothing(text: str, spans: list[str]) -> None:
    assert [text[span.start : span.end] for span in quoted_spans(text)] == spans
