"""`make bench-archive`: what an archive costs, on web archives built from pages at hand.

python -m tests.archive.bench [MEASURE...] [--pages N] [--into DIR]

Every response has an address and a digest of its own. Pages come from ../shared/gold where that is present, else they are
invented; the figures say which. Ratios hold, absolute speeds are this machine's.
"""

import argparse
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from tests.archive import running
from tests.archive.building import record
from tests.archive.crawls import ROOT, SHARDS, build, invented, run, sources
from tests.archive.kills import kills, ray_kills
from tests.archive.storage import crawl, report
from tests.archive.ten_million import ten_million


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.archive.bench", description=__doc__)
    parser.add_argument("measures", nargs="*", choices=[*MEASURES, []], help=", ".join(MEASURES))
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--into", type=Path, default=Path(tempfile.gettempdir()) / "auditor-bench-archive")
    wanted = parser.parse_args()
    wanted.into.mkdir(parents=True, exist_ok=True)
    print(f"{sources()[1]}; {wanted.pages:,} responses; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    for name in wanted.measures or MEASURES:
        print(f"== {name} == load {os.getloadavg()[0]:.1f}", flush=True)
        for key, value in MEASURES[name](wanted.into, wanted.pages).items():
            print(f"  {key:<72}{value:>14,.3f}", flush=True)


def speed(folder: Path, count: int) -> dict[str, float]:
    """One process: all rules and the Parquet written, beside reading and parsing alone, by turns on the same shards."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    from selectolax.lexbor import LexborHTMLParser

    from auditor.archive.shard import Kind, Options, Shard
    from auditor.archive.shard_audit import audit_shard
    from auditor.policy import load_policy

    count = min(count, 2_000)
    paths = build(folder, count, 4)
    options = Options(policy=load_policy("default"), tool=f"bench {time.time()}", today=date(2026, 1, 1))
    bound = audit = 0.0
    for path in paths:
        begin = time.process_time()
        for found in ArchiveIterator(str(path), record_types=WarcRecordType.response, auto_decode="all", fsspec_args=False):
            LexborHTMLParser(found.reader.read())
        bound += time.process_time() - begin
        begin = time.process_time()
        receipt = audit_shard(Shard(kind=Kind.WARC, uri=str(path), stamp=""), options, str(folder / "speed"))
        audit += time.process_time() - begin
        assert receipt.counts.documents == count // 4, receipt
    return {
        "fastwarc + lexbor parse alone, pages per CPU second": count / bound,
        "audit, Parquet written, pages per CPU second": count / audit,
        "share of the bound": bound / audit,
    }


def scaling(folder: Path, count: int) -> dict[str, float]:
    """Two workers against one, on several web archives and on one; Ray against the local pool, its start-up included."""
    paths = build(folder, count)
    one = run(paths, folder / "scaling", "--workers", "1")
    two = run(paths, folder / "scaling", "--workers", "2")
    seconds = {"one worker, s": one, "two workers, s": two, "two workers against one": one / two}
    large = build(folder, count // 2, 1)
    alone = run(large, folder / "scaling", "--workers", "1")
    shared = run(large, folder / "scaling", "--workers", "2")
    seconds |= {f"two workers against one, one web archive of {large[0].stat().st_size / 1e6:,.0f} MB": alone / shared}
    try:
        import ray  # noqa: F401
    except ImportError:
        return seconds
    many = run(paths, folder / "scaling", "--workers", "2", "--engine", "ray")
    return {**seconds, "Ray with two workers, s": many, "Ray against the local pool": two / many}


def memory(folder: Path, count: int) -> dict[str, float]:
    """Largest resident size of a process that audits one shard: few pages, 100,000 pages, 4 GB."""
    size = sum(map(len, sources()[0])) / len(sources()[0])
    shards = (
        build(folder, 1_000, 1),
        build(folder, 1_000, 1, found=invented()),
        build(folder, 5 * count, 1, found=invented()),
        build(folder, int(4.1e9 / size) if size > 1e5 else 1_000, 1, packed=False),
    )
    figures = {}
    for [path] in shards:
        arguments = [sys.executable, "-c", ONE_SHARD, str(path), str(time.time()), str(folder / "memory")]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True, cwd=ROOT)
        documents, megabytes = done.stdout.split()
        name = f"{int(documents):,} pages, one shard of {path.stat().st_size / 1e6:,.0f} MB: peak MB"
        print(f"  {name} {megabytes}", flush=True)
        figures[name] = float(megabytes)
    return figures


ONE_SHARD = r"""
import re, sys
from datetime import date
from pathlib import Path
from auditor.archive.shard import Kind, Options, Shard
from auditor.archive.shard_audit import audit_shard
from auditor.policy import load_policy
options = Options(policy=load_policy("default"), tool=sys.argv[2], today=date(2026, 1, 1))
receipt = audit_shard(Shard(kind=Kind.WARC, uri=sys.argv[1], stamp=""), options, sys.argv[3])
peak = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())[1]
print(receipt.counts.documents, int(peak) / 1024)
"""
"""Its own peak: `ru_maxrss` begins with that of the process it was started from."""


def storage(folder: Path, count: int) -> dict[str, float]:
    """Bytes of the parts for each picture: every page once, the large set, whose pages repeat, and archives whose do not."""
    from auditor.archive.compact import compact
    from auditor.archive.editions import newest_edition
    from auditor.archive.stores import open_store

    figures = {}
    for name, number in (("every page once", len(sources()[0])), ("the large set", count)):
        into = folder / f"storage-{number}"
        run(build(folder, number, 1 if number < 1000 else SHARDS), into, "--workers", "2")
        figures |= report(name, into, columns=number < 1000)
    for number in (400, 4_000, 2 * count):
        into = folder / f"storage-houses-{number}"
        run([crawl(folder, number)], into, "--workers", "1")
        figures |= report(f"{number:,} pages of six invented houses", into, columns=number == 4_000)
    store = open_store(into)
    compact(newest_edition(store), store)
    return figures | report("the same, compacted", into)


def questions(folder: Path, count: int) -> dict[str, float]:
    """Three questions over 10 million rows, compacted: the best of five, after the one that opens the files."""
    from auditor.archive.catalogue import open_catalogue
    from auditor.archive.clusters import differing_credits, number_clusters
    from auditor.archive.stores import open_store

    into, rows = ten_million(folder), 10_000_000
    begin = time.monotonic()
    catalogue = open_catalogue(open_store(into))
    figures = {"opening, s": time.monotonic() - begin}
    assert catalogue.ask("select count(*) from pictures") == [(rows,)]
    page = catalogue.ask("select url from pictures where findings is not null limit 1")[0][0]

    def same_picture():
        number_clusters(catalogue)
        return differing_credits(catalogue, 25)

    asked = {
        "agency by year, s": lambda: catalogue.ask(
            "select agency, year, count(*), count(*) filter (credited = 'yes'), count(*) filter (person_named = 'yes') "
            "from pictures group by all"
        ),
        "one article's findings, s": lambda: catalogue.ask("select rule, message, text from findings where url = ?", [page]),
        "same picture, different credits, s": same_picture,
    }
    for name, ask in asked.items():
        wall, cpu = [], []
        for _ in range(6):
            begin, used = time.monotonic(), time.process_time()
            assert ask()
            wall.append(time.monotonic() - begin)
            cpu.append(time.process_time() - used)
        figures[name] = min(wall[1:])
        figures[f"{name} of CPU on all cores"] = min(cpu[1:])
    size = sum(file.stat().st_size for file in into.rglob("*.parquet"))
    return {**figures, "bytes per row of this set": size / rows}


def hostile(folder: Path, count: int) -> dict[str, float]:
    """A record of 4 GB, a bomb, damage in the middle, and a disk of 100 KB: what came of each."""
    place = Path(tempfile.mkdtemp(dir=folder))
    good = [record(f"https://news.example/{n}", body) for n, body in enumerate(invented())]
    head, body = good[0].split(b"msgtype=response\r\nContent-Length: ")
    with (place / "huge.warc").open("wb") as file:
        file.write(head + b"msgtype=response\r\nContent-Length: 4294967296\r\n\r\n" + body.partition(b"\r\n\r\n")[2])
        file.seek(len(head) + 4294967296 + 48)
        file.write(b"\r\n\r\n" + b"".join(good))
    bomb = record("https://news.example/b", gzip.compress(b" " * 4_000_000_000, 1), headers=(b"Content-Encoding: gzip",))
    (place / "bomb.warc.gz").write_bytes(b"".join(map(gzip.compress, [bomb, *good])))
    members = [gzip.compress(one) for one in good]
    members[7] = members[7][:50] + b"\xff" * 40 + members[7][90:]
    (place / "damaged.warc.gz").write_bytes(b"".join(members))
    code, out, _ = running.run(place, "--into", place / "a")
    print("  " + "\n  ".join(out.splitlines()))
    figures = {"exit code": code, "pages audited of 59": int(out.split(" pages")[0].rpartition("\n")[2])}
    small = place / "small"
    small.mkdir()
    if (
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", small], capture_output=True, check=False).returncode
        == 0
    ):
        code, out, _ = running.run(place / "damaged.warc.gz", *build(folder, 500, 1), "--into", small / "a", "--workers", "1")
        print("  " + "\n  ".join(out.splitlines()))
        figures |= {"full disk: exit code": code, "full disk: unfinished files": len(list(small.rglob(".writing-*")))}
        subprocess.run(["umount", small], check=False)
    shutil.rmtree(place)
    return figures


MEASURES = {
    "speed": speed,
    "storage": storage,
    "questions": questions,
    "kills": kills,
    "ray_kills": ray_kills,
    "hostile": hostile,
    "memory": memory,
    "scaling": scaling,
}


if __name__ == "__main__":
    main()
