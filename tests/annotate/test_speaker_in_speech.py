"""He and she inside what somebody is quoted to say."""

from __future__ import annotations

from dataclasses import replace

from pipeline.annotate.speakers.component import Speakers
from pipeline.records import Quotation
from tests.annotate.marked_article import article


def _inner(text: str, source: str, cue: str, said: str) -> str:
    """The speaker of what a quotation quotes."""
    doc = article(text)
    outer = len(doc._.quotations) - 1
    doc._.quotations = (*doc._.quotations[:-1], replace(doc._.quotations[-1], kind="direct"))

    def span(words: str) -> tuple[tuple[int, int], ...]:
        at = doc.text.rindex(words)
        return ((at, at + len(words)),)

    start = doc.text.rindex(f"{source} {cue}")
    quoting = Quotation(
        span(said),
        ((start + len(source) + 1, start + len(source) + 1 + len(cue)),),
        ((start, start + len(source)),),
        nested_in=outer,
    )
    doc._.quotations = (*doc._.quotations, quoting)
    name: str = Speakers()(doc)._.quotations[-1].speaker.name
    return name


def test_he_is_the_manager_of_whom_the_quotation_has_just_told():
    text = (
        "{s:{PERSON:Mona Reed} and {PERSON:Otto Field}} {c:said} {q:they skate at the port}.|\n\n"
        "“{q:The manager shouts at us},” {s:{PERSON:Mona Reed}} {c:said}. "
        "“{q:He says, ‘Go home.’}”|"
    )
    assert _inner(text, "He", "says", "Go home") == "manager"


def test_he_is_the_man_of_the_paragraph_before():
    text = (
        "{s:{PERSON:Otto Field}} {c:said} {q:it blew}.|\n\nIt rained.\n\n"
        "A driver was rescued after his lorry blew over. "
        "{s:The port} {c:says} {q:the man, in his 40s, was unhurt}.|\n\n"
        "{s:Officer {PERSON:Mona Reed}} {c:said}: "
        "“{q:He was lucky. He climbed out and then he asked, ‘Is it dry?’}”|"
    )
    assert _inner(text, "he", "asked", "Is it dry?") == "man"


def test_she_is_whom_the_speaker_was_just_reported_to_tell_of():
    text = (
        "Ms {PERSON:Ada Brooks} ran the home. It was clean.\n\n"
        "Mrs {PERSON:Mona Reed} had asked where her money was.\n\n"
        "{s:Her son, {PERSON:Otto},} {c:said} {q:that he had called {PERSON:Brooks} in May}.|\n\n"
        "“{q:I spoke to her and she laughed},” {s:he} {c:said}. "
        "“{q:She told me, ‘It is late.’}”|"
    )
    assert _inner(text, "She", "told", "It is late") == "Ada Brooks"


def test_he_is_nobody_of_whom_a_quotation_and_the_text_before_it_do_not_tell():
    text = (
        "{s:Mr {PERSON:Otto Field}} {c:said} {q:it blew}.|\n\nIt rained.\n\nIt blew.\n\n"
        "It was dark.\n\n{s:Mrs {PERSON:Mona Reed}} {c:said}: “{q:And he told me, ‘It is dry’}.”|"
    )
    assert _inner(text, "he", "told", "It is dry") == ""


def test_she_inside_a_quotation_is_not_the_manager_who_speaks():
    text = (
        "Mrs {PERSON:Mona Reed}, the manager, came.\n\n"
        "“{q:And then she told me, ‘It is dry’},” {s:the manager} {c:said}.|"
    )
    assert _inner(text, "she", "told", "It is dry") == ""


def test_tunde_may_be_a_man():
    text = (
        "Mr {PERSON:Otto Field} was booked. It rained.\n\n"
        "{s:Mrs {PERSON:Mona Reed}} {c:said} {q:that {PERSON:Tunde Bello} had asked to play}.|\n\n"
        "“{q:And then he told me, ‘It is dry’},” {s:she} {c:said}.|"
    )
    assert _inner(text, "he", "told", "It is dry") == "Tunde Bello"


def test_he_is_whom_the_tag_behind_the_speech_names():
    text = (
        "{s:Mr {PERSON:Otto Field}} {c:said} {q:it blew}.|\n\nIt rained.\n\nIt blew.\n\n"
        "It was dark.\n\n“{q:He told me, ‘It is dry’},” {s:Mrs {PERSON:Mona Reed}} {c:said}, "
        "referring to {PERSON:Field}.|"
    )
    assert _inner(text, "He", "told", "It is dry") == "Otto Field"


def test_he_is_whom_the_sentence_before_names_in_speech():
    text = (
        "{s:{PERSON:FIELD}}{c::} "
        "{q:{PERSON:Abe Marsh} sails. He knows the port, and he likes his boat.}|\n\n"
        "{s:{PERSON:FIELD}}{c::} {q:Is he well? He was ill, and he has his age. "
        "Let me ask about {PERSON:Carl Brooks}. "
        "He asked for a ban on nets.}|"
    )
    assert _inner(text, "He", "asked", "for a ban on nets") == "Carl Brooks"


def test_my_husband_is_the_husband_of_who_is_quoted():
    text = (
        "“{q:I told him, and my husband said it never floods},” {s:{PERSON:Rosa Marsk}} {c:said}.|"
    )
    assert _inner(text, "my husband", "said", "it never floods") == "Rosa Marsk's husband"
