"""A user's own decisions tell how good the model is, and teach it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.corrections.corrections_file import Correction, append_corrections
from pipeline.errors import WhosaidError
from pipeline.records import AnnotatedArticle, CleanArticle, Quotation, Speaker
from pipeline.training.corrected import labelled_stretches, read_corrected
from pipeline.training.evaluate_corrections import Verdict, bins, evaluate_corrections, verdicts
from tests.running import run, write_corpus


def decide(what: Any, quote: str, confidence: float | None = 0.6, **more: Any) -> Correction:
    return Correction(what, quote, article_id="aa", confidence=confidence, **more)


def test_accepted_is_right_and_another_speaker_or_extent_is_wrong() -> None:
    found, missed, _ = verdicts(
        [
            decide("accept", "one"),
            decide("speaker", "two", value="Odo"),
            decide("extent", "three", value="three words"),
            decide("accept", "three words", 1.0),
            decide("not_a_quotation", "four"),
            decide("said_on", "five", value="2024-01-01"),
            decide("kind", "six", value="direct"),
            decide("accept", "six"),
            decide("added", "seven", None, value="seven"),
        ]
    )
    assert [verdict.right for verdict in found] == [True, False, False, False, True]
    assert {verdict.confidence for verdict in found} == {0.6}
    assert missed == 1


def test_what_is_undone_counts_for_nothing() -> None:
    found, *_ = verdicts(
        [decide("not_a_quotation", "one"), decide("undone", "one", was="not_a_quotation")]
    )
    assert found == []


def test_a_changed_mind_counts_as_it_was_last() -> None:
    found, *_ = verdicts(
        [
            decide("not_a_quotation", "one"),
            decide("accept", "one"),
            decide("speaker", "two", value="Odo", speaker="Runa"),
            decide("speaker", "two", value="Runa", speaker="Odo"),
            decide("accept", "two", speaker="Runa"),
        ]
    )
    assert [verdict.right for verdict in found] == [True, True]


def test_only_what_was_added_and_kept_had_been_missed() -> None:
    found, missed, unmeasured = verdicts(
        [
            decide("added", "one", None, value="one"),
            decide("speaker", "one", None, value="Odo"),
            decide("added", "two", None, value="two"),
            decide("not_a_quotation", "two", None),
            decide("speaker", "three", None, value="Odo"),
            decide("not_a_quotation", "four", None),
            decide("kind", "five", None, value="direct"),
        ]
    )
    assert (found, missed, unmeasured) == ([], 1, 2)


def test_bins_and_their_bounds() -> None:
    found = [Verdict(0.95, True), Verdict(1.0, True), Verdict(0.9, False), Verdict(0.2, False)]
    low, high, everything = bins(found)
    assert (low.low, low.decided, low.precision) == (0.0, 1, 0.0)
    assert (high.low, high.decided, high.right) == (0.9, 3, 2)
    assert everything.decided == 4
    assert 0.2 < high.interval[0] < high.precision < high.interval[1] < 1.0
    assert high.mean_confidence == pytest.approx(0.95)


def test_the_figures_are_printed(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    append_corrections(
        path,
        [
            *(decide("accept", "one", 0.93), decide("added", "two", None)),
            decide("not_a_quotation", "three", None),
        ],
    )
    lines: list[str] = []
    evaluate_corrections(path, lines.append)
    assert lines[1].split()[:5] == ["0.9", "to", "1.0", "1", "1"]
    assert any("missed them: 1" in line for line in lines)
    assert any("want of a confidence" in line and line.endswith(": 1.") for line in lines)


def test_nothing_to_measure_is_told(tmp_path: Path) -> None:
    with pytest.raises(WhosaidError, match="no file"):
        evaluate_corrections(tmp_path / "corrections.csv", print)
    append_corrections(tmp_path / "corrections.csv", [decide("act", "one", value="said")])
    with pytest.raises(WhosaidError, match="right or wrong"):
        evaluate_corrections(tmp_path / "corrections.csv", print)
    append_corrections(tmp_path / "corrections.csv", [decide("not_a_quotation", "two", None)])
    with pytest.raises(WhosaidError, match="has a confidence"):
        evaluate_corrections(tmp_path / "corrections.csv", print)
    (tmp_path / "corrections.csv").write_text("source,words,what,is\na.txt,one,accept,\n", "utf-8")
    with pytest.raises(WhosaidError, match="The column quote is missing"):
        evaluate_corrections(tmp_path / "corrections.csv", print)


TEXT = (
    "“We sail at dawn,” said Runa Hale.\n\n"
    "“Nobody is left behind,” she added. It was late.\n\n"
    "The harbour board wrote the ferry was insured.\n\n"
    "Odo Brack fears a storm."
)


def quotation(content: str, cue: str, source: str, text: str = TEXT) -> Quotation:
    spans = [
        (text.index(words), text.index(words) + len(words)) for words in (content, cue, source)
    ]
    speaker = Speaker(source, "person", "", source, "name", *spans[2])
    return Quotation((spans[0],), (spans[1],), (spans[2],), confidence=0.5, speaker=speaker)


SAILS = quotation("“We sail at dawn,”", "said", "Runa Hale")
NOBODY = quotation("“Nobody is left behind,”", "added", "she")
INSURED = quotation("the ferry was insured", "wrote", "The harbour board")
STORM = quotation("a storm", "fears", "Odo Brack")
ARTICLE = AnnotatedArticle(CleanArticle("aa", "ferry.txt", TEXT), (SAILS, NOBODY, INSURED, STORM))


def test_paragraphs_that_are_decided_become_examples() -> None:
    (stretch,) = labelled_stretches(
        ARTICLE,
        [decide("accept", "“We sail at dawn,”"), decide("accept", "“Nobody is left behind,”")],
    )
    assert stretch.text == TEXT[: TEXT.index("\n\nThe harbour")]
    first, second = stretch.attributions or ()
    assert [stretch.text[slice(*s)] for s in (first.source[0], first.cue[0])] == [
        *("Runa Hale", "said")
    ]
    assert stretch.text[slice(*second.content[0])] == "“Nobody is left behind,”"


def test_stretches_apart_are_examples_of_their_own_with_their_own_offsets() -> None:
    _, stretch = labelled_stretches(
        ARTICLE, [decide("accept", "“We sail at dawn,”"), decide("accept", "a storm")]
    )
    (attribution,) = stretch.attributions or ()
    assert stretch.text == "Odo Brack fears a storm."
    assert stretch.text[slice(*attribution.content[0])] == "a storm"


def test_what_is_no_quotation_teaches_that() -> None:
    (stretch,) = labelled_stretches(ARTICLE, [decide("not_a_quotation", "a storm")])
    assert (stretch.text, stretch.attributions) == ("Odo Brack fears a storm.", ())


def test_what_nobody_decided_or_marked_teaches_nothing() -> None:
    assert list(labelled_stretches(ARTICLE, [])) == []
    added = decide("added", "It was late.", None, speaker="Runa Hale")
    accepted = decide("accept", "“Nobody is left behind,”")
    assert list(labelled_stretches(ARTICLE, [added, accepted])) == []
    two = replace(ARTICLE, quotations=(SAILS, replace(NOBODY, cue=())))
    assert list(labelled_stretches(two, [accepted])) == []


def test_a_statement_is_taught_with_the_paragraph_that_introduces_it() -> None:
    text = "Runa Hale said at noon:\n\n“The sails are torn.”\n\nOdo Brack fears a storm."
    torn = quotation("“The sails are torn.”", "said", "Runa Hale", text)
    storm = quotation("a storm", "fears", "Odo Brack", text)
    article = AnnotatedArticle(CleanArticle("aa", "ferry.txt", text), (torn, storm))
    (stretch,) = labelled_stretches(article, [decide("accept", "“The sails are torn.”")])
    (attribution,) = stretch.attributions or ()
    assert stretch.text == text[: text.index("\n\nOdo")]
    parts = (attribution.source, attribution.cue, attribution.content)
    assert [stretch.text[slice(*spans[0])] for spans in parts] == [
        *("Runa Hale", "said", "“The sails are torn.”")
    ]


def test_a_statement_that_reaches_out_of_what_was_decided_teaches_nothing() -> None:
    text = (
        "Odo Brack fears a storm. “We wait,” said Runa Hale.\n\n"
        "“We wait for days.” The board wrote the ferry was insured.\n\n"
        "The harbour was quiet.\n\n"
        "“It is late,” he added."
    )
    waits = quotation("“We wait,”", "said", "Runa Hale", text)
    more = text.index("“We wait for")
    waits = replace(waits, content=(*waits.content, (more, more + len("“We wait for days.”"))))
    late = quotation("“It is late,”", "added", "Odo Brack", text)
    storm = quotation("a storm", "fears", "Odo Brack", text)
    insured = quotation("the ferry was insured", "wrote", "The board", text)
    article = AnnotatedArticle(CleanArticle("aa", "ferry.txt", text), (storm, waits, insured, late))
    decided = [
        decide("accept", "a storm"),
        decide("accept", "“We wait,” … “We wait for days.”", pieces=waits.content),
        decide("accept", "“It is late,”"),
    ]
    assert list(labelled_stretches(article, decided)) == []
    (both,) = labelled_stretches(
        replace(article, quotations=(storm, waits, insured)),
        [*decided[:2], decide("accept", "the ferry was insured")],
    )
    assert len(both.attributions or ()) == 3


def test_rows_that_teach_nothing_are_told(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "news", 2), tmp_path / "tables"
    run(corpus, outputs)
    path = corpus / "corrections.csv"
    words = '"We will build it in 1 months,"'
    said: list[str] = []

    path.write_text(f"source,words,what,is\n01.txt,{words},accept,\n", "utf-8")
    with pytest.raises(WhosaidError, match="The column quote is missing"):
        read_corrected(path, outputs, said.append)
    path.write_text(f"source,quote,what,is\nother.txt,{words},accept,\n", "utf-8")
    with pytest.raises(WhosaidError, match="with --outputs"):
        read_corrected(path, outputs, said.append)
    assert said == []

    with path.open("a", encoding="utf-8") as file:
        file.write(f"01.txt,{words},agreed,\n01.txt,{words},accept,\n")
    (stretch,) = read_corrected(path, outputs, said.append)
    assert len(stretch.attributions or ()) == 1
    (line,) = said
    assert "1 that are no decision, 1 on articles" in line
