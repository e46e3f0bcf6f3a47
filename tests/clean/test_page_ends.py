"""What stands at the edges of texts without menus: last remarks, source lines, headlines."""

from tests.clean.pages import BODY, TITLE, cleaned, page, removed


def test_headlines_below_the_last_comment_are_not_its_words() -> None:
    article = cleaned(
        page(
            TITLE,
            *BODY,
            "2 Comments",
            "old salt",
            "March 5, 2021",
            "About time. I’ve been on that boat in every weather.",
            "Greta Lund",
            "March 6, 2021",
            "And who pays for it? We do, as always. Somebody should ask them.",
            "Did the harbour office know about the new crane?",
            "Bakery at the landing wins a prize (Video)",
        )
    )
    out = removed(article)
    assert out["Bakery at the landing wins a prize (Video)"] == "boilerplate"
    assert out["Did the harbour office know about the new crane?"] == "boilerplate"
    assert out["And who pays for it? We do, as always. Somebody should ask them."] == "comment"


def test_a_line_that_only_names_the_source_is_a_byline() -> None:
    out = removed(cleaned(page(TITLE, "Via The Island Post…", *BODY)))
    assert out["Via The Island Post…"] == "byline"


def test_letters_that_an_article_quotes_stay() -> None:
    letters = (
        "I’m not fond of the ferry, but enough with the spreadsheets! Who cares? Keep it.",
        "Ines Holm.",
        "FACEBOOK.",
        "Give the captain a break. She grew up on that boat and had to make ends meet.",
        "Otto Lind.",
    )
    article = cleaned(page(TITLE, *BODY, *letters))
    assert article.text == "\n\n".join((TITLE, *BODY, *letters))


def test_a_note_broken_over_lines_by_its_links_stays_whole() -> None:
    note = (
        "Editor’s note: The company that runs the ferry regularly",
        "misses",
        "its own timetable and is known for cancelled crossings,",
        "broken heating and for what the harbour office in its yearly report has called",
        "a lack of care for those on board.",
    )
    article = cleaned(page(TITLE, *BODY, *note))
    assert article.text.endswith("\n\n".join(note))


def test_what_a_newsletter_says_of_itself_amid_a_text_ends_nothing() -> None:
    notice = "The Harbour Letter is a reader-supported publication, and lives by its members."
    last = "“We never saw the contract,” said the harbour master, Olav Stern."
    head = ("The Harbour Letter", "Subscribe", TITLE, "Ines Thorne")
    assert last in cleaned(page(*head, *BODY, notice, last)).text


def test_a_writers_note_amid_a_text_is_all_that_goes() -> None:
    note = "Ines Thorne covers the harbour for the Island Post."
    last = "“We never saw the contract,” said the harbour master, Olav Stern."
    article = cleaned(page(TITLE, "By Ines Thorne", *BODY, note, last, "He had asked for it."))
    assert note not in article.text
    assert last in article.text


def test_a_papers_note_on_a_correction_and_on_print_is_no_comment() -> None:
    notes = (
        "Correction: March 8, 2021",
        "An earlier version of this article misstated the age of Maren Holt. She is 41, not 14.",
        "A version of this article appears in print on March 6, 2021, on Page A9.",
    )
    article = cleaned(page(TITLE, *BODY, *notes))
    reasons = {line.text: line.reason for line in article.removed}
    assert reasons[notes[0]] == reasons[notes[2]] == "boilerplate"
    assert "comment" not in reasons.values()
