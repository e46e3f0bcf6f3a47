"""Pages for training the line classifier: articles with furniture and comment threads put on.

Articles come from the corpora, furniture from the real pages of the training folds, threads
are printed by `cleaning_threads` with words from people's direct speech. Everything is
drawn with a fixed seed. No page is stored: training makes them anew.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from pipeline.training import cleaning_words as words
from pipeline.training.cleaning_comments import Comment, System, thread
from pipeline.training.cleaning_sources import PageLine, Story


def author(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.45:
        return f"{rng.choice(words.FIRST_NAMES)} {rng.choice(words.LAST_NAMES)}"
    if kind < 0.6:
        return rng.choice(words.FIRST_NAMES) + rng.choice(
            ("", "", " " + rng.choice(words.LAST_NAMES)[0] + ".", str(rng.randint(1, 99)))
        )
    if kind < 0.7:
        return f"{rng.choice(words.FIRST_NAMES)} @ {rng.choice(words.BLOGS)}"
    return rng.choice(words.HANDLES) + (str(rng.randint(1, 2012)) if rng.random() < 0.2 else "")


def remark(remarks: Sequence[str], stories: Sequence[Story], rng: random.Random) -> tuple[str, ...]:
    """The paragraphs of one comment."""
    paragraphs = []
    for _ in range(rng.choice((1, 1, 1, 1, 2, 3))):
        sentences = [
            _informal(rng.choice(remarks), rng) for _ in range(rng.choice((0, 1, 1, 1, 2, 3, 5)))
        ]
        if not sentences or rng.random() < 0.3:
            sentences.insert(0, rng.choice(words.OPENERS))
        paragraphs.append(" ".join(sentences))
    if rng.random() < 0.06:
        paragraphs.append(rng.choice(rng.choice(stories).paragraphs))
    if rng.random() < 0.12:
        paragraphs[0] = f"@{author(rng)} " + paragraphs[0]
    if rng.random() < 0.03:
        paragraphs.append(f"http://www.example.com/{rng.randint(1, 99)}")
    return tuple(paragraphs)


def _informal(sentence: str, rng: random.Random) -> str:
    sentence = sentence.strip().rstrip(",")
    if not re.search(r"[.!?]$", sentence):
        sentence += rng.choice((".", ".", "!", "...", "", "?"))
    style = rng.random()
    if style < 0.12:
        sentence = sentence.lower()
    elif style < 0.17:
        sentence = sentence.upper()
    elif style < 0.3:
        sentence = sentence.replace("’", "").replace("'", "")
    elif style < 0.4:
        sentence = sentence.rstrip(".") + rng.choice(("!!!", "...", " :)", " lol", "!!", "????"))
    return sentence[:1].upper() + sentence[1:] if style > 0.17 else sentence


def make_thread(
    system: System, title: str, remarks: Sequence[str], stories: Sequence[Story], rng: random.Random
) -> list[PageLine]:
    """A comment section as lines of a page."""
    count = rng.choice((1, 2, 3, 4, 6, 8, 12, 20, 35))
    authors = [author(rng) for _ in range(max(1, count * 2 // 3))]
    start = datetime(
        rng.randint(2006, 2024), rng.randint(1, 12), rng.randint(1, 28), rng.randint(0, 23)
    )
    texts = [remark(remarks, stories, rng) for _ in range(count)]
    comments: list[Comment] = thread(authors, texts, start, rng)
    return [
        PageLine(line.text, "comment", line.indent, line.gap)
        for line in system(comments, title, rng)
    ]


def make_article(story: Story, rng: random.Random, everything: bool = True) -> list[PageLine]:
    """Title, byline, deck, body and captions of an article, in one of many shapes."""
    if not everything:
        titled = [PageLine(story.title, "title", 0, 0)] if rng.random() < 0.6 else []
        return [*titled, *(PageLine(p, "body") for p in story.paragraphs)]
    written = datetime(rng.randint(2006, 2024), rng.randint(1, 12), rng.randint(1, 28))
    writer = f"{rng.choice(words.FIRST_NAMES)} {rng.choice(words.LAST_NAMES)}"
    lines = [PageLine(story.title, "title", 0, 0)] if rng.random() < 0.9 else []
    if rng.random() < 0.05:
        lines[:0] = _furniture(words.ABOVE, 1, story, writer, rng)
    if rng.random() < 0.2:
        lines.append(PageLine(_first_sentence(rng.choice(story.paragraphs)), "deck"))
    if rng.random() < 0.6:
        lines.extend(_byline(writer, written, rng))
    if rng.random() < 0.2:
        lines.extend(_furniture(words.ABOVE, rng.randint(1, 4), story, writer, rng))
    for place, line in enumerate(_with_shapes(story.paragraphs, rng)):
        if rng.random() < (0.25 if place == 0 else 0.03):
            lines.extend(_caption(story, rng))
        if place and rng.random() < 0.06:
            lines.extend(_furniture(words.BETWEEN, 1, story, writer, rng))
        lines.append(line)
    if rng.random() < 0.25:
        lines.extend(_furniture(words.BIOS, 1, story, writer, rng))
    if rng.random() < 0.45:
        lines.extend(_furniture(words.BELOW, rng.randint(1, 4), story, writer, rng))
    return lines


def _furniture(
    kinds: Sequence[str], count: int, story: Story, writer: str, rng: random.Random
) -> list[PageLine]:
    return [
        PageLine(
            kind.format(
                topic=rng.choice(words.TOPICS),
                writer=writer,
                handle=writer.split()[0].lower(),
                other=author(rng),
                teaser=_first_sentence(rng.choice(story.paragraphs))[:60],
                title=story.title[:80],
            ),
            "boilerplate",
            0,
            rng.choice((0, 1)),
        )
        for kind in rng.sample(list(kinds), count)
    ]


def _first_sentence(paragraph: str) -> str:
    return re.split(r"(?<=[.!?]) ", paragraph)[0]


def _byline(writer: str, written: datetime, rng: random.Random) -> list[PageLine]:
    day = rng.choice(
        (f"{written:%B} {written.day}, {written.year}", f"{written.day} {written:%b %Y}")
    )
    shapes = (
        (f"By {writer}", day),
        (f"By {writer} | {day}",),
        (f"{writer}", day),
        (f"{day} by {writer}",),
        (f"Published {day} 7.12 GMT",),
        (f"By {writer.upper()}", f"Updated {day} 9:03 a.m. ET"),
        (day,),
        (f"Posted by {writer} on {day}",),
        (f"{writer}, Staff Writer", f"Posted: {day}"),
        (f"by {writer} · {day} · 3 min read",),
    )
    return [PageLine(text, "byline", 0, rng.choice((0, 1))) for text in rng.choice(shapes)]


def _caption(story: Story, rng: random.Random) -> list[PageLine]:
    sentence = _first_sentence(rng.choice(story.paragraphs))
    photographer = f"{rng.choice(words.FIRST_NAMES)} {rng.choice(words.LAST_NAMES)}"
    credit = f"{photographer}/{rng.choice(words.AGENCIES)}"
    shape = rng.randrange(5)
    if shape == 0:
        return [PageLine(f"{sentence} {credit}", "caption")]
    if shape == 1:
        start = " ".join(sentence.split()[: rng.randint(6, 30)])
        return [PageLine(start, "caption"), PageLine(f"{sentence} {credit}", "caption", 0, 0)]
    if shape == 2:
        return [PageLine(f"{sentence} ({credit})", "caption")]
    if shape == 3:
        return [PageLine(rng.choice(words.CAPTION_STARTS) + credit, "caption")]
    return [
        PageLine(sentence, "caption"),
        PageLine(rng.choice(words.CAPTION_STARTS) + credit, "caption", 0, 0),
    ]


def _with_shapes(paragraphs: Sequence[str], rng: random.Random) -> list[PageLine]:
    """The body, at times as a live blog, a transcript, a list or with a letter or tweets set in.

    These look like comment threads in part: the classifier must not take them for one.
    """
    body = [PageLine(p, "body") for p in paragraphs]
    shape = rng.random()
    at = datetime(rng.randint(2008, 2024), rng.randint(1, 12), rng.randint(1, 28), 9)
    people = [f"{rng.choice(words.FIRST_NAMES)} {rng.choice(words.LAST_NAMES)}" for _ in range(3)]
    if shape < 0.05:
        for place in range(len(body) - 1, 0, -1):
            if rng.random() < 0.4:
                stamp = rng.choice(
                    (
                        f"{at:%H:%M}",
                        f"{at:%B} {at.day}, {at.year}",
                        f"UPDATE {at:%I:%M %p}",
                        f"{at.year - place}",
                    )
                )
                body.insert(place, PageLine(stamp, "body"))
                at -= timedelta(minutes=rng.randint(3, 500))
    elif shape < 0.1:
        names = rng.choice((people, [p.split()[-1].upper() for p in people], ["Q", "A"]))
        body = [
            PageLine(f"{names[n % len(names)]}: {line.text}", "body") if n else line
            for n, line in enumerate(body)
        ]
    elif shape < 0.15:
        mark = rng.choice(("- ", "• ", "* ", "{n}. ", ""))
        start = rng.randint(1, len(body))
        items = [
            _first_sentence(p)[: rng.randint(20, 90)]
            for p in rng.choices(paragraphs, k=rng.randint(3, 9))
        ]
        body[start:start] = [
            PageLine(mark.format(n=n) + item, "body", 0, rng.choice((0, 1)))
            for n, item in enumerate(items, 1)
        ]
    elif shape < 0.23:
        start = rng.randint(1, len(body))
        name = people[0]
        day = f"{at:%B} {at.day}, {at.year}"
        handle = name.lower().replace(" ", "")
        inset: list[str] = rng.choice(
            (
                [
                    f"Dear {people[1]}:",
                    *rng.choices(paragraphs, k=2),
                    "Sincerely,",
                    name,
                    rng.choice(words.TOPICS) + " Director",
                ],
                [_first_sentence(rng.choice(paragraphs)), f"— {name} (@{handle}) {day}"],
                [
                    day,
                    f"To: {people[1]}",
                    f"From: {name}",
                    *rng.choices(paragraphs, k=2),
                    "Very respectfully,",
                    name,
                ],
                [_first_sentence(rng.choice(paragraphs)), f"— {name}"],
                [
                    _first_sentence(rng.choice(paragraphs)).rstrip(".") + ":",
                    name,
                    f"Deputy Director, {rng.choice(words.TOPICS)} Office",
                    f"{rng.choice(words.LAST_NAMES)} County",
                    *rng.choices(paragraphs, k=3),
                    "Respectfully,",
                    f"{people[1]}, Commissioner",
                ],
                [f"UPDATE: {rng.choice(paragraphs)}", _first_sentence(rng.choice(paragraphs))],
            )
        )
        body[start:start] = [PageLine(text, "body", 0, rng.choice((0, 1))) for text in inset]
    elif shape < 0.4:
        for place in range(len(body) - 1, 1, -1):
            if rng.random() < 0.2:
                heading = " ".join(body[place].text.split()[: rng.randint(2, 7)]).rstrip(",.;:")
                body.insert(
                    place,
                    PageLine(
                        rng.choice((heading, heading.upper(), heading + ":", heading + "?")), "body"
                    ),
                )
    return body


def compose(
    story: Story,
    furniture: Sequence[PageLine] | None,
    remarks: Sequence[str],
    stories: Sequence[Story],
    rng: random.Random,
    system: System | None,
) -> list[PageLine]:
    """One training page: an article, a thread or none, at times a real page's furniture."""
    if rng.random() < 0.35:
        # Briefs and bulletins: an article may be of one paragraph.
        story = Story(story.title, story.paragraphs[: rng.randint(1, 9)])
    article = make_article(story, rng, everything=rng.random() < 0.8)
    comments = make_thread(system, story.title, remarks, stories, rng) if system else []
    if furniture is None:
        page = [*article, *comments]
        if comments and rng.random() < 0.15:
            page += [
                PageLine(s.title, "boilerplate")
                for s in rng.sample(list(stories), rng.randint(1, 4))
            ]
        return _spaced(page, rng)
    body = [place for place, line in enumerate(furniture) if line.label == "body"]
    before = [line for line in furniture[: body[0]] if line.label not in ("title", "deck")]
    after = [line for line in furniture[body[-1] + 1 :] if line.label != "comment"]
    before = (
        before[-rng.randint(0, min(120, len(before))) :] if before and rng.random() < 0.6 else []
    )
    cut = rng.randint(0, min(12, len(after)))
    tail = after[cut : cut + rng.randint(0, 60)] if rng.random() < 0.7 else []
    return _spaced([*before, *article, *after[:cut], *comments, *tail], rng)


def _spaced(lines: list[PageLine], rng: random.Random) -> list[PageLine]:
    """The page with its blank lines as one site or one way of copying leaves them."""
    way = rng.random()
    if way < 0.2:
        return [PageLine(line.text, line.label, line.indent, 0) for line in lines]
    if way < 0.45:
        return [PageLine(line.text, line.label, line.indent, 1) for line in lines]
    if way < 0.55:
        return [PageLine(line.text, line.label, 0, line.gap) for line in lines]
    return lines


def render(lines: Sequence[PageLine]) -> tuple[str, dict[int, str]]:
    """The page as text, and the label of each line number."""
    rows: list[str] = []
    labels: dict[int, str] = {}
    for line in lines:
        rows.extend([""] * line.gap)
        rows.append(" " * line.indent + line.text.replace("\n", " "))
        labels[len(rows)] = line.label
    return "\n".join(rows) + "\n", labels
