"""Number in the page's address, another number inside the file

The file's name, its address or the caption bears a supplier's number, and the file itself holds another number of the
same supplier. Then the file was exchanged under the old name, or saved under the name of another picture, and a licence
looked up by either number is the wrong one. Confidence is low, as suppliers number parts of a set apart.
"""

from collections.abc import Iterator

from auditor.identity.supplier_ids import find_asset_ids
from auditor.model import AssetId, Comparison, Confidence, Field, Hit, MediaItem, PictureFile, Severity, Statement
from auditor.rules.base import Context, Example, Rule

_FIELDS = (Field.SUPPLIER_IMAGE_ID, Field.IMAGE_GUID, Field.TITLE, Field.JOB_ID)
_LEAST = 6
"""Digits of a bare number that is taken for a supplier's."""


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """The first number of the page that the file denies."""
    if item.file is None:
        return
    said = [s for s in (*item.file.metadata.statements, *item.file.metadata.others) if s.field in _FIELDS]
    for asset in item.asset_ids:
        others = [s for s in said if _other_number(asset, s, item.file)]
        if others and not any(asset.id.casefold() in s.value.casefold() for s in said):
            yield Hit(
                message=f"The page gives the picture number {asset.id}; the picture file says {others[0].value}.",
                related=tuple(others),
                confidence=Confidence.LOW,
            )
            return


def _other_number(asset: AssetId, statement: Statement, file: PictureFile) -> bool:
    """Whether the statement holds a number of the same supplier: in that supplier's form, or bare beside its credit."""
    value = statement.value.strip()
    if any(
        found.supplier == asset.supplier for found in find_asset_ids(value, origin=statement.origin) if not found.needs_credit
    ):
        return True
    is_bare = statement.field is Field.SUPPLIER_IMAGE_ID and value.isdecimal() and len(value) >= _LEAST and asset.id.isdecimal()
    return is_bare and any(o.id == asset.supplier for _, credit in file.credits for o in credit.organisations)


RULE = Rule(
    id="witness/number-against-file",
    since="0.1",
    severity=Severity.WARN,
    comparison=Comparison.CONTRADICTION,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit="Photo: Lena Ostrow/Getty Images",
            image="https://news.example/GettyImages-2242056166.jpg",
            embedded=(
                (Field.CREATOR, "Lena Ostrow"),
                (Field.CREDIT_LINE, "Getty Images"),
                (Field.SUPPLIER_IMAGE_ID, "1228224227"),
            ),
        ),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit="Photo: Lena Ostrow/Getty Images",
            image="https://news.example/GettyImages-2242056166.jpg",
            embedded=(
                (Field.CREATOR, "Lena Ostrow"),
                (Field.CREDIT_LINE, "Getty Images"),
                (Field.SUPPLIER_IMAGE_ID, "2242056166"),
            ),
        ),
    ),
)
