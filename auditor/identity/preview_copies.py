"""Is a picture's address that of a library's preview? The forms are in `data/preview_copies.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.identity.file_names import MAX_NAME, path_in_address


@dataclass(frozen=True, slots=True)
class PreviewForm:
    """One form of name."""

    supplier: str
    is_sure: bool
    """False where a content system's own resized copy can bear the same name."""
    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    example: str


@cache
def preview_forms() -> tuple[PreviewForm, ...]:
    """The forms of the table, in its order."""
    rows = tomllib.loads((files("auditor.data") / "preview_copies.toml").read_text(encoding="utf-8"))["form"]
    return tuple(
        PreviewForm(row["supplier"], row["sure"], tuple(row["needs_any"]), re.compile(row["pattern"]), row["example"])
        for row in rows
    )


def preview_form(url: str) -> PreviewForm | None:
    """The form of which the file's name in this address is; None for the name of no preview."""
    name = path_in_address(url).rpartition("/")[2][-MAX_NAME:].casefold()
    for form in preview_forms():
        for word in form.needs:
            if word in name and form.pattern.search(name):
                return form
    return None
