"""The pages as files: what stands in them, and what may never stand in them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pyarrow.parquet as pq
import pytest

from pipeline.errors import WhosaidError
from pipeline.report import write_report
from pipeline.schema import SPEAKERS
from pipeline.store.lock import locked
from tests.report.invented import Newsroom, harbour_story, key, write_parquet

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"
EVENT_HANDLER = re.compile(r"on[a-z]+")


def page(path: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(path.read_text("utf-8"))


def pages(report: Path) -> dict[Path, lxml.html.HtmlElement]:
    return {path: page(path) for path in sorted(report.rglob("*.html"))}


def article(report: Path, words: str) -> lxml.html.HtmlElement:
    """The article page whose text holds these words."""
    found = [page(path) for path in sorted(report.glob("articles/*.html"))]
    return next(one for one in found if words in one.text_content())


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_link_and_anchor_leads_somewhere(harbour: Path) -> None:
    all_pages = pages(harbour)
    ids = {path: set(one.xpath("//@id")) for path, one in all_pages.items()}
    links = 0
    for path, one in all_pages.items():
        for address in one.xpath("//@href | //@src"):
            parts = urlsplit(address)
            if parts.scheme:
                assert address == "https://courier.example/harbour-wall"
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), f"{path}: {address}"
            assert not parts.fragment or parts.fragment in ids[target], f"{path}: {address}"
            links += 1
    assert links > 100


def test_no_id_stands_twice_and_what_is_described_is_there(harbour: Path) -> None:
    for path, one in pages(harbour).items():
        ids = one.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        assert set(one.xpath("//@aria-describedby")) <= set(ids), path


def test_every_page_forbids_network_and_inline_script_and_has_none(harbour: Path) -> None:
    for path, one in pages(harbour).items():
        (policy,) = one.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert_inert(path, one)


def assert_inert(path: Path, one: lxml.html.HtmlElement) -> None:
    assert not one.xpath("//script[not(@src)] | //style | //iframe | //object | //embed | //img")
    for element in one.iter():
        for name, value in element.attrib.items():
            assert name != "style", path
            assert not EVENT_HANDLER.fullmatch(name), path
            assert not value.strip().lower().startswith(("javascript:", "data:")), path


def test_a_quotation_has_its_own_address_and_its_pieces_are_one_tab_stop(harbour: Path) -> None:
    one = article(harbour, "We have waited long enough")
    (first,) = [m for m in one.xpath("//mark[@id]") if m.text_content().startswith("“We have")]
    assert re.fullmatch(r"q-[0-9a-f]{16}", first.get("id"))
    marks = one.xpath("//mark[@data-quotes=$anchor]", anchor=first.get("id"))
    assert [words(mark) for mark in marks] == [
        "“We have waited long enough,”",
        "“The sea does not wait for our budget, and neither will I.”",
    ]
    assert [mark.get("tabindex") for mark in marks] == ["0", None]


def test_what_is_known_of_a_quotation_is_told_beside_it(harbour: Path) -> None:
    one = article(harbour, "We have waited long enough")
    (mark,) = [m for m in one.xpath("//mark[@id]") if "raised by two metres" in words(m)]
    about = words(one.get_element_by_id(mark.get("aria-describedby")))
    for told in ("Ines Okoro", "Mayor", "4 October 2021", "on Monday", "indirect", "97%"):
        assert told in about


def test_cue_speaker_and_names_are_marked(harbour: Path) -> None:
    one = article(harbour, "We have waited long enough")
    assert "told the council" in [words(e) for e in one.xpath("//*[contains(@class, 'cue ')]")]
    speakers = [words(e) for e in one.xpath("//*[contains(@class, 'speaker ')]")]
    assert {"Mayor Ines Okoro", "Tomas Reyl", "he", "She"} <= set(speakers)
    assert "Port Ellery: country, city or state" in one.xpath("//@title")


def test_a_nested_statement_is_marked_inside_the_other(harbour: Path) -> None:
    one = article(harbour, "We have waited long enough")
    (inner,) = [m for m in one.xpath("//mark//mark") if "hardly notice" in words(m)]
    about = one.get_element_by_id(inner.get("aria-describedby"))
    assert "another statement" in words(about)


def test_what_cleaning_took_out_is_there_with_its_line_and_commenter(harbour: Path) -> None:
    removed = words(article(harbour, "We have waited").get_element_by_id("removed"))
    assert "3 lines" in removed
    assert "reader comment by gull_watcher, October 6, 2021 at 7:12 am" in removed
    assert "22 Two metres? Make it four." in removed


def test_a_speakers_page_has_all_that_they_said_by_date(harbour: Path) -> None:
    (one,) = [p for p in pages(harbour).values() if p.findtext(".//h1") == "Ines Okoro"]
    said = [words(quote) for quote in one.xpath("//ol[@class='statements']//blockquote")]
    assert len(said) == 4
    assert said[0].startswith("The harbour wall")
    assert "100% said" in words(one)


def test_same_quotations_show_what_differs_and_that_credit_differs(harbour: Path) -> None:
    (one,) = [page(path) for path in harbour.glob("same/*.html")]
    assert "they do not agree on who said it" in words(one)
    assert [words(e) for e in one.xpath("//ol[@class='wordings']//ins")] == ["[added: we,”]"]
    assert "[left out: I.”]" in [words(e) for e in one.xpath("//ol[@class='wordings']//del")]


def test_a_statement_repeated_in_its_article_and_a_paraphrase_are_called_so(tmp_path: Path) -> None:
    news = Newsroom()
    article = news.article("Ferry", "Brack said it sails. “It sails,” he said.", outlet="Gull")
    fullest = news.quote(article, "it sails", speaker="Odo Brack", mention="Brack", kind="indirect")
    news.same(fullest, news.quote(article, "“It sails,”", speaker="Odo Brack", mention="he"))
    report = write_report(news.write(tmp_path / "outputs")).parent
    (path,) = report.glob("same/*.html")
    assert "Said again within one article, always credited to Odo Brack." in words(page(path))
    assert "Fullest version, a paraphrase" in words(page(path))


def joint_story() -> Newsroom:
    """What two people say together, and one of them alone."""
    news = Newsroom()
    article = news.article(
        "Ferry", "“We sail,” Odo Brack and Runa Hale said. “At dawn,” she said.",
        outlet="Gull", published="2024-03-04",
    )  # fmt: skip
    joint = " ; ".join((key("Odo Brack"), key("Runa Hale")))
    news.quote(
        article, "“We sail,”", speaker="Odo Brack ; Runa Hale", speaker_id=joint,
        mention="Odo Brack and Runa Hale",
    )  # fmt: skip
    news.quote(article, "“At dawn,”", speaker="Runa Hale", mention="she")
    return news


def test_what_several_say_together_counts_for_each_of_them(tmp_path: Path) -> None:
    report = write_report(joint_story().write(tmp_path / "outputs")).parent
    most = page(report / "index.html").xpath("//ol[@class='bars']/li")
    assert [words(one).split(" quotations")[0] for one in most] == ["Runa Hale 2", "Odo Brack 1"]
    said = {}
    for key_ in (key("Odo Brack"), key("Runa Hale")):
        one = page(report / "speakers" / f"{key_}.html")
        said[words(one.find(".//h1"))] = [
            words(li) for li in one.xpath("//ol[@class='statements']/li")
        ]
    assert "with Runa Hale" in said["Odo Brack"][0]
    assert ["We sail" in li for li in said["Runa Hale"]] == [True, False]
    (path,) = report.glob("articles/*.html")
    who = page(path).xpath("//p[@class='who']")[0]
    assert words(who) == "Odo Brack; Runa Hale"
    assert [link.get("href") for link in who.xpath("a")] == [
        f"../speakers/{key(name)}.html" for name in ("Odo Brack", "Runa Hale")
    ]


def test_the_articles_own_voice_is_no_unknown_speaker(tmp_path: Path) -> None:
    news = Newsroom()
    article = news.article("Ferry", "I think it sails. It seems to leak.", outlet="Gull")
    news.quote(article, "it sails", speaker_type="author", cue="think", kind="indirect")
    news.quote(article, "leak", cue="seems", kind="indirect")
    report = write_report(news.write(tmp_path / "outputs")).parent
    (path,) = report.glob("articles/*.html")
    called = [words(who) for who in page(path).xpath("//p[@class='who']")]
    assert called == ["the article’s author", "unknown speaker"]


def hostile_story() -> Newsroom:
    news = Newsroom()
    article_id = news.article(
        f"Title {HOSTILE}",
        f"“Quoted {HOSTILE},” said Speaker {HOSTILE}.",
        outlet=f"Outlet {HOSTILE}",
        published="2021-03-04",
        byline=HOSTILE,
        url="javascript:alert(3)",
        source=f"../{HOSTILE}",
    )
    quotes = [
        news.quote(
            article_id,
            content,
            speaker=f"Speaker {HOSTILE}",
            mention="Speaker",
            cue="said",
            speaker_title=HOSTILE,
            said_on_text=HOSTILE,
            speaker_id="../../speaker",
        )
        for content in (f"“Quoted {HOSTILE},”", "Quoted")
    ]
    news.same(*quotes)
    news.entity(article_id, f"Title {HOSTILE}", "PERSON")
    news.removed(article_id, 1, "comment", HOSTILE, comment_author=HOSTILE, comment_date=HOSTILE)
    news.rows["problems"].append(
        {"source": HOSTILE, "stage": "ingest", "severity": "error", "problem": HOSTILE}
    )
    return news


def test_hostile_text_stays_text_on_every_page(tmp_path: Path) -> None:
    report = write_report(hostile_story().write(tmp_path / "outputs")).parent
    for path, one in pages(report).items():
        assert_inert(path, one)
        assert "49" not in words(one)
    for path in report.glob("data/*.js"):
        assert "<" not in path.read_text("utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {"outputs"}
    assert "alert(1)" in words(article(report, "Title"))


def test_a_lone_surrogate_does_not_stop_the_report(tmp_path: Path) -> None:
    news = Newsroom()
    news.article("A title", "Text with \ufffd.", outlet="Gazette \u2028 of lines")
    assert write_report(news.write(tmp_path / "outputs")).is_file()


def test_no_page_is_over_three_megabytes(tmp_path: Path) -> None:
    news = Newsroom()
    paragraph = "“Yes & no,” <said> Ada Roe. " + "&" * 40_000
    article_id = news.article("", *[paragraph] * 40, "x" * 2_000_000, published="2021-03-04")
    text = news.texts[article_id]
    news.quote(article_id, "“Yes & no,”", speaker="Ada Roe")
    one = news.rows["quotes"][0]
    news.rows["quotes"] = [
        one | {"quote_id": f"{n:016x}", "quote": "&" * 30_000, "same_quote": "0" * 16}
        for n in range(900)
    ]
    news.rows["same_quotes"] = [
        {"same_quote": "0" * 16, "quote_id": f"{n:016x}", "quote": "&" * 30_000}
        | {"article_id": article_id, "is_fullest": n == 0, "similarity": 1.0}
        for n in range(900)
    ]
    news.rows["removed"] = [
        {"article_id": article_id, "line": n, "reason": "comment", "text": "<" * 1000}
        for n in range(2000)
    ]
    report = write_report(news.write(tmp_path / "outputs")).parent
    sizes = {path: path.stat().st_size for path in report.rglob("*.html")}
    assert max(sizes.values()) < 3_000_000
    shown = article(report, "too long for one page")
    assert f"text/{article_id}.txt" in words(shown)
    assert "more lines are in removed.csv" in words(shown)
    assert len(list(report.glob("speakers/*.html"))) == 5
    assert len(text) > 3_000_000


def test_an_empty_run_has_a_report_too(tmp_path: Path) -> None:
    report = write_report(Newsroom().write(tmp_path / "outputs")).parent
    assert "0 statements by 0 speakers" in words(page(report / "index.html"))


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    outputs = harbour_story().write(tmp_path / "outputs")
    contents = []
    for _ in range(2):
        report = write_report(outputs).parent
        contents.append({p.relative_to(report): p.read_bytes() for p in report.rglob("*.*")})
    assert contents[0] == contents[1]


def test_a_new_report_replaces_the_old_one_and_leaves_nothing_beside(tmp_path: Path) -> None:
    outputs = harbour_story().write(tmp_path / "outputs")
    report = write_report(outputs).parent
    (report / "articles" / "of-yesterday.html").write_text("old")
    (outputs / ".report-killed").mkdir()
    write_report(outputs)
    assert not (report / "articles" / "of-yesterday.html").exists()
    assert {path.name for path in outputs.iterdir()} == {"report", "tables", "text"}


def test_a_report_that_another_process_is_building_is_left_to_it(tmp_path: Path) -> None:
    outputs = harbour_story().write(tmp_path / "outputs")
    (outputs / ".report-of-another").mkdir()
    with locked(outputs / ".report-of-another"):
        report = write_report(outputs).parent
        assert (outputs / ".report-of-another" / "lock").is_file()
    assert not (report / "lock").exists()


def test_without_tables_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WhosaidError, match="run `whosaid run` with this outputs folder first"):
        write_report(tmp_path)


def test_tables_of_an_earlier_version_are_told(tmp_path: Path) -> None:
    outputs = harbour_story().write(tmp_path)
    path = outputs / "tables" / "quotes.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["title"]), path)
    with pytest.raises(WhosaidError, match="earlier version: run `whosaid run`"):
        write_report(outputs)


def test_a_folder_name_with_pattern_characters_is_read(tmp_path: Path) -> None:
    assert write_report(harbour_story().write(tmp_path / "out[1]*?'s")).is_file()


def test_a_speaker_that_the_speakers_table_lacks_has_a_page_all_the_same(tmp_path: Path) -> None:
    news = harbour_story()
    outputs = news.write(tmp_path / "outputs")
    write_parquet(SPEAKERS, news.rows["speakers"][:1], outputs)
    report = write_report(outputs).parent
    assert len(list(report.glob("speakers/*.html"))) == 4


def checked_story() -> Newsroom:
    """Two statements, one of which somebody looked at."""
    news = Newsroom()
    article = news.article("Ferry", "“We sail,” said Odo Brack. “At dawn,” he said.", outlet="Gull")
    news.quote(article, "“We sail,”", speaker="Odo Brack", mention="Odo Brack",
               corrected="said_on; accepted")  # fmt: skip
    news.quote(article, "“At dawn,”", speaker="Odo Brack", mention="he")
    return news


def test_what_a_person_decided_is_told_wherever_the_statement_stands(tmp_path: Path) -> None:
    report = write_report(checked_story().write(tmp_path / "outputs")).parent
    (path,) = report.glob("articles/*.html")
    assert page(path).xpath("//dd[@class='checked']/text()") == ["date corrected, accepted"]
    (path,) = report.glob("speakers/*.html")
    assert page(path).xpath("//span[@class='checked']/text()") == ["date corrected, accepted"]
    assert "1 checked by a person" in words(page(report / "index.html"))


def test_where_nobody_decided_there_is_no_column_for_it(harbour: Path) -> None:
    assert not page(harbour / "index.html").xpath("//*[@data-column='corrected']")
    assert '"corrected"' not in (harbour / "data" / "quotes.js").read_text("utf-8")
