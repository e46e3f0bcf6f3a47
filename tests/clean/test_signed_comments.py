"""Comments that are signed and dated tell what stands between them."""

from pipeline.clean.blocks import Block, split_lines
from pipeline.clean.layout import lay_out
from tests.clean.pages import BODY


def test_essays_between_signed_comments_are_comments() -> None:
    lines = [
        (BODY[0], "body"),
        ("Comments", "comment"),
        ("Ines K. on September 12, 2018 at 4:47 pm said:", "comment"),
        ("Has anybody counted the empty seats?", "comment"),
        ("The Editors on September 13, 2018 at 5:23 pm said:", "comment"),
        (BODY[1], "body"),
        (BODY[2], "body"),
        ("Rolf Aune on September 17, 2018 at 6:34 am said:", "body"),
        (BODY[3], "body"),
        ("Ines K. on September 19, 2018 at 12:48 pm said:", "comment"),
        ("Thank you both.", "comment"),
    ]
    blocks = [Block((line,), line.text) for line in split_lines("\n".join(t for t, _ in lines))]
    expected = ["body", *["comment"] * 10]
    assert lay_out(blocks, [label for _, label in lines]) == expected


def test_ingredients_are_no_numbered_names() -> None:
    lines = [
        (BODY[0], "body"),
        ("3 cloves garlic", "comment"),
        ("4 cups chicken or vegetable stock", "comment"),
        ("Soften the onion in olive oil over medium heat.", "comment"),
        ("Sep 12, 2021, 11:20 am", "comment"),
        ("Made this last night!!", "comment"),
        ("Sep 13, 2021, 11:43 am", "comment"),
        ("Same here.", "comment"),
    ]
    blocks = [Block((line,), line.text) for line in split_lines("\n".join(t for t, _ in lines))]
    assert lay_out(blocks, [label for _, label in lines]) == ["body"] * 4 + ["comment"] * 4


def test_a_comment_signed_below_begins_before_its_name() -> None:
    texts = (
        BODY[0],
        "This is a disgrace. My children went there.",
        "- Sheila, Marrow",
        "They never listen to anybody.",
        "- Dave P, Brackwater",
        "Who pays?",
        "- Realist, Tern",
    )
    blocks = [Block((line,), line.text) for line in split_lines("\n".join(texts))]
    for seen in (2, 3):
        labels = [*["body"] * seen, *["comment"] * (7 - seen)]
        assert lay_out(blocks, labels) == ["body", *["comment"] * 6]
