"""Sources and parts in other stores: the answers of a folder of this machine, whatever is killed or refused."""

import json
from datetime import date

import fsspec
import pytest

from auditor.archive.catalogue import open_catalogue
from auditor.archive.compact import compact
from auditor.archive.editions import newest_edition
from auditor.archive.engines import Pulse
from auditor.archive.plan import make_plan
from auditor.archive.run import Wish, run_archive
from auditor.archive.shard_audit import audit_shard
from auditor.archive.store import OutputError
from auditor.archive.stores import open_store
from auditor.model import UsageError
from auditor.policy import load_policy
from tests.archive.building import page, pages, warc
from tests.archive.rows import rows
from tests.archive.running import FAR, finish, kill_a_worker, run, start


class Here:
    """An engine that does the shards in this process, which alone sees `memory://`."""

    def run(self, shards, options, folder, watch):
        watch(Pulse())
        yield from (audit_shard(shard, options, folder) for shard in shards)


def audited(source, into, **wishes):
    wish = Wish(sources=(str(source),), into=open_store(into), policy=load_policy("default"), today=date(2026, 1, 1), **wishes)
    return run_archive(wish, Here(), lambda progress: None)


def numberless(found):
    return sorted(({**row, "doc": 0} for row in found), key=repr)


@pytest.fixture
def memory():
    """The store that lives in this process, empty."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    return system


@pytest.fixture
def far(tmp_path, monkeypatch):
    """A store that every process reaches as `shelf://`; and the environment in which it does."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(FAR)
    (tmp_path / "shelf").mkdir()
    return {"PYTHONPATH": str(tmp_path / "site"), "SHELF": str(tmp_path / "shelf")}


def test_sources_and_parts_in_memory(memory, tmp_path):
    for n in range(3):
        warc(tmp_path / f"{n}.warc.gz", pages(5, first=5 * n))
        memory.put_file(str(tmp_path / f"{n}.warc.gz"), f"/crawl/{n}.warc.gz")
    progress = audited("memory://crawl/*.warc.gz", "memory://audit")
    assert (progress.done, progress.counts.documents, progress.failures) == (3, 15, [])
    assert audited("memory://crawl/*.warc.gz", "memory://audit").done_before == 3
    audited(tmp_path, tmp_path / "here")
    assert rows("memory://audit") == rows(tmp_path / "here")
    assert not [name for name in memory.find("/audit") if ".writing-" in name]


def test_a_folder_in_another_store(memory):
    memory.pipe({"/site/2024/one.html": page(1), "/site/two.html": page(2), "/site/style.css": b"p {}"})
    plan = make_plan(["memory://site"])
    assert ([shard.files for shard in plan.shards], plan.passed_over) == (
        [("memory:///site/2024/one.html", "memory:///site/two.html")],
        1,
    )
    assert audited("memory://site", "memory://audit").counts.documents == 2
    assert audited("memory://site/*.html", "memory://audit").counts.documents == 1


def test_questions_and_compaction_in_another_store(memory, tmp_path):
    for n in range(3):
        warc(tmp_path / f"{n}.warc.gz", pages(5, first=5 * n))
    audited(tmp_path, "memory://audit")
    before = rows("memory://audit")
    edition = newest_edition(open_store("memory://audit"))
    assert compact(edition, open_store("memory://audit")) == (3, 1)
    assert open_catalogue(open_store("memory://audit")).ask("select count(*) from pictures") == [(15,)]
    assert numberless(rows("memory://audit")) == numberless(before)
    assert audited(tmp_path, "memory://audit").done_before == 3


def test_what_fails_while_it_is_written_is_never_seen(memory):
    store = open_store("memory://audit")
    with pytest.raises(ZeroDivisionError), store.writing("part-1.parquet") as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert store.names("*") == []


def test_what_the_store_refuses_is_named(memory, monkeypatch):
    def refuse(*paths, **options):
        raise RuntimeError("the quota of this bucket is used up")

    monkeypatch.setattr(type(memory), "put_file", refuse)
    with pytest.raises(OutputError, match=r"memory://audit refuses .the quota"):
        open_store("memory://audit").write("edition.json", "{}")


def test_same_rows_from_workers_that_write_elsewhere_and_are_killed(tmp_path, far):
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    for n in range(4):
        warc(crawl / f"{n}.warc.gz", pages(20, first=20 * n))
    assert run(crawl, "--into", tmp_path / "here", "--workers", "2")[0] == 0
    process = start(crawl, "--into", "shelf://audit", "--workers", "2", **far)
    killed = kill_a_worker(process)
    code, out, err = finish(process)
    assert killed, err
    assert (code, "80 pages" in out) == (0, True), out + err
    assert rows(tmp_path / "shelf" / "audit") == rows(tmp_path / "here")
    code, out, err = run(crawl, "--into", "shelf://audit", **far)
    assert (code, "0 shards audited, 4 done before" in out) == (0, True), out + err


def test_questions_on_the_command_line(memory, tmp_path, auditor):
    warc(tmp_path / "a.warc.gz", pages(3))
    audited(tmp_path, "memory://audit")
    result = auditor("archive", "query", "memory://audit", "select count(*) as n from pages")
    assert (result.code, json.loads(result.out)) == (0, {"n": 3}), result.err
    assert auditor("archive", "report", "memory://audit").code == 0


@pytest.mark.parametrize("url", ["s3://bucket/audit", "nosuchstore://audit"])
def test_store_without_its_driver_is_refused_in_words(url, monkeypatch, auditor):
    def missing(name):
        raise ImportError(f"Install s3fs to access {name}")

    monkeypatch.setattr("fsspec.core.get_filesystem_class", missing)
    result = auditor("archive", "report", url)
    assert (result.code, url in result.err, "install the driver" in result.err, "Traceback" in result.err) == (
        2,
        True,
        True,
        False,
    )
    with pytest.raises(UsageError, match="install the driver"):
        open_store(url)
    plan = make_plan([f"{url}/*.warc.gz"])
    assert "install the driver" in plan.unreadable[0].reason


def test_memory_is_no_place_for_parts_of_other_processes(tmp_path, auditor):
    warc(tmp_path / "a.warc.gz", pages(1))
    result = auditor("archive", "run", tmp_path / "a.warc.gz", "--into", "memory://audit")
    assert (result.code, "gone with the process" in result.err) == (2, True)


def test_a_file_url_is_a_folder_of_this_machine(tmp_path):
    assert open_store(f"file://{tmp_path}/audit").path == tmp_path / "audit"
