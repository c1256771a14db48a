"""Caption names no place

Agencies open or close every caption with where it was. Without the place a picture cannot be found again, checked or
told from one of another event. Looked for is a capitalised word behind a word of place (`in Port Elin`, `at the Elin
Bridge`), months and weekdays aside, or an opening in capitals (`PORT ELIN, July 7`). That shows that something stands
where a place would, not that it is one, so confidence is low; languages that write all nouns with a capital, or none,
are not checked. Only the preset `wire` asks for it.
"""

from collections.abc import Iterator
from functools import cache

from auditor.data.calendar import names
from auditor.data.place_words import PlaceWords, place_words
from auditor.model import Confidence, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, not_checked, span_of_words, words_of

_SIGNS = "\"'“”‘’«»()[].,;:!?"


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A caption in a language of the table without anything that could be a place."""
    if not item.kind.is_picture or not item.description:
        return
    language = (context.page.language or "").partition("-")[0].casefold()
    if (table := place_words().get(language)) is None:
        yield not_checked("the language of the page does not tell names by their capitals, or is not known")
    elif not _opens_with_place(words_of(item)) and not _names_place(words_of(item), table, language):
        yield Hit(message="The caption names no place.", span=span_of_words(item), confidence=Confidence.LOW)


def _names_place(text: str, table: PlaceWords, language: str) -> bool:
    expected = False
    for word in text.split():
        bare = word.strip(_SIGNS).replace("’", "'")
        if expected and bare[:1].isupper() and bare.casefold() not in _days(language):
            return True
        low = bare.casefold()
        elided = bare.rpartition("'")[2]
        if "'" in bare and elided[:1].isupper() and bare[:1].islower():
            return True
        expected = low in table.before or (expected and low in table.article)
    return False


def _opens_with_place(text: str) -> bool:
    """Whether it opens as a dateline does: `PORT ELIN, Elinland - `."""
    first = text.partition(",")[0].partition(" - ")[0].partition(":")[0]
    return len(first) < len(text) and first.isupper() and len(first) > 2 and len(first.split()) <= 4


@cache
def _days(language: str) -> frozenset[str]:
    """Months and weekdays, which follow the same words (`in July`)."""
    known = names().get({"no": "nb"}.get(language, language))
    rows = (*known.months_wide, *known.months_short, *known.days_wide, *known.days_short) if known else ()
    return frozenset(form.rstrip(".") for row in rows for form in row)


_ON = '[rules]\n"caption/place-missing" = "warn"\n'

RULE = Rule(
    id="caption/place-missing",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour in July. Photo: Lena Ostrow/Reuters",
            policy=_ON,
            at="Ferries wait in the harbour in July.",
        ),
    ),
    good=(
        Example(caption="Ferries wait in the harbour of Elin, off the Red Coast. Photo: Lena Ostrow/Reuters", policy=_ON),
        Example(caption="PORT ELIN, July 7: ferries wait. Photo: Lena Ostrow/Reuters", policy=_ON),
        Example(caption="Fähren warten im Hafen. Foto: Lena Ostrow/dpa", language="de", policy=_ON),
    ),
)
