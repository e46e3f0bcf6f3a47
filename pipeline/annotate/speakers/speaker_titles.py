"""The title that stands beside a speaker: of this mention, or of another one of the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.kinship import is_kin
from pipeline.annotate.persons.person import Person
from pipeline.annotate.persons.roles import (
    MERE,
    Role,
    heads_of,
    is_former,
    is_of_the_day,
    role_in,
    role_of,
)
from pipeline.annotate.persons.stated_roles import roles_around
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import POSSESSIVE_MARKS, POSSESSIVES, words
from pipeline.annotate.text.names import is_abbreviated_title, is_role_noun, is_title_word
from pipeline.annotate.text.nouns import is_plural

_BEFORE_OTHERS = ([","], ["and"], ["&"], ["("])
"""What may follow the first of several names."""
_IN_OFFICE = frozenset({"predecessor", "successor"})
"""Whom somebody followed in an office, and who followed them: a title only with whose it is."""
_OF_ANYBODY = MERE | words("counterpart somebody someone")
"""What tells nothing of somebody by itself."""
_OF_STATE = words("president king queen pope emperor premier governor mayor chancellor amir emir")
"""Offices that say more of their bearer than a description: `President`."""
_AS_MUCH = _OF_STATE | words(
    "minister senator representative congressman congresswoman candidate nominee secretary speaker "
    "lady"
)
"""What is worded and says as much: `Uruguayan president`."""
_ELECTED = frozenset({"senator", "representative", "governor"})
"""Offices whose titles are written short."""
_IN_PARLIAMENT = words("member whip author sponsor negotiator")
_FIRST_OF_THEM = words("top chief ranking leading senior")
"""What says more of who bears one of them: `the top Democrat on the panel`."""
_LEADING = words(
    "ceo cfo coo cto executive chairman chairwoman chair director minister secretary governor "
    "mayor president head leader manager coach commissioner superintendent founder co-founder "
    "senator representative congressman congresswoman"
)
"""Offices beside which what somebody was before says nothing."""
_TIES = words(
    "friend rival opponent ally colleague wife husband son daughter mother father brother sister "
    "ex-wife ex-husband girlfriend boyfriend fiance fiancee uncle aunt nephew niece cousin twin "
    "widow grandson granddaughter grandmother grandfather stepson stepdaughter"
)
"""What somebody is to somebody else: without whose it says nothing."""
_KINDS_OF_TIES = words("longtime long-time former political opposition republican democratic")
_RANKS = words("general lieutenant major brigadier")
_FORMS_OF_ADDRESS = words("dr doctor rt right most very rev revd reverend barr engr")
_ADDRESSES = words("dr dr. prof prof. professor doctor sheikh sheikha")


def own_roles(doc: Doc, layout: Layout, part: Part) -> list[Role]:
    """The roles that stand with the name in this very mention."""
    words = doc_words(doc)
    before = words.between(part.start, part.name_start).strip(" ,—–-\n").removeprefix("whose ")
    if (" who " in before and " name" in before) or ", identified " in before:
        # "one pilot, who gave his name as Otto", "a pilot, identified only as Otto"
        before = before.partition(" who ")[0].partition(", identified ")[0]
        before = before.rstrip(",").removeprefix("one ")
    if before.endswith((" named", " called", " surnamed")):
        # "the guard, a cheerful man named Otto" is a guard.
        before = before.rpartition(" ")[0].partition(",")[0].rpartition(" by ")[2]
    around = roles_around(doc, layout, part.name_start, part.name_end)
    noun = words.words[part.name_start - 1] if part.name_start > part.start else ""
    many = noun.endswith("s") and is_plural(noun.casefold()) and is_role_noun(noun[:-1])
    if many and words.lower[part.name_end : part.name_end + 1] in _BEFORE_OTHERS:
        # "ecologists Ada Brooks and Abe Stone"
        before = before.removesuffix("s")
    if before.endswith(("'s", "’s", "'", "’")):
        return around[:2]
    parted, _, title = before.rpartition(" — ")
    if parted and all(map(is_title_word, title.split())):
        # "At least one Republican — Rep. Ada Brooks —"
        before = title
    # "a consultant for the port, Dr. Brooks": the title at the name is a role of its own.
    described, comma, at_name = before.rpartition(", ")
    titled = is_title_word(at_name) or (at_name.istitle() and at_name.isalpha())
    titled = titled or all(any(map(is_role_noun, text.split())) for text in (described, at_name))
    worded = [at_name, described] if comma and titled else [before]
    first = described.removeprefix("The ").removeprefix("the ")
    if comma and " and " in at_name and " " not in first and is_role_noun(first):
        # "the director, producer and founder of Low Water, Ada Brooks"
        worded = [before]
    owned = POSSESSIVE_MARKS & {word[-2:] for word in described.split()}
    if comma and not owned and not any(map(is_role_noun, described.split())):
        # "As told to Port Wire, former clerk Ada Brooks": what is in front is no role of hers.
        worded = [at_name]
    read = (role for text in worded if (role := role_in(text)) is not None)
    roles = list({role.text: role for role in read}.values())
    known = frozenset(word for role in roles for word in role.words)
    # "Major General Ada Brooks, the inspector general", has two roles.
    roles += [
        other for other in around if not (other.words - _RANKS or other.words).intersection(known)
    ]
    return lasting(roles)[:2]


def lasting(roles: Sequence[Role]) -> list[Role]:
    """The roles without `his predecessor` and `that man`, and `the most anticipated witness` where
    others are left, `a former consultant` where an office is."""
    roles = [role for role in roles if heads_of(role).isdisjoint(_IN_OFFICE)]
    roles = [role for role in roles if role.text.casefold() not in _OF_ANYBODY]
    kept = [role for role in roles if not is_of_the_day(role)] or roles
    if any(not is_former(role) and not heads_of(role).isdisjoint(_LEADING) for role in kept):
        kept = [r for r in kept if not is_former(r) or not heads_of(r).isdisjoint(_AS_MUCH)]
    return kept


def _says_more_than_seat(role: Role) -> bool:
    """Whether a role tells more of a `Rep.` than that he was a colonel or is a Democrat."""
    first = role.text.partition(" ")[0].casefold() in _FIRST_OF_THEM
    return first or not heads_of(role).isdisjoint(_AS_MUCH | _LEADING | _IN_PARLIAMENT)


def is_form_of_address(title: str) -> bool:
    """Whether a title only tells how its bearer is addressed: `Dr`, `Rt Rev`."""
    return _FORMS_OF_ADDRESS.issuperset(word.strip(".") for word in title.casefold().split())


def is_tie(title: str) -> bool:
    """Whether a title ties somebody to another, and does not say to whom: `longtime friend`."""
    *before, noun = title.casefold().split() or [""]
    return noun in _TIES | _IN_OFFICE and _KINDS_OF_TIES.issuperset(before)


def tie_of(doc: Doc, layout: Layout, cast: Cast, persons: Mapping[int, int], index: int) -> str:
    """`Abe Stone's wife` for `his wife Ada Brooks` and `Abe Stone came with wife Ada`; "" where
    nobody is known to be meant, or the sentence names only others in front of the pronoun.

    persons: token of a pronoun → index of the person in the cast.
    """
    words = doc_words(doc)
    lower = words.lower
    for start, _ in cast.persons[index].mentions:
        end = start - (start > 0 and lower[start - 1] == ",")
        at = end - 1
        while at > 0 and is_tie(" ".join(lower[at:end])):
            at -= 1
        owner = persons.get(at, index)
        if at < 0 or lower[at] not in {"his", "her"} or owner == index:
            continue
        before = range(layout.sentence_start[at], at)
        named = {cast.at_token[i] for i in before if i in cast.at_token}
        if at + 1 < end and (not named or owner in named):
            return f"{cast.persons[owner].name}'s {words.between(at + 1, end)}"
    for role in cast.persons[index].roles:
        if role.owner and role.owner not in POSSESSIVES and is_tie(role.text):
            whose = cast.find(role.owner)
            return f"{role.owner if whose is None else cast.persons[whose].name}'s {role.text}"
    return ""


def title_of(person: Person, here: str = "") -> str:
    """The role an article gives a person; a role in words before a bare abbreviation.

    here: the one word that stands with the name in this mention. `Minister` is the `Tourism
    Minister` of another one, and `Dr.` or `Gen.` any role that is worded.
    """
    roles = [role for role in lasting(person.roles) if not is_tie(role.text)]
    if any(is_abbreviated_title(role.text) for role in roles):
        # "Gov.", not "son of a miner"
        roles = [role for role in roles if not any(map(is_kin, heads_of(role)))]
    if any(is_abbreviated_title(r.text) and not heads_of(r).isdisjoint(_ELECTED) for r in roles):
        # "Rep.", not "retired colonel" nor "Larkhaven Democrat"
        roles = [r for r in roles if is_abbreviated_title(r.text) or _says_more_than_seat(r)]
    worded = [role for role in roles if " " in role.text and not is_form_of_address(role.text)]
    if here:
        words = role_of(here).words
        same = [role.text for role in worded if words <= role.words]
        abbreviated = is_abbreviated_title(here) or here.casefold() in _ADDRESSES
        return (same or (abbreviated and [role.text for role in worded]) or [here])[0]
    of_state = [role for role in roles if role.text.casefold() in _OF_STATE]
    if of_state and all(heads_of(role).isdisjoint(_AS_MUCH) for role in worded):
        # "President", not "former coal miner"
        return of_state[0].text
    plain = [role for role in roles if not is_abbreviated_title(role.text)]
    return (worded or plain or roles)[0].text if roles else ""
