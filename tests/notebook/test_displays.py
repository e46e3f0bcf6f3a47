"""Quotations as displaCy draws them."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path

from spacy import displacy
from spacy.tokens import Doc

import pipeline
from pipeline.annotate.network.encoder import Reading
from pipeline.annotate.network.labels import ROLES
from pipeline.annotate.quotations.component import WhosaidAttribution
from pipeline.records import Speaker
from tests.annotate.marked_article import article


def drawn(doc: Doc) -> str:
    return displacy.render(
        pipeline.displacy_spans(doc), style="span", manual=True, jupyter=False, page=False
    )


def quoting(marked: str, speaker: str) -> Doc:
    """A Doc as the pipeline leaves it, all its quotations of one speaker."""
    doc = article(marked)
    found = tuple(replace(q, speaker=Speaker(speaker, "person")) for q in doc._.quotations)
    WhosaidAttribution().set_annotations(doc, found)
    return doc


def test_source_cue_and_content_are_labelled_and_the_content_has_its_speaker() -> None:
    doc = quoting("“{q:It rains},” {s:he} {c:said}.", "Bodo Kinsella")
    spans = pipeline.displacy_spans(doc)["spans"]
    assert {(doc.text[s["start"] : s["end"]], s["label"], s["kb_id"]) for s in spans} == {
        ("he", "SOURCE", ""),
        ("said", "CUE", ""),
        ("It rains", "CONTENT", "Bodo\N{NO-BREAK SPACE}Kinsella"),
    }
    assert "Bodo\N{NO-BREAK SPACE}Kinsella" in drawn(doc)


def test_a_source_that_two_quotations_share_is_marked_once() -> None:
    doc = quoting("{s:He} {c:said} {q:it rained}.", "Bodo Kinsella")
    first = doc._.quotations[0]
    WhosaidAttribution().set_annotations(doc, (first, replace(first, content=((8, 10),))))
    labels = [span["label"] for span in pipeline.displacy_spans(doc)["spans"]]
    assert labels == ["SOURCE", "CUE", "CONTENT", "CONTENT"]


def test_a_text_without_quotations_is_drawn_too() -> None:
    doc = article("It rained.")
    doc._.encoding = Reading()
    assert "rained" in drawn(doc)


def test_markup_in_an_article_stays_text() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    doc = quoting("“{q:It <script>alert(2)</script> rains},” {s:he} {c:said}.", hostile)
    html = drawn(doc)
    assert "<img" not in html
    assert "<script" not in html
    assert "&lt;img\N{NO-BREAK SPACE}src=x" in html


def test_every_label_has_its_colour() -> None:
    project = Path(__file__).resolve().parents[2] / "pyproject.toml"
    named = tomllib.loads(project.read_text("utf-8"))["project"]["entry-points"]
    (colors,) = (EntryPoint("", at, "").load() for at in named["spacy_displacy_colors"].values())
    assert set(colors) == set(ROLES)
