"""The command as users run it, in a process of its own that can be killed."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

DEADLY = """
import os, sys
def deadly(event, arguments):
    if event == "open" and any("spawn_main" in part for part in sys.orig_argv) and "poison.warc" in str(arguments[0]):
        os.kill(os.getpid(), 9)
sys.addaudithook(deadly)
"""
"""A `sitecustomize` that kills every worker that opens poison.warc.gz."""

HANGING = """
import sys, time
def hang(event, arguments):
    if event == "import" and arguments[0] == "auditor.readers.html" and any("spawn_main" in part for part in sys.orig_argv):
        time.sleep(3600)
sys.addaudithook(hang)
"""
"""A `sitecustomize` under which every worker hangs at its first page."""

DEADLY_IN_RAY = DEADLY.replace("spawn_main", "default_worker.py")

SMALL_DISK = """
import resource, sys
if any("spawn_main" in argument for argument in sys.orig_argv):
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))
"""
"""A `sitecustomize` under which the system refuses workers' files of more than a few bytes, as a full disk would."""


def start(*arguments, **environment):
    return subprocess.Popen(
        [sys.executable, "-m", "auditor", "archive", "run", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
        cwd=ROOT,
    )


def finish(process, seconds=180):
    """Exit code, standard output, standard error."""
    out, err = process.communicate(timeout=seconds)
    return process.returncode, out, err


def run(*arguments, **environment):
    return finish(start(*arguments, **environment))


def workers(parent: int) -> list[int]:
    """Processes below `parent` that audit shards."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            status, command = (place / "status").read_text(), (place / "cmdline").read_bytes()
        except OSError:
            continue
        if re.search(rf"^PPid:\s{parent}$", status, re.MULTILINE) and b"spawn_main" in command:
            found.append(int(place.name))
    return found


def kill_a_worker(process, patience=20.0) -> bool:
    """Kill -9 the first worker that shows up; whether there was one."""
    until = time.monotonic() + patience
    while time.monotonic() < until and process.poll() is None:
        for worker in workers(process.pid):
            os.kill(worker, signal.SIGKILL)
            return True
        time.sleep(0.01)
    return False


FAR = """
import os, sys
if "SHELF" in os.environ:
    import fsspec
    from fsspec.implementations.local import LocalFileSystem

    class Shelf(LocalFileSystem):
        protocol = "shelf"

        def __init__(self, **options):
            super().__init__(**{**options, "auto_mkdir": True})

        @classmethod
        def _strip_protocol(cls, path):
            path = str(path)
            inside = os.environ["SHELF"] + "/" + path.removeprefix("shelf://").removeprefix(os.environ["SHELF"]).strip("/")
            return path.rstrip("/") if path.startswith("/") else inside.rstrip("/")

    fsspec.register_implementation("shelf", Shelf)
"""
"""A `sitecustomize` under which every process reaches one more store, `shelf://`, that is a folder in truth."""
