"""The page against the picture file: what contradicts, what is less, and what is no contradiction."""

from dataclasses import replace

import pytest

from auditor.model import (
    Confidence,
    Credentials,
    CredentialState,
    DateReading,
    Field,
    Metadata,
    OrganisationKind,
    Origin,
    Outcome,
    PictureFile,
    Role,
    Statement,
)
from auditor.rules.base import Example
from auditor.rules.credit import creator_missing
from auditor.rules.witness import date_against_file, lost_in_rendition, page_against_file, page_says_more, person_dropped
from auditor.text.timestamps import read_timestamp
from tests.rules.items import context, credit, file_naming, organisation, picture
from tests.rules.published import audited

REUTERS = organisation("Reuters", id="reuters", kind=OrganisationKind.WIRE)
AP = organisation("AP", id="ap")
OSTROW = credit("Lena Ostrow/Reuters", ["Lena Ostrow"], [REUTERS])
WEYLAND = credit("Jonas Weyland", ["Jonas Weyland"])
NOBODY = credit("Reuters", (), [REUTERS])

# page, file, what page-against-file says, what person-dropped says
CASES = {
    "the same": (OSTROW, [OSTROW], None, None),
    "initial": (OSTROW, [credit("L. OSTROW", ["L. Ostrow"])], None, None),
    "one of two": (OSTROW, [credit("both", ["Jonas Weyland", "Lena Ostrow"])], None, None),
    "in another block": (OSTROW, [WEYLAND, OSTROW], None, None),
    "another person": (OSTROW, [WEYLAND], "high", None),
    "person dropped": (NOBODY, [OSTROW], None, "high"),
    "agency alone in both": (NOBODY, [NOBODY], None, None),
    "another agency": (NOBODY, [credit("AP", (), [AP])], "low", None),
    "file knows the agency alone": (OSTROW, [credit("AP", (), [AP])], "low", None),
    "unknown agencies": (credit("Elin Pictures", (), [organisation("Elin Pictures")]), [NOBODY], None, None),
    "stripped": (OSTROW, [], "not-checked", None),
    "stripped, agency alone": (NOBODY, [], "not-checked", "not-checked"),
    "no credit on the page": (None, [OSTROW], None, None),
    "formula on the page": (credit("DR", (), formulas=("DR",)), [OSTROW], None, None),
}


def said(rule, item):
    hits = list(rule.RULE.check(item, context(item)))
    assert len(hits) <= 1
    return next((str(h.outcome if h.outcome is Outcome.NOT_CHECKED else h.confidence) for h in hits), None)


@pytest.mark.parametrize("case", CASES)
def test_page_against_file(case):
    page, inside, against, dropped = CASES[case]
    item = picture(of=page, file=file_naming(*inside))
    assert (said(page_against_file, item), said(person_dropped, item)) == (against, dropped)


def test_without_a_file_nothing_is_checked():
    assert said(page_against_file, picture(of=OSTROW)) == "not-checked"
    assert said(person_dropped, picture(of=OSTROW)) is None


def test_a_finding_shows_what_the_file_says():
    item = picture(of=OSTROW, file=file_naming(WEYLAND))
    (hit,) = page_against_file.RULE.check(item, context(item))
    assert [s.value for s in hit.related] == ["Jonas Weyland"]
    assert "Lena Ostrow" in hit.message
    assert "Jonas Weyland" in hit.message
    assert hit.confidence is Confidence.HIGH


def test_one_fault_one_finding():
    item = picture(of=NOBODY, file=file_naming(OSTROW))
    assert list(creator_missing.RULE.check(item, context(item))) == []
    (hit,) = person_dropped.RULE.check(item, context(item))
    assert "Lena Ostrow" in (hit.suggestion or "")


def dated(printed, *stamps, published="2026-07-08", source_type=None, of=None, file_label=False, **more):
    """What date-against-file says of a printed date and stamps inside the file (`xmp 2026-07-07`)."""
    said = [(Field.DATE_CREATED, *stamp.split(" ", 1)) for stamp in stamps]
    said += [(Field.DIGITAL_SOURCE_TYPE, "xmp", source_type)] if source_type else []
    statements = tuple(Statement(field=f, value=v, origin=Origin(o), locator=o) for f, o, v in said)
    file = PictureFile(name="a.jpg", sha256="0" * 64, size=1, matched_by="file name", metadata=Metadata(statements=statements))
    item = picture(of=of, dating=DateReading(date=whole(printed, **more), file_label=file_label), file=file)
    hits = list(date_against_file.RULE.check(item, context(item, published=published)))
    assert len(hits) <= 1
    return next((str(h.outcome if h.outcome is Outcome.NOT_CHECKED else h.confidence) for h in hits), None)


def whole(iso, **more):
    found = read_timestamp(iso)
    return replace(found, **more)


# printed, stamps inside the file, what date-against-file says
DATES = {
    "the same day": ("2026-07-07", ["xmp 2026-07-07"], None),
    "a month and a day inside it": ("2026-07", ["xmp 2026-07-05"], None),
    "a day and the month around it": ("2026-07-05", ["iim 2026-07"], None),
    "a day and the year around it": ("2026-07-05", ["iim 2026"], None),
    "a year and another": ("2024", ["iim 2026-05"], "high"),
    "a month and a day outside it": ("2026-06", ["xmp 2026-05-12"], "high"),
    "the day before, zone unknown": ("2026-07-06", ["xmp 2026-07-07T10:00:00"], None),
    "two days before, zone unknown": ("2026-07-05", ["xmp 2026-07-07T10:00:00"], "high"),
    "evening in UTC, next morning in Tokyo": ("2026-07-07", ["xmp 2026-07-06T22:00:00+00:00"], None),
    "morning in UTC, nowhere the day before": ("2026-07-05", ["xmp 2026-07-06T12:30:00+00:00"], "high"),
    "morning in Tokyo, the evening before in Hawaii": ("2026-07-06", ["xmp 2026-07-07T08:00:00+09:00"], None),
    "midnight with a zone is an unknown time": ("2026-07-07", ["iim 2026-07-06T00:00:00+00:00"], None),
    "one block agrees": ("2026-07-07", ["exif 2020-01-01T00:00:00", "xmp 2026-07-07"], None),
    "a camera's clock alone": ("2026-07-07", ["exif 2020-01-01T00:00:01"], "low"),
    "desk and camera": ("2026-07-07", ["exif 2026-05-01T00:00:01", "iim 2026-05-01"], "high"),
    "no day that exists": ("2026-07-07", ["iim 2026-02-30"], "not-checked"),
    "nothing inside": ("2026-07-07", [], "not-checked"),
    "a later version's day": ("2026-07-07", ["xmp 2026-09-01"], "not-checked"),
    "printed after the story": ("2026-07-30", ["xmp 2026-07-07"], None),
}


@pytest.mark.parametrize("case", DATES)
def test_date_against_file(case):
    printed, stamps, expected = DATES[case]
    assert dated(printed, *stamps) == expected


def test_a_scan_of_a_film_is_dated_by_its_scanner():
    film = "http://cv.iptc.org/newscodes/digitalsourcetype/negativeFilm"
    assert dated("1974-05-02", "exif 2014-05-01T10:00:00", source_type=film) == "not-checked"
    assert dated("1974-05-02", "exif 2014-05-01T10:00:00") == "low"


def test_what_was_handed_on_may_bear_the_day_of_that():
    handout = credit("Elin Police/Handout", (), [organisation("Elin Police")], role=Role.HANDOUT)
    assert dated("2026-07-01", "xmp 2026-07-05") == "high"
    assert dated("2026-07-01", "xmp 2026-07-05", of=handout) == "low"
    assert dated("2026-07-01", "xmp 2026-07-05", file_label=True) == "low"


def test_a_year_taken_from_the_story_is_not_the_captions_word():
    assert dated("2026-07-07", "xmp 2019-07-07", year_inferred=True, explicit=False) is None
    assert dated("2026-07-07", "xmp 2019-03-02", year_inferred=True, explicit=False) == "low"
    assert dated("2026-07-07", "xmp 2026-03-02", explicit=False) == "low"


def test_of_two_readings_of_a_date_one_that_fits_is_enough():
    assert dated("2026-05-06", "xmp 2026-06-05", other_reading=whole("2026-06-05")) is None
    assert dated("2026-05-06", "xmp 2026-01-05", other_reading=whole("2026-06-05")) == "high"


# credit on the page, credits inside the file, what page-says-more says
MORE = {
    "maker": (OSTROW, [NOBODY], "maker Lena Ostrow"),
    "supplier": (OSTROW, [credit("Lena Ostrow", ["Lena Ostrow"])], "supplier Reuters"),
    "the same": (OSTROW, [OSTROW], None),
    "less": (NOBODY, [OSTROW], None),
    "another agency is no more": (OSTROW, [credit("AP", (), [AP])], None),
    "an agency that the table does not know": (
        OSTROW,
        [credit("Lena Ostrow/Elin", ["Lena Ostrow"], [organisation("Elin")])],
        None,
    ),
}


@pytest.mark.parametrize("case", MORE)
def test_page_says_more(case):
    page, inside, more = MORE[case]
    file = file_naming(*inside)
    file = replace(file, metadata=Metadata(container="jpeg", statements=tuple(s for s, _ in file.credits)))
    item = picture(of=page, file=file)
    hits = [hit.message for hit in page_says_more.RULE.check(item, context(item))]
    assert hits == ([f"The page says more than the picture file: {more}."] if more else [])


def test_a_prompt_is_never_printed():
    secret = "a harbour in the manner of my neighbour"
    example = Example(caption="Ferries in Port Elin. Photo: Lena Ostrow", embedded=((Field.AI_PROMPT, secret),))
    done = audited(example)
    (finding,) = [finding for finding in done.findings if finding.rule == "ai/unlabelled"]
    assert "AIPromptInformation" in finding.message
    assert secret not in repr(finding) and secret not in repr(done.page.media[0].statements)


def test_content_credentials_lost_on_the_way_are_named():
    signed = Metadata(container="jpeg", credentials=Credentials(state=CredentialState.INTACT))
    file = replace(
        file_naming(), metadata=Metadata(container="jpeg"), original=replace(file_naming(), metadata=signed, name="b.jpg")
    )
    item = picture(of=OSTROW, file=file)
    (hit,) = lost_in_rendition.RULE.check(item, context(item))
    assert hit.message == "The file a.jpg lost content credentials, which its original b.jpg holds."
