"""Events that an article may be about, and how it tells of each: a debate, a trial, a sitting
of parliament, a match, a vote."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventKind:
    """How an event is told of."""

    words: re.Pattern[str]
    """What an article about one goes on naming."""
    told: int
    """Times that it does, at least."""
    before: re.Pattern[str]
    """What stands in front of its day."""
    behind: re.Pattern[str] | None = None
    """What stands behind its day: `Monday’s |debate`."""
    between: re.Pattern[str] | None = None
    """Who took part: `debate |between Ada Brooks and Abe Stone|`."""
    opening: re.Pattern[str] | None = None
    """What the article's opening tells too."""
    different: int = 1
    """Of the words, how many different ones there are, at least."""
    of_cast: bool = True
    """Only who is named beside it in the opening spoke there; else every person did."""
    to_press: bool = False
    """Who took part is heard by the press there: `told Radio Port after the match`."""
    within: int = 7
    """Days before publication, at most."""

    def is_told(self, text: str, end: int) -> bool:
        """Whether an article, whose opening ends at `end`, goes on about such an event."""
        named = self.words.findall(text)
        varied = len({word.lower() for word in named}) >= self.different
        opens = self.opening is None or self.opening.search(text, 0, end) is not None
        return len(named) >= self.told and varied and opens


_ON = r"(?:\s+(?:late|early|held))?(?:\s+on)?\s+$"
_DEBATE = r"(?:debate|hearing|town hall|face-off|showdown|cross-examination|question time)"
_COURT = r"(?:court|jury|jurors|inquest|tribunal|inquiry|magistrates|hearing|trial)"
_HOUSE = r"(?:Commons|Lords|Parliament|D[áa]il|Knesset|Lok Sabha|Rajya Sabha|Stormont|Holyrood)"
_WON = (
    r"won|wins?|beat|beats|lost|loses?|drew|defeat(?:ed|s)?|victory|draw|edged|thrashed"
    r"|hammered|sank|stunned|downed|routed|eased|held|condemned|sealed|clinched|scored|struck"
)

_AUDIENCE = (
    r"(?:crowd|audience|meeting|board|council|councill?ors|commission|commissioners|committee"
    r"|members|trustees|supervisors|attendees|gathering)"
)
"""Who hears what is said at a meeting."""
_HELD_ON = r"(?:late |held )?(?:on )?$"

_A_DEBATE = EventKind(
    words=re.compile(rf"\b{_DEBATE}s?\b", re.IGNORECASE),
    told=3,
    before=re.compile(
        rf"\b(?:an?|the|his|her|their|first|second|third|last) (?:[\w’'-]+\s+){{0,4}}?{_DEBATE}"
        r"(?:\s+(?:in|at|of|on|late|early|held|between|with|[A-Z][\w.’'-]*)){0,8}\s+$",
        re.IGNORECASE,
    ),
    behind=re.compile(
        rf"(?:['’]s?|\s+(?:in|at|during)\s+(?:an?|the|their))\s+(?:[\w-]+\s+){{0,4}}?{_DEBATE}\b",
        re.IGNORECASE,
    ),
    between=re.compile(rf"\b{_DEBATE} (between (?:[A-Z][\w.’'-]+ )+and(?: [A-Z][\w’'-]+)+)"),
)
_A_TRIAL = EventKind(
    words=re.compile(
        rf"\b(?:{_COURT}|judge|defendant|defen[cd]ing|prosecut\w+|coroner|evidence|witness)\b",
        re.IGNORECASE,
    ),
    told=5,
    before=re.compile(
        rf"\b{_COURT}(?: (?:has|have|was|were|had|been))* (?:heard|told){_ON}"
        rf"|\b(?:at|in|before) (?:[A-Z][\w’'-]+ ){{1,3}}{_COURT}{_ON}",
        re.IGNORECASE,
    ),
    of_cast=False,
)
_A_SITTING = EventKind(
    words=re.compile(
        rf"\b(?:{_HOUSE}|MPs?|TDs?|MSPs?|peers|Speaker|[Bb]ackbench\w*|benches|House)\b"
    ),
    told=5,
    before=re.compile(
        rf"\b(?:in|to|told) (?:the )?(?:House of )?{_HOUSE}{_ON}|\b(?:PMQs|[Qq]uestions){_ON}"
    ),
    of_cast=False,
)
_A_MATCH = EventKind(
    words=re.compile(
        r"\b(?:goals?|penalt(?:y|ies)|half(?:-time)?|header|striker|(?:mid|out)fielder|keeper"
        r"|manager|boss|coach|wickets?|innings?|overs|tr(?:y|ies)|touchdowns?|quarterback"
        r"|match|games?|fixture|pitch|season|league|cup|substitute|equali[sz]ers?|winger"
        r"|referee|points|sets?|seed(?:ed)?|quarter|playoffs?|crowd|fans|captain|skipper|series"
        r"|bowl(?:ed|ers?)|bats(?:man|men)|batt(?:ed|ers?|ing)|team|side|players?|tournament)\b",
        re.IGNORECASE,
    ),
    told=8,
    different=5,
    before=re.compile(rf"\b(?:{_WON})\b[^.!?\n]*\s$"),
    opening=re.compile(r"\b\d{1,3}[-–]\d{1,3}\b"),
    of_cast=False,
    to_press=True,
    within=2,
)
_A_VOTE = EventKind(
    words=re.compile(
        r"\b(?:polls?|precincts?|votes?|voters?|voted|ballots?|seats?|turnout|electorate"
        r"|elections?|primar(?:y|ies)|caucus(?:es)?|referendum|conced\w+)\b",
        re.IGNORECASE,
    ),
    told=6,
    before=re.compile(
        rf"\b(?:{_WON}|conced\w+|(?:re-?)?elected|swept|ousted|unseated|flipped|rejected"
        r"|approved|[Vv]oters|[Ee]lectorate)\b[^.!?\n]*\s$"
    ),
    within=1,
)
_A_MEETING = EventKind(
    words=re.compile(
        r"\b(?:[Cc]ouncil(?:lors?|man|woman|members?)?|Cllr|[Bb]oard|[Tt]rustees?|[Cc]abinet"
        r"|[Cc]ommissioners?|[Ss]upervisors|[Mm]eeting|[Mm]otion|[Aa]genda|public gallery"
        r"|public comment|voted|tabl(?:ed?|ing)|[Pp]lanning [Cc]ommittee)\b"
    ),
    told=8,
    different=4,
    before=re.compile(
        r"\b(?:[Cc]ouncil|[Bb]oard|[Cc]abinet|[Cc]ommission|[Cc]ommittee|[Cc]ouncillors|[Tt]rustees"
        r"|[Cc]ommissioners|[Ss]upervisors) (?:has |have )?(?:[a-z]+ )?voted"
        r" (?:[\w-]+ ){0,3}?(?:late )?(?:on )?$"
    ),
    of_cast=False,
)
_A_GATHERING = EventKind(
    words=re.compile(
        rf"\b(?:told|urged|asked|warned|reminded|assured|implored|addressed|thanked)"
        rf" (?:the )?(?:\w+ )?{_AUDIENCE}\b"
        r"|\b(?:[Aa]t|[Dd]uring|[Aa]fter) the (?:[\w’'-]+ ){0,2}(?:meeting|hearing|forum|session)\b"
    ),
    told=2,
    before=re.compile(
        r"\b(?:[Aa]t|[Dd]uring|[Ii]nto|[Aa]|[Tt]he) (?:[\w’'-]+ ){0,4}(?:meeting|forum|town hall)"
        rf"(?: (?:of|at|in) (?:[\w’'-]+ ){{1,5}}| )?{_HELD_ON}"
        rf"|\b(?:gathered|assembled|packed|filled|crowded) (?:[\w’'-]+ ){{1,7}}{_HELD_ON}"
    ),
    of_cast=False,
)
EVENT_KINDS = (_A_DEBATE, _A_TRIAL, _A_SITTING, _A_MATCH, _A_VOTE, _A_MEETING, _A_GATHERING)
