"""Speech over several paragraphs and behind an attribution: whose it is."""

from __future__ import annotations

from dataclasses import replace

from pipeline.annotate.quotations.completion import complete
from tests.annotate.test_completion import completed, found

NURSE = (
    "The nurse says she has worked with the ferryman for a year.\n\n"
    "“He knows the river better than the rest of us.\n\n"
    "“He used to row without a lamp. Now he carries two.\n\n"
    "“He learns fast, and he never drinks,” Ines Varga says."
)
PARTS = NURSE.split("\n\n")
LEAD = "she has worked with the ferryman for a year"


class TestOpenParagraphs:
    def test_a_chain_belongs_to_the_attribution_in_its_last_paragraph(self) -> None:
        lead = found(NURSE, [LEAD, *PARTS[1:3]], "says", "The nurse")
        last = found(NURSE, "“He learns fast, and he never drinks,”", "Varga says", "Ines")
        rows = completed(NURSE, lead, last)
        assert [row[2] for row in rows] == [
            LEAD,
            " | ".join([*PARTS[1:3], "“He learns fast, and he never drinks,”"]),
        ]
        assert [q.kind for q in complete(NURSE, (lead, last))] == ["indirect", "direct"]

    def test_straight_marks_are_read_alike(self) -> None:
        text = NURSE.replace("“", '"').replace("”", '"')
        parts = text.split("\n\n")
        lead = found(text, [LEAD, parts[1]], "says", "The nurse")
        last = found(text, [parts[2], '"He learns fast, and he never drinks,"'], "Varga says")
        assert [row[2].count("|") for row in completed(text, lead, last)] == [0, 2]

    def test_a_chain_whose_first_paragraph_is_attributed_stays_with_it(self) -> None:
        text = "“We waited,” she said. “Then it rained.\n\n“We went in,” her son added."
        first = found(text, ["“We waited,”", "“Then it rained."], "said", "she")
        last = found(text, "“We went in,”", "added", "her son")
        assert [row[2] for row in completed(text, first, last)] == [
            "“We waited,” | “Then it rained.",
            "“We went in,”",
        ]

    def test_a_chain_that_nobody_ends_stays_where_it_was(self) -> None:
        text = "She praised the pump.\n\n“It is old.\n\n“It holds.”"
        only = found(text, ["the pump", "“It is old.", "“It holds.”"], "praised", "She")
        assert [row[2] for row in completed(text, only)] == ["the pump | “It is old. | “It holds.”"]

    def test_a_person_quoted_in_an_open_paragraph_keeps_their_words(self) -> None:
        text = "“My mother said the well was dry.\n\n“I dug it again,” said Orla Finch."
        inner = found(text, "the well was dry", "said", "My mother")
        last = found(text, "“I dug it again,”", "said Orla", "Finch")
        quotations = complete(text, (inner, last))
        assert [text[slice(*q.source[0])] for q in quotations] == ["Finch", "My mother"]
        assert [q.nested_in for q in quotations] == [None, 0]

    def test_a_heading_does_not_end_a_speech_left_open(self) -> None:
        text = (
            "“The river is ours,” she wrote. “So is the mud.\n\nTHE MUD\n\n"
            "“We dug it out twice.\n\nThe Long Way\n\n“We shall dig it again.”"
        )
        first = found(text, ["“The river is ours,”", "“So is the mud."], "wrote", "she")
        assert [row[2] for row in completed(text, first)] == [
            "“The river is ours,” | “So is the mud. | "
            "“We dug it out twice. | “We shall dig it again.”"
        ]


class TestBehindAnAttribution:
    TEXT = (
        "“The lock is unsafe,” the letter continued. “We fear for the children.” "
        "It concludes, “We urge you to close it.”"
    )
    END = "“We urge you to close it.”"

    def test_what_follows_a_finished_attribution_belongs_to_it(self) -> None:
        first = found(self.TEXT, "“The lock is unsafe,”", "continued", "the letter")
        second = found(self.TEXT, ["“We fear for the children.”", self.END], "concludes", "It")
        assert [row[2] for row in completed(self.TEXT, first, second)] == [
            "“The lock is unsafe,” | “We fear for the children.”",
            self.END,
        ]

    def test_a_quotation_that_its_own_attribution_follows_stays_with_it(self) -> None:
        text = "“It is unsafe,” the letter said. “We fear it,” she says. “Close it.”"
        first = found(text, "“It is unsafe,”", "said", "the letter")
        second = found(text, ["“We fear it,”", "“Close it.”"], "says", "she")
        assert [row[2] for row in completed(text, first, second)] == [
            "“It is unsafe,”",
            "“We fear it,” | “Close it.”",
        ]


class TestUnopenedParagraph:
    FIRST = "“In the first half it felt good out there."
    REST = "We could have scored two or three goals before the break.”"
    COACH = "“We met a far better team.”"
    TEXT = f"He said, {FIRST}\n\n{REST} The other coach said, {COACH}"

    def test_it_is_taken_up_where_no_statement_holds_it(self) -> None:
        he = found(self.TEXT, self.FIRST, "said", "He")
        coach = found(self.TEXT, self.COACH, "coach said", "The other")
        assert completed(self.TEXT, he, coach)[0][2] == f"{self.FIRST} | {self.REST}"


class TestAboveWhatIsTold:
    def test_a_paragraph_of_speech_above_her_next_statement_is_one_of_its_own(self) -> None:
        text = "“The weir is cracked. We saw it.”\n\nAda Brome also said that the lock would shut."
        both = found(
            text, ["“The weir is cracked. We saw it.”", "that the lock would shut"], "said", "Ada"
        )
        assert completed(text, both) == [
            ("Ada", "", "“The weir is cracked. We saw it.”"),
            ("Ada", "said", "that the lock would shut"),
        ]

    def test_a_sentence_that_goes_on_below_is_left(self) -> None:
        text = "“The weir is cracked,”\n\nAda Brome said, “and we saw it.”"
        parts = ["“The weir is cracked,”", "“and we saw it.”"]
        assert completed(text, found(text, parts, "said", "Ada")) == [
            ("Ada", "said", " | ".join(parts))
        ]


class TestAdjoining:
    def test_a_quotation_right_behind_another_is_of_whoever_is_named_behind_it(self) -> None:
        text = "Stone said it was “a gift.” “We saw it,” Brooks said."
        first = found(text, "it was “a gift.” “We saw it,”", "said", "Stone")
        start = text.index("Brooks said")
        second = replace(
            found(text, "We saw it", "said", "Brooks"),
            content=((len(text) - 1, len(text)),),
            cue=((start + 7, start + 11),),
        )
        rows = completed(text, first, second)
        assert [row[2] for row in rows] == ["it was “a gift.”", "“We saw it,”"]

    def test_a_remark_of_the_authors_parts_two_quotations(self) -> None:
        text = (
            "“I swept for years,” she said. “I did not mind.” Was it hard? “To me, yes,” Ada added."
        )
        first = found(text, "“I swept for years,”", "said", "she")
        rest = "“I did not mind.” Was it hard? “To me, yes,”"
        second = found(text, rest, "added", "Ada")
        assert [row[2] for row in completed(text, first, second)] == [
            "“I swept for years,” | “I did not mind.”",
            "“To me, yes,”",
        ]
