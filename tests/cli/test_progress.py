import io

import pytest

from auditor.cli import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    """A clock that moves half a second each time it is read."""
    ticks = iter(range(1000))
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(ticks) / 2)


def test_long_work_is_counted_on_a_terminal_and_wiped(monkeypatch, clock):
    screen = Terminal()
    monkeypatch.setattr(progress.sys, "stderr", screen)
    assert list(progress.with_progress("abcd", total=4, noun="documents")) == list("abcd")
    shown = screen.getvalue().split("\r")
    assert "2 of 4 documents" in shown and shown[-2:] == [" " * len("4 of 4 documents"), ""]


def test_nothing_is_shown_where_nobody_looks(monkeypatch, clock):
    pipe = io.StringIO()
    monkeypatch.setattr(progress.sys, "stderr", pipe)
    assert list(progress.with_progress("abcd", total=4, noun="documents")) == list("abcd")
    assert pipe.getvalue() == ""


def test_short_work_is_not_counted(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(progress.sys, "stderr", screen)
    list(progress.with_progress("abcd", total=4, noun="documents"))
    assert screen.getvalue() == ""
