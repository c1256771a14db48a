"""Bytes are what they hold, whatever they are called."""

import pytest

from auditor.identity.content_kind import ContentKind, begins_as_page, recognise_content

HTML, TEXT, PICTURE, OTHER = ContentKind.HTML, ContentKind.TEXT, ContentKind.PICTURE, ContentKind.OTHER


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"<!DOCTYPE html><title>Ferry</title>", "", HTML),
        (b"\xef\xbb\xbf\n <!-- saved --> <html lang=en>", "story.txt", HTML),
        (b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", "", HTML),
        ("<!doctype html>".encode("utf-16"), "", HTML),
        (b"<article><p>Ferry", "", HTML),
        (b"<figure>", "", HTML),
        (b"<p>A\x00B" + b"x" * 500, "", HTML),
        (b"The ferry runs again.", "story.html", HTML),
        (b"The ferry runs again.", "story.HTM.gz", HTML),
        (b"The ferry runs again.", "story", TEXT),
        (b"<Ferry> runs again", "", TEXT),
        (b"<pier> is closed", "", TEXT),
        ("Fähre".encode("latin-1"), "", TEXT),
        ("Fähre fährt".encode("utf-16"), "", TEXT),
        (b"A page\x0cbreak and one stray \x00" + b"x" * 500, "", TEXT),
        (b"[1] First note", "", TEXT),
        (b"\x89PNG\r\n\x1a\n", "a.html", PICTURE),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "", PICTURE),
        (b"\0\0\0\x1cftypavif", "", PICTURE),
        (b"\0\0\0\x1cftypisom", "", OTHER),
        (b"%PDF-1.7", "a.txt", OTHER),
        (b'{"a": 1}', "", OTHER),
        (b"[{}]", "", OTHER),
        (b"<?xml version='1.0'?><rss>", "", OTHER),
        (b"\x00\x01" * 50, "", OTHER),
        (b"", "", TEXT),
    ],
)
def test_recognise_content(data: bytes, name: str, kind: ContentKind) -> None:
    assert recognise_content(data, name).kind is kind


def test_only_a_doctype_or_html_tag_is_a_sure_sign() -> None:
    assert begins_as_page(b"\n<HTML>")
    assert not begins_as_page(b"<div>")
    assert not begins_as_page(b"<htmlish>")
