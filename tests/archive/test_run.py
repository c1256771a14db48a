"""A run and what can befall it: killed workers, a killed run, poison, a full disk; the rows are the same every time."""

import json
import os
import signal
import time
from datetime import date
from pathlib import Path

import pytest

from auditor.archive.engines.local import LocalEngine
from auditor.archive.run import Wish, run_archive
from auditor.archive.shard import Failure, Kind, Options, Shard
from auditor.archive.stores import open_store
from auditor.policy import load_policy
from tests.archive.building import pages, warc
from tests.archive.rows import rows
from tests.archive.running import DEADLY, HANGING, SMALL_DISK, finish, kill_a_worker, run, start, workers


@pytest.fixture
def crawl(tmp_path):
    """Four web archives of 30 pages."""
    return make_crawl(tmp_path / "crawl")


def make_crawl(folder):
    folder.mkdir()
    for n in range(4):
        warc(folder / f"{n}.warc.gz", pages(30, first=30 * n))
    return folder


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """The rows of a run that nothing befell."""
    place = tmp_path_factory.mktemp("undisturbed")
    code, _, err = run(make_crawl(place / "crawl"), "--into", place / "a", "--workers", "2")
    assert code == 0, err
    return rows(place / "a")


def test_run_and_resume(crawl, tmp_path):
    code, out, _ = run(crawl, "--into", tmp_path / "a", "--workers", "2")
    assert (code, "120 pages, 120 pictures" in out) == (0, True)
    first = rows(tmp_path / "a")
    assert len(first) == 120
    code, out, _ = run(crawl, "--into", tmp_path / "a")
    assert (code, "0 shards audited, 4 done before, 4 in all" in out) == (0, True)
    assert rows(tmp_path / "a") == first


def test_changed_and_new_sources_only(crawl, tmp_path):
    run(crawl, "--into", tmp_path / "a")
    warc(crawl / "0.warc.gz", pages(10))
    warc(crawl / "new.warc.gz", pages(10, first=500))
    code, out, _ = run(crawl, "--into", tmp_path / "a")
    assert (code, "2 shards audited, 3 done before, 5 in all" in out) == (0, True)
    assert len(rows(tmp_path / "a")) == 140  # 20 pages are gone from 0.warc.gz: its old part stays beside the new one


def test_another_policy_is_another_edition(crawl, tmp_path):
    run(crawl, "--into", tmp_path / "a")
    _, out, _ = run(crawl, "--into", tmp_path / "a", "--policy", "strict")
    assert "4 shards audited, 0 done before" in out
    assert len(list((tmp_path / "a").glob("*/edition.json"))) == 2


def test_killed_worker_loses_and_doubles_nothing(crawl, tmp_path, undisturbed):
    process = start(crawl, "--into", tmp_path / "a", "--workers", "2")
    assert kill_a_worker(process)
    time.sleep(0.5)
    kill_a_worker(process)
    code, out, err = finish(process)
    assert code == 0, out + err
    assert rows(tmp_path / "a") == undisturbed


def test_killed_run_goes_on_and_leaves_no_process(crawl, tmp_path, undisturbed):
    process = start(crawl, "--into", tmp_path / "a", "--workers", "2")
    while not (left := workers(process.pid)):
        time.sleep(0.01)
    time.sleep(1.0)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    until = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in left) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{pid}").exists() for pid in left)
    code, _, err = run(crawl, "--into", tmp_path / "a", "--workers", "2")
    assert code == 0, err
    assert rows(tmp_path / "a") == undisturbed
    assert not list((tmp_path / "a").glob("*/.writing-*"))


def test_interrupt_ends_cleanly_and_says_how_to_go_on(crawl, tmp_path, undisturbed):
    process = start(crawl, "--into", tmp_path / "a", "--workers", "2")
    while not workers(process.pid):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    code, _, err = finish(process)
    assert (code, "the same command goes on" in err, "Traceback" in err) == (130, True, False)
    assert run(crawl, "--into", tmp_path / "a")[0] == 0
    assert rows(tmp_path / "a") == undisturbed


def test_poison_costs_itself_and_is_named(crawl, tmp_path, undisturbed):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(DEADLY)
    warc(crawl / "poison.warc.gz", pages(1, first=999))
    code, out, _ = run(crawl, "--into", tmp_path / "a", "--workers", "2", PYTHONPATH=str(tmp_path / "site"))
    assert code == 3
    assert [line for line in out.splitlines() if "poison.warc.gz: its worker died or hung 3 times" in line]
    assert rows(tmp_path / "a") == undisturbed
    _, out, _ = run(crawl, "--into", tmp_path / "a")
    assert "set aside by an earlier run" in out
    code, out, _ = run(crawl, "--into", tmp_path / "a", "--retry-set-aside")
    assert (code, "1 shards audited, 4 done before" in out) == (0, True)


def test_hanging_page_is_ended_and_named(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(HANGING)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr("auditor.limits.MAX_SECONDS_ON_PAGE", 0.5)
    path = warc(tmp_path / "a.warc.gz", pages(2))
    options = Options(policy=load_policy("default"), tool="x", today=date(2026, 1, 1))
    engine = LocalEngine(1)
    [result] = engine.run([Shard(kind=Kind.WARC, uri=str(path), stamp="")], options, str(tmp_path), lambda pulse: None)
    assert isinstance(result, Failure)
    assert (result.is_poison, "hung 3 times" in result.reason, "at page 1 of it" in result.reason) == (True, True, True)


def test_full_disk_is_named_and_leaves_nothing_half_written(crawl, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(SMALL_DISK)
    code, out, err = run(crawl, "--into", tmp_path / "a", "--workers", "1", PYTHONPATH=str(tmp_path / "site"))
    assert code == 3, err
    assert "takes no more" in out
    assert "more shards; the same command goes on" in out
    assert not list((tmp_path / "a").glob("*/part-*")) + list((tmp_path / "a").glob("*/.writing-*"))
    assert run(crawl, "--into", tmp_path / "a")[0] == 0


def test_read_only_folder_is_refused_at_once(crawl, tmp_path):
    if os.getuid() == 0:
        target = "/proc/audit"  # nobody may make a folder there
    else:
        (tmp_path / "locked").mkdir(mode=0o500)
        target = str(tmp_path / "locked" / "audit")
    code, _, err = run(crawl, "--into", target)
    assert (code, "cannot be written to" in err) == (2, True)


def test_second_run_into_the_same_folder_is_refused(crawl, tmp_path):
    first = start(crawl, "--into", tmp_path / "a", "--workers", "1")
    while not workers(first.pid):
        time.sleep(0.01)
    code, _, err = run(crawl, "--into", tmp_path / "a")
    assert (code, "another run" in err) == (2, True)
    assert finish(first)[0] == 0


def test_unreadable_pages_are_rows_with_reasons(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.html").write_bytes(b"<html><body><p>Short.</p></body></html>")
    (tmp_path / "in" / "empty.html").write_bytes(b"")
    code, out, _ = run(tmp_path / "in", "--into", tmp_path / "a")
    assert (code, "1 pages not read" in out) == (3, True)
    assert sorted((row["problem"] or "")[:5] for row in rows(tmp_path / "a")) == ["", "empty"]


def test_repeated_pages_are_audited_once(tmp_path):
    warc(tmp_path / "a.warc.gz", [*pages(3), *pages(3)])
    _, out, _ = run(tmp_path / "a.warc.gz", "--into", tmp_path / "a")
    assert "3 pages, 3 pictures" in out
    assert "3 repeated" in out


def test_receipt_in_the_footer(crawl, tmp_path):
    import pyarrow.parquet as pq

    run(crawl, "--into", tmp_path / "a")
    part = next((tmp_path / "a").glob("*/part-*.parquet"))
    receipt = json.loads(pq.read_metadata(part).metadata[b"auditor"])
    assert (receipt["documents"], receipt["key"]) == (30, part.stem.removeprefix("part-"))


def test_nothing_to_audit_is_wrong_usage(tmp_path):
    code, _, err = run(tmp_path, "--into", tmp_path / "a")
    assert (code, "nothing to audit" in err) == (2, True)


def test_two_workers_share_one_web_archive(tmp_path, monkeypatch):
    """The rows of the whole one, a killed run in between; only the number of a page within its part differs."""
    path = warc(tmp_path / "a.warc.gz", pages(90))
    code, _, err = run(path, "--into", tmp_path / "whole", "--workers", "1")
    assert code == 0, err
    monkeypatch.setattr("auditor.archive.plan.SLICE_BYTES", path.stat().st_size // 4)
    wish = Wish(sources=(str(path),), into=open_store(tmp_path / "sliced"), policy=load_policy("default"), today=date(2026, 1, 1))
    engine = LocalEngine(2)
    with pytest.raises(KeyboardInterrupt):
        run_archive(wish, engine, interrupted_after_the_first)
    progress = run_archive(wish, engine, lambda progress: None)
    assert (progress.shards, progress.done_before > 0, progress.failures) == (4, True, [])
    shared, alone = ([{**row, "doc": 0} for row in rows(tmp_path / name)] for name in ("sliced", "whole"))
    assert sorted(shared, key=repr) == sorted(alone, key=repr)


def interrupted_after_the_first(progress):
    if progress.done:
        raise KeyboardInterrupt
