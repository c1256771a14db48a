"""Bytes of plain text, which declare no encoding -> text, with a line for what could not be told for certain."""

import codecs

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """UTF-8, or UTF-16 with its mark; else whichever of UTF-8 and Windows-1252 (what Windows programs save) spoils less.

    A mark at the start stays in the text, so that positions are those of the file. Never raises.
    """
    if data.startswith(_UTF16_MARKS):
        return _utf16(data)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        broken = error
    line = data.count(b"\n", 0, broken.start) + 1
    text = data.decode("utf-8", "replace")
    if _looks_western(data, text):
        western = data.decode("cp1252", "replace")
        return western, (f"not UTF-8 (first seen on line {line}), read as Windows-1252; save it as UTF-8 if letters look wrong",)
    spoilt = text.count("\ufffd")
    return text, (f"not valid UTF-8 (first seen on line {line}), {spoilt:,} unreadable places replaced; save it as UTF-8",)


def _utf16(data: bytes) -> tuple[str, tuple[str, ...]]:
    text = data.decode("utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be", "replace")
    spoilt = text.count("\ufffd")
    return text, (f"not valid UTF-16, {spoilt:,} unreadable places replaced; save it as UTF-8",) if spoilt else ()


def _looks_western(data: bytes, text: str) -> bool:
    """Not one character of several bytes is UTF-8, and accented letters are as rare as Western languages have them."""
    high = sum(data.count(bytes([byte])) for byte in range(0x80, 0x100))
    is_any_utf8 = any(ord(char) > 0x7F and char != "\ufffd" for char in text)
    return not is_any_utf8 and high * 8 < len(data)
