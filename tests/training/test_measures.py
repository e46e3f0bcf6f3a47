"""What counts as right."""

from dataclasses import dataclass

from pipeline.training.measures import Counts, WordsOf, bare, count_pieces, match_attributions

TEXT = 'The mayor of Dunmore said on Friday that "the old bridge will not be closed".'


@dataclass
class Found:
    source: tuple = ()
    cue: tuple = ()
    content: tuple = ()


def span(words):
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def matched(gold, found, **options):
    return match_attributions(WordsOf(TEXT), [gold], [found], **options)[0]


def test_outer_punctuation_does_not_count():
    quoted = span('"the old bridge will not be closed"')[0]
    plain = span("the old bridge will not be closed")[0]
    assert bare(TEXT, quoted) == bare(TEXT, plain) == plain
    counts = Counts()
    count_pieces(counts, TEXT, [quoted], [plain])
    assert counts.f1 == 1.0


def test_a_piece_with_one_wrong_end_is_wrong():
    counts = Counts()
    count_pieces(counts, TEXT, span("The mayor of Dunmore"), span("The mayor"))
    assert (counts.right, counts.predicted, counts.gold) == (0, 1, 1)


def test_attributions_match_by_half_their_words_and_a_word_of_the_source():
    gold = Found(span("The mayor of Dunmore"), (), span("the old bridge will not be closed"))
    assert matched(gold, Found(span("mayor"), (), span("bridge will not be closed")))
    assert not matched(gold, Found(span("mayor"), (), span("the old bridge")))
    assert not matched(gold, Found(span("Friday"), (), gold.content))
    assert not matched(gold, Found((), (), gold.content))
    assert matched(gold, Found((), (), gold.content), with_source=False)


def test_two_without_source_match():
    content = span("the old bridge will not be closed")
    assert matched(Found(content=content), Found(content=content))


def test_direct_compares_only_words_in_quotation_marks():
    gold = Found(content=span('that "the old bridge will not be closed'))
    found = Found(content=span('said on Friday that "the old bridge will not be closed'))
    assert matched(gold, found, direct=True)
    indirect = Found(content=span("The mayor of Dunmore said"))
    assert match_attributions(WordsOf(TEXT), [indirect], [indirect], direct=True) == ([], 0, 0)


def test_each_gold_attribution_is_matched_once():
    gold = Found(content=span("the old bridge will not be closed"))
    pairs, wanted, given = match_attributions(WordsOf(TEXT), [gold], [gold, gold])
    assert (len(pairs), wanted, given) == (1, 1, 2)
