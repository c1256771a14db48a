"""What bytes are, by what they hold and not by what their name claims: web page, plain text, picture, or none of these.

The tests follow the WHATWG MIME Sniffing Standard (https://mimesniff.spec.whatwg.org/, sections 6.1, 7.1 and "binary data byte"),
with more opening tags (a saved fragment may begin with `<article>`) and room for a few stray control bytes: real pages hold them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from auditor.model import UnreadableError


class ContentKind(StrEnum):
    """The kinds a reader or the picture index tells apart."""

    HTML = "html"
    TEXT = "text"
    PICTURE = "picture"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Content:
    """A kind with the words for it in a message."""

    kind: ContentKind
    label: str
    """With article: `a PDF`."""


SNIFFED_BYTES = 4096

_SIGNATURES: tuple[tuple[int, bytes, ContentKind, str], ...] = (
    (0, b"\xff\xd8\xff", ContentKind.PICTURE, "a JPEG picture"),
    (0, b"\x89PNG\r\n\x1a\n", ContentKind.PICTURE, "a PNG picture"),
    (0, b"GIF8", ContentKind.PICTURE, "a GIF picture"),
    (8, b"WEBP", ContentKind.PICTURE, "a WebP picture"),
    (0, b"II*\x00", ContentKind.PICTURE, "a TIFF picture"),
    (0, b"MM\x00*", ContentKind.PICTURE, "a TIFF picture"),
    (0, b"II+\x00", ContentKind.PICTURE, "a TIFF picture"),
    (0, b"MM\x00+", ContentKind.PICTURE, "a TIFF picture"),
    (4, b"ftypheic", ContentKind.PICTURE, "a HEIC picture"),
    (4, b"ftypmif1", ContentKind.PICTURE, "a HEIF picture"),
    (4, b"ftypavif", ContentKind.PICTURE, "an AVIF picture"),
    (0, b"8BPS", ContentKind.PICTURE, "a Photoshop picture"),
    (0, b"%PDF-", ContentKind.OTHER, "a PDF"),
    (0, b"{\\rtf", ContentKind.OTHER, "a Rich Text file"),
    (0, b"PK\x03\x04", ContentKind.OTHER, "a ZIP archive or an Office document"),
    (0, b"\xd0\xcf\x11\xe0", ContentKind.OTHER, "an old Office document"),
    (0, b"\x1f\x8b", ContentKind.OTHER, "a gzip file"),
    (0, b"BZh", ContentKind.OTHER, "a bzip2 file"),
    (0, b"\xfd7zXZ\x00", ContentKind.OTHER, "an xz file"),
    (0, b"\x28\xb5\x2f\xfd", ContentKind.OTHER, "a zstd file"),
    (257, b"ustar", ContentKind.OTHER, "a tar archive"),
    (0, b"WARC/", ContentKind.OTHER, "a web archive (WARC)"),
    (4, b"ftyp", ContentKind.OTHER, "a video or audio file"),
    (0, b"\x7fELF", ContentKind.OTHER, "a program"),
)

_HTML_START = re.compile(
    rb"""<(?: !doctype\s+html
           | (?: html|head|title|body|meta|link|script|style|noscript|iframe|main|article|section|header|figure|picture|img|div
               | table|p|h[1-6]|a|b|br|ul|font ) (?=[\s/>]) )""",
    re.VERBOSE | re.IGNORECASE,
)
_SURE_HTML_START = re.compile(rb"<(?:!doctype\s+html|html)(?=[\s>])", re.IGNORECASE)
_PRELUDE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?", re.DOTALL)
_JSON_START = re.compile(rb'\s*(?:\{\s*["}]|\[\s*[\[{])')
_CONTROL_BYTES = bytes({*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)})
_HTML_NAME = re.compile(r"\.(?:html?|xhtml|shtml)(?:\.gz)?$", re.IGNORECASE)


def recognise_content(data: bytes, name: str = "") -> Content:
    """Tell what `data` is; `name` only decides whether text without any tag at its start is a page."""
    head = _in_one_byte_units(data[:SNIFFED_BYTES])
    if begins_as_page(head) or _HTML_START.match(head, _prelude_end(head)):
        return Content(ContentKind.HTML, "a web page")
    for offset, signature, kind, label in _SIGNATURES:
        if data.startswith(signature, offset):
            return Content(kind, label)
    return _recognise_text(head, name)


def recognise_article(data: bytes, name: str = "") -> ContentKind:
    """HTML or TEXT. Raises UnreadableError for data that no reader takes, with what it is and what to do."""
    content = recognise_content(data, name)
    match content.kind:
        case ContentKind.PICTURE:
            raise UnreadableError(
                f"{content.label}, not an article; `auditor metadata` reads it, or give the story it belongs to"
            )
        case ContentKind.OTHER:
            raise UnreadableError(f"{content.label}, not an article; save the story as a web page or as plain text")
        case kind:
            return kind


def begins_as_page(head: bytes) -> bool:
    """Whether the bytes open with `<!doctype html` or `<html`, the one sure sign of a page under any name."""
    return _SURE_HTML_START.match(head, _prelude_end(head)) is not None


def _recognise_text(head: bytes, name: str) -> Content:
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    if controls * 100 > len(head):
        return Content(ContentKind.OTHER, "binary data")
    if _HTML_NAME.search(name):
        return Content(ContentKind.HTML, "a web page")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        return Content(ContentKind.OTHER, "an XML file")
    if _JSON_START.match(head):
        return Content(ContentKind.OTHER, "a JSON file")
    return Content(ContentKind.TEXT, "plain text")


def _prelude_end(head: bytes) -> int:
    match = _PRELUDE.match(head)
    return match.end() if match else 0


def _in_one_byte_units(head: bytes) -> bytes:
    """UTF-16 text without its zero bytes, so that the same tests serve; other bytes as they are."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head
