"""The command line as a user calls it: `auditor("split", "story.html")`."""

import io
import sys
from dataclasses import dataclass

import pytest

from auditor.cli import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def auditor(capsysbinary, monkeypatch):
    """Run a command in this process; `stdin` is what is piped into it."""

    def run(*arguments: object, stdin: bytes | str = b"") -> Result:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        captured = capsysbinary.readouterr()
        return Result(end.value.code or 0, captured.out.decode("utf-8"), captured.err.decode("utf-8"))

    return run


@pytest.fixture
def story(tmp_path):
    """A page with two pictures: one credited and dated, one bare."""
    page = tmp_path / "harbour.html"
    page.write_text(
        """<!doctype html><html lang="en"><head><title>Nets of Port Elin</title>
        <meta property="article:published_time" content="2026-03-05T08:00:00Z"></head><body><article><h1>Nets of Port Elin</h1>
        <p>The boats of Port Elin went out on Tuesday for the first time since the storm, and most of them came back full.</p>
        <figure><img src="https://news.example/nets.jpg" alt="Nets on a quay" width="800" height="600">
        <figcaption>Nets dry on the quay of Port Elin, March 3, 2026. Photo: Lena Ostrow/Reuters</figcaption></figure>
        <p>Fishing had been forbidden for eleven days, and the fish market on the quay had stood empty for as long as that.</p>
        <figure><img src="https://news.example/boat.jpg" alt="A boat" width="800" height="600">
        <figcaption>A boat leaves the harbour of Port Elin.</figcaption></figure>
        <p>The harbour master said that the channel was free again and that nobody had been hurt in any of the eleven days.</p>
        </article></body></html>""",
        encoding="utf-8",
    )
    return page
