"""Articles of short paragraphs, told in other ways than reports, on a page with its menu."""

import pytest

from tests.clean.pages import cleaned, page, removed

MENU = (
    "Skip to content", "Harrow Bay Courier", "Subscribe", "Sign in", "News", "Sport", "Business",
    "Opinion", "Travel", "Weather", "Home > News > Local",
)  # fmt: skip
BELOW = (
    "Share this article", "Facebook", "Twitter", "Most read",
    "1 Ferry fares to rise again in April", "2 Woman finds ring in cod after nine years",
    "Sign up for our newsletter", "Privacy policy", "© 2019 Harrow Bay Courier",
)  # fmt: skip
COURT = (
    "Skipper “asleep” when trawler sank, court told",
    "The skipper of the Alma Joyce was asleep when she struck the Skerry, the court heard.",
    "Prosecutor Mara Dunn told the jury that the watch alarm had been taped over.",
    "Q. Did you tape it?",
    "A. I did not tape it.",
    "Q. Did you see who did?",
    "A. I saw a hand.",
    "The trial continues.",
)
LIST = (
    "Five things we learned from the budget",
    "The finance minister, Edda Roth, spoke for 51 minutes on Tuesday. Here is what she said.",
    "1. The tax on boats stays",
    "Roth said that it would be “absurd” to end a tax that half the harbour already avoids.",
    "2. No money for the bridge",
    "Not a word. Asked about it afterwards, she said the bridge was a matter for the city.",
)
LETTERS = (
    "Letters: the bridge, the bus and the bells",
    "Sir, – Your report on the bridge omits that I warned the council in 2019. I have the reply "
    "before me. It thanks me for my interest.",
    "Yours faithfully,",
    "Agnes Wetherell",
    "Colm Heath",
    "Sir, – May I, as a bell-ringer of forty years, say that the bells are not “a nuisance”? They "
    "are the time.",
    "Yours etc.,",
    "Tom Brand",
    "Port Elm",
)
INTERVIEW = (
    "The keeper of the last light: an interview with Walter Innes",
    "Walter Innes has kept the light on Marrow Head since 1981. Ruth Aldane met him there.",
    "How did you come to the light?",
    "I came for a summer. My uncle was the keeper, so I carried the oil.",
    "And you stayed. Why?",
    "You stay because of the birds. I counted forty kinds in my first year.",
    "And now?",
    "I wait.",
)
HEADS = (
    ("By Ruth Aldane", "14 March 2019, 7:02 am"),
    ("Ruth Aldane", "Published: 14/03/2019", "Updated 3 hours ago"),
    ("Thu 14 Mar 2019 07.02 GMT", "Ruth Aldane in Port Elm"),
)
CAPTION = "A boat in the harbour. Photograph: Ines Carrow/Courier"


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("story", [COURT, LIST, LETTERS, INTERVIEW])
def test_the_article_whole_and_alone(story: tuple[str, ...], head: tuple[str, ...]) -> None:
    title, *body = story
    article = cleaned(page(*MENU, title, *head, CAPTION, *body, *BELOW))
    assert article.text == "\n\n".join(story)
    given = article.metadata
    assert (given.title, given.published) == (title, "2019-03-14")
    assert given.byline == "Ruth Aldane" or "Ruth Aldane" in body[0]
    assert removed(article)[CAPTION] in ("caption", "boilerplate")


def test_nobody_comments_where_no_article_stands_above() -> None:
    article = cleaned("\n".join((*MENU, *INTERVIEW, *BELOW)))
    assert not any(line.reason == "comment" for line in article.removed)
