"""What nobody says or thinks has no row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.annotate.test_completion import completed, found


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The council voted to close the pool.", "The council", "voted", "to close the pool"),
        ("Port police arrested eight people.", "Port police", "arrested", "eight people"),
        ("The board approved the plan.", "The board", "approved", "the plan"),
        ("The court adjourned the case to May.", "The court", "adjourned", "the case to May"),
        ("The tree project aims to cool us.", "The tree project", "aims", "to cool us"),
        ("The bill on trees seeks to help us.", "The bill on trees", "seeks", "to help us"),
        ("It would also test the board.", "It", "would also test", "the board"),
        ("Ada Brooks saw an old boat.", "Ada Brooks", "saw", "an old boat"),
        ("The crew knew her well.", "The crew", "knew", "her well"),
        ("Ada Brooks seemed to be enjoying it.", "Ada Brooks", "seemed", "to be enjoying it"),
        ("Visitors are required to sign.", "Visitors", "are required to", "sign"),
        ("Brooks thought about it.", "Brooks", "thought about", "it"),
        ("Harbour claimed an equaliser.", "Harbour", "claimed", "an equaliser"),
        ("A doctor diagnosed mumps.", "A doctor", "diagnosed", "mumps"),
        ("Ada Brooks shared a photo of it.", "Ada Brooks", "shared", "a photo of it"),
        ("Ada Brooks posted a clip of him.", "Ada Brooks", "posted a clip of", "him"),
        ("Harbour conceded a late penalty.", "Harbour", "conceded", "a late penalty"),
        ("A late Finn header denies Harbour.", "A late Finn header", "denies", "Harbour"),
        ("Brooks considered it for long.", "Brooks", "considered", "it for long"),
        ("Brooks considered the matter again.", "Brooks", "considered", "the matter again"),
        ("She rose, addressing the crew.", "She", "addressing", "the crew"),
        ("The Speaker disallowed a motion.", "The Speaker", "disallowed", "a motion"),
        ("The captain laughed at that.", "The captain", "laughed at", "that"),
        ("The tolls are aimed at farms.", "The tolls", "are aimed at", "farms"),
        ("The bill would guarantee a seat.", "The bill", "would guarantee", "a seat"),
        ("The crew sought marks known as scars.", "The crew", "known as", "scars"),
        (
            "A clerk did not respond to a request for comment.",
            "A clerk",
            "did not respond to",
            "a request for comment",
        ),
        (
            "Stone didn’t immediately return messages seeking comment.",
            "Stone",
            "didn’t immediately return",
            "messages seeking comment",
        ),
        ("Stone offered no evidence.", "Stone", "offered", "no evidence"),
        ("It was a pledge that Stone broke.", "Stone", "a pledge", "that"),
        ("Residents can comment on the plan until May.", "Residents", "can comment on", "the plan"),
        ("He may have a point about the cost.", "He", "may have a point about", "the cost"),
        ("A judge denied bail for Brooks.", "A judge", "denied", "bail for Brooks"),
        ("The club had not announced a captain.", "The club", "had not announced", "a captain"),
        ("Ports must report new damage within a day.", "Ports", "must report", "new damage"),
        ("The board and Brooks looked at old bills.", "Brooks", "looked at", "old bills"),
        ("Port leaders pulled the harbour bill.", "Port leaders", "pulled", "the harbour bill"),
        ("I heard about it at the market.", "I", "heard about", "it at the market"),
        ("A sailor I have known for years left.", "I", "have known", "A sailor"),
        ("It is not backed by any union.", "any union", "is not backed by", "It"),
        ("He bought yen, which was helped by rain.", "rain", "was helped by", "which"),
        ("The vote will be welcomed by the town.", "the town", "will be welcomed by", "The vote"),
        (
            "With nearly all polls reporting, Stone led.",
            "nearly all polls",
            "reporting",
            "Stone led",
        ),
        (
            "Volunteers wrote the names of the lost on a door.",
            "Volunteers",
            "wrote",
            "the names of the lost",
        ),
        (
            "Brooks will play Ann Rood, a widow who suspects that he drowned.",
            "who",
            "suspects",
            "that he drowned",
        ),
    ],
)
def test_what_is_done_or_seems_is_not_said(text: str, source: str, cue: str, content: str):
    assert completed(text, found(text, content, cue, source)) == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The hall is expected to open in May.", "is expected", "to open in May"),
        ("Anyone with news is asked to call 101.", "is asked", "to call 101"),
        ("Residents are also being urged to stay in.", "are also being urged to", "stay in"),
        ("Ada Brooks was known for her hats.", "was known for", "her hats"),
        ("Her death was confirmed on Friday.", "was confirmed", "Her death"),
        ("Ada Brooks was reported missing.", "was reported", "missing"),
        ("There is more to know about the hall.", "to know about", "the hall"),
        ("Asked about the hall, Ada Brooks left.", "Asked about", "the hall"),
        ("She left when pressed on the delay.", "when pressed on", "the delay"),
        ("Prices rose amid fears of a long strike.", "fears of", "a long strike"),
        ("It was unclear whether the hall was safe.", "was unclear", "whether the hall was safe"),
    ],
)
def test_what_befalls_and_what_nobody_tells_is_left_to_the_author(
    text: str, cue: str, content: str
):
    assert completed(text, found(text, content, cue, "")) == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("It is feared that the hall burned.", "is feared", "that the hall burned"),
        ("Staff were urged to leave.", "were urged", "to leave"),
        ("Staff were told that the hall was shut.", "were told", "that the hall was shut"),
        ("The hall is said to be haunted.", "is said", "to be haunted"),
        ("There were fears that the hall burned.", "fears", "that the hall burned"),
    ],
)
def test_what_is_told_by_nobody_who_is_named_stays(text: str, cue: str, content: str):
    assert completed(text, found(text, content, cue, "")) == [("", cue, content)]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Brooks signed a letter saying it rained.", "signed", "a letter saying it rained"),
        ("Brooks won praise for the plan.", "won praise for", "the plan"),
        ("Brooks hired “the best cook in Port”.", "hired", "“the best cook in Port”"),
        ("Brooks appeared to suggest it rained.", "appeared to suggest", "it rained"),
        ("Brooks backed the plan.", "backed", "the plan"),
        ("Brooks aims to sell the boat.", "aims", "to sell the boat"),
        ("Brooks adjourned the talks saying it rained.", "adjourned", "the talks saying it rained"),
        ("Brooks knew the boat was old.", "knew", "the boat was old"),
        ("Brooks saw the boat as a wreck.", "saw", "the boat as a wreck"),
        ("Brooks heard that it sank.", "heard", "that it sank"),
        ("Brooks aimed at keeping it out.", "aimed at", "keeping it out"),
    ],
)
def test_a_deed_that_tells_something_stays(text: str, cue: str, content: str):
    assert completed(text, found(text, content, cue, "Brooks")) == [("Brooks", cue, content)]


def test_a_cue_that_says_nothing_needs_a_sure_model():
    text = "The press snubbed the mayor. The mayor slammed the press."
    unsure = [
        replace(found(text, "the mayor", "snubbed", "The press"), confidence=0.2),
        replace(found(text, "the press.", "slammed", "The mayor"), confidence=0.2),
    ]
    assert completed(text, *unsure) == [("The mayor", "slammed", "the press.")]


@pytest.mark.parametrize("cue", ["has come under fire for", "faced sharp criticism for"])
def test_who_is_criticised_does_not_criticise(cue: str):
    text = f"Brooks {cue} the delay."
    assert completed(text, found(text, "the delay", cue, "Brooks")) == [("", cue, "the delay")]


@pytest.mark.parametrize(
    "text",
    ["Does Brooks worry about the pool?", "It rained. But did Brooks ever worry about the pool?"],
)
def test_what_the_author_asks_about_somebody_is_not_theirs(text: str):
    assert completed(text, found(text, "the pool", "worry about", "Brooks")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Does Brooks worry about the pool? “Every night,” she said.",
        "What Brooks and others worry about is the pool.",
        "Others say they worry about the pool?",
    ],
)
def test_a_question_that_is_answered_tells_who_answers(text: str):
    source = "Brooks" if "Brooks" in text else "they"
    asked = found(text, "the pool", "worry about", source)
    assert (source, "worry about", "the pool") in completed(text, asked)


def test_what_somebody_was_asked_in_a_clause_is_a_question():
    text = "Asked about whether the pool would close, Ada Brooks left."
    asked = found(text, "whether the pool would close", "Asked about")
    assert len(completed(text, asked)) == 1


@pytest.mark.parametrize("content", ["the pool can stay", "the pool can stay?"])
def test_what_an_interviewer_asks_is_not_what_you_think(content: str):
    text = "Q: Do you think the pool can stay?\n\nA: It has to go."
    sources = [source for source, _, _ in completed(text, found(text, content, "think", "you"))]
    assert sources == ["Q", "A"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("If you want a quiet seat, book early.", "want", "a quiet seat"),
        ("Lest you think that the tram is free, it is not.", "think", "that the tram is free"),
        ("You might worry about the stairs.", "might worry about", "the stairs"),
    ],
)
def test_whom_the_author_addresses_says_nothing(text: str, cue: str, content: str):
    source = "You" if text.startswith("You") else "you"
    assert completed(text, found(text, content, cue, source)) == []


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("As you pointed out, the tram is old.", "you", "pointed out"),
        ("Minister You thinks the tram is old.", "You", "thinks"),
    ],
)
def test_what_you_said_and_what_ms_you_thinks_stays(text: str, source: str, cue: str):
    assert completed(text, found(text, "the tram is old", cue, source)) != []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Here is what experts say about it.", "experts", "say", "Here is"),
        ("What she said on Friday is true.", "she", "said", "What"),
        ("She said it again at the christening.", "She", "said", "it again at the christening"),
    ],
)
def test_words_that_point_to_others_tell_nothing(text: str, source: str, cue: str, content: str):
    assert completed(text, found(text, content, cue, source)) == []


def test_it_may_be_what_somebody_speaks_of():
    text = "She said it was late."
    assert len(completed(text, found(text, "it was late", "said", "She"))) == 1


def test_a_dateline_with_a_colon_is_no_turn():
    text = "HOLM: The minister opened the quay.\n\nIt rained."
    assert completed(text, found(text, "The minister opened the quay.", ":", "HOLM")) == []


def test_a_label_that_others_follow_is_a_turn():
    text = "HOST: The quay is open.\n\nBROOKS: It is."
    assert completed(text, found(text, "The quay is open.", ":", "HOST"))


def test_who_is_written_to_does_not_say_it():
    text = "Dear Sleepless: You are right."
    assert completed(text, found(text, "You are right.", ":", "Dear Sleepless")) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Harbour denies the claim.", "Harbour", "denies", "the claim"),
        ("Brooks considers the matter closed.", "Brooks", "considers", "the matter closed"),
        ("Brooks considers that in May it sank.", "Brooks", "considers", "that in May it sank"),
    ],
)
def test_what_somebody_denies_or_holds_stays(text: str, source: str, cue: str, content: str):
    assert completed(text, found(text, content, cue, source)) == [(source, cue, content)]


def test_the_heading_of_a_section_says_nothing():
    text = "It rained.\n\nWhat the figures show\n\nIt will rain again."
    assert completed(text, found(text, "What", "show", "the figures")) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Stone did not respond to questions about the hall.",
            "Stone",
            "did not respond to",
            "questions about the hall",
        ),
        ("Port Wire is reporting the mill is lost.", "Port Wire", "reporting", "the mill is lost"),
        ("Brooks wrote the hall was cold.", "Brooks", "wrote", "the hall was cold"),
        (
            "Brooks asked a widow who suspects that he drowned.",
            "who",
            "suspects",
            "that he drowned",
        ),
    ],
)
def test_what_only_looks_like_silence_or_a_part_stays(
    text: str, source: str, cue: str, content: str
):
    assert (source, cue, content) in completed(text, found(text, content, cue, source))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("It was denied by the union.", "the union", "was denied by", "It"),
        ("She had to report that it sank.", "She", "had to report", "that it sank"),
        ("Stone said it was old. She was against it.", "She", "was against", "it"),
        ("It was supported by the union.", "the union", "was supported by", "It"),
        ("She denied the request was hers.", "She", "denied", "the request was hers"),
        ("It was supported by the crew.", "the crew", "was supported by", "It"),
        ("It was late, I knew.", "I", "knew", "It was late"),
    ],
)
def test_a_passive_of_saying_and_what_one_had_to_tell_stay(text, source, cue, content):
    assert completed(text, found(text, content, cue, source)) == [(source, cue, content)]


def test_what_leads_to_a_list_is_no_statement():
    text = "Here's what the firm reported for the year, by sales:\n\nBoats: 12\n"
    assert (
        completed(text, found(text, ["what", "for the year, by sales"], "reported", "the firm"))
        == []
    )
