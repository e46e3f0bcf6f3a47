"""Quoted speech that the model left without attribution.

In the corpus nearly every quoted sentence belongs to a statement, and most of what
does not is a title, a list item or a name. So speech is taken up only where its place
says whose it is: beside its own attribution, over its signature, behind the rest of
the same speech, or behind a sentence that leads up to it.
"""

from __future__ import annotations

from pipeline.annotate.quotations.signatures import signature
from pipeline.annotate.quotations.speech_shape import (
    ends_sentence,
    is_scare_quote,
    is_speech,
    is_title,
)
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import (
    following,
    leading_up,
    sentences,
    tokens,
)
from pipeline.annotate.text.cue_words import NAMING, SAYING
from pipeline.annotate.text.marks import SINGLE_MARKS, QuotedSpan
from pipeline.records import Span

OWN, SIGNED, CARRIED, ALONE = 0.8, 0.9, 0.75, 0.5
_LEAST_ALONE = 6


def take_up_speech(sheet: StatementSheet) -> None:
    """Attribute quoted speech that no statement holds, where its place says whose it is."""
    for quoted in sheet.outer:
        _part_signed(sheet, quoted)
        _free_signature(sheet, quoted)
    torn = [quoted for quoted in sheet.outer if _free_torn(sheet, quoted)]
    for number, quoted in enumerate(sheet.outer):
        if _is_open(sheet, quoted):
            if not _take_signed(sheet, quoted) and not _take_own(sheet, number):
                _take_sentence(sheet, quoted)
        elif is_speech(sheet.text, quoted):
            _sign_statement(sheet, quoted)
    for number, quoted in enumerate(sheet.outer):
        if not _is_open(sheet, quoted):
            continue
        for take in (_take_continued, _take_paragraph, _take_alone):
            if take(sheet, number):
                break
    for number in range(len(sheet.outer) - 2, -1, -1):
        _take_backwards(sheet, number)
    for quoted in torn:
        if _is_open(sheet, quoted):
            sheet.add(Statement([(quoted.start, quoted.end)], confidence=CARRIED))


def _free_torn(sheet: StatementSheet, quoted: QuotedSpan) -> bool:
    """Take a quotation from a statement whose cue stands inside it, `“|All was lost.| He told me
    |that he knew. I did not|.”`: what he told is found inside the whole, which is another's."""
    holder = sheet.holder(quoted.inner_start)
    if not quoted.closed or holder is None or len(holder.content) < 2 or not holder.cue:
        return False
    inside = all(
        quoted.start <= start and end <= quoted.end
        for start, end in (*holder.content, *holder.cue, *holder.source)
    )
    alone = sheet.holders(quoted.start, quoted.end) == {holder.number}
    if not (inside and alone and holder.end >= quoted.inner_end and is_speech(sheet.text, quoted)):
        return False
    sheet.remove(holder)
    return True


def _is_open(sheet: StatementSheet, quoted: QuotedSpan) -> bool:
    return quoted.start >= sheet.title_end and not sheet.holders(quoted.start, quoted.end)


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
    piece = (quoted.start, quoted.end)
    if by is None and is_speech(text, quoted):
        by = leading_up(text, left, quoted.start, reach=4)
        lead = text[by.cue[1] : quoted.start].strip() if by else ""
        names = by is not None and text[slice(*by.cue)].lower() in NAMING
        if names or (lead and lead[-1] not in ",:"):
            by = None
    if by is None:
        return False
    claimants = sheet.attributing(*by.cue) | sheet.holders(*by.cue)
    if not claimants and not sheet.holders(*by.source):
        sheet.add(Statement([piece], (by.cue,), (by.source,), confidence=OWN))
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
            sheet.give(statement, piece)
            return True
    return False


def _take_sentence(sheet: StatementSheet, quoted: QuotedSpan) -> None:
    """`|The mill was “full of rot,”| Ada Brooks said.`: the sentence in front belongs to it."""
    text = sheet.text
    first, last = sheet.paragraphs[sheet.paragraph_of(quoted.start)]
    start = min(quoted.start, sentences(text, first, quoted.end)[-1][0])
    by = following(text, quoted.end, last) if text[quoted.inner_end - 1] == "," else None
    if by is None or not quoted.closed or text[start].islower():
        return
    if text[start : quoted.start].rstrip().endswith(","):
        # "The mill will close, “a shame,” she said": hers may be the last two words.
        return
    told = text[slice(*by.cue)].lower().split()[0] in SAYING
    if told and sheet.is_free(start, max(by.cue[1], by.source[1])):
        sheet.add(Statement([(start, quoted.end)], (by.cue,), (by.source,), confidence=OWN))


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
    whole = (unopened or _fills_paragraph(sheet, quoted)) and _may_go_on(sheet.text, quoted)
    end = sheet.paragraphs[above][1]
    if sheet.follows(above, below) and whole and not before.closed and before.end >= end:
        sheet.give(holder, piece)
        return True
    return False


def _may_go_on(text: str, quoted: QuotedSpan) -> bool:
    """Whether a paragraph may be the rest of a speech that was left open: it need not end like a
    sentence (`Rest easy. xx`)."""
    words = text[quoted.inner_start : quoted.inner_end]
    return is_speech(text, quoted) or (
        len(words.split()) >= _LEAST_ALONE and words[:1].isupper() and not is_title(words)
    )


def _take_paragraph(sheet: StatementSheet, number: int) -> bool:
    """A paragraph of nothing but speech, behind one that ends with a statement."""
    quoted = sheet.outer[number]
    text = sheet.text
    above = sheet.paragraph_of(quoted.start) - 1
    if above < 0 or not _fills_paragraph(sheet, quoted) or not is_speech(text, quoted):
        return False
    start, end = sheet.paragraphs[above]
    if start < sheet.title_end:
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
    return False


def _take_alone(sheet: StatementSheet, number: int) -> bool:
    """A paragraph of nothing but whole sentences in quotation marks: somebody said them."""
    quoted = sheet.outer[number]
    text = sheet.text
    if not quoted.closed or text[quoted.start] in SINGLE_MARKS:
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
