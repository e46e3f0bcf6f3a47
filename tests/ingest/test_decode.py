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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新しい船が出港", ("shift_jis", "euc_jp", "iso2022_jp")),
        ("大臣、来月辞任へ", ("shift_jis", "euc_jp")),
        ("새 배가 봄에 출항", ("euc_kr", "cp949")),
        ("新船春天出海", ("gb2312", "gb18030")),
        ("新船春天出海，船長說", ("big5",)),
        ("Лёд на реке", ("cp1251", "koi8_r", "cp866")),
        ("Το πλοίο φεύγει", ("cp1253", "iso8859_7")),
        ("הספינה תצא באביב", ("cp1255",)),
        ("السفينة الجديدة", ("cp1256", "iso8859_6")),
        ("เรือลำใหม่ออกเดินทาง", ("cp874",)),
    ],
)
def test_a_headline_is_enough_to_tell_a_script(text: str, names: tuple[str, ...]) -> None:
    for name in names:
        assert decode_bytes(text.encode(name)).text == text


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
