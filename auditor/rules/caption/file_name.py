"""Only a file name where words should stand

`DSC_0412.JPG` under a picture, or as the line that introduces it, tells a reader nothing: the name was taken over when
the picture was uploaded and nobody wrote the text. A file name in alternative text is the matter of `alt/file-name`.
"""

from collections.abc import Iterator

from auditor.identity.file_names import is_file_name
from auditor.model import Field, Hit, MediaItem, Severity, Span
from auditor.rules.base import Context, Example, Rule, span_of_words, words_of


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A caption or an introducing line that is nothing but a file name."""
    if is_file_name(words := words_of(item)):
        yield Hit(message=f"The caption is only the file name “{words}”.", span=span_of_words(item))
    header = (item.header or "").strip()
    if is_file_name(header):
        yield Hit(
            message=f"The line that introduces the picture is only the file name “{header}”.",
            field=Field.HEADER,
            span=Span(0, len(item.header or "")),
        )


RULE = Rule(
    id="caption/file-name",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="DSC_0412.JPG", at="DSC_0412.JPG"),
        Example(
            header="harbour-strike-8841.jpg",
            at="harbour-strike-8841.jpg",
            caption="Ferries wait in the harbour of Port Elin, July 7, 2026.",
            credit="LENA OSTROW / REUTERS",
        ),
    ),
    good=(
        Example(caption="The file report.jpg on a screen in Port Elin."),
        Example(
            header="Ferries in the harbour",
            caption="Ferries wait in the harbour of Port Elin, July 7, 2026.",
            credit="LENA OSTROW / REUTERS",
        ),
    ),
)
