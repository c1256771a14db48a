"""The three answers: what credits, names and dates a picture, and what only looks like it."""

from dataclasses import replace
from itertools import product

import pytest

from auditor.model import (
    Answer,
    CaptionReading,
    Confidence,
    DateReading,
    Field,
    MediaItem,
    MediaKind,
    OrganisationKind,
    Origin,
    Role,
    Severity,
    Span,
    Statement,
)
from auditor.pipeline.judge import judge
from auditor.policy import load_policy
from auditor.rules.verdicts import credited, dated, person_named
from tests.rules.items import context, credit, day, evidence, organisation, picture

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.CANNOT_TELL
REUTERS = organisation("Reuters", id="reuters", kind=OrganisationKind.WIRE)
FACEBOOK = organisation("Facebook", id="facebook", kind=OrganisationKind.SOCIAL_PLATFORM)

CREDITS = {
    "none": (None, Origin.CAPTION, NO, NO),
    "person": (credit(), Origin.CAPTION, YES, YES),
    "person in an element of its own": (credit(), Origin.CREDIT_ELEMENT, YES, YES),
    "agency alone": (credit("Reuters", (), [REUTERS]), Origin.CAPTION, YES, NO),
    "platform alone": (credit("Facebook", (), [FACEBOOK]), Origin.CAPTION, NO, NO),
    "person on a platform": (credit("Lena Ostrow/Facebook", organisations=[FACEBOOK]), Origin.CAPTION, YES, YES),
    "formula alone": (credit("DR", (), formulas=("DR",)), Origin.CAPTION, NO, NO),
    "formula beside an agency": (credit("HO/Reuters", (), [REUTERS], formulas=("HO",)), Origin.CAPTION, YES, NO),
    "placeholder": (credit("-", (), placeholder="only a dash"), Origin.CAPTION, NO, NO),
    "two readings": (credit("X", (), is_ambiguous=True), Origin.CAPTION, OPEN, OPEN),
    "unreadable": (credit("%&", ()), Origin.CAPTION, OPEN, OPEN),
    "public domain": (credit("Public domain", (), role=Role.PUBLIC_DOMAIN), Origin.CAPTION, YES, NO),
    "in the alternative text": (credit(), Origin.ALT, NO, NO),
    "in data for search engines": (credit(), Origin.JSON_LD, NO, NO),
    "in data a script may print": (credit(), Origin.SCRIPT, OPEN, OPEN),
}


@pytest.mark.parametrize("case", CREDITS)
def test_credited_and_person_named(case):
    of, origin, is_credited, names_person = CREDITS[case]
    item, policy = picture(of=of, shown_in=origin), load_policy("default")
    assert (credited(item, policy), person_named(item, policy)) == (is_credited, names_person)


EITHER = evidence("2026-04-03", other_reading=day("2026-03-04"))
DATES = {
    "none": ((), None, NO, NO),
    "caption": ((evidence("2026-07-07"),), None, YES, YES),
    "file": ((evidence("2026-07-07", Origin.XMP),), None, YES, YES),
    "address": ((evidence("2026-07-07", Origin.URL),), None, YES, NO),
    "supplier's number in the address": ((evidence("2026-07-07", Origin.URL, "ap"),), None, YES, YES),
    "supplier's number in the caption": ((evidence("2026-07-07", Origin.CAPTION, "ap"),), None, YES, YES),
    "structured data": ((evidence("2026-07-07", Origin.JSON_LD),), None, YES, NO),
    "two readings": ((EITHER,), None, OPEN, OPEN),
    "two readings, and a file that decides": ((EITHER, evidence("2026-04-03", Origin.EXIF)), None, YES, YES),
    "no day of the calendar": ((), DateReading(impossible=(Span(0, 3),)), OPEN, OPEN),
    "said to be undated": ((), DateReading(undated=True), NO, NO),
}


@pytest.mark.parametrize("case", DATES)
def test_dated_by_what_the_policy_accepts(case):
    dates, dating, default, strict = DATES[case]
    item = picture(of=credit(), dates=dates, dating=dating)
    assert (dated(item, load_policy("default")), dated(item, load_policy("strict"))) == (default, strict)


EVERY_PAIR = list(product(CREDITS, DATES))


@pytest.mark.parametrize("pair", EVERY_PAIR, ids=" + ".join)
def test_strict_blocks_exactly_what_lacks_a_credit_or_a_date(pair):
    (of, origin, *_), (dates, dating, *_) = CREDITS[pair[0]], DATES[pair[1]]
    item = picture(of=of, shown_in=origin, dates=dates, dating=dating)
    where = context(item, policy="strict")
    findings, _ = judge(where)
    blocked = {f.rule for f in findings if f.severity is Severity.BLOCK and where.policy.can_gate(f.confidence)}
    blocked.discard("date/impossible")  # a fault of its own, on a picture whose date is an open question
    lacking = NO in (credited(item, where.policy), dated(item, where.policy))
    assert bool(blocked) == lacking, blocked


@pytest.mark.parametrize("kind", [MediaKind.VIDEO, MediaKind.EMBED, MediaKind.AUDIO])
def test_credit_and_date_of_videos_and_embeds_are_notes(kind):
    findings, _ = judge(context(picture(kind=kind), policy="strict"))
    assert {f.confidence for f in findings} == {Confidence.HIGH}
    assert {f.rule: f.severity for f in findings} == {"credit/missing": Severity.NOTE, "date/missing": Severity.NOTE}


@pytest.mark.parametrize("header", [None, "X"])
def test_a_frame_without_words_of_the_page_is_an_open_question_and_no_note(header):
    frame = MediaItem(kind=MediaKind.EMBED, position=0, header=header)
    where = context(frame)
    assert (credited(frame, where.policy), person_named(frame, where.policy), dated(frame, where.policy)) == (OPEN, OPEN, OPEN)
    findings, not_checked = judge(where)
    assert findings == ()
    assert {"credit/missing", "date/missing"} <= dict(not_checked).keys()


def test_a_player_without_words_gets_one_note():
    findings, _ = judge(context(MediaItem(kind=MediaKind.VIDEO, position=0)))
    assert [finding.rule for finding in findings] == ["credit/missing"]


def test_a_policy_that_names_the_rules_judges_frames_too():
    policy = replace(load_policy("default"), video_rules=frozenset(("credit/missing", "date/missing")))
    where = replace(context(MediaItem(kind=MediaKind.EMBED, position=0)), policy=policy)
    assert {f.rule: f.severity for f in judge(where)[0]}["credit/missing"] is Severity.BLOCK


def test_what_is_not_sure_warns_and_never_blocks_unless_the_policy_gates_on_it():
    bare, other = MediaItem(kind=MediaKind.IMAGE, position=0), replace(picture(of=credit()), position=1)
    where = context(bare, other)
    for gate, severity in ((Confidence.HIGH, Severity.WARN), (Confidence.LOW, Severity.BLOCK)):
        policy = replace(where.policy, gate_confidence=gate)
        (finding,) = (f for f in judge(replace(where, policy=policy))[0] if f.rule == "credit/missing")
        assert (finding.severity, finding.confidence) == (severity, Confidence.LOW)


def test_a_wordless_picture_among_credited_ones_is_missing_its_credit_with_low_confidence():
    bare = MediaItem(kind=MediaKind.IMAGE, position=0)
    seen = set()
    for credits_others, of in ((True, credit()), (False, None)):
        where = context(bare, replace(picture(of=of), position=1))
        confidences = {f.confidence for f in judge(where)[0] if f.rule == "credit/missing" and f.picture == 0}
        assert (Confidence.LOW in confidences) == credits_others
        seen |= {f.fingerprint for f in judge(where)[0] if f.rule == "credit/missing" and f.picture == 0}
    assert len(seen) == 1, "the doubt is no part of the fingerprint"


@pytest.mark.parametrize(
    ("place", "doubt"), [("figure.go-video figcaption", True), ("div#rmpPlayer-1 > img[alt]", True), ("figure", False)]
)
def test_a_still_inside_a_player_is_uncredited_with_low_confidence(place, doubt):
    still = MediaItem(
        kind=MediaKind.IMAGE,
        position=0,
        statements=(Statement(field=Field.CAPTION, value="Ferries.", origin=Origin.CAPTION, locator=place),),
        reading=CaptionReading(caption="Ferries.", description="Ferries."),
    )
    (finding,) = (f for f in judge(context(still))[0] if f.rule == "credit/missing")
    assert (finding.confidence is Confidence.LOW) == doubt


@pytest.mark.parametrize(
    ("caption", "alt", "doubt"),
    [
        ("Torch, 59.99 €, now 50.99 €", "Torch", True),
        ("The ferry cost €4m", None, False),
        (None, "Ferries wait in the harbour of Port Elin.", True),
        (None, "Ferries.", False),
        (None, "Ferries wait in the harbour of Port Elin", False),
        ("Ferries wait.", "Ferries wait in the harbour of Port Elin.", False),
    ],
)
def test_an_offer_and_a_caption_in_the_alternative_text_are_doubtful(caption, alt, doubt):
    item = MediaItem(kind=MediaKind.IMAGE, position=0, alt_text=alt, reading=CaptionReading(caption=caption, description=caption))
    (finding,) = (f for f in judge(context(item))[0] if f.rule == "credit/missing")
    assert (finding.confidence is Confidence.LOW) == doubt
