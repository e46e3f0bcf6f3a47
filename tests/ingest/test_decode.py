"""Bytes become the letters that were meant."""

import pytest

from pipeline.ingest.decode import decode_bytes, fold_text, is_binary

TEXTS = {
    "“We don’t know,” said the café’s owner.\nIt cost £5.\n": ("cp1252", "mac_roman", "utf-16-le"),
    "Où est le président ? « Il a été élu », a dit Élodie l’été dernier.": ("cp1252", "utf-16-be"),
    "Zażółć gęślą jaźń, powiedział premier w środę w Łodzi.": ("cp1250", "utf-8"),
    "Президент заявил в среду, что переговоры продолжатся.": ("cp1251", "utf-16-le"),
    "Ο πρωθυπουργός είπε ότι οι συνομιλίες θα συνεχιστούν.": ("cp1253",),
}


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, name) for text, names in TEXTS.items() for name in names]
)
def test_the_encoding_is_told_from_the_bytes(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert not is_binary(data)
    assert decode_bytes(data).text == text


def test_what_a_page_declares_decides_what_bytes_cannot() -> None:
    page = '<meta charset="windows-1254"><p>Işık şöyle dedi.</p>'
    assert decode_bytes(page.encode("cp1254")).text == page


def test_a_few_stray_bytes_do_not_spoil_a_text_in_utf8() -> None:
    data = "Das Café in Köln, naïve Gäste: ".encode() + b"\x93hello\x94"
    assert decode_bytes(data).text == "Das Café in Köln, naïve Gäste: “hello”"


def test_a_named_encoding_is_taken_at_its_word() -> None:
    read = decode_bytes(b"caf\xe9", forced="utf-8")
    assert read.lossy and read.text == "caf�"


def test_line_ends_are_folded_and_control_characters_dropped() -> None:
    assert fold_text("\ufeffa\r\nb\rc\u2028d\x0ce\x00\x07") == "a\nb\nc\nd\ne"


@pytest.mark.parametrize(
    "data", [b"\x00" * 99, bytes(range(256)) * 9, b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 9]
)
def test_what_is_no_text_is_told(data: bytes) -> None:
    assert is_binary(data)
