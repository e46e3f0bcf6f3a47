"""Contents that end too late or too early, told by the sentence they stand in.

A content that ends in quotation marks with a full stop may have been read on into the
author's next sentence; an apposition behind the cue (`, a claim the firm called “absurd”`)
is somebody else's statement; one that ends with a relative pronoun has lost its clause.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import (
    Attributing,
    following,
    is_cue,
    leading_up,
    sentences,
    subject,
    tokens,
)
from pipeline.annotate.text.cue_words import NAMING, SAYING, words_of
from pipeline.annotate.text.lexicon import PERSON_AND_BODY_NOUNS
from pipeline.annotate.text.marks import DOUBLE_MARKS
from pipeline.annotate.text.nouns import singular
from pipeline.records import Span

_OTHERS = 0.6
"""Confidence of a statement found in an apposition or a subordinate clause."""
_OWN = 0.8
"""Confidence of a quotation beside its own cue."""
_APPOSED = re.compile(
    r"an? (?:[a-z]+ )?(?:claim|charge|allegation|accusation|assertion|suggestion|description|figure"
    r"|characteri[sz]ation|comparison|label|move|decision|proposal|idea|phrase|remark|comment"
    r"|statement|demand|verdict|ruling|view|position|argument|practice|policy|term|word) (?:that )?"
)
_LONGEST_CLAUSE = 400
"""Characters of a main clause."""
_DATELINE = re.compile(r"[A-Z][\w .,’'()/]{2,60}\s(?:[—–-]{1,2})\s")
_SUBORDINATE = re.compile(
    r"(?:(?:(?:an?|the|one|two|three|just) )?(?:hours?|days?|weeks?|months?|years?|minutes|shortly"
    r"|just|soon) )?(?:after|as|while|when|because|before|since|despite|amid|although|though"
    r"|following|which|who|where)\b"
)
_WHILE = re.compile(r"(?:even as|even though|although|though|while|whereas) (?!\w+ing\b)")
_AS_SHE_LEFT = re.compile(
    r"\s+as (?:he|she|they) (?:left|arrived|entered|emerged|boarded|departed|jailed|sentenced|fined"
    r"|announced|launched|unveiled|addressed|accepted|presented)\b[^“”\".]*"
    r"|(?<=[”\"])\s+as (?:(?:he|she|they) (?:was|were) (?:led|taken|jailed|sentenced|driven)"
    r"|the [a-z]+ (?:was|were) (?:announced|declared|read))\b[^“”\".]*"
    r"|,? to (?:\w+ ){0,2}(?:laughter|applause|cheers|jeers|boos|groans|heckling)"
)
_LONGEST_SCENE = 14
"""Words."""
_TOLD = re.compile(r"(?:[*•·–-]\s+)?(?P<told>\S[^“”\"\n]*[^\s,]),\s*")
_OPENING = re.compile(
    r"(?:In|On|At|During|After|Before|Speaking|Asked|Responding|Regarding|Referring|Writing|To)\b"
)
_LONGEST_OPENING = 12
_CUT_SHORT = re.compile(r"[\s,](?:which|who|that|what)$")
_DANGLING = re.compile(
    r"(?<=[\w”\"]),?(?: (?:and|but|in|of|for|to|on|by|with))? (?:which|who|what)\Z"
)
_LEAST_TOLD = 3
_ADDED = re.compile(
    r", (?:(?:while|also) )?(?P<cue>(?:adding|noting|pointing out|explaining|stressing"
    r"|emphasi[sz]ing|affirming|reiterating)(?= that )"
    r"|(?:stressing|emphasi[sz]ing|affirming|reiterating|underlining|underscoring)"
    r"(?= (?:the|his|her|its|their) )|(?P<call>calling (?:on|upon|for)|urging)) "
)
"""What begins a further statement of the same speaker's, told in the same sentence."""
_SECOND = re.compile(
    r",? but (?:also |then |later )?(?P<but>insisted|warned|denied|(?:refused|declined)(?= to )"
    r"|stopped short|called (?:for|on|upon)|urged|said|added|acknowledged|admitted|conceded)\b"
    r"|,? and (?:also |then |later )?(?P<and>called (?:for|on|upon)|urged|appealed (?:to|for)"
    r"|reaffirmed|reiterated|expressed(?= (?:hope|concern|confidence|regret|thanks|gratitude)\b)"
    r"|(?:said|added|warned)(?= (?:that|it|he|she|they|there|the|this|any)\b))"
)
"""A second verb of the speaker's behind what was said: `She said it leaked |and urged| …`."""
_PARALLEL = re.compile(r"\b(?:had|has|have|who)\b")
"""What a verb behind `and` may go on with: `She said they had met |and urged|`."""
_NOT_PAST = re.compile(
    r"^(?:that )?(?:[\w’'()-]+ ){1,8}?"
    r"(?:is|are|will|would|should|must|can|could|may|might|does|do)\b"
)
"""What no past verb goes on with: `She said they should wait |and urged| …` is hers."""
_ADDING = re.compile(r"(?P<cue>adding|noting|stressing|explaining|insisting|warning)[ :]*")
_DEEDS = frozenset(
    "gathered marched rallied protested wrote written sent posted published released issued letter "
    "email e-mail video message statement".split()
)
"""What somebody else may have done `stressing that`: `She said the board |wrote|, stressing`."""
_GLOSS = re.compile(
    r",[”\"’'] an? (?:[a-z]+ )?"
    r"(?:term|word|phrase|expression|name|nickname|slogan|label|reference)\b"
)
_A_SOURCE = re.compile(r"(?:an?|the|its) [a-z][^.;:!?“”\"]*")
_DAY_TOLD = re.compile(
    r"(?P<day> (?:(?:late|early) )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?), "
)
_SAYING = SAYING - NAMING
_ANSWER = re.compile(r"\?(\s+)(?=[“\"‘'])")
"""Where a question of the author's ends and speech begins."""
_JUDGING = words_of(
    "lambasted defended justified congratulated declared refused declined thanked praised lauded"
    " hailed commended criticised criticized condemned slammed blasted rejected dismissed demanded"
    " opposed welcomed backed urged called"
)
"""Verbs whose object a reason may follow: `Stone |praised| the crew |saying| …`."""
_REASON = re.compile(
    r"(?<!\bas)(?<!\bin)(?<!\bby),? (?P<cue>saying|accusing|arguing|claiming|insisting)"
    r"(?: (?=(?:that|the|it|he|she|they|we|this|there|his|her|their|its|him|them) )| (?=[“\"]))"
)
_PEOPLE = frozenset(
    "i you he she we they everybody everyone nobody people crowds thousands hundreds dozens".split()
)
_IN_QUESTION = re.compile(
    r"\b(?:does|do|did|has|have|had|is|are|was|were|will|would|can|could|should) $", re.IGNORECASE
)
"""What stands in front of the subject of a question."""
_TAG = re.compile(
    r" (?P<who>he|she|(?:[A-Z][\w.’'-]+ ){0,2}[A-Z][\w’'-]+) (?P<cue>said|[a-z]+(?:ed|s))\b"
)
_PREDICATE = re.compile(
    r"(?: \([^)\n]{1,40}\))? (?:also |now |still |often )?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|appears?"
    r"|seems?) (?!(?:he|she|they|it|I|we|you)\b)[a-z]"
)
_LONGEST_SUBJECT = 12
"""Words."""
_SENTENCE_START = re.compile(r"(?:[.!?][”\"’')]?\s+|\n\s*)$")


def mend_overruns(sheet: StatementSheet) -> None:
    """Let contents end with the sentence that is theirs."""
    for statement in sheet.living():
        if not statement.cue or _is_turn(sheet, statement):
            continue
        if not _leave_out_title(sheet, statement) or _take_answer(sheet, statement):
            continue
        _take_source_behind(sheet, statement)
        _take_main_clause(sheet, statement)
        _leave_out_opening(sheet, statement)
        _leave_out_question(sheet, statement)
        _end_with_speech(sheet, statement)
        _end_with_bracket(sheet, statement)
        _leave_out_credited(sheet, statement)
        _leave_out_credited_behind(sheet, statement)
        _leave_out_paragraphs(sheet, statement)
        _leave_out_clauses_below(sheet, statement)
        _leave_out_subjects(sheet, statement)
        _leave_out_sentence_before(sheet, statement)
        _leave_out_scene(sheet, statement)
        _part_spoken(sheet, statement)
        _part_others(sheet, statement)
        _part_added(sheet, statement)
        _part_added_piece(sheet, statement)
        _part_reason(sheet, statement)
        _part_second(sheet, statement)
        _leave_out_gloss(sheet, statement)
        _take_day(sheet, statement)
        _finish_relative(sheet, statement)


def _is_turn(sheet: StatementSheet, statement: Statement) -> bool:
    return [sheet.text[start:end] for start, end in statement.cue] == [":"]


def _leave_out_title(sheet: StatementSheet, statement: Statement) -> bool:
    """Leave out the headline over a lead that is attributed: its content is what stands in
    front of its source. False where nothing is left of the statement."""
    first = min(start for start, _ in (*statement.cue, *statement.source))
    if first < sheet.title_end or statement.start >= sheet.title_end:
        return True
    kept = [piece for piece in statement.content if piece[0] >= sheet.title_end]
    if not kept:
        start = sheet.paragraphs[sheet.paragraph_of(first)][0]
        begin = sentences(sheet.text, start, first)[-1][0] if first > start else first
        told = _TOLD.fullmatch(sheet.text, begin, first)
        kept = [told.span("told")] if told and sheet.is_free(begin, first) else []
    if not kept:
        sheet.remove(statement)
        return False
    sheet.reset(statement, kept)
    return True


def _take_source_behind(sheet: StatementSheet, statement: Statement) -> None:
    """`“It is closed,” states |a notice put up by the board|`: who stands behind the verb says it,
    and nobody of another sentence."""
    text = sheet.text
    cue = statement.cue[0]
    for before, piece in pairwise(statement.content):
        inverted = text[before[1] - 1] in DOUBLE_MARKS and not text[before[1] : cue[0]].strip()
        if not inverted or piece[0] != cue[1] + 1 or not _A_SOURCE.fullmatch(text, *piece):
            continue
        beside = any(before[1] <= start <= piece[1] for start, _ in statement.source)
        by = following(text, before[1], piece[1])
        if not beside and by is not None and by.source[0] == piece[0]:
            sheet.reset(statement, [held for held in statement.content if held != piece])
            statement.source = (piece,)
        return


def _take_main_clause(sheet: StatementSheet, statement: Statement) -> None:
    """`|Crowds returned,| hours after the curfew, witnesses said.`: the whole is told."""
    text = sheet.text
    if len(statement.content) != 1 or not statement.source:
        return
    start, end = statement.content[0]
    attributed = min(statement.source[0][0], statement.cue[0][0])
    if not start < end <= attributed or text[start - 2 : start] != ", ":
        return
    if text[end:attributed].strip() != "," or not _SUBORDINATE.match(text, start, end):
        return
    first = sheet.paragraphs[sheet.paragraph_of(start)][0]
    begin = sentences(text, max(first, start - _LONGEST_CLAUSE), start)[-1][0]
    if begin == start - _LONGEST_CLAUSE:
        return
    dateline = _DATELINE.match(text, begin, start)
    begin = dateline.end() if dateline else begin
    if sheet.is_free(begin, start) and not sheet.marks_within(begin, start):
        sheet.give(statement, (begin, start))


def _leave_out_opening(sheet: StatementSheet, statement: Statement) -> None:
    """`In her letter, Stone writes: “…”`: where she says it is not what she says."""
    if len(statement.content) < 2 or not statement.source:
        return
    text = sheet.text
    (start, end), (quote, _) = statement.content[:2]
    cue = statement.cue[-1][1]
    opened = [m for m in sheet.marks_within(quote, quote + 1) if m.start == quote]
    introduced = cue <= quote and text[statement.cue[0][0] : quote].rstrip().endswith(":")
    led = end <= statement.source[0][0] and not sheet.marks_within(start, end)
    short = len(text[start:end].split()) <= _LONGEST_OPENING and _OPENING.match(text, start)
    if opened and introduced and led and short and len(sentences(text, start, cue)) == 1:
        sheet.reset(statement, statement.content[1:])


def _end_with_speech(sheet: StatementSheet, statement: Statement) -> None:
    """`She said it was “a wreck.” It was.`: the second sentence is the author's."""
    text = sheet.text
    start, end = statement.content[-1]
    if statement.cue[-1][0] > start or end > sheet.paragraphs[sheet.paragraph_of(start)][1]:
        return
    inside = [m for m in sheet.marks_within(start, end) if m.depth == 1]
    # A quotation that goes on behind its attribution is whole, however short it is.
    whole = bool(inside) and len(statement.content) > 1 and start == inside[-1].start
    if not inside or not (start < inside[-1].start or whole) or not inside[-1].end < end:
        return
    last = inside[-1]
    behind = text[last.end : end]
    if (
        last.closed
        and text[last.inner_end - 1] in ".!?"
        and behind[0].isspace()
        and behind.lstrip()[:1].isupper()
    ):
        sheet.reset(statement, [*statement.content[:-1], (start, last.end)])


def _end_with_bracket(sheet: StatementSheet, statement: Statement) -> None:
    """`(He said it was late|; it was not.) Now it is.`: what is told in brackets ends there."""
    text = sheet.text
    start, end = statement.content[-1]
    first = min(span[0] for span in (*statement.cue, *statement.source))
    close = text.find(")", start, end)
    opened = text.rfind("(", max(0, first - _LONGEST_CLAUSE), start)
    if close < 0 or opened < 0 or opened > first or ")" in text[opened:start]:
        return
    if "(" not in text[start:close]:
        kept = (start, start + len(text[start:close].rstrip(".!? ")))
        sheet.reset(statement, [*statement.content[:-1], kept])


def _leave_out_credited(sheet: StatementSheet, statement: Statement) -> None:
    """`|It rained|, according to a clerk.` above `It froze, the miller said.`:
    each has its own credit."""
    text = sheet.text
    first = min(start for start, _ in (*statement.cue, *statement.source))
    begins = sheet.paragraphs[sheet.paragraph_of(first)][0]
    start, end = statement.content[0]
    if len(statement.content) < 2 or end > begins or text[end : end + 2] != ", ":
        return
    by = following(text, end + 2, sheet.paragraphs[sheet.paragraph_of(start)][1])
    if by is not None and sheet.is_free(*by.cue) and sheet.is_free(*by.source):
        sheet.reset(statement, statement.content[1:])


def _leave_out_credited_behind(sheet: StatementSheet, statement: Statement) -> None:
    """`She believes it sank. |A mast was found|, divers said.`: that is the divers'."""
    text = sheet.text
    start, end = statement.content[-1]
    if len(statement.content) < 2 or start < statement.cue[-1][1] or text[end : end + 2] != ", ":
        return
    if _SENTENCE_START.search(text, max(0, start - 4), start) is None:
        return
    by = following(text, end + 2, sheet.paragraphs[sheet.paragraph_of(start)][1])
    if by is not None and sheet.is_free(*by.cue) and sheet.is_free(*by.source):
        sheet.reset(statement, statement.content[:-1])
        sheet.add(Statement([(start, end)], (by.cue,), (by.source,), confidence=_OWN))


def _leave_out_paragraphs(sheet: StatementSheet, statement: Statement) -> None:
    """`It rained, they write.` and, in the next paragraph, `Not all agree`: that is the
    author's, where nothing of the statement stands in quotation marks."""
    last = sheet.paragraph_of(statement.cue[-1][0])
    kept = [piece for piece in statement.content if sheet.paragraph_of(piece[0]) <= last]
    told_before = any(end <= statement.cue[0][0] for _, end in kept)
    begun = statement.content[-1][0]
    led = sheet.text[max(0, begun - 4) : begun].rstrip().endswith(":")
    quoted = any(sheet.marks_within(*piece) for piece in statement.content)
    if told_before and len(kept) < len(statement.content) and not led and not quoted:
        sheet.reset(statement, kept)


def _leave_out_clauses_below(sheet: StatementSheet, statement: Statement) -> None:
    """`Papers cited a letter.` and, in the next paragraph, `The firm denied |that it had closed|`:
    the rest of a sentence that began without the speaker is somebody else's."""
    text = sheet.text
    last = max(sheet.paragraph_of(start) for start, _ in (*statement.cue, *statement.source))
    kept = [
        (start, end)
        for start, end in statement.content
        if sheet.paragraph_of(start) <= last
        or sheet.begins_paragraph(start)
        or not text[start].islower()
        or any(mark.start < start < mark.end for mark in sheet.marks_within(start, end))
    ]
    if kept and len(kept) < len(statement.content):
        sheet.reset(statement, kept)


def _leave_out_subjects(sheet: StatementSheet, statement: Statement) -> None:
    """`Stone asked for a plan. |The strategy| has been late.`: the subject alone of a sentence of
    the author's."""
    kept = [piece for piece in statement.content if not _is_subject(sheet, statement, piece)]
    if kept and len(kept) < len(statement.content):
        sheet.reset(statement, kept)


def _is_subject(sheet: StatementSheet, statement: Statement, piece: Span) -> bool:
    text = sheet.text
    start, end = piece
    begins = _SENTENCE_START.search(text, max(0, start - 4), start)
    if not begins or not _PREDICATE.match(text, end) or text[end - 1] in ".!?,":
        return False
    stop = sentences(text, start, sheet.paragraphs[sheet.paragraph_of(start)][1])[0][1]
    own = any(start <= at < stop for at, _ in (*statement.cue, *statement.source))
    return end < stop and not own and len(text[start:end].split()) <= _LONGEST_SUBJECT


def _leave_out_sentence_before(sheet: StatementSheet, statement: Statement) -> None:
    """A sentence of the author's goes before: `Not all agreed. |Stone called it “late”.`,
    `All were in the barn. |“It was late,” said Stone.`, `It rained. |It was late, said Stone.`"""
    text = sheet.text
    start, end = statement.content[0]
    if len(statement.content) < 2 or sheet.marks_within(start, end):
        return
    if not (text[start].isupper() and _SENTENCE_START.search(text, max(0, start - 4), start)):
        return
    first = min(span[0] for span in (*statement.cue, *statement.source))
    begun = statement.content[1][0]
    told = not sheet.marks_within(start, statement.end) and statement.end <= first
    attributed = end <= first <= begun or told
    quoted = begun < first and text[begun] in DOUBLE_MARKS
    if (attributed or quoted) and text[end : min(first, begun)].strip() == ".":
        sheet.reset(statement, statement.content[1:])


def _leave_out_scene(sheet: StatementSheet, statement: Statement) -> None:
    """`She said it was “mean”| as she jailed him`: what she did as she spoke."""
    start, end = statement.content[-1]
    if statement.cue[-1][0] > start:
        return
    scene = _AS_SHE_LEFT.search(sheet.text, start, end)
    if scene is not None and scene.end() == end and len(scene[0].split()) <= _LONGEST_SCENE:
        sheet.reset(statement, [*statement.content[:-1], (start, scene.start())])


def _part_spoken(sheet: StatementSheet, statement: Statement) -> None:
    """`She said it rained. |“Wrap up,”| she advised.`: the quotation has a cue of its own."""
    text = sheet.text
    start, end = statement.content[-1]
    if statement.cue[-1][0] > start:
        return
    quoted = [m for m in sheet.marks_within(start, end) if m.depth == 1]
    if not quoted or quoted[-1].end != end or not quoted[-1].start > start:
        return
    mark = quoted[-1]
    told = text[start : mark.start].rstrip()
    stop = sheet.paragraphs[sheet.paragraph_of(start)][1]
    if told[-1:] not in (".", "!", "?") or text[mark.inner_end - 1] not in ",!?":
        return
    by = following(text, end, stop)
    if by is None or not sheet.is_free(min(by.source[0], by.cue[0]), max(by.source[1], by.cue[1])):
        return
    sheet.reset(statement, [*statement.content[:-1], (start, start + len(told.rstrip(".")))])
    sheet.add(Statement([(mark.start, end)], (by.cue,), (by.source,), confidence=_OWN))


def _leave_out_question(sheet: StatementSheet, statement: Statement) -> None:
    """`Does she regret it? “No,” she said.`: the author asks, she answers."""
    text = sheet.text
    kept: list[Span] = []
    for start, end in statement.content:
        answer = _ANSWER.search(text, start, min(len(text), end + 4))
        asked = answer.start() + 1 if answer is not None else start
        inside = [m for m in sheet.marks_within(start, end) if m.start < asked]
        begins = start == 0 or _SENTENCE_START.search(text, max(0, start - 4), start) is not None
        if answer is None or inside or not begins or not text[start].isupper():
            kept.append((start, end))
        elif answer.end(1) < end:
            kept.append((answer.end(1), end))
    if kept and kept != statement.content:
        sheet.reset(statement, kept)


def _take_answer(sheet: StatementSheet, statement: Statement) -> bool:
    """`Does |she| |regret| |it? “No.”|`: not what the author asks of her, but what she answers –
    or whoever is named behind: `Why would a baker |want| |to? “Guilt,”| Stone quipped.`"""
    text = sheet.text
    start, end = statement.content[0]
    answer = _ANSWER.search(text, start, end)
    if answer is None or not statement.source or len(statement.content) > 1:
        return False
    source = statement.source[0][0]
    first = sheet.paragraphs[sheet.paragraph_of(start)][0]
    begin = sentences(text, first, answer.start() + 1)[-1][0]
    asked = begin < source < statement.cue[0][0] < start and start - begin < _LONGEST_CLAUSE
    if not asked or sheet.marks_within(source, answer.start()):
        return False
    if _IN_QUESTION.search(text, begin, source) is None:
        return False
    sheet.reset(statement, [(answer.end(), end)])
    named = _TAG.match(text, end) if text[end - 2] in ",!?" else None
    statement.cue = (named.span("cue"),) if named else ()
    statement.source = (named.span("who"),) if named else statement.source
    return True


def _part_others(sheet: StatementSheet, statement: Statement) -> None:
    """`It leaked, Stone said, a claim the firm called “absurd”` – and `…, even as residents
    accused him of neglect`: two speakers."""
    text = sheet.text
    start, end = statement.content[-1]
    if len(statement.content) < 2 or statement.cue[-1][1] > start:
        return
    between = text[statement.cue[-1][1] : start]
    if not between.rstrip().endswith(",") or len(sentences(text, statement.cue[-1][0], end)) > 1:
        return
    other = _apposed(sheet, (start, end)) or _meanwhile(sheet, (start, end))
    if other is None:
        return
    by, told = other
    sheet.reset(statement, statement.content[:-1])
    sheet.add(Statement([told], (by.cue,), (by.source,), confidence=_OTHERS))


def _apposed(sheet: StatementSheet, piece: Span) -> tuple[Attributing, Span] | None:
    text = sheet.text
    noun = _APPOSED.match(text, *piece)
    quoted = [m for m in sheet.marks_within(*piece) if m.depth == 1 and m.start > piece[0]]
    if noun is None or not quoted:
        return None
    by = leading_up(text, noun.end(), quoted[0].start, reach=2)
    if by is None or by.source[0] != noun.end() or by.cue[0] < by.source[1]:
        return None
    return by, (quoted[0].start, max(piece[1], quoted[0].end))


def _meanwhile(sheet: StatementSheet, piece: Span) -> tuple[Attributing, Span] | None:
    text = sheet.text
    conjunction = _WHILE.match(text, *piece)
    if conjunction is None:
        return None
    words = tokens(text, conjunction.end(), piece[1])
    for at in range(1, len(words) - _LEAST_TOLD):
        if not words[at].is_word:
            return None
        if is_cue(words, at):
            source = subject(words, at)
            told = (words[at + 1].start, piece[1])
            plain = words[at].low in _SAYING and words[at + 1].is_word
            if source is None or source[0] != conjunction.end() or not plain:
                return None
            return Attributing(source, (words[at].start, words[at].end)), told
    return None


def _part_added(sheet: StatementSheet, statement: Statement) -> None:
    """`She said it leaked|, stressing that it could be mended`: two statements of hers."""
    text = sheet.text
    start, end = statement.content[-1]
    added = _ADDED.search(text, start, end)
    if added is None or statement.cue[-1][1] > start or not statement.source:
        return
    words = tokens(text, start, added.start())
    quoted = any(mark.start < added.start() < mark.end for mark in sheet.marks_within(start, end))
    if quoted or len(words) < _LEAST_TOLD or any(is_cue(words, at) for at in range(len(words))):
        return
    if added["call"] and _tells_of_somebody(text, start, added.start()):
        # "She said crowds took to the streets, calling for a vote": the crowds do.
        return
    if not _DEEDS.isdisjoint(text[start : added.start()].lower().split()):
        return
    sheet.reset(statement, [*statement.content[:-1], (start, added.start())])
    told = (added.end(), end)
    sheet.add(Statement([told], (added.span("cue"),), statement.source, confidence=_OTHERS))


def _part_added_piece(sheet: StatementSheet, statement: Statement) -> None:
    """`It leaked, she said, |adding that it could be mended|`: the piece has a cue of its own."""
    text = sheet.text
    start, end = statement.content[-1]
    added = _ADDING.match(text, start, end)
    if added is None or len(statement.content) < 2 or not statement.source:
        return
    between = text[statement.cue[-1][1] : start]
    if not statement.cue[-1][1] <= start or between.strip(" ,") or added.end() + 1 >= end:
        return
    sheet.reset(statement, statement.content[:-1])
    told = (added.end(), end)
    sheet.add(Statement([told], (added.span("cue"),), statement.source, confidence=_OTHERS))


def _part_reason(sheet: StatementSheet, statement: Statement) -> None:
    """`She praised the crew |saying| it had worked all night`: two statements of hers."""
    text = sheet.text
    start, end = statement.content[-1]
    reason = _REASON.search(text, start, end)
    if reason is None or statement.cue[-1][1] > start or not statement.source:
        return
    if text[slice(*statement.cue[-1])].lower().split()[-1] not in _JUDGING:
        return
    if sheet.marks_within(start, reason.end("cue")) or text.startswith("that ", start):
        return
    sheet.reset(statement, [*statement.content[:-1], (start, reason.start())])
    told = (reason.end(), end)
    sheet.add(Statement([told], (reason.span("cue"),), statement.source, confidence=_OTHERS))


def _tells_of_somebody(text: str, start: int, end: int) -> bool:
    """Whether the subject of what is told may do something itself: a person, a body, a name."""
    words = text[start:end].split()[:_LONGEST_SUBJECT]
    told = {word.lower().strip(",") for word in words}
    known = any(singular(word) in PERSON_AND_BODY_NOUNS or word in _PEOPLE for word in told)
    return known or any(word[0].isupper() for word in words)


def _part_second(sheet: StatementSheet, statement: Statement) -> None:
    """`She admitted |that it leaked| but denied |that it sank|`: two statements of hers."""
    text = sheet.text
    start, end = statement.content[-1]
    second = _SECOND.search(text, start, end)
    if second is None or statement.cue[-1][1] > start or not statement.source:
        return
    said = text[slice(*statement.cue[-1])].lower().split()
    told = tokens(text, start, second.start())
    name = "but" if second["but"] else "and"
    if said[0] not in _SAYING or len(told) < _LEAST_TOLD or second.end() + 1 >= end:
        return
    if any(mark.start < second.start() < mark.end for mark in sheet.marks_within(start, end)):
        return
    if name == "and" and _PARALLEL.search(text, start, second.start()):
        return
    plain = name == "and" and _NOT_PAST.search(text[start : second.start()])
    if not plain and _tells_of_somebody(text, start, second.start()):
        # "Police said the driver failed a test but refused to give blood": the driver did.
        return
    if len(sentences(text, start, second.end())) > 1:
        return
    sheet.reset(statement, [*statement.content[:-1], (start, second.start())])
    rest = (second.end() + 1, end)
    sheet.add(Statement([rest], (second.span(name),), statement.source, confidence=_OTHERS))


def _leave_out_gloss(sheet: StatementSheet, statement: Statement) -> None:
    """`She called it a “tub,”| a word that she seldom uses`: the author explains."""
    start, end = statement.content[-1]
    if statement.cue[-1][0] > start:
        return
    for mark in sheet.marks_within(start, end):
        inside = mark.depth > 1 or not start <= mark.start < mark.end < end
        goes_on = " and " in sheet.text[mark.end : end]
        if not inside and not goes_on and _GLOSS.match(sheet.text, mark.end - 2, end):
            sheet.reset(statement, [*statement.content[:-1], (start, mark.end)])
            return


def _take_day(sheet: StatementSheet, statement: Statement) -> None:
    """`The lock jammed| on Sunday, the crew said`: the day belongs to what they told."""
    if not statement.source:
        return
    start, end = statement.content[-1]
    attributed = min(statement.source[0][0], statement.cue[0][0])
    day = _DAY_TOLD.fullmatch(sheet.text, end, attributed) if end <= attributed else None
    if day is not None and sheet.text[end - 1].isalnum() and sheet.is_free(*day.span("day")):
        sheet.give(statement, (start, day.end("day")))


def _finish_relative(sheet: StatementSheet, statement: Statement) -> None:
    """`She proposed a law which| had been thought too kind.`: to the end of its sentence."""
    text = sheet.text
    start, end = statement.content[-1]
    if not _CUT_SHORT.search(text[start:end]):
        return
    if not text[end : end + 2].strip().islower():
        _leave_out_dangling(sheet, statement)
        return
    stop = sheet.paragraphs[sheet.paragraph_of(start)][1]
    rest = sentences(text, end, stop)[0][1]
    while rest > end and text[rest - 1] in '.!?”"’ ':
        rest -= 1
    if sheet.is_free(end, rest) and not sheet.marks_within(end, rest):
        sheet.give(statement, (start, rest))
    else:
        _leave_out_dangling(sheet, statement)


def _leave_out_dangling(sheet: StatementSheet, statement: Statement) -> None:
    """`She proposed a law| which, it was feared, was too kind.`: a pronoun without its clause."""
    start, end = statement.content[-1]
    dangling = _DANGLING.search(sheet.text, start, end)
    if dangling is not None and sheet.text[end : end + 1] in (" ", ","):
        sheet.reset(statement, [*statement.content[:-1], (start, dangling.start())])
