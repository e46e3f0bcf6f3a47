"""The pages in a browser, opened from the disk as a reader opens them.

Needs Playwright's Python package and a Chromium (`.ci/tools` installs them), else is skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.report import write_report
from pipeline.training.corpora import corpora_folder
from tests.conftest import NO_PLAYWRIGHT
from tests.golden import run_corpus
from tests.report.invented import Newsroom
from tests.report.test_pages import checked_story, hostile_story, joint_story

playwright_api = pytest.importorskip("playwright.sync_api", reason=NO_PLAYWRIGHT)


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that fails its test when it complains or asks for anything that is not a file."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
    page.on(
        "request",
        lambda request: None if request.url.startswith("file:") else complaints.append(request.url),
    )
    yield page
    context.close()
    assert complaints == []


def show(page: Any, report: Path, path: str = "index.html") -> None:
    page.goto((report / path).as_uri())


def field(page: Any, column: str, match: str = "") -> Any:
    return page.locator(f"[data-column={column}]" + (f"[data-match={match}]" if match else ""))


def rows(page: Any) -> list[str]:
    return [" ".join(text.split()) for text in page.locator("tbody tr:visible").all_inner_texts()]


def table_rows(page: Any) -> int:
    return int(page.locator("table.data tbody tr").count())


def article_of(report: Path, words: str) -> str:
    (path,) = (p for p in report.glob("articles/*.html") if words in p.read_text("utf-8"))
    return f"articles/{path.name}"


def report_of(outputs: Path, folder: Path) -> Path:
    """The report on a run, in another folder."""
    (folder / "of").mkdir()
    for name in ("tables", "text"):
        (folder / "of" / name).symlink_to(outputs / name)
    return write_report(folder / "of").parent


def open_all(page: Any, report: Path) -> int:
    paths = sorted(report.rglob("*.html"))
    for path in paths:
        show(page, report, str(path.relative_to(report)))
        assert page.locator("h1").count() == 1
    return len(paths)


def test_every_page_opens_without_a_complaint(page: Any, harbour: Path) -> None:
    assert open_all(page, harbour) > 10


def test_every_page_of_the_sample_corpus_opens_without_a_complaint(
    page: Any, sample: Path, tmp_path: Path
) -> None:
    assert open_all(page, report_of(sample, tmp_path)) > 100


def test_every_page_of_real_articles_opens_without_a_complaint(page: Any, tmp_path: Path) -> None:
    seeds = corpora_folder().parent / "seeds"
    if not seeds.is_dir():
        pytest.skip(f"there are no real pages in {seeds}")
    run_corpus(seeds, tmp_path / "run")
    assert open_all(page, report_of(tmp_path / "run", tmp_path)) > 10


def test_search_and_filters_narrow_the_table(page: Any, harbour: Path) -> None:
    show(page, harbour)
    assert table_rows(page) == 8
    page.get_by_label("Search all columns").fill("budget")
    playwright_api.expect(page.locator("table.data tbody tr")).to_have_count(3)
    field(page, "speaker").fill("okoro")
    playwright_api.expect(page.locator("table.data tbody tr")).to_have_count(2)
    page.get_by_role("button", name="Clear").click()
    playwright_api.expect(page.locator("table.data tbody tr")).to_have_count(8)
    field(page, "kind").select_option(label="indirect")
    playwright_api.expect(page.locator("table.data tbody tr")).to_have_count(2)
    field(page, "confidence").fill("90")
    playwright_api.expect(page.locator("table.data tbody tr")).to_have_count(1)


def test_a_partial_date_stands_in_every_span_that_touches_it(page: Any, harbour: Path) -> None:
    show(page, harbour)
    field(page, "said_on", "from").fill("2021-10-05")
    playwright_api.expect(page.locator("table.data tbody tr")).to_have_count(6)
    field(page, "said_on", "from").fill("")
    field(page, "said_on", "to").fill("2021-10-04")
    playwright_api.expect(page.locator("table.data tbody tr")).to_have_count(3)
    field(page, "said_on", "to").fill("2021-09-30")
    playwright_api.expect(page.locator("td.dt-empty")).to_have_count(1)
    field(page, "said_on", "to").fill("")
    field(page, "said_on", "from").fill("2021-11-01")
    playwright_api.expect(page.locator("td.dt-empty")).to_have_count(1)


def test_what_a_person_checked_is_marked_and_can_be_filtered(page: Any, tmp_path: Path) -> None:
    show(page, write_report(checked_story().write(tmp_path / "outputs")).parent)
    assert page.locator("td.of-corrected").all_inner_texts() == ["✓ date corrected, accepted", ""]
    field(page, "corrected").select_option(label="not yet")
    playwright_api.expect(page.locator("table.data tbody tr")).to_contain_text(["At dawn"])
    field(page, "corrected").select_option(label="by a person")
    playwright_api.expect(page.locator("table.data tbody tr")).to_contain_text(["We sail"])


def test_a_filter_of_what_no_row_has_is_not_shown(page: Any, tmp_path: Path) -> None:
    news = Newsroom()
    news.article("Ferry", "The ferry sails.", outlet="Gull")
    told = news.article("Pier", "“It holds,” said Odo Brack. “It leaks,” said Runa Hale.")
    news.quote(told, "“It holds,”", speaker="Odo Brack", mention="Odo Brack")
    news.quote(told, "“It leaks,”", speaker="Runa Hale", mention="Runa Hale")
    show(page, write_report(news.write(tmp_path / "outputs")).parent)
    playwright_api.expect(field(page, "outlet")).to_be_hidden()
    field(page, "speaker").fill("hale")
    playwright_api.expect(page.locator("table.data tbody tr")).to_contain_text(["It leaks"])


def test_a_header_sorts_by_keyboard(page: Any, harbour: Path) -> None:
    show(page, harbour)
    header = page.locator("th.of-confidence [role=button], th.of-confidence[tabindex]").first
    header.focus()
    page.keyboard.press("Enter")
    playwright_api.expect(page.locator("td.of-confidence").first).to_have_text("97%")
    page.keyboard.press("Enter")
    playwright_api.expect(page.locator("td.of-confidence").first).to_have_text("62%")


def test_the_timeline_by_keyboard_tells_and_filters(page: Any, harbour: Path) -> None:
    show(page, harbour)
    page.locator("#timeline-canvas").focus()
    page.keyboard.press("n")
    told = page.locator("#timeline-said")
    playwright_api.expect(told).to_contain_text("Ines Okoro, 4 October 2021, 2 quotations")
    page.keyboard.press("+")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    playwright_api.expect(page.locator("table.data tbody tr")).to_have_count(2)


def test_a_dot_of_the_timeline_is_the_larger_the_more_was_said(page: Any, harbour: Path) -> None:
    show(page, harbour)
    dots = page.evaluate(
        """() => Chart.getChart("timeline-canvas").getSortedVisibleDatasetMetas().flatMap(
            (lane) => lane.data.map((dot, at) => [lane._dataset.data[at].count, dot.options.radius])
        )"""
    )
    radius = {count: size for count, size in dots}
    assert len({size for _, size in dots}) == len(radius) > 1
    assert radius[max(radius)] > radius[min(radius)]


def test_joint_speakers_have_a_link_and_a_lane_each(page: Any, tmp_path: Path) -> None:
    show(page, write_report(joint_story().write(tmp_path / "outputs")).parent)
    links = page.locator("table.data tr", has_text="We sail").locator("td.of-speaker a")
    assert links.all_inner_texts() == ["Odo Brack", "Runa Hale"]
    page.locator("#timeline-canvas").focus()
    page.keyboard.press("n")
    told = page.locator("#timeline-said")
    playwright_api.expect(told).to_contain_text("Runa Hale, 4 March 2024, 2 quotations")
    page.keyboard.press("n")
    playwright_api.expect(told).to_contain_text("Odo Brack, 4 March 2024, 1 quotation")


def test_hover_and_focus_tell_who_when_and_how_sure(page: Any, harbour: Path) -> None:
    show(page, harbour, article_of(harbour, "Nadia Brandt"))
    bubble = page.locator("#bubble")
    page.locator("mark[id]").first.hover()
    playwright_api.expect(bubble).to_contain_text("Ines Okoro Mayor")
    playwright_api.expect(bubble).to_contain_text("4 October 2021")
    playwright_api.expect(bubble).to_contain_text("97%")
    page.keyboard.press("Escape")
    playwright_api.expect(bubble).to_be_hidden()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "MARK":
            break
    playwright_api.expect(bubble).to_be_visible()


def test_the_address_of_a_quotation_leads_to_it(page: Any, harbour: Path) -> None:
    path = article_of(harbour, "Nadia Brandt")
    show(page, harbour, path)
    anchor = page.locator("mark[id]").last.get_attribute("id")
    page.goto(f"{(harbour / path).as_uri()}#{anchor}")
    page.reload()
    playwright_api.expect(page.locator(f"#{anchor}")).to_be_focused()
    assert "named" in page.locator(f"#{anchor}").get_attribute("class").split()


def test_dark_follows_the_system_and_the_readers_choice(browser: Any, harbour: Path) -> None:
    def paper(page: Any) -> Any:
        return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    show(page, harbour)
    dark = paper(page)
    page.get_by_role("button", name="Light").click()
    light = paper(page)
    assert dark != light
    show(page, harbour, "articles.html")
    assert paper(page) == light
    context.close()


def test_a_phone_needs_no_sideways_scrolling(browser: Any, harbour: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700})
    page = context.new_page()
    for path in ("index.html", "speakers.html", article_of(harbour, "Nadia Brandt")):
        show(page, harbour, path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, path
    context.close()


def test_hostile_articles_stay_text(page: Any, tmp_path: Path) -> None:
    report = write_report(hostile_story().write(tmp_path / "outputs")).parent
    for path in sorted(report.rglob("*.html")):
        show(page, report, str(path.relative_to(report)))
        assert page.locator("img, iframe").count() == 0
    show(page, report)
    page.locator("#timeline-canvas").focus()
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    assert "<img src=x" in rows(page)[-1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(browser: Any, harbour: Path, scheme: str) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="axe is not installed: pip install -r requirements-browser.lock",
    ).Axe()
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    faults = []
    paths = ["index.html", "speakers.html", article_of(harbour, "Nadia Brandt")]
    paths += [str(next(harbour.glob(f"{kind}/*.html")).relative_to(harbour))
              for kind in ("speakers", "same")]  # fmt: skip
    for path in paths:
        show(page, harbour, path)
        for fault in axe.run(page).response["violations"]:
            if fault["impact"] in ("serious", "critical"):
                nodes = [node["target"] for node in fault["nodes"]][:5]
                faults.append((path, fault["id"], nodes))
    context.close()
    assert faults == []
