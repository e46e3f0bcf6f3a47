"""The language an article is written in, from its script and its smallest words.

The annotator reads English only, so what matters is telling English from the rest; the
other languages are named where their commonest words are plain.
"""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 6000
"""Characters that are looked at."""
_LEAST_WORDS = 12

_SMALL_WORDS = {
    "en": "the of and to in that is was for on with he she it they as at by from said be "
    "are have has not this but which were his her their an will would been",
    "es": "de la que el en y los del se las por un para con una su al lo como más pero sus "
    "le ya o este",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas "
    "foi ao das",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne "
    "se ce il sont",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als "
    "auch es an",
    "it": "di e il la che in a per è un del una i le con non si della da al sono nel più "
    "come anche ha",
    "nl": "de van een het en in is dat op te zijn met voor niet aan er om ook als dan maar "
    "bij nog uit",
    "sv": "och i att det som en på är av för med till den har de inte om ett men var jag "
    "sig från vi",
    "no": "og i det er på som en at for av med til den har de ikke om et men var seg fra vi han",
    "da": "og i det er på som en at for af med til den har de ikke om et men var sig fra vi "
    "han blev",
    "pl": "w i na z nie do to że się jest o jak po co za od ale dla przez jego są tym ich być",
    "tr": "ve bir bu da de için ile çok olarak daha gibi olan sonra kadar var ama en ne ya o",
    "id": "yang dan di dengan untuk dari ini itu tidak pada dalam akan adalah ke oleh juga "
    "ada telah",
    "ro": "și de în a la cu nu pe o că este un din pentru mai au care se ce sunt dar fost",
}
_KNOWN = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("fa", re.compile("[پچژگ]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_NOT_LATIN = re.compile("[^\x00-\x7fÀ-ɏ]+")
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of `text`; empty if there is too little to tell."""
    sample = text[:_SAMPLE]
    foreign = sum(map(str.isalpha, "".join(_NOT_LATIN.findall(sample))))
    if foreign > 5 and foreign > sum(map(str.isalpha, sample)) / 2:
        for language, letter in _SCRIPTS:
            if len(letter.findall(sample)) > foreign * 0.03:
                return language
        return ""
    words = Counter(_WORD.findall(sample.lower()))
    total = sum(words.values())
    if total < _LEAST_WORDS:
        return ""
    shares = {
        language: sum(words[word] for word in known & words.keys()) / total
        for language, known in _KNOWN.items()
    }
    best = max(shares, key=lambda language: (shares[language], language == "en"))
    return best if shares[best] >= 0.1 else ""
