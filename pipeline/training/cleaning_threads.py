"""Reader comment threads as comment systems print them: training and test pages are made of these.

Each system is a function from comments to lines. What varies between sites that use the
same system (a header or none, reply links, likes, nesting) varies here by chance.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Comment:
    author: str
    written: datetime
    paragraphs: tuple[str, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of a page: its text, how far it is set in, and blank lines before it."""

    text: str
    indent: int = 0
    gap: int = 1


System = Callable[[Sequence[Comment], str, random.Random], list[Printed]]


def _day(at: datetime, rng: random.Random, ordinal: bool = False) -> str:
    suffix = "th" if 10 < at.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(at.day % 10, "th")
    day = f"{at.day}{suffix if ordinal else ''}"
    return rng.choice((f"{at:%B} {day}, {at.year}", f"{at:%b} {day}, {at.year}"))


def _clock(at: datetime, rng: random.Random) -> str:
    hour = at.hour % 12 or 12
    half = "am" if at.hour < 12 else "pm"
    return rng.choice(
        (
            f"{hour}:{at:%M} {half}",
            f"{hour}:{at:%M}{half.upper()}",
            f"{hour}:{at:%M} {half.upper()}",
        )
    )


def _ago(rng: random.Random) -> str:
    unit = rng.choice(("minute", "hour", "day", "week", "month", "year"))
    count = rng.randint(1, 11)
    if rng.random() < 0.15:
        return f"{count}{unit[0]}"
    return f"{'about ' if rng.random() < 0.1 else ''}{count} {unit}{'s' if count > 1 else ''} ago"


def _text(comment: Comment, indent: int, gap: int) -> list[Printed]:
    return [Printed(paragraph, indent, gap) for paragraph in comment.paragraphs]


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
        day = _day(comment.written, random.Random(len(title)))
        lines.append(Printed(f"{numbers[depth]}. {comment.author} {dash} {day}", indent, 1))
        lines.extend(_text(comment, indent + 2, 1))
    if rng.random() < 0.5:
        lines.append(Printed("Comments are closed.", 0, 1))
    return lines


def wordpress_says(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = _maybe_header(comments, title, rng)
    verb = rng.choice(("says:", "says:", "said:", "Says:", "says", "wrote:"))
    joint = rng.choice((" at ", " at ", ", ", " - "))
    gap = rng.choice((0, 1))
    numbered = rng.random() < 0.2
    reply = rng.choice(("Reply", "Reply", "Log in to Reply", "[Reply]", "Reply ↓", ""))
    for number, comment in enumerate(comments, 1):
        when = (
            _day(comment.written, random.Random(1))
            + joint
            + _clock(comment.written, random.Random(2))
        )
        if numbered:
            lines.append(Printed(f"{number}", 0, 1))
        if rng.random() < 0.85:
            lines.append(Printed(f"{comment.author} {verb}", 0, 1))
            lines.append(Printed(when, 0, gap))
        else:
            lines.append(Printed(f"{comment.author} {verb.rstrip(':')} {when}", 0, 1))
        lines.extend(_text(comment, 0, 1))
        if reply:
            lines.append(Printed(reply, 0, gap))
    return lines


def wordpress_on(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = _maybe_header(comments, title, rng)
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
            d=_day(comment.written, random.Random(3), len(title) % 2 == 0),
            t=_clock(comment.written, random.Random(4)),
        )
        body = _text(comment, 0, 1)
        if trailing:
            lines.extend([*body, Printed(head, 0, gap)])
        else:
            lines.extend([Printed(head, 0, 1), *([Printed(body[0].text, 0, gap), *body[1:]])])
        if reply:
            lines.append(Printed(reply, 0, gap))
    return lines


def disqus(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines: list[Printed] = []
    if rng.random() < 0.7:
        lines += [Printed(f"{len(comments)} Comments", 0, 2), Printed("Sort by Best", 0, 1)]
    if rng.random() < 0.4:
        lines.append(
            Printed(rng.choice(("Join the discussion…", "Log in with", "Recommend 3", "Avatar")))
        )
    dot = rng.choice((" • ", " ", " · ", "\n"))
    gap = rng.choice((0, 1))
    for comment in comments:
        name = comment.author
        if comment.depth and rng.random() < 0.6:
            name += f" {rng.choice(comments).author}"
        if dot == "\n":
            lines += [Printed(name, 0, 1), Printed(_ago(rng), 0, gap)]
        else:
            lines.append(Printed(f"{name}{dot}{_ago(rng)}", 0, 1))
        lines.extend(_text(comment, 0, 1))
        if rng.random() < 0.8:
            count = rng.choice(("", f"{rng.randint(1, 60)} "))
            lines.append(
                Printed(
                    count
                    + rng.choice(
                        ("• Reply • Share ›", "Reply", "Like Reply", "△ ▽ • Reply • Share ›")
                    ),
                    0,
                    gap,
                )
            )
    if rng.random() < 0.3:
        lines.append(Printed("comments powered by Disqus"))
    return lines


def wpdiscuz(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = [
        Printed(text, 0, 0)
        for text in (
            "Subscribe",
            "Notify of",
            f"{len(comments)} Comments",
            "Newest Most Voted",
            "Oldest",
            "Inline Feedbacks",
            "View all comments",
        )
        if rng.random() < 0.7
    ]
    relative = rng.random() < 0.4
    action = rng.random() < 0.4
    for comment in comments:
        if rng.random() < 0.7:
            lines.append(Printed(comment.author, 0, 1))
        lines.append(
            Printed(_ago(rng) if relative else _day(comment.written, random.Random(0)), 0, 0)
        )
        lines.extend(_text(comment, 0, 1))
        if action:
            lines.append(
                Printed(
                    rng.choice(
                        (
                            "0 Reply",
                            "Reply",
                            f"{rng.randint(1, 9)} 0 Reply",
                            "Reply to " + comment.author,
                        )
                    ),
                    0,
                    0,
                )
            )
    return lines


def facebook(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = []
    if rng.random() < 0.6:
        lines.append(Printed(f"{len(comments)} comments", 0, 2))
        lines.append(Printed("Sort by " + rng.choice(("Top", "Oldest", "Newest")), 0, 0))
    employers = (
        "Works at Retired",
        "University of Northfield",
        "Self-Employed",
        "Owner at Blue Kettle",
        "Top Commenter",
        "Millbrook High School",
        "Stay at home mom",
        "Works at Self-employed",
    )
    gap = rng.choice((0, 1))
    for comment in comments:
        name = comment.author
        if rng.random() < 0.4:
            name += f" · {rng.choice(employers)}"
            lines.append(Printed(name, 0, 1))
        else:
            lines.append(Printed(name, 0, 1))
            if rng.random() < 0.4:
                lines.append(Printed(rng.choice(employers), 0, 0))
        lines.extend(_text(comment, 0, gap))
        likes = rng.choice(("", f"{rng.randint(1, 40)} · "))
        when = rng.choice(
            (
                _ago(rng),
                f"{comment.written:%B} {comment.written.day} at {_clock(comment.written, rng)}",
                f"{rng.randint(1, 9)}y",
                f"{rng.randint(1, 50)}w",
            )
        )
        lines.append(
            Printed(
                rng.choice(
                    (
                        f"Like · Reply · {likes}{when}",
                        f"Reply · {likes}Like · {when}",
                        f"LikeReply{rng.randint(1, 9)}{when}",
                    )
                ),
                0,
                gap,
            )
        )
    if rng.random() < 0.4:
        lines.append(Printed("Facebook Comments Plugin", 0, 0))
    return lines


def coral(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = []
    if rng.random() < 0.75:
        lines += [
            Printed(f"Conversation {len(comments)} Comments", 0, 2),
            Printed(
                "Your voice matters. Discussions are moderated for civility. Read the guidelines here",
                0,
                0,
            ),
            Printed(
                rng.choice(("Log in or create an account", "All Comments", "Sort by Newest")), 0, 0
            ),
        ]
    for comment in comments:
        lines += [
            Printed(comment.author, 0, 1),
            Printed(rng.choice((_ago(rng), _day(comment.written, rng))), 0, 0),
        ]
        if rng.random() < 0.2:
            lines.append(
                Printed(
                    rng.choice(("(Edited)", "In reply to " + rng.choice(comments).author)), 0, 0
                )
            )
        lines.extend(_text(comment, 0, rng.choice((0, 1))))
        lines.append(
            Printed(
                rng.choice(
                    (
                        f"Respect {rng.randint(1, 30)}",
                        "Respect",
                        "Reply",
                        "Reply Share Report",
                        "Respect Reply Share Report",
                    )
                ),
                0,
                0,
            )
        )
    return lines


def viafoura(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = []
    if rng.random() < 0.75:
        lines += [
            Printed(f"Comments ({len(comments)})", 0, 2),
            Printed("All Comments " + str(len(comments)), 0, 0),
            Printed("Newest", 0, 0),
        ]
    for comment in comments:
        lines += [
            Printed(comment.author, 0, 1),
            Printed(
                f"{comment.written.day} {comment.written:%B}, {comment.written.year}".upper(), 0, 0
            ),
        ]
        lines.extend(_text(comment, 0, 0))
        lines.append(
            Printed(
                rng.choice(
                    (
                        f"Reply {rng.randint(1, 30)} {rng.randint(0, 9)}",
                        "Reply",
                        f"{rng.randint(1, 30)} Reply Flag",
                    )
                ),
                0,
                0,
            )
        )
    return lines


def forum(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = [Printed("Discussion: " + title, 0, 2)] if rng.random() < 0.3 else []
    ranks = ("Senior Member", "Junior Member", "Member", "Registered User", "Moderator", "Veteran")
    order = rng.random() < 0.5
    for number, comment in enumerate(comments, 1):
        when = rng.choice(
            (
                f"{comment.written:%m-%d-%Y}, {comment.written:%I:%M %p}",
                _day(comment.written, random.Random(1))
                + ", "
                + _clock(comment.written, random.Random(2)),
                f"Posted {comment.written.day} {comment.written:%B %Y} - {comment.written:%I:%M %p}",
            )
        )
        if order:
            lines += [
                Printed(f"#{number}", 0, 1),
                Printed(when, 0, 0),
                Printed(comment.author, 0, 0),
            ]
        else:
            lines += [Printed(comment.author, 0, 1), Printed(when, 0, 0)]
        if rng.random() < 0.6:
            lines.append(Printed(rng.choice(ranks), 0, 0))
        if rng.random() < 0.5:
            lines.append(
                Printed(
                    f"Joined: {comment.written:%b} {comment.written.year - 4} Posts: {rng.randint(3, 4000)}",
                    0,
                    0,
                )
            )
        if comment.depth and rng.random() < 0.5:
            lines.append(Printed(f"{rng.choice(comments).author} wrote:", 0, 1))
        lines.extend(_text(comment, 0, rng.choice((0, 1))))
        if rng.random() < 0.4:
            lines.append(
                Printed(
                    rng.choice(("Quote", "Reply With Quote", "Report", "Top", "Like x 3")), 0, 0
                )
            )
    return lines


def blogger(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = [Printed(f"{len(comments)} comments:", 0, 2)] if rng.random() < 0.65 else []
    verb = rng.choice(("said...", "said...", "said…", "said"))
    after = rng.random() < 0.75
    gap = rng.choice((0, 1))
    for comment in comments:
        name = "Anonymous" if rng.random() < 0.25 else comment.author
        when = f"{comment.written:%B} {comment.written.day}, {comment.written.year} {rng.choice(('at ', ''))}{_clock(comment.written, random.Random(5))}"
        lines.append(Printed(f"{name} {verb}", 0, 1))
        if not after:
            lines.append(Printed(when, 0, gap))
        lines.extend(_text(comment, 0, gap))
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
        lines.extend(_text(comment, 0, 1))
        when = f"{_day(comment.written, random.Random(1))} at {comment.written:%I:%M %p}"
        lines.append(Printed(f"Posted by: {comment.author}{bar}{when}", 0, rng.choice((0, 1))))
    return lines


def numbered(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = _maybe_header(comments, title, rng)
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
        lines.extend(_text(comment, 0, rng.choice((0, 1))))
        if rng.random() < 0.3:
            lines.append(
                Printed(_day(comment.written, rng) + " " + _clock(comment.written, rng), 0, 0)
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
        when = _day(comment.written, random.Random(7)) + (
            f", {_clock(comment.written, random.Random(8))}" if timed else ""
        )
        lines.append(Printed(when, 0, gap))
        lines.extend(_text(comment, 0, 1))
    return lines


def slash(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    subjects = (
        "Re: Not again",
        "Same here",
        "Re: And the cost?",
        "Finally",
        "Re: numbers",
        "Wrong question",
    )
    lines = []
    for comment in comments:
        lines.append(Printed(f"{rng.choice(subjects)} (Score:{rng.randint(0, 5)})", 0, 1))
        lines.append(
            Printed(
                f"by {comment.author} on {comment.written:%A %B %d, %Y} @{comment.written:%I:%M%p}",
                0,
                0,
            )
        )
        lines.extend(_text(comment, 0, 1))
        lines.append(
            Printed(rng.choice(("Reply to This", "Reply to This Parent", "Share", "parent")), 0, 0)
        )
    return lines


def tabloid(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = (
        [
            Printed(f"Comments ({len(comments)})", 0, 2),
            Printed("Newest Oldest Best rated Worst rated View all", 0, 0),
        ]
        if rng.random() < 0.6
        else []
    )
    places = ("London, UK", "Leeds", "Perth, Australia", "Boston", "spain", "somewhere warm")
    trailing = rng.random() < 0.6
    for comment in comments:
        when = rng.choice(
            (f"{comment.written:%d/%m/%Y %H:%M}", f"{comment.written:%d %b %Y %H:%M}")
        )
        head = Printed(
            f"{'- ' if trailing else ''}{comment.author}, {rng.choice(places)}, {when}",
            0,
            0 if trailing else 1,
        )
        text = _text(comment, 0, 1)
        lines.extend([*text, head] if trailing else [head, *text])
        if rng.random() < 0.7:
            lines.append(
                Printed(
                    rng.choice(
                        (
                            f"Click to rate Rating {rng.randint(1, 900)}",
                            "Report abuse",
                            "Reply Report",
                            f"{rng.randint(1, 90)} {rng.randint(1, 90)}",
                        )
                    ),
                    0,
                    0,
                )
            )
    return lines


def broadsheet(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = (
        [
            Printed("Comments", 0, 2),
            Printed(f"{len(comments)} comments, displaying oldest first", 0, 0),
        ]
        if rng.random() < 0.6
        else []
    )
    trailing = rng.random() < 0.4
    for comment in comments:
        when = f"{comment.written.day} {comment.written:%B %Y} {comment.written:%I:%M%p}"
        if trailing:
            lines += [
                Printed(comment.author, 0, 1),
                Printed(rng.choice(("New York, NY", "Ohio", "Chicago", "Portland, Ore.")), 0, 0),
                *_text(comment, 0, 0),
                Printed(when, 0, 0),
            ]
        else:
            lines += [Printed(comment.author, 0, 1), Printed(when, 0, 0), *_text(comment, 0, 0)]
        if rng.random() < 0.6:
            lines.append(
                Printed(
                    rng.choice(
                        (
                            f"Recommend ({rng.randint(0, 90)})",
                            f"Recommended {rng.randint(2, 90)}",
                            "Report abuse Clip | Link",
                        )
                    ),
                    0,
                    0,
                )
            )
    return lines


def points(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    lines = [Printed(f"[–] all {len(comments)} comments", 0, 2)] if rng.random() < 0.4 else []
    for comment in comments:
        lines.append(
            Printed(
                f"{comment.author.replace(' ', '_')} {rng.randint(-3, 99)} points {_ago(rng)}",
                2 * comment.depth,
                1,
            )
        )
        lines.extend(_text(comment, 2 * comment.depth, 0))
        if rng.random() < 0.6:
            lines.append(
                Printed(
                    rng.choice(
                        (
                            "permalink save report reply",
                            "reply",
                            "permalink embed save parent report give award reply",
                        )
                    ),
                    2 * comment.depth,
                    0,
                )
            )
    return lines


def named_only(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    """Nothing but a name over, before or under each comment."""
    lines = _maybe_header(comments, title, rng)
    where = rng.choice(("over", "over", "before", "under"))
    for comment in comments:
        text = _text(comment, 0, 0)
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
    lines = _maybe_header(comments, title, rng)
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
            d=_day(comment.written, random.Random(1)),
            t=_clock(comment.written, random.Random(2)),
        )
        text = _text(comment, 0, 1)
        lines += [Printed(head + text[0].text, 0, 1), *text[1:]]
        if rng.random() < 0.2:
            lines.append(Printed("Reply", 0, 0))
    return lines


def _maybe_header(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    count = len(comments)
    headers = (
        f"{count} Comments",
        f"{count} Responses to “{title}”",
        f"{count} comments on “{title}”",
        "Comments",
        f"Comments ({count})",
        f"{count} responses so far",
        "Leave a comment",
        f"{count} Replies to {title}",
        "Reader comments",
        "Discussion",
        "What do you think?",
        "Comments:",
        f'{count} Comments to "{title}"',
        "User comments",
        f"Join the discussion {count} Comments",
        "Have your say",
        "RESPONSES",
    )
    return [Printed(rng.choice(headers), 0, 2)] if rng.random() < 0.55 else []


SYSTEMS: dict[str, System] = {
    system.__name__: system
    for system in (
        wordpress_nested,
        wordpress_says,
        wordpress_on,
        disqus,
        wpdiscuz,
        facebook,
        coral,
        viafoura,
        forum,
        blogger,
        typepad,
        numbered,
        bare_dated,
        slash,
        tabloid,
        broadsheet,
        points,
        named_only,
        inline,
    )
}


def thread(
    authors: Sequence[str], texts: Sequence[tuple[str, ...]], start: datetime, rng: random.Random
) -> list[Comment]:
    """Comments by `authors`, drawn with repetition, one for each of `texts`, in order of time."""
    comments: list[Comment] = []
    at = start
    for paragraphs in texts:
        at += timedelta(minutes=rng.randint(1, 900))
        depth = 0
        if comments and rng.random() < 0.3:
            depth = min(4, comments[-1].depth + 1)
        comments.append(Comment(rng.choice(authors), at, paragraphs, depth))
    return comments
