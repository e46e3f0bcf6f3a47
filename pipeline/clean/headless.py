"""Reader comments at the end of a page that no header, date or button shows: they are told
by their voice, which the article above them does not have."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.clean.blocks import SENTENCE_END, Block
from pipeline.clean.looks import word_count
from pipeline.clean.phrases import worded
from pipeline.clean.plain_lines import is_notice
from pipeline.clean.voice import attributes, judges, speaks_as_reader, speaks_personally

_LEAST_ABOVE, _LEAST_SENTENCES = 60, 3
"""Words of the article above, and lines of it."""
_LEAST_PAPERS, _LEAST_OF_PAPER = 2, 10
"""Lines in a row as papers write them, above which no readers speak; and words of one."""
_LONGEST_COMMENT, _LEAST_ANSWER = 40, 20
"""Words: of comments, on average; and of an answer."""
_SHARE_ASKED = 0.3
_LEAST_TOLD, _LEAST_READERS = 4.0, 2
"""What the lines must tell together, as `_told` counts; and how many must tell it."""
_SHARE_READERS = 0.4
_LEAST_SPOKEN, _SHARE_SPOKEN = 3, 0.5
"""Lines labelled as comments, and their share of those from the first one on."""
_MOST_PERSONAL = 0.15
"""Share of an article's sentences in the first or second person where it is told in the third."""
_MOST_ALIKE = 0.3
"""How often an article may speak as only readers do, for each time that these do."""
QUOTATION_MARKS = '“"‘«„'
_QUOTATION_ENDS = re.compile(r"[”\"’»“][.!?]?$|[”\"’»“] ?[-–—] ?[^.!?]{2,60}$")
_HANDLE = re.compile(r"@\w{1,30}\.?$")
_ITEM = re.compile(r"(?:[-*•·►▪]|\(?\d{1,3}[.)])\s")
_LONGEST_NAME = 3
"""Words."""
_PERSONAL, _PERSONAL_TOO = 1.3, 0.3
"""What a line in the first or second person tells, below an article in the third and below
any other."""
_INITIAL = re.compile(r"(?:^|[ .])[A-ZÀ-Þ]\.$")
_LEAST_SENTENCE = 5
_FRONT = 3
"""Words in which an item of a list has its date or number."""
_NEVER = -5.0


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a line tells of who speaks in it."""

    told: float
    """How much it is a reader's, whoever wrote the text above; an article's lines tell less
    than nothing."""
    personal: bool
    """Whether it says "I" or "you" and quotes nobody with it."""
    strict: bool
    """Whether only readers write so."""
    papers: bool
    """Whether it is a sentence of some length as papers write it."""


def readers_begin(blocks: Sequence[Block], labels: Sequence[str]) -> int:
    """Where readers begin to speak up to the end of the page, though no name or date shows
    it; 0 if they do not.

    What an article quotes of them stands in quotation marks, between its own paragraphs or
    below a colon. So the page is parted where the lines below tell most for readers.
    """
    last = _last_heard(blocks, labels)
    if not last:
        return 0
    first = len(blocks) - len(last)
    heard = [*(_hear(blocks, labels, place) for place in range(first)), *last]
    above = _Above(blocks, labels, heard)
    best, start = 0.0, 0
    told = personal = 0.0
    papers = 0
    for place in range(len(blocks) - 1, 0, -1):
        told += heard[place].told
        personal += heard[place].personal
        papers = papers + 1 if heard[place].papers else 0
        if papers >= _LEAST_PAPERS:
            break
        others = above.is_of_other_voice(place)
        total = told + (_PERSONAL if others else _PERSONAL_TOO) * personal
        if total > best:
            best, start = total, place
    if best < _LEAST_TOLD or above.words[start] < _LEAST_ABOVE:
        return 0
    below = [
        n
        for n in range(start, len(blocks))
        if labels[n] in ("body", "comment") or is_sentence_of_reader(blocks[n].text)
    ]
    if above.sentences[start] < _LEAST_SENTENCES or _is_interview([blocks[n].text for n in below]):
        return 0
    strict = sum(heard[place].strict for place in below if labels[place] in ("body", "comment"))
    others = above.is_of_other_voice(start)
    readers = sum(heard[n].told > 0 or (others and heard[n].personal) for n in below)
    if not others and above.strict[start] * len(below) > _MOST_ALIKE * strict * start:
        # Of an article that speaks as its readers do, such as a diary, more would be its own.
        return 0
    said = [place for place in below if not _is_name(blocks[place].text)]
    if not strict or readers < _LEAST_READERS or readers < _SHARE_READERS * len(said):
        return 0
    named = any(_is_name(blocks[place].text) for place in range(start, said[-1]))
    return start - 1 if start > 1 and named and _is_name(blocks[start - 1].text) else start


def _last_heard(blocks: Sequence[Block], labels: Sequence[str]) -> list[_Heard]:
    """The last lines, up to where they tell enough for readers; none if two lines that a paper
    writes come first."""
    heard: list[_Heard] = []
    most = 0.0
    papers = 0
    for place in range(len(blocks) - 1, 0, -1):
        line = _hear(blocks, labels, place)
        heard.append(line)
        most += max(0.0, line.told + _PERSONAL * line.personal)
        if most >= _LEAST_TOLD:
            return heard[::-1]
        papers = papers + 1 if line.papers else 0
        if papers >= _LEAST_PAPERS:
            break
    return []


def readers_go_on(blocks: Sequence[Block], labels: Sequence[str], start: int) -> int:
    """Where readers begin among the lines labelled as comments, though no name or date shows
    it and the article speaks as they do; 0 if none of them are readers'."""
    below = range(start, len(blocks))
    said = [place for place in below if labels[place] == "comment"]
    if len(said) < _LEAST_SPOKEN or len(said) < _SHARE_SPOKEN * len(below):
        return 0
    if any(_is_quoted(blocks[place].text) for place in said):
        return 0
    readers = [place for place in below if speaks_as_reader(blocks[place].text)]
    alike = sum(speaks_as_reader(block.text) for block in blocks[1:start])
    if len(readers) < _LEAST_READERS or alike * len(said) > _MOST_ALIKE * len(readers) * start:
        return 0
    first = readers[0]
    # Of what is written as papers write, only the spacing tells it from the article.
    spacing = blocks[first].gap
    if first > 1 and blocks[start - 1].gap != spacing:
        while first > start and blocks[first - 1].gap == spacing:
            first -= 1
        if first > start and blocks[first].gap == spacing:
            first -= 1
    return first


class _Above:
    """Of each place of a page, what the body above it is like."""

    def __init__(
        self, blocks: Sequence[Block], labels: Sequence[str], heard: Sequence[_Heard]
    ) -> None:
        self.words, self.sentences, self.personal, self.strict = [0], [0], [0], [0]
        for block, label, line in zip(blocks, labels, heard, strict=True):
            body = label in ("body", "comment")
            sentence = body and _is_sentence(block.text)
            self.words.append(self.words[-1] + (word_count(block.text) if body else 0))
            self.sentences.append(self.sentences[-1] + sentence)
            self.personal.append(self.personal[-1] + (sentence and line.personal))
            self.strict.append(self.strict[-1] + (body and line.strict))

    def is_of_other_voice(self, place: int) -> bool:
        """Whether the article is told in the third person."""
        return self.personal[place] <= _MOST_PERSONAL * self.sentences[place]


def _hear(blocks: Sequence[Block], labels: Sequence[str], place: int) -> _Heard:
    text, label = blocks[place].text, labels[place]
    if label in ("title", "deck", "caption", "byline"):
        return _Heard(_NEVER if label in ("title", "deck") else 0.0, False, False, False)
    if (label == "boilerplate" and not is_sentence_of_reader(text)) or _is_name(text):
        return _Heard(0.0, False, False, False)
    if _is_quoted(text) or attributes(text) or blocks[place - 1].text[-1] == ":":
        return _Heard(_NEVER, False, False, True)
    own = speaks_personally(text)
    strict = speaks_as_reader(text)
    told = 2.0 * strict + 0.7 * judges(text)
    told += 0.5 * text.endswith(("?", "!")) + 0.7 * _is_unfinished(text)
    papers = not told and not own and word_count(text) >= _LEAST_OF_PAPER
    if not told and not own:
        told = -min(1.5, word_count(text) / 20)
    elif label == "comment":
        told += 1.0
    if _ITEM.match(text):
        told -= 0.7
    return _Heard(told, own, strict, papers)


def _is_unfinished(text: str) -> bool:
    """Whether a line ends without a mark as readers' sentences do, and is no item of a list
    or heading: mostly small words, and no figures in front."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    figures = any(word[0].isdigit() for word in words[:_FRONT])
    return SENTENCE_END.search(text) is None and not figures and small > len(words) / 2


def is_sentence_of_reader(text: str) -> bool:
    """Whether a line that looks like furniture may be a comment: it ends as a sentence does or
    speaks as readers do, and is not worded as furniture is."""
    told = text[-1] in ".!?" or speaks_personally(text) or speaks_as_reader(text)
    return told and word_count(text) > 1 and not worded(text) and not is_notice(text)


def _is_interview(texts: Sequence[str]) -> bool:
    """Whether lines are questions with answers below them, or too long for comments."""
    words = [word_count(text) for text in texts if not _is_name(text)]
    asked = sum(
        text.endswith("?") and word_count(answer) >= _LEAST_ANSWER
        for text, answer in itertools.pairwise(texts)
    )
    return sum(words) > _LONGEST_COMMENT * len(words) or asked >= _SHARE_ASKED * len(texts)


def _is_quoted(text: str) -> bool:
    """Whether a line stands in quotation marks, or is the handle below a post."""
    whole = text[0] in QUOTATION_MARKS and _QUOTATION_ENDS.search(text) is not None
    return whole or _HANDLE.match(text) is not None


def _is_sentence(text: str) -> bool:
    return word_count(text) >= _LEAST_SENTENCE and SENTENCE_END.search(text) is not None


def _is_name(text: str) -> bool:
    return word_count(text) <= _LONGEST_NAME and (
        text[-1].isalnum() or _INITIAL.search(text) is not None
    )
