"""Said or thought, by the cue."""

from __future__ import annotations

import pytest

from pipeline.annotate.quotations.act import act_of, speaks_itself


@pytest.mark.parametrize(
    "cue",
    [
        "said",
        "told reporters",
        "according to",
        "wrote in a letter",
        "tweeted",
        ":",
        "",
        "declined to comment",
        "refused to rule out",
        "like to note",
        "is learnt to have told",
        "showed",
        "documents",
        "has long said",
        "tried to explain",
        "wanted to know",
        "made it clear",
        "a statement",
        "expressed concern",
        "agreed with",
        "kvetched",
        "can confirm",
        "can exclusively reveal",
        "was fond of saying",
        "made this known",
        "attempted to explain",
        "would not be drawn on",
        "wouldn’t be drawn on",
    ],
)
def test_saying(cue: str) -> None:
    assert act_of(cue) == "said"


@pytest.mark.parametrize(
    "cue",
    [
        "believes",
        "wants",
        "feared",
        "is planning",
        "had hoped",
        "felt",
        "knows",
        "is considering",
        "is aware",
        "decided",
        "refused",
        "tries",
        "is eager",
        "support for",
        "looked forward to",
        "agreed to",
        "would like to say",
        "hopes to announce",
        "seems",
        "dismay over",
        "am embarrassed by",
    ],
)
def test_thinking(cue: str) -> None:
    assert act_of(cue) == "thought"


def test_what_was_not_or_only_might_be_said_is_no_saying() -> None:
    assert act_of("did not mention") == "thought"
    assert act_of("never said") == "thought"
    assert act_of("would ask") == "thought"


def test_quoted_words_were_said_even_under_a_modal() -> None:
    assert act_of("would say", "“No.”", "The harbour master") == "said"


def test_a_picture_says_nothing_but_a_report_does() -> None:
    assert act_of("shows", "the ferry aground", "Video from the quay") == "thought"
    assert act_of("shows", "the ferry was late", "The harbour report") == "said"


def test_people_who_speak_in_a_picture_say_it() -> None:
    assert act_of("shows", "a sailor talking about the ferry", "Video from the quay") == "said"
    assert act_of("is heard warning", "that it would sink", "A sailor") == "said"


def test_who_has_seen_a_picture_is_none() -> None:
    assert act_of("praised", "the crew", "Many who saw the video") == "said"


def test_what_is_implied_or_aimed_at_is_said() -> None:
    assert act_of("implied", "that the crew had lied", "The mayor") == "said"
    assert act_of("took aim at", "the crew for its delays", "The mayor") == "said"
    assert act_of("aims", "to mend the pump", "The mayor") == "thought"


def test_a_denial_stays_a_statement() -> None:
    assert act_of("has not denied") == "said"


def test_case_and_inflection_do_not_matter() -> None:
    assert act_of("WANTED") == act_of("wanting") == act_of("Wants") == "thought"
    assert act_of("planned") == act_of("worries") == act_of("chosen") == "thought"


def test_what_is_fumed_in_quotation_marks_is_said() -> None:
    assert act_of("fumed", "“It is late,”") == "said"
    assert act_of("fumed", "about the delay") == "thought"


def test_the_month_of_may_is_no_modal() -> None:
    assert act_of("reported in May") == "said"
    assert act_of("said last May", "that the quay was sound") == "said"
    assert act_of("may say") == "thought"


def test_what_a_court_heard_was_said_before_it() -> None:
    assert act_of("heard", "that the till was empty", "The court") == "said"
    assert act_of("was told", "that the till was empty", "an inquiry") == "said"
    assert act_of("heard", "that the till was empty", "Orrin") == "thought"


@pytest.mark.parametrize("cue", ["shot back", "remembers", "observed", "fired back"])
def test_verbs_that_say_beside_quoted_words(cue: str) -> None:
    assert act_of(cue, "“The quay was sound,”") == "said"


def test_what_is_remembered_and_not_quoted_is_thought() -> None:
    assert act_of("remembers", "the old quay") == "thought"


def test_what_somebody_likes_to_say_is_said() -> None:
    assert act_of("liked to say") == "said"
    assert act_of("would like to say") == "thought"


@pytest.mark.parametrize(
    "cue", ["would only say", "wouldn’t comment on", "couldn’t verify", "did not confirm"]
)
def test_what_one_would_not_say_is_told_to_who_asks(cue: str) -> None:
    assert act_of(cue) == "said"


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("passed a motion calling on", "the firm to pay"),
        ("adopted", "a resolution condemning the delay"),
        ("voted for", "a motion which demanded a lock"),
    ],
)
def test_a_body_speaks_by_its_resolution(cue: str, content: str) -> None:
    assert act_of(cue, content) == "said"


def test_what_is_observed_in_somebodys_words_is_said() -> None:
    assert act_of("observed", "that the hall was “a barn”") == "said"
    assert act_of("observed", "that the hall was cold") == "thought"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("She refused to blame the crew. “They rowed all night long.”", "said"),
        ("She resisted: “They rowed all night long.”", "said"),
        ("She thought: “They rowed all night long.”", "thought"),
        ("She refused to blame “a tired crew of four”.", "thought"),
    ],
)
def test_a_sentence_in_marks_is_said_though_its_cue_says_nothing(text: str, act: str) -> None:
    cue = next(text.index(w) for w in ("refused", "resisted", "thought") if w in text)
    spans = ((cue, text.index(" ", cue) if ":" not in text else text.index(":")),)
    content = ((text.index("“"), text.index("”") + 1),)
    assert ("said" if speaks_itself(text, spans, content) else "thought") == act


def test_a_colon_alone_is_no_word_of_saying() -> None:
    text = "Photo caption: The lock is open again."
    assert not speaks_itself(text, ((13, 14),), ((15, len(text)),))


def test_what_is_said_without_proof_is_said() -> None:
    assert act_of("claimed without evidence") == act_of("said without any hesitation") == "said"
    assert act_of("endured without complaint") == "thought"
    assert act_of("left without saying") == act_of("added without even naming") == "thought"


@pytest.mark.parametrize(("content", "act"), [("claims that it leaks", "said"), ("us", "thought")])
def test_who_hits_back_at_claims_speaks(content: str, act: str) -> None:
    assert act_of("has hit back at", content) == act


def test_to_name_somebody_as_the_one_is_to_say_so():
    assert act_of("has identified", "the man as Carl Stone of Hull") == "said"
    assert act_of("identify with", "the party as a whole") == "thought"
    assert act_of("did not identify", "the man as a friend") == "thought"


def test_interest_that_is_shown_is_thought():
    assert act_of("have shown little interest in", "helping") == "thought"


def test_to_call_something_in_words_that_are_quoted_is_to_say_so():
    assert act_of("would describe", "the boat as “a tub with a sail”") == "said"
    assert act_of("preferred to call", "it “a wreck”") == "said"
    assert act_of("would call", "it a wreck") == "thought"
    assert act_of("would not call", "it “a wreck”") == "thought"
    assert act_of("would call", "it “a wreck”", "some") == "thought"


def test_to_refuse_an_answer_is_to_say_so():
    assert act_of("have refused", "to rule out a sale") == "said"
    assert act_of("refused", "to be drawn on the date") == "said"
    assert act_of("refused", "to leave the hall") == "thought"


def test_to_sound_a_note_of_warning_is_to_speak_and_to_sound_tired_is_not() -> None:
    assert act_of("have sounded", "similar notes of alarm") == "said"
    assert act_of("sounded", "tired of it") == "thought"


def test_who_is_open_to_something_thinks_so() -> None:
    assert act_of("are open to", "the plan") == "thought"


def test_to_float_an_idea_is_to_speak() -> None:
    assert act_of("have floated the idea of") == "said"


def test_to_let_somebody_know_is_to_say_so() -> None:
    assert act_of("let the mayor know") == "said"
    assert act_of("know") == "thought"


def test_not_to_discuss_something_is_an_answer() -> None:
    assert act_of("wouldn’t discuss", "the sale") == "said"


def test_what_is_allowed_to_be_so_is_said_and_a_deed_that_is_allowed_is_not():
    assert act_of("allowed", "that the tide had been late", "The mayor") == "said"
    assert act_of("allowed", "the sale of the quay", "The mayor") == "thought"
