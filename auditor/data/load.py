"""Typed, cached readers of the tables about credits and rights; the head of each TOML file says what its keys mean."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tomllib import loads
from typing import Any

from auditor.model import Flag, Medium, OrganisationKind, Role, UsageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRule:
    """The supplier's published rule for its credit."""

    says: str
    """The required form, in our words."""
    url: str
    status: str
    """`verified`: read in a copy of the owner's page; anything else: quoted by somebody else."""
    with_creator: str | None = None
    """Pattern of the required form, `{creator}` standing for the names; only where the rule was read."""
    without_creator: str | None = None
    partner: str | None = None
    """The form of a picture that another supplier made, `{partner}` standing for its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A supplier, body or platform of credit lines."""

    id: str
    name: str
    kind: OrganisationKind
    country: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    prints_first: bool = False
    """Printed before the partner whose picture it passes on (`picture alliance/dpa`)."""
    is_national: bool = False
    """A national wire: printed before a foreign wire or small agency it passes on, not before another such wire."""
    owned_by_state: bool = False
    unifies: bool = False
    """All spellings are one name; of other bodies a credit keeps the spelling it prints."""
    source: str
    rule: CreditRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Words that say what the picture or its supply is."""

    name: str
    words: Mapping[str, tuple[str, ...]]
    caption: Mapping[str, tuple[str, ...]]
    source: str
    role: Role | None = None
    flag: Flag | None = None
    medium: Medium | None = None
    names_nobody: bool = False
    lends: bool = False
    """The person named after these words lent the picture and did not make it."""
    ignored: bool = False
    """What follows is neither maker nor supplier (`Styling: …`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Markers:
    """The vocabulary of credit lines, by language."""

    labels: Mapping[str, tuple[str, ...]]
    trailers: Mapping[str, tuple[str, ...]]
    makers: Mapping[str, tuple[str, ...]]
    """Words beside the maker's name, never beside a body's."""
    word_classes: Mapping[str, tuple[str, ...]]
    relations: Mapping[str, Mapping[str, tuple[str, ...]]]
    """`via`, `for`, `by`, `and` -> language -> words."""
    meanings: Mapping[str, Meaning]
    body_words: Mapping[str, tuple[str, ...]]
    body_endings: Mapping[str, tuple[str, ...]]
    """Endings of a body's name in scripts without spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A public licence or notice as credit lines print it."""

    id: str
    needs: tuple[str, ...]
    """The pattern is tried only on text that holds one of these."""
    pattern: str
    name: str
    """With `{kind}`, `{version}` and `{port}` to be filled in."""
    role: Role
    example: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UsagePattern:
    """One spelling family of a term of use."""

    kind: UsageKind
    needs: frozenset[str]
    """The pattern is tried only on text that holds one of these words."""
    pattern: str


_CLOSED: Mapping[str, Callable[[str], object]] = {"role": Role, "flag": Flag, "medium": Medium}


@lru_cache(maxsize=1)
def licences() -> tuple[Licence, ...]:
    """Licences of the table, most exact spelling first."""
    rows = {key: row for key, row in _table("licences").items() if key != "elements"}
    return tuple(Licence(id=key, role=Role(row.pop("role")), needs=tuple(row.pop("needs")), **row) for key, row in rows.items())


@lru_cache(maxsize=1)
def licence_elements() -> Mapping[str, tuple[str, ...]]:
    """Elements of the Creative Commons licences (`by`, `sa`, `nc`, `nd`) and the words for each."""
    return {key: tuple(words) for key, words in _table("licences")["elements"].items() if key != "source"}


@lru_cache(maxsize=1)
def usage_patterns() -> tuple[UsagePattern, ...]:
    """Patterns of terms of use over folded text, in the order of the table."""
    table = _table("usage_terms")
    places = "(?:" + "|".join(sorted(table.pop("places")["words"], key=len, reverse=True)).replace(".", r"\.") + ")\\.?"
    return tuple(
        UsagePattern(
            kind=UsageKind(key.removesuffix("-short")),
            needs=frozenset(row["needs"]),
            pattern=row["pattern"].replace("{place}", places),
        )
        for key, row in table.items()
    )


@lru_cache(maxsize=1)
def agencies() -> Mapping[str, Agency]:
    """The table of suppliers by id."""
    return {key: _agency(key, row) for key, row in _table("agencies").items()}


@lru_cache(maxsize=1)
def markers() -> Markers:
    """The words and signs of credit lines."""
    table = _table("markers")
    return Markers(
        labels=_words(table["label"]),
        trailers=_words(table["trailer"]),
        makers=_words(table["maker"]),
        word_classes=_words(table["word_class"]),
        relations={kind: _words(rows) for kind, rows in table["relation"].items()},
        meanings={name: _meaning(name, row) for name, row in table["meaning"].items()},
        body_words=_words(table["body_words"]),
        body_endings=_words(table["body_words"], "endings"),
    )


def _agency(agency_id: str, row: dict[str, Any]) -> Agency:
    lists: dict[str, Any] = {key: tuple(row.pop(key, ())) for key in ("aliases", "short_forms", "misspellings", "weak_aliases")}
    rule = row.pop("rule", None)
    kind = OrganisationKind(row.pop("kind"))
    return Agency(id=agency_id, kind=kind, rule=CreditRule(**rule) if rule else None, **lists, **row)


def _meaning(name: str, row: dict[str, Any]) -> Meaning:
    words, caption = ({k: tuple(v) for k, v in row.pop(key, {}).items()} for key in ("words", "caption"))
    closed: dict[str, Any] = {k: kind(row.pop(k)) for k, kind in _CLOSED.items() if k in row}
    return Meaning(name=name, words=words, caption=caption, **closed, **row)


def _words(rows: dict[str, Any], key: str = "words") -> dict[str, tuple[str, ...]]:
    return {language: tuple(row[key]) for language, row in rows.items() if key in row}


def _table(stem: str) -> dict[str, Any]:
    return loads(Path(__file__).with_name(f"{stem}.toml").read_text(encoding="utf-8"))
