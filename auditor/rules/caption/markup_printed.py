"""Code of the page printed in the words

`&nbsp;`, `<br>` or `[caption]` stand in the caption, the credit or the alternative text as they are, because a text was
escaped twice or pasted as code. Readers see it, and a screen reader spells it out. Counted are characters' names of HTML,
elements that stand in running text, and the short codes of content systems.
"""

from collections.abc import Iterator

from auditor.identity.printed_code import printed_code
from auditor.model import Field, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule

_PLACES = {Field.CAPTION: "under the picture", Field.ALT_TEXT: "in the alternative text"}


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """The first piece of code in the caption, and in the alternative text."""
    for field, text in ((Field.CAPTION, item.caption or ""), (Field.ALT_TEXT, item.alt_text or "")):
        if span := printed_code(text):
            yield Hit(message=f"Code of the page is printed {_PLACES[field]} as it is.", field=field, span=span)


RULE = Rule(
    id="caption/markup-printed",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries wait in the harbour of Port Elin.&nbsp;Photo: Lena Ostrow/Reuters", at="&nbsp;"),
        Example(caption="Ferries wait<br>in the harbour of Port Elin.", at="<br>"),
        Example(alt="Two white ferries at a pier&#160;", at="&#160;"),
    ),
    good=(
        Example(caption="A stand of Q&A; at the harbour <left>, of Port Elin & Co. [sic]"),
        Example(alt="Two white ferries & a pier"),
    ),
)
