"""Microdata and RDFa: what hidden elements inside a picture's block say about it."""

from collections.abc import Iterator

from auditor.model import Origin, Statement
from auditor.readers.html_tree import Element, line
from auditor.readers.json_ld import PICTURE_FIELDS


def read_microdata(block: Element) -> Iterator[Statement]:
    """Statements of `itemprop` and `property` elements that hold their value in an attribute; shown ones are read as words."""
    for node in block.node.css("meta[content]"):
        attributes = node.attributes
        name = (attributes.get("itemprop") or attributes.get("property") or "").rpartition(":")[2]
        value = line(attributes.get("content") or "")
        if value and (field := PICTURE_FIELDS.get(name)):
            yield Statement(field=field, value=value, origin=Origin.MICRODATA, locator=f"{block.locator()} meta[{name}]")
