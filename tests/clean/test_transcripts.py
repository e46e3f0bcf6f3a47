"""A broadcast's transcript: who speaks stands in capitals before what is said."""

from tests.clean.pages import cleaned, page

TURNS = (
    "SABINE HOLM, HOST: The tunnel was open for three hours yesterday before the sea came in. The "
    "transport minister, Anton Lisle, joins us now. Good morning.",
    "ANTON LISLE: Good morning, Sabine.",
    "HOLM: Minister, how does a tunnel flood in three hours?",
    "LISLE: Well, it rained. It rained a great deal, and nobody had switched on the pump.",
    "HOLM: Who should have switched it on?",
    "LISLE: I've asked the contractor that. I'm told there was a sticker on it.",
    "(SOUNDBITE OF ARCHIVED RECORDING)",
    "UNIDENTIFIED PERSON: We were up to the door handles. I rang my wife to put the kettle on.",
    "HOLM: Anton Lisle, thank you for your time.",
    "LISLE: Thank you.",
)
TITLE = "Minister pressed on why the tunnel flooded on its opening day"


def test_no_turn_is_a_readers_comment() -> None:
    article = cleaned(page(TITLE, "October 9, 2015 7:06 AM ET", "Heard on First Light", *TURNS))
    assert article.text == "\n\n".join((TITLE, *TURNS))
    assert not any(line.reason == "comment" for line in article.removed)


def test_the_headline_of_a_page_with_buttons_below_it() -> None:
    menu = ("Radio Meridian", "Programs  Podcasts  Stations  Support us", "Listen Live")
    below = ("Listen · 4:12", "Transcript", "Download", "Embed", "October 9, 2015 7:06 AM ET")
    article = cleaned(page(*menu, TITLE, *below, "Heard on First Light", *TURNS))
    assert article.text == "\n\n".join((TITLE, *TURNS))
    assert article.metadata.published == "2015-10-09"


def test_comments_with_names_in_small_letters_are_no_transcript() -> None:
    below = ("3 Comments", "Ola: About time.", "Per: Who pays?", "Ola: You do.", "Per: Not me.")
    text = cleaned(page(TITLE, *TURNS[:4], "Leave a comment", *below)).text
    assert not any(line in text for line in below)
