"""A speaker that a person names: what else the article tells of somebody of that name."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.records import AnnotatedArticle, EntityMention, Quotation, Speaker, SpeakerType

_JOINT = " ; "
_WORD = re.compile(r"\w+")
TYPE_OF_LABEL: dict[str, SpeakerType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "organization",
    "NORP": "group",
}
"""What somebody is whose name has a label."""


def named(annotated: AnnotatedArticle, quotation: Quotation, name: str) -> Quotation:
    """The quotation with another speaker; an empty name: it is not known who it is."""
    before = quotation.speaker
    if not name:
        return replace(quotation, speaker=replace(before, name="", type="unknown", title=""))
    known = next((q.speaker for q in annotated.quotations if q.speaker.name == name), None)
    speaker = Speaker(
        name,
        known.type if known else type_of(annotated, name),
        known.title if known else "",
        before.text,
        before.basis,
        before.start,
        before.end,
    )
    # “He” may still be the right words, of another person; a name is another's own.
    if (before.basis in ("name", "none") or not before.text) and not _may_name(before.text, name):
        mention = _nearest_mention(annotated, quotation, name)
        if mention is None:
            speaker = replace(speaker, text="", basis="none", start=None, end=None)
            return replace(quotation, speaker=speaker, source=())
        start, end = mention.start, mention.end
        text = annotated.article.text[start:end]
        speaker = replace(speaker, text=text, basis="name", start=start, end=end)
        quotation = replace(quotation, source=((start, end),))
    return replace(quotation, speaker=speaker)


def type_of(annotated: AnnotatedArticle, name: str) -> SpeakerType:
    """What somebody of this name is: as the article has it, else by how the name is written."""
    for quotation in annotated.quotations:
        if quotation.speaker.name == name:
            return quotation.speaker.type
    for mention in annotated.entities:
        if name in (mention.name, annotated.article.text[mention.start : mention.end]):
            return TYPE_OF_LABEL.get(mention.label, "unknown")
    words = [word for word in name.replace(_JOINT, " ").split() if word[0].isalpha()]
    if not words:
        return "unknown"
    return "person" if words[0][0].isupper() and words[-1][0].isupper() else "unnamed"


def _nearest_mention(
    annotated: AnnotatedArticle, quotation: Quotation, name: str
) -> EntityMention | None:
    at = quotation.content[0][0]
    mentions = [
        mention
        for mention in annotated.entities
        if name in (mention.name, annotated.article.text[mention.start : mention.end])
    ]
    return min(mentions, key=lambda mention: abs(mention.start - at), default=None)


def _may_name(mention: str, name: str) -> bool:
    """Whether a mention is of this name: `Mayor Ines Okoro`, `Okoro` of `Ines Okoro`."""
    words, wanted = (set(_WORD.findall(text.casefold())) for text in (mention, name))
    return bool(words) and (words <= wanted or wanted <= words)
