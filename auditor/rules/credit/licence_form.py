"""Credit that the licence asks for is not printed

The house's register of licences holds the words that the giver of the licence wants to read under the picture. A credit
that has them, in whatever capitals, spaces and signs, is good, and it may say more. A picture without any credit is a
matter of its own (`credit/missing`). The register is the file that `--registers` names.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, RegisterEntry, RegisterKind, Severity, Span
from auditor.rules.base import Context, Example, Rule, in_caption
from auditor.rules.registered import entries_about, known_by, sureness, witness

_ENTRY = RegisterEntry(
    kind=RegisterKind.LICENCES, place="licences.xlsx, row 7", id="1228224227", credit="Lena Ostrow / Elin Museum"
)
_IMAGE = "https://news.example/GettyImages-1228224227.jpg"


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """One hit, for the surest entry that asks for a credit, unless any is printed as asked."""
    asking = [match for match in entries_about(item, RegisterKind.LICENCES) if match.entry.credit]
    if not asking or not item.credit or any(_letters(m.entry.credit) in _letters(item.credit.line) for m in asking):
        return
    first = asking[0]
    yield Hit(
        message=f"The licence asks for the credit “{first.entry.credit}”.",
        aside=known_by(first),
        span=in_caption(item, Span(0, len(item.credit.line))),
        related=witness(first.entry, Field.CREDIT_LINE, first.entry.credit),
        suggestion=first.entry.credit,
        confidence=sureness(first),
    )


def _letters(text: str | None) -> str:
    return "".join(sign for sign in (text or "").casefold() if sign.isalnum())


RULE = Rule(
    id="credit/licence-form",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries in Port Elin. Photo: Lena Ostrow/Getty Images",
            at="Photo: Lena Ostrow/Getty Images",
            image=_IMAGE,
            register=(_ENTRY,),
        ),
    ),
    good=(
        Example(caption="Ferries in Port Elin. Photo: LENA OSTROW/Elin Museum", image=_IMAGE, register=(_ENTRY,)),
        Example(caption="Ferries in Port Elin.", image=_IMAGE, register=(_ENTRY,)),
    ),
)
