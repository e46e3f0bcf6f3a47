"""Statements that several speakers share: each of them is shown as a speaker of their own."""

from __future__ import annotations

from markupsafe import Markup

from pipeline.addresses import speaker_href
from pipeline.report.reading import Row
from pipeline.report.words import called, clip

JOINT = " ; "
"""Between the names, and between the ids, of a statement's speakers."""

_LINK = Markup('<a href="{}">{}</a>')
_NAME = Markup("<strong>{}</strong>")

EACH_SPEAKER = f"""(
    SELECT unnest(string_split(speaker_id, '{JOINT}')) AS speaker_id,
           unnest(string_split(speaker, '{JOINT}')) AS speaker,
           string_split(speaker, '{JOINT}') AS together,
           * EXCLUDE (speaker_id, speaker)
    FROM quotes WHERE speaker_id <> ''
)"""
"""SQL: the rows of quotes that have a speaker, one for each of their speakers."""


def linked_speakers(row: Row, root: str, length: int = 160) -> Markup:
    """The speakers of a row with links to their pages, as HTML.

    root: the way from the page to the report's folder.
    """
    return Markup("; ").join(
        (
            _LINK.format(root + href, clip(name, length))
            if href
            else _NAME.format(clip(name, length))
        )
        for name, href in speaker_links(row["speaker"], row["speaker_id"], row["speaker_type"])
    )


def speaker_links(speaker: str, speaker_id: str, speaker_type: str) -> list[tuple[str, str]]:
    """Who speaks: each name with the address of its page, empty if there is none."""
    names, ids = speaker.split(JOINT), speaker_id.split(JOINT)
    if not speaker_id or len(names) != len(ids):
        return [(called(speaker, speaker_type), "")]
    return [
        (called(name, speaker_type), speaker_href(id_))
        for name, id_ in zip(names, ids, strict=True)
    ]
