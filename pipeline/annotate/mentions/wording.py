"""How a description is written as a speaker: no article, possessives by name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spacy.tokens import Doc

from pipeline.annotate.dating.time_expressions import MONTHS, WEEKDAYS
from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    BODY_NOUNS,
    DETERMINERS,
    NAMED_GROUPS,
    PARTICIPLES,
    PHRASE_STARTERS,
    POSSESSIVE_MARKS,
    words,
)
from pipeline.annotate.text.names import is_honorific, readable
from pipeline.annotate.text.nouns import type_of_head
from pipeline.annotate.text.pronouns import THIRD_PERSON

_DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_ARTICLES = _DEMONSTRATIVES | {"the", "a", "an"}
_LIMITING = words(
    "not at close up more less fewer almost nearly about roughly over only some few half"
)
"""First words of `Not everyone`, `At least one lawyer` and `More than half`."""
_COUNTING = words("few dozen hundred thousand million")
"""What says something else without its article: `a few residents`."""
_NAMELESS = words(
    "top senior local former other early recent current prominent leading likely rival multiple "
    "various outside younger older foreign domestic political legal medical social exit health"
)
_OF_PARTIES = words("democratic republican labour conservative liberal green national")
"""Adjectives that are a party's, whatever they mean in small letters."""
_TIME_INSIDE = re.compile(
    r"(\b[a-z][\w’'-]*) (?:(?:earlier )?(?:last|this) (?:week|month|year)|yesterday"
    rf"|(?:on )?(?:{'|'.join(WEEKDAYS).title()})|in (?:{'|'.join(MONTHS).title()})"
    r")(?= (?:about|by|from|in|of|to) )"
)
"""`a poll |last week| by Harbour Research`: when it was made is no part of what it is."""
_OWNING = words("its their his her my your")
_BOTH = re.compile(r"( (?:for|from|of|by)) both(?= .+ and )")
"""`lawyers for |both| Brooks and Stone` are elsewhere the lawyers for Brooks and Stone."""
_ASKED = words("polled questioned affected concerned arrested accused injured")
_BEHIND_WHOM = PHRASE_STARTERS | {",", ";", "and", "or"}
"""What may follow `her` in `sources close to her`."""
_NO_PERSONS = words("news staff team wire reports today times post contributed desk")


class Wording:
    """Writes the descriptions of one article."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast, persons: Mapping[int, int]):
        """`persons`: person of each resolved third-person pronoun, by token."""
        self._doc = doc
        self._layout = layout
        self._cast = cast
        self._persons = persons

    def of(self, part: Part, owner: str = "") -> str:
        """The words of a part: `his lawyer` is `Abe Stone's lawyer`.

        `owner`: who `its` and `their` stand for, where that is known.
        """
        start = part.start
        first = self._doc[start].lower_
        if first in _ARTICLES and part.end - start > 1:
            # "those in Ohio", "those polled" would be nothing without their first word.
            behind = self._doc[start + 1].lower_
            polled = first == "those" and behind in PARTICIPLES | _ASKED
            alone = first in _DEMONSTRATIVES and behind in PHRASE_STARTERS
            few = first in {"a", "an"} and behind in _COUNTING
            start += not (alone or polled or few)
        if self._doc[start].lower_ == "police" and self._doc[start + 1 : part.end].text.partition(
            " "
        )[0].endswith("ing"):
            # "police |looking for a man|" are the police.
            return self._written(start, start + 1, owner)
        if (body := self._body_behind(part)) is not None:
            before, name = body
            return f"{self._written(start, before, owner)} {name}"
        if (named := self._named_owner(start, part.end)) is not None:
            name, at = named
            rest = self._written(at, part.end, owner)
            # "James' lawyer" is James Stone's.
            bare = rest[1:2] == " " and not name.endswith("s")
            return name + (f"{rest[0]}s{rest[1:]}" if bare else rest)
        return self._written(start, part.end, owner)

    def _body_behind(self, part: Part) -> tuple[int, str] | None:
        """The name behind `a spokesman for |the ferry company|, Harbour Lines,` and the token
        where the noun phrase begins that it explains."""
        lower, end = doc_words(self._doc).lower, part.end
        if lower[end : end + 1] != [","] or lower[end - 1] not in BODY_NOUNS:
            return None
        at = self._layout.entity[end + 1] if end + 1 < len(lower) else -1
        if at < 0 or self._layout.ents[at].label_ != "ORG" or end == part.start + 1:
            return None
        body = self._layout.ents[at]
        closed = body.start == end + 1 and lower[body.end : body.end + 1] == [","]
        first = next((i for i in range(end - 2, part.start, -1) if lower[i] == "the"), 0)
        governed = first > part.start and lower[first - 1] in {"for", "of", "at", "from"}
        plain = closed and governed and all(self._layout.entity[i] < 0 for i in range(first, end))
        return (first, body.text) if plain else None

    def _named_owner(self, start: int, end: int) -> tuple[str, int] | None:
        """The full name of `Mr. Stone` in `Mr. Stone's lawyer`, and the token behind it."""
        at = start
        while at < end - 2 and (is_honorific(self._doc[at].text) or self._doc[at].text == "."):
            at += 1
        person = self._cast.at_token.get(at)
        if person is None or at + 2 >= end or self._doc[at + 1].text not in POSSESSIVE_MARKS:
            return None
        entry = self._cast.persons[person]
        return (entry.name, at + 1) if entry.parsed.given else None

    def name_of(self, part: Part) -> str:
        """A name in its description: the name alone, or the body it heads
        (`the Brooks campaign`)."""
        start = part.name_start
        return doc_words(self._doc).between(start, part.name_end)

    def _written(self, start: int, end: int, owner: str) -> str:
        pieces: list[str] = []
        for at in range(start, end):
            token = self._doc[at]
            text = token.text
            person = self._persons.get(at)
            if (
                token.lower_ in {"his", "her"}
                and token.lower_ in THIRD_PERSON
                and person is not None
            ):
                text = self._cast.persons[person].name
                behind = self._doc[at + 1].lower_ if at + 1 < end else ","
                if token.lower_ == "his" or behind not in _BEHIND_WHOM:
                    # but "sources close to her"
                    text = f"{text}'s"
            elif owner and token.lower_ in _OWNING:
                if owner not in "".join(pieces):
                    # "Port Wire's review of its own files" names it already.
                    text = f"{owner}'" if owner.islower() and owner.endswith("s") else f"{owner}'s"
            elif at == start and self._is_lowerable(at):
                text = text[:1].lower() + text[1:]
            pieces.append(text + (" " if token.whitespace_ else ""))
        text = " ".join("".join(pieces).split()).strip(" ,;:-–—")
        text = _BOTH.sub(r"\1", _TIME_INSIDE.sub(r"\1", text))
        bare = text.strip('"“” ,;:')
        if bare.count('"') % 2 == 0 and bare.count("“") == bare.count("”"):
            text = bare
        return readable(text) if " " in text else text

    def _is_lowerable(self, at: int) -> bool:
        """Whether a capital is there because a sentence begins, not because of a name."""
        token = self._doc[at]
        if self._layout.entity[at] >= 0 or at in self._cast.at_token or not token.is_title:
            return False
        low = token.lower_
        if low in NAMED_GROUPS or low.endswith("+"):
            return False
        numbered = self._doc[at + 1 : at + 2].text.isdigit()
        if numbered and (low == "no" or type_of_head(low) == "document"):
            # "No 10", "Article 12"
            return False
        common = low in DETERMINERS or low in _LIMITING or type_of_head(low) != "unknown"
        common = common or self._describes(at)
        opens = at == self._layout.sentence_start[at] or self._doc[at - 1].text == "."
        return (opens and common) or low in DETERMINERS

    def _describes(self, at: int) -> bool:
        """Whether a capital word is an adjective or noun that the article also has in small
        letters, or that is in no name, in front of one: `Top |divers|`, `Rival |Stone| aides`."""
        low, behind = self._doc[at].lower_, at + 1
        if behind >= len(self._doc) or low in _OF_PARTIES:
            return False
        named = self._layout.entity[behind] >= 0 or behind in self._cast.at_token
        plain = low in _NAMELESS or low in doc_words(self._doc).places
        return plain and (named or self._doc[behind].is_lower)


_TITLES = "Sen Rep Gov Gen Prof Rev Capt Col Sgt Adm Hon Messrs"
_END_OF_NAMES = re.compile(
    rf"(?<=[A-Za-z]{{3}}){''.join(f'(?<!{title})' for title in _TITLES.split())}\.(?:\s|$)"
)
"""The first period of a byline but that of an initial, a title or `Jr.`."""


def byline_authors(byline: str) -> list[str]:
    """The persons of a byline: `By JANE ROE and Abe Stone` has two.

    Sentences about who else helped and how to reach them, handles and newsrooms are left out.
    """
    text = _END_OF_NAMES.split(" ".join(byline.split()))[0]
    if text[:3].casefold() == "by ":
        text = text[3:]
    helped = " contributed" in text
    authors = []
    for piece in text.replace(" and ", ",").replace(";", ",").replace("&", ",").split(","):
        words = piece.split()
        if not 2 <= len(words) <= 4 or any(word[0] in "@#" for word in words):
            continue
        if not _NO_PERSONS.isdisjoint(word.casefold().strip(".") for word in words):
            continue
        if words[0] == "The" or not {"(", ")"}.isdisjoint(piece):
            continue
        if all(word[:1].isupper() for word in words):
            authors.append(readable(" ".join(words)))
    return authors[:1] if helped else authors
