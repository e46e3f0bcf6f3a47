"""What can be read around a statement of the occasion on which it was made."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.annotate.dating.documents import (
    A_DOCUMENT,
    IN_THE_DOCUMENT,
    REPORTED,
    THE_DOCUMENT,
    kinds_of_documents,
)
from pipeline.annotate.dating.long_past import was_told_before
from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.quotations.act import act_of, is_heard
from pipeline.annotate.text.marks import DOUBLE_MARKS
from pipeline.records import Act, Quotation

_ANOTHER_TIME = re.compile(
    r"^(?:also )?(?:has|have|[’']s|[’']ve|had|am|is|are|say|argue|insist|believe|want|note|claim"
    r"|think|hope|show|suggest|indicate)\b"
    r"|\b(?:repeatedly|often|frequently|routinely|regularly|constantly|always|long|previously"
    r"|once|earlier|recently"
    r"|(?<!\badding )later|since|never)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:also )?(?:accuse|blame|call|contend|criticise|criticize|demand|deny|fear|maintain|oppose"
    r"|praise|promise|support|tell|urge|warn|worry)\b"
)
"""A cue in the present or an infinitive: `critics accuse`, `unable to go and blame`."""
_OF_AN_ACT = re.compile(r"\b(?:to|did|didn[’']t) (?:\w+ly )?$")
"""What makes of it what somebody did: `used the speech to |accuse`."""
_PRESENT = re.compile(
    r"(?:also |now |still )?(?!was\b|always\b|perhaps\b)[a-z]+(?<![su'’])s\b"
    r"(?! (?!(?:an?|the|his|her|their|its)\b).*\bof\b)"
)
_OCCASIONS = (
    r"(?:interview|statement|speech|rally|tweet|email|e-mail|letter|post|memo|conference|briefing"
    r"|hearing|column|op-ed|book|message|appearance|event|video|town hall|debate|report|meeting"
    r"|broadcast|podcast|address|testimony|documentary)"
)
_CHANNELS = (
    r"Twitter|X(?!-)|Facebook|Instagram|Threads|Bluesky|Mastodon|TikTok|LinkedIn|YouTube"
    r"|Truth Social|Reddit|Snapchat|Telegram|Weibo|WhatsApp"
    r"|CNN|MSNBC|MS NOW|Fox|FOX|CNBC|C-SPAN|PBS|NPR|Newsmax|BBC|ITV|LBC|Sky News|Channel [45]"
    r"|Al Jazeera|CBC"
)
"""Where people write and speak to all: `on X`, `on the BBC`. Not ABC, CBS and NBC: on their shows
is mostly said what an article tells to be of Sunday."""
NEW_OCCASION = re.compile(
    rf"\b(?:in|at|during|on|via)\s+(?:an?|another|his|her|their|its|separate)\s+"
    rf"(?:[\w’'-]+\s+){{0,3}}?{_OCCASIONS}\b"
    r"|\b(?:in|at|during)\s+an?\s+(?:later|earlier|separate|previous|subsequent|different)\b"
    rf"|\bon\s+(?:the\s+)?(?-i:{_CHANNELS})\b|\bnews conference\b"
    r"|\b(?:rang|phoned|telephoned|e-?mailed|texted) (?:this|the|our) (?:newspaper|paper)\b"
    r"|\boutside (?:the )?(?:court(?:room|house)?|tribunal|inquest)\b",
    re.IGNORECASE,
)
_TALKS = re.compile(r"\bin (?:[\w’'-]+ ){0,3}interviews\b", re.IGNORECASE)
_SAME_OCCASION = re.compile(
    r"\b(?:in|during|at) (?:the|his|her|their|its) (?:(?:\w+ )?(?:speech|remarks|address)"
    r"|interview|appearance)\b",
    re.IGNORECASE,
)
"""One that was told before: `In her opening remarks`."""
_BACKGROUND = re.compile(r"\b(?:after|before|since|following|despite|amid|ahead of)\b.*", re.DOTALL)
"""What a sentence tells of besides: `said so a day |after they had signed a letter|`."""
_BOOK = re.compile(r"\b(?:book|memoir|autobiography|essay|novel|op-ed|column)\b", re.IGNORECASE)
_TALK = re.compile(
    r"\b(?:interview(?:ed)?|conversation|transcript|discussion|panel(?:lists?)?|podcast|broadcast"
    r"|show|program(?:me)?|debate|hearing|session|town hall|chat(?:ted)?|sat down|episode|spoke"
    r"|talked|tonight|Q&A)\b"
)
_ALOUD = re.compile(r"(?:also |later )?(?:said|told|added|recalled|explained|laughed|joked)\b")
_WRITES = re.compile(r"(?:also )?(?:wrote|writes)\b")
_PARTICIPLE = re.compile(r"(?:also )?[a-z]{3,}ing\b")
_ASKS = re.compile(
    r"(?:(?:then|later|also|first|when|was|were|being) )*(?:asked|inquired|pressed|interjected"
    r"|interrupted|followed up|queried|yelled|shouted|screamed)\b(?! (?:for|to|that)\b)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:^(?:his|her|their|its)|['’]s?)$", re.IGNORECASE)
"""A source whose cue is a noun: "his earlier remarks"."""
_ANSWER = re.compile(r"(?:answer|reply|response|retort)\b", re.IGNORECASE)
"""What is owned and of the occasion all the same: `Orrin’s |answer| was that it sails`."""
_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we", "his", "her", "their", "its"))
_REPLIES = re.compile(r"(?:also )?(?:replied|retorted|rejoined|(?:shot|snapped|hit) back)\b")
_DISPUTES = re.compile(
    r"(?:also |later )?(?:denied|rejected|dismissed|disputed|refuted|rebuffed|countered|hit back)\b"
)
_IN_TURN = re.compile(
    r"\b(?:on|for) (?:his|her|their) (?:own )?part\b"
    rf"|\b(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|told) the same (?:[\w’'-]+ )?(?:{_OCCASIONS}|segment"
    r"|show|program(?:me)?|forum|panel|session|call|inquest|court|episode|summit)\b"
)
_SINCE_THEN = re.compile(r"\b(?:since|until) $", re.IGNORECASE)
"""What makes of a statement a bound of time: `three years |since| Orrin announced it`."""
_REFUSED = re.compile(
    r"\bdeclin(?:ed?|es|ing)\b|\b(?:did|could)(?:n[’']t| not) (?:respond|reply|return|be reached)"
)
"""Said to whoever asks while the article is written."""
_TO_THE_PRESS = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|office|sources?|officials?|aides?|analysts?|experts?)\b",
    re.IGNORECASE,
)
_PERSONS = frozenset(("person", "unnamed"))
_HAD_DONE = re.compile(r"\s*had\b")
_OUTSIDE = re.compile(
    r"\b(?:afterwards?|later|outside|reporters|journalists|tweeted|posted|statement)\b"
    r"|\btold (?:the )?[A-Z]|\b(?:police|detectives|officers|investigators|in interview)\b"
    r"|\bby (?:(?:tele)?phone|e-?mail)\b",
)
_TO_US = re.compile(r"(?:tells?|told|telling) (?:me|us|this (?:news)?paper)\b")
_LONGEST_CUE = 40
_RELATIVE = re.compile(r"(?:who|which)\b", re.IGNORECASE)
_INTRODUCED = re.compile(r"An? |(?!One |Two |Three |Some |The )[A-Z][\w.’-]+ [A-Z]")
_REPORTED = re.compile(r"(?:has |have |had |also |first )*(?:reported|revealed|published)\b")
_LAST_BREAK = re.compile(r"\n(?!\n)")
_NAME = re.compile(r"\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotation seen as an act at some time and place."""

    index: int
    """Of its quotation."""
    at: int
    """Offset of the cue, else of the source, else of the content."""
    sentence: int
    paragraph: int
    """0-based; the title, where there is one, is the first."""
    section: int
    """0-based, of the reports of a live file; the title stands in the first."""
    speaker: str
    """Key of the speaker within the article; "" where nobody is named."""
    by_person: bool
    """A body or a document says nothing at a debate; but a court hears what is said in it."""
    act: Act
    in_title: bool
    told_before: bool
    """By its tense from before what is told of: `Orrin had said`."""
    another_time: bool
    """By its tense or an adverb not part of the occasion told just before."""
    new_occasion: bool
    """An interview, a tweet, … is introduced with the statement."""
    in_interviews: bool
    """Told of several interviews, of which one of the next is likely to be one."""
    same_occasion: bool
    """The interview, the speech, … at which it was said was told before."""
    in_turn: bool
    """Told as the next speaker's at the same occasion: `Brooks, on her part, said`."""
    replies: bool
    """Its cue is `replied` or `shot back`."""
    disputes: bool
    """Its cue is `denied` or `rejected`: said when somebody else's words were known."""
    turn: bool
    """A turn of a transcript: its cue is a colon alone."""
    names: frozenset[str]
    """Names in its sentence outside content and source: whom it was said to, and where."""
    documents: frozenset[int]
    """Kinds of documents that it mentions."""
    of_document: frozenset[int]
    """Kinds of its source where that is "the report", told of before."""
    in_document: frozenset[int]
    """Kinds of what it stands in where that was told of before: `Orrin said in the letter`."""
    of_book: bool
    """A book, an essay, … is told of in its sentence."""
    of_talk: bool
    """A conversation is told of in its sentence: `on Monday’s broadcast`."""
    aloud: bool
    """It was spoken: `Orrin said`, not `Orrin wrote`."""
    written: bool
    """Its cue is `wrote`."""
    participle: bool
    """Its cue tells more of another act: `sailed, |telling| the crew`."""
    asks: bool
    """It is a question, or calls for an answer: `asked`, `interjected`."""
    of_it: bool
    """Its source is `it`."""
    verbatim: bool
    """Some of it stands in quotation marks."""
    words_first: bool
    """Its content begins in front of its cue."""
    to_the_press: bool
    """Its source speaks for others or is not named: "a spokesman", "one source"."""
    outside: bool
    """Not said at the meeting or hearing that is told of: "told reporters afterwards"."""
    to_us: bool
    """Told to who writes the article: `told me`."""
    times_before: int
    """Time expressions of the article before its sentence."""
    times_after: int
    """The same up to the sentence's end."""
    nested: bool
    """Told within another statement."""
    in_speech: bool
    """The same, within one that stands in quotation marks, or by the same speaker: `Orrin said |he
    warned them on Monday|`."""
    timed: bool
    """A time is told in its sentence, outside what anybody says in it."""
    introduced: bool
    """Its source is told of for the first time: `a neighbour`, `Vesna Holm of the Herald`."""
    reported: bool
    """Its cue is `according to`: somebody told it, at whatever time."""
    relative: int
    """Offset of the relative pronoun that is its source; -1 where it has another."""


def read_statements(
    quotations: Sequence[Quotation], around: Surroundings, title_end: int
) -> list[Statement]:
    """One Statement a quotation, in the order of their cues."""
    text = around.text
    starts = [match.end() for match in _LAST_BREAK.finditer(text)]
    found: list[Statement] = []
    known = ""
    for index in sorted(range(len(quotations)), key=lambda index: _position(quotations[index])):
        quotation = quotations[index]
        at = _position(quotation)
        cue, source, content = (
            " ".join(text[start:end] for start, end in spans)
            for spans in (quotation.cue, quotation.source, quotation.content)
        )
        speaker = _speaker(quotation, source, known)
        known = speaker or known
        sentence = around.sentence_of(at)
        frame = _frame(quotation, sentence, around)
        outside = _OUTSIDE.search(frame) is not None
        # "Vesna Holm, who signed the letter, told the Herald": not in the letter.
        speaks = source.partition(",")[0] if outside else source
        # "Vesna had advised it in May, saying it was time": all of that was before.
        participle = _PARTICIPLE.match(cue) is not None
        had_done = bool(source) and _HAD_DONE.match(text, quotation.source[-1][1], at) is not None
        in_title = at < title_end
        nested = quotation.nested_in is not None
        document = quotation.speaker.type == "document" or bool(A_DOCUMENT.search(source))
        elsewhere = (
            _ANOTHER_TIME.search(cue)
            or (_BARE.match(cue) and not _OF_AN_ACT.search(text, max(0, at - 20), at))
            or (_PRESENT.match(cue) and not document)
            or (_POSSESSIVE.search(source) and not _ANSWER.match(cue))
            or _SINCE_THEN.search(text, max(0, at - 40), _start(quotation))
            or _REFUSED.search(cue)
            or (
                found
                and found[-1].another_time
                and found[-1].sentence == sentence
                # “He used to say so,” she said: his times are not hers.
                and found[-1].nested == nested
            )
        )
        found.append(
            Statement(
                index=index,
                at=at,
                sentence=sentence,
                paragraph=bisect_right(starts, at),
                section=around.section_of(at),
                speaker=speaker,
                by_person=quotation.speaker.type in _PERSONS or is_heard(cue, source),
                act=act_of(cue, content, source),
                in_title=in_title,
                told_before=was_told_before(cue) or (participle and had_done),
                another_time=bool(elsewhere) and not in_title,
                new_occasion=NEW_OCCASION.search(frame) is not None,
                in_interviews=_TALKS.search(frame) is not None,
                same_occasion=_SAME_OCCASION.search(frame) is not None,
                in_turn=_IN_TURN.search(f"{source} {frame}") is not None,
                replies=_REPLIES.match(cue) is not None,
                disputes=_DISPUTES.match(cue) is not None,
                turn=cue.strip() == ":",
                names=frozenset(_NAME.findall(frame)) - frozenset(_NAME.findall(source)),
                documents=kinds_of_documents(f"{source} {_BACKGROUND.sub('', frame)}")
                | (REPORTED if _REPORTED.match(cue) else frozenset()),
                of_document=kinds_of_documents(" ".join(THE_DOCUMENT.findall(speaks))),
                in_document=kinds_of_documents(" ".join(IN_THE_DOCUMENT.findall(frame))),
                of_book=_BOOK.search(frame) is not None,
                of_talk=_TALK.search(f"{source} {frame}") is not None,
                aloud=_ALOUD.match(cue) is not None,
                written=_WRITES.match(cue) is not None,
                participle=participle,
                asks=_ASKS.match(cue) is not None,
                of_it=source.strip().lower() == "it",
                verbatim=not DOUBLE_MARKS.isdisjoint(content),
                words_first=any(start < at for start, _ in quotation.content),
                to_the_press=bool(_TO_THE_PRESS.search(source)),
                outside=outside,
                to_us=_TO_US.search(text, at, at + _LONGEST_CUE) is not None,
                times_before=around.times_before(sentence),
                times_after=around.times_before(sentence + 1),
                nested=nested,
                in_speech=nested and _is_in_speech(quotation, quotations),
                timed=_is_timed(sentence, around),
                introduced=_INTRODUCED.match(source) is not None,
                reported=cue.strip().lower() == "according to",
                relative=quotation.source[0][0] if _RELATIVE.match(source) else -1,
            )
        )
    return found


def _is_in_speech(quotation: Quotation, quotations: Sequence[Quotation]) -> bool:
    outer = quotations[quotation.nested_in or 0]
    same = bool(outer.speaker.name) and outer.speaker.name == quotation.speaker.name
    return outer.kind == "direct" or (same and _position(outer) < _position(quotation))


def _frame(quotation: Quotation, sentence: int, around: Surroundings) -> str:
    """The sentence of a statement without its content and its source."""
    start, end = around.sentences[sentence]
    kept = []
    for hole_start, hole_end in sorted([*quotation.content, *quotation.source]):
        if hole_end > start and hole_start < end:
            kept.append(around.text[start:hole_start])
            start = max(start, hole_end)
    kept.append(around.text[start:end])
    return " ".join(kept)


def _is_timed(sentence: int, around: Surroundings) -> bool:
    start, end = around.sentences[sentence]
    return any(
        not any(a <= expression.start < b for a, b in around.contents_of(expression.start))
        for expression in around.expressions_in(start, end)
    )


def _start(quotation: Quotation) -> int:
    """Offset of the source or the cue, whichever is first."""
    return min(start for start, _ in (*quotation.source, *quotation.cue, (_position(quotation), 0)))


def _position(quotation: Quotation) -> int:
    return (quotation.cue or quotation.source or quotation.content or ((0, 0),))[0][0]


def _speaker(quotation: Quotation, source: str, known: str) -> str:
    """The resolved name, else the source's last name, else (of a pronoun) the one before."""
    if quotation.speaker.name:
        return quotation.speaker.name.lower()
    if source.strip().lower() in _PRONOUNS:
        return known
    names = _NAME.findall(re.split(r",| of | for ", source)[0])
    return (names[-1] if names else source).lower()
