"""Labelled as made by a model, but the file says camera

One of the two is wrong: the label was left over from another picture, or the file's Digital Source Type was. Readers
should not be told that a photograph is artificial.
"""

from collections.abc import Iterator

from auditor.identity.making import Making, making_shown, read_making
from auditor.model import Comparison, Field, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A label of AI beside evidence of a camera, and none of a model."""
    if making_shown(item) is Making.AI and read_making(item.statements).making is Making.CAMERA:
        evidence = tuple(s for s in item.statements if read_making([s]).making is Making.CAMERA)
        yield Hit(
            message="The label says that a model made this picture; its data says a camera did.",
            span=item.reading.credit_span,
            related=evidence,
        )


_CAPTURED = (Field.DIGITAL_SOURCE_TYPE, "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture")

RULE = Rule(
    id="ai/label-contradicted",
    since="0.1",
    severity=Severity.NOTE,
    comparison=Comparison.CONTRADICTION,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries in a harbour.",
            credit="Image: AI-generated with Midjourney",
            embedded=(_CAPTURED,),
            at="Image: AI-generated with Midjourney",
        ),
    ),
    good=(Example(caption="Ferries in a harbour.", credit="Photo: Lena Ostrow/Reuters", embedded=(_CAPTURED,)),),
)
