"""Bytes of pages in the encodings they really come in."""

import pytest

from auditor.limits import MAX_PAGE_BYTES
from auditor.readers.encoding import decode_page


@pytest.mark.parametrize(
    ("text", "encoding", "declaration"),
    [
        ("Zürich – Genève", "utf-8", ""),
        ("Zürich – Genève", "windows-1252", '<meta charset="windows-1252">'),
        ("Zürich – Genève", "windows-1252", '<meta charset="iso-8859-1">'),
        ("Łódź", "iso-8859-2", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">'),
        ("青浜市の倉庫", "shift_jis", '<meta charset="Shift_JIS">'),
        ("青浜市の倉庫", "iso-2022-jp", '<meta charset="iso-2022-jp">'),
        ("港口", "gb18030", '<meta charset="gb2312">'),
        ("Москва", "koi8-r", '<?xml version="1.0" encoding="koi8-r"?>'),
        ("Zürich", "utf-16", ""),
        ("Zürich", "utf-8-sig", ""),
    ],
)
def test_declared_encodings_are_read_without_a_problem(text, encoding, declaration):
    html, problems = decode_page((declaration + text).encode(encoding))
    assert html.decode() == declaration + text
    assert problems == []


def test_utf8_wins_over_a_wrong_declaration():
    data = '<meta charset="iso-8859-1">Zürich'.encode()
    assert decode_page(data) == (data, [])


def test_an_undeclared_page_is_read_as_windows_1252_and_says_so():
    html, problems = decode_page("Genève".encode("windows-1252"))
    assert html.decode() == "Genève"
    assert problems == ["the page declares no encoding that is known and is not UTF-8; it was read as Windows-1252"]


def test_a_page_that_lies_about_utf8_says_so():
    html, problems = decode_page('<meta charset="utf-8">Genève'.encode("windows-1252"))
    assert html.decode().endswith("Genève")
    assert problems == ["the page declares UTF-8 but is not; it was read as Windows-1252"]


def test_few_bad_bytes_in_a_utf8_page_are_replaced():
    html, problems = decode_page(('<meta charset="utf-8">' + "Zürich " * 500).encode() + b"\xff")
    assert html.decode().count("Zürich") == 500
    assert problems == ["some bytes of the page are not valid UTF-8 and were replaced"]


def test_a_page_beyond_the_cap_is_cut_and_says_so():
    html, problems = decode_page(b"a" * (MAX_PAGE_BYTES + 1))
    assert len(html) == MAX_PAGE_BYTES
    assert "33,554,433 bytes" in problems[0]
