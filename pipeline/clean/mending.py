"""Characters: what an encoding mishap or a page's typesetting did to them.

Mended here is only what cannot be the writer's intent: mojibake, HTML entities left in
plain text, ligatures, control characters, invisible characters, unusual spaces.
Quotation marks stay as they are, curly or straight: the annotator reads them.
"""

from __future__ import annotations

import re

import ftfy

_CONFIG = ftfy.TextFixerConfig(
    uncurl_quotes=False,
    fix_character_width=False,
    fix_line_breaks=False,
    normalization=None,
    explain=False,
)

# Soft hyphen, zero-width space, word joiner, BOM, direction marks. The zero-width joiners
# stay: scripts other than Latin and emoji need them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(
    "[\t\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\u0085\x0b\x0c\x1c-\x1f]"
)

# ftfy looks for dozens of signs of trouble; a line without any of these has none.
_SUSPICIOUS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f&\ufb00-\ufb06\u0132\u0133ÃÂâäÅåÐÑØÙãïîìðóéєѓвЂРСΓ�]"
)


# A closing quotation mark whose last byte had no meaning in the wrong encoding, and is lost.
_CUT_MARK = re.compile("â€(?:\ufffd|(?=[ \t,.;:!?)]|$))")

# What exports of XML write for the end of a line.
_LINE_END = re.compile(r"&#(?:13|x0*d);(?:&#(?:10|x0*a);)?|&#(?:10|x0*a);", re.IGNORECASE)


def lines_in(line: str) -> list[str]:
    """One line of text as those that its writer meant, whose ends stand in it as `&#13;`."""
    if "&#" not in line:
        return [line]
    lines = _LINE_END.split(line)
    return lines if lines[-1] or len(lines) == 1 else lines[:-1]


def mend(line: str) -> str:
    """One line of text with its characters mended; the same line if nothing is wrong.

    Every kind of space becomes a plain one, so that nothing downstream has to know them all.
    """
    line = _CUT_MARK.sub("”", line) if "â€" in line else line
    if line.isascii():
        if "&" in line or not line.isprintable():
            line = _SPACES.sub(" ", ftfy.fix_text(line, _CONFIG))
        return line
    if _SUSPICIOUS.search(line):
        line = ftfy.fix_text(line, _CONFIG)
    return _SPACES.sub(" ", _INVISIBLE.sub("", line))
