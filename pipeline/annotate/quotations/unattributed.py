"""Quoted speech that the model left without attribution.

In the corpus nearly every quoted sentence belongs to a statement, and most of what
does not is a title, a list item or a name. So speech is taken up only where its place
says whose it is: beside its own attribution, over its signature, behind the rest of
the same speech, or behind a sentence that leads up to it.
"""

from __future__ import annotations

from pipeline.annotate.quotations.openings import opening_subject
from pipeline.annotate.quotations.signatures import signature
from pipeline.annotate.quotations.speech_shape import ends_sentence, is_scare_quote, is_speech
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import (
    Attributing,
    Token,
    following,
    leading_up,
    sentences,
    tokens,
)
from pipeline.annotate.text.cue_words import NAMING, SAYING
from pipeline.annotate.text.marks import SINGLE_MARKS, QuotedSpan
from pipeline.records import Span

OWN, SIGNED, CARRIED, INTRODUCED, ALONE = 0.8, 0.9, 0.75, 0.6, 0.5
_LEAST_ALONE = 6
_LONGEST_LEAD = 30
_NEAR = 8000
"""Characters in which repeated words are looked for: the work stays linear in the text."""


def take_up_speech(sheet: StatementSheet) -> None:
    """Attribute quoted speech that no statement holds, where its place says whose it is."""
    for quoted in sheet.outer:
        _part_signed(sheet, quoted)
        _free_signature(sheet, quoted)
    for number, quoted in enumerate(sheet.outer):
        if _is_open(sheet, quoted):
            if not _take_signed(sheet, quoted):
                _take_own(sheet, number)
        elif _holds_inner_only(sheet, quoted):
            _take_own(sheet, number)
        elif is_speech(sheet.text, quoted):
            _sign_statement(sheet, quoted)
    for number, quoted in enumerate(sheet.outer):
        if not _is_open(sheet, quoted):
            continue
        for take in (_take_continued, _take_paragraph, _take_introduced, _take_alone):
            if take(sheet, number):
                break
    for number in range(len(sheet.outer) - 2, -1, -1):
        _take_backwards(sheet, number)


def _is_open(sheet: StatementSheet, quoted: QuotedSpan) -> bool:
    return quoted.start >= sheet.title_end and not sheet.holders(quoted.start, quoted.end)


def _holds_inner_only(sheet: StatementSheet, quoted: QuotedSpan) -> bool:
    """Whether all that the model found in a quotation is a person quoted by its speaker."""
    holders = [sheet.statements[n] for n in sheet.holders(quoted.start, quoted.end)]
    return quoted.start >= sheet.title_end and all(
        quoted.inner_start <= start and end <= quoted.inner_end
        for statement in holders
        for start, end in (*statement.content, *(statement.cue or ((-1, -1),)))
    )


def _part_signed(sheet: StatementSheet, quoted: QuotedSpan) -> None:
    """Take a quotation that has its own signature from a statement over another one."""
    holder = sheet.holder(quoted.inner_start)
    if holder is None or len(holder.content) < 2:
        return
    by = signature(sheet.text, quoted.end)
    if by is None or any(
        start < by.source[1] and by.source[0] < end for start, end in holder.source
    ):
        return
    rest = [piece for piece in holder.content if piece[0] < quoted.start or piece[1] > quoted.end]
    if rest:
        sheet.reset(holder, rest)


def _free_signature(sheet: StatementSheet, quoted: QuotedSpan) -> None:
    """Take the signature under a quotation from the statement below it: in a list of signed
    quotations, each is signed underneath."""
    if not sheet.begins_paragraph(quoted.start) or not is_speech(sheet.text, quoted):
        return
    by = signature(sheet.text, quoted.end)
    if by is None or "\n" not in sheet.text[quoted.end : by.cue[0]]:
        return
    for number in sheet.attributing(*by.source):
        if sheet.statements[number].start >= by.source[1]:
            sheet.unsign(sheet.statements[number])


def _take_signed(sheet: StatementSheet, quoted: QuotedSpan) -> bool:
    """“…” —Name."""
    by = signature(sheet.text, quoted.end)
    if by is None or not is_speech(sheet.text, quoted, least_words=3):
        return False
    if not sheet.is_free(*by.source):
        return False
    piece = (quoted.start, quoted.end)
    sheet.add(Statement([piece], (by.cue,), (by.source,), confidence=SIGNED))
    return True


def _sign_statement(sheet: StatementSheet, quoted: QuotedSpan) -> None:
    """Give a statement without source and cue the signature under it."""
    holder = sheet.holder(quoted.inner_start)
    if holder is None or holder.cue or holder.source or holder.end > quoted.end:
        return
    by = signature(sheet.text, quoted.end)
    if by and sheet.is_free(*by.source):
        holder.cue, holder.source = (by.cue,), (by.source,)


def _take_own(sheet: StatementSheet, number: int) -> bool:
    """“…,” X said — and: X said: “…”."""
    quoted = sheet.outer[number]
    text = sheet.text
    if not is_speech(text, quoted, least_words=2):
        return False
    left, right = _room(sheet, number)
    by = None
    last = text[quoted.inner_start : quoted.inner_end].rstrip("’'”\" ")[-1:]
    if last in tuple(",?!—–-…") or text[quoted.end : quoted.end + 1] == ",":
        by = following(text, quoted.end + (text[quoted.end : quoted.end + 1] == ","), right)
    pieces = [(quoted.start, quoted.end)]
    if by is None and is_speech(text, quoted):
        by = leading_up(text, left, quoted.start, reach=4)
        lead = text[by.cue[1] : quoted.start].strip() if by else ""
        names = by is not None and text[slice(*by.cue)].lower() in NAMING
        if names or (lead and lead[-1] not in ",:"):
            by = None
        if by and lead == "," and _begins_speech(sheet, number, by):
            # “Mr Strake,” she said, “I know …”
            pieces.insert(0, (sheet.outer[number - 1].start, sheet.outer[number - 1].end))
    if by is None:
        return False
    claimants = sheet.attributing(*by.cue) | sheet.holders(*by.cue)
    if not claimants and not sheet.holders(*by.source):
        sheet.add(Statement(pieces, (by.cue,), (by.source,), confidence=OWN))
        return True
    if len(claimants) == 1:
        # The verb is known; what the model gave it stands beside this quotation.
        statement = sheet.statements[claimants.pop()]
        near = any(
            sheet.paragraph_of(s) == sheet.paragraph_of(quoted.start) for s, _ in statement.content
        )
        if (
            statement.cue
            and near
            and all(q[1] <= by.cue[0] or q[0] >= by.cue[1] for q in statement.content)
        ):
            for piece in pieces:
                sheet.give(statement, piece)
            return True
    return False


def _begins_speech(sheet: StatementSheet, number: int, by: Attributing) -> bool:
    """Whether the quotation in front of an attribution is the beginning of the same speech."""
    if not number:
        return False
    before = sheet.outer[number - 1]
    gap = sheet.text[before.end : min(by.source[0], by.cue[0])]
    adjoins = before.end <= by.source[0] and not gap.strip()
    return adjoins and _is_open(sheet, before) and sheet.text[before.inner_end - 1] == ","


def _room(sheet: StatementSheet, number: int) -> Span:
    """What stands between a quotation and its neighbours, within its paragraph."""
    quoted = sheet.outer[number]
    start, end = sheet.paragraphs[sheet.paragraph_of(quoted.start)]
    if number and sheet.outer[number - 1].end > start:
        start = sheet.outer[number - 1].end
    if number + 1 < len(sheet.outer) and sheet.outer[number + 1].start < end:
        end = sheet.outer[number + 1].start
    return start, end


def _take_continued(sheet: StatementSheet, number: int) -> bool:
    """The rest of a speech: behind its attribution, or in the next paragraph."""
    if not number:
        return False
    before, quoted = sheet.outer[number - 1], sheet.outer[number]
    holder = sheet.holder(max(before.start, before.inner_end - 1))
    if holder is None:
        return False
    above, below = sheet.paragraph_of(before.start), sheet.paragraph_of(quoted.start)
    piece = (quoted.start, quoted.end)
    if above == below and _goes_on(sheet, holder, before, quoted):
        sheet.give(holder, piece)
        return True
    unopened = quoted.inner_start == quoted.start
    whole = (unopened or _fills_paragraph(sheet, quoted)) and is_speech(sheet.text, quoted)
    end = sheet.paragraphs[above][1]
    if sheet.follows(above, below) and whole and not before.closed and before.end >= end:
        sheet.give(holder, piece)
        return True
    return False


def _take_paragraph(sheet: StatementSheet, number: int) -> bool:
    """A paragraph of nothing but speech, behind one that ends with a statement."""
    quoted = sheet.outer[number]
    text = sheet.text
    above = sheet.paragraph_of(quoted.start) - 1
    if above < 0 or not _fills_paragraph(sheet, quoted) or not is_speech(text, quoted):
        return False
    start, end = sheet.paragraphs[above]
    if start < sheet.title_end or _is_repeated(sheet, quoted):
        return False
    last = sentences(text, start, end)[-1]
    piece = (quoted.start, quoted.end)
    before = sheet.outer[number - 1] if number else None
    if before and before.start >= start:
        # A question is answered by another; marks of another kind are a subheading's.
        if text[before.inner_end - 1] == "?" or text[before.start] != text[quoted.start]:
            return False
    elif text[quoted.start] in SINGLE_MARKS:
        return False
    found = {sheet.statements[n] for n in sheet.attributing(*last) if _has_cue_in(sheet, n, last)}
    if before and before.end >= end - 1:
        holder = sheet.holder(max(before.start, before.inner_end - 1))
        found = {holder} if holder else set()
    if len(found) == 1:
        statement = found.pop()
        if text[end - 1] == ":":
            sheet.give(statement, piece)
        else:
            sheet.add(Statement([piece], confidence=CARRIED))
        return True
    if found or text[end - 1] != ":" or not sheet.is_free(*last):
        return False
    by = opening_subject(tokens(text, *last), text)
    if by is None:
        return False
    sheet.add(Statement([piece], (by[1],) if by[1] else (), (by[0],), confidence=INTRODUCED))
    return True


def _take_alone(sheet: StatementSheet, number: int) -> bool:
    """A paragraph of nothing but whole sentences in quotation marks: somebody said them."""
    quoted = sheet.outer[number]
    text = sheet.text
    if not quoted.closed or text[quoted.start] in SINGLE_MARKS or _is_repeated(sheet, quoted):
        return False
    if not _fills_paragraph(sheet, quoted) or not ends_sentence(text, quoted):
        return False
    if not is_speech(text, quoted, least_words=_LEAST_ALONE):
        return False
    sheet.add(Statement([(quoted.start, quoted.end)], confidence=ALONE))
    return True


def _has_cue_in(sheet: StatementSheet, number: int, sentence: Span) -> bool:
    cue = sheet.statements[number].cue
    return any(sentence[0] <= start < sentence[1] for start, _ in cue)


def _is_repeated(sheet: StatementSheet, quoted: QuotedSpan) -> bool:
    """Whether the words stand above too, so that this is a pull quote or a caption."""
    words = sheet.text[quoted.inner_start : quoted.inner_end].strip(" .,")
    return sheet.text.find(words, max(0, quoted.start - _NEAR), quoted.start) >= 0


def _goes_on(
    sheet: StatementSheet, holder: Statement, before: QuotedSpan, quoted: QuotedSpan
) -> bool:
    """“…,” he said. “…” and “…,” he said, “…”: one statement by the corpus's rules."""
    text = sheet.text
    gap = text[before.end : quoted.start]
    if not gap.strip():
        return ends_sentence(text, before) and is_speech(text, quoted, least_words=2)
    between = (before.end, quoted.start)
    cued = {n for n in sheet.attributing(*between) if _has_cue_in(sheet, n, between)}
    cues = {sheet.statements[n].cue for n in cued}
    if cues != {holder.cue} or sheet.holders(*between) or len(sentences(text, *between)) > 1:
        return False
    if gap.rstrip()[-1] in ".!?":
        return is_speech(text, quoted, least_words=2)
    words = tokens(text, before.end, quoted.start)
    adds = len(words) > 1 and words[-2].low in SAYING and words[-2].low.endswith("ing")
    return gap.rstrip()[-1] == "," and not adds and not is_scare_quote(text, quoted)


def _fills_paragraph(sheet: StatementSheet, quoted: QuotedSpan) -> bool:
    start, end = sheet.paragraphs[sheet.paragraph_of(quoted.start)]
    return quoted.start == start and not sheet.text[quoted.end : end].strip(" .,")


def _take_introduced(sheet: StatementSheet, number: int) -> bool:
    """He declined to confirm it. “No, I can’t.”"""
    quoted = sheet.outer[number]
    text = sheet.text
    if not is_speech(text, quoted, least_words=2) or not ends_sentence(text, quoted):
        return False
    left, _ = _room(sheet, number)
    lead = sentences(text, left, quoted.start)
    if not lead:
        return False
    start, end = lead[-1]
    words = tokens(text, start, end)
    if not words or words[-1].text not in ".:" or len(words) > _LONGEST_LEAD:
        return False
    claimants = sheet.holders(start, end) | sheet.attributing(start, end)
    piece = (quoted.start, quoted.end)
    if claimants:
        statement = sheet.statements[min(claimants)]
        inside = statement.source and all(start <= s and e <= end for s, e in statement.source)
        if len(claimants) > 1 or not inside or not _opens_with(words, text, statement.source[0]):
            return False
        sheet.add(Statement([piece], (), statement.source, confidence=INTRODUCED))
        return True
    by = opening_subject(words, text)
    if by is None:
        return False
    source, cue = by
    sheet.add(Statement([piece], (cue,) if cue else (), (source,), confidence=INTRODUCED))
    return True


def _opens_with(words: list[Token], text: str, source: Span) -> bool:
    """Whether a mention is the subject that the sentence opens with."""
    by = opening_subject(words, text)
    return by is not None and by[0][0] <= source[0] < by[0][1]


def _take_backwards(sheet: StatementSheet, number: int) -> None:
    """A speech whose attribution stands in its last paragraph only."""
    quoted, after = sheet.outer[number], sheet.outer[number + 1]
    if quoted.closed or not _is_open(sheet, quoted) or not is_speech(sheet.text, quoted):
        return
    apart = sheet.paragraph_of(after.start) - sheet.paragraph_of(quoted.start)
    begins = after.start == sheet.paragraphs[sheet.paragraph_of(after.start)][0]
    holder = sheet.holder(after.inner_start)
    if apart == 1 and begins and holder and _fills_paragraph(sheet, quoted):
        sheet.give(holder, (quoted.start, quoted.end))
