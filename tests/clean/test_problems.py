"""What is no article is named, in a sentence that says what to do."""

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
