"""A page's bytes -> text an HTML parser can take: what it declares, what it really is, and how deep it nests."""

import codecs
import re

from auditor.limits import MAX_NESTING, MAX_PAGE_BYTES

_DECLARED = re.compile(rb"""(?:charset\s*=\s*|encoding\s*=\s*)["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_AS_BROWSERS_DO = {
    "iso-8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874",
    "tis-620": "windows-874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
"""Labels that browsers read as another encoding (WHATWG Encoding Standard, 4.2 Names and labels)."""

_HEAD = 4096
"""Bytes in which a declaration is looked for; the standard asks for 1024, real pages put scripts first."""

_TAG = re.compile(rb"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*+)>")
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
_FEW_TAGS = 10_000
"""Open tags up to which no nesting hurts: lexbor takes 0.05 s for 10,000 tags that never close, 25 s for 200,000."""


def decode_page(data: bytes) -> tuple[bytes, list[str]]:
    """UTF-8 of a page, cut at `MAX_PAGE_BYTES` and free of hostile nesting, with a line for each thing that was wrong."""
    problems = []
    if len(data) > MAX_PAGE_BYTES:
        problems.append(f"the page is {len(data):,} bytes long; what follows the first {MAX_PAGE_BYTES:,} was not read")
        data = data[:MAX_PAGE_BYTES]
    data = _utf8(data, problems)
    if data.count(b"<") > 2 * _FEW_TAGS:
        data = _flattened(data, problems)
    return data, problems


def _utf8(data: bytes, problems: list[str]) -> bytes:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace").encode("utf-8", "replace")
    declared = _declared(data[:_HEAD])
    if declared == "iso2022_jp" or not _is_utf8(data):
        return _transcoded(data, declared, problems)
    return data


def _declared(head: bytes) -> str | None:
    if not (found := _DECLARED.search(head)):
        return None
    label = found[1].decode("ascii").lower()
    try:
        return codecs.lookup(_AS_BROWSERS_DO.get(label, label)).name
    except LookupError:
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(data) - 3  # cut in the middle of a character
    return True


def _transcoded(data: bytes, declared: str | None, problems: list[str]) -> bytes:
    """Not UTF-8: as declared, else as Windows-1252, which is what undeclared pages mostly are."""
    if declared in (None, "utf-8"):
        said = "declares UTF-8 but is not" if declared else "declares no encoding that is known and is not UTF-8"
        mostly = data.decode("utf-8", "ignore")
        if declared and len(data) - len(mostly.encode()) < len(data) / 1000:
            problems.append("some bytes of the page are not valid UTF-8 and were replaced")
            return data.decode("utf-8", "replace").encode()
        problems.append(f"the page {said}; it was read as Windows-1252")
        declared = "cp1252"
    assert declared is not None
    return data.decode(declared, "replace").encode("utf-8", "replace")


def _flattened(data: bytes, problems: list[str]) -> bytes:
    """The page without the tags that open deeper than `MAX_NESTING`: lexbor's time is quadratic in unclosed nesting."""
    depth, dropped = 0, 0

    def keep(tag: re.Match[bytes]) -> bytes:
        nonlocal depth, dropped
        if tag[2].lower() in _VOID or tag[3].endswith(b"/"):
            return tag[0]
        if tag[1]:
            depth = max(0, depth - 1)
            return tag[0]
        depth += 1
        if depth > MAX_NESTING:
            dropped += 1
            return b""
        return tag[0]

    flat = _TAG.sub(keep, data)
    if not dropped:
        return data
    problems.append(f"elements are nested deeper than {MAX_NESTING}: {dropped:,} tags were ignored, their text was kept")
    return flat
