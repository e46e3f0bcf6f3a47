"""Whether two statements are the same one, told by aligning their words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from pipeline.tables.statement_pairs import FUNCTION_WEIGHT, SHORT
from pipeline.tables.statement_words import is_content_word, written_words

CONTAINED = 0.7
"""Share of the shorter statement's weight that the longer one must have."""
PHRASE = 5
"""A statement of a few content words must have so many words, or be quoted."""
_CONTAINED_STRICTLY = 0.85
"""The same where different speakers are credited, or it is not in quotation marks."""
_WHOLLY = 0.95
_PASSAGE = 8
"""So many words in a row are the same statement whatever stands around them."""
_PASSAGE_BY_OTHERS = 15
_PASSAGE_UNQUOTED = 12
_CONTENT_UNQUOTED = 8
_COVERED = 0.5
"""Share of the longer text that makes two reported statements one."""
_STRETCH = 3
"""In the longer statement the shared words may spread over so many times their number."""


@dataclass(frozen=True, slots=True)
class Match:
    """How far the shorter of two statements is found in the longer, in order."""

    contained: float
    """Share of its weight, 0 to 1."""
    words: int
    content: int
    passage: int
    """Words of the longest run without a gap, and below how many carry meaning."""
    passage_content: int
    covered: float
    """Share of the longer text's words, 0 to 1."""

    @classmethod
    def with_itself(cls, words: int, content: int) -> Match:
        return cls(1.0, words, content, words, content, 1.0)

    @property
    def is_phrase(self) -> bool:
        """Whether it is a few words that the longer statement has as they are."""
        return self.content < SHORT and self.contained >= _WHOLLY


def align(words: list[int], longer: list[int]) -> Match:
    """Align a shorter text with a longer one by their longest common subsequence.

    The words are numbers of `word_numbers`, odd for those that carry meaning.
    """
    blocks = [
        (block.a, block.b, block.size)
        for block in LCSseq.editops(words, longer).as_matching_blocks()
        if block.size > 1 or (block.size and words[block.a] & 1)
    ]
    if not blocks:
        return Match(0.0, 0, 0, 0, 0, 0.0)
    matched = content = 0
    for start, _, size in blocks:
        matched += size
        content += _content(words[start : start + size])
    start, _, passage = max(blocks, key=lambda block: block[2])
    spread = blocks[-1][1] + blocks[-1][2] - blocks[0][1]
    share = _weight(matched, content) / _weight(len(words), _content(words))
    return Match(
        share if spread <= _STRETCH * len(words) else 0.0,
        matched,
        content,
        passage,
        _content(words[start : start + passage]),
        matched / len(longer),
    )


def same(match: Match, quoted: bool, is_name: bool, one_occasion: Callable[[], bool]) -> bool:
    """Whether two matched texts of one speaker are the same statement.

    quoted: whether the shorter one is in quotation marks. Reported in other than the
    speaker's words, the same names and topic are not yet the same statement: that wants
    more of both texts.
    is_name: whether it is rather a title or slogan; see `is_name`.
    one_occasion: tells whether both can have been said on one; seldom asked.
    """
    if not quoted:
        if match.passage >= _PASSAGE_UNQUOTED and match.passage_content >= _CONTENT_UNQUOTED:
            return True
        much = match.covered >= _COVERED or match.content >= _CONTENT_UNQUOTED
        enough = match.content > SHORT and match.contained >= _CONTAINED_STRICTLY
        return enough and much
    if match.passage >= _PASSAGE and match.passage_content >= SHORT:
        return True
    if match.content >= SHORT:
        return match.contained >= CONTAINED
    if match.content == SHORT - 1 and match.words > PHRASE and one_occasion():
        return match.contained >= CONTAINED
    if match.contained < _WHOLLY or match.content < 2:
        return False
    return match.words >= PHRASE or (not is_name and one_occasion())


def same_of_others(match: Match, quoted: bool) -> bool:
    """Whether texts that different speakers are credited with are the same statement."""
    if match.passage >= _PASSAGE_BY_OTHERS and match.passage_content >= _CONTENT_UNQUOTED:
        return True
    long_enough = match.content > SHORT + 1 or (match.content > SHORT and match.words >= 2 * PHRASE)
    return quoted and match.contained >= _CONTAINED_STRICTLY and long_enough


def is_name(phrase: str) -> bool:
    """Whether a few quoted words are rather a title or slogan: fewer than two in small letters,
    of those that carry meaning, and not all behind the first."""
    first, *others = [w for w in written_words(phrase) if is_content_word(w.casefold())] or [""]
    small = sum(w[0].islower() for w in others)
    return first[:1].islower() + small < 2 and not (others and small == len(others))


def _content(words: list[int]) -> int:
    return sum([word & 1 for word in words])


def _weight(words: int, content: int) -> float:
    return content + FUNCTION_WEIGHT * (words - content)
