"""What goes on behind a statement in its own sentence and is no part of it.

Of `She wants to stay |and has bought a boat|` the second verb is her own deed, of `It said it was
sorry |but urged people to wait|` a second statement of its, and of `He named two |, without giving
their ages|` the rest is the author's.
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.cut_short import HAS_VERB
from pipeline.annotate.quotations.idioms import wording
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.cue_words import PRONOUNS, words_of
from pipeline.annotate.text.lexicon import GROUP_NOUNS, PERSON_AND_BODY_NOUNS
from pipeline.annotate.text.nouns import singular

_SECOND = 0.6
"""Confidence of what a second verb of saying tells."""
_ADVERB = r"(?:also|now|still|then|later|instead|already|[a-z]+ly) "
_FURTHER = (
    r"(?:said|says|added|adds|urged|urges|warned|warns|cautioned|cautions|predicted|predicts"
    r"|insisted|insists|vowed|vows|pledged|pledges|promised|promises|suggested|suggests|argued"
    r"|argues|noted|notes|stressed|called (?:on|for)|calls (?:on|for)|directed|ordered|accused"
    r"|accuses|blamed|blames|believes|thinks|expects|hopes|plans|wants|acknowledged|conceded"
    r"|criticized|criticised|dismissed|rejected|made (?:it )?clear|concluded|denied|downplayed"
    r"|flagged|hoped|reaffirmed|recalled|recommended|recommends|reiterated)"
)
"""Verbs that go on with what the subject of the first one says; of `he met Stone and asked him`
and `that she left and told him` the asking and telling are part of what is told."""
_AND_SAYS = re.compile(
    rf",? (?:and|but|though)(?: then)? (?:{_ADVERB})?(?P<cue>(?:(?:has|have|had) )?{_FURTHER}) "
    r"(?=[a-z“\"]|[A-Z])"
)
_AND_DOES = re.compile(
    rf",? (?:and|but)(?: then)? (?:{_ADVERB})?"
    r"(?:is|are|was|were|has|have|had|will|would|does|did)(?:n[’']t)? (?=[a-z])"
)
"""A finite verb behind an infinitive: `to stay |and has bought|`."""
_ANOTHER_DOES = re.compile(
    r", (?:and|but) (?:(?:the|an?|his|her|its|their|this|it|he|she|they|there) )"
    r"(?:(?!(?:if|when|that|which) )[\w’'-]+ ){0,10}?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|must|did|does)\b"
)
_THEY_DO = re.compile(
    r", (?:but|though|although) (?:s?he|they|it)"
    r" (?:(?:is|are|was|were|has|have|had|will|would|did|does)(?:n[’']t)?|said|added|[a-z]+ed)\b"
)
"""The subject again, behind what has no verb: `to say why|, though she did not deny it|`."""
_A_NOUN = re.compile(r"(?:an?|the|no|some|his|her|its|their) (?:[\w’'-]+ ){0,2}[\w’'-]+")
_QUOTED_THING = re.compile(
    r"(?:(?:an?|the|no|some|any|his|her|its|their) )?[“\"][^“”\"]+[”\"]"
    r"(?: (?:in|on|at|of|near|with|from|under|over|about|between|inside|around|for)"
    r"(?: [\w’'-]+){1,4})?"
)
"""No clause to whose verb a later one could be joined: `noted |“rust” in it| and urged`."""
_INFINITIVE = re.compile(r"(?:not )?to [a-z]+")
_TO = re.compile(r"[^,;:.]{2,50}? to [a-z]")
_CALLS_UPON = words_of(
    "require requires required want wants wanted urge urges urged ask asks asked order orders"
    " ordered tell told advise advises advised expect expects expected allow allows allowed"
    " consider considers considered"
)
"""Verbs that whoever shall act stands behind: `require |owners to pay|`."""
_BELOW = re.compile(
    r"\b(?:that|which|who|whom|whose|where|what|whatever|whether|if|because|as|when|how|why|while"
    r"|after|before|than|until|since|so)\b"
)
"""What a later finite verb may belong to."""
_PASSIVE = re.compile(r"\b(?:be|been|being|get)\b")
"""What a later participle may belong to: `to be told |and urged| to go`."""
_OWN = re.compile(r"(?:that )?(?:it|he|she|they|we|I)\b(?! (?:to|for|as|in|on|at)\b)")
_OF_OTHERS = re.compile(r"\b(?:who|whom|whose|(?<!\bin )(?<!\bby )which|what)\b")
_THINGS_DO = re.compile(
    r"(?:(?:has|have|had) )?(?:sa(?:id|ys)|suggest(?:s|ed)|promise[sd]|add(?:s|ed)? to|expects"
    r"|plans|hopes|wants)\b"
)
"""What a thing may do, or be a noun of: `the delay was long |and added to| the cost`."""
_BASE_FORM = re.compile(r"\b(?:did|could|would|can|will|does)(?: not|n[’']t)? [a-z]+\Z")
"""What no past form goes on with: `which he |did not join| and accused them`."""
_ENDS_IN_MODAL = re.compile(
    r"\A(?!.*\b(?:who|whom|whose|which|what)\b).*"
    r"\b(?:did|could|would|can|might|may|should)(?: not|n[’']t)?"
    r" (?:[a-z]+ly )?(?!be\b|have\b|get\b)[a-z]+"
    rf"(?:(?!{HAS_VERB.pattern}).)*\Z",
    re.DOTALL,
)
"""`that it |would not close| its doors |and denied| a sale`: a past form goes on with no modal."""
_SOMEBODY = PERSON_AND_BODY_NOUNS | GROUP_NOUNS | PRONOUNS
_ONLY_VERBS = words_of("believes thinks expects wants says insists argues")
"""Forms in -s that are no nouns: `models |and plans|`."""
_OF_NOW = re.compile(r"\b(?:is|are|has)\b")
_SENTENCE_END = re.compile(r"[.!?] ")
_BACKSHIFTED = re.compile(r"\b(?:would|could|had|was|were|might)\b")
_PRESENT = re.compile(r"(?:[a-z]+s|calls (?:on|for))")
_PAST = re.compile(r"(?:\w+ed|said|told|wrote)(?: \w+)?")
_KEEPING_BACK = (
    r"(?:nam(?:e|ing)|identify(?:ing)?|specify(?:ing)?|elaborat(?:e|ing)|giv(?:e|ing)|shar(?:e|ing)"
    r"|offer(?:ing)?|provid(?:e|ing)|disclos(?:e|ing)|reveal(?:ing)?|cit(?:e|ing)|say(?:ing)?"
    r"|go(?:ing)? into|comment(?:ing)?)\b"
)
_WITHOUT = re.compile(rf", (?:but |and |though |although )?without {_KEEPING_BACK}[^,;:“”\"]*$")
_TERMS = re.compile(
    r",? (?:speaking )?on (?:the )?condition of anonymity\b[^,;:“”\"]*$"
    r"|, who (?:asked|declined|requested|refused|did not (?:want|wish)|wished|insisted)"
    r"[^,;:“”\"]* (?:named|identified|anonymity|anonymous)\b[^,;:“”\"]*\Z"
)
"""The terms on which somebody spoke, behind what was said or a piece by themselves."""
_WOULD_NOT = re.compile(
    r",? (?:but|and|though|although)(?: (?:s?he|they|it))?"
    r" (?:(?:would|did)(?: not|n[’']t)|(?:has |have |had )?(?:declined|refused) to)"
    rf" {_KEEPING_BACK}(?: (?:(?:an?|any|the|his|her|its|their|more|further|exact) )*"
    r"(?:details?|names?|specifics|figures?|numbers?|reasons?|dates?|totals?|them|it|it further|him"
    r"|her|any|further|more|which|why|when|how|whether|if|who|what|where|on)\b[^,;:“”\"]*)?$"
)
_OCCASION = re.compile(
    r" (?:in|during|at) (?:an?|his|her|their|its|the) (?:[\w’'-]+ ){0,2}?(?:interviews?|statement"
    r"|tweets?|post|e-?mail|press release|news conference|press conference|briefing)"
    r"(?: (?:with|to|on|at|in|by) [^,;.“”\"]{1,60})?$"
)
"""Where something was said, behind what it was: `confirmed the talks |in an interview|`."""
_LEAST = 2
"""Words that are left of a content, at least."""


def mend_coordinated(sheet: StatementSheet) -> None:
    """Let statements end before such words, and take up what a second verb of saying tells."""
    for statement in sheet.living():
        if not _is_told_behind(sheet, statement):
            continue
        _part_second_verb(sheet, statement)
        _leave_out_deed(sheet, statement)
        _leave_out_kept_back(sheet, statement)
        _leave_out_occasion(sheet, statement)


def _is_told_behind(sheet: StatementSheet, statement: Statement) -> bool:
    """Whether a statement's last piece stands behind its speaker and verb, in their paragraph."""
    if not statement.cue or not statement.source:
        return False
    start = statement.content[-1][0]
    home = sheet.paragraph_of(statement.cue[0][0])
    return statement.cue[-1][1] <= start and sheet.paragraph_of(start) == home


def _part_second_verb(sheet: StatementSheet, statement: Statement) -> None:
    """`It said |it was sorry but urged people to wait|`: the one who is sorry urges them."""
    start, end = statement.content[-1]
    for further in _AND_SAYS.finditer(sheet.text, start, end):
        if sheet.is_marked(further.start()) or further.end() >= end:
            continue
        if not _goes_on(sheet, statement, further):
            continue
        _end_at(sheet, statement, further.start())
        told, cue = (further.end(), end), further.span("cue")
        sheet.add(Statement([told], (cue,), statement.source, confidence=_SECOND))
        return


def _goes_on(sheet: StatementSheet, statement: Statement, further: re.Match[str]) -> bool:
    """Whether a second verb has the subject of the statement's own."""
    text = sheet.text
    start = statement.content[-1][0]
    told = text[start : further.start()]
    cue = wording(sheet, statement.cue).lower()
    present = _PRESENT.fullmatch(further["cue"]) is not None
    past = _PAST.search(cue) is not None
    if len(told.split()) < _LEAST:
        return False
    does = _THINGS_DO.match(text, further.start("cue"))
    if present != past and further["cue"] not in ("said", "says") and _ENDS_IN_MODAL.search(told):
        return True
    if present != past and not does and _is_of_a_thing(told):
        return True
    if present != past and _QUOTED_THING.fullmatch(told) and not HAS_VERB.search(told):
        return True
    if _is_infinitive(sheet, statement, told):
        return _BELOW.search(told) is None and _PASSIVE.search(told) is None
    own = _OWN.match(told)
    if present and past:
        verb = further["cue"] in _ONLY_VERBS
        return verb and bool(_BACKSHIFTED.search(told)) and not _OF_NOW.search(told)
    if further["cue"] in ("said", "says"):
        # "She said he rang and said that it rained": he does.
        return False
    return present != past and own is not None and _OF_OTHERS.search(told) is None


def _is_of_a_thing(told: str) -> bool:
    """Whether nobody in what is told could say anything, and its verb is a thing's:
    `the results were clear |but cautioned that more was needed|`."""
    verb = HAS_VERB.search(told)
    subject = told[: verb.start()].split() if verb else []
    words = [word.lower().strip(",.") for word in subject if word != "its"]
    known = any(singular(word) in _SOMEBODY or word in _SOMEBODY for word in words)
    named = any(word[0].isupper() for word in subject)
    others = _OF_OTHERS.search(told) and not _BASE_FORM.search(told)
    return bool(words) and not known and not named and not others


def _leave_out_deed(sheet: StatementSheet, statement: Statement) -> None:
    """`She wants |to stay and has bought a boat|`, `The rules require |owners to pay, and a ship
    that comes late is fined|`: no finite verb goes on with an infinitive."""
    start, end = statement.content[-1]
    for pattern in (_THEY_DO, _AND_DOES, _ANOTHER_DOES):
        does = pattern.search(sheet.text, start, end)
        if does is None or sheet.is_marked(does.start()):
            continue
        told = sheet.text[start : does.start()]
        again = pattern is _THEY_DO and (_INFINITIVE.match(told) or _A_NOUN.fullmatch(told))
        bare = _is_infinitive(sheet, statement, told) and not _BELOW.search(told, len("to "))
        if again or bare:
            _end_at(sheet, statement, does.start())
            return


def _is_infinitive(sheet: StatementSheet, statement: Statement, told: str) -> bool:
    """Whether what is told is an infinitive, with whoever shall act in front: `owners to pay`."""
    cue = wording(sheet, statement.cue).lower()
    infinitive = _INFINITIVE.match(told)
    if HAS_VERB.search(told, infinitive.end() if infinitive else 0) or _SENTENCE_END.search(told):
        return False
    if infinitive:
        return True
    return cue.split()[-1] in _CALLS_UPON and _TO.match(told) is not None


def _leave_out_kept_back(sheet: StatementSheet, statement: Statement) -> None:
    """`He had two offers|, without naming them|`, `|, though he would not give a figure|`, `| on
    condition of anonymity|`, and the piece that is no more than that."""
    start, end = statement.content[-1]
    piece = f", {sheet.text[start:end]}"
    if len(statement.content) > 1 and (_WITHOUT.fullmatch(piece) or _TERMS.fullmatch(piece)):
        sheet.reset(statement, statement.content[:-1])
        return
    found = (pattern.search(sheet.text, start, end) for pattern in (_WITHOUT, _WOULD_NOT, _TERMS))
    kept_back = next(filter(None, found), None)
    if kept_back is not None and not sheet.is_marked(kept_back.start()):
        _end_at(sheet, statement, kept_back.start())


def _leave_out_occasion(sheet: StatementSheet, statement: Statement) -> None:
    """`She confirmed |the talks in an interview with Port Wire|`; in `She said |he lied in an
    interview|` it is he who was interviewed."""
    start, end = statement.content[-1]
    occasion = _OCCASION.search(sheet.text, start, end)
    if occasion is None or sheet.is_marked(occasion.start()):
        return
    told = sheet.text[start : occasion.start()]
    if HAS_VERB.search(told) or _BELOW.search(told) or _INFINITIVE.search(told):
        return
    _end_at(sheet, statement, occasion.start())


def _end_at(sheet: StatementSheet, statement: Statement, end: int) -> None:
    start = statement.content[-1][0]
    if start < end:
        sheet.reset(statement, [*statement.content[:-1], (start, end)])
