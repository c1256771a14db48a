"""A page's bytes -> UTF-8: what it declares against what it really is."""

import codecs
import re

from auditor.limits import MAX_PAGE_BYTES

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

_SEVEN_BITS = b"2022"
"""In the name of the encoding whose bytes are valid UTF-8 and mean something else."""
_HEAD = 4096
"""Bytes in which a declaration is looked for; the standard asks for 1024, real pages put scripts first."""


def decode_page(data: bytes) -> tuple[bytes, list[str]]:
    """UTF-8 of a page, cut at `MAX_PAGE_BYTES`, with a line for each thing that was wrong."""
    problems = []
    if len(data) > MAX_PAGE_BYTES:
        problems.append(f"the page is {len(data):,} bytes long; what follows the first {MAX_PAGE_BYTES:,} was not read")
        data = data[:MAX_PAGE_BYTES]
        data = data[: data.rfind(b">") + 1] or data  # not in the middle of a character
    return _utf8(data, problems), problems


def _utf8(data: bytes, problems: list[str]) -> bytes:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace").encode("utf-8", "replace")
    head = data[:_HEAD]
    if (_SEVEN_BITS in head and _declared(head) == "iso2022_jp") or not _is_utf8(data):
        return _transcoded(data, _declared(head), problems)
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
    except UnicodeDecodeError:
        return False
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
