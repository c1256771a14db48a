"""`python -m tests.quality.metadata_bench [FOLDER]`: what reading picture metadata costs, beside ExifTool in the same run.

Mean and worst time a file in one warm process, `exiftool -j` over the same files in one batch, peak memory of `auditor metadata`
over all of them, pictures decoded, and sockets opened (by strace, where it is installed).
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.quality.bench import show
from tests.quality.measure import IMAGES

ROUNDS = 3
_SOCKETS = ("AF_INET", "AF_INET6")


def main() -> None:
    """Print the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".json", ".md", ".py", ".pem"))
    if not files:
        sys.exit(f"no files at {folder}")
    show(f"metadata of {len(files)} files", {**_child(files), **_network(files), **_times(files)})


def _times(files: list[Path]) -> dict[str, float]:
    from PIL import ImageFile

    from auditor.embedded import read_metadata
    from auditor.embedded.reconcile import metadata_record

    decoded: list[object] = []
    ImageFile.ImageFile.load = lambda picture: decoded.append(picture)  # type: ignore[assignment, method-assign, misc]
    bytes_of = {path: path.read_bytes() for path in files}
    metadata_record(read_metadata(next(iter(bytes_of.values()))))
    spent: dict[Path, list[float]] = {path: [] for path in files}
    sound = [path for path, data in bytes_of.items() if not read_metadata(data).problems]
    batches: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for path, data in bytes_of.items():
            start = time.perf_counter()
            metadata_record(read_metadata(data))
            spent[path].append(time.perf_counter() - start)
        for name, batch in (("all", files), ("sound", sound)) if shutil.which("exiftool") else ():
            start = time.perf_counter()
            subprocess.run(["exiftool", "-j", *map(str, batch)], capture_output=True, check=False)
            batches.setdefault(name, []).append((time.perf_counter() - start) / len(batch))
    best = {path: min(times) for path, times in spent.items()}
    means = {name: _mean([spent[path] for path in batch]) for name, batch in (("all", files), ("sound", sound))}
    print("  slowest:", *(f"{1000 * best[path]:.0f} ms {path.name}" for path in sorted(best, key=best.__getitem__)[:-4:-1]))
    figures = {"worst file, ms": 1000 * max(best.values()), "pictures decoded": len(decoded), "sound files": len(sound)}
    for name, mean in means.items():
        figures[f"mean per file, ms ({name})"] = 1000 * mean
    for name, batch_times in batches.items():
        figures[f"exiftool -j in one batch, mean per file, ms ({name})"] = 1000 * statistics.median(batch_times)
        figures[f"times faster than exiftool ({name})"] = statistics.median(batch_times) / means[name]
    return figures


def _mean(times: list[list[float]]) -> float:
    """The median round's seconds a file."""
    return statistics.median(map(sum, zip(*times, strict=True))) / len(times)


def _child(files: list[Path]) -> dict[str, float]:
    """First of all: a child begins with the peak of the process that starts it, and `_times` holds every file."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        command = [sys.executable, "-m", "auditor", "metadata", *map(str, files)]
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, _, used = os.wait4(child.pid, 0)
        child.returncode = 0  # waited for above
        wall = time.perf_counter() - start
        out.seek(0)
        lines = out.read().splitlines()
    silent = sum(1 for line in lines if (r := json.loads(line))["container"] is None and not r["problems"])
    return {
        "command line, all files, s": wall,
        "files answered": len(lines),
        "unread without a word": silent,
        "peak memory of the command, MB": used.ru_maxrss / 1024,
    }


def _network(files: list[Path]) -> dict[str, float]:
    if not shutil.which("strace"):
        return {}
    traced = ["strace", "-f", "-qq", "-e", "trace=network", "-o", "/dev/stderr"]
    command = [*traced, sys.executable, "-m", "auditor", "metadata", *map(str, files)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr.splitlines()
    return {"internet sockets opened": sum("socket(" in line and any(kind in line for kind in _SOCKETS) for line in said)}


if __name__ == "__main__":
    main()
