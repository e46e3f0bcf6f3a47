"""From what the encoder read to quotations."""

import pytest
import spacy

from pipeline.annotate.network.decoding import Attribution, Piece
from pipeline.annotate.network.encoder import Reading
from pipeline.annotate.quotations.component import WhosaidAttribution
from pipeline.annotate.quotations.strays import parted_by_beats, with_speech_beside
from pipeline.records import Quotation


def contents(text, *, cue, pieces):
    """The content of the quotation made of a cue and pieces, given by their words."""
    component = WhosaidAttribution(completing=False)
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp(text)

    def piece(words):
        start = text.index(words)
        span = doc.char_span(start, start + len(words))
        return Piece(span.start, span.end, 0.9)

    attribution = Attribution(tuple(map(piece, pieces)), piece(cue), None, 0.9, 0.9)
    doc._.encoding = Reading(attributions=(attribution,))
    (quotation,) = component.predict(doc)
    return [text[start:end] for start, end in quotation.content]


TEXT = (
    "The pier would reach the old lighthouse. Neighbours told the board that it was ugly. "
    "It would cast a shadow. “We swim there,” they said."
)


def test_a_few_words_of_another_sentence_are_no_part_of_a_statement():
    assert contents(TEXT, cue="told", pieces=["The pier", "that it was ugly"]) == [
        "that it was ugly"
    ]


def test_a_whole_sentence_and_a_quotation_stay_with_a_cue_elsewhere():
    pieces = ["that it was ugly", "It would cast a shadow", "“We swim there,”"]
    assert contents(TEXT, cue="told", pieces=pieces) == pieces


INTRODUCED = (
    "Divers were called at noon. Thanking them, the harbour master said: “They saved a life.”"
)


@pytest.mark.parametrize("cue", ["said", "said:"])
def test_what_stands_before_whoever_a_colon_introduces_is_no_part_of_what_is_quoted(cue):
    pieces = ["Divers were called at noon", "“They saved a life.”"]
    assert contents(INTRODUCED, cue=cue, pieces=pieces) == ["“They saved a life.”"]


@pytest.mark.parametrize("gap", [" ", " It was late.\n\n"])
def test_a_sentence_about_somebody_else_parts_the_quotation_behind_it(gap: str):
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Ron"}])
    beat = "Her husband, Ron, shrugged. “Same as ever.” He left. “Bye.”"
    text = f"“He lied,” said Debbie.{gap}{beat}"
    doc = nlp(text)
    doc.char_span(text.index("Her"), text.index("Her") + 3)[0].is_sent_start = True

    def span(words):
        return text.index(words), text.index(words) + len(words)

    pieces = tuple(span(words) for words in ("“He lied,”", "“Same as ever.”", "“Bye.”"))
    quotation = Quotation(content=pieces, cue=(span("said"),), source=(span("Debbie"),))
    own, ron = parted_by_beats(doc, quotation)
    assert own.content == pieces[:1]
    assert (ron.source, ron.content) == ((span("Ron"),), pieces[1:])


def test_the_sentence_behind_a_quotation_and_its_cue_is_the_authors():
    text = "“It is ugly,” she said. She wants another board."
    pieces = ["“It is ugly,”", "She wants another board"]
    assert contents(text, cue="said", pieces=pieces) == ["“It is ugly,”"]


def test_a_paragraph_above_a_quotation_is_the_authors():
    text = "The board met in a hall.\n\n“It is ugly,” she said."
    pieces = ["The board met in a hall", "“It is ugly,”"]
    assert contents(text, cue="said", pieces=pieces) == ["“It is ugly,”"]


def test_somebody_new_parts_the_quotation_of_the_next_paragraph():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    text = "Ada said it was “a tub.”\n\nA sailor who built it put it another way. “It swims.”"
    doc = nlp(text)
    doc.char_span(text.index("A sailor"), len(text), alignment_mode="contract")[
        0
    ].is_sent_start = True

    def span(words):
        return text.index(words), text.index(words) + len(words)

    pieces = (span("it was “a tub.”"), span("“It swims.”"))
    quotation = Quotation(content=pieces, cue=(span("said"),), source=(span("Ada"),))
    own, other = parted_by_beats(doc, quotation)
    assert (own.content, other.source) == (pieces[:1], (span("A sailor"),))


def test_who_answers_a_question_put_in_a_new_paragraph_spoke_before():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    text = "“I drank it,” he said.\n\nThe judge frowned. “All of it?”\n\n“Not alone.”"
    doc = nlp(text)
    doc.char_span(text.index("The"), text.index("The") + 3)[0].is_sent_start = True
    pieces = tuple(
        (text.index(words), text.index(words) + len(words))
        for words in ("“I drank it,”", "“All of it?”", "“Not alone.”")
    )
    said, he = text.index("said"), text.index("he said")
    quotation = Quotation(pieces, ((said, said + 4),), ((he, he + 2),))
    own, judge = parted_by_beats(doc, quotation)
    assert own.content == (pieces[0], pieces[2])
    assert [text[slice(*span)] for span in (*judge.source, *judge.content)] == [
        "The judge",
        "“All of it?”",
    ]


def test_an_attribution_has_the_speech_that_it_directly_follows():
    text = "“The keel is sound. I trust it,” she said.\n\nAda wrote on the wall: “It is not.”"

    def span(words):
        return text.index(words), text.index(words) + len(words)

    below, speech = span("“It is not.”"), span("“The keel is sound. I trust it,”")
    astray = Quotation(content=(below,), cue=(span("said"),), source=(span("she"),))
    assert with_speech_beside(text, [astray])[0].content == (speech, below)
    known = Quotation(content=(speech,))
    assert with_speech_beside(text, [astray, known])[0].content == (below,)


@pytest.mark.parametrize(
    "cue, topic",
    [
        ("said of", "the old pier"),
        ("said", "about the rain"),
        ("joked in reference to", "the absent diver"),
        ("told", "who had asked why she was late"),
        ("said,", "to cheers that went round the quay"),
    ],
)
def test_what_a_quotation_in_front_is_said_of_is_no_part_of_it(cue: str, topic: str) -> None:
    hearer = "a man " if cue == "told" else ""
    text = f"“It will not last,” Ada {cue} {hearer}{topic}. “It never did.”"
    pieces = ["“It will not last,”", topic, "“It never did.”"]
    assert contents(text, cue=cue, pieces=pieces) == ["“It will not last,”", "“It never did.”"]


def test_what_a_quotation_in_front_goes_on_with_is_part_of_it() -> None:
    text = "“It is our bad luck,” Ada said, that both piers were shut."
    pieces = ["“It is our bad luck,”", "that both piers were shut"]
    assert contents(text, cue="said", pieces=pieces) == pieces


def test_a_subheading_in_single_marks_is_no_part_of_the_quotation_above() -> None:
    text = "“It will not last,” Ada said. “It never did.”\n\n'All bets are off.'\n\nThe pier shut."
    pieces = ["“It will not last,”", "“It never did.”", "'All bets are off.'"]
    assert contents(text, cue="said", pieces=pieces) == pieces[:2]


def test_whoever_answers_has_not_said_what_stands_in_a_paragraph_above() -> None:
    text = "The first shout came.\n\n“Do your job!”\n\n“I do,” Ada answered."
    pieces = ["“Do your job!”", "“I do,”"]
    assert contents(text, cue="answered", pieces=pieces) == ["“I do,”"]


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("It dawned on Carl ", "that the pier had been shut for good and would never open"),
        ("In the north, ", "a keeper lived like a king while the crews went hungry"),
    ],
)
def test_the_rest_of_another_sentence_is_no_part_of_what_is_told(lead: str, told: str) -> None:
    text = f"{lead}{told}. Ada said it was cold."
    assert contents(text, cue="said", pieces=[told, "it was cold"]) == ["it was cold"]


def test_a_sentence_in_front_is_part_of_what_is_told() -> None:
    told = "the pier was shut for good and would never open"
    text = f"But {told}. Nobody came any more, Ada said."
    pieces = [told, "Nobody came any more"]
    assert contents(text, cue="said", pieces=pieces) == pieces
