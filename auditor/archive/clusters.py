"""The same picture across the archive, and whether it is credited the same everywhere.

Pictures are one when supplier's number or address say so (`picture_key`, made with the row), when their files have the same
bytes, or when they look the same (perceptual hashes that differ in few bits). Near looks are found by bands, not by comparing
all pairs: of five bands of 13 bits, two hashes that differ in at most eight bits have one in which they differ in at most one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.archive.catalogue import Catalogue
from auditor.identity.hashes import SAME

BANDS, BITS = 5, 13
MAX_BAND = 2_000
"""Looks that share a band; a band of more says nothing."""

_OWN = "coalesce(picture_key, ('0x' || left(hex(file_sha256), 16))::ubigint)"
"""The picture's number; for one whose page tells nothing, the beginning of its file's digest."""
_WHO = "lower(array_to_string(list_sort(creators), '; '))"


@dataclass(frozen=True, slots=True)
class Use:
    """One appearance of a picture."""

    page: str
    title: str | None
    published: str | None
    credit_line: str | None


def number_clusters(catalogue: Catalogue) -> None:
    """Make the table `same` of keys that belong together, and the view `uses`: every picture with its cluster."""
    catalogue.ask("create or replace temp table same (key ubigint, cluster ubigint)")
    if catalogue.ask("select count(file_sha256) + count(look) from pictures")[0][0]:
        _link(catalogue)
    linked = catalogue.ask("select count(*) from same")[0][0]
    source = (
        f"select p.*, coalesce(same.cluster, {_OWN}) as cluster from pictures p left join same on same.key = {_OWN}"
        if linked
        else f"select *, {_OWN} as cluster from pictures"
    )
    catalogue.ask(f"create or replace temp view uses as {source}")


def differing_credits(catalogue: Catalogue, limit: int) -> tuple[int, list[tuple[int, int]]]:
    """How many pictures are credited to different makers or suppliers, and the most used of them as (cluster, uses).

    A credit that names less than another contradicts nothing; captions are not compared at all.
    """
    catalogue.ask(
        """create or replace temp table differing as select cluster, count(*) as uses from uses
        where credited = 'yes' and cluster is not null group by cluster
        having count(*) > 1 and (min(maker_key) <> max(maker_key) or min(agency_key) <> max(agency_key))"""
    )
    [(total,)] = catalogue.ask("select count(*) from differing")
    return total, catalogue.ask("select cluster, uses from differing order by uses desc, cluster limit ?", [limit])


def credits_of(catalogue: Catalogue, cluster: int) -> list[tuple[str, int, list[str]]]:
    """The credits of one picture, the most frequent first: who, how often, some pages that say so."""
    rows = catalogue.ask(
        f"""select concat_ws(' / ', nullif({_WHO}, ''), agency) as who, count(*) as uses,
            list(coalesce(url, name) order by published, url)[1:5]
        from uses where cluster = ? and credited = 'yes' group by who order by uses desc, who""",
        [cluster],
    )
    return [(who or "", uses, list(pages)) for who, uses, pages in rows]


def recoverable(catalogue: Catalogue) -> tuple[int, int]:
    """Uncredited pictures that are credited where the same picture appears elsewhere, out of all uncredited ones."""
    [(found, of)] = catalogue.ask(
        """select count(*) filter (cluster in (select cluster from uses where credited = 'yes')), count(*)
        from uses where credited <> 'yes'"""
    )
    return found, of


NEAR = f"""with bands as (
        select look, band, (look >> ({BITS} * band)::ubigint) & {2**BITS - 1}::ubigint as bits from looks, range({BANDS}) t(band)
    ), useful as (
        select band, bits from bands group by all having count(*) <= {MAX_BAND}
    ), probes as (
        select look, band, xor(bits, step) as bits
        from bands, (select 0::ubigint as step union all select 1::ubigint << bit::ubigint from range({BITS}) t(bit))
    )
    select distinct a.look as one, b.look as other
    from probes a join useful using (band, bits) join bands b using (band, bits)
    where a.look < b.look and bit_count(xor(a.look, b.look)) <= {SAME}"""
"""Pairs of the table `looks` that show the same picture."""


def _link(catalogue: Catalogue) -> None:
    """Keys with the same file, or with files that look the same, get one number: the smallest of theirs."""
    catalogue.ask(
        f"""create or replace temp table seen as
            select distinct {_OWN} as key, file_sha256 as file, look from pictures
            where file_sha256 is not null or look is not null"""
    )
    catalogue.ask(
        "create or replace temp table looks as select look, min(key) as key from seen where look is not null group by look"
    )
    pairs = catalogue.ask(
        f"""select a.key, b.key from ({NEAR}) join looks a on a.look = one join looks b on b.look = other
        union select key, min(key) over (partition by look) from seen where look is not null
        union select key, min(key) over (partition by file) from seen where file is not null"""
    )
    rows = sorted(_united([pair for pair in pairs if pair[0] != pair[1]]))
    if rows:
        keys, clusters = zip(*rows, strict=True)
        catalogue.ask("insert into same select unnest(?::ubigint[]), unnest(?::ubigint[])", [list(keys), list(clusters)])


def _united(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    parent: dict[int, int] = {}

    def root(key: int) -> int:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    for key in list(parent):
        yield key, root(key)
