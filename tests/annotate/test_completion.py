"""What marks and words add to the statements that the model found."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from pipeline.annotate.quotations.completion import complete
from pipeline.records import Quotation
from pipeline.training.evaluate_nested import evaluate_nested, read_cases

CORPORA = Path(os.environ.get("WHOSAID_CORPORA", "../shared/corpora"))


def found(text: str, content: str | list[str], cue: str = "", source: str = "") -> Quotation:
    """What a model could have found: the first place of each string."""
    pieces = [content] if isinstance(content, str) else content

    def spans(words: list[str]) -> tuple[tuple[int, int], ...]:
        return tuple((text.index(w), text.index(w) + len(w)) for w in words if w)

    return Quotation(spans(pieces), spans([cue]), spans([source]), confidence=0.95)


def read(text: str, quotations: tuple[Quotation, ...]) -> list[tuple[str, str, str]]:
    """(source, cue, content) of each, pieces joined by a bar."""
    return [
        tuple(" | ".join(text[s:e] for s, e in spans) for spans in (q.source, q.cue, q.content))  # type: ignore[misc]
        for q in quotations
    ]


def completed(text: str, *quotations: Quotation) -> list[tuple[str, str, str]]:
    return read(text, complete(text, quotations))


class TestSnapping:
    TEXT = "“The pumps were old and the boat was older,” Ada Brome said on Monday."

    @pytest.mark.parametrize(
        "content",
        [
            "The pumps were old and the boat was older,",
            "“The pumps were old and the boat was",
            "pumps were old and the boat was older,”",
            "“The pumps were old and the boat was older,” Ada",
        ],
    )
    def test_a_content_that_is_nearly_a_quotation_becomes_it(self, content: str) -> None:
        got = completed(self.TEXT, found(self.TEXT, content, "said", "Brome"))
        assert [row[2] for row in got] == ["“The pumps were old and the boat was older,”"]

    def test_a_content_with_words_of_its_own_around_the_marks_is_left(self) -> None:
        text = "Ada Brome said the boat was “a coffin with an engine” and had to go."
        content = "the boat was “a coffin with an engine” and had to go"
        assert completed(text, found(text, content, "said", "Ada Brome")) == [
            ("Ada Brome", "said", content)
        ]

    def test_half_a_quotation_takes_in_its_mark_and_no_more(self) -> None:
        text = "“The pumps were old. I said so in March and nobody came,” she said."
        half = found(text, "The pumps were old.", "said", "she")
        assert completed(text, half)[0][2] == "“The pumps were old."

    def test_the_kind_follows_the_content(self) -> None:
        (quotation,) = complete(
            self.TEXT, (found(self.TEXT, "“The pumps were old and the boat was older", "said"),)
        )
        assert quotation.kind == "direct"

    @pytest.mark.parametrize("closing", ["”", '"'])
    def test_the_sentence_behind_a_full_sentence_of_speech_is_the_authors(self, closing) -> None:
        spoken = f"“this growth is the work of forty years.{closing}"
        text = f"Ada Brome told the council, adding: {spoken} Reeds cost little to plant in spring."
        run_on = found(text, text[text.index("“") : -1], "adding", "Ada Brome")
        assert [row[2] for row in completed(text, run_on)] == [spoken]

    def test_a_sentence_that_goes_on_behind_a_quoted_one_is_left(self) -> None:
        text = "Brome wrote: “We dug it all again.” And that is “the end of it.”"
        whole = text[text.index("“") :]
        assert completed(text, found(text, whole, "wrote", "Brome"))[0][2] == whole

    def test_an_items_dashes_are_part_of_nothing(self) -> None:
        text = "--Owner Bill Strake wrote that prices rise.\n\n--Cole is well, Pruitt said."
        wrote = found(text, "that prices rise", "wrote", "--Owner Bill Strake")
        said = found(text, "--Cole is well", "said", "Pruitt")
        assert completed(text, wrote, said) == [
            ("Owner Bill Strake", "wrote", "that prices rise"),
            ("Pruitt", "said", "Cole is well"),
        ]


class TestLeftovers:
    @pytest.mark.parametrize("heading", ["'A QUIET NIGHT'", "THE NEW LOCK", "What the Lock Cost"])
    def test_a_heading_behind_a_statement_is_no_part_of_it(self, heading: str) -> None:
        text = f"“I was never paid,” she says.\n\n{heading}\n\nThe lock opened in May."
        rows = completed(text, found(text, ["“I was never paid,”", heading], "says", "she"))
        assert [row[2] for row in rows] == ["“I was never paid,”"]

    def test_a_quoted_heading_behind_a_statement_is_no_part_of_it(self) -> None:
        heading = "'A lock is a kind of memory'"
        text = f"“I was never paid,” she says.\n\n{heading}\n\nThe lock opened in May."
        rows = completed(text, found(text, ["“I was never paid,”", heading], "says", "she"))
        assert rows == [("she", "says", "“I was never paid,”")]

    def test_a_shouted_sentence_is_no_heading(self) -> None:
        text = "“I was never paid,” she says, and:\n\nNOT A PENNY!"
        rows = completed(text, found(text, ["“I was never paid,”", "NOT A PENNY!"], "says", "she"))
        assert rows[0][2].endswith("| NOT A PENNY!")

    def test_a_mark_without_words_is_no_piece(self) -> None:
        text = 'Brome said the lock must stay, and cost what it may; " she added. “'
        pieces = ["the lock must stay", '" ', "“"]
        rows = completed(text, found(text, pieces, "said", "Brome"))
        assert rows == [("Brome", "said", "the lock must stay")]

    def test_a_statement_of_nothing_but_a_mark_is_none(self) -> None:
        text = "Brome added. “"  # A text that ends with a mark that opens.
        assert completed(text, found(text, "“", "added", "Brome")) == []


class TestOneSpeech:
    def test_the_second_half_of_an_interrupted_sentence_is_a_piece(self) -> None:
        text = "“Nine weeks,” Hadley said, “is how long they let the buses cross.”"
        got = completed(text, found(text, "“Nine weeks,”", "said", "Hadley"))
        assert got == [
            ("Hadley", "said", "“Nine weeks,” | “is how long they let the buses cross.”")
        ]

    def test_a_sentence_behind_the_attribution_is_a_piece(self) -> None:
        text = "“It was cold,” he said. “We burned the chairs.”"
        got = completed(text, found(text, "“It was cold,”", "said", "he"))
        assert got == [("he", "said", "“It was cold,” | “We burned the chairs.”")]

    def test_a_quotation_behind_another_sentence_is_no_piece(self) -> None:
        text = "“It was cold,” he said. Nobody had thought of coal. “We burned the chairs.”"
        got = completed(text, found(text, "“It was cold,”", "said", "he"))
        assert got == [("he", "said", "“It was cold,”")]

    def test_a_speech_whose_closing_mark_is_left_out_goes_on_in_the_next_paragraph(self) -> None:
        text = "“My mother drew water here,” she said. “And hers.\n\n“Now it is salt.”"
        got = completed(text, found(text, "“My mother drew water here,”", "said", "she"))
        assert got[0][2] == "“My mother drew water here,” | “And hers. | “Now it is salt.”"
        assert len(got) == 1

    def test_the_last_paragraph_of_a_speech_needs_no_full_stop(self) -> None:
        text = "“My mother drew water,” she said. “And hers.\n\n“We miss her. Rest easy, Mum. xx”"
        got = completed(text, found(text, "“My mother drew water,”", "said", "she"))
        assert got[0][2].endswith("| “We miss her. Rest easy, Mum. xx”")

    def test_a_speech_attributed_in_its_last_paragraph_reaches_back(self) -> None:
        text = "“It took us three winters to build.\n\n“It took them a morning,” said Orla Finch."
        got = completed(text, found(text, "“It took them a morning,”", "said", "Orla Finch"))
        assert [row[2] for row in got] == [
            "“It took us three winters to build. | “It took them a morning,”"
        ]

    def test_a_paragraph_of_speech_behind_an_attributed_one_is_carried(self) -> None:
        text = "“We looked everywhere,” Tamsin Roe said.\n\n“It was in the oven all along.”"
        got = complete(text, (found(text, "“We looked everywhere,”", "said", "Tamsin Roe"),))
        assert read(text, got)[1] == ("", "", "“It was in the oven all along.”")
        assert got[1].source == () and got[1].cue == () and got[1].kind == "direct"

    def test_the_answer_to_a_question_stands_alone(self) -> None:
        text = "“Did you hear the call?” the coroner asked.\n\n“I heard him throw his cup.”"
        got = completed(text, found(text, "“Did you hear the call?”", "asked", "the coroner"))
        assert got[1:] == [("", "", "“I heard him throw his cup.”")]

    def test_a_paragraph_of_whole_quoted_sentences_was_said_by_somebody(self) -> None:
        text = "Reed draws maps.\n\n“I was trying new ways of drawing the bay.”\n\nHe is ten."
        assert completed(text) == [("", "", "“I was trying new ways of drawing the bay.”")]

    def test_a_pull_quote_is_not_carried(self) -> None:
        text = "“We looked everywhere for it,” Tamsin Roe said.\n\n“We looked everywhere for it”"
        got = completed(text, found(text, "“We looked everywhere for it,”", "said", "Tamsin Roe"))
        assert len(got) == 1


class TestSpeechWithoutStatement:
    @pytest.mark.parametrize(
        ("text", "row"),
        [
            (
                "“Somebody had tasted it,” said one of the aides.",
                ("one of the aides", "said", "“Somebody had tasted it,”"),
            ),
            (
                "The foreman told reporters: “Nobody goes home until it is poured.”",
                ("The foreman", "told reporters", "“Nobody goes home until it is poured.”"),
            ),
        ],
    )
    def test_speech_beside_its_own_attribution_is_attributed(
        self, text: str, row: tuple[str, str, str]
    ) -> None:
        assert completed(text) == [row]

    @pytest.mark.parametrize(
        "text",
        [
            "Locals call it “the Rattle.” Nobody minds.",
            "Her book, “A Metre by Monday,” was on sale in the lobby.",
            "The word “salt” does not appear. “Ambition” does.",
            "The bridge was shut. “Anybody who gives you a date is guessing.”",
        ],
    )
    def test_titles_scare_quotes_and_speech_of_nobody_are_left(self, text: str) -> None:
        assert completed(text) == []

    def test_the_title_is_left(self) -> None:
        text = "“We did not move to the sea,” said the president\n\nShe spoke on Tuesday."
        title_end = text.index("\n")
        assert complete(text, (), title_end) == ()

    def test_who_can_be_heard_telling_somebody_something_says_it(self) -> None:
        text = "In the call Felix Arden can be heard telling a colleague: “They never read on.”"
        assert completed(text) == [("Felix Arden", "telling", "“They never read on.”")]


class TestSignatures:
    def test_the_name_under_a_quotation_is_its_source(self) -> None:
        text = "“The crews feel betrayed by both sides.”\n\n—Lars Tide, Seafarers’ Union\n\n“Over.”"
        assert completed(text)[0] == (
            "Lars Tide, Seafarers’ Union",
            "—",
            "“The crews feel betrayed by both sides.”",
        )

    def test_a_statement_without_source_is_signed(self) -> None:
        text = "“The crews feel betrayed by both sides.” — Lars Tide"
        got = completed(text, found(text, "“The crews feel betrayed by both sides.”"))
        assert got == [("Lars Tide", "—", "“The crews feel betrayed by both sides.”")]

    def test_each_of_a_list_of_quotations_is_signed_underneath(self) -> None:
        text = (
            "“The crews feel betrayed by both sides.”\n\n—Lars Tide\n\n“I get seasick on a pier.”"
        )
        below = found(text, "“I get seasick on a pier.”", "—", "Lars Tide")
        assert completed(f"{text}\n\n—Max Thorne, poet", below) == [
            ("Lars Tide", "—", "“The crews feel betrayed by both sides.”"),
            ("Max Thorne, poet", "—", "“I get seasick on a pier.”"),
        ]

    def test_an_office_may_stand_in_front_of_the_name(self) -> None:
        text = "“No comment, and you can quote me.”\n\n— Former minister Ilse Kroon, in court"
        assert completed(text)[0][0] == "Former minister Ilse Kroon, in court"

    def test_a_dash_that_goes_on_with_the_sentence_is_no_signature(self) -> None:
        text = "“It was over before noon.” — The crowd went home and the band played on."
        assert completed(text) == []
        text = "“It was over before noon.” — Rooke left through the kitchen at once."
        assert completed(text) == []


class TestBlocks:
    LETTER = (
        "Here is the letter, as it reached this office:\n\n"
        "Office of the Engineer\n\nDear Ms Tolliver: I enclose four photographs.\n\n"
        "It may be paint. It may also be a crack.\n\nYours sincerely,\n\nT. Vann\n\n"
        "Chief Engineer\n\nSo there you have it, and nobody read it."
    )

    def test_a_letter_is_one_direct_statement_of_its_signer(self) -> None:
        (quotation,) = complete(self.LETTER, ())
        assert read(self.LETTER, (quotation,)) == [
            (
                "T. Vann",
                "",
                "Dear Ms Tolliver: I enclose four photographs."
                " | It may be paint. It may also be a crack.",
            )
        ]
        assert quotation.kind == "direct" and quotation.act == "said"

    @pytest.mark.parametrize(
        "sign_off", ["With gratitude,", "Warmly,", "All the best", "Thank you."]
    )
    def test_a_letter_may_end_less_formally(self, sign_off: str) -> None:
        text = self.LETTER.replace("Yours sincerely,", sign_off)
        assert completed(text)[0][0] == "T. Vann"

    def test_an_unsigned_letter_is_the_letters(self) -> None:
        text = self.LETTER.replace("T. Vann\n\n", "")
        assert completed(text)[0][0] == "the letter"

    def test_a_statement_in_the_first_person_ends_where_the_articles_voice_returns(self) -> None:
        text = (
            "The ministry answered late. The statement reads:\n\n"
            "We regret the delay and have changed the procedure.\n\n"
            "The union was not impressed and left the hall."
        )
        got = completed(text)
        assert got == [("The statement", "", "We regret the delay and have changed the procedure.")]

    @pytest.mark.parametrize("who", ["The US army", "US forces", "World War I crews"])
    def test_a_country_and_a_war_are_no_first_person(self, who: str) -> None:
        text = f"The statement reads:\n\n{who} left the base at noon.\n\n{who} had come late."
        assert completed(text) == []

    def test_an_announced_statement_that_is_a_picture_takes_no_article_text(self) -> None:
        text = (
            "Here is an official statement on the matter:\n\n"
            "General Ostrov earlier said that the order was real and Ms Lund that it was not."
        )
        assert completed(text) == []

    @pytest.mark.parametrize(
        "lead", ["She told the harbour board:", "Mrs Finn was unmoved. She said:"]
    )
    def test_the_paragraph_below_who_says_it_is_told(self, lead: str) -> None:
        told = "People there are not idle. They are tired of boats which never leave."
        text = f"Rosa Finn spoke in Porlow.\n\n{lead}\n\n{told}\n\nThe harbour closed at noon."
        cue = "told" if "told" in lead else "said"
        part = found(text, "People there are not idle", cue, "She")
        assert completed(text, part) == [("She", cue, told)]

    def test_what_the_model_found_further_below_stays(self) -> None:
        told = ["The harbour is a ruin that nobody can mend.", "It cannot be left to rot any more."]
        text = f"In her speech in May, she said:\n\n{told[0]}\n\n{told[1]}\n\nIt rained."
        assert completed(text, found(text, told, "said", "she")) == [
            ("she", "said", " | ".join(told))
        ]

    def test_a_paragraph_below_what_was_said_is_the_articles(self) -> None:
        text = (
            "Rosa Finn noted the small crowd in the harbour:\n\nEven the mayor took a moment to"
            " point at the empty quay."
        )
        part = found(text, "the small crowd in the harbour", "noted", "Rosa Finn")
        assert completed(text, part) == [("Rosa Finn", "noted", "the small crowd in the harbour")]

    def test_what_the_model_found_of_a_letter_joins_the_whole(self) -> None:
        text = (
            "The statement reads:\n\nWe regret the delay of the report.\n\n"
            "We have changed the procedure since then.\n\n"
            "That was all."
        )
        part = found(text, "We regret the delay of the report.", "reads", "The statement")
        assert completed(text, part) == [
            (
                "The statement",
                "reads",
                "We regret the delay of the report. | We have changed the procedure since then.",
            )
        ]


class TestSignedBlocks:
    TEXT = (
        "In a letter sent on Monday, Ada Brome wrote:\n\nDear parents,\n\n"
        "We are sorry for the smell in the hall.\n\nThe hall was aired in March and we thought "
        "it was clean.\n\nAda Brome\n\nParents were angry."
    )

    def test_a_letter_ends_with_the_name_of_who_wrote_it(self) -> None:
        ((source, cue, content),) = completed(self.TEXT)
        assert (source, cue) == ("Ada Brome", "wrote")
        assert content.startswith("Dear parents,") and content.endswith("it was clean.")

    def test_what_the_writer_thinks_is_part_of_the_letter(self) -> None:
        own = found(self.TEXT, "it was clean", "thought", "we")
        assert len(completed(self.TEXT, own)) == 1


class TestNesting:
    def test_what_one_says_is_no_part_of_what_another_answers(self) -> None:
        text = "“I said, ‘Is it so?’ She said, ‘It is so.’ And it was,” Rosa Finn told us."
        outer = found(text, text[: text.index(" Rosa")], "told", "Rosa Finn")
        answer = found(text, ["‘Is it so?’", "‘It is so.’"], "said, ‘It", "She")
        she = text.index("She said")
        answer = Quotation(answer.content, ((she + 4, she + 8),), ((she, she + 3),), confidence=0.9)
        rows = read(text, complete(text, (outer, answer)))
        assert ("I", "said", "‘Is it so?’") in rows
        assert ("She", "said", "‘It is so.’") in rows

    def test_a_statement_in_inner_marks_points_to_the_outer_one(self) -> None:
        text = "“He said ‘hey, sign here,’ and I signed,” Rosa Finn said."
        outer = found(text, "“He said ‘hey, sign here,’ and I signed,”", "Finn said", "Rosa")
        got = complete(text, (outer,))
        assert [q.nested_in for q in got] == [None, 0]
        assert read(text, got)[1] == ("He", "said", "‘hey, sign here,’")
        assert got[1].kind == "direct"

    def test_speech_is_spoken_though_words_of_the_authors_belong_to_it(self) -> None:
        text = "“I said, ‘Who goes there?’ He said, ‘That was us.’” Finn told the court of it."
        outer = found(
            text, ["“I said, ‘Who goes there?’ He said, ‘That was us.’”", "of it"], "told"
        )
        inner = [row for row in completed(text, outer) if row[2].startswith("‘")]
        assert inner == [("I", "said", "‘Who goes there?’"), ("He", "said", "‘That was us.’")]

    @pytest.mark.parametrize("phrase", ["four male suspects", "the arrested suspects"])
    def test_a_plural_noun_is_no_verb(self, phrase: str) -> None:
        text = f"Brome said that {phrase} aged between 16 and 21 were in the lock."
        got = completed(text, found(text, text[11:-1], "said", "Brome"))
        assert [row[1] for row in got] == ["said"]

    @pytest.mark.parametrize(
        "words",
        [
            "operations involving suspected thieves are kept short by all",
            "the deal could be announced as early as next Friday",
        ],
    )
    def test_who_is_suspected_says_nothing(self, words: str) -> None:
        text = f"Brome said {words}."
        got = completed(text, found(text, words, "said", "Brome"))
        assert [row[1] for row in got] == ["said"]

    def test_a_model_statement_within_another_is_nested_and_not_doubled(self) -> None:
        text = "“He said ‘hey, sign here,’ and I signed,” Rosa Finn told us."
        outer = found(text, "“He said ‘hey, sign here,’ and I signed,”", "told", "Rosa Finn")
        inner = found(text, "‘hey, sign here,’", "said", "He")
        got = complete(text, (inner, outer))
        assert [q.nested_in for q in got] == [None, 0]

    @pytest.mark.parametrize(
        ("source", "cue"),
        [("the Standard", "reported"), ("the WHO", "reported"), ("Ada Brome", "testified")],
    )
    def test_who_reports_a_statement_stands_around_it(self, source: str, cue: str) -> None:
        text = f"Roland Fitch said that he had never met the agent, {source} {cue}."
        inner = found(text, "that he had never met the agent", "said", "Roland Fitch")
        got = complete(text, (inner,))
        assert [q.nested_in for q in got] == [None, 0]
        assert read(text, got)[0] == (
            source,
            cue,
            "Roland Fitch said that he had never met the agent",
        )

    def test_letters_that_read_as_a_pronoun_say_something_too(self) -> None:
        text = "“The WHO said that the virus had spread to nine countries,” Ada Brome told us."
        outer = found(text, text[: text.index(" Ada")], "told", "Ada Brome")
        got = complete(text, (outer,))
        assert read(text, got)[1:] == [
            ("The WHO", "said", "that the virus had spread to nine countries")
        ]

    def test_two_layers_are_found(self) -> None:
        text = "“The mate said the owner had told him that the trip must go on,” Brody said."
        outer = found(text, text[: text.index(" Brody")], "Brody said")
        assert [q.nested_in for q in complete(text, (outer,))] == [None, 0, 1]

    @pytest.mark.parametrize(
        "content",
        [
            "that he thinks the vote will be close",
            "the report that nobody read",
            "“I think that we should go home,”",
            "people should call it a day",
        ],
    )
    def test_the_speakers_own_thoughts_and_nouns_are_no_inner_statements(
        self, content: str
    ) -> None:
        text = f"{content} said Ada Brome."
        assert len(complete(text, (found(text, content, "said", "Ada Brome"),))) == 1


def test_nested_cases_hold_what_they_say() -> None:
    for case in read_cases():
        for attribution in case["attributions"]:
            for role in ("source", "cue", "content"):
                for span in attribution[role]:
                    assert case["text"][span["start"] : span["end"]] == span["text"]


def test_four_of_five_nested_statements_are_found_inside_the_right_one() -> None:
    figures = evaluate_nested(complete)
    assert figures["nested cases"] >= 40
    assert figures["nested statements found, given the outer"] >= 85


def test_completing_twice_changes_nothing() -> None:
    text = "“It was cold,” he said. “He told me, ‘Burn the chairs.’”\n\n“So we did, all of us.”"
    once = complete(text, (found(text, "“It was cold,”", "said", "he"),))
    outer = tuple(q for q in once if q.nested_in is None)
    assert read(text, complete(text, outer)) == read(text, once)


def test_empty_and_markless_texts_are_left() -> None:
    assert complete("", ()) == ()
    assert complete("Nobody said a word.\n\nNobody ever did.", ()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "“" * 5000 + "'" * 5000,
        "“A went to B,” he said. " * 500,
        "“" + "He said, ‘yes it is,’ and " * 1000 + "” she said.",
        "Here is the letter:\n\nDear Sir: we are.\n\n" * 300,
        "“We went there then.” — " + "A" * 50000,
    ],
)
def test_statements_of_hostile_texts_stand_in_them(text: str) -> None:
    for quotation in complete(text, ()):
        for start, end in (*quotation.content, *quotation.cue, *quotation.source):
            assert 0 <= start < end <= len(text)


def test_almost_nothing_is_added_to_gold() -> None:
    path = CORPORA / "polnear" / "dev.jsonl.gz"
    if not path.exists():
        pytest.skip(f"the PolNeAR corpus is not at {path}")
    given = added = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 30):
            article = json.loads(line)
            gold = tuple(
                Quotation(*(tuple(map(tuple, a[role])) for role in ("content", "cue", "source")))
                for a in article["attributions"]
                if a["content"]
            )
            got = [q for q in complete(article["text"], gold) if q.nested_in is None]
            given += len(gold)
            known = {(q.cue, q.source) for q in gold}
            added += sum((q.cue, q.source) not in known for q in got)
    assert added <= 0.005 * given, f"{added} statements added to {given}"


@pytest.mark.parametrize("verb", ["fumed", "raged", "beamed", "sobbed"])
def test_verbs_of_the_tabloids_attribute_beside_a_quotation(verb: str):
    text = f"‘It is an invasion of privacy,’ {verb} Moss, 36."
    assert completed(text) == [("Moss", verb, "‘It is an invasion of privacy,’")]


def test_verbs_of_the_tabloids_attribute_nothing_elsewhere():
    assert completed("The storm raged and the mayor beamed that day.") == []


def test_what_somebody_says_is_not_said_twice():
    text = "Stone said he had just spoken with the crew, according to Stone."
    rows = completed(text, found(text, "he had just spoken with the crew", "said", "Stone"))
    assert rows == [("Stone", "said", "he had just spoken with the crew")]


def test_what_somebody_asked_a_speaker_is_inside_the_speech():
    text = "“They asked whether the lock was safe. It was not,” Ada Brome said."
    outer = found(text, "“They asked whether the lock was safe. It was not,”", "Brome said", "Ada")
    assert completed(text, outer)[1] == ("They", "asked", "whether the lock was safe")


def test_what_another_said_ends_with_its_sentence_inside_a_turn():
    text = "It rained.\n\nStone: My teacher says rests matter most. I stole it. I stole it all."
    turn = "My teacher says rests matter most. I stole it. I stole it all."
    inner = found(text, "rests matter most. I stole it. I stole it all", "says", "My teacher")
    rows = completed(text, found(text, turn, ":", "Stone"), inner)
    assert rows[1] == ("My teacher", "says", "rests matter most")


def test_who_says_what_is_set_below_is_the_speaker_and_not_the_statement():
    text = (
        "In a statement, the council said:\n\nWe are closing the lock today, and we ask you to "
        "stay away.\n\nThe lock is old."
    )
    content = "We are closing the lock today, and we ask you to stay away."
    assert completed(text) == [("the council", "said", content)]
    model = found(text, content, "", "a statement")
    assert completed(text, model) == [("the council", "said", content)]


def test_what_somebody_wants_is_told_by_who_is_named_behind():
    text = "The mayor wants a new lock, she added."
    rows = completed(text, found(text, "a new lock", "wants", "The mayor"))
    assert ("she", "added", "The mayor wants a new lock") in rows


def test_the_country_that_somebody_told_is_no_pronoun():
    text = "“Ada told US officials that it sank,” Stone said."
    outer = found(text, "“Ada told US officials that it sank,”", "said", "Stone")
    assert completed(text, outer)[1] == ("Ada", "told", "that it sank")


def test_a_cue_inside_a_quotation_is_not_that_of_the_whole():
    text = "Brooks revealed that Finn begged. “He never slept. He told me that he rows. I let him.”"
    torn = found(text, ["“He never slept.", "that he rows. I let him.”"], "told", "He")
    revealed = found(text, "that Finn begged", "revealed", "Brooks")
    assert completed(text, revealed, torn) == [
        ("Brooks", "revealed", "that Finn begged"),
        ("", "", "“He never slept. He told me that he rows. I let him.”"),
        ("He", "told me", "that he rows"),
    ]


def test_a_sentence_that_ends_in_a_quotation_belongs_to_whoever_is_named_behind_it():
    text = "It rained. The old mill was “full of rot,” Ada Brooks said. It closed."
    assert completed(text) == [("Ada Brooks", "said", "The old mill was “full of rot,”")]


def test_a_quotation_set_again_below_is_no_part_of_the_statement():
    text = (
        "“Nobody drowned,” Brooks said. “I would like to say so in May.”\n\n"
        "“Nobody drowned. I would like to say so in May.”"
    )
    first, again = text.split("\n\n")
    quotation = found(
        text, ["“Nobody drowned,”", "“I would like to say so in May.”"], "said", "Brooks"
    )
    start = len(first) + 2
    both = replace(quotation, content=(*quotation.content, (start, start + len(again))))
    assert completed(text, both) == [
        ("Brooks", "said", "“Nobody drowned,” | “I would like to say so in May.”")
    ]


def test_the_subject_of_the_verb_before_speaks_within_speech():
    text = "“I rang Ada from the quay and said, ‘The boat is in.’ She wept,” Brooks said."
    quotation = found(
        text, "“I rang Ada from the quay and said, ‘The boat is in.’ She wept,”", "Brooks said"
    )
    assert ("I", "said", "‘The boat is in.’") in completed(text, quotation)


def test_somebody_else_in_front_of_the_second_verb_speaks():
    text = "“I know a man who called and said, ‘The boat is in.’ I wept,” Brooks said."
    quotation = found(
        text, "“I know a man who called and said, ‘The boat is in.’ I wept,”", "Brooks said"
    )
    assert not any(row[0] == "I" for row in completed(text, quotation))


def test_somebody_of_the_speakers_own_may_be_told_to_have_said_something():
    text = "“My father told me there were two sorts of boat,” Brooks said."
    quotation = found(text, "“My father told me there were two sorts of boat,”", "Brooks said")
    assert ("My father", "told me", "there were two sorts of boat") in completed(text, quotation)


def test_that_somebody_said_so_has_no_words_of_theirs():
    text = "“Our divers said so in May, and they will say so again,” Brooks said."
    quotation = found(
        text, "“Our divers said so in May, and they will say so again,”", "Brooks said"
    )
    assert len(completed(text, quotation)) == 1


@pytest.mark.parametrize(
    ("told", "credit", "source", "cue"),
    [
        ("that it was “a wreck,”", " two of the clerks said.", "two of the clerks", "said"),
        (
            "that it was late",
            ", according to Al Rood, a clerk.",
            "Al Rood",
            "according to",
        ),
    ],
)
def test_whom_it_is_known_from_that_somebody_said_so_tells_it(told, credit, source, cue):
    text = f"Stone told the crew {told}{credit}"
    assert completed(text, found(text, told, "told", "Stone")) == [
        (source, cue, f"Stone told the crew {told}"),
        ("Stone", "told", told),
    ]


def test_a_second_tag_of_a_quotation_is_no_outer_statement():
    text = "Stone added, “It is late,” Brooks said."
    assert len(completed(text, found(text, "“It is late,”", "added", "Stone"))) == 1


def test_who_is_told_again_to_have_said_so_is_nobody_else():
    text = "Stone told the crew that it was “a wreck,” he said."
    rows = completed(text, found(text, "that it was “a wreck,”", "told", "Stone"))
    assert rows == [("Stone", "told", "that it was “a wreck,”")]
