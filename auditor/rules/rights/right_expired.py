"""Licence has ended

The house's register of licences says until when the picture may be used, and the page still shows it. The register is the
file that `--registers` names; the finding says by what the picture was recognised. Where several entries speak of the
picture, one that still holds, or that names no end, is enough.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from auditor.model import Field, Hit, MediaItem, RegisterEntry, RegisterKind, Severity
from auditor.rules.base import Context, Example, Rule
from auditor.rules.registered import entries_about, known_by, sureness, witness

_ENTRY = RegisterEntry(kind=RegisterKind.LICENCES, place="licences.xlsx, row 7", id="1228224227", until=date(2026, 7, 1))
_IMAGE = "https://news.example/GettyImages-1228224227.jpg"


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """One hit, for the licence that ended last."""
    licences = list(entries_about(item, RegisterKind.LICENCES))
    ended = [match for match in licences if match.entry.until and match.entry.until < context.today]
    if ended and len(ended) == len(licences):
        last = max(ended, key=lambda match: match.entry.until or date.min)
        day = f"{last.entry.until:%Y-%m-%d}"
        yield Hit(
            message=f"The licence ended on {day}.",
            aside=known_by(last),
            related=witness(last.entry, Field.USAGE_TERMS, f"until {day}"),
            confidence=sureness(last),
        )


RULE = Rule(
    id="rights/right-expired",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries in Port Elin.", image=_IMAGE, register=(_ENTRY,)),),
    good=(
        Example(caption="Ferries in Port Elin.", image=_IMAGE, register=(replace(_ENTRY, until=date(2030, 7, 1)),)),
        Example(caption="Ferries in Port Elin.", image=_IMAGE, register=(_ENTRY, replace(_ENTRY, place="row 8", until=None))),
    ),
)
