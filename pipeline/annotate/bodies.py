"""Organisations of an article: acronyms, short forms, and `the bank` for the bank.

A name is taken to a longer one only where the article itself gives it: by introducing
an acronym, by its initials, by a newspaper's last word (`the Post`).
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from pipeline.annotate.doc_words import doc_words
from pipeline.annotate.lexicon import COMPANY_NOUNS, MEDIA_NOUNS, MEDIA_TAILS, words
from pipeline.annotate.marks import quoted_spans
from pipeline.annotate.names import fold, readable, without_possessive

_LABELS = frozenset({"ORG", "GPE", "LOC", "NORP", "FAC", "MISC", "PRODUCT", "EVENT"})
_SMALL_WORDS = words("of the and for in on to & de")
_TAILS = words(
    "inc corp corporation co company group holdings ltd llc plc media news america international "
    "network foundation institute university airlines motors partners capital ag"
)
_WORKS = words("film movie documentary book novel memoir album song play series")
_PUBLIC_BODIES = words(
    "department senate house congress committee court university party bureau commission agency "
    "administration government ministry council parliament campaign office service union "
    "association pentagon police board army navy force nations treasury state"
)


class Bodies:
    """The organisations (and places) an article names."""

    def __init__(self, doc: Doc):
        entities = [entity for entity in doc.ents if entity.label_ in _LABELS]
        self._places: list[tuple[int, str]] = [
            (entity.start, plain(entity.text)) for entity in entities if entity.label_ == "ORG"
        ]
        self._works = _works_in_quotation_marks(doc)
        names = Counter(plain(entity.text) for entity in entities if entity.label_ != "NORP")
        self._spelling: dict[str, str] = {}
        for name in sorted(names, key=_is_shouted):
            self._spelling.setdefault(fold(name), name)
        self._longer = introduced_acronyms(doc, list(names))
        self._add_short_forms(list(names))

    def canonical(self, text: str) -> str:
        """The article's fullest name for an organisation, without its leading article."""
        name = plain(text)
        return self._longer.get(_key(name)) or self._spelling.get(fold(name)) or _readable(name)

    def described(self, noun: str, at: int) -> str:
        """The organisation that `the <noun>` takes up at a token; empty if none stands out."""
        before = [name for place, name in self._places if place < at]
        by_word = [name for name in before if noun in fold(name).split()[-1:]]
        if by_word:
            return self.canonical(by_word[-1])
        if noun in _WORKS:
            return self._only_work(at)
        if noun not in COMPANY_NOUNS | MEDIA_NOUNS:
            return ""
        named = [self.canonical(name) for name in before]
        private = Counter(name for name in named if _PUBLIC_BODIES.isdisjoint(fold(name).split()))
        ranked = private.most_common(2)
        if not ranked or ranked[0][1] < 2:
            return ""
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else ""

    def _only_work(self, at: int) -> str:
        """The one title in quotation marks that stands before a token."""
        works = {name for place, name in self._works if place < at}
        return next(iter(works)) if len(works) == 1 else ""

    def _add_short_forms(self, names: list[str]) -> None:
        for long in names:
            words = fold(long).split()
            if len(words) < 2:
                continue
            if words[-1] in MEDIA_TAILS:
                self._longer.setdefault(words[-1], long)
            if len(words) == 2 and words[1].strip(".") in _TAILS:
                self._longer.setdefault(words[0], long)


def _works_in_quotation_marks(doc: Doc) -> list[tuple[int, str]]:
    """(token, title) of each work named in quotation marks: few words, all in capitals'
    case, no comma at the end, no quotation of anybody."""
    said = [span for quotation in doc._.quotations for span in quotation.content]
    works = []
    text = doc_words(doc).text
    for quoted in quoted_spans(text):
        title = " ".join(text[quoted.inner_start : quoted.inner_end].split())
        words = title.split()
        capital = all(word[0].isupper() or word[0].isdigit() or len(word) < 4 for word in words)
        if not quoted.closed or not 1 <= len(words) <= 6 or not capital or title[-1] in ",.!?":
            continue
        if any(start <= quoted.start and quoted.end <= end for start, end in said):
            continue
        span = doc.char_span(quoted.start, quoted.end, alignment_mode="expand")
        if span is not None:
            works.append((span.start, title))
    return works


def introduced_acronyms(doc: Doc, names: list[str]) -> dict[str, str]:
    """Acronym (folded, without periods) → the name it stands for in this article.

    Either the article sets it in brackets behind the name, or it has the initials of
    exactly one name of the article.
    """
    found: dict[str, str] = {}
    acronyms = {_key(name) for name in names if is_acronym(name)}
    acronyms |= {_key(word) for word in doc_words(doc).places if is_acronym(word)}
    by_initials: dict[str, set[str]] = {}
    for name in names:
        if len(name.split()) > 1:
            for initials in _initials(name):
                by_initials.setdefault(initials, set()).add(name)
    for acronym in acronyms:
        if len(long := by_initials.get(acronym, set())) == 1:
            found[acronym] = next(iter(long))
    return found


def is_acronym(text: str) -> bool:
    """`NATO`, `S.E.C.`: two to seven capitals, periods and an ampersand allowed."""
    if not text.isupper():
        return False
    letters = text.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()


def plain(text: str) -> str:
    """A name on one line without possessive and leading article."""
    name = without_possessive(" ".join(text.split()).strip('"“”‘’,;: '))
    first, _, rest = name.partition(" ")
    return rest if first.casefold() in {"the", "a", "an"} and rest else name


def _is_shouted(name: str) -> bool:
    """`WASHINGTON`, as datelines have it; an acronym is shorter."""
    return name.isupper() and len(name) > 5


def _readable(name: str) -> str:
    """`PORT WIRE` in ordinary spelling; one word in capitals may be an acronym."""
    return readable(name) if " " in name else name


def _key(name: str) -> str:
    return fold(name).replace(".", "") if is_acronym(name) else fold(name)


def _initials(name: str) -> set[str]:
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    capitals = "".join(word[0] for word in words if word.casefold() not in _SMALL_WORDS)
    everything = "".join(word[0] for word in words)
    return {fold(capitals), fold(everything)}
