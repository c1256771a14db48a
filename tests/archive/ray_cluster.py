"""A Ray cluster of two nodes on loopback."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path


def ray(*arguments, **environment):
    command = [str(Path(sys.executable).with_name("ray")), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


@contextmanager
def two_nodes():
    """The address, the process of the second node's raylet, and the environment that clients need."""
    short = tempfile.mkdtemp(prefix="ray-")  # Unix sockets take 107 characters
    port = 20_000 + os.getpid() % 20_000
    environment = {"RAY_AUTH_MODE": "disabled", "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "1"}
    head = ray(
        "start", "--head", f"--port={port}", "--num-cpus=1", "--include-dashboard=false", f"--temp-dir={short}", **environment
    )
    if head.returncode:
        raise RuntimeError(f"no Ray head node can be started here: {head.stderr[-300:]}")
    before = raylets()
    second = ray("start", f"--address=127.0.0.1:{port}", "--num-cpus=1", **environment)
    assert second.returncode == 0, second.stderr
    [node] = raylets() - before
    yield f"127.0.0.1:{port}", node, environment
    for pid in raylets_of(str(port)):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    shutil.rmtree(short, ignore_errors=True)


def raylets() -> set[int]:
    return {pid for pid, command in commands() if "raylet/raylet" in command}


def raylets_of(port: str) -> list[int]:
    """Everything that belongs to the cluster at this port."""
    return [
        pid
        for pid, command in commands()
        if f":{port}" in command or f"--gcs_server_port={port}" in command or f"port={port}" in command
    ]


def commands():
    for place in Path("/proc").glob("[0-9]*"):
        try:
            yield int(place.name), (place / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
