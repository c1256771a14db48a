"""Picture made by a model, without a label

The file or the page's data says that a model made or changed the picture, and no word that a reader sees says so.
Readers must be told, and in the European Union the AI Act (Regulation 2024/1689, article 50) asks it of whoever
publishes such pictures. Evidence is the IPTC Digital Source Type (https://cv.iptc.org/newscodes/digitalsourcetype/) and
the fields for AI systems, in the published file or in its original; no evidence never means “not AI”.
"""

from collections.abc import Iterator

from auditor.identity.making import TELLING, Making, making_shown, read_making, source_type_code
from auditor.model import Comparison, Field, Hit, MediaItem, Severity, Statement
from auditor.rules.base import Context, Example, Rule

_BY_MODEL = (Making.AI, Making.PARTLY_AI)


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Evidence of a model, beside a credit and caption that do not mention one; a credit to a generator does."""
    original = item.file.original.metadata.statements if item.file and item.file.original else ()
    evidence = tuple(s for s in (*item.statements, *original) if s.field in TELLING and read_making([s]).making in _BY_MODEL)
    if evidence and making_shown(item) is not Making.AI:
        yield Hit(message=f"A model made or changed this picture ({_told(evidence[0])}), and no label says so.", related=evidence)


def _told(evidence: Statement) -> str:
    """The code of a source type; of the other fields the name, whose values are free text."""
    is_code = evidence.field is Field.DIGITAL_SOURCE_TYPE
    return f"“{source_type_code(evidence.value)}”" if is_code else f"the file's field {evidence.locator.rpartition(':')[2]}"


_GENERATED = (Field.DIGITAL_SOURCE_TYPE, "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")

RULE = Rule(
    id="ai/unlabelled",
    since="0.1",
    severity=Severity.WARN,
    comparison=Comparison.SAYS_LESS,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow", embedded=(_GENERATED,)),
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow", original=(_GENERATED,)),
    ),
    good=(
        Example(caption="Ferries in a harbour. Image: AI-generated with Midjourney", embedded=(_GENERATED,)),
        Example(caption="An AI-generated image of ferries in a harbour.", embedded=(_GENERATED,)),
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow"),
    ),
)
