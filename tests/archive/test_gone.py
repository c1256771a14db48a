"""Sources that change between two runs: pages that are gone stay as evidence, and are told apart."""

import json
from datetime import date

import pytest

from auditor.archive.catalogue import Versions, open_catalogue
from auditor.archive.compact import compact
from auditor.archive.editions import newest_edition
from auditor.archive.engines import Pulse
from auditor.archive.run import Wish, run_archive
from auditor.archive.shard_audit import audit_shard
from auditor.archive.stores import open_store
from auditor.policy import load_policy
from tests.archive.building import BARE, page, record, warc


class Here:
    """An engine in this process."""

    def run(self, shards, options, folder, watch):
        watch(Pulse())
        yield from (audit_shard(shard, options, folder) for shard in shards)


def story(n, **how):
    return record(f"https://news.example/{n}", page(n, **how))


@pytest.fixture
def archive(tmp_path):
    """A folder of sources, and a run over it on a day of May 2026."""

    class Archive:
        sources, into = tmp_path / "crawl", tmp_path / "audit"

        def write(self, name, *numbers, **how):
            self.sources.mkdir(exist_ok=True)
            warc(self.sources / f"{name}.warc.gz", [story(n, **how) for n in numbers])

        def run(self, day):
            wish = Wish(
                sources=(str(self.sources),), into=open_store(self.into), policy=load_policy("default"), today=date(2026, 5, day)
            )
            return run_archive(wish, Here(), lambda progress: None)

        def gone(self, versions=Versions.NEWEST):
            catalogue = open_catalogue(open_store(self.into), versions=versions)
            found = catalogue.ask("select url, gone from pages order by url, captured")
            catalogue.close()
            return {url.rpartition("/")[2]: day and day.day for url, day in found}

        def compact(self):
            return compact(newest_edition(open_store(self.into)), open_store(self.into))

        @property
        def parts(self):
            return len(list(self.into.glob("*/part-*.parquet")))

    return Archive()


def test_pages_gone_from_a_source_stay_and_say_since_when(archive):
    archive.write("a", 1, 2, 3)
    archive.write("b", 4)
    archive.run(1)
    assert archive.gone() == {"1": None, "2": None, "3": None, "4": None}
    archive.write("a", 1)
    archive.run(2)
    archive.run(3)
    assert archive.gone() == {"1": None, "2": 2, "3": 2, "4": None}
    archive.write("a", 1, 3)
    archive.run(4)
    assert archive.gone() == {"1": None, "2": 2, "3": None, "4": None}


def test_a_part_whose_pages_all_lie_elsewhere_is_dropped(archive):
    archive.write("a", 1, 2)
    archive.run(1)
    archive.write("a", 1, 2, 3)
    archive.run(2)
    assert (archive.parts, archive.gone()) == (1, {"1": None, "2": None, "3": None})


def test_a_page_that_changed_keeps_its_older_capture(archive):
    archive.write("a", 1)
    archive.run(1)
    archive.write("a", 1, caption=BARE)
    archive.run(2)
    assert archive.gone() == {"1": None}
    catalogue = open_catalogue(open_store(archive.into), versions=Versions.ALL)
    assert catalogue.ask("select count(*), count(gone) from pages") == [(2, 0)]
    assert open_catalogue(open_store(archive.into)).ask("select caption from pictures") == [(BARE,)]


def test_pages_gone_after_their_parts_were_compacted(archive):
    archive.write("a", 1, 2)
    archive.write("b", 3, 4)
    archive.run(1)
    assert archive.compact() == (2, 1)
    archive.write("b", 4)
    archive.run(2)
    assert archive.gone() == {"1": None, "2": None, "3": 2, "4": None}
    archive.write("c", 5)
    archive.run(3)
    assert archive.compact() == (3, 1)  # folders compacted once more keep the numbers of their pages apart
    assert archive.gone() == {"1": None, "2": None, "3": 2, "4": None, "5": None}
    archive.write("a", 2)
    archive.run(4)
    assert archive.gone() == {"1": 4, "2": None, "3": 2, "4": None, "5": None}


def test_report_names_gone_pages_and_kill_no_longer_finds_them(archive, auditor, tmp_path):
    archive.write("a", 1, 2, picture="withdrawn-picture")
    archive.run(1)
    archive.write("a", 1, picture="withdrawn-picture")
    archive.run(2)
    auditor("archive", "report", archive.into, "--format", "json", "--output", tmp_path)
    report = json.loads((tmp_path / "archive.json").read_text())
    [row] = next(table for table in report["tables"] if table["id"] == "gone")["rows"]
    assert (row["page"], row["gone since the run of"], row["pictures"]) == ("https://news.example/2", "2026-05-02", 1)
    assert (report["facts"]["pages"], report["facts"]["of them gone from their sources"]) == ("2", "1")
    (tmp_path / "list.txt").write_text("https://news.example/pictures/withdrawn-picture.jpg\n")
    found = auditor("archive", "kill", archive.into, tmp_path / "list.txt", "--output", tmp_path)
    assert found.out.startswith("1 certain and 0 probable uses are published")


def test_a_damaged_list_is_one_line(archive, auditor):
    archive.write("a", 1)
    archive.run(1)
    next(archive.into.glob("*/edition.json")).with_name("outdated.json").write_text('["a"]')
    result = auditor("archive", "query", archive.into, "from pages")
    assert (result.code, "outdated.json is damaged" in result.err, result.err.count("\n")) == (2, True, 1)
