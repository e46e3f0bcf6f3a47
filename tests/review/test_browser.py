"""A review as a person does it: in a browser, by keyboard, with reruns in between.

Needs Playwright's Python package and a Chromium (`.ci/tools` installs them), else is skipped.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.review.conftest import serving
from tests.running import run, write_article


@pytest.fixture
def open_review(browser: Any) -> Iterator[Any]:
    """Opens a review's page, which fails its test if it complains or asks anything elsewhere."""
    complaints: list[str] = []
    contexts = []

    def open_page(server: Any, **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on(
            "console",
            # A refusal is told on the page; the browser notes its status besides.
            lambda message: (
                None
                if "the server responded with a status of 500" in message.text
                else complaints.append(message.text)
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((server.address, "data:"))
                else complaints.append(request.url)
            ),
        )
        page.goto(server.address)
        page.wait_for_selector("#card h2")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def words(page: Any) -> str:
    """The quotation on the desk."""
    return str(page.locator("#card blockquote").inner_text())


def told(page: Any, sentence: str) -> None:
    page.wait_for_function(
        "sentence => document.getElementById('told').textContent.includes(sentence)", arg=sentence
    )


def onward(page: Any) -> None:
    before = words(page)
    page.keyboard.press("n")
    page.wait_for_function(
        "before => document.querySelector('#card blockquote')?.innerText !== before", arg=before
    )


def quotes(outputs: Path) -> dict[str, dict[str, str]]:
    """Rows of quotes.csv by their words."""
    with (outputs / "quotes.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["quote"]: row for row in csv.DictReader(file)}


def ten_decisions(page: Any) -> dict[str, dict[str, str] | None]:
    """Take them, and return what they make of which quotation; None for one that went."""
    expected: dict[str, dict[str, str] | None] = {}
    press, kind = page.keyboard.press, page.keyboard.type

    expected[words(page)] = {"corrected": "accepted", "confidence": "1.0"}
    press("a")
    told(page, "Accepted")

    expected[words(page)] = None
    press("x")
    told(page, "Not a quotation")

    expected[words(page)] = {"speaker": "Wanda Prill", "corrected": "speaker"}
    press("s")
    kind("Wanda Prill")
    press("Enter")
    told(page, "The speaker is Wanda Prill")
    onward(page)

    press("s")
    press("ArrowDown")
    chosen = page.locator("#people [aria-selected=true]").inner_text().split(" person")[0]
    expected[words(page)] = {"speaker": chosen, "corrected": "speaker"}
    press("Enter")
    told(page, f"The speaker is {chosen}")
    onward(page)

    expected[words(page)] = {"kind": "indirect", "act": "thought", "corrected": "kind; act"}
    press("k")
    press("3")
    told(page, "The kind is indirect")
    press("t")
    told(page, "The act is thought")
    onward(page)

    expected[words(page)] = {"said_on": "2024-05-03", "corrected": "said_on"}
    press("d")
    kind("2024-05-03")
    press("Enter")
    told(page, "The date is 2024-05-03")
    onward(page)

    shorter = words(page).removesuffix(" months,")
    expected[words(page)] = None
    expected[shorter] = {"corrected": "extent"}
    press("e")
    press("ArrowLeft")
    press("Enter")
    told(page, "The words are corrected")

    press("m")
    press("ArrowDown")
    missed = page.locator("#chosen-words").inner_text()
    expected[missed] = {"speaker": "Berit Lam", "corrected": "added", "kind": "indirect"}
    press("Enter")
    kind("Berit Lam")
    press("Enter")
    told(page, "A quotation was added")
    onward(page)
    onward(page)

    expected[words(page)] = {"corrected": "", "act": "said"}
    press("t")
    told(page, "The act is thought")
    press("u")
    told(page, "Undone")
    return expected


def check(outputs: Path, expected: dict[str, dict[str, str] | None]) -> None:
    rows = quotes(outputs)
    for text, columns in expected.items():
        if columns is None:
            assert text not in rows
        else:
            assert {name: rows[text][name] for name in columns} == columns, text


def test_decisions_of_all_kinds_hold_whatever_comes(
    folders: tuple[Path, Path], open_review: Any
) -> None:
    corpus, outputs = folders
    with serving(outputs) as server:
        page = open_review(server)
        expected = ten_decisions(page)
        decided = page.locator("#progress").inner_text()
    assert run(corpus, outputs).annotated == 0
    check(outputs, expected)

    write_article(corpus / "00-arrived.txt", 10)
    run(corpus, outputs)
    check(outputs, expected)

    # Stopped and started again: nothing is lost, and what was decided is not asked again.
    with serving(outputs) as server:
        page = open_review(server)
        assert page.locator("#progress").inner_text().split(" · ")[0] == decided.split(" · ")[0]
        assert words(page) not in [
            text for text, now in expected.items() if now and now["corrected"]
        ]

    # A second person opens the file in a spreadsheet of another country, and saves it.
    text = (corpus / "corrections.csv").read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    for row in rows:
        for at, cell in enumerate(row):
            row[at] = cell.replace("Wanda Prill", "Ilse Marn").replace("2024-05-03", "13.05.2024")
    with (corpus / "corrections.csv").open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    run(corpus, outputs)
    for columns in expected.values():
        if columns and columns.get("speaker") == "Wanda Prill":
            columns["speaker"] = "Ilse Marn"
        if columns and "said_on" in columns:
            columns["said_on"] = "2024-05-13"
    check(outputs, expected)


def test_words_chosen_by_the_mouse(folders: tuple[Path, Path], open_review: Any) -> None:
    with serving(folders[1]) as server:
        page = open_review(server)
        box = page.locator("#text mark").first.bounding_box()
        page.keyboard.press("e")
        page.mouse.move(box["x"] + 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
        page.mouse.up()
        chosen = page.locator("#chosen-words").inner_text()
        assert chosen.startswith("We will")
        page.get_by_role("button", name="Save").click()
        told(page, "The words are corrected")
        assert words(page) == chosen


def test_a_statement_of_two_pieces_by_keyboard(
    folders: tuple[Path, Path], open_review: Any
) -> None:
    corpus, outputs = folders
    with serving(outputs) as server:
        page = open_review(server)
        whole = words(page)
        assert whole.startswith("We will build it in")
        page.keyboard.press("e")
        for _ in range(4):
            page.keyboard.press("ArrowLeft")
        page.keyboard.press("+")
        for key in ("Shift+ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight"):
            page.keyboard.press(key)
        chosen = page.locator("#chosen-words").inner_text()
        page.keyboard.press("Enter")
        told(page, "The words are corrected")
        page.keyboard.press("e")
        assert page.locator("#chosen-words").inner_text() == chosen
        page.keyboard.press("Backspace")
        assert page.locator("#chosen-words").inner_text() == "We will build"
        page.keyboard.press("Escape")
    run(corpus, outputs)
    row = quotes(outputs)[chosen]
    assert chosen.startswith("We will build … in ")
    assert row["pieces"].count(";") == 1


def test_a_mark_in_the_text_and_a_row_of_the_list_lead_to_it(
    folders: tuple[Path, Path], open_review: Any
) -> None:
    with serving(folders[1]) as server:
        page = open_review(server)
        first = words(page)
        onward(page)
        page.locator("#text mark").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("#statements button[aria-current]").count() == 1
        page.keyboard.press("p")
        page.wait_for_function(
            "first => document.querySelector('#card blockquote').innerText === first", arg=first
        )


@pytest.mark.parametrize("key", ["Escape", "Enter"])
def test_a_filter_stays_when_its_field_is_left(
    folders: tuple[Path, Path], open_review: Any, key: str
) -> None:
    with serving(folders[1]) as server:
        page = open_review(server)
        page.locator("details.choose summary").click()
        page.locator("[name=words]").fill("in 3 months")
        page.wait_for_function(
            "() => document.querySelector('#progress').innerText.includes('1 to go')"
        )
        page.keyboard.press(key)
        page.keyboard.press("a")
        told(page, "Accepted")
        assert page.locator("[name=words]").input_value() == "in 3 months"
        assert page.locator("#progress").inner_text() == "1 decided · 0 to go"


def test_keys_can_be_switched_off(folders: tuple[Path, Path], open_review: Any) -> None:
    with serving(folders[1]) as server:
        page = open_review(server)
        page.get_by_role("button", name="Keys on").click()
        page.keyboard.press("x")
        page.keyboard.press("a")
        page.wait_for_timeout(300)
        assert not (folders[0] / "corrections.csv").exists()
        page.get_by_role("button", name="Not a quotation").click()
        told(page, "Not a quotation")


def test_a_file_that_is_locked_is_told_and_nothing_is_lost(
    folders: tuple[Path, Path], open_review: Any
) -> None:
    corpus, outputs = folders
    with serving(outputs) as server:
        page = open_review(server)
        before = words(page)
        (corpus / "corrections.csv").mkdir()
        page.keyboard.press("x")
        playwright = pytest.importorskip("playwright.sync_api")
        playwright.expect(page.locator("#alarm")).to_contain_text("cannot be written")
        assert words(page) == before
        (corpus / "corrections.csv").rmdir()
        page.keyboard.press("x")
        told(page, "Not a quotation")


def test_hostile_articles_stay_text(folders: tuple[Path, Path], open_review: Any) -> None:
    corpus, outputs = folders
    for old in corpus.iterdir():
        old.unlink()
    (corpus / "evil.txt").write_text(
        "Mayor </script><script>alert(1)</script> speaks\n\nThe council of the town met on Tuesday "
        "to talk about the new bridge.\n\n“It is <img src=x onerror=alert(1)> & done,” said Odo "
        "Brack after the long meeting of the council, and the whole hall applauded.\n",
        "utf-8",
    )
    run(corpus, outputs)
    with serving(outputs) as server:
        page = open_review(server)
        assert "<img src=x onerror=alert(1)> & done" in words(page)
        assert page.locator("img, #text script").count() == 0
        page.keyboard.press("s")
        page.keyboard.type("<b>Odo</b>")
        page.keyboard.press("Enter")
        told(page, "The speaker is <b>Odo</b>")
        assert page.locator("#card b").count() == 0


def test_a_phone_needs_no_sideways_scrolling(folders: tuple[Path, Path], open_review: Any) -> None:
    with serving(folders[1]) as server:
        page = open_review(server, viewport={"width": 360, "height": 700})
        page.wait_for_selector(".accept")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(folders: tuple[Path, Path], browser: Any, scheme: str) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="axe is not installed: pip install -r requirements-browser.lock",
    ).Axe()
    faults = []
    with serving(folders[1]) as server:
        context = browser.new_context(color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto(server.address)
        page.wait_for_selector(".accept")
        for key in ("", "s", "k", "d", "e"):
            if key:
                page.keyboard.press(key)
                page.wait_for_selector(".mend-form")
            for fault in axe.run(page).response["violations"]:
                if fault["impact"] in ("serious", "critical"):
                    faults.append(
                        (key, fault["id"], [node["target"] for node in fault["nodes"]][:4])
                    )
            page.keyboard.press("Escape")
        context.close()
    assert faults == []
