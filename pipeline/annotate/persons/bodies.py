"""Organisations of an article: acronyms, short forms, and `the bank` for the bank.

A name is taken to a longer one only where the article itself gives it: by introducing
an acronym, by its initials, by a newspaper's last word (`the Post`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from pipeline.annotate.persons.bracketed import bracketed_names
from pipeline.annotate.persons.seats import STATES
from pipeline.annotate.persons.shown_bodies import is_shown_body
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    BARE_KINDS,
    BODY_NOUNS,
    COMPANY_NOUNS,
    MEDIA_NOUNS,
    MEDIA_TAILS,
    PHRASE_STARTERS,
    words,
)
from pipeline.annotate.text.names import fold, without_possessive

_LABELS = frozenset({"ORG", "GPE", "LOC", "NORP", "FAC", "MISC", "PRODUCT", "EVENT"})
_PLACES = frozenset({"GPE", "LOC"})
_SMALL_WORDS = words("of the and for in on to & de")
_TAILS = words(
    "inc corp corporation co company group holdings ltd llc plc media news america international "
    "network foundation institute university airlines motors partners capital ag limited bhd "
    "coal electronics energy entertainment hotspur motor pharma pharmaceuticals technologies "
    "aerospace biosciences brands breweries chemicals foods industries insurance labs lines "
    "logistics management marine minerals mining petroleum resources robotics securities "
    "semiconductor software steel stores systems therapeutics ventures utilities telecom bancorp "
    "railways mills"
)
_OF_THREE = 3
_ENDING_FIRMS = words("inc corp corporation group holdings ltd llc plc partners capital ag limited")
"""Last words of firms that go by the first of three: `Brightway Harbour Partners`."""
_KINDS_BEHIND = words(
    "bureau agency authority publishing books group corporation company holdings department "
    "international limited bhd"
)
"""Last words of a name that an article also leaves out: `the Census` for the Census Bureau."""
_WORKS = words("film movie documentary book novel memoir album song play series")
_PUBLIC_BODIES = words(
    "department senate house congress committee court university party bureau commission agency "
    "administration government ministry council parliament campaign office service union "
    "association pentagon police board army navy force nations treasury state un eu nato imf who "
    "wto unicef unesco unhcr iaea opec interpol fbi cia nasa fifa uefa ioc"
)


_ENTITLED = re.compile(
    r"\b(?:entitled|titled),? ([A-Z][\w’'-]*:?(?: (?:[A-Z][\w’'-]*:?"
    r"|(?:a|and|at|for|from|in|of|on|the|to|with)(?= (?:a |the )?[A-Z])))*)"
)
"""A work's title without quotation marks: `a memoir entitled Low Water: A Life`."""
_TOWNS = words("town city village municipality")
_ORGANISATIONS = words("organisation organization charity ngo nonprofit non-profit")
_CLUBS = words("club foundation")
_LEAGUES = words(
    "league cup championship championships conference association union federation committee court "
    "fifa uefa tour open rugby football cricket"
)
"""Words of the names of what clubs play in, and of who rules there."""
_AUTHORITIES = words(
    "authority commission agency board bureau office administration inspectorate ombudsman council"
)
_ENDS_OF_NOUNS = PHRASE_STARTERS | {"of"}
_BEFORE_NAMES = (COMPANY_NOUNS | MEDIA_NOUNS) | words(
    "agency charity club federation group ngo nonprofit regulator union watchdog"
)
"""What says right in front of a name what it is of: `union Harbour Workers`."""
_KINDS_BEFORE_NAMES = _BEFORE_NAMES - COMPANY_NOUNS - MEDIA_NOUNS - {"agency"}
"""Of these, what no other body may be meant by: not `oil giant Harbour Oil`, for any giant."""
_KINDS_OF_FIRMS = words(
    "automaker brewer broadcaster carmaker chipmaker consultancy drugmaker housebuilder insurer "
    "lender parent planemaker pollster promoter regulator retailer rival supermarket think-tank "
    "thinktank watchdog"
)
"""Nouns with which no name of a body begins."""
_EPITHETS = words(
    "nonpartisan non-partisan nonprofit non-profit bipartisan independent federal influential "
    "conservative liberal progressive libertarian centrist left-leaning right-leaning leading "
    "powerful respected prestigious Eurosceptic Euroskeptic"
)
"""What is said of a body in front of its name: `the nonpartisan Port Commission`."""
_OWNED_BY = words("backed owned controlled run based founded led headquartered")
"""What may follow the noun of `Harbour Power, a utility |owned| by the state,`."""
_BEHIND_KINDS = words("of for on against")
"""What stands behind the noun of a name: `Commission on Harbours`."""
_KINDS_OF_BODIES = {
    **dict.fromkeys(("regulator", "watchdog", "ombudsman", "inspectorate"), _AUTHORITIES),
    "agency": _AUTHORITIES - {"council", "board"}
    | words(
        "department ministry service services investigations inspections directorate division "
        "centers customs enforcement geological prisons protection "
        "fbi cia nsa epa fda nasa "
        "faa irs cdc fema ntsb usda dea atf"
    ),
    "authority": _AUTHORITIES,
    "bloc": words(
        "union community association eu au asean brics caricom comesa eac eaeu ecowas efta gcc "
        "mercosur sadc nato g7 g20 opec opec+"
    ),
    "bureau": words("bureau fbi"),
    "court": words("court circuit tribunal"),
    "force": words("police constabulary force"),
    "group": words(
        "alliance association caucus center centre coalition council federation foundation fund "
        "group initiative institute league network organisation organization pac project society "
        "trust watch"
    ),
    "label": words("music records recordings"),
    "panel": words("commission committee panel subcommittee"),
    "studio": words("pictures films entertainment animation"),
    "union": words("attendants brotherhood federation guild nurses teachers teamsters workers"),
}
"""Noun → words of the names it may stand for."""
_PRESS = frozenset(
    {
        "abc", "abc news", "afp", "agence france-presse", "al jazeera", "ap", "associated press",
        "axios", "bbc", "bbc news", "bloomberg", "bloomberg news", "buzzfeed", "c-span", "cbs",
        "cbs news", "cnbc", "cnn", "daily beast", "daily caller", "dpa", "espn", "fox",
        "fox business", "fox news", "itv", "itv news", "msnbc", "nbc", "nbc news", "npr", "pa",
        "pa media", "pbs", "politico", "press association", "reuters", "sky news", "telemundo",
        "univision", "upi",
    }
)  # fmt: skip
"""Agencies and broadcasters that articles quote from."""
_ON_AIR = words("network broadcaster station channel")
_ONLINE = words("website")
_IN_PRINT = words("newspaper paper daily weekly magazine tabloid broadsheet")
_LONGEST_KIND = 9
"""Words behind a name in which an apposition says what it is; in front of it, in which a
clause tells of a person."""
_NO_FIRMS = frozenset({"AGM", "AI", "CEO", "CFO", "FAQ", "GDP", "IPO", "PR", "Q&A", "URL"})
_FORM_OF_FIRM = re.compile(r", (?:Inc|Ltd|LLC|L\.L\.C|Corp|Co|P\.?L\.?C|plc|LLP|L\.?P)\.?$")
"""`Harbour Power, Inc.` is Harbour Power."""
_SLUG = re.compile(r".*\) ?--+ ?(?=\w)")
"""What a wire sets in front of a release, without space: `LAKESIDE--(PORT WIRE)--|Norda|`."""
_CASED = re.compile(r"[A-Z](?:[a-z]?[A-Z]|[a-z]{2}[A-Z])[A-Za-z]{0,2}")
"""`BoE`, `MoD`: initials with small words in small letters."""
_INSTITUTIONS = words(
    "hospital clinic hospice infirmary gallery museum library theatre theater school academy "
    "college university church cathedral mosque synagogue prison jail zoo"
)
"""Last words of names by which a body goes that is a place as well."""
_AFFILIATING = words("of at for with from")
_LONGEST_OFFICE = 4
_HEADS_OF_FIRMS = words(
    "executive ceo cfo coo chairman chairwoman chairperson president founder co-founder boss "
    "spokesman spokeswoman spokesperson"
)
"""Who speaks for a firm."""
_OUTSIDERS = words(
    "analyst economist strategist professor researcher lecturer lawyer attorney barrister "
    "solicitor expert doctor physician scientist historian correspondent reporter"
)
"""Who is asked about what a firm does, and works elsewhere."""
_SITES = words("mill plant factory refinery smelter quarry colliery shipyard depot")
"""Last words of names of what a firm owns."""
_PEOPLES = frozenset({"nation", "nations", "tribe"})
"""Last words of the names of peoples: no company."""
_PLAIN_WORD = re.compile(r"[\w.]+")
_WORD = re.compile(r"\w+")
_EVENTS = words("inquiry enquiry")
_MANY = frozenset({"Party", "House", "League", "Dal", "Government", "Administration", "PAC"})
"""Last words of names that other bodies' names end with: `the Bay State Democratic Party`."""
_FAR_MORE = 2
_NEAR_SENTENCES = 3
_NEAR_GROUP = 2
_BEFORE_SUBJECT = 2
"""Words that may stand before the name in `But the Harbour Union said`."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention of an organisation by its name."""

    start: int
    name: str
    heads: frozenset[str]
    """What it is: its last word, or the one before `of`; what an apposition says."""
    sentence: int
    leads: bool
    """Whether its sentence begins with it."""
    standing: str
    """`ruling` or `opposition` where the article says so in front of the name."""
    opens: bool
    """Whether it begins the article, and its headline has its first word."""
    told_as: str
    """`led` in `Ada Brooks, chief executive of |Norda|`, `aside` in `an analyst at |Norda|`, who
    speaks of other firms; "" elsewhere."""


class Bodies:
    """The organisations (and places) an article names."""

    def __init__(self, doc: Doc, layout: Layout):
        entities = [entity for entity in layout.ents if entity.label_ in _LABELS]
        self._sentence = layout.sentence
        self._named = _named_bodies(layout)
        self._works = _named_works(doc, layout)
        self._places = [
            (layout.sentence[entity.start], entity.start, plain(entity.text))
            for entity in layout.ents
            if entity.label_ == "GPE"
        ]
        names = Counter(plain(entity.text) for entity in entities if entity.label_ != "NORP")
        self._spelling: dict[str, str] = {}
        for name in sorted(names, key=lambda name: _is_shouted(name, names)):
            self._spelling.setdefault(fold(name), name)
        self._longer = introduced_acronyms(doc, list(names))
        places = {fold(plain(entity.text)) for entity in entities if entity.label_ in _PLACES}
        self._add_short_forms(list(names), places, _told_to_be_firms(entities, self._named))
        self._add_last_words(doc, entities)
        self._add_ends(layout)

    def canonical(self, text: str) -> str:
        """The article's fullest name for an organisation, without its leading article."""
        name = plain(text)
        return self._longer.get(_key(name)) or self._spelling.get(fold(name)) or name

    def described(self, noun: str, at: int, standing: str = "", owner: str = "") -> str:
        """The organisation that `the <noun>` takes up at a token; empty if none stands out.

        standing: `ruling` or `opposition` in front of the noun, which the body then has too;
        owner: `sheriff` of `the sheriff's office`, whose name has the word.

        By its own name (`the union` is the Harbour Union); else the company, newspaper or
        authority that the article names far more than any other, or that one of the last
        sentences is about, or that is named most.
        """
        before = self._named[: bisect_left(self._named, at, key=lambda body: body.start)]
        if standing:
            before = [body for body in before if body.standing == standing]
        if owner:
            before = [body for body in before if owner in _WORD.findall(fold(body.name))]
        if noun == "group":
            last = self._sentence[at] - _NEAR_GROUP
            before = [body for body in before if body.sentence >= last]
        by_word = [body.name for body in before if noun in body.heads]
        if by_word:
            return self.canonical(by_word[-1])
        if noun in _WORKS:
            return self._only_work(at)
        if noun in _TOWNS or noun == "state":
            return self._only_place(noun, at)
        if noun in COMPANY_NOUNS | MEDIA_NOUNS:
            fitting = [body for body in before if _PUBLIC_BODIES.isdisjoint(self._words(body))]
            if noun in COMPANY_NOUNS:
                fitting = [body for body in fitting if _may_be_firm(body)]
                if (led := self._led_by_speaker(fitting, at)) is not None:
                    return led
            if noun not in MEDIA_NOUNS:
                fitting = [body for body in fitting if not _is_press(body)]
            if noun in _ON_AIR | _IN_PRINT:
                printed = [body for body in fitting if not MEDIA_TAILS.isdisjoint(body.heads)]
                aired = [body for body in fitting if body not in printed]
                fitting = aired if noun in _ON_AIR else printed or fitting
        elif noun in _ORGANISATIONS:
            fitting = [body for body in before if not _is_press(body)]
        elif noun in _CLUBS:
            fitting = [body for body in before if not _is_press(body) and not _is_league(body)]
            near = [body for body in fitting if self._sentence[at] - body.sentence <= _NEAR_GROUP]
            return self._last_subject(near, at, is_firm=False)
        elif noun in _KINDS_OF_BODIES:
            kinds = _KINDS_OF_BODIES[noun]
            fitting = [
                body
                for body in before
                if not kinds.isdisjoint(self._words(body) | body.heads)
                and body.heads.isdisjoint(_EVENTS)
            ]
            just = {body.name for body in before if self._sentence[at] - body.sentence == 1}
            if noun == "agency" and just and just.isdisjoint(body.name for body in fitting):
                # "CBP said no. The agency …": what kind it is, its letters don't tell.
                name = just.pop() if len(just) == 1 else ""
                return self.canonical(name) if is_acronym(name) else ""
        else:
            return ""
        return (
            self._named_most(fitting, times=_FAR_MORE)
            or self._last_subject(fitting, at, is_firm=noun in COMPANY_NOUNS)
            or self._named_most(fitting)
        )

    def _led_by_speaker(self, firms: list[_Named], at: int) -> str | None:
        """The one firm of the sentence before, where it tells of whoever leads it."""
        just = [body for body in firms if self._sentence[at] - body.sentence == 1]
        names = {self.canonical(body.name) for body in just}
        led = any(body.told_as == "led" for body in just)
        return names.pop() if led and len(names) == 1 else None

    def may_be_called(self, noun: str, name: str) -> bool:
        """Whether a body may be `the website` or `the company`: the press is no company, nor is
        a ministry either, and a newspaper no network."""
        said = frozenset(fold(name).split())
        printed = not MEDIA_TAILS.isdisjoint(said)
        media = noun in MEDIA_NOUNS | _ONLINE
        if (printed and (noun in _ON_AIR or not media)) or not said.isdisjoint(_EVENTS):
            return False
        if fold(name) in _PRESS and not media and noun != "agency":
            return False
        if noun in COMPANY_NOUNS and _is_place_too(name):
            return False
        return not (media or noun in COMPANY_NOUNS) or _PUBLIC_BODIES.isdisjoint(said)

    def may_speak(self, name: str) -> bool:
        """Whether a body is no part of the press, which tells what others say."""
        return fold(name) not in _PRESS and MEDIA_TAILS.isdisjoint(fold(name).split()[-1:])

    def _words(self, body: _Named) -> frozenset[str]:
        return frozenset(fold(self.canonical(body.name)).split())

    def _last_subject(self, bodies: list[_Named], at: int, *, is_firm: bool) -> str:
        sentence = self._sentence[at]
        near = [body for body in bodies if sentence - body.sentence <= _NEAR_SENTENCES]
        leading = [body for body in near if body.leads]
        if leading:
            return self.canonical(leading[-1].name)
        names = {self.canonical(body.name) for body in near}
        just = {self.canonical(body.name) for body in near if sentence - body.sentence == 1}
        if len(just) == 1 and not is_firm:
            return just.pop()
        if not names and is_firm:
            names = {self.canonical(body.name) for body in bodies if body.opens}
        return next(iter(names)) if len(names) == 1 else ""

    def _named_most(self, bodies: list[_Named], *, times: int = 1) -> str:
        """The one named twice at least, and more than `times` as often as any other."""
        ranked = Counter(self.canonical(body.name) for body in bodies).most_common(2)
        if not ranked or ranked[0][1] < 2:
            return ""
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > times * ranked[1][1] else ""

    def _only_place(self, noun: str, at: int) -> str:
        """The one place that stands before `the town` in its sentence and the one before, as far
        as it may be one: a state is one of the United States, a town is none."""
        first = self._sentence[at] - 1
        near = {name for sentence, start, name in self._places if sentence >= first and start < at}
        name = next(iter(near)) if len(near) == 1 else ""
        return name if (name in STATES) == (noun == "state") else ""

    def _only_work(self, at: int) -> str:
        """The one title of a work that stands before a token."""
        works = {name for place, name in self._works if place < at}
        return next(iter(works)) if len(works) == 1 else ""

    def _add_last_words(self, doc: Doc, entities: list[Span]) -> None:
        """`Vale` is Port Vale, of two words, which is shown to be a body as clubs are: `Port Vale
        have signed him`."""
        texts = doc_words(doc).words
        bodies = [entity for entity in entities if entity.label_ == "ORG"]
        alone = {fold(plain(body.text)) for body in bodies} - BODY_NOUNS
        for body in bodies:
            words = fold(plain(body.text)).split()
            shown = len(words) == 2 and is_shown_body(texts, body.start, body.end)
            if shown and words[1] in alone:
                self._longer.setdefault(words[1], plain(body.text))

    def _add_ends(self, layout: Layout) -> None:
        """`the Security Council` is the United Nations Security Council that was named before,
        where the article names no other one (`Iowa Supreme Court`, `Ohio Supreme Court`)."""
        persons = {ent[-1].text for ent in layout.ents if ent.label_ == "PERSON"}
        bodies = [plain(entity.text) for entity in layout.ents if entity.label_ == "ORG"]
        names = {name: place for place, name in enumerate(dict.fromkeys(bodies))}
        ending: dict[str, list[str]] = {}
        for name in names:
            words = fold(name).split()
            for at in range(1, len(words)):
                ending.setdefault(" ".join(words[at:]), []).append(name)
        for short, place in names.items():
            size = len(short.split())
            if size < 2 or short.split()[-1] in _MANY or fold(short) in self._longer:
                continue
            fronts = {long: long.split()[:-size] for long in ending.get(fold(short), ())}
            meant = {_front_key(front) for front in fronts.values()}
            long = max(fronts, key=len, default="")
            before = any(names[long] < place for long in fronts)
            if before and len(meant) == 1 and _is_official(fronts[long], persons):
                self._longer.update({_key(name): long for name in (short, *fronts)})

    def _add_short_forms(self, names: list[str], places: set[str], firms: set[str]) -> None:
        """`Brightway` is the Brightway Group; but Ghent is not Ghent University.

        firms: names that the article tells are firms', which go by their first word.
        """
        spelled = {fold(name) for name in names} - places
        for long in names:
            words = fold(long).split()
            if len(words) < 2:
                continue
            if words[-1].rpartition("-")[2] in MEDIA_TAILS:
                self._longer.setdefault(words[-1], long)
            short, kind = " ".join(words[:-1]), long.split()[-1]
            if kind[0].isupper() and words[-1] in _KINDS_BEHIND and short in spelled:
                self._longer.setdefault(short, long)
            if _is_with_tail(words) and words[0] not in places:
                self._longer.setdefault(words[0], long)
            if (_is_firm_of_three(words) or long in firms) and words[0] in spelled:
                alike = [fold(name).split() for name in names]
                others = [
                    name for name in alike if name[0] == words[0] and name != words[: len(name)]
                ]
                if not others:
                    self._longer.setdefault(words[0], long)


def _told_to_be_firms(entities: list[Span], named: list[_Named]) -> set[str]:
    """Names that an apposition or the form of a firm shows to be one's: `Brightway Harbour Care,
    |a Halden company|`, `Norda Grid Systems, |Inc.|`"""
    explained = {body.name for body in named if not COMPANY_NOUNS.isdisjoint(body.heads)}
    formed = {plain(entity.text) for entity in entities if _FORM_OF_FIRM.search(entity.text)}
    return {name for name in explained | formed if _PUBLIC_BODIES.isdisjoint(fold(name).split())}


def _is_with_tail(words: list[str]) -> bool:
    """Whether a name is of one word and of one that it is called without: `Brightway Inc.`"""
    return len(words) == 2 and words[1].strip(".") in _TAILS


def _is_firm_of_three(words: list[str]) -> bool:
    """Whether a name is of three words, and a firm's that may go by the first."""
    return len(words) == _OF_THREE and words[-1].strip(".") in _ENDING_FIRMS


def _front_key(front: list[str]) -> str:
    """The initials of the first words of a name, as `United Nations` and `U.N.` have them."""
    return fold(_letters(front[0])) if is_acronym(front[0]) else fold("".join(w[0] for w in front))


def _is_official(front: list[str], persons: set[str]) -> bool:
    """Whether words may be the first of a body's name that is also called without them: `U.S.`,
    not `Brooks's`, `Port-Halden` or `Department of`."""
    plain = all(word[:1].isupper() and _PLAIN_WORD.fullmatch(word) for word in front)
    return plain and persons.isdisjoint(front)


def _may_be_firm(body: _Named) -> bool:
    """Whether a body is named as firms are that an article is about: not by letters that
    everybody knows, nor as where an analyst works."""
    aside = body.told_as == "aside" or _is_place_too(body.name)
    return body.name not in _NO_FIRMS and not aside


def _is_place_too(name: str) -> bool:
    """Whether a name is of a hospital, a mill or the like, where people work or are cared for, or
    of a people that has a land."""
    return fold(name).split()[-1] in _INSTITUTIONS | _SITES | _PEOPLES


def _is_league(body: _Named) -> bool:
    """Whether a body is what clubs play in or are ruled by: the `Premier League`."""
    return not _LEAGUES.isdisjoint(fold(body.name).split())


def _is_press(body: _Named) -> bool:
    """Whether a body is likelier told something than spoken of: `told Reuters`."""
    return fold(body.name) in _PRESS or not MEDIA_TAILS.isdisjoint(body.heads)


def _named_bodies(layout: Layout) -> list[_Named]:
    found = []
    headline: set[str] = set()
    if layout.ents:
        read = doc_words(layout.ents[0].doc).words
        headline = {fold(word) for word in read[: bisect_left(layout.paragraph, 1)]}
    for entity in layout.ents:
        name = plain(entity.text)
        parts = fold(name).split()
        institution = entity.label_ in {"FAC", "LOC"} and parts[-1] in _INSTITUTIONS
        if name in BARE_KINDS or not (entity.label_ == "ORG" or institution):
            continue
        of = next((at for at, word in enumerate(parts) if word in _BEHIND_KINDS and at), 0)
        leads = entity.start - layout.sentence_start[entity.start] <= _BEFORE_SUBJECT
        found.append(
            _Named(
                entity.start,
                name,
                frozenset({*parts[-1:], *(parts[of - 1 : of] if of else ()), *_kinds(entity)}),
                layout.sentence[entity.start],
                leads,
                standing_of(entity.doc, entity.start),
                leads
                and layout.paragraph[entity.start] <= 1
                and not headline.isdisjoint(parts[:1]),
                _told_as(entity),
            )
        )
    return found


def _told_as(entity: Span) -> str:
    """How a body stands in what somebody is: behind or in front of the noun for them."""
    words = doc_words(entity.doc)
    at = entity.start - (words.lower[entity.start - 1] == "the")
    nouns = words.lower[at - 2 : at - 1] if words.lower[at - 1] in _AFFILIATING else []
    for behind in range(entity.end, min(entity.end + _LONGEST_OFFICE, len(entity.doc))):
        word = words.lower[behind]
        if not (word.isalpha() or word in {"'s", "’s", "-"}) or word in _ENDS_OF_NOUNS:
            break
        nouns = [*nouns, word]
    if not _HEADS_OF_FIRMS.isdisjoint(nouns):
        return "led"
    return "" if _OUTSIDERS.isdisjoint(nouns) else "aside"


def standing_of(doc: Doc, start: int) -> str:
    """`ruling` or `opposition` in front of a token; empty for other words."""
    before = doc[start - 1].lower_ if start else ""
    return before if before in {"ruling", "opposition"} else ""


def _kinds(entity: Span) -> set[str]:
    """The nouns by which an apposition explains a name: `their union, the Harbour League,`
    and `Harbour Power, a utility in the north,`."""
    doc, sentence = entity.doc, entity.sent
    words = doc_words(doc)
    at = entity.start - (entity.start > sentence.start and words.lower[entity.start - 1] == "the")
    apposed_to = at - 2 > sentence.start and words.words[at - 1] == ","
    found = {words.lower[at - 2]} if apposed_to else set()
    near = words.words[max(sentence.start, entity.start - 1) : entity.end]
    found |= _KINDS_BEFORE_NAMES.intersection(near)
    end = min(entity.end + _LONGEST_KIND, sentence.end)
    apposed = end - entity.end > 2 and words.words[entity.end] == ","
    if apposed and words.lower[entity.end + 1] in {"a", "an", "the"}:
        for behind in range(entity.end + 2, end):
            owned = words.lower[behind] in _OWNED_BY and behind > entity.end + 2
            if words.lower[behind] in _ENDS_OF_NOUNS or doc[behind].is_punct or owned:
                found.add(words.lower[behind - 1])
                break
    return found & (BODY_NOUNS | {"group"})


def _named_works(doc: Doc, layout: Layout) -> list[tuple[int, str]]:
    """(token, title) of each work that is `entitled` so, or named in quotation marks: few
    words, all in capitals' case, no comma at the end, no quotation of anybody."""
    said = [span for quotation in doc._.quotations for span in quotation.content]
    works = []
    text = doc_words(doc).text
    for match in _ENTITLED.finditer(text):
        span = doc.char_span(match.start(1), match.end(1), alignment_mode="expand")
        if span is not None and " " in match[1]:
            works.append((span.start, match[1]))
    for quoted in layout.marks:
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
    exactly one name of the article, and no name begins with it (`BP` of `BP America`);
    the initials of small words may be small, too (`BoE`).
    """
    found: dict[str, str] = {}
    acronyms = {_key(name) for name in names if is_acronym(name)}
    acronyms |= {_key(word) for word in doc_words(doc).places if is_acronym(word)}
    by_initials: dict[str, set[str]] = {}
    for name in names:
        if len(name.split()) > 1:
            for initials in _initials(name):
                by_initials.setdefault(initials, set()).add(name)
    for short, long_name in bracketed_names(doc.ents).items():
        found[_key(short)] = plain(long_name)
    cased = {name for name in names if _CASED.fullmatch(name) and not name.isupper()}
    for name in cased:
        whole = {long for long in names if " " in long and name == _cased_initials(long)}
        if len(whole) == 1:
            found.setdefault(_key(name), whole.pop())
    begin = {_key(name.split()[0]) for name in names if _is_with_tail(fold(name).split())}
    for acronym in acronyms - found.keys() - begin:
        if len(long := by_initials.get(acronym, set())) == 1:
            found[acronym] = next(iter(long))
    return found


def is_acronym(text: str) -> bool:
    """`NATO`, `S.E.C.`, `C/TFN`: two to seven capitals, periods, `&` and `/` allowed."""
    if not text.isupper():
        return False
    letters = _letters(text)
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()


def _letters(text: str) -> str:
    return text.replace(".", "").replace("&", "").replace("/", "")


def plain(text: str) -> str:
    """A name on one line without possessive, leading article and what is said of it in front."""
    name = without_possessive(" ".join(text.split()).strip('"“”‘’,;: '))
    name = _SLUG.sub("", name)
    name = _FORM_OF_FIRM.sub("", name) or name
    first, _, rest = name.partition(" ")
    name = rest if first.casefold() in {"the", "a", "an"} and rest else name
    first, _, rest = name.partition(" ")
    name = rest if first in _EPITHETS and rest[:1].isupper() else name
    words = name.split()
    if words[0].casefold() in _KINDS_OF_FIRMS and words[1:] and words[1][0].isupper():
        # "Retailer Harbour Home" of the start of a sentence
        return " ".join(words[1:])
    for at in range(1, len(words) - 1):
        if not words[at].islower():
            break
        if words[at] in _BEFORE_NAMES and words[at + 1][0].isupper():
            # "Trade union federation Cosatu"
            return " ".join(words[at + 1 :])
    return name


def _is_shouted(name: str, names: Container[str]) -> bool:
    """`WASHINGTON`, as datelines have it; an acronym is shorter, or never spelled otherwise."""
    return name.isupper() and (len(name) > 5 or name.title() in names)


def _key(name: str) -> str:
    return _letters(fold(name)) if is_acronym(name) else fold(name)


def _cased_initials(name: str) -> str:
    """`BoE` of `Bank of England`."""
    return "".join(word[0] for word in name.replace("-", " ").split())


def _initials(name: str) -> set[str]:
    words = [word for word in name.replace("-", " ").replace("/", " ").split() if word[0].isalnum()]
    capitals = "".join(word[0] for word in words if word.casefold() not in _SMALL_WORDS)
    everything = "".join(word[0] for word in words)
    return {fold(capitals), fold(everything)}
