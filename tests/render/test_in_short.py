"""The sentence for an editor in a hurry."""

from dataclasses import replace

from auditor.model import MediaKind, Severity
from auditor.render.in_short import in_short, uncounted
from tests.render.values import NO_CREDIT, UNSURE, WAIVER, audit, bare, document, picture

STOP = replace(NO_CREDIT, severity=Severity.BLOCK)
LOOK = replace(UNSURE, severity=Severity.WARN)


def of(*findings, several=1):
    return audit(*(document(picture(), bare(1, "A boat."), picture(2), findings=findings) for _ in range(several)))


def test_names_the_pictures_that_must_not_run_and_those_to_be_looked_at_once():
    made = of(replace(STOP, picture=1), replace(LOOK, picture=1), replace(LOOK, picture=2))
    assert in_short(made) == "Must not run as it is: Picture 2. To be looked at: Picture 3."


def test_says_so_when_nothing_stops_a_picture():
    assert in_short(of(replace(LOOK, severity=Severity.NOTE))) == "No finding says that a picture must not run."


def test_does_not_clear_what_was_not_there():
    assert in_short(audit(document(findings=()))) == "There was no picture to judge."


def test_waived_findings_stop_nothing():
    assert in_short(of(replace(STOP, picture=1, waived=WAIVER))) == "No finding says that a picture must not run."


def test_counts_where_names_would_be_too_many():
    made = of(replace(STOP, picture=1), replace(STOP, picture=None), several=2)
    assert in_short(made) == "Must not run as they are: 4 pictures of 2 documents."


def test_what_is_listed_and_not_counted():
    video, embed = (replace(bare(n, "A film."), kind=kind) for n, kind in enumerate((MediaKind.VIDEO, MediaKind.EMBED)))
    assert uncounted(audit(document(video, embed, findings=()))) == "1 video and 1 embed are listed and not counted."
    assert uncounted(audit(document(picture(), findings=()))) is None
