"""One XMP packet as a tree: its encoding, what XML refuses, and how much of a damaged one can still be followed.

A packet with a document type declaration is refused: XMP has none, and entities are how XML attacks its reader.
"""

import re
from functools import cache
from itertools import islice

from lxml import etree

from auditor.data.embedded import xmp_namespaces
from auditor.embedded.parts import Block, Damaged, Trouble
from auditor.embedded.text import decode_utf8
from auditor.limits import MAX_BLOCK_BYTES, MAX_XMP_TAGS

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
FRAME = "frame"
"""Element that is put around a packet."""

_FRAMES = 4
_DECLARATION = re.compile(r"\A<\?xml\b[^>]{0,200}\?>")
_NO_XML = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos);|(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};))", re.ASCII)
"""A reference by name, or an ampersand that begins none and stands for itself."""
_CODES = {"amp": 38, "lt": 60, "gt": 62, "quot": 34, "apos": 39, None: 38}
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"), (b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
)  # fmt: skip


def parse_packet(block: Block) -> tuple[etree._Element | None, list[Trouble]]:
    """The root, as far as the XML can be followed, and what is wrong with it."""
    root: etree._Element | None = None
    causes: list[str] = []
    try:
        text, causes = _packet_text(block.data)
        if text:
            root, cause = _tree(text)
            causes += [cause] if cause else []
    except Damaged as damaged:
        causes.append(str(damaged))
    return root, [Trouble(f"XMP in {block.place}: {cause}") for cause in causes]


def _packet_text(data: bytes) -> tuple[str, list[str]]:
    """The packet's XML as the parser can take it, empty where there is only padding, and what is wrong with it so far.

    Raises:
        Damaged: nothing of it is to be parsed.
    """
    if len(data) > MAX_BLOCK_BYTES:
        raise Damaged(f"longer than {MAX_BLOCK_BYTES} bytes, not read")
    text, damaged = _decoded(data)
    causes = ["bytes that are no UTF-8, each shown as ?"] if damaged else []
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Damaged("a document type declaration, refused")
    start, end = text.find("<"), text.rfind("<?xpacket end")
    if start < 0 and text.strip("\0 \t\r\n"):
        raise Damaged("no XML")
    if end <= start:
        end = text.rfind(">") + 1  # a packet that breaks off keeps its whole elements
    if text.count("<", max(start, 0), end) > MAX_XMP_TAGS:
        end = next(islice(re.finditer("<", text), MAX_XMP_TAGS, None)).start()
        causes.append(f"more than {MAX_XMP_TAGS} tags, the rest is not read")
    text = _DECLARATION.sub("", _NO_XML.sub(" ", text[max(start, 0) : end].replace("\0", "")), count=1)
    if "&" in text and "<![CDATA[" not in text:  # by number: the parser drops those by name where it has met an error before
        text = _REFERENCE.sub(lambda found: f"&#{_CODES[found[1]]};", text)
    return text, causes


def _decoded(data: bytes) -> tuple[str, bool]:
    """By byte order mark or pattern of NULs: UTF-8, UTF-16 or UTF-32, whatever the container's rule says."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    return (data.decode(encoding, "replace"), False) if encoding else decode_utf8(data)


def _tree(text: str) -> tuple[etree._Element | None, str | None]:
    """The root, and the first thing that is wrong."""
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.join(_frame()).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise Damaged(f"no XML ({error.msg})") from error
    if entry := next((e for e in parser.error_log if e.level_name != "WARNING"), None):
        return root, f"damaged XML at line {entry.line} ({entry.message.strip()})"
    if stray := _stray_text(root):
        return root, f"damaged, text outside its elements ({stray[:40]!r})"
    return root, None


def _stray_text(root: etree._Element) -> str:
    """The first words that stand in no property: between the frames, or between descriptions."""
    for node in root.iter(FRAME, "{*}xmpmeta", f"{{{RDF}}}RDF", f"{{{RDF}}}Description"):
        for text in (node.text, *(child.tail for child in node)):
            if text and text.strip() and node.find("*") is not None:
                return str(text).strip()
    return ""


@cache
def _frame() -> tuple[str, str]:
    """What stands around every packet: the usual prefixes, for packets whose own declaration is missing or was closed too early.

    Several times, so that a stray end tag closes one of them and not the document.
    """
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in xmp_namespaces().items())
    return f"<{FRAME}{declared}>" + f"<{FRAME}>" * _FRAMES, f"</{FRAME}>" * (_FRAMES + 1)
