"""A recipe in an article is its text, from the ingredients to the last step."""

from pipeline.clean.blocks import join_lines, split_lines
from pipeline.clean.recipes import put_recipe_back
from tests.clean.pages import BODY

RECIPE = (
    "Ingredients",
    "8-9 ripe pears, cored and peeled",
    "½ cup honey",
    "A pinch of salt",
    "2 tbsp lemon juice",
    "Method",
    "Peel the pears and put them in a pot.",
    "2. Boil them for ten minutes (longer in winter)",
    "Allow to cool before you serve.",
)


def labelled(lines: tuple[str, ...], labels: list[str]) -> list[str]:
    blocks = join_lines(split_lines("\n\n".join(lines)))
    put_recipe_back(blocks, labels)
    return labels


def test_a_recipe_below_the_article() -> None:
    furniture = ("Print", "You may also like:", "858 shares")
    labels = labelled(
        (*BODY, "Print", *RECIPE, *furniture),
        [*["body"] * 5, *["boilerplate"] * 13],
    )
    assert labels == [*["body"] * 5, "boilerplate", *["body"] * 9, *["boilerplate"] * 3]


def test_a_lone_amount_is_no_recipe() -> None:
    lines = (*BODY, "2 cups found in the river", "Most read", "Weather")
    labels = [*["body"] * 5, *["boilerplate"] * 3]
    assert labelled(lines, list(labels)) == labels


def test_a_recipe_far_from_the_article_is_another_pages() -> None:
    teasers = tuple(f"Teaser number {number}" for number in range(12))
    labels = [*["body"] * 5, *["boilerplate"] * 21]
    assert labelled((*BODY, *teasers, *RECIPE), list(labels)) == labels
