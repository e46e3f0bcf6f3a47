"""Contents end with the sentence that is theirs."""

from __future__ import annotations

import pytest

from pipeline.annotate.quotations.completion import complete
from tests.annotate.test_completion import completed, found, read


def test_the_authors_sentence_behind_speech_is_no_part_of_it():
    text = "Stone said it was “a tub with a sail.” It was a fair point. Nobody laughed."
    content = "it was “a tub with a sail.” It was a fair point"
    assert completed(text, found(text, content, "said", "Stone")) == [
        ("Stone", "said", "it was “a tub with a sail.”")
    ]


def test_speech_that_goes_on_in_its_sentence_stays_whole():
    text = "Stone said the boat was “a tub” and would sink."
    content = "the boat was “a tub” and would sink"
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == content


def test_a_while_that_nobody_says_anything_in_stays():
    text = "The dam held, its owners said, even as the river rose by a metre in an hour."
    content = ["The dam held", "even as the river rose by a metre in an hour"]
    assert len(completed(text, found(text, content, "said", "its owners"))) == 1


def test_a_relative_clause_goes_on_to_the_end_of_its_sentence():
    text = "Stone proposed a law on locks which had been thought too kind to owners. It rained."
    content = "a law on locks which"
    assert completed(text, found(text, content, "proposed", "Stone"))[0][2] == (
        "a law on locks which had been thought too kind to owners"
    )


def test_a_content_that_ends_with_that_and_its_sentence_stays():
    text = "Stone said she would do that. It rained."
    assert completed(text, found(text, "she would do that", "said", "Stone"))[0][2] == (
        "she would do that"
    )


def test_a_reason_that_was_given_stays():
    text = "Stone said the crew was tired as they had rowed all night."
    content = "the crew was tired as they had rowed all night"
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == content


def test_the_headline_over_a_lead_is_no_part_of_what_the_lead_attributes():
    text = (
        "What we know of the ferry\n\n• The ferry sank at about 5.40am, the coastguard confirmed."
    )
    quotation = found(text, "What we know of the ferry", "confirmed", "the coastguard")
    got = complete(text, (quotation,), text.index("\n"))
    assert read(text, got) == [("the coastguard", "confirmed", "The ferry sank at about 5.40am")]


def test_where_somebody_writes_is_not_what_they_write():
    text = (
        "In her letter of Monday, seen by the Post, Stone writes: “I was tired, and I was wrong.”"
    )
    content = ["In her letter of Monday", "“I was tired, and I was wrong.”"]
    assert completed(text, found(text, content, "writes:", "Stone")) == [
        ("Stone", "writes:", "“I was tired, and I was wrong.”")
    ]


def test_what_is_said_before_a_colon_stays():
    text = "Brooks will make news, Stone said: “He has a surprise.”"
    content = ["Brooks will make news", "“He has a surprise.”"]
    assert completed(text, found(text, content, "said:", "Stone"))[0][2] == " | ".join(content)


def test_a_short_quotation_behind_the_attribution_ends_with_its_marks():
    text = "“It holds,” said Stone. “June is live.” Traders agreed: they were pricing in a cut."
    content = ["“It holds,”", "“June is live.” Traders agreed: they were pricing in a cut"]
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == (
        "“It holds,” | “June is live.”"
    )


def test_what_is_told_in_brackets_ends_with_them():
    text = "It was free. (Stone said it was “a gift”; it was not.) Now it is dear."
    content = "it was “a gift”; it was not.) Now it is dear"
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == (
        "it was “a gift”; it was not"
    )


def test_brackets_inside_a_statement_are_part_of_it():
    text = "Stone said the boat (a tub) would sink."
    content = "the boat (a tub) would sink"
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == content


def test_the_next_paragraph_is_the_authors_again():
    text = "Whether it floats is another matter, they write.\n\nNot all agree. It may sink."
    content = ["Whether it floats is another matter", "Not all agree. It may sink"]
    assert completed(text, found(text, content, "write", "they"))[0][2] == content[0]


def test_a_sentence_of_the_authors_before_the_speaker_is_left_out():
    text = "It rained. Not everyone agreed. Stone called the fuss “overdone”."
    content = ["Not everyone agreed", "the fuss “overdone”"]
    assert completed(text, found(text, content, "called", "Stone"))[0][2] == content[1]


def test_a_sentence_of_the_authors_before_a_quotation_is_left_out():
    text = "It rained. All were in the barn. “It was late,” said Stone. “And dark.”"
    content = ["All were in the barn", "“It was late,”", "“And dark.”"]
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == (
        "“It was late,” | “And dark.”"
    )


def test_the_rest_of_a_sentence_of_the_next_paragraph_is_no_part():
    text = "Papers cited a letter.\n\nThe firm denied that it had closed."
    content = ["a letter", "that it had closed"]
    assert completed(text, found(text, content, "cited", "Papers"))[0][2] == "a letter"


def test_a_list_below_its_speaker_is_all_of_it():
    text = "Stone asked for:\n\na new boat\n\nand a sail"
    content = ["a new boat", "and a sail"]
    got = completed(text, found(text, content, "asked for", "Stone"))
    assert got[0][2] == "a new boat | and a sail"


def test_a_sentence_before_the_one_that_is_attributed_is_left_out():
    text = "It rained. The fair was wet. It was moved indoors, Stone said."
    content = ["The fair was wet", "It was moved indoors"]
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == content[1]


def test_the_subject_of_the_authors_next_sentence_is_left_out():
    text = "It rained. Stone asked for a plan. The strategy has been late all year."
    content = ["a plan", "The strategy"]
    assert completed(text, found(text, content, "asked for", "Stone"))[0][2] == "a plan"


def test_the_subject_of_what_is_attributed_stays():
    text = "It rained. Stone is believed to be late. It rained again."
    content = ["Stone", "to be late"]
    assert completed(text, found(text, content, "is believed", ""))[0][2] == "Stone | to be late"


def test_what_the_same_speaker_adds_is_a_statement_of_its_own():
    text = "The miller said the sluice had been mended, stressing that it would hold. It rained."
    content = "the sluice had been mended, stressing that it would hold"
    assert completed(text, found(text, content, "said", "The miller")) == [
        ("The miller", "said", "the sluice had been mended"),
        ("The miller", "stressing", "that it would hold"),
    ]


def test_what_somebody_inside_a_statement_adds_stays_in_it():
    text = "The miller said her clerk wrote to the board, adding that it was late."
    content = "her clerk wrote to the board, adding that it was late"
    rows = completed(text, found(text, content, "said", "The miller"))
    assert rows[0] == ("The miller", "said", content)


def test_a_sentence_with_a_credit_behind_it_is_whose_credit_it_is():
    text = "Sailors believe the pump failed. A valve was found on deck, divers said."
    content = ["the pump failed", "A valve was found on deck"]
    assert completed(text, found(text, content, "believe", "Sailors")) == [
        ("Sailors", "believe", "the pump failed"),
        ("divers", "said", "A valve was found on deck"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "the crew had met the owners and urged them to pay",
        "“it sank and warned that it would”",
        "the skipper failed a test but refused to give blood",
        "she rang on Friday and said that she was safe",
        "the mate was beaten as he was taken ashore",
    ],
)
def test_what_somebody_inside_a_statement_urges_stays_in_it(content: str):
    text = f"Stone said {content}."
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == content


@pytest.mark.parametrize(
    ("first", "cue", "second"),
    [
        ("the pool is safe", "stressing", "the need to keep it clean"),
        ("that there are leaks in the roof", "calling on", "owners to mend it"),
        ("that the pumps are old", "urging", "schools to wait"),
    ],
)
def test_what_a_speaker_adds_by_a_participle_is_a_second_statement(
    first: str, cue: str, second: str
):
    text = f"Stone said {first}, {cue} {second}."
    content = f"{first}, {cue} {second}"
    assert completed(text, found(text, content, "said", "Stone")) == [
        ("Stone", "said", first),
        ("Stone", cue, second),
    ]


def test_who_marched_is_who_calls_for_something():
    content = "that thousands of people took to the streets, calling for a vote"
    text = f"Stone said {content}."
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == content


def test_a_second_verb_of_somebody_told_of_stays():
    content = "the mayor met the crew and urged them to leave"
    text = f"Stone said {content}."
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == content


def test_what_is_added_behind_a_tag_is_a_second_statement():
    text = "The pool leaks, Stone said, adding the owners knew it in May."
    quotation = found(text, ["The pool leaks", "adding the owners knew it in May"], "said", "Stone")
    assert completed(text, quotation) == [
        ("Stone", "said", "The pool leaks"),
        ("Stone", "adding", "the owners knew it in May"),
    ]


@pytest.mark.parametrize(
    ("content", "behind", "kept"),
    [
        ("a law on locks which", ", she feared, came too late.", "a law on locks"),
        ("a law on locks, but which", ", she feared, came too late.", "a law on locks"),
        ("to say who pays for what", ".", "to say who pays for what"),
    ],
)
def test_a_pronoun_without_its_clause_is_left_out(content: str, behind: str, kept: str):
    text = f"Stone proposed {content}{behind}"
    assert completed(text, found(text, content, "proposed", "Stone"))[0][2] == kept


@pytest.mark.parametrize(
    ("judging", "judged", "reason", "told"),
    [
        ("praised", "the crew", "saying", "it had worked all night"),
        ("declared", "a state of alarm", "saying", "that “the lock is a wreck”"),
        ("demanded", "the resignation of the mayor", "accusing", "her of being “slow”"),
    ],
)
def test_a_reason_that_is_told_is_a_second_statement(
    judging: str, judged: str, reason: str, told: str
):
    content = f"{judged} {reason} {told}"
    text = f"Stone {judging} {content}."
    assert completed(text, found(text, content, judging, "Stone")) == [
        ("Stone", judging, judged),
        ("Stone", reason, told),
    ]


def test_whom_somebody_quotes_as_saying_is_part_of_it():
    content = "the mayor as saying that it rained"
    text = f"Stone quoted {content}."
    assert completed(text, found(text, content, "quoted", "Stone"))[0][2] == content


@pytest.mark.parametrize(
    ("lead", "attribution"),
    [
        ("Jailing Stone", "Ada told the thief: "),
        ("Regarding the pump", "Ada said, "),
        ("In a note to the crew", "Ada wrote: "),
    ],
)
def test_what_leads_up_to_a_whole_quotation_is_the_authors(lead: str, attribution: str):
    text = f"{lead}, {attribution}“They lied to us.”"
    cue = attribution.split()[1].rstrip(",:")
    rows = completed(text, found(text, [lead, "“They lied to us.”"], cue, "Ada"))
    assert rows[0][2] == "“They lied to us.”"


@pytest.mark.parametrize(
    ("begun", "rest"),
    [
        ("In the end", "“the pump was the cause.”"),
        ("Of course", "“I knew the pump.”"),
        ("It was late", "“They lied to us.”"),
    ],
)
def test_a_sentence_that_goes_on_in_quotation_marks_keeps_its_beginning(begun: str, rest: str):
    text = f"{begun}, he said, {rest}"
    assert completed(text, found(text, [begun, rest], "said", "he"))[0][2] == f"{begun} | {rest}"


@pytest.mark.parametrize(
    ("told", "rest"),
    [
        ("A poll showed |Stone well ahead of her rivals", "Brooks came second in the north"),
        ("Some will say |that farmers always complain", "They may be right"),
        ("Stone said |the cut was “later than feared.”", "She kept her “hold” rating"),
    ],
)
def test_a_reported_statement_ends_with_its_sentence(told: str, rest: str):
    front, content = told.split("|")
    text = f"{front}{content}{'' if content.endswith('”') else '.'} {rest}."
    source, cue = next(
        (front[: front.index(verb) - 1], verb)
        for verb in ("showed", "will say", "said")
        if verb in front
    )
    read_on = found(text, text[len(front) : -1], cue, source)
    assert completed(text, read_on)[0] == (source, cue, content)


def test_an_abbreviation_ends_no_sentence():
    content = "his rivals, particularly Govs. Stone and Brooks"
    text = f"Finn would not attack {content}."
    assert completed(text, found(text, content, "attack", "Finn"))[0][2] == content


def test_a_question_that_is_answered_is_not_of_who_answers():
    text = "It was late, Stone conceded. Had she known? She had “some idea of it”. It rained."
    content = ["It was late", "Had she known? She had “some idea of it”"]
    assert completed(text, found(text, content, "conceded", "Stone")) == [
        ("Stone", "conceded", "It was late | She had “some idea of it”")
    ]
    text = "Did she intend to appeal? “I intend to move,” said Stone."
    content = ["Did she intend to appeal", "“I intend to move,”"]
    rows = completed(text, found(text, content, "said", "Stone"))
    assert rows == [("Stone", "said", "“I intend to move,”")]


def test_a_conjunction_opens_what_is_told_behind_it():
    text = "Stone said “no” to the coop because, she said, “the hens like stars.” It rained."
    no = found(text, "“no” to the coop because", "said", "Stone")
    assert completed(text, no)[0] == ("Stone", "said", "“no” to the coop")


def test_a_few_quoted_words_of_another_paragraphs_sentence_are_not_told_on():
    text = (
        "Stone said that the hedge had to go.\n\n"
        "He left school and was, by his own account, “useless at all but hedges”. It rained."
    )
    content = ["that the hedge had to go", "“useless at all but hedges”"]
    rows = completed(text, found(text, content, "said", "Stone"))
    assert rows == [("Stone", "said", "that the hedge had to go")]


def test_the_authors_sentence_in_the_next_paragraph_is_not_told_on():
    text = (
        "China abstained, saying more talks were needed.\n\n"
        "The motion, which “deplores war” and more, was adopted."
    )
    content = ["more talks were needed", "The motion, which “deplores war”"]
    rows = completed(text, found(text, content, "saying", "China"))
    assert rows == [("China", "saying", "more talks were needed")]


def test_a_speech_set_below_a_colon_is_all_of_it():
    text = "In a speech Stone said:\n\nNobody is mistaken about this.\n\nIt cannot be ignored."
    content = ["Nobody is mistaken about this.", "It cannot be ignored."]
    rows = completed(text, found(text, content, "said:", "Stone"))
    assert rows[0][2] == " | ".join(content)


@pytest.mark.parametrize(
    ("asked", "cue", "who"),
    [
        ("Asked if she would stay, Ms Stone shook her head.", "Asked", "Ms Stone"),
        ("He was asked if she would stay.", "was asked", "He"),
    ],
)
def test_who_is_asked_gives_the_answer(asked: str, cue: str, who: str):
    text = f"{asked} “I am off to the hills.”"
    content = ["if she would stay", "“I am off to the hills.”"]
    assert completed(text, found(text, content, cue)) == [
        ("", cue, "if she would stay"),
        (who, "", "“I am off to the hills.”"),
    ]


def test_whom_the_author_asks_gives_the_answer_below():
    text = "I ask Amina what she would say.\n\n“I would say, sit down.”"
    content = ["what she would say", "“I would say, sit down.”"]
    assert completed(text, found(text, content, "ask", "I")) == [
        ("I", "ask", "what she would say"),
        ("Amina", "", "“I would say, sit down.”"),
    ]


def test_a_sentence_of_the_past_behind_a_tag_is_the_authors():
    text = "Ada Brooks was ill in May, her son said. She had been sure of the cure."
    content = ["Ada Brooks was ill in May", "She had been sure of the cure"]
    assert completed(text, found(text, content, "said", "her son"))[0][2] == content[0]


def test_a_sentence_of_today_behind_a_tag_stays():
    text = "The show is a trick, Stone said. It is about who sells."
    content = ["The show is a trick", "It is about who sells"]
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == " | ".join(content)


def test_what_stands_in_front_of_a_where_is_the_authors():
    text = "She went to school in Hull, where, she said, a master told her to read."
    content = ["She went to school in Hull", "where", "a master told her to read"]
    assert completed(text, found(text, content, "said", "she"))[0][2] == content[2]


def test_who_reports_something_within_what_is_told_is_part_of_it():
    text = "Chief Stone said officers were called by a man who reported that it leaked. It rained."
    called = found(text, "officers were called by a man", "said", "Chief Stone")
    leaked = found(text, "that it leaked", "reported", "who")
    assert completed(text, called, leaked)[0][2] == (
        "officers were called by a man who reported that it leaked"
    )


def test_from_where_something_is_called_is_no_part_of_it():
    text = "As it emptied, somebody shouted “Out!” from the gate."
    told = found(text, "“Out!” from the gate", "shouted", "somebody")
    assert completed(text, told)[0][2] == "“Out!”"


def test_the_line_over_a_paragraph_is_no_part_of_what_it_tells():
    line, lead = "Hull open talks on bridge", "Hull have opened talks on a bridge"
    text = f"It rained.\n\n{line}\n\n{lead}, Port Wire understands."
    told = found(text, [line, lead], "understands", "Port Wire")
    assert completed(text, told) == [("Port Wire", "understands", lead)]


def test_the_verb_of_a_sentence_behind_a_clause_of_its_subject_is_not_told_there():
    text = "The clerk, who denies theft of any kind, told friends that it had rained."
    content = "theft of any kind, told friends that it had rained"
    rows = completed(text, found(text, content, "denies", "The clerk"))
    assert rows[0] == ("The clerk", "denies", "theft of any kind")


def test_whom_an_item_is_about_is_no_part_of_it():
    text = "It rained.\n\nHarbour: Carl Stone threw ten balls on Monday, the team said."
    content = "Harbour: Carl Stone threw ten balls on Monday"
    assert completed(text, found(text, content, "said", "the team"))[0][2] == (
        "Carl Stone threw ten balls on Monday"
    )


def test_a_clause_that_is_told_in_a_clause_of_a_subject_goes_on():
    text = "Brooks, who denies that the mill, a ruin, was sold, told friends that it rained."
    content = "that the mill, a ruin, was sold"
    rows = completed(text, found(text, content, "denies", "Brooks"))
    assert rows[0] == ("Brooks", "denies", content)


@pytest.mark.parametrize(
    ("cue", "lead"),
    [
        ("explained", "it to the council: "),
        ("put", "it this way: "),
        ("posted", "a picture of the lock with the words, "),
        ("had this to say about", "the lock: "),
        ("said of", "the lock, "),
        ("wrote on", "the lock: "),
    ],
)
def test_what_leads_up_to_a_whole_quotation_is_no_part_of_it(cue: str, lead: str):
    told = "“They want it gone. So do we.”"
    text = f"Stone {cue} {lead}{told}"
    assert completed(text, found(text, f"{lead}{told}", cue, "Stone"))[0][2] == told


def test_what_leads_up_to_a_few_quoted_words_stays():
    text = "Stone said it to the council, “for the record,” and left."
    content = "it to the council, “for the record,”"
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == content


def test_a_comparison_goes_on_to_the_end_of_its_sentence():
    text = "Stone has yet to answer questions about a boat that proved stronger than most guessed."
    content = "a boat that proved stronger than"
    cue = "has yet to answer questions about"
    got = completed(text, found(text, content, cue, "Stone"))
    assert got[0][2] == "a boat that proved stronger than most guessed"


@pytest.mark.parametrize(
    "lead",
    [
        "Fining the crew",
        "Although the lock was shut",
        "Two weeks after the lock was shut",
        "Despite the rain",
    ],
)
def test_what_leads_up_to_a_speaker_is_no_part_of_what_is_told(lead: str):
    text = f"{lead}, Judge Ada Stone said they had rowed too late."
    content = [lead, "they had rowed too late"]
    assert completed(text, found(text, content, "said", "Judge Ada Stone")) == [
        ("Judge Ada Stone", "said", "they had rowed too late")
    ]


@pytest.mark.parametrize(
    ("lead", "cue"), [("If the lock is shut", "said"), ("While it rains", "said,")]
)
def test_a_condition_and_what_stands_before_a_tag_is_told(lead: str, cue: str):
    text = f"{lead}, Ada Stone {cue} they would row."
    said = found(text, [lead, "they would row"], "said", "Ada Stone")
    assert completed(text, said)[0][2] == f"{lead} | they would row"
