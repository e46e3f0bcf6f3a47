"""What the trained model leaves undone, completed and tidied by marks and words.

The model is trained on one corpus and sees each word once. What is plain from the
marks alone (a quotation cut short by a word, the rest of a speech in the next
paragraph, a name under a quotation, a letter set as a block) is mended here, and the
inner layer of nested statements is added. A rule that is not sure does nothing: a
wrong speaker costs more than a missed row.

A quotation added without source and cue is *carried*: it continues the nearest
statement before it that stands in no other, at most one paragraph back, whose speaker
is its speaker too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotate.quotations.act import act_of
from pipeline.annotate.quotations.bare_turns import set_bare_turns
from pipeline.annotate.quotations.block_quotes import (
    BlockQuotation,
    block_quotations,
    is_salutation,
)
from pipeline.annotate.quotations.coordinated import mend_coordinated
from pipeline.annotate.quotations.credited import take_up_credited
from pipeline.annotate.quotations.cue_bounds import mend_cue_bounds
from pipeline.annotate.quotations.cut_short import make_whole
from pipeline.annotate.quotations.dialogue import part_dialogues
from pipeline.annotate.quotations.far_subjects import take_far_subjects
from pipeline.annotate.quotations.headed import take_up_headed
from pipeline.annotate.quotations.headlines import mend_headline
from pipeline.annotate.quotations.hearsay import mend_hearsay
from pipeline.annotate.quotations.kind import kind_of
from pipeline.annotate.quotations.misreadings import mend_misreadings
from pipeline.annotate.quotations.nested import inner_statements
from pipeline.annotate.quotations.overruns import mend_overruns
from pipeline.annotate.quotations.pointing_back import take_what_this_is, take_what_was_made_known
from pipeline.annotate.quotations.posts import set_posts
from pipeline.annotate.quotations.quoted_as import (
    quoted_inside,
    take_quoted,
    take_words_of,
    words_of_inside,
)
from pipeline.annotate.quotations.reported import report_outer_statements
from pipeline.annotate.quotations.running_speech import (
    give_back_adjoining,
    give_back_continuations,
    join_open_paragraphs,
    part_from_told_below,
)
from pipeline.annotate.quotations.snapping import (
    drop_headings,
    drop_repeated,
    drop_wordless,
    snap_to_marks,
)
from pipeline.annotate.quotations.source_extents import mend_source_extents
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.quotations.turns import set_turns
from pipeline.annotate.quotations.unattributed import take_up_speech
from pipeline.annotate.text.clauses import sentences
from pipeline.annotate.text.cue_words import REACTING
from pipeline.annotate.text.marks import QuotedSpan
from pipeline.records import Act, Quotation

_BLOCK, _NESTED = 0.8, 0.7
_DEEPEST, _MOST_MARKS = 3, 200
_FIRST_PERSON = frozenset(("i", "we"))


def complete(
    text: str, quotations: tuple[Quotation, ...], title_end: int = 0
) -> tuple[Quotation, ...]:
    """The model's quotations, tidied, and those that marks and words add to them.

    Returns them in order of their start, an outer statement before those inside it;
    `nested_in` is an index into the result. Statements added carry a confidence of
    their rule and no speaker or date yet. Time is linear in the text.
    """
    sheet = StatementSheet(text, quotations, title_end)
    snap_to_marks(sheet)
    mend_source_extents(sheet)
    drop_headings(sheet)
    mend_headline(sheet)
    take_words_of(sheet)
    take_quoted(sheet)
    make_whole(sheet)
    take_far_subjects(sheet)
    mend_misreadings(sheet)
    mend_cue_bounds(sheet)
    mend_overruns(sheet)
    mend_coordinated(sheet)
    mend_hearsay(sheet)
    take_what_this_is(sheet)
    take_what_was_made_known(sheet)
    set_turns(sheet)
    set_bare_turns(sheet)
    take_up_headed(sheet)
    take_up_speech(sheet)
    take_up_credited(sheet)
    join_open_paragraphs(sheet)
    give_back_continuations(sheet)
    give_back_adjoining(sheet)
    part_from_told_below(sheet)
    part_dialogues(sheet)
    for block in block_quotations(text, sheet.paragraphs):
        _set_block(sheet, block)
    set_posts(sheet)
    drop_repeated(sheet)
    drop_wordless(sheet)
    report_outer_statements(sheet)
    _nest_by_place(sheet)
    inner: list[Statement] = []
    for statement in sheet.living():
        inner.extend(words_of_inside(sheet, statement))
        inner.extend(quoted_inside(sheet, statement) or _inner(sheet, statement))
    for statement in sheet.living():
        _leave_to_another(sheet, statement, inner)
    return _numbered(text, sheet, sheet.living() + inner)


def _set_block(sheet: StatementSheet, block: BlockQuotation) -> None:
    """Make a block quotation one statement, whatever the model found of it."""
    text = sheet.text
    start, end = block.pieces[0][0], block.pieces[-1][1]
    if start < sheet.title_end:
        return
    introduced: Statement | None = None
    for number in sorted(sheet.holders(start, end)):
        statement = sheet.statements[number]
        if sheet.attributing(*block.introduction) >= {number}:
            introduced = introduced or statement
        elif not _is_inside(statement, start, end):
            return
        elif not statement.cue or any(is_salutation(text[s:e]) for s, e in statement.source):
            sheet.remove(statement)
    if introduced is not None:
        below = [piece for piece in introduced.content if piece[0] >= end]
        sheet.reset(introduced, [*block.pieces, *below])
        introduced.block = True
        if block.cue and not introduced.cue:
            # "In a statement, the council said:" – the council, and not the statement.
            introduced.source, introduced.cue = block.source, block.cue
        introduced.source = introduced.source or block.source
        return
    for number in sorted(sheet.attributing(*block.introduction)):
        # "Here is an official statement on the matter:" says nothing by itself.
        if _is_inside(sheet.statements[number], *block.introduction):
            sheet.remove(sheet.statements[number])
    sheet.add(Statement(list(block.pieces), block.cue, block.source, confidence=_BLOCK, block=True))


def _is_inside(statement: Statement, start: int, end: int) -> bool:
    spans = (*statement.content, *statement.cue, *statement.source)
    return all(start <= s and e <= end for s, e in spans)


def _nest_by_place(sheet: StatementSheet) -> None:
    """A statement that lies, cue and all, within a piece of another stands inside it."""
    for number, statement in enumerate(sheet.statements):
        if statement.parent or not statement.content or not statement.cue:
            continue
        around = sheet.holders(statement.cue[0][0], statement.cue[-1][1]) - {number}
        for other in sorted(around):
            outer = sheet.statements[other]
            spans = (*statement.content, *statement.cue)
            if any(all(s <= a and b <= e for a, b in spans) for s, e in outer.content):
                statement.parent = outer
                _end_with_sentence(sheet, statement)
                if _is_own_mind(sheet, statement, outer):
                    sheet.remove(statement)
                break


def _is_own_mind(sheet: StatementSheet, inner: Statement, outer: Statement) -> bool:
    """`“|We respect| your patience,” the letter says`: what one writes or says of one's own
    mind is part of it, and no other statement."""
    text = sheet.text
    if not inner.source or text[slice(*inner.source[0])].lower() not in _FIRST_PERSON:
        return False
    cue = " ".join(text[s:e] for s, e in inner.cue)
    marks = sheet.marks_within(outer.start, outer.end)
    if outer.block or kind_of(text, outer.content, marks) == "direct":
        return act_of(cue, text[inner.start : inner.end]) == "thought"
    return False


def _end_with_sentence(sheet: StatementSheet, inner: Statement) -> None:
    """`My teacher said the rests matter. I stole it.`: in somebody's speech, what another is
    told to have said ends with the sentence, but for marks around it."""
    text = sheet.text
    start, end = inner.content[-1]
    cue = inner.cue[-1]
    if len(inner.content) > 1 or cue[1] > start or text[slice(*cue)] == ":":
        return
    if any(m.start >= start for m in sheet.marks_within(start, end)):
        return
    stop = sentences(text, cue[0], end)[0][1]
    if start < stop < end:
        sheet.reset(inner, [(start, start + len(text[start:stop].rstrip(" .”\"’'")))])


def _inner(sheet: StatementSheet, outer: Statement, depth: int = 1) -> list[Statement]:
    """The statements inside a statement, and inside those."""
    local = sheet.marks_within(outer.start, outer.end)
    if len(local) > _MOST_MARKS:
        return []
    touching = [m for m in local if any(m.start < e and m.end > s for s, e in outer.content)]
    direct = outer.block or kind_of(sheet.text, outer.content, local) == "direct"
    found: list[Statement] = []
    for inner in inner_statements(sheet.text, outer.content, touching, direct=direct):
        if sheet.attributing(*inner.cue):
            continue
        source = (inner.source,) if inner.source else ()
        statement = Statement(
            list(inner.content), (inner.cue,), source, confidence=_NESTED, parent=outer
        )
        found.append(statement)
        if depth < _DEEPEST:
            found.extend(_inner(sheet, statement, depth + 1))
    return found


def _leave_to_another(
    sheet: StatementSheet, statement: Statement, inner: Sequence[Statement]
) -> None:
    """`I said, “Is it so?” She said, “It is.”` inside a speech: his question is none of hers."""
    if statement.parent is None or len(statement.content) < 2:
        return
    theirs = {other.content[0] for other in inner if other.parent is statement.parent}
    kept = [piece for piece in statement.content if piece not in theirs]
    if kept and len(kept) < len(statement.content):
        sheet.reset(statement, kept)


def _numbered(
    text: str, sheet: StatementSheet, statements: list[Statement]
) -> tuple[Quotation, ...]:
    ordered = sorted(statements, key=lambda s: (s.start, -s.end, _depth(s)))
    index = {id(statement): number for number, statement in enumerate(ordered)}
    return tuple(
        _quotation(text, sheet, s, index.get(id(s.parent)) if s.parent else None) for s in ordered
    )


def _depth(statement: Statement) -> int:
    depth = 0
    while statement.parent is not None:
        statement, depth = statement.parent, depth + 1
    return depth


def _quotation(
    text: str, sheet: StatementSheet, statement: Statement, nested_in: int | None
) -> Quotation:
    content = tuple(statement.content)
    marks = sheet.marks_within(statement.start, statement.end)
    if statement.parent is not None:
        marks = _inner_marks(statement, marks)
    kind = kind_of(text, content, marks, block_quotation=statement.block)
    if statement.origin is not None:
        return replace(
            statement.origin,
            content=content,
            cue=statement.cue,
            source=statement.source,
            kind=kind,
            nested_in=nested_in,
        )
    cue = " ".join(text[s:e] for s, e in statement.cue)
    source = " ".join(text[s:e] for s, e in statement.source)
    return Quotation(
        content,
        statement.cue,
        statement.source,
        kind,
        _act(cue, text[statement.start : statement.end], source),
        statement.confidence,
        nested_in=nested_in,
    )


def _act(cue: str, content: str, source: str) -> Act:
    # "She hesitated: “More than one.”": the marks tell that it was said.
    return "said" if not cue or cue in REACTING else act_of(cue, content, source)


def _inner_marks(statement: Statement, marks: Sequence[QuotedSpan]) -> list[QuotedSpan]:
    """The marks of the inner statement itself, not those of the statement around it."""
    own = [m for m in marks if any(s <= m.start and m.end <= e for s, e in statement.content)]
    return [replace(m, depth=1) for m in own]
