"""Digital source type that no vocabulary knows

The file or the page's data states how the picture was made with a code that the IPTC vocabulary
(https://cv.iptc.org/newscodes/digitalsourcetype/) does not hold. Programs that look for pictures made by a model read
nothing in it, so a label may be missing.
"""

from collections.abc import Iterator

from auditor.identity.making import Making, read_making, source_type_code
from auditor.model import Field, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """One hit for the first code that says nothing."""
    unknown = [s for s in item.stating(Field.DIGITAL_SOURCE_TYPE) if read_making([s]).making is Making.UNKNOWN]
    if unknown:
        code = source_type_code(unknown[0].value)
        yield Hit(message=f"“{code}” is no digital source type that IPTC knows.", related=tuple(unknown))


_CODES = "http://cv.iptc.org/newscodes/digitalsourcetype/"

RULE = Rule(
    id="ai/source-type-unknown",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries in Port Elin.", embedded=((Field.DIGITAL_SOURCE_TYPE, f"{_CODES}madeByRobot"),)),),
    good=(Example(caption="Ferries in Port Elin.", embedded=((Field.DIGITAL_SOURCE_TYPE, f"{_CODES}digitalCapture"),)),),
)
