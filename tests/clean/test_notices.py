"""A page that a site shows instead of an article is no clean article: it is told what it is."""

import pytest

from pipeline.clean.article import clean
from pipeline.records import Article
from tests.clean.pages import BODY, TITLE, cleaned, page

CONSENT = page(
    "Your privacy matters to us",
    "With your agreement, we and our 612 partners use cookies to keep, read and process data.",
    "You may withdraw your consent at any time in the settings.",
    "Agree and close",
    "Learn more",
)
SCRIPT = page(
    "The Brackwater Bee",
    "Please enable JavaScript to view this site.",
    "JavaScript is disabled in your browser.",
)
ROBOT = page(
    "One moment",
    "We have noticed unusual traffic from your network.",
    "Please confirm that you are a human to go on.",
)
GONE = page("Oops!", "The page you asked for could not be found, or has been moved.")
WALL = page(
    "Unlimited access for £1 a month",
    "Subscribe now to support local journalism.",
    "Cancel any time. Already have an account? Log in.",
)
PAGES = {
    "cookies": CONSENT,
    "JavaScript": SCRIPT,
    "robots": ROBOT,
    "error page": GONE,
    "subscribe": WALL,
}


@pytest.mark.parametrize("what", PAGES)
def test_a_notice_is_told_from_an_article(what: str) -> None:
    (problem,) = cleaned(PAGES[what]).problems
    assert what in problem.problem and "not an article" in problem.problem


@pytest.mark.parametrize("what", PAGES)
def test_the_same_as_a_web_page(what: str) -> None:
    title, *lines = PAGES[what].split("\n\n")
    body = "".join(f"<p>{line}</p>" for line in lines)
    markup = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    (problem,) = clean(Article("x", "x.html", "", markup=markup)).problems
    assert what in problem.problem and "not an article" in problem.problem


def test_an_article_with_a_notice_beside_it_is_one() -> None:
    assert not cleaned(page(TITLE, *BODY, "We use cookies to improve this site.")).problems
    brief = page(TITLE, BODY[0], BODY[1], "Log in", "Subscribe", "This site uses cookies.")
    assert not any("not an article" in problem.problem for problem in cleaned(brief).problems)


def test_an_article_about_cookies_is_one() -> None:
    text = page(
        "Regulator fines ad firm over cookies",
        "The regulator fined Pollard Media on Tuesday for placing cookies without consent.",
        "“They never asked anybody,” said Hester Vane, who leads the office in Brackwater.",
        "The firm, which has 40 staff on the quay, will appeal to the court in the spring.",
        "Its owner said that rivals do the same, and that the rules are hard to understand.",
    )
    assert not cleaned(text).problems


def test_a_page_without_text_is_told_once() -> None:
    markup = "<html><head><title>x</title></head><body><script>app()</script></body></html>"
    (problem,) = clean(Article("x", "x.html", "", markup=markup)).problems
    assert problem.severity == "error" and "holds no text" in problem.problem


def test_a_list_of_offers() -> None:
    offers = [
        f"The {name} is now ${price} at Harlow, down from ${price + 40}. It ships in a day."
        for name, price in (("lamp", 30), ("kettle", 25), ("chair", 90), ("fan", 45), ("rug", 60))
    ]
    (problem,) = cleaned(page("The best deals of the week", *offers)).problems
    assert "list of offers" in problem.problem


def test_money_in_the_news_is_no_offer() -> None:
    text = page(
        "Harbour fund grows",
        *(
            f"{name} gave ${amount} million to the fund this year, said treasurer Ada Quill."
            for name, amount in (("Orme", 3), ("Vane", 4), ("Holt", 5), ("Pike", 6), ("Sill", 7))
        ),
    )
    assert not cleaned(text).problems


def test_a_page_of_links_is_a_list() -> None:
    items = "".join(
        f'<li><a href="/{n}">The council of Brackwater votes on plan number {n} today.</a></li>'
        for n in range(12)
    )
    markup = f"<html><body><h1>News</h1><ul>{items}</ul></body></html>"
    (problem,) = clean(Article("x", "x.html", "", markup=markup)).problems
    assert "list" in problem.problem


def test_a_wall_against_blockers_is_no_paywall_stub() -> None:
    wall = page(
        "It seems you use an ad blocker",
        "Our work is paid for by advertising. Please turn off your ad blocker to read this page.",
        "I have turned it off",
    )
    (problem,) = cleaned(wall).problems
    assert "another browser" in problem.problem


def test_the_start_of_an_article_over_a_wall_is_a_stub() -> None:
    text = page(TITLE, BODY[0], "Subscribe to keep reading this story.", "Cancel any time.")
    (problem,) = cleaned(text).problems
    assert "Only the start of the article" in problem.problem


def test_consent_asked_in_one_sentence_with_buttons() -> None:
    text = page(
        "Hello",
        "With your permission we and 733 partners process data such as your address and cookies.",
        "Accept and go on",
        "Reject all and subscribe for £2.99 a month",
    )
    (problem,) = cleaned(text).problems
    assert "not an article" in problem.problem
