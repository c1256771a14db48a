"""The questions of `auditor archive report`, each answered by one table with what it is out of."""

from collections.abc import Iterator, Sequence

from auditor.archive.catalogue import Catalogue
from auditor.archive.clusters import credits_of, differing_credits, number_clusters, recoverable
from auditor.archive.editions import edition_record
from auditor.archive.parts import receipts
from auditor.archive.run import set_aside
from auditor.model import UsageKind
from auditor.model.figures import Cell, Chart, Figures, Table

TOP = 40
"""Rows of a table that could be as long as the archive."""
LISTED_CLUSTERS = 25
SOURCES = 20

COUNTED = (UsageKind.NO_ARCHIVE, UsageKind.ONE_TIME, UsageKind.DAYS_LIMIT, UsageKind.KILL)
JUDGED = {UsageKind.USE_UNTIL: "rights/last-day-passed", UsageKind.EMBARGO: "rights/embargo-not-over"}
"""Terms that name a day, and the rules that understand it."""
DAYS_OF_NEWS = 30
"""Days after which a picture on a page is archive, not news."""

_SHARES = """count(*) as pictures,
    count(*) filter (credited = 'yes') as credited, count(*) filter (person_named = 'yes') as person,
    count(*) filter (dated = 'yes') as dated,
    count(*) filter (credited = 'cannot-tell' or person_named = 'cannot-tell' or dated = 'cannot-tell') as unsure"""
_COLUMNS = ("pictures", "credited", "credited %", "person named", "person named %", "dated", "dated %", "cannot tell")
_BREAKDOWNS: tuple[tuple[str, str, str, str, Chart], ...] = (
    ("by-year", "By year of publication", "year", "year", Chart.LINE),
    ("by-agency", "By agency", "agency", "agency (the last organisation of the credit)", Chart.BARS),
    ("by-site", "By site", "site", "site", Chart.BARS),
    ("by-section", "By section", "section", "section (first folder of the address)", Chart.BARS),
    ("by-author", "By author of the article", "author", "author", Chart.BARS),
    (
        "by-role",
        "By type of source",
        "if(role is null, 'no credit', nullif(role, 'unknown'))",
        "type of source, as the credit states it",
        Chart.BARS,
    ),
)


def figures(catalogue: Catalogue) -> Figures:
    """Everything, in the order of the report."""
    number_clusters(catalogue)
    overall = _overall(catalogue)
    counts = overall.rows[0]
    return Figures(
        title="Archive audit",
        headline=f"{counts[0]:,} pictures: credited {counts[1]:,}, person named {counts[3]:,}, dated {counts[5]:,}, "
        f"cannot tell {counts[7]:,}",
        tables=(
            overall,
            *(_breakdown(catalogue, *breakdown) for breakdown in _BREAKDOWNS),
            _rules(catalogue),
            _exposures(catalogue),
            _different_credits(catalogue),
            _recoverable(catalogue),
            _terms(catalogue),
            _gone(catalogue),
            _unread(catalogue),
        ),
        facts=tuple(_facts(catalogue)),
    )


def shares(row: Sequence[int]) -> tuple[Cell, ...]:
    """Pictures, credited, person named, dated, cannot tell -> the same with percentages."""
    pictures, credited, person, dated, unsure = row
    return (
        pictures,
        credited,
        _share(credited, pictures),
        person,
        _share(person, pictures),
        dated,
        _share(dated, pictures),
        unsure,
    )


def _overall(catalogue: Catalogue) -> Table:
    [row] = catalogue.ask(f"select {_SHARES} from pictures")
    return Table(
        id="overall",
        title="All pictures",
        columns=_COLUMNS,
        rows=(shares(row),),
        note="Images and graphics; videos and embeds are not counted. Percentages are out of the pictures of the row.",
    )


def _breakdown(catalogue: Catalogue, name: str, title: str, column: str, words: str, chart: Chart) -> Table:  # noqa: PLR0913
    order = "1" if chart is Chart.LINE else "2 desc, 1"
    rows = catalogue.ask(f"select {column}, {_SHARES} from pictures group by 1 order by {order} limit {TOP + 1}")
    groups = catalogue.ask(f"select count(distinct {column}) from pictures")[0][0]
    cut = f" The {TOP} with the most pictures of {groups:,}." if len(rows) > TOP else ""
    return Table(
        id=name,
        title=title,
        columns=(name.removeprefix("by-"), *_COLUMNS),
        rows=tuple((_named(group), *shares(counts)) for group, *counts in rows[:TOP]) if groups else (),
        note=f"One row for each {words}; percentages are out of the pictures of the row.{cut}",
        chart=chart,
    )


def _rules(catalogue: Catalogue) -> Table:
    rows = catalogue.ask(
        """select rule, severity, count(*) as findings, count(distinct (part, doc, position)) as pictures,
        count(distinct (part, doc)) as pages from findings group by 1, 2 order by 3 desc, 1"""
    )
    pictures, pages = catalogue.ask("select (select count(*) from media), (select count(*) from pages)")[0]
    return Table(
        id="by-rule",
        title="Findings by rule",
        columns=("rule", "severity", "findings", "pictures", "pages"),
        rows=tuple(rows),
        note=f"Out of {pictures:,} pictures, videos and embeds on {pages:,} pages.",
    )


def _exposures(catalogue: Catalogue) -> Table:
    rows = catalogue.ask(
        f"""with exposed as (
            select 'no credit' as why, cluster, picture, site, published, coalesce(url, name) as page from uses
            where credited = 'no'
            union all
            select f.rule, cluster, picture, site, published, coalesce(url, name)
            from (select *, unnest(findings) as f from uses where findings is not null)
            where starts_with(f.rule, 'rights/') and f.outcome = 'fail' and f.severity = 'block'
        ), ranked as (
            select any_value(picture) as picture, why, count(*) as uses, count(distinct site) as sites,
                min(published)::varchar as first, max(published)::varchar as last, any_value(page) as page,
                row_number() over (partition by why = 'no credit' order by count(*) desc, why, cluster) as place
            from exposed where cluster is not null group by cluster, why
        )
        select * exclude (place) from ranked where place <= {TOP} order by why = 'no credit', uses desc, why, picture"""
    )
    return Table(
        id="exposures",
        title="Worst exposures: shown against terms or licence, or without a credit",
        columns=("picture", "why", "uses", "sites", "first", "last", "one of the pages"),
        rows=tuple(rows),
        note=f"The {TOP} most used of both. Against terms or licence: what a rule of the family rights blocks (days that are "
        "over, embargoes, ended licences, withdrawals, places and media left out). A picture is the same by its supplier's "
        "number, its address, its file or its look.",
    )


def _different_credits(catalogue: Catalogue) -> Table:
    total, clusters = differing_credits(catalogue, LISTED_CLUSTERS)
    several = catalogue.ask(
        """select count(*) from (select cluster from uses where credited = 'yes' and cluster is not null
            group by 1 having count(*) > 1)"""
    )[0][0]
    rows: list[tuple[Cell, ...]] = []
    for cluster, uses in clusters:
        said = credits_of(catalogue, cluster)
        [(picture,)] = catalogue.ask("select any_value(picture) from uses where cluster = ?", [cluster])
        proposed = said[0][0] if len(said) > 1 and said[0][1] > said[1][1] else None
        rows += [(picture, uses, who, count, proposed, pages[0] if pages else None) for who, count, pages in said]
    return Table(
        id="different-credits",
        title="Same picture, different credits",
        columns=(
            "picture",
            "credited uses",
            "credit",
            "uses with this credit",
            "proposed: what most uses say",
            "one of the pages",
        ),
        rows=tuple(rows),
        note=f"{total:,} of {several:,} pictures with several credited uses name different makers or suppliers; the "
        f"{min(total, LISTED_CLUSTERS)} most used are listed. A credit that only names less is no difference, nor a new caption.",
    )


def _recoverable(catalogue: Catalogue) -> Table:
    elsewhere, of = recoverable(catalogue)
    [(by_number,)] = catalogue.ask("select count(*) from pictures where credited <> 'yes' and asset_ids is not null")
    return Table(
        id="recoverable",
        title="Missing credits that could be found",
        columns=("by", "pictures", "of uncredited %"),
        rows=(
            ("the same picture credited elsewhere", elsewhere, _share(elsewhere, of)),
            ("a supplier's number (name, address, caption)", by_number, _share(by_number, of)),
        ),
        note=f"Out of {of:,} pictures without a credit that readers see; a picture may count in both rows.",
    )


def _terms(catalogue: Catalogue) -> Table:
    judged = " or ".join(
        f"kind = '{kind}' and len(list_filter(findings, lambda f: f.rule = '{rule}' and f.outcome = 'fail')) > 0"
        for kind, rule in JUDGED.items()
    )
    counted = ", ".join(f"'{kind}'" for kind in COUNTED)
    rows = catalogue.ask(
        f"""select kind, count(*) as pictures, count(*) filter (captured is not null and published is not null),
            count(*) filter (kind in ({counted}) and captured > published + interval 1 day * coalesce(usage_days, {DAYS_OF_NEWS})
                or {judged}),
            min(published)::varchar, any_value(usage_terms[1]), any_value(coalesce(url, name))
        from (select unnest(usage_kinds) as kind, * from pictures where usage_kinds is not null and gone is null)
        where kind in ({counted}, {", ".join(f"'{kind}'" for kind in JUDGED)}) group by 1 order by 2 desc, 1"""
    )
    return Table(
        id="terms",
        title="Terms that end or delay the right to show a picture, still published",
        columns=("term", "pictures", "with both dates", "shown against it", "oldest", "in the words of one", "on the page"),
        rows=tuple(rows),
        note="A limit of days counts from publication, which is later than the transmission it really counts from. No archiving, "
        f"one use and withdrawals name no day: there {DAYS_OF_NEWS} days after publication count as their end. The capture "
        f"proves that the picture was shown. Embargoes and last days are judged by {' and '.join(JUDGED.values())}, where the "
        "policy has them on.",
    )


def _gone(catalogue: Catalogue) -> Table:
    rows = catalogue.ask(
        f"""select coalesce(p.url, p.name), title, p.captured::date::varchar, p.gone::varchar, coalesce(pictures, 0)
        from pages p left join (
            select part, doc, count(*) as pictures from pictures where gone is not null group by all
        ) using (part, doc)
        where p.gone is not null order by p.gone desc, 1 limit {TOP}"""
    )
    [(total,)] = catalogue.ask("select count(*) from pages where gone is not null")
    return Table(
        id="gone",
        title="Pages that are gone from their sources",
        columns=("page", "title", "last captured", "gone since the run of", "pictures"),
        rows=tuple(rows),
        note=f"{total:,} pages that an earlier run found and the last one did not, the newest {TOP}. They were published, so all "
        "figures but those of terms still published count them; in a query `where gone is null` leaves them out.",
    )


def _unread(catalogue: Catalogue) -> Table:
    rows = catalogue.ask(
        f"select problem, count(*) as pages, any_value(coalesce(url, name)) from unread group by 1 order by 2 desc, 1 limit {TOP}"
    )
    return Table(
        id="unread",
        title="Pages that could not be read",
        columns=("reason", "pages", "one of them"),
        rows=tuple(rows),
        note="They are in none of the figures above.",
    )


def _facts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    found = list(receipts(catalogue.edition))
    [(pages, gone, unread)] = catalogue.ask("select count(*), count(gone), (select count(*) from unread) from pages")
    edition = edition_record(catalogue.edition)
    yield "policy", edition["policy"]["name"]
    yield "first run", edition["today"]
    yield "edition", catalogue.edition.name
    yield "sources", ", ".join(sorted({receipt.uri for receipt in found})[:SOURCES])
    yield "pages", f"{pages:,}"
    yield "of them gone from their sources", f"{gone:,}"
    yield "pages that could not be read", f"{unread:,}"
    yield "shards", f"{len(found):,}"
    yield "damaged shards", f"{sum(bool(receipt.problems) for receipt in found):,}"
    yield "repeated pages left out within shards", f"{sum(receipt.counts.duplicates for receipt in found):,}"
    yield "shards set aside because they killed their workers", f"{len(set_aside(catalogue.edition)):,}"


def _named(group: object) -> Cell:
    return "not known" if group is None else group if isinstance(group, (int, float)) else str(group)


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None
