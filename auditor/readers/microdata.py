"""Microdata and RDFa: what a picture's block says about it in attributes that no reader sees.

HTML Living Standard 5 (microdata), HTML+RDFa 1.1, with schema.org, Dublin Core and ccREL.
What such elements show is read as words.
"""

import re
from collections.abc import Iterator

from auditor.model import Field, Origin, Statement
from auditor.readers.html_tree import Element, Tree, line
from auditor.readers.json_ld import PICTURE_FIELDS

_FIELDS = PICTURE_FIELDS | {
    "rights": Field.COPYRIGHT_NOTICE,
    "rightsHolder": Field.COPYRIGHT_OWNER,
    "created": Field.DATE_CREATED,
    "title": Field.TITLE,
    "attributionName": Field.CREDIT_LINE,
    "morePermissions": Field.LICENSOR_URL,
}
"""Those of schema.org; of Dublin Core (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/); of ccREL
(https://www.w3.org/submissions/ccREL/): the name to credit, and where to ask for more rights."""
_ADDRESSED = (Field.LICENCE, Field.LICENSOR_URL, Field.USAGE_TERMS, Field.DIGITAL_SOURCE_TYPE)
"""Fields whose value may be an address."""
_PICTURE_TYPE = re.compile(r"(?:^|[/:#])(?:\w*ImageObject|Photograph|VideoObject)\b")
_QUERY = "[itemprop], [property], [rel~=license], [rel~='cc:license'], [rel~='dct:license']"
_SCOPE = 5
"""Levels from a picture's block up in which the element that opens its item stands."""


def read_microdata(block: Element, tree: Tree) -> Iterator[Statement]:
    """Statements of `itemprop`, `property` and `rel` that hold their value in an attribute, each about this picture."""
    top = _scope(block)
    for node in top.node.css(_QUERY):
        element = tree.element(node)
        owner = next((e for e in element.up_to(top.parent) if e is not element and _opens_item(e)), None)
        is_own = owner is None or _PICTURE_TYPE.search(_type(owner)) is not None
        source = element if is_own else owner if owner is not None and "name" in _terms(element) else None
        for term in _terms(source) if source else ():
            field = _FIELDS.get(term)
            if field and (value := _value(element, field)):
                yield Statement(field=field, value=value, origin=Origin.MICRODATA, locator=f"{element.locator()}[{term}]")


def _scope(block: Element) -> Element:
    """The element around the block that says that it is a picture's and holds no other picture, else the block."""
    around = [element for element, _ in zip(block.ancestors(), range(_SCOPE), strict=False)]
    typed = next((element for element in around if _PICTURE_TYPE.search(_type(element))), block)
    if typed is block:
        return block
    own = {node.mem_id for node in block.node.css("img")}
    is_shared = any(node.tag == "img" and node.mem_id not in own for node in typed.node.traverse(skip_empty=True))
    return block if is_shared else typed


def _opens_item(element: Element) -> bool:
    return "itemscope" in element.attributes or "typeof" in element.attributes


def _type(element: Element) -> str:
    return element.attributes.get("itemtype") or element.attributes.get("typeof") or ""


def _terms(element: Element) -> list[str]:
    """The properties an element states, without their vocabulary."""
    names = " ".join(element.attributes.get(name) or "" for name in ("itemprop", "property", "rel"))
    return [re.split(r"[:/#]", name)[-1] for name in names.split()]


def _value(element: Element, field: Field) -> str:
    attributes = element.attributes
    value = attributes.get("content") or attributes.get("datetime")
    if not value and field in _ADDRESSED:
        value = attributes.get("href") or attributes.get("resource")
    return line(value or "")
