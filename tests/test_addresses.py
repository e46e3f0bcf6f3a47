from __future__ import annotations

import re

import pytest

from pipeline.addresses import article_href, page_name, quote_anchor, web_address


def test_ids_of_the_pipeline_stay_as_they_are() -> None:
    assert article_href("00ff00ff00ff00ff", "0123456789abcdef") == (
        "articles/00ff00ff00ff00ff.html#q-0123456789abcdef"
    )


@pytest.mark.parametrize(
    "key",
    ["../../etc/passwd", "CON", "con", "a/b", 'x" onload="y', "", "é" * 8, "a" * 200, "A-Bcdef"],
)
def test_other_ids_become_names_that_are_safe_everywhere(key: str) -> None:
    assert re.fullmatch(r"x[0-9a-f]{24}", page_name(key))
    assert quote_anchor(key) == f"q-{page_name(key)}"


def test_ids_that_differ_have_names_that_differ() -> None:
    assert page_name("A-Bcdef") != page_name("a-bcdef")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "/local",
        "http:",
        "http://[",
        "",
    ],
)
def test_only_addresses_of_web_pages_are_links(url: str) -> None:
    assert web_address(url) == ""


def test_a_web_address_is_kept() -> None:
    assert web_address(" https://courier.example/a?b=1#c ") == "https://courier.example/a?b=1#c"
