"""Where persons are named: the PERSON entities, mended by what the article itself shows.

Entity recognition misses mentions and mistakes some (`Ham` for an organisation). A family
name of somebody whom the article names in full is that person wherever it stands alone.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from pipeline.annotate.lexicon import DETERMINERS, NAMED_GROUPS, PREPOSITIONS, words
from pipeline.annotate.names import (
    PARTICLES,
    fold,
    given_name_gender,
    is_common_given_name,
    is_honorific,
    is_rank,
    is_role_noun,
    is_title_word,
    parse_name,
    split_title,
    without_possessive,
)
from pipeline.annotate.nouns import type_of_head
from pipeline.annotate.pronouns import PRONOUNS
from pipeline.annotate.spans import token_span

_LONGEST_NAME = 3
_OTHER_LABELS = frozenset({"ORG", "GPE", "LOC", "FAC", "MISC", "PRODUCT", "EVENT", "NORP"})
_LONGEST_PERSON = 3
_NO_GIVEN_NAMES = (
    DETERMINERS
    | PREPOSITIONS
    | words("and but or if when as so then yet now today mr mrs ms dr he she they it i we new")
)


def name_spans(doc: Doc) -> list[tuple[int, int]]:
    """Token spans of persons' names, sorted, without overlaps."""
    spans = [
        _bare_name(doc, entity.start, entity.end)
        for entity in doc.ents
        if entity.label_ == "PERSON"
    ]
    alone = _single_word_sources(doc)
    spans += [span for entity in doc.ents if (span := _person_inside(entity, alone)) is not None]
    spans = [piece for span in spans for piece in _split_headline(doc, span, spans)]
    spans += _behind_honorifics(doc, {at for span in spans for at in range(*span)})
    known = _known_names(doc, spans)
    taken = {at for start, end in spans for at in range(start, end)}
    longer = {
        at
        for entity in doc.ents
        if entity.label_ != "PERSON" and entity.end - entity.start > 1
        for at in range(entity.start, entity.end)
    }
    folded = {fold(name) for name in known}
    spans += [
        (entity.start, entity.end)
        for entity in doc.ents
        if entity.label_ in _OTHER_LABELS - {"GPE", "LOC", "NORP"}
        and _plain_fold(entity.text) in folded
    ]
    taken.update(at for start, end in spans for at in range(start, end))
    sources = _named_sources(doc, known)
    known |= _known_names(doc, sources)
    inside = {at for start, end in sources for at in range(start, end)}
    for span in [*sources, *_bare_names(doc, known, taken | longer | inside)]:
        # A full name takes the place of the half of it that an entity covered.
        halves: list[tuple[int, int]] = []
        if not taken.isdisjoint(range(*span)):
            halves = [half for half in spans if span[0] <= half[0] and half[1] <= span[1]]
        free = {at for half in halves for at in range(*half)}
        if all(at in free or at not in taken for at in range(*span)) and longer.isdisjoint(
            range(*span)
        ):
            spans = [*(other for other in spans if other not in halves), span]
            taken.update(range(*span))
    return sorted(set(spans))


def _bare_name(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """An entity without the role before its name and the bracket behind: `Ada Brooks (D-Ohio)`
    is often one entity up to some point inside the bracket."""
    bracket = next((at for at in range(start + 1, end) if doc[at].text == "("), end)
    return _without_role(doc, start, bracket), bracket


def _without_role(doc: Doc, start: int, end: int) -> int:
    """Where the name begins in `Activist Ada Brooks`; a full name is always left."""
    while end - start > 2 and is_role_noun(doc[start].text) and doc[start + 1].is_title:
        if given_name_gender(doc[start].text):
            break
        start += 1
    return start


def _behind_honorifics(doc: Doc, taken: set[int]) -> list[tuple[int, int]]:
    """`Mr. Stone` and `Mrs. Ada Brooks` where no entity was found: nothing but a person's
    name follows Mr. or Mrs."""
    found = []
    for token in doc[:-1]:
        if not token.is_title or not is_honorific(token.text):
            continue
        start = token.i + 1
        if doc[start].text == "." and start + 1 < len(doc):
            start += 1
        end = start
        while end < len(doc) and end - start < _LONGEST_PERSON and doc[end].is_title:
            if end in taken or is_honorific(doc[end].text) or doc[end].is_sent_start:
                break
            end += 1
        if end > start and end not in taken:
            found.append((start, end))
    return found


def _person_inside(entity: Span, alone: set[str]) -> tuple[int, int] | None:
    """The name in an entity of another kind that ends `… Justice Ada Brooks`."""
    if entity.label_ not in _OTHER_LABELS:
        return None
    for at in range(entity.end - 3, entity.start - 1, -1):
        token = entity.doc[at]
        after = entity.doc[at + 1 : entity.end]
        if any(is_role_noun(word.text) for word in after):
            continue
        if is_rank(token.text) and all(
            word.text[:1].isupper() for word in entity.doc[at : entity.end]
        ):
            return at + 1, entity.end
    size = entity.end - entity.start
    if size == 2 and is_common_given_name(entity[0].text) and not is_role_noun(entity[1].text):
        return entity.start, entity.end
    if size == 2 and entity[1].text in alone:
        first, last = entity[0], entity[1]
        if first.is_title and last.is_title and type_of_head(last.lower_) == "unknown":
            return entity.start, entity.end
    if size == 3 and entity[1].is_lower and entity[1].text in PARTICLES - {"de", "la", "del"}:
        return entity.start, entity.end
    return None


def _single_word_sources(doc: Doc) -> set[str]:
    """The quotations' sources that are one word: newsrooms have an article, persons none."""
    return {
        doc.text[source[0][0] : source[0][1]]
        for quotation in doc._.quotations
        if len(source := quotation.source) == 1 and doc.text[source[0][0] : source[0][1]].isalpha()
    }


def _plain_fold(text: str) -> str:
    return fold(without_possessive(text))


def _split_headline(
    doc: Doc, span: tuple[int, int], spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """`Ada Brooks Calls Abe Stone` in a headline's capitals is two names."""
    start, end = span
    if end - start <= _LONGEST_PERSON:
        return [span]
    names = {doc[a:b].text for a, b in spans if 2 <= b - a <= _LONGEST_PERSON}
    found = []
    at = start
    while at < end - 1:
        for size in (3, 2):
            if at + size <= end and doc[at : at + size].text in names:
                found.append((at, at + size))
                at += size
                break
        else:
            at += 1
    return found or [span]


def _known_names(doc: Doc, spans: list[tuple[int, int]]) -> set[str]:
    """Family names (one word) of persons whom the article names in full."""
    known = set()
    for start, end in spans:
        _, name = split_title(without_possessive(doc[start:end].text))
        parsed = parse_name(name)
        if parsed.given:
            known.add(parsed.family.rpartition(" ")[2])
            known.add(parsed.family)
    return {name for name in known if len(name) > 1}


def _bare_names(doc: Doc, known: set[str], taken: set[int]) -> list[tuple[int, int]]:
    """Known family names that stand alone where no entity, or a one-word one, was found."""
    folded = {name.casefold() for name in known}
    found = []
    for token in doc:
        at = token.i
        if at in taken or token.lower_ not in folded or not token.text[:1].isupper():
            continue
        if token.is_upper and token.text not in known and len(token.text) < 4:
            continue
        follows = doc[at + 1] if at + 1 < len(doc) else None
        part_of_more = follows is not None and follows.is_title and not follows.is_sent_start
        if token.ent_type_ == "GPE" and at and doc[at - 1].lower_ in {"in", "to", "from", "of"}:
            continue
        if not part_of_more or follows is None or (at + 1 in taken and doc[at + 1].ent_type_):
            found.append((at, at + 1))
    return found


def _named_sources(doc: Doc, known: set[str]) -> list[tuple[int, int]]:
    """Sources that read like a person's name where no entity was found."""
    words = {word.casefold() for word in known}
    found = []
    for quotation in doc._.quotations:
        start, end = token_span(doc, quotation.source)
        while start < end - 1 and (is_title_word(doc[start].text) or doc[start].text == "."):
            start += 1
        start = _without_role(doc, start, end)
        while start < end and (doc[end - 1].is_punct or doc[end - 1].lower_ in {"'s", "’s"}):
            end -= 1
        if end - start == 1 and (full := _full_name_elsewhere(doc, start)) is not None:
            found += [full, (start, end)]
            continue
        if 0 < end - start <= _LONGEST_NAME and _reads_like_name(doc, start, end, words):
            found.append((start, end))
    return found


def _full_name_elsewhere(doc: Doc, at: int) -> tuple[int, int] | None:
    """The first `Ada Brooks` of an article in which the entities missed `Brooks`."""
    word = doc[at]
    honorific = at > 0 and is_honorific(doc[at - 1].text)
    common = type_of_head(word.lower_) != "unknown" or word.lower_ in PRONOUNS
    if not word.is_title or (common and not honorific) or word.ent_type_ not in {"", "ORG", "GPE"}:
        return None
    for token in doc[1:]:
        if token.text != word.text or token.is_sent_start:
            continue
        before = doc[token.i - 1]
        if before.is_title and before.is_alpha and before.text.casefold() not in _NO_GIVEN_NAMES:
            unclaimed = before.ent_type_ in {"", "PERSON"} and token.ent_type_ != "DATE"
            title = is_title_word(before.text) or type_of_head(before.lower_) != "unknown"
            if unclaimed and not title:
                return before.i, token.i + 1
    return None


def _reads_like_name(doc: Doc, start: int, end: int, known: set[str]) -> bool:
    words = [token for token in doc[start:end] if token.text not in {".", "-"}]
    if not words or not all(
        token.text[:1].isupper() and any(char.isalpha() for char in token.text) for token in words
    ):
        return False
    last = words[-1].lower_
    if last in known or (start and is_honorific(doc[start - 1].text)):
        return True
    if last in PRONOUNS or last in NAMED_GROUPS or type_of_head(last) != "unknown":
        return False
    if any(token.ent_type_ for token in words):
        return False
    return bool(is_common_given_name(words[0].text)) or (start > 0 and is_rank(doc[start - 1].text))
