"""What those who write articles are, as bylines say it: "Local Democracy Reporter"."""

from __future__ import annotations

import re

_ROLE_NAME = (
    r"(?:(?:senior|chief|staff|local|community|politic(?:s|al)|crime|health|education|business|sports?|"
    r"news|digital|audience|deputy|trainee|regional|national|foreign|science|environment|guest|"
    r"opinion|editorial|contributing|special|parliamentary|legal|media|religion|culture|arts|"
    r"features?|investigations?|data|climate|property|technology|consumer|transport(?:ation)?|"
    r"courts?|city|county|state(?:house)?|investigative|breaking|congressional|defen[cs]e|"
    r"democracy|ldrs?|affairs|crown|council|football|rugby|cricket|racing|agriculture|farming|"
    r"rural|housing|social|home|world|general|show(?:biz|business)|entertainment|celebrity|royal|"
    r"fashion|lifestyle|travel|food|tv|film|music|books|theatre|gaming|weather|money|diplomatic|"
    r"security|immigration|labou?r|energy|aviation|industry|retail|economics?|finance|"
    r"markets|motoring|associate|managing|executive|assistant|night|weekend|multimedia|video)"
    r"(?: and)? ){0,3}(?:reporter|correspondent|editor|columnist|critic|staff writer|journalist|"
    r"(?:guest|contributing|opinion|editorial|feature) (?:writer|contributor))s?"
    r"|(?:the )?editorial board"
    r"|(?:the )?local democracy reporting service(?: (?:reporter|journalist))?"
)
_CAPITALS = r"(?-i:(?!The )(?:(?:[A-Z][\w&’'-]+|and) ){1,4}(?:Correspondent|Columnist|Writer))"
"""No paper is called so, whatever its writer's field."""
_ROLE_ALONE = re.compile(rf"(?:{_ROLE_NAME}|{_CAPITALS})(?:,? @\w{{2,30}})?$", re.IGNORECASE)
_ROLE_BEFORE = re.compile(rf"(?:{_ROLE_NAME})[,:]? (?=(?-i:[A-ZÀ-Þ]))", re.IGNORECASE)
"""A role before its name or house: "Local Democracy Reporter, Island Post"."""


def is_role(line: str) -> bool:
    """Whether a line is nothing but what its author is, such as "Senior reporter"."""
    return _ROLE_ALONE.match(line) is not None


def without_role(line: str) -> str:
    """A line without the role it begins with.

    >>> without_role("Local Democracy Reporter, Island Post")
    'Island Post'
    """
    return _ROLE_BEFORE.sub("", line, count=1) if _ROLE_BEFORE.match(line) else line
