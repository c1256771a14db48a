"""`auditor archive kill`: every published use of withdrawn pictures, certain or probable; on the next run, what is gone."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from auditor.archive.catalogue import Catalogue
from auditor.archive.clusters import number_clusters
from auditor.identity.hashes import ALIKE, picture_hash
from auditor.identity.supplier_ids import find_asset_ids
from auditor.ingest.picture_names import is_picture_name, names_in_url, rendition_stem
from auditor.model import Origin, UsageError
from auditor.model.figures import Figures, Table

_SHA256 = re.compile(r"[0-9a-f]{64}")
_SUPPLIER_ID = re.compile(r"([a-z][a-z0-9-]{1,40}):(?!//)(\S{3,80})")


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """One line of the list: what is known of the picture."""

    line: str
    asset_ids: tuple[str, ...] = ()
    sha256: str | None = None
    address: str | None = None
    stem: str | None = None
    look: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """One appearance on a page."""

    line: str
    certainty: str
    """`certain` or `probable`."""
    because: str
    page: str
    position: int
    picture: str
    credit_line: str


def read_list(text: str, folder: Path) -> list[Withdrawn]:
    """One picture a line (of a CSV, its first column); empty lines and those that begin with # are left out.

    A supplier's number (`getty:123`, or a name that holds one), an address, a file name, a SHA-256, or the path of a
    picture file. Raises UsageError.
    """
    lines = [line.split(",")[0].strip().strip('"') for line in text.splitlines()]
    found = [_withdrawn(line, folder) for line in lines if line and not line.startswith("#")]
    if not found:
        raise UsageError("the list names no picture: give a supplier's number, address, file name or SHA-256 a line")
    return found


def find_uses(catalogue: Catalogue, withdrawn: list[Withdrawn]) -> list[Use]:
    """Where the pictures are published, the certain uses before the probable ones of the same line."""
    number_clusters(catalogue)
    uses: dict[tuple[str, str, int], Use] = {}
    for one in withdrawn:
        for use in _uses_of(catalogue, one):
            uses.setdefault((use.line, use.page, use.position), use)
    return sorted(uses.values())


def report(uses: list[Use], before: list[dict[str, object]], now: datetime) -> tuple[Figures, list[dict[str, object]]]:
    """The figures, and the record for the next run: uses found earlier and not found now are gone since this run."""
    stamp = now.astimezone(UTC).isoformat(timespec="seconds")
    known = {(row["line"], row["page"], row["position"]): row for row in before}
    record: list[dict[str, object]] = []
    for use in uses:
        row = known.pop((use.line, use.page, use.position), {})
        record.append({**{name: getattr(use, name) for name in Use.__slots__}, "found": row.get("found", stamp), "gone": None})
    record += [{**row, "gone": row["gone"] or stamp} for row in known.values()]
    gone = sum(row["gone"] is not None for row in record)
    certain = sum(use.certainty == "certain" for use in uses)
    columns = ("line", "certainty", "because", "page", "position", "gone", "picture", "credit_line", "found")
    table = Table(
        id="uses",
        title="Uses of withdrawn pictures",
        columns=columns,
        rows=tuple(tuple(row[name] for name in columns) for row in record),  # type: ignore[misc]
        note="Certain: the same supplier's number, file or address. Probable: another rendition by its name, or a picture that "
        "looks the same. Gone: found by an earlier run, no longer in the newest captures or in the source.",
    )
    headline = f"{certain:,} certain and {len(uses) - certain:,} probable uses are published, {gone:,} are gone"
    return Figures(title="Withdrawn pictures", headline=headline, tables=(table,)), record


def read_record(path: Path) -> list[dict[str, object]]:
    """What an earlier run wrote; empty where there was none. Raises UsageError."""
    if not path.exists():
        return []
    try:
        record = json.loads(path.read_text("utf-8"))
        return [{**row} for row in record["uses"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} is no record of an earlier run ({error}); move it elsewhere") from error


def _withdrawn(line: str, folder: Path) -> Withdrawn:
    if _SHA256.fullmatch(line.lower()):
        return Withdrawn(line, sha256=line.lower())
    if match := _SUPPLIER_ID.fullmatch(line):
        return Withdrawn(line, asset_ids=(f"{match[1]}:{match[2]}",))
    ids = tuple(f"{a.supplier}:{a.id}" for a in find_asset_ids(line, origin=Origin.FILE_NAME) if not a.needs_credit)
    address = line if "://" in line else None
    names = names_in_url(line) if address else ((line,) if is_picture_name(line) else ())
    stem = rendition_stem(names[0]) if names else None
    file = folder / line
    look, digest = None, None
    if not address and is_picture_name(line) and file.is_file():
        import hashlib

        data = file.read_bytes()
        look, digest = picture_hash(data), hashlib.sha256(data).hexdigest()
    if not (ids or address or stem):
        raise UsageError(f'"{line}" is no supplier\'s number, address, file name or SHA-256')
    return Withdrawn(line, asset_ids=ids, sha256=digest, address=address, stem=stem, look=look)


def _uses_of(catalogue: Catalogue, one: Withdrawn) -> Iterator[Use]:
    """Sure evidence first; then all that is the same picture as what was found; then names and looks alone."""
    sure: list[tuple[str, str, list[object]]] = []
    sure += [("supplier's number", "list_contains(asset_ids, ?)", [number]) for number in one.asset_ids]
    if one.sha256:
        sure.append(("same file", "file_sha256 = from_hex(?)", [one.sha256[:32]]))
    if one.address:
        sure.append(("same address", "picture = ?", [one.address]))
    for because, where, values in sure:
        yield from _found(catalogue, one.line, "certain", because, where, values)
    for _, where, values in sure:
        same = f"cluster in (select cluster from uses where {where})"
        yield from _found(catalogue, one.line, "probable", "another rendition of a use that is certain", same, values)
    if one.stem and len(one.stem) > 5:
        name = "contains(lower(picture), ?)"
        yield from _found(catalogue, one.line, "probable", "same file name", name, [one.stem.lower()])
    if one.look is not None:
        alike = f"look is not null and bit_count(xor(look, ?::ubigint)) <= {ALIKE}"
        yield from _found(catalogue, one.line, "probable", "looks the same", alike, [one.look])


def _found(catalogue: Catalogue, line: str, certainty: str, because: str, where: str, values: list[object]) -> Iterator[Use]:  # noqa: PLR0913
    rows = catalogue.ask(
        f"""select coalesce(url, name), position, coalesce(picture, ''), coalesce(credit_line, '') from uses
        where gone is null and ({where}) order by all""",
        values,
    )
    for page, position, picture, credit in rows:
        yield Use(line, certainty, because, page, position, picture, credit)
