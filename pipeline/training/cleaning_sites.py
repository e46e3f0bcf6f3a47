"""How news sites, forums and hosted comment systems print reader comments."""

from __future__ import annotations

import random
from collections.abc import Sequence

from pipeline.training.cleaning_comments import (
    Comment,
    Printed,
    ago,
    clock_of,
    day_of,
    text_of,
)


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
            lines += [Printed(name, 0, 1), Printed(ago(rng), 0, gap)]
        else:
            lines.append(Printed(f"{name}{dot}{ago(rng)}", 0, 1))
        lines.extend(text_of(comment, 0, 1))
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
            Printed(ago(rng) if relative else day_of(comment.written, random.Random(0)), 0, 0)
        )
        lines.extend(text_of(comment, 0, 1))
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
        lines.extend(text_of(comment, 0, gap))
        likes = rng.choice(("", f"{rng.randint(1, 40)} · "))
        when = rng.choice(
            (
                ago(rng),
                f"{comment.written:%B} {comment.written.day} at {clock_of(comment.written, rng)}",
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
                "Your voice matters. Discussions are moderated for civility. Read our guidelines",
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
            Printed(rng.choice((ago(rng), day_of(comment.written, rng))), 0, 0),
        ]
        if rng.random() < 0.2:
            lines.append(
                Printed(
                    rng.choice(("(Edited)", "In reply to " + rng.choice(comments).author)), 0, 0
                )
            )
        lines.extend(text_of(comment, 0, rng.choice((0, 1))))
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
        lines.extend(text_of(comment, 0, 0))
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
                day_of(comment.written, random.Random(1))
                + ", "
                + clock_of(comment.written, random.Random(2)),
                f"Posted {comment.written:%d %B %Y} - {comment.written:%I:%M %p}",
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
            joined = f"{comment.written:%b} {comment.written.year - 4}"
            lines.append(Printed(f"Joined: {joined} Posts: {rng.randint(3, 4000)}", 0, 0))
        if comment.depth and rng.random() < 0.5:
            lines.append(Printed(f"{rng.choice(comments).author} wrote:", 0, 1))
        lines.extend(text_of(comment, 0, rng.choice((0, 1))))
        if rng.random() < 0.4:
            lines.append(
                Printed(
                    rng.choice(("Quote", "Reply With Quote", "Report", "Top", "Like x 3")), 0, 0
                )
            )
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
        lines.extend(text_of(comment, 0, 1))
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
        text = text_of(comment, 0, 1)
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
                *text_of(comment, 0, 0),
                Printed(when, 0, 0),
            ]
        else:
            lines += [Printed(comment.author, 0, 1), Printed(when, 0, 0), *text_of(comment, 0, 0)]
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
                f"{comment.author.replace(' ', '_')} {rng.randint(-3, 99)} points {ago(rng)}",
                2 * comment.depth,
                1,
            )
        )
        lines.extend(text_of(comment, 2 * comment.depth, 0))
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
