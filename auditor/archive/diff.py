"""`auditor archive diff`: what changed between two audits, and whether it is more than chance."""

from auditor.archive.catalogue import Catalogue
from auditor.archive.intervals import difference
from auditor.model.figures import Cell, Figures, Table

LISTED = 200
_QUESTIONS = (("credited", "credited"), ("person named", "person_named"), ("dated", "dated"))
_FINDINGS = """select distinct coalesce(url, name) as page, coalesce(picture_key, position, -1) as which, position, picture,
        f.rule as rule
    from (select *, unnest(findings) as f from {rows} where findings is not null)"""


def compare(old: Catalogue, new: Catalogue) -> Figures:
    """Shares side by side, findings that came and went, pages that only one of them has."""
    with new.attached(old):
        new.ask(f"create or replace temp table now_found as {_FINDINGS.format(rows='rows')}")
        new.ask(f"create or replace temp table once_found as {_FINDINGS.format(rows='old_rows')}")
        tables = (_shares(new), _pages(new), _rules(new), _came(new), _only_old(new))
    return Figures(
        title="What changed",
        headline=f"{old.edition.name} -> {new.edition.name}: {sum(row[1] for row in tables[2].rows):,} findings are new, "  # type: ignore[misc]
        f"{sum(row[2] for row in tables[2].rows):,} are gone",  # type: ignore[misc]
        tables=tables,
        facts=(("old", str(old.edition)), ("new", str(new.edition))),
    )


def _shares(new: Catalogue) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for words, column in _QUESTIONS:
        counted = f"count(*) filter ({column} = 'yes'), count(*)"
        [before] = new.ask(f"select {counted} from old_media where kind in ('image', 'graphic')")
        [after] = new.ask(f"select {counted} from pictures")
        low, high = (round(100 * bound, 1) for bound in difference(before, after))
        rows.append((words, *before, *after, low, high, "no" if low <= 0 <= high else "yes"))
    return Table(
        id="shares",
        title="Credited, person named, dated",
        columns=(
            "question",
            "old: yes",
            "old: pictures",
            "new: yes",
            "new: pictures",
            "change from",
            "to (points)",
            "exceeds chance",
        ),
        rows=tuple(rows),
        note="The interval holds the change with 95 % confidence, if both audits are samples of what the house publishes.",
    )


def _pages(new: Catalogue) -> Table:
    [(both, only_new)] = new.ask(
        """select count(*) filter (page in (select coalesce(url, name) from old_pages)),
            count(*) filter (page not in (select coalesce(url, name) from old_pages))
        from (select coalesce(url, name) as page from pages)"""
    )
    [(only_old,)] = new.ask(
        "select count(*) from old_pages where coalesce(url, name) not in (select coalesce(url, name) from pages)"
    )
    [(gone,)] = new.ask("select count(gone) from pages")
    return Table(
        id="pages",
        title="Pages",
        columns=("pages in both", "only in the new audit", "only in the old audit", "gone from their sources"),
        rows=((both, only_new, only_old, gone),),
        note="Gone: the new audit holds them, but its last run no longer found them in their source.",
    )


def _rules(new: Catalogue) -> Table:
    rows = new.ask(
        """select rule,
            count(*) filter (once is null and in_old), count(*) filter (now is null and in_new),
            count(*) filter (once is not null and now is not null),
            count(*) filter (not in_old), count(*) filter (not in_new)
        from (
            select coalesce(n.rule, o.rule) as rule, n.page as now, o.page as once,
                coalesce(n.page, o.page) in (select coalesce(url, name) from old_pages) as in_old,
                coalesce(n.page, o.page) in (select coalesce(url, name) from pages) as in_new
            from now_found n full join once_found o on n.page = o.page and n.which = o.which and n.rule = o.rule
        ) group by 1 order by 2 desc, 3 desc, 1"""
    )
    return Table(
        id="rules",
        title="Findings by rule",
        columns=("rule", "new", "gone", "unchanged", "on pages only the new audit has", "on pages only the old audit has"),
        rows=tuple(rows),
        note="A finding is the same when rule, page and picture are. New and gone count on pages that both audits have.",
    )


def _came(new: Catalogue) -> Table:
    rows = new.ask(
        f"""select page, position, picture, rule from now_found anti join once_found using (page, which, rule)
        where page in (select coalesce(url, name) from old_pages) order by page, position, rule limit {LISTED}"""
    )
    return Table(
        id="new-findings",
        title=f"New findings (the first {LISTED})",
        columns=("page", "position", "picture", "rule"),
        rows=tuple(rows),
    )


def _only_old(new: Catalogue) -> Table:
    rows = new.ask(
        f"""select coalesce(url, name) as page, title, captured::date::varchar from old_pages
        where page not in (select coalesce(url, name) from pages) order by all limit {LISTED}"""
    )
    return Table(
        id="only-old",
        title=f"Pages that only the old audit has (the first {LISTED})",
        columns=("page", "title", "captured"),
        rows=tuple(rows),
        note="Taken down, moved to another address, or not among the sources of the new audit.",
    )
