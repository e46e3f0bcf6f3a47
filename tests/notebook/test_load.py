"""The pipeline that ships, as scripts and notebooks load it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import pipeline
from pipeline.errors import WhosaidError
from pipeline.records import Quotation

ROOT = Path(__file__).resolve().parents[2]
BODY = "“The ferry will sail again,” said Mayor Ursula Ferrant on Tuesday. It rained."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load(threads=1)


def test_importing_it_loads_no_library() -> None:
    asked = "import sys, pipeline; print({'spacy', 'pandas', 'pyarrow', 'numpy'} & {*sys.modules})"
    told = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.strip() == "set()"


def test_a_text_becomes_a_doc_with_quotations_entities_and_sentences(nlp: Language) -> None:
    doc = nlp(BODY)
    (quotation,) = doc._.quotations
    assert isinstance(quotation, Quotation)
    assert quotation.speaker.name == "Ursula Ferrant"
    assert [span.text for span in doc.spans["cue"]] == ["said"]
    assert "Ursula Ferrant" in {entity.text for entity in doc.ents}
    assert len([*doc.sents]) == 2


def test_texts_in_a_stream_and_words_already_parted_give_the_same(nlp: Language) -> None:
    parted = [token.text for token in nlp.make_doc(BODY)]
    spaces = [bool(token.whitespace_) for token in nlp.make_doc(BODY)]
    docs = [nlp(BODY), *nlp.pipe([BODY, BODY]), nlp(Doc(nlp.vocab, words=parted, spaces=spaces))]
    assert len({doc._.quotations for doc in docs}) == 1


def test_the_day_is_reckoned_from_the_date_given(nlp: Language) -> None:
    plain, dated = nlp.pipe(
        [pipeline.article(nlp, BODY), pipeline.article(nlp, BODY, published="2020-01-09")]
    )
    assert plain._.quotations[0].said_on.date == ""
    assert dated._.quotations[0].said_on.date == "2020-01-07"


def test_copies_and_pickles_keep_all(nlp: Language) -> None:
    doc = nlp(BODY)
    for again in (doc.copy(), pickle.loads(pickle.dumps(doc))):
        assert again._.quotations == doc._.quotations
        assert pipeline.quotes_table(again).equals(pipeline.quotes_table(doc))
        assert pipeline.entities_table(again).equals(pipeline.entities_table(doc))


def test_less_than_no_thread_is_told() -> None:
    with pytest.raises(WhosaidError, match="-1 is no number of threads"):
        pipeline.load(threads=-1)


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(WhosaidError, match=r"there is no model in .*"):
        pipeline.load(str(tmp_path))
