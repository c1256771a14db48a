"""Caption that only looks filled in

Importers and hurried editors defeat a required field with a blank, a dash or “n/a”. Such a caption counts as missing;
the finding names the characters. A file name in its place is the matter of `caption/file-name`.
"""

from collections.abc import Iterator

from auditor.identity.file_names import is_file_name
from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, span_of_words, words_of


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A description that says nothing."""
    if item.reading.placeholder and not is_file_name(words_of(item)):
        yield Hit(message=f"The caption only looks filled in: {item.reading.placeholder}.", span=span_of_words(item))


RULE = Rule(
    id="caption/placeholder",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(caption="n/a", at="n/a"), Example(caption="xxx", at="xxx")),
    good=(Example(caption="Ferries wait in the harbour of Port Elin."),),
)
