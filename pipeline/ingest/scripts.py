"""Which encoding of a script other than Latin bytes are in: by the letters it would give.

Statistics over bytes need more than a headline. A wrong reading, though, gives letters that
no language uses much: so each encoding is tried, and judged by how many of the letters it
gives are the commonest of the languages it was made for.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_SAMPLE = 1 << 14
_LEAST_SHARE = 0.6
"""Of what makes a reading likely, among the letters outside ASCII."""
_OF_STANDARD = 0.6
"""What a character counts of the part of its standard that is in daily use: thousands of
characters, of which a wrong reading finds some, but hardly all."""
_LEAST_LETTERS = 4

_KANA: Final = "".join(map(chr, range(0x3041, 0x3094))) + "アイクスタトドラリルレンー・、。「」"
_SIMPLIFIED: Final = (
    "的一是在不了有和人这中大为上个国我以要他时来用们到说年会对地出也于后可行发成经家多方学生作"
    "民市月日部长关事新前表示，。“”、"
)
_TRADITIONAL: Final = (
    "的一是在不了有和人這中大為上個國我以要他時來用們到說年會對地出也於後可行發成經家多方學生作"
    "民市月日部長關事新前表示，。「」、"
)
_HANGUL: Final = (
    "이다는의에가을를은로고하지도사한기서자대리인나시어정부그있스들것해장일수원보제과전화라"
    "와으아주게만년월여상성오비러동안구면조국회세무니까"
)
_CYRILLIC: Final = "оеаинтсрвлкмдпуяыьзбгіїй"
_GREEK: Final = "αοιετσνηυρπκμλςάέίόήύώγδθχφ"
_HEBREW: Final = "יוהלאתרשבמנםדעחקפכצ"
_ARABIC: Final = "اليمونرتبةعدسفهكقحأى"
_THAI: Final = "านรอกเงมยลวดทตสะัี่้ิคบปไ"

_LETTERS: Final[tuple[tuple[str, frozenset[str]], ...]] = tuple(
    (encoding, frozenset(letters))
    for encoding, letters in (
        ("cp1251", _CYRILLIC),
        ("koi8_u", _CYRILLIC),
        ("cp866", _CYRILLIC),
        ("iso8859_5", _CYRILLIC),
        ("mac_cyrillic", _CYRILLIC),
        ("cp1253", _GREEK),
        ("iso8859_7", _GREEK),
        ("cp1255", _HEBREW),
        ("cp1256", _ARABIC),
        ("iso8859_6", _ARABIC),
        ("cp874", _THAI),
    )
)
"""Encodings of one byte a letter, and the commonest letters."""
_CHARACTERS: Final[tuple[tuple[str, frozenset[str], str, bytes], ...]] = tuple(
    (encoding, frozenset(common), standard, daily)
    for encoding, common, standard, daily in (
        ("cp932", _KANA, "euc_jp", bytes((0xA1, 0xA4, 0xA5, *range(0xB0, 0xD0)))),
        ("euc_jp", _KANA, "euc_jp", bytes((0xA1, 0xA4, 0xA5, *range(0xB0, 0xD0)))),
        ("gb18030", _SIMPLIFIED, "gb2312", bytes((0xA1, 0xA3, *range(0xB0, 0xD8)))),
        ("big5hkscs", _TRADITIONAL, "big5", bytes((0xA1, *range(0xA4, 0xC7)))),
        ("cp949", _HANGUL, "euc_kr", bytes((0xA1, *range(0xB0, 0xC9)))),
    )
)
"""Encodings of two bytes a character, the commonest ones, and the standard behind each with
the first bytes of its characters in daily use."""
_LATIN: Final = (
    # ş ı ğ İ; neither Iceland's æ nor accents on i and o
    ("cp1254", frozenset("ýÝ"), frozenset("þðÞ"), frozenset("æÆéóáíúøÓÁÍÚ")),
    # ř beside ě ů č ň: Denmark's ø has no grave accents beside it
    ("cp1250", frozenset("øØ"), frozenset("ìùèòÈ"), frozenset("æÆåÅàêçñ")),
)
"""Encodings of Latin letters; two sets of theirs, as they look in cp1252, of both of which a
text has some; and letters that speak for cp1252."""
_ESCAPED = re.compile(rb"\x1b\$[@B]")
"""How ISO-2022-JP, which is all ASCII, changes to Japanese."""


def escaped_encoding(data: bytes) -> str:
    """`iso2022_jp` for bytes that are in it; empty for all others."""
    return "iso2022_jp" if _ESCAPED.search(data[:_SAMPLE]) else ""


def latin_encoding(data: bytes) -> str:
    """The encoding of a language of Europe other than its west; empty if that is not likely.

    The same bytes are letters of Iceland or Denmark in the west's encoding: what tells them
    apart are letters that no language of the west has side by side.
    """
    text = data[:_SAMPLE].decode("cp1252", "replace")
    foreign = [letter for letter in text if letter > "\x7f" and letter.isalpha()]
    if len(foreign) < _LEAST_LETTERS:
        return ""
    there = set(foreign)
    for encoding, one, another, never in _LATIN:
        if there & one and there & another and not there & never:
            return encoding
    return ""


def encoding_of_script(data: bytes) -> str:
    """The encoding of a text most of whose letters are not Latin; empty if none is likely."""
    sample = data[:_SAMPLE]
    best, most = "", _LEAST_SHARE
    for encoding, common in _LETTERS:
        foreign = _foreign(sample, encoding)
        likely = sum(
            letter in common or (letter.lower() in common and not before.isalpha())
            for before, letter in foreign
        )
        if foreign and likely / len(foreign) > most:
            best, most = encoding, likely / len(foreign)
    for encoding, common, standard, daily in _CHARACTERS:
        foreign = _foreign(sample, encoding)
        likelihood = sum(
            (letter in common) + _OF_STANDARD * (_first_byte(letter, standard) in daily)
            for _, letter in foreign
        )
        if foreign and likelihood / len(foreign) > most:
            best, most = encoding, likelihood / len(foreign)
    return best


def _foreign(sample: bytes, encoding: str) -> list[tuple[str, str]]:
    """The letters outside ASCII, each with what stands before it; none if it cannot be so read."""
    # the last character may be cut
    text = sample.decode(encoding, "ignore" if len(sample) == _SAMPLE else "replace")
    if "\ufffd" in text:
        return []
    found = [(before, letter) for before, letter in pairwise(f" {text}") if letter > "\x7f"]
    return found if len(found) >= _LEAST_LETTERS else []


def _first_byte(letter: str, encoding: str) -> int:
    """0 for a character that the encoding does not have."""
    try:
        return letter.encode(encoding)[0]
    except UnicodeEncodeError:
        return 0
