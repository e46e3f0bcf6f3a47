"""Where persons are named: the PERSON entities, mended by what the article itself shows.

Entity recognition misses mentions and mistakes some (`Ham` for an organisation). A family
name of somebody whom the article names in full is that person wherever it stands alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from pipeline.annotate.entities.person_entities import (
    LONGEST_PERSON,
    OTHER_LABELS,
    person_spans,
    without_role,
)
from pipeline.annotate.persons.aliases import aliases, are_initials, initials
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import DETERMINERS, NAMED_GROUPS, PREPOSITIONS, words
from pipeline.annotate.text.names import (
    fold,
    is_abbreviated_title,
    is_common_given_name,
    is_honorific,
    is_rank,
    is_title_word,
    parse_name,
    split_title,
    without_possessive,
)
from pipeline.annotate.text.nouns import type_of_head
from pipeline.annotate.text.pronouns import PRONOUNS
from pipeline.annotate.text.spans import token_span

_LONGEST_NAME = 3
_BODIES = OTHER_LABELS - {"GPE", "LOC", "NORP"}
_STANDING_TITLES = (("Dalai", "Lama"), ("Panchen", "Lama"), ("Aga", "Khan"))
_NO_GIVEN_NAMES = (
    DETERMINERS
    | PREPOSITIONS
    | words("and but or if when as so then yet now today mr mrs ms dr he she they it i we new")
)


def name_spans(doc: Doc) -> list[tuple[int, int]]:
    """Token spans of persons' names, sorted, without overlaps."""
    texts = doc_words(doc).words
    ents = doc.ents
    spans = person_spans(doc, ents, _single_word_sources(doc))
    spans += _standing_titles(doc, {at for span in spans for at in range(*span)})
    spans += _behind_honorifics(doc, {at for span in spans for at in range(*span)})
    known = _known_names(doc, spans) | _other_names(doc, spans)
    taken = {at for start, end in spans for at in range(start, end)}
    longer = {
        at
        for entity in ents
        if entity.label_ != "PERSON" and entity.end - entity.start > 1
        for at in range(entity.start, entity.end)
    }
    folded = {fold(name) for name in known}
    spans += [
        (entity.start, entity.end)
        for entity in ents
        if entity.label_ in _BODIES and _plain_fold(entity.text) in folded
    ]
    spans += _behind_ranks(doc, ents, {fold(texts[end - 1]) for _, end in spans})
    taken.update(at for start, end in spans for at in range(start, end))
    sources = _named_sources(doc, known, _given_names(doc, spans))
    known |= _known_names(doc, sources)
    inside = {at for start, end in sources for at in range(start, end)}
    for span in [*sources, *_bare_names(doc, known, taken | longer | inside)]:
        # A full name takes the place of the half of it that an entity covered.
        halves: list[tuple[int, int]] = []
        if not taken.isdisjoint(range(*span)):
            halves = [half for half in spans if span[0] <= half[0] and half[1] <= span[1]]
        full = any(end - start > 1 for start, end in halves)
        if full and not is_common_given_name(texts[span[0]]):
            continue
        free = {at for half in halves for at in range(*half)}
        if all(at in free or at not in taken for at in range(*span)) and longer.isdisjoint(
            range(*span)
        ):
            spans = [*(other for other in spans if other not in halves), span]
            taken.update(range(*span))
    return sorted(set(spans))


def _standing_titles(doc: Doc, taken: set[int]) -> list[tuple[int, int]]:
    """`the Dalai Lama`: titles that are their bearer's name."""
    texts = doc_words(doc).words
    places = doc_words(doc).places
    found = []
    for first, last in _STANDING_TITLES:
        for at in places.get(first, ()):
            if at + 1 < len(doc) and texts[at + 1] == last and taken.isdisjoint((at, at + 1)):
                found.append((at, at + 2))
    return found


def _behind_honorifics(doc: Doc, taken: set[int]) -> list[tuple[int, int]]:
    """`Mr. Stone` and `Mrs. Ada Brooks` where no entity was found: nothing but a person's
    name follows Mr. or Mrs."""
    found = []
    words = doc_words(doc)
    honorifics = [word for word in words.places if word.istitle() and is_honorific(word)]
    for at in sorted(at for word in honorifics for at in words.places[word]):
        start = at + 1
        if start >= len(doc):
            break
        if doc[start].text == "." and start + 1 < len(doc):
            start += 1
        end = start
        while end < len(doc) and end - start < LONGEST_PERSON and doc[end].is_title:
            if end in taken or is_honorific(doc[end].text) or doc[end].is_sent_start:
                break
            end += 1
        if end > start and end not in taken:
            found.append((start, end))
    return found


def _single_word_sources(doc: Doc) -> set[str]:
    """The quotations' sources that are one word: newsrooms have an article, persons none."""
    text = doc_words(doc).text
    sources = (quotation.source for quotation in doc._.quotations)
    words = (text[source[0][0] : source[0][1]] for source in sources if len(source) == 1)
    return {word for word in words if word.isalpha()}


def _behind_ranks(doc: Doc, ents: Sequence[Span], known: set[str]) -> list[tuple[int, int]]:
    """`General Stone` inside an entity of another kind, where Stone is known."""
    texts = doc_words(doc).words
    return [
        (entity.end - 1, entity.end)
        for entity in ents
        if entity.label_ in OTHER_LABELS
        and entity.end - entity.start > 1
        and is_rank(texts[entity.end - 2])
        and _plain_fold(texts[entity.end - 1]) in known
    ]


def _plain_fold(text: str) -> str:
    return fold(without_possessive(text))


def _other_names(doc: Doc, spans: list[tuple[int, int]]) -> set[str]:
    """Words that stand for persons named in full: nicknames, and initials that are nobody's
    and no body's else."""
    words = doc_words(doc)
    found = {alias for alias in aliases(doc, spans) if " " not in alias}
    letters = [word for word in doc_words(doc).places if are_initials(word)]
    if not letters:
        return found
    bodies = {initials(entity.text) for entity in doc.ents if entity.label_ != "PERSON"}
    persons = {fold(name): initials(name) for name in (words.between(a, b) for a, b in spans)}
    borne = Counter(persons.values())
    return found | {word for word in letters if borne[fold(word)] == 1 and fold(word) not in bodies}


def _given_names(doc: Doc, spans: list[tuple[int, int]]) -> set[str]:
    """Given names of persons whom the article names in full."""
    words = doc_words(doc)
    names = (split_title(without_possessive(words.between(*span)))[1] for span in spans)
    given = {parse_name(name).given for name in names}
    return {name for name in given if name and name.casefold() not in PRONOUNS}


def _known_names(doc: Doc, spans: list[tuple[int, int]]) -> set[str]:
    """Family names (one word) of persons whom the article names in full, with both kinds of
    apostrophe: O'Neill is O’Neill."""
    words = doc_words(doc)
    known = set()
    for start, end in spans:
        _, name = split_title(without_possessive(words.between(start, end)))
        parsed = parse_name(name)
        if parsed.given:
            known.add(parsed.family.rpartition(" ")[2])
            known.add(parsed.family)
    straight = {name.replace("’", "'") for name in known}
    return {
        name
        for name in known | straight | {name.replace("'", "’") for name in straight}
        if len(name) > 1
    }


def _bare_names(doc: Doc, known: set[str], taken: set[int]) -> list[tuple[int, int]]:
    """Known family names that stand alone where no entity, or a one-word one, was found."""
    words = doc_words(doc)
    folded = {name.casefold() for name in known}
    found = []
    for at, word in enumerate(doc_words(doc).lower):
        if word not in folded or at in taken or not words.words[at][:1].isupper():
            continue
        token = doc[at]
        if token.is_upper and token.text not in known and len(token.text) < 4:
            continue
        follows = doc[at + 1] if at + 1 < len(doc) else None
        part_of_more = follows is not None and follows.is_title and not follows.is_sent_start
        if token.ent_type_ == "GPE" and at and words.lower[at - 1] in {"in", "to", "from", "of"}:
            continue
        if not part_of_more or follows is None or (at + 1 in taken and doc[at + 1].ent_type_):
            found.append((at, at + 1))
    return found


def _named_sources(doc: Doc, known: set[str], given: set[str]) -> list[tuple[int, int]]:
    """Sources that read like a person's name where no entity was found.

    known, given: family names and given names of persons named in full.
    """
    words = {word.casefold() for word in known}
    found = []
    for quotation in doc._.quotations:
        start, end = token_span(doc, quotation.source)
        while start < end - 1 and (is_title_word(doc[start].text) or doc[start].text == "."):
            start += 1
        ranks = [i for i in range(start, end - 1) if is_abbreviated_title(doc[i].text)]
        start = max([start, *(i + 1 for i in ranks)])
        start = without_role(doc, start + (doc[start].text == "."), end)
        while start < end and (doc[end - 1].is_punct or doc[end - 1].lower_ in {"'s", "’s"}):
            end -= 1
        if end - start == 1 and (full := _full_name_elsewhere(doc, start)) is not None:
            found += [full, (start, end)]
            continue
        alone = end - start == 1 and doc[start].text in given and not doc[start].ent_type_
        if alone or (0 < end - start <= _LONGEST_NAME and _reads_like_name(doc, start, end, words)):
            found.append((start, end))
    return found


def _full_name_elsewhere(doc: Doc, at: int) -> tuple[int, int] | None:
    """The first `Ada Brooks` of an article in which the entities missed `Brooks`."""
    texts = doc_words(doc).words
    word = doc[at]
    honorific = at > 0 and is_honorific(texts[at - 1])
    common = type_of_head(word.lower_) != "unknown" or word.lower_ in PRONOUNS
    unnamed = honorific or word.ent_type_ in {"", "ORG", "GPE"}
    if not word.is_title or (common and not honorific) or not unnamed:
        return None
    for place in doc_words(doc).places[word.text]:
        token = doc[place]
        if honorific and (last := _family_first(doc, token.i)):
            return token.i, last
        if token.is_sent_start or not token.i:
            continue
        before = doc[token.i - 1]
        if before.is_title and before.is_alpha and before.text.casefold() not in _NO_GIVEN_NAMES:
            given = before.ent_type_ == "PERSON" or is_common_given_name(before.text)
            if before.is_sent_start and not given:
                # "While Stone waited", "Whatever Stone thinks"
                continue
            unclaimed = before.ent_type_ in {"", "PERSON"} and token.ent_type_ != "DATE"
            title = is_title_word(before.text) or type_of_head(before.lower_) != "unknown"
            if unclaimed and not title:
                return before.i, token.i + 1
    return None


def _family_first(doc: Doc, at: int) -> int:
    """End of `Han Seo-yun`, explained by an apposition, whom `Mr. Han` stands for; else 0."""
    words = doc_words(doc)
    end = at + 1
    while end < len(doc) - 2 and end - at < 4 and not doc[end].ent_type_:
        hyphenated = words.words[end - 1] == "-" or words.words[end] == "-"
        if not (doc[end].is_title or hyphenated) or doc[end].is_sent_start:
            break
        end += 1
    explained = words.between(end, end + 2).lower() in {", the", ", a", ", an"}
    return end if end > at + 1 and explained else 0


def _reads_like_name(doc: Doc, start: int, end: int, known: set[str]) -> bool:
    texts = doc_words(doc).words
    words = [token for token in doc[start:end] if token.text not in {".", "-"}]
    if not words or not all(
        token.text[:1].isupper() and any(char.isalpha() for char in token.text) for token in words
    ):
        return False
    last = words[-1].lower_
    if last in known or (start and is_honorific(texts[start - 1])):
        return True
    if last in PRONOUNS or last in NAMED_GROUPS or type_of_head(last) != "unknown":
        return False
    if any(token.ent_type_ for token in words):
        return False
    return bool(is_common_given_name(words[0].text)) or (start > 0 and is_rank(texts[start - 1]))
