"""Writes `calendar.toml`: month and weekday names and the order of day and month, from CLDR through Babel.

Babel is a development dependency. Run `python -m auditor.data.build_calendar`; a test says when the table is not current.
One line a list keeps the table quick to load: months (or weekdays, from Monday) are parted by `|`, the forms of one by `,`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("calendar.toml")

LOCALES: dict[str, tuple[str, ...]] = {
    "af": (), "ar": ("ar_SY", "ar_DZ", "ar_MA"), "be": (), "bg": (), "ca": (), "cs": (), "da": (), "de": ("de_AT",),
    "el": (), "en": ("en_GB", "en_AU", "en_CA"), "es": ("es_MX", "es_UY"), "et": (), "eu": (), "fa": (), "fi": (), "fil": (),
    "fr": ("fr_CA",), "gl": (), "he": (), "hi": (), "hr": ("bs",), "hu": (), "id": (), "is": (), "it": (), "ja": (), "ko": (),
    "lt": (), "lv": (), "mk": (), "ms": (), "nb": ("nn",), "nl": (), "pl": (), "pt": ("pt_PT",), "ro": (), "ru": (),
    "sk": (), "sl": (), "sq": (), "sr": ("sr_Latn",), "sv": (), "sw": (), "th": (), "tr": (), "uk": (), "vi": (), "xh": (),
    "zh": ("zh_Hant",), "zu": (), "ur": (), "az": (), "ka": (), "mr": (), "ne": (), "am": (), "bn": (), "cy": (), "ga": (),
    "gu": (), "hy": (), "kk": (), "kn": (), "ml": (), "pa": (), "si": (), "ta": (), "te": (), "uz": (),
}  # fmt: skip
"""Languages of the table, each with the regional variants whose names are added to its own."""

UNDECIDED_SHARE = 3
"""A bare language tag decides nothing when at least one in this many of its regions orders day and month otherwise (English)."""

HEADER = """\
# Month and weekday names and the order of day and month in short numeric dates, from Unicode CLDR {version}
# (https://cldr.unicode.org) as packed in Babel. Written by build_calendar.py; do not edit.
# Cells (January first, Monday first) are parted by |, the forms of a cell by a comma. `short` holds what `wide` does not.
# Orders: the tags that write the day first, the month first, or either (also those that put the year first).
"""


def table() -> str:
    """The text of `calendar.toml`."""
    lines = [HEADER.format(version=_cldr_version())]
    orders: dict[str, str] = {}
    for language, variants in LOCALES.items():
        lines.append(f"[names.{language}]")
        for field in ("months", "days"):
            wide = _forms((language, *variants), field, "wide")
            short = [
                [form for form in cell if form not in wide[i]]
                for i, cell in enumerate(_forms((language, *variants), field, "abbreviated"))
            ]
            lines += [
                f"{field}_{width} = '{'|'.join(','.join(cell) for cell in cells)}'"
                for width, cells in (("wide", wide), ("short", short))
            ]
        lines.append("")
        orders |= _orders(language)
    lines.append("[orders]")
    for order in ("dmy", "mdy", "either"):
        lines.append(f"{order} = '{' '.join(tag for tag, o in orders.items() if o == order)}'")
    return "\n".join([*lines, ""])


def _cldr_version() -> str:
    from babel.core import get_cldr_version

    return str(get_cldr_version())


def _locale(name: str) -> Any:  # noqa: ANN401 - Babel's own type
    """A locale with nothing left over: Babel resolves aliases in place, so a cached parent shows another language's names."""
    import babel.localedata
    from babel import Locale

    babel.localedata._cache.clear()
    return Locale.parse(name)


def _forms(names: Iterable[str], field: str, width: str) -> list[list[str]]:
    """Every form of each month (or weekday, from Monday), lower case, in order of first sight."""
    keys = range(1, 13) if field == "months" else range(7)
    cells: list[dict[str, None]] = [{} for _ in keys]
    for name in names:
        data = getattr(_locale(name), field)
        for context in ("format", "stand-alone"):
            for cell, key in zip(cells, keys, strict=True):
                cell[_plain(data[context][width][key])] = None
    return [list(cell) for cell in cells]


def _plain(form: str) -> str:
    """Lower case without a closing full stop; the apostrophe as the letter it is, which a TOML literal can hold."""
    return form.replace("İ", "i").lower().rstrip(".॰").replace("’", "ʼ").replace("'", "ʼ")


def _orders(language: str) -> dict[str, str]:
    """Order of the bare tag, and of each region that differs from it."""
    own = {tag.replace("_", "-"): _order(tag) for tag in _regions(language)}
    bare = own.pop(language)
    differing = {tag: order for tag, order in own.items() if order != bare}
    if len(differing) * UNDECIDED_SHARE < len(own):
        return {language: bare} | differing
    return {language: "either"} | {tag: order for tag, order in own.items() if order != "either"}


def _regions(language: str) -> Iterator[str]:
    from babel.localedata import locale_identifiers

    yield language
    for tag in sorted(locale_identifiers()):
        parts = tag.split("_")
        if parts[0] == language and len(parts) == 2 and len(parts[1]) == 2:
            yield tag


def _order(name: str) -> str:
    from babel import Locale  # patterns are no aliases: a cached parent does no harm

    letters = "".join(c for c in str(Locale.parse(name).date_formats["short"].pattern) if c in "dMy")
    return "".join(dict.fromkeys(letters)).lower() if letters[0] != "y" else "either"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
