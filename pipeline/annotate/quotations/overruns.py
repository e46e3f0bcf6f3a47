"""Contents that end too late or too early, told by the sentence they stand in.

A content that ends in quotation marks with a full stop may have been read on into the
author's next sentence; an apposition behind the cue (`, a claim the firm called “absurd”`)
is somebody else's statement; one that ends with a relative pronoun has lost its clause.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.annotate.quotations.cut_short import HAS_VERB
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import (
    following,
    is_cue,
    relative_end,
    sentences,
    tokens,
)
from pipeline.annotate.text.cue_words import words_of
from pipeline.annotate.text.lexicon import PERSON_AND_BODY_NOUNS
from pipeline.annotate.text.marks import DOUBLE_MARKS
from pipeline.annotate.text.nouns import singular
from pipeline.records import Span

_OTHERS = 0.6
"""Confidence of a statement found in an apposition or a subordinate clause."""
_OWN = 0.8
"""Confidence of a quotation beside its own cue."""
_LONGEST_CLAUSE = 400
"""Characters of a main clause."""
_TOLD = re.compile(r"(?:[*•·–-]\s+)?(?P<told>\S[^“”\"\n]*[^\s,]),\s*")
_BEGINS = re.compile(r"(?!I\b)[A-Z]")
"""How a whole sentence of speech begins; `I` begins the rest of one as well."""
_LEADS_TO = re.compile(
    r"(?:it|this|things)(?: (?:to|for) [^:,;]{2,40}| this way| like this| simply| best)?[:,]"
    r"|[^:;“”\"]{2,120} with (?:the|a) (?:caption|words?|message|hashtag|slogan|note|comment)[:,]"
)
"""Between a verb and the quotation it leads up to."""
_MEANWHILE = re.compile(
    r"(?:(?:In |By |After |Before |While )?[A-Z]?[a-z]+ing|Although|Though|Even (?:as|though)|While"
    r"|Whatever|Despite|Ahead of|(?:Just )?(?:[\w-]+ )?(?:days|weeks|months|years)"
    r" (?:after|ago|before|earlier|later)|At the time|Asked|Regarding|[Aa]bout|why|how)\b"
)
"""How what leads up to a speaker begins: `|Fining him|, Stone said he had lied`; a condition,
`If it sinks, Stone said he would swim`, is told."""
_HEARD = re.compile(r" (?:[\w’'.-]+ ){0,4}")
_TOPICAL = frozenset({"about", "of", "on", "over"})
"""Ends of cues behind which stands what somebody speaks of."""
_CUT_SHORT = re.compile(r"[\s,](?:which|who|that|what|than)$")
_DANGLING = re.compile(
    r"(?<=[\w”\"]),?(?: (?:and|but|in|of|for|to|on|by|with))? (?:which|who|what)\Z"
)
_OPENS_NEXT = re.compile(r",? (?:because|and|but|while|although|though)\Z")
_LEAST_TOLD = 3
_ADDED = re.compile(
    r", (?:(?:while|also) )?(?P<cue>(?:adding|noting|pointing out|explaining|stressing"
    r"|emphasi[sz]ing|affirming|reiterating)(?= that )"
    r"|(?:stressing|emphasi[sz]ing|affirming|reiterating|underlining|underscoring)"
    r"(?= (?:the|his|her|its|their) )|(?P<call>calling (?:on|upon|for)|urging)) "
)
"""What begins a further statement of the same speaker's, told in the same sentence."""
_ADDING = re.compile(r"(?P<cue>adding|noting|stressing|explaining|insisting|warning)[ :]*")
_DEEDS = frozenset(
    "gathered marched rallied protested wrote written sent posted published released issued letter "
    "email e-mail video message statement".split()
)
"""What somebody else may have done `stressing that`: `She said the board |wrote|, stressing`."""
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
_PREDICATE = re.compile(
    r"(?: \([^)\n]{1,40}\))? (?:also |now |still |often )?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|appears?"
    r"|seems?) (?!(?:he|she|they|it|I|we|you)\b)[a-z]"
)
_LONGEST_SUBJECT = 12
"""Words."""
_LABEL = re.compile(r"[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,2}: (?=[A-Z])")
_ASKS = words_of("ask asks asked asking wonder wonders wondered question questioned questions")
_IS_ASKED = re.compile(r"(?:^|^when |\b(?:is|was|were|been) (?:\w+ )?)(?:asked|pressed|quizzed)$")
_FULL_STOP = re.compile(r"[.!?]\s+$")
_OF_THE_PAST = re.compile(
    r"(?:\S+ ){1,5}(?:was|were|had|became|went|came|did|(?!need)[a-z]{2,}ed)\b"
)
_OF_NOW = re.compile(r"\b(?:is|are|has|have|would|will|can|do|does)\b|[’'](?:s|re|ve|ll|m)\b")
_LEADS_ON = re.compile(r"(?:(?P<pronoun>which|who)|where|when|because|and|but|although|while)")
_WHO_TELLS = re.compile(r" who ")
_WHO = (
    r"(?P<who>[Tt]he [a-z-]+(?: [a-z-]+)?|[Hh]e|[Ss]he|[Tt]hey"
    r"|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})"
)
_ANSWERS = re.compile(rf", {_WHO} [a-z]")
_HEARS = re.compile(rf" {_WHO} ")
_ASKED = re.compile(rf"(?<![\w’'-]){_WHO} \Z")
_REPORTED_END = re.compile(r"(?:(?<![\w.-])(?:[a-z’'-]{4,}|\d+)[.!?…]|[.!?…][”\"])$")
"""How a sentence ends that is not cut by an abbreviation: `Govs. Stone and Brooks`."""
_SENTENCE_START = re.compile(r"(?:[.!?][”\"’')]?\s+|\n\s*)$")


def mend_overruns(sheet: StatementSheet) -> None:
    """Let contents end with the sentence that is theirs."""
    for statement in sheet.living():
        if not statement.cue or not _leave_out_title(sheet, statement):
            continue
        _leave_out_lead(sheet, statement)
        _leave_out_topic(sheet, statement)
        _leave_out_label(sheet, statement)
        _end_with_relative(sheet, statement)
        _end_with_speech(sheet, statement)
        _leave_out_questions(sheet, statement)
        _end_with_sentence(sheet, statement)
        _end_with_bracket(sheet, statement)
        _leave_out_credited_behind(sheet, statement)
        _leave_out_paragraphs(sheet, statement)
        _leave_out_told_after(sheet, statement)
        _leave_out_clauses_below(sheet, statement)
        _leave_out_told_below(sheet, statement)
        _part_answer(sheet, statement)
        _leave_out_subjects(sheet, statement)
        _leave_out_sentence_before(sheet, statement)
        _part_added(sheet, statement)
        _part_added_piece(sheet, statement)
        _part_reason(sheet, statement)
        _finish_relative(sheet, statement)
        _leave_out_conjunction(sheet, statement)


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


def _leave_out_lead(sheet: StatementSheet, statement: Statement) -> None:
    """`In her letter, Stone writes: “…”`, `Praising the crew, she said, “They …”`, `Fining him,
    Stone said he had lied`: what leads up to a whole quotation and has no verb of its own, or to
    a clause of the speaker's verb, is the author's."""
    if len(statement.content) < 2 or not statement.source:
        return
    text = sheet.text
    (start, end), (quote, _) = statement.content[:2]
    cue = statement.cue[-1][1]
    led = text[end : end + 1] == "," and not sheet.marks_within(start, end)
    if not led or not end < statement.source[0][0] < quote or quote < cue:
        return
    if len(sentences(text, start, cue)) > 1:
        return
    opened = [m for m in sheet.marks_within(quote, quote + 1) if m.start == quote]
    if not opened:
        if _HEARD.fullmatch(text, cue, quote) and _MEANWHILE.match(text, start, end):
            sheet.reset(statement, statement.content[1:])
        return
    begins = _BEGINS.match(text, opened[0].inner_start) and text[cue:quote].strip() in ("", ",")
    colon = text[statement.cue[0][0] : quote].rstrip().endswith(":")
    if (begins or colon) and not HAS_VERB.search(text, start, end):
        sheet.reset(statement, statement.content[1:])


def _leave_out_topic(sheet: StatementSheet, statement: Statement) -> None:
    """`She explained |it to us: “They …”|`, `posted |a picture with the words, “They …”|`, `said
    about |the pool, “They …”|`: what leads up to a whole quotation is the author's."""
    text = sheet.text
    cue, end = statement.cue[-1][1], statement.end
    opened = [m for m in sheet.marks_within(statement.start, end) if m.depth == 1]
    if not opened or not cue < opened[0].start or "\n" in text[cue : opened[0].start]:
        return
    quote = opened[0].start
    lead = text[cue:quote].strip()
    topical = text[statement.cue[-1][0] : cue].rpartition(" ")[2] in _TOPICAL
    about = topical and HAS_VERB.search(lead) is None
    led = lead.endswith((":", ",")) and _BEGINS.match(text, opened[0].inner_start)
    if led and (_LEADS_TO.fullmatch(lead) or about):
        told = [(max(start, quote), stop) for start, stop in statement.content if stop > quote]
        sheet.reset(statement, told)


def _leave_out_label(sheet: StatementSheet, statement: Statement) -> None:
    """`Harbour FC: Carl Stone trained on Monday, the team said.`: who the item is about."""
    start, end = statement.content[0]
    label = _LABEL.match(sheet.text, start, end)
    behind = statement.cue[0][0] >= end and sheet.begins_paragraph(start)
    if label is not None and behind and not sheet.marks_within(start, label.end() + 1):
        sheet.reset(statement, [(label.end(), end), *statement.content[1:]])


def _end_with_relative(sheet: StatementSheet, statement: Statement) -> None:
    """`The clerk, who denies |theft, told the crew it had rained|`: the second verb is that of the
    sentence, and no part of the clause."""
    text = sheet.text
    start, end = statement.content[-1]
    if len(statement.source) != 1 or statement.cue[-1][1] > start:
        return
    kept = relative_end(text, (statement.source[0][1], statement.cue[0][0]), (start, end))
    if kept < end and not sheet.marks_within(start, kept + 1):
        sheet.reset(statement, [*statement.content[:-1], (start, kept)])


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


def _leave_out_questions(sheet: StatementSheet, statement: Statement) -> None:
    """`It was late, she conceded. |Had she known? She had “some idea”|.`: the question that is
    answered is the author's, or somebody else's."""
    text = sheet.text
    if not _ASKS.isdisjoint(text[statement.cue[0][0] : statement.cue[-1][1]].lower().split()):
        return
    pieces = []
    for start, end in statement.content:
        for first, last in sentences(text, start, end + (text[end : end + 1] == "?")):
            asked = text[last - 1] == "?" and first == start and text[first].isupper()
            behind = last < statement.end and not text[:first].rstrip().endswith(":")
            if not (asked and behind) or sheet.marks_within(first, last):
                break
            start = last + len(text[last:end]) - len(text[last:end].lstrip())
        if start < end:
            pieces.append((start, end))
    if pieces and pieces != statement.content:
        sheet.reset(statement, pieces)


def _end_with_sentence(sheet: StatementSheet, statement: Statement) -> None:
    """`A poll showed Stone ahead. Brooks came second.`, `She called it “a wreck.” It kept its “old”
    name`: what begins without marks behind a reported sentence is the author's."""
    text = sheet.text
    start, end = statement.content[-1]
    cue = statement.cue[-1]
    if cue[0] > start or not statement.source or text[cue[0] : start].rstrip().endswith(":"):
        return
    stop = sheet.paragraphs[sheet.paragraph_of(start)][1]
    for first, last in pairwise(sentences(text, start, min(end, stop))):
        at, held = last[0], text[first[0] : first[1]]
        if not sheet.is_marked(at) and text[at].isupper() and _REPORTED_END.search(held):
            kept = (start, first[0] + len(held.rstrip(" .")))
            sheet.reset(statement, [*statement.content[:-1], kept])
            return


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


def _leave_out_told_after(sheet: StatementSheet, statement: Statement) -> None:
    """`Brooks was ill, her son said. |She had been sure of it.|`: the second is the author's, where
    it is of the past and nothing stands in quotation marks."""
    text, cue = sheet.text, statement.cue[-1][1]
    start, end = statement.content[-1]
    if len(statement.content) < 2 or statement.start > statement.cue[0][0] or start < cue:
        return
    if sheet.marks_within(statement.start, end) or "\n" in text[cue:start]:
        return
    apart = _FULL_STOP.search(text, cue, start) is not None and text[start].isupper()
    if apart and _OF_THE_PAST.match(text, start, end) and not _OF_NOW.search(text, start, end):
        sheet.reset(statement, statement.content[:-1])


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
        or not text[start:end].lstrip("“\"‘'«")[:1].islower()
        or any(mark.start < start < mark.end for mark in sheet.marks_within(start, end))
    ]
    if kept and len(kept) < len(statement.content):
        sheet.reset(statement, kept)


def _leave_out_told_below(sheet: StatementSheet, statement: Statement) -> None:
    """`China abstained, saying |more talks were needed|.` and, in the next paragraph, `|The motion,
    which “deplores war”|, was adopted`: that is the author's, where no colon leads to it."""
    text = sheet.text
    last = max(sheet.paragraph_of(start) for start, _ in (*statement.content[:1], *statement.cue))
    kept = [
        (start, end)
        for start, end in statement.content
        if sheet.paragraph_of(start) <= last
        or text[:start].rstrip().endswith(":")
        or any(mark.start <= start < mark.end for mark in sheet.marks_within(start, end))
    ]
    cue = statement.cue[-1][1]
    led = ":" in (text[cue - 1], text[sheet.paragraphs[sheet.paragraph_of(cue)][1] - 1])
    if kept and not led and len(kept) < len(statement.content):
        sheet.reset(statement, kept)


def _part_answer(sheet: StatementSheet, statement: Statement) -> None:
    """`Asked |if she would stay|, Stone shook her head. |“I am off.”|`: the answer is hers; so is
    that of `I ask Stone |why|.` in the next paragraph."""
    text = sheet.text
    cue = statement.cue[-1]
    verb = text[slice(*cue)].lower()
    passive = _IS_ASKED.search(verb)
    active = bool(statement.source) and (passive is None or " " not in passive[0])
    if not passive and not (active and verb in _ASKS):
        return
    for number, (start, _) in enumerate(statement.content[1:], 1):
        before = statement.content[number - 1][1]
        between = text[before:start]
        answers = text[start] in DOUBLE_MARKS and _FULL_STOP.search(between) is not None
        if not answers or before <= cue[1] or (active and "\n" not in between):
            continue
        pieces = statement.content[number:]
        if active:
            who = _HEARS.fullmatch(text, cue[1], statement.start)
        else:
            first = sheet.paragraphs[sheet.paragraph_of(cue[0])][0]
            who = _ANSWERS.match(text, before) or _ASKED.search(text, first, cue[0])
        if who or not active:
            sheet.reset(statement, statement.content[:number])
            source = (who.span("who"),) if who else ()
            sheet.add(Statement(pieces, (), source, confidence=_OTHERS))
        return


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
    _part(sheet, statement, added)


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
    _part(sheet, statement, added)


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
    _part(sheet, statement, reason)


def _part(sheet: StatementSheet, statement: Statement, further: re.Match[str]) -> None:
    """Make what stands behind a further cue of a speaker's a statement of its own."""
    start, end = statement.content[-1]
    kept = [(start, further.start())] if start < further.start() else []
    sheet.reset(statement, [*statement.content[:-1], *kept])
    told, cue = (further.end(), end), further.span("cue")
    sheet.add(Statement([told], (cue,), statement.source, confidence=_OTHERS))


def _tells_of_somebody(text: str, start: int, end: int) -> bool:
    """Whether the subject of what is told may do something itself: a person, a body, a name."""
    words = text[start:end].split()[:_LONGEST_SUBJECT]
    told = {word.lower().strip(",") for word in words}
    known = any(singular(word) in PERSON_AND_BODY_NOUNS or word in _PEOPLE for word in told)
    return known or any(word[0].isupper() for word in words)


def _leave_out_conjunction(sheet: StatementSheet, statement: Statement) -> None:
    """`She said “no” to it| because, she said, “it leaks”`: it opens what is told behind it; so
    does that of `He left for Hull, |where|, he said, it rained`."""
    tag = (*statement.source, *statement.cue)
    for number, (start, end) in enumerate(statement.content[:-1]):
        led = any(first == end + len(", ") for first, _ in tag)
        leads = _LEADS_ON.fullmatch(sheet.text, start, end) if led else None
        if leads:
            sheet.reset(statement, statement.content[number if leads["pronoun"] else number + 1 :])
            return
    for number, (start, end) in enumerate(statement.content):
        opens = _OPENS_NEXT.search(sheet.text, start, end)
        if opens is not None and opens.start() > start and sheet.text[end : end + 1] == ",":
            kept = list(statement.content)
            kept[number] = (start, opens.start())
            sheet.reset(statement, kept)
            return


def _finish_relative(sheet: StatementSheet, statement: Statement) -> None:
    """`She proposed a law which| had been thought too kind.`: to the end of its sentence."""
    text = sheet.text
    start, end = statement.content[-1]
    if _WHO_TELLS.match(text, end) and statement.cue[-1][1] <= start:
        _take_who_tells(sheet, statement)
        return
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


def _take_who_tells(sheet: StatementSheet, statement: Statement) -> None:
    """`She said they were called |by a man| who reported that it leaked.`: he is told of by her."""
    text = sheet.text
    start, end = statement.content[-1]
    stop = sentences(text, end, sheet.paragraphs[sheet.paragraph_of(start)][1])[0][1]
    stop = end + len(text[end:stop].rstrip(" ."))
    inside = sheet.holders(end, stop) | sheet.attributing(end, stop)
    told = [sheet.statements[number] for number in inside - {statement.number}]
    if len(told) != 1 or sheet.marks_within(end, stop):
        return
    spans = (*told[0].content, *told[0].cue, *told[0].source)
    if told[0].source and told[0].source[0][0] == end + 1 and max(e for _, e in spans) <= stop:
        sheet.give(statement, (start, stop))


def _leave_out_dangling(sheet: StatementSheet, statement: Statement) -> None:
    """`She proposed a law| which, it was feared, was too kind.`: a pronoun without its clause."""
    start, end = statement.content[-1]
    dangling = _DANGLING.search(sheet.text, start, end)
    if dangling is not None and sheet.text[end : end + 1] in (" ", ","):
        sheet.reset(statement, [*statement.content[:-1], (start, dangling.start())])
