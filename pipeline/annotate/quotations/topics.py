"""Contents that only name somebody or something: whom or what a cue is about.

`The minister attacked |Stone|`, `She talked about |money|`: PolNeAR marks such acts and topics
as often as not, and a reader who looks for what was said finds nothing in them. So the network
has to be surer of them than of a clause. They are left out last of all: who acts is still whom
`he` means in the next sentence.
"""

from __future__ import annotations

import re

from pipeline.records import Quotation

_LONGEST_TOPIC = 3
"""Words."""
_LEAST_OF_NAME = 0.4
"""Network's probability of a content that is a bare name or pronoun, and of other few words,
below which it is no row. Above, each row less costs sources on sentences alone more than 0.3."""
_LEAST_OF_TOPIC = 0.5
_NAME = re.compile(
    r"(?:him|her|them|it|this|that|us|me|so|one|(?:some|any|no)thing"
    r"|(?:[Tt]he )?[A-Z][\w.’'-]*(?: (?:(?:of |the |and )?[A-Z][\w.’'-]*)){0,4})"
)
_HEADLINE = re.compile(
    r"\b(?:Is|Are|Was|Were|Has|Have|Had|Does|Did|Would|Could|Should|Must)\b"
    r"|n[’']t\b|\b(?:It|He|She|That)[’']s\b"
)
"""What makes a clause of words that all have capitals: `Bridge |Is| Closed Again`; `Will` and `May`
are names as well."""
_CLAUSE = re.compile(
    r"\A(?:that|if|whether|how|why|what|when|where|because|(?:not )?to|[a-z]+ing)\b"
    r"|\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|could|shall|should"
    r"|may|might|must|cannot)\b|n[’']t\b|\w[’'](?:re|ve|ll|d|m)\b"
    r"|\b(?:I|he|she|they|we|it|there|who|which) [a-z]",
    re.IGNORECASE,
)
"""What makes a proposition of a few words."""


def only_names(text: str, quotation: Quotation) -> bool:
    """Whether an indirect statement names something in a few words and tells nothing of it."""
    return _least(text, quotation) > 0


def is_unsure_name(text: str, quotation: Quotation) -> bool:
    """Whether a statement only names something, and the network is not sure of it.
    `quotation.confidence` is the network's own."""
    return quotation.confidence < _least(text, quotation)


def _least(text: str, quotation: Quotation) -> float:
    """The network's least probability of a statement that only names something; 0 of another."""
    if quotation.kind != "indirect" or len(quotation.content) != 1:
        return 0
    words = text[slice(*quotation.content[0])].strip(" .,;:")
    if _NAME.fullmatch(words) and not _HEADLINE.search(words):
        return _LEAST_OF_NAME
    short = len(words.split()) <= _LONGEST_TOPIC
    return _LEAST_OF_TOPIC if short and not _CLAUSE.search(words) else 0
