"""`make bench-archive`: what an archive costs, on web archives built from pages at hand.

python -m tests.archive.bench [MEASURE...] [--pages N] [--into DIR]

Every response has an address and a digest of its own. Pages come from ../shared/gold where that is present, else they are
invented; the figures say which. Ratios hold, absolute speeds are this machine's.
"""

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from tests.archive.building import page, record

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "articles"
SHARDS = 8


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.archive.bench", description=__doc__)
    parser.add_argument("measures", nargs="*", choices=[*MEASURES, []], help=", ".join(MEASURES))
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--into", type=Path, default=Path(tempfile.gettempdir()) / "auditor-bench-archive")
    wanted = parser.parse_args()
    wanted.into.mkdir(parents=True, exist_ok=True)
    print(f"{sources()[1]}; {wanted.pages:,} responses; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    for name in wanted.measures or MEASURES:
        print(f"== {name} ==", flush=True)
        for key, value in MEASURES[name](wanted.into, wanted.pages).items():
            print(f"  {key:<64}{value:>14,.3f}", flush=True)


def sources():
    """The pages to build from, and what they are."""
    if GOLD.is_dir():
        found = [gzip.decompress(path.read_bytes()) for path in sorted(GOLD.glob("*/page.html.gz"))]
        return found, f"{len(found)} real pages, {sum(map(len, found)) / len(found) / 1000:,.0f} KB in the mean"
    return invented(), "20 invented pages"


def invented() -> list[bytes]:
    return [page(n) for n in range(20)]


def build(folder: Path, count: int, shards: int = SHARDS, *, found: list[bytes] | None = None, packed: bool = True) -> list[Path]:
    """Web archives of `count` responses, made once."""
    name = f"crawl-{count}-{shards}{'-invented' if found else ''}{'' if packed else '-plain'}"
    paths = [folder / name / f"crawl-{n:02}.warc{'.gz' if packed else ''}" for n in range(shards)]
    if (folder / f"{name}.done").exists():
        return paths
    (folder / name).mkdir(parents=True, exist_ok=True)
    found = found or sources()[0]
    files = [path.open("wb") for path in paths]
    for n in range(count):
        body = found[n % len(found)] + b"<!-- response %d -->" % n
        url = f"https://site-{n % len(found)}.example/{2015 + n % 10}/{n}.html"
        response = record(url, body, date="2026-02-03T10:00:00Z")
        files[n % shards].write(gzip.compress(response, 1) if packed else response)
    for file in files:
        file.close()
    (folder / f"{name}.done").touch()
    return paths


def run(paths, into: Path, *options: str) -> float:
    """Wall seconds of the command."""
    command = [sys.executable, "-m", "auditor", "archive", "run", *map(str, paths), "--into", str(into), "--fresh", *options]
    begin = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - begin
    if done.returncode not in (0, 3):
        raise SystemExit(done.stderr)
    print(f"  {done.stdout.splitlines()[0]}", flush=True)
    return seconds


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
        assert receipt.documents == count // 4, receipt
    return {
        "fastwarc + lexbor parse alone, pages per CPU second": count / bound,
        "audit, Parquet written, pages per CPU second": count / audit,
        "share of the bound": bound / audit,
    }


def scaling(folder: Path, count: int) -> dict[str, float]:
    """Two workers against one, Ray against the local pool."""
    paths = build(folder, count)
    one = run(paths, folder / "scaling", "--workers", "1")
    two = run(paths, folder / "scaling", "--workers", "2")
    seconds = {"one worker, s": one, "two workers, s": two, "two workers against one": one / two}
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


ONE_SHARD = """
import resource, sys
from datetime import date
from auditor.archive.shard import Kind, Options, Shard
from auditor.archive.shard_audit import audit_shard
from auditor.policy import load_policy
options = Options(policy=load_policy("default"), tool=sys.argv[2], today=date(2026, 1, 1))
receipt = audit_shard(Shard(kind=Kind.WARC, uri=sys.argv[1], stamp=""), options, sys.argv[3])
print(receipt.documents, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def storage(folder: Path, count: int) -> dict[str, float]:
    """Bytes of the parts for each picture: in the large set, whose pages repeat, and with every page once."""
    figures = {}
    for name, pages_ in (("every page once", len(sources()[0])), ("the large set", count)):
        into = folder / f"storage-{pages_}"
        run(build(folder, pages_, 1 if pages_ < 1000 else SHARDS), into, "--workers", "2")
        from auditor.archive.parts import live_files, receipts

        edition = max(into.glob("*/"), key=lambda place: place.stat().st_mtime)
        size = sum(file.stat().st_size for file in live_files(edition))
        figures[f"{name}: bytes per picture"] = size / sum(receipt.pictures for receipt in receipts(edition))
    return figures


MEASURES = {"speed": speed, "storage": storage, "memory": memory, "scaling": scaling}


if __name__ == "__main__":
    main()
