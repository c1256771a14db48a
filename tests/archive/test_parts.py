"""Small contracts: extras that are missing, columns, keys."""

import subprocess
import sys
from datetime import date

import pytest

from auditor.archive.shard import Kind, Options, Shard
from auditor.policy import load_policy


def test_missing_library_names_its_extra(monkeypatch):
    from auditor import extras
    from auditor.model import UsageError

    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"media-caption-auditor\[archive\]"):
        extras.load("duckdb")
    with pytest.raises(UsageError, match=r"media-caption-auditor\[ray\]"):
        extras.load("ray")


def test_command_line_starts_without_the_libraries_of_the_archive():
    heavy = {"pyarrow", "duckdb", "fastwarc", "ray", "matplotlib", "fsspec"}
    code = f"import sys, auditor.cli.app; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_keys_differ_where_content_rules_or_policy_do():
    shard = Shard(kind=Kind.WARC, uri="/a.warc.gz", stamp="1-1")
    default = Options(policy=load_policy("default"), tool="x", today=date(2026, 1, 1))
    others = [
        default.key_of(Shard(kind=Kind.WARC, uri="/a.warc.gz", stamp="1-2")),
        Options(policy=load_policy("strict"), tool="x", today=date(2026, 1, 1)).key_of(shard),
        Options(policy=load_policy("default"), tool="y", today=date(2026, 1, 1)).key_of(shard),
        Options(policy=load_policy("default"), tool="x", today=date(2026, 1, 1), pictures=True).key_of(shard),
    ]
    assert len({default.key_of(shard), *others}) == 5
    assert Options(policy=load_policy("default"), tool="x", today=date(2026, 5, 1)).key_of(shard) == default.key_of(shard)


def test_parts_have_exactly_the_columns_of_the_schema(tmp_path):
    import pyarrow.parquet as pq

    from auditor.archive.columns import COLUMNS
    from auditor.archive.shard_audit import audit_shard
    from tests.archive.building import pages, warc

    path = warc(tmp_path / "a.warc.gz", pages(2))
    options = Options(policy=load_policy("default"), tool="x", today=date(2026, 1, 1))
    receipt = audit_shard(Shard(kind=Kind.WARC, uri=str(path), stamp=""), options, str(tmp_path))
    table = pq.read_table(tmp_path / f"part-{receipt.key}.parquet")
    assert table.column_names == [name for name, _ in COLUMNS]
    assert (receipt.counts.documents, receipt.counts.pictures, receipt.rows) == (2, 2, 2)


def _audited(folder, count=2, **how):
    """The rows of one part, in their order."""
    import pyarrow.parquet as pq

    from auditor.archive.shard_audit import audit_shard
    from tests.archive.building import pages, warc

    path = warc(folder / "a.warc.gz", pages(count, **how))
    options = Options(policy=load_policy("default"), tool="x", today=date(2026, 1, 1))
    receipt = audit_shard(Shard(kind=Kind.WARC, uri=str(path), stamp=""), options, str(folder))
    return pq.ParquetFile(folder / f"part-{receipt.key}.parquet")


def test_rows_are_sorted_by_address_and_pages_numbered_in_that_order(tmp_path, monkeypatch):
    from auditor.archive import parts

    monkeypatch.setattr(parts, "GROUP_ROWS", 5)
    file = _audited(tmp_path, 12)
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [5, 5, 2]
    groups = [file.read_row_group(n).to_pylist() for n in range(3)]
    assert [row["doc"] for rows in groups for row in rows] == list(range(12))
    assert all([row["url"] for row in rows] == sorted(row["url"] for row in rows) for rows in groups)


def test_words_that_also_stand_in_the_caption_are_kept_as_offsets(tmp_path):
    caption = "Nets on a quay. Photo: Lena Ostrow/Reuters"  # the pages' alternative text is "Nets on a quay"
    [finding] = [
        f for f in _audited(tmp_path, 1, caption=caption).read().to_pylist()[0]["findings"] if f["rule"] == "caption/same-as-alt"
    ]
    assert (finding["text"], caption[finding["start"] : finding["end"]]) == (None, "Nets on a quay")


def test_parts_of_the_schema_before_can_be_asked(tmp_path):
    import duckdb

    from auditor.archive.catalogue import Catalogue
    from auditor.archive.stores import open_store

    _audited(tmp_path)
    [part] = tmp_path.glob("part-*.parquet")
    old = "list_transform(findings, lambda f: struct_insert(f, waived := false))"
    duckdb.execute(f"copy (select * replace ({old} as findings) from '{part}') to '{tmp_path}/part-old.parquet'")
    part.unlink()
    assert Catalogue(open_store(tmp_path)).ask("select count(*), any_value(rule) from findings where on_page") == [(0, None)]


def test_progress_line_says_where_a_run_stands():
    from auditor.archive.engines import Pulse
    from auditor.archive.run import Progress
    from auditor.archive.shard import Counts
    from auditor.cli.archive.progress import progress_line

    progress = Progress(
        shards=10, done_before=2, done=2, counts=Counts(documents=900, findings=50), bytes_done=100, bytes_left=300, seconds=10.0
    )
    progress.pulse = Pulse(counts=Counts(documents=100, findings=5))
    assert progress_line(progress) == "[####      ] 4 of 10 shards, 30 s left, 1,000 pages (100/s), 55 findings"


def test_tables_fit_the_terminal():
    from auditor.model.figures import Figures, Table
    from auditor.render.figures import figures_text

    address = "https://news.example/pictures/a-long-name-of-a-picture-{}-of-the-harbour.jpg"
    table = Table(
        id="uses",
        title="Uses",
        columns=("picture", "person named %", "uncredited uses", "one of the pages"),
        rows=tuple((address.format(n), 12.5, n, f"https://news.example/sport/{n}.html") for n in range(3)),
    )
    figures = Figures(title="Archive audit", headline="3 pictures", tables=(table,))
    assert figures_text(figures, width=60).splitlines()[3:8] == [
        "                                         one",
        "                     person              of",
        "                      named  uncredited  the",
        "picture                   %        uses  pages",
        "…of-the-harbour.jpg    12.5           0  …ample/sport/0.html",
    ]
    narrow = figures_text(figures, width=44).splitlines()
    assert max(map(len, narrow[2:-1])) <= 44
    assert narrow[-1] == "(no room for one of the pages: --format html, json or xlsx)"
    assert "picture  " in figures_text(figures)
    assert "uncredited uses" in figures_text(figures)


def test_names_of_columns_of_numbers_stand_above_them():
    from auditor.model.figures import Figures, Table
    from auditor.render.figures import figures_html

    table = Table(id="t", title="T", columns=("site", "pictures"), rows=(("a.example", 3), ("b.example", None)))
    html = figures_html(Figures(title="Archive audit", headline="3 pictures", tables=(table,)))
    assert '<th scope="col">site</th><th scope="col" class="number">pictures</th>' in html
    assert '<td dir="auto">a.example</td><td class="number">3</td>' in html


def test_rows_do_not_depend_on_the_running_text(tmp_path, monkeypatch):
    from auditor.archive import shard_audit

    rows = _audited(tmp_path, 3).read().to_pylist()
    (tmp_path / "whole").mkdir()
    monkeypatch.setattr(shard_audit, "replace", lambda document, wants_body: document)
    whole = _audited(tmp_path / "whole", 3).read().to_pylist()
    assert [{**row, "source": None} for row in rows] == [{**row, "source": None} for row in whole]
