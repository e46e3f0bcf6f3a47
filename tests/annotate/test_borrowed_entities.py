"""Entities of another pipeline."""

from __future__ import annotations

import spacy

from pipeline.annotate.entities.borrowed import BorrowedEntities


def test_labels_of_another_pipeline_become_those_of_the_tables():
    lender = spacy.blank("en")
    found = {"Ada Brooks": "PER", "Larkhaven": "GPE", "Hamlet": "WORK_OF_ART", "nine": "CARDINAL"}
    ruler = lender.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in found.items()])  # type: ignore[attr-defined]
    component = BorrowedEntities()
    component.lender = lender
    doc = component(spacy.blank("en")("Ada Brooks saw Hamlet nine times in Larkhaven."))
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        *(("Ada Brooks", "PERSON"), ("Hamlet", "MISC"), ("Larkhaven", "GPE"))
    ]
