"""What is no article is named, in a sentence that says what to do."""

from pipeline.clean.problems import text_problems
from pipeline.records import Metadata
from tests.clean.pages import BODY, TITLE, cleaned, page


def test_empty() -> None:
    (problem,) = cleaned(" \n\n").problems
    assert (problem.severity, problem.stage) == ("error", "clean")
    assert "empty" in problem.problem


def test_tiny() -> None:
    (problem,) = cleaned("The ferry stays, said Maren Holt.\n").problems
    assert problem.severity == "warning" and "6 words" in problem.problem


def test_another_language() -> None:
    text = page(
        "El consejo mantiene el transbordador nocturno",
        "El consejo de la isla votó el jueves a favor de mantener el transbordador nocturno "
        "durante dos años más, después de que los vecinos llenaran la sala.",
        "«Mi hija nació en ese barco», dijo la panadera del muelle, que habló en nombre de todos.",
    )
    article = cleaned(text)
    assert article.metadata.language == "es"
    (problem,) = article.problems
    assert "English" in problem.problem


def test_the_text_tells_its_language_whatever_the_page_declares() -> None:
    english = page(TITLE, *BODY)
    for declared, language in (("de", "en"), ("en", "en"), ("", "en")):
        article = cleaned(english, Metadata(language=declared))
        assert (article.metadata.language, article.problems) == (language, ())
    brief = cleaned("The ferry stays, said Maren Holt.", Metadata(language="de"))
    assert brief.metadata.language == "de"


def test_a_paywall_stub() -> None:
    article = cleaned(
        page(TITLE, BODY[0], "To continue reading, subscribe now.", "Already a subscriber? Log in.")
    )
    assert any("paywall" in problem.problem for problem in article.problems)
    assert BODY[0] in article.text


def test_an_article_that_a_feed_cut_is_told() -> None:
    cut = "“It was the boat or me,” Maren Holt said… [+1830 chars]"
    (problem,) = cleaned(page(TITLE, *BODY[:2], cut)).problems
    assert "Only the start" in problem.problem


def test_a_page_of_teasers_is_told() -> None:
    heads = ("Fire at the mill", "Snow on the pier", "Gulls in court", "Rain", "Music", "Silence")
    body = [line for head in heads for line in (head, "It was two in the morning.")]
    (problem,) = text_problems("a.html", body, False, (), "en", linked=0.3, is_page=True)
    assert "lists other pages" in problem.problem
    for article in ([*body, " ".join(["A long paragraph"] * 20) + "."], body[1::2]):
        found = text_problems("a.html", article, False, (), "en", linked=0.3, is_page=True)
        assert not any("lists other pages" in problem.problem for problem in found)
