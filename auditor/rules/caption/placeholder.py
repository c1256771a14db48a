"""Caption that only looks filled in

Importers and hurried editors defeat a required field with a blank, a dash or “n/a”. Such a caption counts as missing;
the finding names the characters. A file name in its place is the matter of `caption/file-name`.
"""

from collections.abc import Iterator

from auditor.identity.file_names import is_file_name
from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A description that says nothing."""
    reading = item.reading
    if reading.placeholder and not is_file_name((reading.description or "").strip()):
        yield Hit(message=f"The caption only looks filled in: {reading.placeholder}.", span=reading.description_span)


RULE = Rule(
    id="caption/placeholder",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(caption="n/a", at="n/a"), Example(caption="---", at="---")),
    good=(Example(caption="Ferries wait in the harbour of Port Elin."),),
)
