"""Credit cut at 32 characters

The old metadata fields By-line, Credit and Source hold 32 characters (IPTC-IIM 4.2, datasets 2:80, 2:110 and 2:115), and
content systems built on them still cut longer credits there: `Lena Ostrow/Agence France-Presse via Getty Images`
becomes `Lena Ostrow/Agence France-Presse`. Found where the file or the page's data holds the whole line and the page
prints just its first 32 characters, or bytes, of it.
"""

from collections.abc import Iterator

from auditor.model import Comparison, Credit, Hit, MediaItem, Severity, Statement
from auditor.rules.base import Context, Example, Rule

LIMIT = 32
"""Octets of the IIM datasets; many programs count characters."""


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A displayed credit that is the beginning of a longer one."""
    credit, origin = item.credit, item.reading.credit_origin
    if credit is None or origin is None or not origin.is_displayed:
        return
    known = (*item.reading.declared_credits, *(item.file.credits if item.file else ()))
    statement = next((statement for statement, _ in known if is_cut(credit, statement)), None)
    if statement:
        whole = " ".join(statement.value.split())
        yield Hit(
            message=f"The credit is cut at {LIMIT} characters; the whole is “{whole}”.",
            span=item.reading.credit_span,
            related=(statement,),
            suggestion=whole,
        )


def is_cut(credit: Credit, statement: Statement) -> bool:
    """Whether the printed credit is the beginning of this statement, cut where the old fields end."""
    printed, whole = " ".join(credit.line.split()).rstrip(")]."), " ".join(statement.value.split())
    return whole not in printed and any(printed.endswith(cut) for cut in _cuts(whole))


def _cuts(whole: str) -> set[str]:
    """What 32 characters, or bytes of UTF-8, leave of it; nothing where less stands there."""
    octets = whole.encode()[:LIMIT].decode(errors="ignore")
    return {cut.rstrip() for cut in (whole[:LIMIT], octets) if len(whole) > len(cut)}


_WHOLE = "Lena Ostrow/Agence France-Presse via Getty Images"

RULE = Rule(
    id="credit/cut-off",
    since="0.1",
    severity=Severity.WARN,
    comparison=Comparison.SAYS_LESS,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit=f"Photo: {_WHOLE[:LIMIT]}",
            structured=(("creditText", _WHOLE),),
            at=f"Photo: {_WHOLE[:LIMIT]}",
        ),
    ),
    good=(
        Example(caption="Ferries wait in Port Elin.", credit=f"Photo: {_WHOLE}", structured=(("creditText", _WHOLE),)),
        Example(caption="Ferries wait in Port Elin.", credit="Photo: Lena Ostrow/AFP", structured=(("creditText", _WHOLE),)),
    ),
)
