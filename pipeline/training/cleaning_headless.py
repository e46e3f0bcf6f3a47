"""Reader comments right below an article, where neither header nor buttons tell of them.

So they are left by copying a page by hand, and by exports that drop what they do not know.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from pipeline.training.cleaning_comments import Comment, Printed, ago, clock_of, day_of, text_of


def bare(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    """Nothing but the comments' own words."""
    gap = rng.choice((0, 0, 1, 1, 1, 2))
    lines = [line for comment in comments for line in text_of(comment, 0, gap)]
    return _begun(lines, rng)


def name_over(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    """A name or nickname alone over each comment, parted from it like everything else."""
    gap = rng.choice((0, 1))
    lines: list[Printed] = []
    for comment in comments:
        name = comment.author if rng.random() < 0.7 else comment.author.lower().replace(" ", "")
        lines += [Printed(name, 0, 1), *text_of(comment, 0, gap)]
    return _begun(lines, rng)


def dated_below(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    """Who wrote a comment, or when, or both, under its text."""
    shape = rng.choice(("{a}, {d}", "{a} | {d}", "{d}", "{a} · {g}", "{g}", "({a}, {d} {t})"))
    gap = rng.choice((0, 1))
    lines: list[Printed] = []
    for comment in comments:
        head = shape.format(
            a=comment.author,
            d=day_of(comment.written, random.Random(len(title))),
            t=clock_of(comment.written, random.Random(2)),
            g=ago(rng),
        )
        lines += [*text_of(comment, 0, 1), Printed(head, 0, gap)]
    return _begun(lines, rng)


def aged_over(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    """Who wrote a comment and how long ago, in one line or two, over its text."""
    shape = rng.choice(("{a} {g}", "{a}, {g}", "{a}\n{g}", "{g}", "{a} ({g})", "{g} by {a}"))
    gap = rng.choice((0, 1))
    lines: list[Printed] = []
    for comment in comments:
        above, *below = shape.format(a=comment.author, g=ago(rng)).split("\n")
        lines.append(Printed(above, 0, 1))
        lines += [Printed(line, 0, 0) for line in below]
        lines += text_of(comment, 0, gap)
    return _begun(lines, rng)


def _begun(lines: list[Printed], rng: random.Random) -> list[Printed]:
    """The section, which may stand farther below the article than its comments apart."""
    first = lines[0]
    return [Printed(first.text, first.indent, rng.choice((1, 1, 2, 3))), *lines[1:]]
