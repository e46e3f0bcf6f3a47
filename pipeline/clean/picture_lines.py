"""Lines that belong to pictures, told by the lines beside them.

A copied page shows what a picture's alternative text says above its caption, a caption twice
where the picture can be enlarged, and the captions of a gallery by number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.blocks import Block

_OF_GALLERY = re.compile(r"\d{1,3}/(?P<all>\d{1,3}) [A-ZÀ-Þ“‘]")
_SHOWS = re.compile(
    r"(?:An?|Two|Three|Four|Five|Several|People|Portrait|Aerial|Close-up|View) [a-zà-ÿ]"
)
"""How an alternative text begins, which is no sentence of the article's if it has no stop."""
_OPEN = re.compile(r"[\w)]$")
_LEAST_SHOWN, _LEAST_TWICE = 6, 8
"""Words of an alternative text, and of a caption that is shown twice."""
_TEXT = frozenset(("body", "deck"))


def take_out_pictures(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label such lines as captions, where they were taken for the text."""
    numbered: list[tuple[int, str]] = []
    for place in range(len(blocks) - 1, -1, -1):
        text = blocks[place].text
        if labels[place] not in _TEXT or not text:
            continue
        if text[0].isdigit():
            if found := _OF_GALLERY.match(text):
                numbered.append((place, found["all"]))
        elif place + 1 == len(blocks) or not _OPEN.search(text):
            continue
        elif text == blocks[place + 1].text and len(text.split()) >= _LEAST_TWICE:
            labels[place] = labels[place + 1] = "caption"
        elif (
            labels[place + 1] == "caption"
            and _SHOWS.match(text)
            and len(text.split()) >= _LEAST_SHOWN
        ):
            labels[place] = "caption"
    of_one = Counter(whole for _, whole in numbered)
    for place, whole in numbered:
        if of_one[whole] > 1:
            labels[place] = "caption"
