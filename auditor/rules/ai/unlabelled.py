"""Picture made by a model, without a label

The file or the page's data says that a model made or changed the picture, and no word that a reader sees says so.
Readers must be told, and in the European Union the AI Act (Regulation 2024/1689, article 50) asks it of whoever
publishes such pictures. Evidence is the IPTC Digital Source Type (https://cv.iptc.org/newscodes/digitalsourcetype/) and
the fields for AI systems; no evidence never means “not AI”.
"""

from collections.abc import Iterator

from auditor.model import Field, Flag, Hit, MediaItem, OrganisationKind, Role, Severity, Statement
from auditor.rules.base import Context, Example, Rule

_SOURCE_TYPES = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia")


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Evidence of a model, beside a credit and caption that do not mention one."""
    evidence = tuple(s for s in item.stating(Field.DIGITAL_SOURCE_TYPE, Field.AI_SYSTEM) if _tells_of_a_model(s))
    if evidence and not _is_labelled(item):
        said = evidence[0].value.rstrip("/").rpartition("/")[2]
        yield Hit(message=f"A model made or changed this picture (“{said}”), and no label says so.", related=evidence)


def _tells_of_a_model(statement: Statement) -> bool:
    if statement.field is Field.AI_SYSTEM:
        return bool(statement.value.strip())
    return statement.value.strip().rstrip("/").rpartition("/")[2] in _SOURCE_TYPES


def _is_labelled(item: MediaItem) -> bool:
    credit = item.credit
    if credit is None:
        return False
    generator = any(o.kind is OrganisationKind.AI_GENERATOR for o in credit.organisations)
    return generator or credit.role is Role.AI or Flag.AI in credit.flags


_GENERATED = (Field.DIGITAL_SOURCE_TYPE, "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")

RULE = Rule(
    id="ai/unlabelled",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow", embedded=(_GENERATED,)),),
    good=(
        Example(caption="Ferries in a harbour. Image: AI-generated with Midjourney", embedded=(_GENERATED,)),
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow"),
    ),
)
