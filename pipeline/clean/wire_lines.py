"""What a news agency's transmission has around its story: the lines that machines read, the slug,
notes to the desks, and the marks between its parts.

They are set aside before the other lines are judged, so that the story reads as it would
without them: the slug else looks like the headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.blocks import Line

_TRANSMITTED = re.compile(
    r"ZCZC\b.{0,60}$|NNNN$|-30-$"
    # "BC-US--Trump-Iraq, 3rd Ld-Writethru,1097", "R A BC-DAM-CRACKS-2NDLD   05-12 0387"
    r"|(?:[A-Za-z] ){0,3}(?:BC|AM|PM)-{1,2}[A-Z][\w’'.]*-?.{0,60}$"
    r"|E(?:ds|DS)\.?: ?\S.{0,200}$"
    r"|[-(]?MORE[-)]?$|-more-$|\(more\)$"
    r"|X X X \S.{0,100}$"
)
_ENDS = re.compile(r"(?:-30-|NNNN|[-(]?MORE[-)]?|-more-|\(more\))$")


def wire_places(lines: Sequence[Line]) -> set[int]:
    """Which lines are an agency's, of a text that shows to have come by wire.

    A lone "-30-" or "(more)", as releases have, shows nothing.
    """
    places = {place for place, line in enumerate(lines) if _TRANSMITTED.match(line.text)}
    told = any(not _ENDS.match(lines[place].text) for place in places)
    return places if told else set()
