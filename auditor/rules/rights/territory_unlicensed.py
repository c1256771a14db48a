"""Licence is for other territories

The house's register of licences says where a picture may be published, the policy's `territories` where the house does.
Places are compared as words: a licence for “Europe” may well cover Germany, so a place that is not named in the licence
is a matter to look up (outcome `cannot-tell`), not a fault proven. A licence for the world, or one that names no place,
covers all. Where several entries speak of the picture, they are taken together.
"""

from collections.abc import Iterator
from dataclasses import replace

from auditor.model import Confidence, Field, Hit, MediaItem, Outcome, RegisterEntry, RegisterKind, Severity
from auditor.rules.base import Context, Example, Rule, not_checked
from auditor.rules.registered import entries_about, known_by, witness

_WORLD = frozenset(("world", "worldwide", "welt", "weltweit", "monde", "mondial", "mundo", "mundial", "global"))
_ENTRY = RegisterEntry(
    kind=RegisterKind.LICENCES, place="licences.xlsx, row 7", id="1228224227", territories=("austria", "switzerland")
)
_PICTURE = Example(
    caption="Ferries in Port Elin.",
    image="https://news.example/GettyImages-1228224227.jpg",
    policy='territories = ["Germany", "Austria"]',
    register=(_ENTRY,),
)


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """One hit that names the places no licence names."""
    licences = list(entries_about(item, RegisterKind.LICENCES))
    granted = {place for match in licences for place in match.entry.territories}
    if not granted or not all(match.entry.territories for match in licences) or granted & _WORLD:
        return
    if not context.policy.territories:
        yield not_checked("the policy does not say where the pictures are published")
    elif others := sorted(context.policy.territories - granted):
        first = licences[0]
        yield Hit(
            message=f"The licence is for {', '.join(sorted(granted))}, without {', '.join(others)}.",
            aside=known_by(first),
            related=witness(first.entry, Field.USAGE_TERMS, ", ".join(first.entry.territories)),
            confidence=Confidence.LOW,
            outcome=Outcome.CANNOT_TELL,
        )


RULE = Rule(
    id="rights/territory-unlicensed",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(_PICTURE,),
    good=(
        replace(_PICTURE, policy='territories = ["Austria"]'),
        replace(_PICTURE, register=(replace(_ENTRY, territories=("worldwide",)),)),
        replace(_PICTURE, register=(replace(_ENTRY, territories=()),)),
        replace(_PICTURE, register=(_ENTRY, replace(_ENTRY, place="licences.xlsx, row 8", territories=("germany",)))),
    ),
)
