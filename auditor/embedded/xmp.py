"""XMP packets: RDF/XML read by namespace (XMP Specification part 1, clause 7; ISO 16684-1), never by prefix.

A packet with a document type declaration is refused: XMP has none, and entities are how XML attacks its reader.
"""

import re
import struct
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, islice

from lxml import etree

from auditor.data.embedded import Property, folded_namespace, small_initial, xmp_namespaces, xmp_properties
from auditor.embedded.parts import Aside, Block, Mark, Pointer, Said, Trouble
from auditor.embedded.text import decode_utf8, iso_date, trimmed
from auditor.limits import MAX_BLOCK_BYTES, MAX_XMP_PROPERTIES, MAX_XMP_TAGS
from auditor.model import Field, Origin, Statement

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DESCRIPTION, _ITEM, _VALUE, _RESOURCE = (f"{{{_RDF}}}{name}" for name in ("Description", "li", "value", "resource"))
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_EXTENDED = (folded_namespace("http://ns.adobe.com/xmp/note/"), "hasExtendedXMP")
_LATITUDE = (folded_namespace("http://ns.adobe.com/exif/1.0/"), "gPSLatitude")
_PROVENANCE = (folded_namespace("http://purl.org/dc/terms/"), "provenance")  # C2PA 2.1, 11.4: where the manifest is kept
_FRAMES = 4
_DECLARATION = re.compile(r"\A<\?xml\b[^>]{0,200}\?>")
_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos);|(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};))", re.ASCII)
"""A reference by name, or an ampersand that begins none and stands for itself."""
_CODES = {"amp": 38, "lt": 60, "gt": 62, "quot": 34, "apos": 39, None: 38}
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"), (b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
)  # fmt: skip

Key = tuple[str, str]
"""Namespace, folded, and name, its first letter small."""
Value = tuple[str, str]
"""A text and what the locator says of it beside the property."""


def read_xmp(block: Block, extensions: Sequence[Block] = ()) -> Said:
    """Yield what the packet states; of language alternatives the default first, of a property written twice the later.

    `extensions` are the pieces of extended XMP in the file: those whose GUID the packet names are joined and read too.
    """
    root, troubles = _parsed(block)
    yield from troubles
    if root is None:
        return
    properties = list(islice(_properties(root), MAX_XMP_PROPERTIES + 1))
    if len(properties) > MAX_XMP_PROPERTIES:
        yield Trouble(f"XMP in {block.place}: more than {MAX_XMP_PROPERTIES} of the properties read here, the rest is not read")
    if guid := next((_values(node) for key, node in properties if key == _EXTENDED), None):
        joined = _joined(extensions, guid[0][0], block.place)
        yield from read_xmp(joined) if isinstance(joined, Block) else (joined,)
    for key, node in reversed(properties):
        if key == _LATITUDE:
            yield Mark.LOCATION
        if key == _PROVENANCE and (values := _values(node)):
            yield Pointer(trimmed(values[0][0]))
        for declared in xmp_properties().get(key, ()):
            yield from _statements(declared, node, block.place)


def _joined(extensions: Sequence[Block], guid: str, place: str) -> Block | Trouble:
    """The pieces with this GUID in order of their offsets (XMP Specification part 3, 1.1.3.1)."""
    pieces: dict[int, bytes] = {}
    announced = 0
    for extension in extensions:
        if extension.data[:32].decode("latin-1") == guid and len(extension.data) >= 40:
            announced, offset = struct.unpack_from(">II", extension.data, 32)
            pieces[offset] = extension.data[40:]
    if announced > MAX_BLOCK_BYTES:
        return Trouble(f"extended XMP of {place}: {announced} bytes announced, more than {MAX_BLOCK_BYTES}, not read")
    data = b"".join(pieces[offset] for offset in sorted(pieces))
    if not pieces or len(data) != announced:
        return Trouble(f"extended XMP of {place}: {announced or 'some'} bytes announced, {len(data)} there, not read")
    return Block(extensions[0].kind, data, f"extension of {place}")


def _decoded(data: bytes) -> tuple[str, bool]:
    """By byte order mark or pattern of NULs: UTF-8, UTF-16 or UTF-32, whatever the container's rule says."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    return (data.decode(encoding, "replace"), False) if encoding else decode_utf8(data)


def _parsed(block: Block) -> tuple[etree._Element | None, list[Trouble]]:
    """The root, as far as the XML can be followed, and what is wrong with it."""
    if len(block.data) > MAX_BLOCK_BYTES:
        return None, [Trouble(f"XMP in {block.place}: longer than {MAX_BLOCK_BYTES} bytes, not read")]
    text, damaged = _decoded(block.data)
    troubles = [Trouble(f"XMP in {block.place}: bytes that are no UTF-8, each shown as ?")] if damaged else []
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return None, [Trouble(f"XMP in {block.place}: a document type declaration, refused")]
    text, is_whole = _trimmed_packet(text)
    if not is_whole:
        troubles.append(Trouble(f"XMP in {block.place}: more than {MAX_XMP_TAGS} tags, the rest is not read"))
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.join(_frame()).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        return None, [*troubles, Trouble(f"XMP in {block.place}: no XML ({error.msg})")]
    if root is None:
        return None, [*troubles, Trouble(f"XMP in {block.place}: no XML")]
    if entry := next((e for e in parser.error_log if e.level_name != "WARNING"), None):
        troubles.append(Trouble(f"XMP in {block.place}: damaged XML at line {entry.line} ({entry.message.strip()})"))
    elif stray := _stray_text(root):
        troubles.append(Trouble(f"XMP in {block.place}: damaged, text outside its elements ({stray[:40]!r})"))
    return root, troubles


def _stray_text(root: etree._Element) -> str:
    """The first words that stand in no property: between the frames, or between descriptions."""
    for node in root.iter("frame", "{*}xmpmeta", f"{{{_RDF}}}RDF", _DESCRIPTION):
        for text in (node.text, *(child.tail for child in node)):
            if text and text.strip() and node.find("*") is not None:
                return str(text).strip()
    return ""


def _trimmed_packet(text: str) -> tuple[str, bool]:
    """The packet's XML as the parser can take it, and whether all of it is there."""
    start, end = max(0, text.find("<")), text.rfind("<?xpacket end")
    if end <= start:
        end = text.rfind(">") + 1  # a packet that breaks off keeps its whole elements
    is_whole = text.count("<", start, end) <= MAX_XMP_TAGS
    if not is_whole:
        end = next(islice(re.finditer("<", text), MAX_XMP_TAGS, None)).start()
    text = _NO_XML.sub(" ", text[start:end])
    text = _DECLARATION.sub("", text, count=1)
    if "&" in text and "<![CDATA[" not in text:  # by number: the parser drops those by name where it has met an error before
        text = _REFERENCE.sub(lambda found: f"&#{_CODES[found[1]]};", text)
    return text, is_whole


@cache
def _frame() -> tuple[str, str]:
    """What stands around every packet: the usual prefixes, for packets whose own declaration is missing or was closed too early.

    Several times, so that a stray end tag closes one of them and not the document.
    """
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in xmp_namespaces().items())
    return f"<frame{declared}>" + "<frame>" * _FRAMES, "</frame>" * (_FRAMES + 1)


@lru_cache(maxsize=1024)
def _key(tag: str) -> Key:
    """Namespace and name of an element or attribute."""
    namespace, _, name = tag.rpartition("}")
    return folded_namespace(namespace.lstrip("{")), small_initial(name)


def _properties(root: etree._Element) -> Iterator[tuple[Key, etree._Element | str]]:
    """Every known property: child elements and attributes of the packet's descriptions, not those inside other properties."""
    known = {*xmp_properties(), _EXTENDED, _LATITUDE, _PROVENANCE}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield from _fields(node, known)
        waiting += reversed([child for child in node.iterchildren("*") if _is_wrapper(child)])


def _fields(node: etree._Element, wanted: Collection[Key]) -> Iterator[tuple[Key, etree._Element | str]]:
    """The wanted attributes and child elements of a description or structure."""
    for name in node.attrib:  # not its items: to list them costs the square of their number
        if (key := _key(name)) in wanted:
            yield key, node.get(name, "")
    for child in node.iterchildren("*"):
        if (key := _key(child.tag)) in wanted:
            yield key, child


def _is_wrapper(node: etree._Element) -> bool:
    """Whether it stands around properties: rdf:RDF, rdf:Description, and the XMP or XAP meta element in any namespace."""
    tag: str = node.tag
    return tag.startswith(f"{{{_RDF}}}") or tag.endswith(("}xmpmeta", "}xapmeta")) or tag == "frame"


def _statements(declared: Property, node: etree._Element | str, place: str) -> Said:
    values = _member_values(node, declared) if declared.member else _values(node)
    for text, beside in values:
        value = trimmed(text)
        if value and declared.field is Field.DATE_CREATED:
            value = iso_date(value) or ""
            if not value:
                yield Trouble(f"XMP {declared.path} in {place}: {text.strip()[:40]!r} is no date")
        if value:
            statement = Statement(field=declared.field, value=value, origin=Origin.XMP, locator=f"XMP {declared.path}{beside}")
            yield Aside(statement) if declared.aside else statement


def _values(node: etree._Element | str) -> list[Value]:
    """The texts of a property: its own, those of its list, or of its language alternatives with the default in front."""
    if isinstance(node, str):
        return [(node, "")]
    items = _items(node)
    if not items:
        return [(text, "")] if (text := _text(node)) is not None else []
    if any(item.get(_LANGUAGE) for item in items):
        return _alternatives(items)
    many = len(items) > 1
    return [(text, f"[{i}]" if many else "") for i, item in enumerate(items, 1) if (text := _text(item)) is not None]


def _alternatives(items: list[etree._Element]) -> list[Value]:
    """The default in front, or an entry without a language (XMP Specification part 1, 8.2.2.4); the later of two of them."""
    default: list[Value] = []
    others: list[Value] = []
    for item in items:
        if (text := _text(item)) is None:
            continue
        language = item.get(_LANGUAGE, "x-default")
        value = text, f"[@xml:lang='{language}']"
        if language.lower() == "x-default":
            default.insert(0, value)
        else:
            others.append(value)
    return default + others


def _items(node: etree._Element) -> list[etree._Element]:
    """The entries of the list inside a property; none for a property that holds no list."""
    lists = (child for child in node.iterchildren("*") if child.tag.startswith(f"{{{_RDF}}}"))
    return list(islice((item for child in lists for item in child.iterchildren(_ITEM)), MAX_XMP_PROPERTIES))


def _text(node: etree._Element) -> str | None:
    """The text of a simple value, written as text, attribute or qualified value; None for a structure."""
    for holder in chain((node,), node.iterchildren(_DESCRIPTION)):
        if (text := holder.get(_VALUE, holder.get(_RESOURCE))) is not None:
            return str(text)
        if (child := holder.find(_VALUE)) is not None:
            return _text(child)
    return None if node.find("*") is not None else "".join(node.itertext())


def _member_values(node: etree._Element | str, declared: Property) -> list[Value]:
    """One field of each structure of a list, or of the one structure (XMP Specification part 1, 7.6)."""
    if isinstance(node, str):
        return []
    found: list[Value] = []
    for i, item in enumerate(_items(node) or [node], 1):
        for holder in (item, *item.iterchildren(_DESCRIPTION)):
            for _, value in _fields(holder, (declared.member_key,)):
                found += [(text, f"[{i}]/{declared.member}") for text, _ in _values(value)[:1]]
    return found
