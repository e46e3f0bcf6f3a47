"""Decisions hold for the words they are about, whatever the model finds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pipeline.corrections.applying import CorrectedArticle, apply_corrections
from pipeline.corrections.corrections_file import Correction
from pipeline.records import (
    AnnotatedArticle,
    CleanArticle,
    EntityMention,
    Metadata,
    Quotation,
    SaidOn,
    Span,
    Speaker,
)

TEXT = (
    "Ferry late again\n\n"
    "“We sail at dawn,” said Runa Hale, the ferry’s master. “Nobody is left behind.”\n\n"
    "Odo Brack fears that the sea will be rough. “She told me, ‘It will hold,’” he recalled.\n\n"
    "The harbour board, meanwhile, said the ferry was insured."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


def quotation(*contents: str, mention: str = "", name: str = "", **more: Any) -> Quotation:
    source = span(mention) if mention else None
    given: dict[str, Any] = {"kind": "direct", "confidence": 0.5, **more}
    return Quotation(
        tuple(map(span, contents)),
        source=(source,) if source else (),
        speaker=Speaker(
            name or mention,
            "person" if mention else "unknown",
            "",
            mention,
            "name" if mention else "none",
            *(source or (None, None)),
        ),
        said_on=SaidOn("2024-05-02", "", "published"),
        **given,
    )


SAILS = quotation("“We sail at dawn,”", "“Nobody is left behind.”", mention="Runa Hale")
ROUGH = quotation("the sea will be rough", mention="Odo Brack", kind="indirect", act="thought")
OUTER = quotation("“She told me, ‘It will hold,’”", mention="he", name="Odo Brack")
OUTER = replace(OUTER, speaker=replace(OUTER.speaker, basis="pronoun"))
INNER = quotation("‘It will hold,’", mention="She", name="Runa Hale", nested_in=2)
FOUND = (SAILS, ROUGH, OUTER, INNER)
ENTITIES = (
    EntityMention(*span("Runa Hale"), "PERSON", "Runa Hale"),
    EntityMention(*span("Odo Brack"), "PERSON", "Odo Brack"),
    EntityMention(*span("harbour board"), "ORG", "harbour board"),
)


def article(*quotations: Quotation, text: str = TEXT) -> AnnotatedArticle:
    clean = CleanArticle(
        "00112233445566aa", "ferry.txt", text, metadata=Metadata(published="2024-05-02")
    )
    return AnnotatedArticle(clean, quotations, ENTITIES)


def decide(what: Any, quote: str, value: str = "", **more: Any) -> Correction:
    given = {"article_id": "00112233445566aa", "source": "ferry.txt", **more}
    return Correction(what, quote, value=value, **given)


def corrected(*corrections: Correction, found: tuple[Quotation, ...] = FOUND) -> CorrectedArticle:
    return apply_corrections(article(*found), corrections)


def words(quotation: Quotation, text: str = TEXT) -> str:
    return " … ".join(text[start:end] for start, end in quotation.content)


def the(result: CorrectedArticle, start: str) -> tuple[Quotation, str]:
    (found,) = [
        (quotation, cell)
        for quotation, cell in zip(result.annotated.quotations, result.corrected, strict=True)
        if words(quotation, result.annotated.article.text).startswith(start)
    ]
    return found


def test_without_decisions_all_stays() -> None:
    result = corrected()
    assert result.annotated.quotations == FOUND
    assert result.corrected == [""] * len(FOUND)


def test_another_speaker_and_what_the_article_tells_of_them() -> None:
    result = corrected(decide("speaker", "the sea will be rough", "harbour board"))
    quotation, cell = the(result, "the sea")
    assert (quotation.speaker.name, quotation.speaker.type) == ("harbour board", "organization")
    assert quotation.speaker.text == "harbour board"
    assert TEXT[slice(*quotation.source[0])] == "harbour board"
    assert (cell, quotation.confidence) == ("speaker", 1.0)


def test_a_pronoun_stays_the_evidence_of_another_person() -> None:
    speaker = the(
        corrected(decide("speaker", "“She told me, ‘It will hold,’”", "Runa Hale")), "“She"
    )[0].speaker
    assert (speaker.name, speaker.text, speaker.basis) == ("Runa Hale", "he", "pronoun")


def test_a_speaker_that_the_article_does_not_name_has_no_evidence() -> None:
    quotation, _ = the(
        corrected(decide("speaker", "the sea will be rough", "Ilse Marn")), "the sea"
    )
    assert quotation.speaker == Speaker("Ilse Marn", "person", "", "", "none")
    assert quotation.source == ()


def test_another_persons_name_is_no_evidence_even_if_they_share_a_part_of_it() -> None:
    sails = the(
        corrected(
            decide("speaker", "“We sail at dawn,” … “Nobody is left behind.”", "Berit Hale"),
        ),
        "“We sail",
    )[0]
    assert (sails.speaker.text, sails.source) == ("", ())
    sails = the(
        corrected(
            decide("speaker", "“We sail at dawn,” … “Nobody is left behind.”", "Captain Hale")
        ),
        "“We sail",
    )[0]
    assert sails.speaker.text == ""
    sails = the(
        corrected(decide("speaker", "“We sail at dawn,” … “Nobody is left behind.”", "Hale")),
        "“We sail",
    )[0]
    assert sails.speaker.text == "Runa Hale"


def test_nobody_knows_who_it_is() -> None:
    speaker = the(corrected(decide("speaker", "the sea will be rough", "")), "the sea")[0].speaker
    assert (speaker.name, speaker.type) == ("", "unknown")


def test_kind_act_and_date() -> None:
    result = corrected(
        decide("kind", "the sea will be rough", "mixed"),
        decide("act", "the sea will be rough", "said"),
        decide("said_on", "the sea will be rough", "2024-05-01"),
    )
    quotation, cell = the(result, "the sea")
    assert (quotation.kind, quotation.act) == ("mixed", "said")
    assert quotation.said_on == SaidOn("2024-05-01", "", "")
    assert cell == "kind; act; said_on"
    assert quotation.confidence == 0.5


def test_a_new_extent_and_its_kind() -> None:
    result = corrected(
        decide("extent", "“We sail at dawn,” … “Nobody is left behind.”", "We sail at dawn")
    )
    quotation, cell = the(result, "We sail")
    assert (words(quotation), quotation.kind, cell) == ("We sail at dawn", "direct", "extent")
    wide = "Odo Brack fears that the sea will be rough"
    assert the(corrected(decide("extent", "the sea will be rough", wide)), "Odo")[0].kind == (
        "indirect"
    )


def test_what_is_no_quotation_goes_and_what_stood_in_it_stays() -> None:
    result = corrected(decide("not_a_quotation", "“She told me, ‘It will hold,’”"))
    assert len(result.annotated.quotations) == 3
    assert the(result, "‘It will")[0].nested_in is None


def test_one_that_was_missed() -> None:
    result = corrected(
        decide("added", "the ferry was insured", "the ferry was insured", speaker="harbour board")
    )
    quotation, cell = the(result, "the ferry was")
    assert (quotation.speaker.name, quotation.speaker.type) == ("harbour board", "organization")
    assert (quotation.kind, quotation.confidence, cell) == ("indirect", 1.0, "added")
    assert quotation.said_on == SaidOn("2024-05-02", "", "published")


def test_one_missed_inside_another() -> None:
    result = corrected(
        decide("added", "‘It will hold,’", speaker="Runa Hale"), found=(SAILS, ROUGH, OUTER)
    )
    assert the(result, "‘It will")[0].nested_in == 2


def test_what_stood_inside_may_come_to_stand_around() -> None:
    result = corrected(
        decide("extent", "‘It will hold,’", "“She told me, ‘It will hold,’” he recalled"),
        decide("extent", "“She told me, ‘It will hold,’”", "She told me"),
    )
    assert the(result, "“She told")[0].nested_in is None
    inner = the(result, "She told me")[0]
    assert words(result.annotated.quotations[inner.nested_in or 0]).endswith("he recalled")


STRETCHES = ["“We sail at dawn,”", "the sea will be rough", "‘It will hold,’", "Odo Brack fears",
             "“She told me, ‘It will hold,’”", "the ferry was insured", "not there", "the",
             "“We sail at dawn,” … “Nobody is left behind.”", "told me … he recalled"]  # fmt: skip
DECISIONS = st.builds(
    decide,
    st.sampled_from(["accept", "speaker", "extent", "kind", "not_a_quotation", "added", "undone"]),
    st.sampled_from(STRETCHES),
    st.sampled_from([*STRETCHES, "direct", "Ilse Marn"]),
    speaker=st.sampled_from(["", "Runa Hale", "Ilse Marn"]),
    was=st.sampled_from(["accept", "extent"]),
    pieces=st.sampled_from([(), ((3, 9),), ((10**6, 10**6 + 1),)]),
)


@given(st.lists(DECISIONS, max_size=6))
def test_whatever_is_decided_the_rows_stay_sound(decisions: list[Correction]) -> None:
    result = corrected(*decisions)
    quotations = result.annotated.quotations
    assert len(quotations) == len(result.marks) == len(result.found_confidence)
    for number, quotation in enumerate(quotations):
        ends = (0, *(end for _, end in quotation.content))
        assert quotation.content
        for before, (start, end) in zip(ends, quotation.content, strict=False):
            assert before <= start < end <= len(TEXT)
        seen, parent = {number}, quotation.nested_in
        while parent is not None:
            assert parent not in seen
            seen.add(parent)
            parent = quotations[parent].nested_in
    again = corrected(*decisions)
    assert again == result


def test_a_later_decision_on_the_same_field_wins() -> None:
    result = corrected(
        decide("speaker", "the sea will be rough", "Runa Hale"),
        decide("speaker", "the sea will be rough", "harbour board"),
    )
    assert the(result, "the sea")[0].speaker.name == "harbour board"


def test_a_decision_can_be_undone_and_taken_again() -> None:
    gone = decide("not_a_quotation", "the sea will be rough")
    undone = decide("undone", "the sea will be rough", was="not_a_quotation")
    assert corrected(gone, undone).annotated.quotations == FOUND
    assert len(corrected(gone, undone, gone).annotated.quotations) == 3
    (unfit,) = corrected(undone).unfit
    assert "nothing before it" in unfit[1]


def test_a_decision_after_a_new_extent_is_about_the_new_words() -> None:
    result = corrected(
        decide("extent", "the sea will be rough", "that the sea will be rough"),
        decide("speaker", "that the sea will be rough", "Runa Hale"),
    )
    quotation, cell = the(result, "that the sea")
    assert (quotation.speaker.name, cell) == ("Runa Hale", "extent; speaker")


def test_decisions_hold_for_the_same_words_of_another_model() -> None:
    wider = replace(ROUGH, content=(span("that the sea will be rough"),))
    result = corrected(decide("speaker", "the sea will be rough", "Runa Hale"), found=(wider,))
    assert the(result, "that the sea")[0].speaker.name == "Runa Hale"
    accepted = decide("accept", "the sea will be rough", speaker="Odo Brack")
    result = corrected(accepted, found=(replace(wider, speaker=SAILS.speaker),))
    assert the(result, "the sea")[0].speaker.name == "Odo Brack"


def test_what_a_person_kept_is_put_back_when_the_model_misses_it() -> None:
    accepted = decide("accept", "the sea will be rough", speaker="Odo Brack")
    quotation, cell = the(corrected(accepted, found=(SAILS,)), "the sea")
    assert (quotation.speaker.name, cell) == ("Odo Brack", "added; accepted")
    gone = decide("not_a_quotation", "the sea will be rough")
    assert corrected(gone, found=(SAILS,)).unfit == ()


def test_a_model_that_found_the_mended_extent_itself_changes_nothing() -> None:
    wider = replace(ROUGH, content=(span("that the sea will be rough"),))
    mended = decide("extent", "the sea will be rough", "that the sea will be rough")
    result = corrected(mended, found=(wider,))
    assert [words(q) for q in result.annotated.quotations] == ["that the sea will be rough"]


def test_words_that_moved_are_found_and_words_that_went_are_told() -> None:
    longer = "A notice was put up on Friday.\n\n" + TEXT.replace("dawn,” said", "dawn,”\nsaid")
    moved = tuple((start + 32, end + 32) for start, end in ROUGH.content)
    speaker = decide("speaker", "the sea will be rough", "Runa Hale", pieces=ROUGH.content)
    rough = replace(ROUGH, content=moved, source=())
    result = apply_corrections(article(rough, text=longer), [speaker])
    assert the(result, "the sea")[0].speaker.name == "Runa Hale"
    shorter = TEXT.replace("rough", "calm")
    (unfit,) = apply_corrections(article(text=shorter), [speaker]).unfit
    assert unfit[0] is speaker
    assert "no longer in the article" in unfit[1]


def test_the_same_words_twice_are_told_apart_by_their_place() -> None:
    text = "“No,” said Runa Hale.\n\n“No,” said Odo Brack."
    second = text.rindex("“No,”")
    quotations = tuple(
        Quotation(((at, at + 5),), kind="direct", confidence=0.5) for at in (0, second)
    )
    gone = decide("not_a_quotation", "“No,”", pieces=((second, second + 5),))
    (kept,) = apply_corrections(article(*quotations, text=text), [gone]).annotated.quotations
    assert kept.content == ((0, 5),)
