"""The language an article is written in, from its script and its smallest words.

The annotator reads English only, so what matters is telling English from the rest; the
other languages are named where their commonest words are plain.
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.clean.small_words import ENGLISH_ALONE, SMALL_WORDS

READ = "en"
"""The language in which quotations are found."""

_SAMPLE = 6000
"""Characters that are looked at."""
_LEAST_WORDS = 12
_FEWEST_WORDS = 6
"""Words that are enough where two are plain, and none speaks for another language."""
_LEAST_SHARE = 0.1
_HARDLY_ENGLISH = 0.05
"""Share of small words of English alone: no English prose has so few."""
_OWN_LETTERS = {
    "tr": "ğışç", "ro": "ăîșțşţ", "pl": "łżśćęąń", "cs": "ěřůčšž", "sk": "ľĺŕôčšž", "hu": "őűáé",
    "vi": "ạảấầậắếềệốồộớờợứừựđơư", "is": "þðæ", "pt": "ãõç", "es": "ñ¿¡óí", "fi": "äö",
    "de": "ßäöü", "sv": "åäö", "da": "æøå", "lv": "āēīūģķļņ", "lt": "ėįųūčšž", "hr": "čćšžđ",
    "fr": "çœêèéà", "it": "àèìòù", "et": "õäöü",
}  # fmt: skip
_LEAST_LETTERS = 3
_PLAIN_SHARE, _PLAIN_WORDS = 0.2, 3
"""Of a paragraph's words: so many tell it from the paragraphs around it."""

_RARE = frozenset(("kk", "mk", "sr"))
"""Told by letters that are rarer in them than the others' are."""
_CYRILLIC = ("ru", "bg", "mk", "sr", "be")
_LATIN = frozenset(SMALL_WORDS) - set(_CYRILLIC)
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("kk", re.compile("[әқңғұһ]")),
    ("be", re.compile("[ўЎ]")),
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("mk", re.compile("[ѓќѕЃЌЅ]")),
    ("sr", re.compile("[ђћџљњЂЋЏЉЊ]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ur", re.compile("[ٹڈڑےںہ]")),
    ("fa", re.compile("[پچژگ]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("pa", re.compile("[\u0a00-\u0a7f]")),
    ("gu", re.compile("[\u0a80-\u0aff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("kn", re.compile("[\u0c80-\u0cff]")),
    ("ml", re.compile("[\u0d00-\u0d7f]")),
    ("si", re.compile("[\u0d80-\u0dff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("lo", re.compile("[\u0e80-\u0eff]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
)
_NOT_LATIN = re.compile("[^\x00-\x7fÀ-ɏḀ-ỿ\u2000-\u206f]+")
_WORD = re.compile(r"[^\W\d_]+")
_PLAINLY_ENGLISH = (" the ", " of ", " and ", " that ", " with ", " was ", " his ", " from ")
_COMMONEST, _COMMON_THROUGHOUT = (" the ", " of ", " and "), 0.07
"""English prose has a tenth of them; with so many, two thirds and more of a text are English."""
_ENOUGH = 50
"""Words for that."""
_LEAST_ENGLISH = 3
"""Of these, what no paragraph of another language has."""
_SMALL_ELSEWHERE = frozenset[str]().union(
    *(SMALL_WORDS[language] for language in _LATIN if language != READ)
)
"""Small words of all languages in Latin letters but English."""


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of `text`; empty if there is too little to tell."""
    sample = text[:_SAMPLE]
    if script := _language_of_script(sample):
        return script
    if _is_english_throughout(sample):
        return READ
    shares, total = _shares(sample, _LATIN)
    if not shares:
        return ""
    best = max(shares, key=lambda language: (shares[language], language == READ))
    if total < _LEAST_WORDS:
        others = max(share for language, share in shares.items() if language != READ)
        rival = others if best == READ else shares[READ]
        return best if not rival and shares[best] * total >= 2 else ""
    if shares[best] >= _LEAST_SHARE:
        return best
    words = _WORD.findall(sample.lower())
    english = sum(word in ENGLISH_ALONE for word in words) > _HARDLY_ENGLISH * total
    return "" if english else _language_of_letters(sample)


def _is_english_throughout(sample: str) -> bool:
    """Whether the three commonest words of English are so common that most of it must be."""
    words = sample.count(" ") + 1
    return words > _ENOUGH and sum(map(sample.count, _COMMONEST)) > _COMMON_THROUGHOUT * words


def is_foreign(paragraph: str) -> bool:
    """Whether a paragraph of an English article is plainly in another language."""
    sample = paragraph[:_SAMPLE]
    if not sample.isascii() and _language_of_script(sample):
        return True
    lower = sample.lower()
    if sum(map(lower.__contains__, _PLAINLY_ENGLISH)) >= _LEAST_ENGLISH:
        return False
    words = _WORD.findall(lower)
    if len(words) < _FEWEST_WORDS:
        return False
    # Of the others most are told from all languages but English at once.
    english = sum(map(SMALL_WORDS[READ].__contains__, words))
    most = sum(map(_SMALL_ELSEWHERE.__contains__, words))
    if most < _PLAIN_SHARE * len(words) or english * 2 >= most:
        return False
    shares, total = _shares(sample, _LATIN)
    others = max(share for language, share in shares.items() if language != READ)
    plain = others >= _PLAIN_SHARE and others * total >= _PLAIN_WORDS
    return plain and shares[READ] * 2 < others


def _language_of_letters(sample: str) -> str:
    """The language whose own letters are in a text that is not English."""
    letters = Counter(sample.lower())
    found = {name: sum(letters[letter] for letter in own) for name, own in _OWN_LETTERS.items()}
    best = max(found, key=lambda name: found[name])
    return best if found[best] >= _LEAST_LETTERS else ""


def _language_of_script(sample: str) -> str:
    """The language, where most letters are of a script other than Latin."""
    if not _NOT_LATIN.search(sample):
        return ""
    foreign = "".join(_NOT_LATIN.findall(sample))
    letters = sum(map(str.isalpha, foreign))
    if letters <= 5 or letters <= sum(map(str.isalpha, sample)) / 2:
        return ""
    for language, letter in _SCRIPTS:
        if len(letter.findall(foreign)) > letters * (0.01 if language in _RARE else 0.03):
            break
    else:
        return ""
    if language != "ru":
        return language
    shares, _ = _shares(sample, frozenset(_CYRILLIC))
    return max(shares, key=lambda each: (shares[each], each == "ru")) if shares else language


def _shares(sample: str, languages: frozenset[str]) -> tuple[dict[str, float], int]:
    """Share of each language's small words among the words, and how many words there are.

    No shares if there are too few words.
    """
    words = Counter(_WORD.findall(sample.lower()))
    total = sum(words.values())
    if total < _FEWEST_WORDS:
        return {}, total
    return {
        language: sum(words[word] for word in SMALL_WORDS[language] & words.keys()) / total
        for language in sorted(languages)
    }, total
