from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.marking import Mark, marked_paragraphs, paragraph_spans


def marked(text: str, *marks: Mark) -> list[str]:
    return [str(html) for html in marked_paragraphs(text, marks, paragraph_spans(text))]


def test_nested_spans_become_nested_elements() -> None:
    assert marked("a b c", Mark(0, 5, "mark"), Mark(2, 3, "b")) == ["<mark>a <b>b</b> c</mark>"]


def test_a_span_that_crosses_anothers_end_is_cut_there() -> None:
    html = marked("abcd", Mark(0, 3, "mark"), Mark(2, 4, "b"))
    assert html == ["<mark>ab<b>c</b></mark><b>d</b>"]


def test_what_may_stand_once_stands_on_the_first_element_only() -> None:
    html = marked("abcd", Mark(0, 3, "mark"), Mark(2, 4, "b", (("class", "k"),), (("id", "x"),)))
    assert html == ['<mark>ab<b class="k" id="x">c</b></mark><b class="k">d</b>']


def test_a_span_over_paragraphs_has_an_element_in_each() -> None:
    assert marked("one\n\ntwo\n\nthree", Mark(1, 13, "i")) == [
        "o<i>ne</i>",
        "<i>two</i>",
        "<i>thr</i>ee",
    ]


def test_of_two_marks_on_one_span_the_lower_rank_is_outside() -> None:
    assert marked("a", Mark(0, 1, "b", rank=2), Mark(0, 1, "i", rank=1)) == ["<i><b>a</b></i>"]


def test_text_and_attributes_are_escaped() -> None:
    html = marked("<b> & \"'", Mark(0, 3, "i", (("title", '"><script>'),)))
    assert html == [
        '<i title="&#34;&gt;&lt;script&gt;">&lt;b&gt;</i> &amp; &#34;&#39;',
    ]


def test_spans_that_are_empty_or_outside_the_text_are_left_out() -> None:
    assert marked("abc", Mark(1, 1, "i"), Mark(2, 9, "i"), Mark(-1, 2, "i")) == ["abc"]


class Checked(HTMLParser):
    """Collects text; fails where an element is closed that is not the innermost open one."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@given(
    st.text(alphabet="ab <&\n", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("bius"))),
)
def test_marks_change_no_character_and_always_nest(
    text: str, spans: list[tuple[int, int, str]]
) -> None:
    marks = [Mark(start, end, tag) for start, end, tag in spans]
    for html, (start, end) in zip(marked(text, *marks), paragraph_spans(text), strict=True):
        page = Checked()
        page.feed(html)
        page.close()
        assert page.text == text[start:end]
        assert page.open == []


def test_ten_thousand_marks_take_no_more_than_their_number() -> None:
    text = "word " * 10_000
    marks = [Mark(at, at + 4, "i") for at in range(0, len(text), 5)]
    assert marked(text, *marks)[0].count("<i>") == 10_000


def test_marks_inside_one_another_end_at_a_depth_that_browsers_show() -> None:
    assert marked("a", *[Mark(0, 1, "i")] * 900)[0].count("<i>") == 40
