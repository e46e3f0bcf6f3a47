"""Dates are read from their own words, or not at all."""

import pytest

from pipeline.ingest import column_orders, date_from_name, date_from_url, outlet_from_url, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-01-06", "2020-01-06"),
        ("2020-01-06T23:30:00-05:00", "2020-01-06"),
        ("20200106", "2020-01-06"),
        ("2020010612", "2020-01-06"),
        ("1998123123", "1998-12-31"),
        ("1578268800", "2020-01-06"),
        ("1612123112", "2021-01-31"),
        ("1612123112000", "2021-01-31"),
        ("6 Jan 2020 7.12 GMT", "2020-01-06"),
        ("Mon, 06 Jan 2020 10:00:00 +0000", "2020-01-06"),
        ("Sept. 5th, 2019 11:12 PM", "2019-09-05"),
        ("1/16/2020", "2020-01-16"),
        ("16.01.2020 09:30", "2020-01-16"),
        ("04/04/2020", "2020-04-04"),
        ("January 2020", "2020-01"),
        ("2020", "2020"),
        ("6 de enero de 2020", "2020-01-06"),
        ("Auguſt 6, 1787", "1787-08-06"),
        ("6 APRİL 2020", "2020-04-06"),
        ("Published 6 Jan 2020, updated 8 Jan 2020", "2020-01-06"),
    ],
)
def test_a_date_is_read_as_written(text: str, day: str) -> None:
    assert read_date(text) == day


def test_the_machines_time_zone_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC0")
    monkeypatch.setattr("tzlocal.unix._cache_tz", None)
    assert read_date("7 de enero de 2021") == "2021-01-07"
    assert read_date("7 janvier 2021 23:30 -05:00") == "2021-01-07"


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "Tuesday", "3 days ago", "1/6/2020", "20/01/06", "31 February 2020",
     "6 Jan 2020 and 7 Jan 2020", "2020-13-01", "99999999999999", "in 2020", "9/9/9999",
     "2020010631", "9020010612", "4155551234"],
)  # fmt: skip
def test_what_is_no_date_or_two_is_left_open(text: str) -> None:
    assert read_date(text) == ""


def test_one_clear_date_decides_a_column() -> None:
    assert column_orders(["01/02/2020", "16/02/2020"]) == {"dmy"}
    assert column_orders(["01/02/2020", "02/16/2020", "2020-05-06"]) == {"mdy"}


def test_a_column_that_contradicts_itself_decides_nothing() -> None:
    orders = column_orders(["16/02/2020", "02/16/2020", "01/02/2020"])
    assert read_date("01/02/2020", orders) == ""
    assert read_date("16/02/2020", orders) == "2020-02-16"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://bee.example/2020/01/06/ferry", "2020-01-06"),
        ("https://bee.example/article/19/07/2022/the-ferry", "2022-07-19"),
        ("https://bee.example/article/05/06/2022/the-ferry", ""),
        ("https://bee.example/news/2020/jan/6/ferry", "2020-01-06"),
        ("https://bee.example/2020/APRİL/06/ferry", "2020-04-06"),
        ("https://bee.example/2020/1/6/12345/ferry", "2020-01-06"),
        ("https://bee.example/story/2020-01-06/ferry", "2020-01-06"),
        ("https://bee.example/ferry-stops-20200106/", "2020-01-06"),
        ("https://bee.example/2020/01/ferry.html", "2020-01"),
        ("https://bee.example/read?id=3&date=2020-01-06", "2020-01-06"),
        (
            "https://web.archive.org/web/20210501000000/https://bee.example/2020/01/06/x",
            "2020-01-06",
        ),
        ("https://bee.example/stories/202001060712.html", "2020-01-06"),
        ("https://bee.example/view/AEN20200106001400320?section=news", "2020-01-06"),
        ("https://bee.example/view.php?ud=20200106000712&np=9&mp=1", "2020-01-06"),
        ("https://bee.example/a/202001/06/WS5e12ab.html", "2020-01-06"),
        ("https://bee.example/archives/2003120186", ""),
        ("https://bee.example/view.php?from=20200106000712&to=20200206000712", ""),
        ("https://bee.example/elections/2020/ferry", ""),
        ("https://bee.example/2020/13/45/ferry", ""),
        ("https://bee.example/ferry-14848164.php", ""),
        ("https://bee.example/from-2019-01-01-to-2020-01-01", ""),
        ("https://[bad", ""),
    ],
)
def test_the_day_in_an_address(url: str, day: str) -> None:
    assert date_from_url(url) == day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2020-01-06.txt", "2020-01-06"),
        ("bee/2020-01-06 ferry.html", "2020-01-06"),
        ("2020/01/06/ferry.txt", "2020-01-06"),
        ("2020/01/ferry.txt", "2020-01"),
        ("2020-01/ferry.txt", "2020-01"),
        ("story_20200106_0712.txt", "2020-01-06"),
        ("Jan 6, 2020.docx", "2020-01-06"),
        ("6 aprıl 2020.docx", "2020-04-06"),
        ("all.zip!2020-01-06/ferry.jsonl#3", "2020-01-06"),
        ("16-01-2020.txt", "2020-01-16"),
        ("06-01-2020.txt", ""),
        ("budget-2009-10.txt", ""),
        ("000_a20200106b.txt", ""),
        ("2020-01-06 to 2020-02-06.txt", ""),
    ],
)
def test_the_day_in_a_file_name(path: str, day: str) -> None:
    assert date_from_name(path) == day


def test_the_site_of_an_address() -> None:
    assert outlet_from_url("https://www.bee.example/a") == "bee.example"
    assert outlet_from_url("http://m.bee.co.uk:8080/a") == "bee.co.uk"
    assert outlet_from_url("https://news.bee.example/a") == "news.bee.example"
    assert outlet_from_url("no address") == outlet_from_url("http://127.0.0.1/a") == ""
