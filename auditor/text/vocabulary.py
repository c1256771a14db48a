"""The tables of `auditor.data` as lookups: one dictionary from squeezed words to what they mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from auditor.data.load import Agency, Meaning, agencies, markers
from auditor.model import Flag
from auditor.text.normalise import fold, phrase_key


@dataclass(frozen=True, slots=True)
class Known:
    """What a squeezed phrase stands for: a supplier, a meaning, or a label that only opens or closes a credit."""

    agency: Agency | None = None
    meaning: Meaning | None = None
    is_weak: bool = False
    """Counts as a supplier only beside a sign."""
    is_misspelt: bool = False
    is_short: bool = False
    is_maker: bool = False
    """Stands beside the maker's name."""
    is_trailer: bool = False
    """May close a credit (`nuotr.`)."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the grammar looks up."""

    known: dict[str, Known]
    longest: int
    """Words of the longest phrase."""
    body_words: frozenset[str]
    body_endings: tuple[str, ...]
    glued_heads: tuple[str, ...]
    """Labels and meanings that scripts without spaces write before the name, longest first."""
    glued_tails: tuple[str, ...]
    ands: frozenset[str]
    after_label: frozenset[str]
    says_little: frozenset[str]
    source_labels: frozenset[str]
    caption_flags: re.Pattern[str]
    """Words that raise a flag in a caption; `flag_of` tells which."""
    flag_of: dict[str, Flag]


MAKER = Known(is_maker=True, is_trailer=True)
_CLASSES = {"after_label": "after_label", "says_little": "says_little", "source_labels": "source"}
LABEL = Known()
TRAILER = Known(is_trailer=True)
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The lookups, built once."""
    table = markers()
    known: dict[str, Known] = {}
    for agency in agencies().values():
        _add_agency(known, agency)
    makers = _all(table.makers.values())
    for phrase in makers:
        known.setdefault(phrase_key(phrase), MAKER)
    for meaning in table.meanings.values():
        for phrase in _all(meaning.words.values()):
            known.setdefault(phrase_key(phrase), Known(meaning=meaning, is_trailer=True))
    for phrase in _all(table.labels.values()):
        known.setdefault(phrase_key(phrase), LABEL)
    trailers = _all(table.trailers.values())
    for phrase in trailers:
        known.setdefault(phrase_key(phrase), TRAILER)
    known.pop("", None)
    phrases = [p for m in table.meanings.values() for p in _all(m.words.values())] + _all(table.labels.values())
    glued = sorted({fold(p) for p in phrases + trailers + makers if UNSPACED.search(p)}, key=len, reverse=True)
    flag_of = {
        fold(word): meaning.flag for meaning in table.meanings.values() for word in _all(meaning.caption.values()) if meaning.flag
    }
    return Vocabulary(
        known=known,
        longest=6,
        body_words=frozenset(phrase_key(w) for w in _all(table.body_words.values())),
        body_endings=tuple({fold(w) for w in _all(table.body_endings.values())}),
        glued_heads=tuple(glued),
        glued_tails=tuple(glued),
        ands=frozenset(fold(w) for w in _all(table.relations["and"].values())),
        **{name: frozenset(phrase_key(w) for w in table.word_classes[key]) for name, key in _CLASSES.items()},
        caption_flags=re.compile("|".join(_bounded(w) for w in sorted(flag_of, key=len, reverse=True))),
        flag_of=flag_of,
    )


def _add_agency(known: dict[str, Known], agency: Agency) -> None:
    weak = {phrase_key(a) for a in agency.weak_aliases}
    entries = [
        (a, Known(agency=agency, is_weak=phrase_key(a) in weak)) for a in (agency.name, *agency.aliases, *agency.weak_aliases)
    ]
    entries += [(a, Known(agency=agency, is_short=True)) for a in agency.short_forms]
    entries += [(a, Known(agency=agency, is_misspelt=True)) for a in agency.misspellings]
    for alias, entry in entries:
        known.setdefault(phrase_key(alias), entry)


def _all(groups: Iterable[tuple[str, ...]]) -> list[str]:
    return [word for group in groups for word in group]


def _bounded(folded: str) -> str:
    """The word as a pattern that does not begin or end inside another word; scripts without spaces have no such borders."""
    start = r"(?<!\w)" if folded[0].isalnum() and not UNSPACED.match(folded) else ""
    end = r"(?!\w)" if folded[-1].isalnum() and not UNSPACED.match(folded[-1]) else ""
    return start + re.escape(folded) + end
