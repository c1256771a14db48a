"""Published file lost what its original says of rights

The original holds a creator, a credit, an owner, terms, a mark of AI or content credentials, and the file that was made
from it for the page does not: a program on the way removed them. Whoever finds the published file cannot tell whose it
is, and in the European Union and the United States removing such information knowingly is an offence. `--originals DIR`
names the folder of the originals; the original of a picture is found there by its file name or its supplier's number.
"""

from collections.abc import Iterator
from dataclasses import replace

from auditor.model import Comparison, Field, Hit, MediaItem, Metadata, Severity
from auditor.rules.base import Context, Example, Rule, not_checked

_FIELDS = (
    Field.CREATOR,
    Field.CREDIT_LINE,
    Field.SOURCE,
    Field.COPYRIGHT_NOTICE,
    Field.COPYRIGHT_OWNER,
    Field.USAGE_TERMS,
    Field.INSTRUCTIONS,
    Field.WEB_STATEMENT,
    Field.LICENSOR_NAME,
    Field.LICENSOR_URL,
    Field.SUPPLIER_IMAGE_ID,
    Field.DATA_MINING,
    Field.DIGITAL_SOURCE_TYPE,
    Field.AI_SYSTEM,
)


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """One hit that lists what was lost."""
    file = item.file
    if file is None or file.original is None:
        if item.kind.is_picture:
            yield not_checked("no original is at hand")
        return
    kept, original = _stated(file.metadata), file.original
    lost = [field for field in _FIELDS if field in _stated(original.metadata) - kept]
    names = [field.value.replace("_", " ") for field in lost]
    if original.metadata.credentials and not file.metadata.credentials:
        names.append("content credentials")
    if names:
        said = (s for s in original.metadata.statements if s.field in lost and s.value.strip())
        yield Hit(
            message=f"The file {file.name} lost {', '.join(names)}, which its original {original.name} holds.",
            related=tuple(replace(s, locator=f"{original.name}: {s.locator}") for s in said),
        )


def _stated(metadata: Metadata) -> set[Field]:
    return {statement.field for statement in metadata.statements if statement.value.strip()}


_MAKER, _OWNER = (Field.CREATOR, "Lena Ostrow"), (Field.COPYRIGHT_NOTICE, "© 2026 Lena Ostrow")

RULE = Rule(
    id="witness/lost-in-rendition",
    since="0.1",
    severity=Severity.WARN,
    comparison=Comparison.REMOVED,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries in Port Elin. Photo: Lena Ostrow", embedded=(_MAKER,), original=(_MAKER, _OWNER)),),
    good=(
        Example(caption="Ferries in Port Elin. Photo: Lena Ostrow", embedded=(_MAKER, _OWNER), original=(_MAKER, _OWNER)),
        Example(caption="Ferries in Port Elin. Photo: Lena Ostrow", embedded=(_MAKER,)),
    ),
)
