"""Composite shown as one picture

The file says that it was put together of several pictures, and no word that a reader sees says so (composite, montage,
combination of pictures). Whoever looks takes it for one scene. Confidence is high where a part of it is synthetic by its
Digital Source Type (https://cv.iptc.org/newscodes/digitalsourcetype/), else low: parts may lie side by side so that
everybody sees it. What a model made is the matter of `ai/unlabelled`; a drawing or graphic needs no such word.
"""

from collections.abc import Iterator

from auditor.identity.making import Making, making_shown, read_making, source_type_code
from auditor.model import Comparison, Confidence, Field, Hit, MediaItem, MediaKind, Role, Severity
from auditor.rules.base import Context, Example, Rule

_SYNTHETIC = "compositesynthetic"
_DRAWN = (Role.ILLUSTRATION, Role.GRAPHIC)


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Evidence of a composite, beside words that do not mention it."""
    if item.kind is not MediaKind.IMAGE or (item.credit and item.credit.role in _DRAWN):
        return
    if read_making(item.statements).making is not Making.COMPOSITE or making_shown(item) is not Making.UNKNOWN:
        return
    evidence = tuple(s for s in item.statements if read_making([s]).making is Making.COMPOSITE)
    codes = [source_type_code(statement.value) for statement in evidence]
    yield Hit(
        message=f"This picture was put together of several (“{codes[0]}”), and no label says so.",
        related=evidence,
        confidence=Confidence.HIGH if _SYNTHETIC in map(str.casefold, codes) else Confidence.LOW,
    )


_COMPOSED = (Field.DIGITAL_SOURCE_TYPE, "http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic")

RULE = Rule(
    id="ai/composite-unlabelled",
    since="0.1",
    severity=Severity.WARN,
    comparison=Comparison.SAYS_LESS,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow", embedded=(_COMPOSED,)),),
    good=(
        Example(caption="Ferries in Port Elin. Photo montage: Lena Ostrow", embedded=(_COMPOSED,)),
        Example(caption="This combination of pictures shows two ferries.", embedded=(_COMPOSED,)),
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow"),
    ),
)
