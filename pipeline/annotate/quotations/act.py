"""Whether a statement was said or thought, by the words that attribute it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from pipeline.annotate.text.cue_words import SAYING, SPEAKING, THINKING, words_of
from pipeline.annotate.text.marks import DOUBLE_MARKS
from pipeline.records import Act, Span

_WORD = re.compile(r"[a-z]+(?:[’'\-][a-z]+)*")
_OPENING_MARK = re.compile(r"\s*[\"“„«‘']")

_SAID_PHRASES = re.compile(
    r"\b(?:according to|want(?:s|ed|ing)? to know|(?:make|makes|made|making) (?:it )?clear"
    r"|(?:make|makes|made|making) (?:the|a|his|her|their) case|agree[sd]? with"
    r"|express(?:es|ed|ing)?|voic(?:es|ed|ing|e)|in response"
    r"|(?:went|go|goes|going) (?:on|after|off)|t(?:ak(?:e[sn]?|ing)|ook) aim|known as|seen as"
    r"|let(?:s|ting)? (?:[\w’'.-]+ ){1,4}know"
    r"|look(?:s|ed|ing)? for"
    r"|refus(?:e[sd]?|ing) to (?:comment|answer|say|speculate|elaborate|confirm|rule out)"
    r"|(?:would|will)(?: not|n[’']t| only)"
    r" (?:say|comment|confirm|discuss|elaborate|speculate|disclose)"
    r"|(?:could|can|did)(?: not|n[’']t|not)(?: \w+ly)? (?:verify|confirm|corroborate)"
    r"|unable to(?: \w+ly)? (?:verify|confirm|corroborate)"
    r"|(?:hit|hits|shot|shoots|fired?|fires|came|comes) back\b(?! (?:at|against|from|to)\b)"
    r"|(?<!would )(?<![’']d )(?:likes?|liked|loves?|loved) to"
    r" (?:say|joke|tell|note|argue|boast|call|point out|remind|recall|quote)"
    r"|(?:would|will)(?: not|n[’']t) be drawn"
    r"|fond of (?:saying|telling|joking)|ma(?:de|kes?|king) (?:this|it|that) known"
    r"|can (?:now |also |exclusively )?(?:confirm|assure|reveal|report|announce)(?! or deny)"
    r"|to have (?:said|told|asked|written|warned|assured|informed|claimed|announced|ordered)"
    r"|the question (?:of|is)|push(?:es|ed|ing)? back|support(?:s|ed|ing)? (?:his|her|the) claim)\b"
)
_THOUGHT_PHRASES = re.compile(
    r"\b(?:agree[sd]? to|made up (?:his|her|their|its) minds?"
    r"|look(?:s|ed|ing)? (?:ahead|forward|out|at|like|to)|stop(?:s|ped|ping)? short of"
    r"|take[sn]? offen[cs]e|took offen[cs]e|would (?:like|prefer|rather)|count(?:s|ed|ing)? on"
    r"|(?:is|are|was|were|be|been|remain(?:s|ed)?) (?:[a-z]+ly |more )?open to"
    r"|show(?:s|n|ed|ing)? (?:\w+ )?interest|is set to|are set to|bear(?:s)? in mind|on board with"
    r"|(?:have|has|had|with) no (?:idea|interest|intention|plan|plans|doubt|desire))\b"
)
_NEGATION = re.compile(r"(?:n[’']t|\bnot|\bnever|\bno longer|\bwithout|\bcannot)\b")
_UNPROVEN = re.compile(r"\bwithout\b(?! (?:[a-z]+ )?[a-z]+ing\b)")
"""Denies no verb of saying: `claimed without evidence`, but not `added without naming`."""
_MODAL = re.compile(
    r"\b(?:would|could|should|might|may|must|can|cannot|will)\b|\b(?:ca|wo)n[’']t\b"
)
_MONTH_OF_MAY = re.compile(r"(?<=[a-z,] )May\b")
"""In a cue as it stands in the text: `reported in May` is no `may`."""
_COURT = re.compile(
    r"\b(?:court|courtroom|inquest|inquiry|tribunal|jury|jurors|hearing|committee|commission"
    r"|magistrates|panel)$",
    re.IGNORECASE,
)
_HEARD = re.compile(r"\b(?:heard|hears|told)\b")
"""`The court heard that …`: what was said before it, by nobody who is named."""
_QUOTING = words_of(
    "observe observes observed observing remember remembers remembered remembering "
    "regret regrets regretted regretting"
)
"""Verbs of the mind that beside words in quotation marks say them."""
_OBSERVED = re.compile(r"\bobserv(?:e[sd]?|ing)\b")
_LEADS_UP = re.compile(r"[.!?][”\"’']?\s*$")
_SENTENCE = re.compile(r"(?:[“\"]|'')[A-Z]\S*(?:\s+\S+){3,}[.!?…]['’]?(?:[”\"]|'')")
_PICTURE = re.compile(
    r"(?:(?!\b(?:who|which|that|by|below|of)\b)[^,])*?"
    r"\b(?:video|footage|photo|photograph|picture|image)s?\b(?! transcript)",
    re.IGNORECASE,
)
"""What a source is, and not what it is of: `many |who saw the video|`."""
_SPEAKERS = frozenset(word for word in SAYING if word.endswith("ing")) | {"talking", "speaking"}
"""Of `The video shows |a sailor saying| that it sank`."""
_RESOLUTION = re.compile(
    r"\b(?:pass|adopt|approv|back|support|vot|sign)(?:e[sd]?|s|ed|ing)? (?:for |in favou?r of )?"
    r"(?:an?|the) (?:[\w-]+ ){0,3}?"
    r"(?:resolution|motion|petition|declaration|statement|letter|communiqué|manifesto) "
    r"(?:which |that )?"
    r"(?:call|ask|demand|urg|condemn|reject|declar|denounc|accus|warn)(?:ing|ed|s|es)"
)
"""`The House passed a motion calling on the government …`: a body speaks by its resolution."""
_HIT_BACK = re.compile(
    r"\b(?:hits?|hitting) back (?:at|against|to) (?:[a-z-]+ ){0,3}?"
    r"(?:claims?|reports?|rumou?rs?|allegations?|accusations?|suggestions?|criticisms?)\b"
)
"""`has hit back at claims`: with words, where a team hits back at another with goals."""
_SOUNDS = re.compile(r"\bsound(?:s|ed|ing)?\b.* (?:notes?|warnings?|alarms?|alarm bells)\b")
"""`have sounded |similar notes of caution|`: in words, where one who sounds tired says nothing."""
_REFUSING = re.compile(r"\brefus(?:e[sd]?|ing)$")
_REFUSES = re.compile(r"to (?:comment|say|speculate|elaborate|confirm|rule out|be drawn)\b")
"""`refused |to rule out a sale|`: an answer, where one who refuses to go gives none."""
_CALLS = re.compile(r"\b(?:would|prefer(?:s|red)?)\b.*\b(?:describe|call|dub|label|brand|term)$")
"""`would describe it as “a wreck”`: in words that are quoted."""
_ANYBODY = words_of("some many most others critics people you i we who")
"""Who may say so, and has not: `what some would call “a wreck”`."""
_IDENTIFIED = re.compile(r"\bidentif(?:y|ies|ied) (?!with\b)(?:[\w’'.-]+ ){1,8}?(?<!such )as\b")
"""`identified the dead man as …`: made known."""
_ALLOWS = re.compile(r"\ballow(?:s|ed|ing)?$")
"""`allowed |that she had been slow|`: granted, where one who allows a sale decides."""
_LONGEST_RESOLUTION = 80
_NEGATED_STILL_SAID = frozenset(("deny", "dispute", "rule", "comment", "respond"))


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Words of cues by their base form (data/act_words.json).

    Whatever is in none of the lists counts as saying, by far the commoner act and the
    one with the larger and more inventive vocabulary. `spoken` therefore needs only
    the words that stand beside one of the other lists in a cue.
    """

    thought: frozenset[str]
    """Verbs of the mind, of attitude and perception, and of deeds that say nothing."""
    thought_words: frozenset[str]
    """Adjectives, adverbs and nouns, in every form they take."""
    spoken: frozenset[str]
    raising: frozenset[str]
    """Verbs that leave the act to the verb they govern: "tried to explain" explains."""
    irregular: dict[str, str]
    """Base form by inflected form."""


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    words = json.loads(
        files("pipeline.annotate").joinpath("data", "act_words.json").read_text("utf-8")
    )
    return _Lexicon(
        thought=frozenset(words["thought_verbs"]),
        thought_words=frozenset(words["thought_words"]),
        spoken=frozenset(words["spoken_verbs"]),
        raising=frozenset(words["raising_verbs"]),
        irregular={form: base for base, all_ in words["irregular_forms"].items() for form in all_},
    )


def act_of(cue: str, content: str = "", source: str = "") -> Act:
    """`said` (also written, published, shown) or `thought` (also wanted, decided, done).

    The first telling word of the cue decides, since it governs what follows it; a cue
    without one is saying. An act denied or only possible ("didn't mention", "would
    ask") is no saying, and pictures show without saying, but for people who speak in them.
    """
    if _PICTURE.match(source):
        return "thought" if _SPEAKERS.isdisjoint(content.split()) else "said"
    if is_heard(cue, source):
        return "said"
    cue = _MONTH_OF_MAY.sub("", cue).lower()
    whole = f"{cue} {content[:_LONGEST_RESOLUTION]}"
    if _REFUSES.match(content) and _REFUSING.search(cue):
        return "said"
    if content.startswith("that ") and _ALLOWS.search(cue):
        return "said"
    if _SOUNDS.search(whole) or _RESOLUTION.search(whole) or _HIT_BACK.search(whole):
        return "said"
    if _IDENTIFIED.search(whole) and not _NEGATION.search(cue):
        return "said"
    calls = _CALLS.search(cue) and not _NEGATION.search(cue)
    if calls and not DOUBLE_MARKS.isdisjoint(content) and source.lower() not in _ANYBODY:
        return "said"
    if _OBSERVED.search(cue) and not DOUBLE_MARKS.isdisjoint(content):
        return "said"
    return _act(cue, bool(_OPENING_MARK.match(content)))


def is_heard(cue: str, source: str) -> bool:
    """Whether a court, a committee or the like hears something: what is said before it."""
    return bool(_COURT.search(source) and _HEARD.search(cue))


def speaks_itself(text: str, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether a piece of a statement is a whole sentence in quotation marks, behind the sentence
    of its cue or behind a colon: `She refused to blame him. “He saw it.”`, not `She thought:`"""
    words = text[slice(*cue[-1])].lower().rstrip(":").split() if cue else []
    if not words:
        return False
    colon = "" if words[-1] in THINKING else ":"
    return any(
        _SENTENCE.fullmatch(text, start, end) is not None
        and (
            _LEADS_UP.search(text[cue[-1][1] : start]) is not None
            or text[cue[-1][0] : start].rstrip()[-1:] == colon
        )
        for start, end in content
        if start >= cue[-1][1]
    )


def is_word_of_mind(word: str) -> bool:
    """Whether a word of a cue is one of those that tell of a mind in every form they take:
    `convinced`, `unsure`, `hopes`."""
    return word in _lexicon().thought_words


@lru_cache(maxsize=4096)
def has_word_of_saying_or_mind(word: str) -> bool:
    """Whether a word of a cue is in the lexicon, in whichever form."""
    lexicon, bases = _lexicon(), _bases(word)
    known = lexicon.spoken | lexicon.thought
    return word in lexicon.thought_words or word in SPEAKING or not known.isdisjoint(bases)


@lru_cache(maxsize=4096)
def _act(cue: str, quoted: bool) -> Act:
    words = _WORD.findall(cue)
    if not words or (quoted and not (SPEAKING | _QUOTING).isdisjoint(words)):
        return "said"
    said_phrase, thought_phrase = _SAID_PHRASES.search(cue), _THOUGHT_PHRASES.search(cue)
    if thought_phrase and not (said_phrase and said_phrase.start() < thought_phrase.start()):
        return "thought"
    if said_phrase:
        return "said"
    return _first_telling(words, cue, quoted)


def _first_telling(words: list[str], cue: str, quoted: bool) -> Act:
    lexicon = _lexicon()
    last_spoken = max(
        (at for at, word in enumerate(words) if not lexicon.spoken.isdisjoint(_bases(word))),
        default=-1,
    )
    for index, word in enumerate(words):
        bases = _bases(word)
        if index < last_spoken and not lexicon.raising.isdisjoint(bases):
            continue
        if word in lexicon.thought_words or not lexicon.thought.isdisjoint(bases):
            return "thought"
        if not lexicon.spoken.isdisjoint(bases):
            return "thought" if _is_unspoken(cue, bases) and not quoted else "said"
    return "thought" if _is_unspoken(cue, frozenset()) and not quoted else "said"


def _is_unspoken(cue: str, bases: frozenset[str]) -> bool:
    if not bases.isdisjoint(_NEGATED_STILL_SAID):
        return False
    told = _UNPROVEN.sub("", cue) if bases else cue
    return bool(_NEGATION.search(told) or _MODAL.search(told))


@lru_cache(maxsize=4096)
def _bases(word: str) -> frozenset[str]:
    """The base forms a word may be an inflection of, itself included."""
    found = {word, _lexicon().irregular.get(word, word)}
    for ending, replacements in (
        ("ies", ("y",)),
        ("ied", ("y",)),
        ("es", ("", "e")),
        ("s", ("",)),
        ("ed", ("", "e")),
        ("ing", ("", "e")),
    ):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        found.update(stem + replacement for replacement in replacements)
        if len(stem) > 3 and stem[-1] == stem[-2]:
            found.add(stem[:-1])
    return frozenset(found)
