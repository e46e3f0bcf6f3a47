"""How blogs and their comment systems print reader comments."""

from __future__ import annotations

import random
from collections.abc import Sequence

from pipeline.training.cleaning_comments import (
    Comment,
    Printed,
    clock_of,
    day_of,
    maybe_header,
    text_of,
)


def wordpress_nested(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    """A list numbered per level, replies set in: "3. Jo - May 6, 2016"."""
    lines = [
        Printed(
            f"{len(comments)} {rng.choice(('thoughts', 'responses', 'replies'))} on “{title}", 0, 2
        )
    ]
    numbers: list[int] = []
    dash = rng.choice(("-", "–", "|", "·"))
    for comment in comments:
        depth = min(comment.depth, len(numbers))
        numbers = [*numbers[: depth + 1]]
        if len(numbers) <= depth:
            numbers.append(0)
        numbers[depth] += 1
        indent = 2 + 2 * depth
        day = day_of(comment.written, random.Random(len(title)))
        lines.append(Printed(f"{numbers[depth]}. {comment.author} {dash} {day}", indent, 1))
        lines.extend(text_of(comment, indent + 2, 1))
    if rng.random() < 0.5:
        lines.append(Printed("Comments are closed.", 0, 1))
    return lines


def wordpress_says(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = maybe_header(comments, title, rng)
    verb = rng.choice(("says:", "says:", "said:", "Says:", "says", "wrote:"))
    joint = rng.choice((" at ", " at ", ", ", " - "))
    gap = rng.choice((0, 1))
    numbered = rng.random() < 0.2
    reply = rng.choice(("Reply", "Reply", "Log in to Reply", "[Reply]", "Reply ↓", ""))
    for number, comment in enumerate(comments, 1):
        when = (
            day_of(comment.written, random.Random(1))
            + joint
            + clock_of(comment.written, random.Random(2))
        )
        if numbered:
            lines.append(Printed(f"{number}", 0, 1))
        if rng.random() < 0.85:
            lines.append(Printed(f"{comment.author} {verb}", 0, 1))
            lines.append(Printed(when, 0, gap))
        else:
            lines.append(Printed(f"{comment.author} {verb.rstrip(':')} {when}", 0, 1))
        lines.extend(text_of(comment, 0, 1))
        if reply:
            lines.append(Printed(reply, 0, gap))
    return lines


def wordpress_on(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = maybe_header(comments, title, rng)
    shape = rng.choice(
        (
            "{a} on {d} at {t} said:",
            "{a} on {d} at {t}",
            "On {d} at {t} {a} wrote:",
            "{a} | {d} at {t}",
            "{a}, {d} at {t}",
            "By {a} on {d} at {t}",
            "{a} ({t} {d}) :",
            "{a} — {d} @ {t}",
            "{d} at {t} - {a}",
            "Comment by {a} — {d} @ {t}",
            "{n}. {a} | {d} at {t}",
            "{n} {a} {d} at {t}",
            "# {a} {d} {t}",
            "{a} commented on {d} at {t}",
            "{a} {d}",
            "{a} - {d}",
            "posted by {a} at {t} on {d}",
        )
    )
    reply = rng.choice(("Reply", "", "", "Permalink", "Reply Quote", "Permalink Reply"))
    gap = rng.choice((0, 1, 1))
    trailing = shape.startswith("Comment by") or rng.random() < 0.12
    for number, comment in enumerate(comments, 1):
        head = shape.format(
            a=comment.author,
            n=number,
            d=day_of(comment.written, random.Random(3), len(title) % 2 == 0),
            t=clock_of(comment.written, random.Random(4)),
        )
        body = text_of(comment, 0, 1)
        if trailing:
            lines.extend([*body, Printed(head, 0, gap)])
        else:
            lines.extend([Printed(head, 0, 1), *([Printed(body[0].text, 0, gap), *body[1:]])])
        if reply:
            lines.append(Printed(reply, 0, gap))
    return lines


def blogger(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = [Printed(f"{len(comments)} comments:", 0, 2)] if rng.random() < 0.65 else []
    verb = rng.choice(("said...", "said...", "said…", "said"))
    after = rng.random() < 0.75
    gap = rng.choice((0, 1))
    for comment in comments:
        name = "Anonymous" if rng.random() < 0.25 else comment.author
        at = comment.written
        joint = rng.choice((" at ", " "))
        when = f"{at:%B} {at.day}, {at.year}{joint}{clock_of(at, random.Random(5))}"
        lines.append(Printed(f"{name} {verb}", 0, 1))
        if not after:
            lines.append(Printed(when, 0, gap))
        lines.extend(text_of(comment, 0, gap))
        if after:
            lines.append(Printed(when, 0, gap))
        if rng.random() < 0.2:
            lines.append(Printed("This comment has been removed by the author.", 0, gap))
    if rng.random() < 0.4:
        lines.append(Printed("Post a Comment"))
    return lines


def typepad(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = [Printed("Comments", 0, 2)] if rng.random() < 0.5 else []
    bar = rng.choice((" | ", " at ", " on ", ", "))
    for comment in comments:
        lines.extend(text_of(comment, 0, 1))
        when = f"{day_of(comment.written, random.Random(1))} at {comment.written:%I:%M %p}"
        lines.append(Printed(f"Posted by: {comment.author}{bar}{when}", 0, rng.choice((0, 1))))
    return lines


def numbered(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = maybe_header(comments, title, rng)
    places = ("Leeds", "Toledo, OH", "Auckland", "NYC", "Texas", "Dublin", "Ottawa")
    shape = rng.choice(
        (
            "{n}. {a}",
            "{n}. {a}, {p}",
            "#{n} {a}",
            "{n}) {a} wrote:",
            "{n}. {a} said",
            "#{n} by {a}",
            "{n} {a}",
        )
    )
    for number, comment in enumerate(comments, 1):
        lines.append(Printed(shape.format(n=number, a=comment.author, p=rng.choice(places)), 0, 1))
        lines.extend(text_of(comment, 0, rng.choice((0, 1))))
        if rng.random() < 0.3:
            lines.append(
                Printed(day_of(comment.written, rng) + " " + clock_of(comment.written, rng), 0, 0)
            )
    return lines


def bare_dated(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    """No header; a date over each comment and, for some, the name over the date."""
    named = rng.choice((0.0, 0.3, 1.0))
    timed = rng.random() < 0.4
    lines = []
    for comment in comments:
        gap = 1
        if rng.random() < named:
            lines.append(Printed(comment.author, 0, 1))
            gap = 0
        when = day_of(comment.written, random.Random(7)) + (
            f", {clock_of(comment.written, random.Random(8))}" if timed else ""
        )
        lines.append(Printed(when, 0, gap))
        lines.extend(text_of(comment, 0, 1))
    return lines


def named_only(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    """Nothing but a name over, before or under each comment."""
    lines = maybe_header(comments, title, rng)
    where = rng.choice(("over", "over", "before", "under"))
    for comment in comments:
        text = text_of(comment, 0, 0)
        if where == "over":
            lines += [Printed(comment.author, 0, 1), *text]
        elif where == "before":
            lines += [Printed(f"{comment.author}: {text[0].text}", 0, 1), *text[1:]]
        else:
            lines += [
                Printed(text[0].text, 0, 1),
                *text[1:],
                Printed(rng.choice(("- ", "— ", "")) + comment.author, 0, 0),
            ]
    return lines


def inline(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    """Header and text in one line, as copying from a page often leaves them."""
    lines = maybe_header(comments, title, rng)
    shape = rng.choice(
        (
            "{a} {d} {t} ",
            "{a} says: {d} at {t} ",
            "{a} ",
            "{d} {a} ",
            "{n} {a} {d} at {t} ",
            "{a} | {d} | ",
        )
    )
    for number, comment in enumerate(comments, 1):
        head = shape.format(
            a=comment.author,
            n=number,
            d=day_of(comment.written, random.Random(1)),
            t=clock_of(comment.written, random.Random(2)),
        )
        text = text_of(comment, 0, 1)
        lines += [Printed(head + text[0].text, 0, 1), *text[1:]]
        if rng.random() < 0.2:
            lines.append(Printed("Reply", 0, 0))
    return lines
