"""Web archives built from pages at hand, and the command run on them.

Pages come from ../shared/gold where that is present, else they are invented.
"""

import gzip
import subprocess
import sys
import time
from pathlib import Path

from tests.archive.building import page, record

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "articles"
SHARDS = 8


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
