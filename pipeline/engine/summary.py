"""What a run did, for the user."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Summary:
    """What a run did."""

    inputs: int = 0
    corpus_before: str = ""
    """What the tables were of, where that was another corpus that lay elsewhere."""
    new: int = 0
    changed: int = 0
    """Files of which the bytes, or what a metadata.csv says of them, are others."""
    read_again: int = 0
    """Files that are as they were, and had to be read again."""
    removed: int = 0
    absent: int = 0
    """Files that a metadata.csv describes and that are not there; 0 if none was read."""
    absent_few: tuple[str, ...] = ()
    """The first of them."""
    cleaned: int = 0
    """Articles that were cleaned in this run."""
    annotated: int = 0
    """Articles that the model looked at in this run."""
    words: int = 0
    """Words of those articles."""
    seconds: float = 0.0
    """Of a whole run; 0 for a command of one stage."""
    stages: dict[str, float] = field(default_factory=dict)
    """Seconds that each stage took."""
    copies: int = 0
    """Articles that have no row of their own, another having the same bytes."""
    rows: dict[str, int] = field(default_factory=dict)
    """Rows of each table; empty if the tables were not asked for."""
    nothing_new: bool = False
    """Whether the tables were already those of this corpus."""

    def time_line(self) -> str:
        """Where the time went: `12.3 s: reading 0.4, analysing 10.9, ...`."""
        parts = [f"{name} {seconds:,.1f}" for name, seconds in self.stages.items()]
        of_stages = sum(self.stages.values())
        rest = self.seconds - of_stages
        if rest >= 0.05:
            parts.append(f"other {rest:,.1f}")
        return f"{max(self.seconds, of_stages):,.1f} s: {', '.join(parts)}"


def counts_to(rows: dict[str, int]) -> str:
    """The numbers of rows as a note of the manifest."""
    return " ".join(f"{name}={count}" for name, count in rows.items())


def counts_from(note: str) -> dict[str, int]:
    """The numbers of rows that `counts_to` wrote."""
    return {name: int(count) for name, count in (pair.split("=") for pair in note.split())}
