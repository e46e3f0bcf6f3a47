"""Carrying a date from one statement to the next of the same occasion.

An article dates an interview, a speech or a hearing once and goes on quoting it. A
statement without a date of its own takes that of its speaker's last dated statement
while the occasion lasts; a headline and a lead take that of the story they open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.annotate.dating.documents import STATEMENT
from pipeline.annotate.dating.interview_day import interview_day, interview_turns
from pipeline.annotate.dating.issued import Issued, quoted_from, read_issued
from pipeline.annotate.dating.lead_event import lead_cast, lead_event
from pipeline.annotate.dating.long_past import is_of_the_past
from pipeline.annotate.dating.scenes import Scene
from pipeline.annotate.dating.speaker_day import date_by_speaker
from pipeline.annotate.dating.statement_context import NEW_OCCASION, Statement, read_statements
from pipeline.annotate.dating.story_event import StoryEvent, story_event
from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.time_expressions import NUMBER, UNIT
from pipeline.annotate.dating.time_values import ANY_DAY, counted_from, shift_days
from pipeline.annotate.text.lexicon import PREPOSITIONS
from pipeline.records import Act, Quotation, SaidOn

_FARTHEST = 4
_FARTHEST_TALK = 2
"""Paragraphs over which an occasion is carried on without a new statement of its speaker."""
_FARTHEST_BACK = 12
"""The same where it is told that the occasion is the one from before."""
_FARTHEST_VAGUE = 1
"""The same for a date that is no more than a year."""
_LEAD = 2
"""Paragraphs after the title that count as the opening of the story."""
_LOOKAHEAD = 4
"""Paragraphs within which an opening is dated by what follows."""
_MONTH = 31
"""Days before publication within which an opening is dated by what follows."""
_DAY = len("2020-01-06")
_BACK_THEN = frozenset(("then", "at the time"))
_COUNTED_FROM = re.compile(rf"\b({NUMBER}\s+{UNIT}s?)\s+after\s+$")
"""What stands in front of what was said before: `|two days after| saying`."""
_DAYS_BEFORE_TODAY = re.compile(
    rf"\b(?:is|are|has|have) [^.;:!?“”\"]*\b((?:{NUMBER}) days?) after "
    r"(?:(?:it|he|she|they|[A-Z][\w’'-]+) )?$"
)
"""What stands in front of what was said days before what happens now: `The mill has shut, |five
days after it| told`."""
_ELSEWHERE = re.compile(
    r"\b(?:another|separate|later|earlier|previous|subsequent|different|documentary|book)\b"
)
"""Of an occasion that is not the one told of before."""
_REACH = 40
"""Characters in front of a cue that it stands in."""
_Turn = tuple[Statement, Statement]
"""What may date a question or an answer, and that."""


def carry_times(
    quotations: Sequence[Quotation],
    stated: Sequence[SaidOn],
    scenes: Sequence[Scene],
    around: Surroundings,
    title_end: int,
) -> list[SaidOn]:
    """The dates of all statements: `stated` as given, the others carried where one can be.

    `stated` has one SaidOn a quotation; `scenes` one a sentence, the time at which it
    plays. An empty SaidOn is returned where nothing can be carried.
    """
    dates = list(stated)
    statements = read_statements(quotations, around, title_end)
    issued = read_issued(around)
    turns = [*_turns(statements)]
    event = story_event(around) or lead_event(around, title_end)
    if event and event.of_lead and not _is_report_of(event, quotations, statements, dates):
        event = None
    cast = None if _is_column(quotations) else lead_cast(around, title_end)
    if cast:
        cast = replace(cast, namesakes=_shared_names(quotations))
    events = [each for each in (event, cast) if each]
    asked_and_answered = interview_turns(quotations, around, title_end)
    day = interview_day(quotations, asked_and_answered, around)
    for index in asked_and_answered:
        dates[index] = dates[index] if dates[index].basis else day
    _share_sentences(statements, dates, around)
    _carry_on(quotations, statements, dates, scenes, issued, turns, around, events)
    _share_sentences(statements, dates, around)
    _share_questions(turns, dates)
    _date_opening(quotations, statements, dates, around)
    date_by_speaker(quotations, statements, dates, around)
    _share_sentences(statements, dates, around)
    _share_questions(turns, dates)
    _count_from_today(statements, dates, around)
    return dates


def _share_sentences(
    statements: Sequence[Statement], dates: list[SaidOn], around: Surroundings
) -> None:
    """ "He said Friday he would stay, adding …": one sentence, one speaker, one time; but
    a relative clause has its own: "Orrin, who last year called it “…,” said …"."""
    last: dict[tuple[int, str, int, bool], SaidOn] = {}
    for statement in statements:
        key = (statement.sentence, statement.speaker, statement.relative, statement.in_speech)
        if dates[statement.index].basis:
            last[key] = dates[statement.index]
        elif key in last and (
            not statement.another_time or (statement.participle and last[key].basis == "stated")
        ):
            dates[statement.index] = _days_after(statement, last[key], around)
    for statement, later in reversed([*pairwise(statements)]):
        if not dates[statement.index].basis and _shares(statement, later, dates[later.index]):
            dates[statement.index] = dates[later.index]


def _shares(statement: Statement, later: Statement, said_on: SaidOn) -> bool:
    """Whether a statement is of the date of the next: `Orrin has praised the crew, |telling
    reporters on Friday| that it sails`; or of the day on which its speaker goes on, in the same
    sentence, with what was said before: `Orrin would not give a price, but |hinted| at one`."""
    if not later.speaker or (later.sentence, later.speaker) != (
        statement.sentence,
        statement.speaker,
    ):
        return False
    if said_on.basis == "stated":
        return later.participle
    # "After struggling for years to tell them so, Orrin said …": of no day.
    other = (
        statement.another_time
        or statement.participle
        or later.told_before
        or statement.in_speech != later.in_speech
    )
    return len(said_on.date) == _DAY and statement.relative == later.relative and not other


def _count_from_today(
    statements: Sequence[Statement], dates: list[SaidOn], around: Surroundings
) -> None:
    """ "The mill is closing, five days after it told the crew so": counted from publication, where
    the sentence tells no other time."""
    for statement in statements:
        start, _ = around.sentences[statement.sentence]
        counted = _DAYS_BEFORE_TODAY.search(around.text, start, statement.at)
        if counted is None or dates[statement.index].basis or around.published == ANY_DAY:
            continue
        if len(around.published) == _DAY and not around.expressions_in(start, counted.start(1)):
            date = counted_from(around.published, counted[1], back=True)
            if len(date) == _DAY:
                dates[statement.index] = SaidOn(date, f"{counted[1]} after", "stated")


def _days_after(statement: Statement, other: SaidOn, around: Surroundings) -> SaidOn:
    """The date of a statement that another of its sentence is counted from: `Orrin agreed on
    Friday, |two days after saying| no`; else that of the other."""
    counted = _COUNTED_FROM.search(around.text, max(0, statement.at - _REACH), statement.at)
    if counted is None or not other.date:
        return other
    date = counted_from(other.date, counted[1], back=True)
    return SaidOn(date, " ".join(counted[0].split()), other.basis) if date else SaidOn()


def _share_questions(turns: Sequence[_Turn], dates: list[SaidOn]) -> None:
    """Question and answer are of one occasion, whichever is dated: `“Does it sail?” Vesna Holm
    asked Orrin. “It does,” he replied on Monday`; or the question comes between two answers."""
    for one, other in turns:
        elsewhere = other.new_occasion or other.another_time or one.another_time
        if not (dates[other.index].basis or elsewhere or _is_vague(dates[one.index])):
            dates[other.index] = _carried(dates[one.index])


def _turns(statements: Sequence[Statement]) -> Iterator[_Turn]:
    """Questions, the answers to them and what was said before, each behind what may date it."""
    told = [each for each in statements if each.act == "said" and not each.nested]
    for at, question in enumerate(told[:-1]):
        answer, before = told[at + 1], told[max(0, at - 1)]
        apart = answer.paragraph - question.paragraph > 1
        if not question.asks or apart or answer.speaker == question.speaker or not answer.by_person:
            continue
        if before.speaker == answer.speaker and question.paragraph - before.paragraph <= 1:
            yield before, question
        asked = {name.lower() for name in question.names} & {*_family_name(answer)}
        if asked or answer.sentence == question.sentence:
            yield question, answer
            yield answer, question


@dataclass(slots=True)
class _Dated:
    """The dated statements that a later one may belong with, latest first to hand."""

    last: Statement | None = None
    turn: Statement | None = None
    """The turn of a conversation, or what was told of it before it began."""
    conversing: bool = False
    """A conversation has begun; what is told in a turn dates no other turn."""
    in_turns: frozenset[str] = frozenset()
    """Speakers who take turns in it."""
    running: dict[str, Statement] = field(default_factory=dict)
    """The occasion that goes on, by speaker."""
    aside: dict[str, Statement] = field(default_factory=dict)
    """What each speaker is told, since the last of it, to have said before: `had said`."""
    on_a_day: dict[str, Statement] = field(default_factory=dict)
    """The last that is dated to its day, by speaker."""
    by_name: dict[tuple[str, str], Statement] = field(default_factory=dict)
    """By speaker and a name in the sentence: whom it was said to."""
    spoke: dict[str, int] = field(default_factory=dict)
    """Where each speaker of the article first says something."""
    to_the_press: set[str] = field(default_factory=set)
    """Speakers who were once told to speak for others, or not named: "a spokesman"."""
    spoke_elsewhere: set[str] = field(default_factory=set)
    """Speakers who told something to an outlet, or outside the meeting that is told of."""
    documents: dict[int, Statement] = field(default_factory=dict)
    """Of a report, a letter, …, by kind."""


def _carry_on(
    quotations: Sequence[Quotation],
    statements: Sequence[Statement],
    dates: list[SaidOn],
    scenes: Sequence[Scene],
    issued: Sequence[Issued],
    turns: Sequence[_Turn],
    around: Surroundings,
    events: Sequence[StoryEvent],
) -> None:
    in_turns = frozenset(each.speaker for each in statements if each.turn)
    dated = _Dated(in_turns=in_turns)
    questions = {b.index: a for a, b in turns if a.asks and a.at < b.at}
    section = 0
    for statement in statements:
        if section < (section := statement.section):
            dated = _Dated(in_turns=in_turns)
        dated.conversing = dated.conversing or (statement.turn and not statement.in_title)
        if statement.to_the_press:
            dated.to_the_press.add(statement.speaker)
        if statement.outside:
            dated.spoke_elsewhere.add(statement.speaker)
        if statement.act == "thought":
            # What was done or felt at some time breaks the thread of what was said.
            if dates[statement.index].basis:
                dated.running[statement.speaker] = statement
            continue
        if not dates[statement.index].basis:
            earlier = _same_occasion(statement, dated, dates, around)
            question = questions.get(statement.index)
            if question and dates[question.index].basis and not statement.another_time:
                earlier = question
            scene = scenes[statement.sentence]
            of_scene = _scene_named(statement, scenes)
            if earlier and (of_scene or _moved_to(scene, earlier, statement)):
                dates[statement.index] = _carried((of_scene or scene).said_on)
                earlier = None
            document = quoted_from(statement, issued, around)
            if document and (earlier is None or earlier.sentence < document.sentence):
                dates[statement.index] = document.said_on
            elif earlier:
                dates[statement.index] = _carried(dates[earlier.index])
            elif scene.headed:
                dates[statement.index] = _carried(scene.said_on)
            elif not (
                statement.another_time or statement.new_occasion or dates[statement.index].basis
            ):
                if scene.goes_on:
                    plays_there = _is_told_of(statement, dated, scene)
                else:
                    plays_there = _is_of_scene(statement, scene, around)
                if plays_there:
                    dates[statement.index] = _carried(scene.said_on)
            for event in events:
                undated = not dates[statement.index].date
                holds = undated and event.holds(statement, dated.spoke_elsewhere)
                if holds and not is_of_the_past(quotations[statement.index], around):
                    dates[statement.index] = event.said_on
        dated.spoke.setdefault(statement.speaker, statement.at)
        of_speech = statement.in_speech and dates[statement.index].basis == "stated"
        if dates[statement.index].date and not of_speech:
            # “I told him so yesterday,” she said: what she tells of dates nothing of hers.
            _remember(statement, dated, dates)
        elif statement.new_occasion:
            dated.running.pop(statement.speaker, None)


def _moved_to(scene: Scene, earlier: Statement, statement: Statement) -> bool:
    """Whether a scene of another day, which names the speaker, has opened since the occasion that
    a statement would be of: `A day earlier, at a forum in Tolland, Orrin met his critics.`"""
    whole = len(scene.said_on.date) == _DAY and scene.start > earlier.at
    named = not scene.cast.isdisjoint(_family_name(statement))
    # "Orrin told the host on Monday", and now "Orrin told the host" again.
    return whole and scene.lasts and named and statement.names.isdisjoint(earlier.names)


def _scene_named(statement: Statement, scenes: Sequence[Scene]) -> Scene | None:
    """The scene that a statement goes back to by somebody's name: `In his interview with the
    Herald`, of which was told `the Herald interviewed him on Thursday`."""
    if not statement.same_occasion:
        return None
    own = frozenset(statement.speaker.split()) | PREPOSITIONS
    named = frozenset(name.lower() for name in statement.names) - own
    told = (
        scene
        for scene in reversed(scenes[: statement.sentence])
        if scene.lasts and scene.of_one and len(scene.said_on.date) == _DAY
    )
    return next((scene for scene in told if not named.isdisjoint(scene.cast - own)), None)


def _is_of_scene(statement: Statement, scene: Scene, around: Surroundings) -> bool:
    """Whether a statement of the same paragraph belongs to a scene; where nobody meets or speaks,
    only with nothing of the author's between its opening and what is said."""
    another = not scene.formal and scene.cast.isdisjoint(_family_name(statement))
    if statement.reported or (another and statement.disputes):
        # "In a statement on Monday, Orrin said so. The crew rejected it.": at some later time.
        return False
    if scene.lasts and not statement.introduced:
        return True
    # The nearest first: what is the author's own stands near as a rule.
    between = reversed(range(around.sentence_of(scene.start) + 1, statement.sentence))
    starts = (around.sentences[each][0] for each in between)
    return all(any(a <= at < b for a, b in around.contents_of(at)) for at in starts)


def _family_name(statement: Statement) -> list[str]:
    return statement.speaker.split()[-1:]


def _is_told_of(statement: Statement, dated: _Dated, scene: Scene) -> bool:
    """Whether a statement of a later paragraph may still belong to a scene: it is told of and
    not quoted, and by nobody who spoke before, is introduced only now or speaks for others to
    the press."""
    new = dated.spoke.get(statement.speaker, statement.at) >= scene.start
    if scene.of_one and not scene.formal and scene.cast.isdisjoint(_family_name(statement)):
        return False
    day = len(scene.said_on.date) == _DAY
    heard = scene.formal and day and not statement.outside
    told = heard or not (statement.verbatim or statement.introduced)
    return new and told and statement.speaker not in dated.to_the_press


def _remember(statement: Statement, dated: _Dated, dates: Sequence[SaidOn]) -> None:
    said_on = dates[statement.index]
    if statement.turn or not dated.conversing:
        dated.last = statement
    if statement.turn or (not dated.conversing and _is_of_conversation(statement, dated, said_on)):
        dated.turn = statement
    if len(said_on.date) == _DAY and not statement.told_before:
        dated.on_a_day[statement.speaker] = statement
    elif said_on.text.lower() in _BACK_THEN and statement.speaker in dated.on_a_day:
        # "Orrin spoke on Monday. In 2019 he fell ill. “It was bad,” he said then.": an aside.
        # "In a 2019 interview, Orrin wept. “It was bad,” he said then.": the interview goes on.
        last = dated.running.get(statement.speaker)
        goes_on = last and (last.new_occasion or said_on.basis == "carried")
        if last and goes_on and dates[last.index].date == said_on.date:
            dated.running[statement.speaker] = statement
        else:
            dated.running[statement.speaker] = dated.on_a_day[statement.speaker]
        return
    if statement.told_before:
        dated.aside[statement.speaker] = statement
    elif not _is_told_of_by(statement, said_on) and (
        not _is_vague(said_on) or said_on.basis == "stated"
    ):
        dated.running[statement.speaker] = statement
        dated.aside.pop(statement.speaker, None)
    for name in statement.names:
        dated.by_name[statement.speaker, name] = statement
    for kind in statement.documents:
        dated.documents[kind] = statement


def _is_told_of_by(statement: Statement, said_on: SaidOn) -> bool:
    """Whether a vague date is only what its speaker is told of by: `Orrin, |who last year called
    it a wreck|, said …` begins no occasion."""
    return statement.relative >= 0 and len(said_on.date) < _DAY


def _is_of_conversation(statement: Statement, dated: _Dated, said_on: SaidOn) -> bool:
    """Whether a statement was made in the conversation whose turns follow: `Orrin told the host
    on Monday`; not in a book, nor by others at another time."""
    if statement.of_book or statement.of_talk:
        return not statement.of_book
    takes_part = statement.speaker in dated.in_turns and len(said_on.date) == _DAY
    return takes_part or len(dated.in_turns) <= 1


def _same_occasion(
    statement: Statement, dated: _Dated, dates: Sequence[SaidOn], around: Surroundings
) -> Statement | None:
    """The dated statement that a later one belongs with."""
    if statement.turn:
        return dated.turn
    if statement.of_document:
        told = [dated.documents[kind] for kind in statement.of_document & dated.documents.keys()]
        if statement.by_person:
            # "Orrin, an author of the 2011 report, said so" today.
            told = [other for other in told if not _is_vague(dates[other.index])]
        if told or statement.of_document - STATEMENT:
            return max(told, key=lambda other: other.at, default=None)
    if written := _written_in(statement, dated, dates):
        return written
    if statement.another_time or not statement.speaker:
        return None
    last = dated.on_a_day.get(statement.speaker)
    if statement.same_occasion and last and statement.paragraph - last.paragraph <= _FARTHEST_BACK:
        return last
    if statement.new_occasion:
        # "In interviews on Monday, Orrin denied it. “It floats,” he said on MSNBC."
        last = dated.running.get(statement.speaker)
        if last is None or statement.paragraph - last.paragraph > _FARTHEST_TALK:
            return None
        return last if last.in_interviews or _tells_where(statement, last, dates, around) else None
    for name in sorted(statement.names):
        named = dated.by_name.get((statement.speaker, name))
        if named and not (
            named.sentence == statement.sentence and _is_told_of_by(named, dates[named.index])
        ):
            return named
    last = dated.running.get(statement.speaker)
    aside = dated.aside.get(statement.speaker)
    if aside and aside.paragraph == statement.paragraph and statement.sentence - aside.sentence < 2:
        # "In March she had told them so. “I was ill,” she said."
        last = aside
    if last is None and dated.last and (statement.in_turn or _replies(statement, dated.last)):
        near = statement.paragraph - dated.last.paragraph <= _FARTHEST
        return dated.last if near and dated.last.act == "said" else None
    if last is None:
        return None
    if last.act == "thought":
        return last if statement.sentence - last.sentence <= 1 else None
    if _is_vague(dates[last.index]) and last.of_book and statement.aloud:
        # "In his 2002 book, Orrin advised thrift. “I save,” he said."
        return None
    if _is_vague(dates[last.index]) and statement.to_us:
        # "In 1971 Orrin sailed, he wrote. Orrin told me so.": today.
        return None
    if len(dates[last.index].date) < _DAY and statement.times_before > last.times_after:
        return None
    farthest = _FARTHEST_VAGUE if _is_vague(dates[last.index]) else _FARTHEST
    if statement.paragraph - last.paragraph > farthest:
        return None
    day, name = dates[last.index].date, _family_name(statement)[0]
    if len(day) == _DAY and around.moves_on(last.sentence + 1, statement.sentence, name, day):
        # "Orrin said so on Thursday. Orrin flew home on Friday.": no longer Thursday's.
        return None
    return last


def _tells_where(
    statement: Statement, last: Statement, dates: Sequence[SaidOn], around: Surroundings
) -> bool:
    """Whether the occasion of a statement, told behind its words, is that of what the sentence
    before only sums up: `Orrin shut the quay on Monday. “It leaks,” he told a news conference`;
    not `In an interview, he said so`."""
    near = statement.sentence - last.sentence <= 1 and len(dates[last.index].date) == _DAY
    quoted = last.verbatim and last.words_first
    if not near or last.new_occasion or quoted or not statement.words_first:
        return False
    _, end = around.sentences[statement.sentence]
    where = NEW_OCCASION.search(around.text, statement.at, end)
    return where is not None and _ELSEWHERE.search(where[0]) is None


def _is_report_of(
    event: StoryEvent,
    quotations: Sequence[Quotation],
    statements: Sequence[Statement],
    dates: Sequence[SaidOn],
) -> bool:
    """Whether a lead tells that somebody said something on its day, not only `The crew stopped
    work on Monday.`; and the author does not speak of herself, as columns do."""
    told = any(
        statement.speaker and dates[statement.index].date == event.said_on.date
        for statement in statements
        if statement.at < event.since and not statement.in_title
    )
    return told and not _is_column(quotations)


def _shared_names(quotations: Sequence[Quotation]) -> frozenset[str]:
    """Family names of several of an article's speakers, in small letters."""
    persons = {each.speaker.name.lower() for each in quotations if each.speaker.type == "person"}
    families = Counter(name.split()[-1] for name in persons if name.strip())
    return frozenset(name for name, bearers in families.items() if bearers > 1)


def _is_column(quotations: Sequence[Quotation]) -> bool:
    """Whether the author speaks of herself."""
    return any(each.speaker.type == "author" and each.source for each in quotations)


def _replies(statement: Statement, other: Statement) -> bool:
    """Whether somebody answers what another was just told to say; `asked` names who answers."""
    near = statement.sentence - other.sentence <= 1
    return statement.replies and near and not other.asks and other.speaker != statement.speaker


def _written_in(statement: Statement, dated: _Dated, dates: Sequence[SaidOn]) -> Statement | None:
    """The dated statement in a document in which a later one is made: `In a letter on Monday, the
    crew asked for help. … “It leaks,” the sailors wrote in the letter.`"""
    if statement.timed or statement.of_book or statement.relative >= 0:
        return None
    written = []
    for kind in statement.in_document & dated.documents.keys():
        other = dated.documents[kind]
        same = not statement.in_document & STATEMENT and dates[other.index].basis == "stated"
        if same or other.speaker == statement.speaker:
            written.append(other)
    return max(written, key=lambda other: other.at, default=None)


def _date_opening(
    quotations: Sequence[Quotation],
    statements: Sequence[Statement],
    dates: list[SaidOn],
    around: Surroundings,
) -> None:
    """Headline and lead tell what the story dates a few paragraphs on."""
    following: dict[tuple[str, Act], Statement] = {}
    told: dict[int, set[str]] = {}
    for statement in statements:
        told.setdefault(statement.paragraph, set()).add(dates[statement.index].date)
    for statement in reversed([each for each in statements if not each.in_speech]):
        key = (statement.speaker, statement.act)
        other = following.get(key)
        if dates[statement.index].date and not statement.another_time:
            # What was said in some month, or long ago, is told of and is not the story's occasion.
            if len(dates[statement.index].date) < _DAY or _is_old(dates[statement.index], around):
                following.pop(key, None)
                continue
            following[key] = statement
        elif (
            other
            and statement.speaker
            and not is_of_the_past(quotations[statement.index], around)
            and not dates[statement.index].basis
            and statement.paragraph <= _LEAD
            and (other.paragraph - statement.paragraph <= _LOOKAHEAD or statement.in_title)
            # "Orrin said so on Wednesday. Brooks called it absurd." is of no earlier day.
            and told[statement.paragraph] <= {"", dates[other.index].date}
        ):
            dates[statement.index] = _carried(dates[other.index])
    for statement in statements:
        if not statement.in_title:
            break
        if not dates[statement.index].basis:
            dates[statement.index] = _of_lead(statements, dates)


def _is_old(said_on: SaidOn, around: Surroundings) -> bool:
    known = len(around.published) == _DAY and around.published != ANY_DAY
    return known and said_on.date < shift_days(around.published, -_MONTH)


def _of_lead(statements: Sequence[Statement], dates: Sequence[SaidOn]) -> SaidOn:
    for statement in statements:
        if not statement.in_title and statement.paragraph <= 1:
            return _carried(dates[statement.index])
    return SaidOn()


def _is_vague(said_on: SaidOn) -> bool:
    return len(said_on.date) <= 4


def _carried(said_on: SaidOn) -> SaidOn:
    return replace(said_on, basis="carried") if said_on.date else SaidOn()
