"""What embedded metadata means: cached readers of the tables `exif`, `iim`, `xmp`, `png` and `source_types`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from auditor.model import Field

_VERSION = re.compile(r"/\d+\.\d+(?=/|$)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Dataset:
    """One IIM dataset."""

    number: str
    """Record and dataset, as in `2:80`."""
    name: str
    field: Field
    limit: int
    """Longest value, in bytes."""
    repeats: bool


@dataclass(frozen=True, slots=True)
class Property:
    """One XMP property."""

    path: str
    """With the usual prefix, for a person: `photoshop:Credit`."""
    field: Field
    member: str | None = None
    """The field that counts, where the property is a list of structures."""
    member_key: tuple[str, str] = ("", "")
    """Its namespace and name."""
    aside: bool = False
    """Evidence, but no part of the reconciled view."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One EXIF tag."""

    number: int
    directory: str
    """`IFD0` or `ExifIFD`."""
    name: str
    field: Field
    aside: bool
    """Evidence, but no part of the reconciled view."""


@cache
def exif_tags() -> tuple[Tag, ...]:
    """The tags, in order of the table."""
    rows = _table("exif.toml")["tag"]
    return tuple(Tag(r["number"], r["directory"], r["name"], Field(r["field"]), r.get("aside", False)) for r in rows)


@cache
def iim_datasets() -> dict[tuple[int, int], Dataset]:
    """The datasets by record and number."""
    rows = _table("iim.toml")["dataset"]
    found = (Dataset(r["number"], r["name"], Field(r["field"]), r["limit"], r["repeats"]) for r in rows)
    return {(int(d.number.split(":")[0]), int(d.number.split(":")[1])): d for d in found}


@cache
def iim_limits() -> dict[Field, int]:
    """Longest value in bytes that IIM holds, per field."""
    return {d.field: d.limit for d in iim_datasets().values()}


@cache
def xmp_namespaces() -> dict[str, str]:
    """Namespace by its usual prefix."""
    names: dict[str, str] = _table("xmp.toml")["namespaces"]
    return names


@cache
def xmp_properties() -> dict[tuple[str, str], tuple[Property, ...]]:
    """The properties by namespace (folded) and name (its first letter small)."""
    found: dict[tuple[str, str], tuple[Property, ...]] = {}
    for row in _table("xmp.toml")["property"]:
        key = _expanded(row["path"])
        member = row.get("member")
        member_key = _expanded(member) if member else ("", "")
        declared = Property(row["path"], Field(row["field"]), member, member_key, row.get("aside", False))
        found[key] = (*found.get(key, ()), declared)
    return found


def folded_namespace(uri: str) -> str:
    """The namespace without version number and slash at its end: writers leave the slash out, and a later version is the same."""
    return _VERSION.sub("", uri).rstrip("/")


def small_initial(name: str) -> str:
    """The name with its first letter small: suppliers write `dc:Rights` for `dc:rights`."""
    return name[:1].lower() + name[1:]


def _expanded(path: str) -> tuple[str, str]:
    prefix, name = path.split(":")
    return folded_namespace(xmp_namespaces()[prefix]), small_initial(name)


@cache
def png_keywords() -> dict[str, tuple[str, Field]]:
    """Keywords of PNG's text chunks, in small letters -> as the standard spells it, and the field."""
    return {row["name"].casefold(): (row["name"], Field(row["field"])) for row in _table("png.toml")["keyword"]}


@cache
def source_types() -> dict[str, str]:
    """How a picture came to be (`auditor.identity.making.Making`), by the code of its digital source type in small letters."""
    return {row["code"].casefold(): row["making"] for row in _table("source_types.toml")["code"]}


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
