"""The same picture across the archive, and whether it is credited the same everywhere.

Pictures are one when supplier's number or address say so (`picture_key`, made with the row), when their files have the same bytes,
or when they look the same (perceptual hashes that differ in few bits). Near looks are found by bands, not by comparing all pairs:
two hashes of 64 bits that differ in at most three of them agree in at least one of four bands of 16.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.archive.catalogue import Catalogue

MAX_BITS = 3
"""Bits in which two looks of one picture may differ."""
MAX_BAND = 200
"""Pictures that share a band; a band of more says nothing (plain colours, placeholders)."""

_WHO = "lower(array_to_string(list_sort(creators), '; '))"


@dataclass(frozen=True, slots=True)
class Use:
    """One appearance of a picture."""

    page: str
    title: str | None
    published: str | None
    credit_line: str | None


def number_clusters(catalogue: Catalogue) -> None:
    """Make the table `same` (picture_key, cluster) of keys that belong together, and the view `uses` with the cluster of every picture."""
    catalogue.ask("create or replace temp table same (picture_key ubigint, cluster ubigint)")
    if catalogue.ask("select count(file_sha256) + count(look) from pictures")[0][0]:
        _link(catalogue)
    linked = catalogue.ask("select count(*) from same")[0][0]
    own = "coalesce(picture_key, hash(file_sha256))"
    source = (
        f"select p.*, coalesce(same.cluster, {own}) as cluster from pictures p left join same on same.picture_key = {own}"
        if linked
        else f"select *, {own} as cluster from pictures"
    )
    catalogue.ask(f"create or replace temp view uses as {source}")


def differing_credits(catalogue: Catalogue, limit: int) -> tuple[int, list[tuple[int, int]]]:
    """How many pictures are credited to different makers or suppliers, and the most used of them as (cluster, uses).

    A credit that names less than another contradicts nothing; captions are not compared at all.
    """
    found = f"""from (
        select cluster, count(*) as uses, min(hash({_WHO})) as a, max(hash({_WHO})) as b, min(agency) as c, max(agency) as d
        from (select cluster, agency, creators from uses where credited = 'yes' and cluster is not null)
        group by cluster having count(*) > 1
    ) where a <> b or c <> d"""
    total = catalogue.ask(f"select count(*) {found}")[0][0]
    return total, catalogue.ask(f"select cluster, uses {found} order by uses desc, cluster limit ?", [limit])


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
    """Uncredited pictures whose maker or supplier is named where the same picture appears elsewhere, out of all uncredited ones."""
    [(found, of)] = catalogue.ask(
        """select count(*) filter (cluster in (select cluster from uses where credited = 'yes')), count(*)
        from uses where credited <> 'yes'"""
    )
    return found, of


def _link(catalogue: Catalogue) -> None:
    """Keys with the same file, or with files that look the same, get one number: the smallest of theirs."""
    own = "coalesce(picture_key, hash(file_sha256))"
    catalogue.ask(
        f"""create or replace temp table seen as
            select distinct {own} as key, file_sha256 as file, look from pictures where file_sha256 is not null or look is not null"""
    )
    pairs = catalogue.ask(
        f"""with bands as (
            select key, look, band, (look >> (16 * band)) & 65535 as bits
            from (select distinct key, look from seen where look is not null), range(4) t(band)
        ), useful as (
            select band, bits from bands group by all having count(distinct look) between 1 and {MAX_BAND}
        ), near as (
            select distinct a.key as one, b.key as other from bands a join useful using (band, bits) join bands b using (band, bits)
            where a.key < b.key and bit_count(xor(a.look, b.look)) <= {MAX_BITS}
        )
        select one, other from near
        union
        select a.key, b.key from seen a join seen b using (file) where a.key < b.key"""
    )
    rows = sorted(_united(pairs))
    if rows:
        values = ", ".join(f"({key}, {cluster})" for key, cluster in rows)
        catalogue.ask(f"insert into same values {values}")


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
