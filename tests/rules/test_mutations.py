"""One fault at a time in a clean picture: exactly the rule it is meant for fires, once, and the clean picture is left alone."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from auditor.model import CredentialState, Field, RegisterEntry, RegisterKind
from auditor.policy import PRESETS
from auditor.rules import load_rules
from auditor.rules.base import Example
from tests.rules.published import audited

WORDS = "Ferries wait in the harbour of Port Elin on Tuesday, July 7, 2026."
CLEAN = Example(
    caption=WORDS,
    credit="Photo: Lena Ostrow/Reuters",
    alt="Two white ferries at a pier",
    embedded=(
        (Field.CREATOR, "Lena Ostrow"),
        (Field.CREDIT_LINE, "Reuters"),
        (Field.COPYRIGHT_NOTICE, "© 2026 Lena Ostrow/Reuters"),
        (Field.DATE_CREATED, "2026-07-07T09:30:00"),
    ),
)
NO_FILE = replace(CLEAN, embedded=())
COMPOSED = (Field.DIGITAL_SOURCE_TYPE, "http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic")
MADE_BY_MODEL = (Field.DIGITAL_SOURCE_TYPE, "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")


NUMBERED = replace(NO_FILE, credit="Photo: Lena Ostrow/Getty Images", image="https://news.example/GettyImages-1228224227.jpg")
SECOND = replace(NO_FILE, caption=f"Crews talk in the harbour. {WORDS}", image="https://news.example/picture-77aa.jpg")
FEW = """[rules]
"credit/creator-missing" = "off"
[options."page/person-rate"]
percent = 60
least_pictures = 2
"""
LONG = "Lena Ostrow/Agence France-Presse via Getty Images"


PHOTOGRAPHER = RegisterEntry(kind=RegisterKind.PEOPLE, place="staff.csv, row 2", name="Lena Ostrow")


def entry(kind, **more):
    return RegisterEntry(kind=kind, place="register.csv, row 2", id="1228224227", **more)


def with_rule(rule):
    return replace(CLEAN, policy=f'[rules]\n"{rule}" = "note"\n')


def with_instructions(words):
    return replace(CLEAN, embedded=(*CLEAN.embedded, (Field.INSTRUCTIONS, words)))


FAULTS = {
    "credit removed": (replace(CLEAN, credit=None), "credit/missing"),
    "credit of the lead removed, under a policy that asks for leads alone": (
        replace(
            CLEAN,
            credit=None,
            structured=(("width", "1200"),),
            policy='[rules]\n"credit/missing" = "off"\n"page/lead-uncredited" = "block"\n',
        ),
        "page/lead-uncredited",
    ),
    "credit blanked": (replace(CLEAN, credit="\u200b"), "credit/placeholder"),
    "credit replaced by a filler": (replace(CLEAN, credit="Photo: n/a"), "credit/placeholder"),
    "credit replaced by a dash": (replace(CLEAN, credit="Photo: -"), "credit/placeholder"),
    "credit moved into the alternative text": (
        replace(CLEAN, credit=None, alt="Two white ferries at a pier. Photo: Lena Ostrow/Reuters"),
        "credit/only-hidden",
    ),
    "credit moved into structured data": (
        replace(CLEAN, credit=None, structured=(("creditText", "Lena Ostrow/Reuters"),)),
        "credit/only-hidden",
    ),
    "credit replaced by a platform": (replace(NO_FILE, credit="Photo: Facebook"), "credit/platform-only"),
    "credit replaced by a letter": (replace(NO_FILE, credit="Photo: X"), "credit/unclear"),
    "name dropped": (replace(NO_FILE, credit="Photo: Reuters"), "credit/creator-missing"),
    "name dropped, file at hand": (replace(CLEAN, credit="Photo: Reuters"), "witness/person-dropped"),
    "name replaced": (replace(CLEAN, credit="Photo: Jonas Weyland/Reuters"), "witness/page-against-file"),
    "name in the page's data replaced": (
        replace(CLEAN, structured=(("creditText", "Jonas Weyland/Reuters"),)),
        "witness/page-against-data",
    ),
    "name doubled": (replace(CLEAN, credit="Photo: Lena Ostrow/dpa | Lena Ostrow"), "credit/printed-twice"),
    "agency written in another way than the house's": (
        replace(
            NO_FILE, credit="Photo: Lena Ostrow/REUTERS", policy='[options."credit/house-spelling"]\nspellings = ["Reuters"]\n'
        ),
        "credit/house-spelling",
    ),
    "too few people named": (
        replace(NO_FILE, credit="Photo: Reuters", policy=FEW, also=(SECOND,)),
        "page/person-rate",
    ),
    "agency misspelt": (replace(CLEAN, credit="Photo: Lena Ostrow/Retuers"), "credit/organisation-misspelt"),
    "agency shortened": (replace(NO_FILE, credit="Photo: Lena Ostrow/Getty"), "credit/supplier-form"),
    "weekday shifted": (replace(CLEAN, caption=WORDS.replace("Tuesday", "Sunday")), "date/weekday-mismatch"),
    "date after publication": (
        replace(NO_FILE, caption=WORDS.replace("Tuesday, July 7", "Friday, July 17")),
        "date/after-publication",
    ),
    "date in the future": (replace(NO_FILE, caption=WORDS.replace("Tuesday, July 7, 2026", "July 7, 2062")), "date/future"),
    "year dropped": (replace(CLEAN, caption=WORDS.replace(", 2026", "")), "date/year-inferred"),
    "stray space in the date": (replace(CLEAN, caption=WORDS.replace("7, 2026", "7 , 2026")), "date/oddly-written"),
    "date made relative": (replace(CLEAN, caption=WORDS.replace(", July 7, 2026", "")), "date/relative-only"),
    "date removed": (replace(NO_FILE, caption="Ferries wait in the harbour of Port Elin."), "date/missing"),
    "old picture, label removed": (
        replace(NO_FILE, caption="Ferries wait in the harbour of Port Elin on June 3, 2019."),
        "date/file-label-missing",
    ),
    "label on a new picture": (replace(CLEAN, caption=f"FILE - {WORDS}"), "date/file-label-wrong"),
    "caption replaced by a file name": (replace(CLEAN, caption="DSC_0412.JPG"), "caption/file-name"),
    "caption blanked": (replace(CLEAN, caption="n/a"), "caption/placeholder"),
    "caption cut": (
        replace(CLEAN, caption=WORDS.replace(" in the harbour of Port Elin", "").replace(".", " …")),
        "caption/cut-off",
    ),
    "caption removed": (replace(CLEAN, caption=None), "caption/missing"),
    "caption replaced by the headline": (replace(CLEAN, caption=CLEAN.title), "caption/repeats-headline"),
    "alternative text removed": (replace(CLEAN, alt=""), "alt/missing"),
    "alternative text replaced by a file name": (replace(CLEAN, alt="DSC_0412.JPG"), "alt/file-name"),
    "alternative text that says nothing": (replace(CLEAN, alt="Image"), "alt/says-nothing"),
    "alternative text copied from the caption": (replace(CLEAN, alt=WORDS), "caption/same-as-alt"),
    "another supplier's number": (
        replace(CLEAN, image="https://news.example/GettyImages-2242056166.jpg"),
        "witness/supplier-number",
    ),
    "another maker in one block of the file": (replace(CLEAN, exif_artist="Jonas Weyland"), "witness/blocks-disagree"),
    "rights stripped from the file": (replace(CLEAN, embedded=CLEAN.embedded[3:]), "witness/metadata-stripped"),
    "rights lost between original and published file": (
        replace(CLEAN, embedded=CLEAN.embedded[3:], original=CLEAN.embedded),
        "witness/lost-in-rendition",
    ),
    "rights in neither original nor published file": (
        replace(CLEAN, embedded=CLEAN.embedded[3:], original=CLEAN.embedded[3:]),
        "witness/never-there",
    ),
    "maker missing in the file": (
        replace(CLEAN, embedded=(CLEAN.embedded[1], (Field.COPYRIGHT_NOTICE, "© 2026 Reuters"), CLEAN.embedded[3])),
        "witness/page-says-more",
    ),
    "another day in the file": (
        replace(CLEAN, embedded=(*CLEAN.embedded[:3], (Field.DATE_CREATED, "2026-06-29T09:30:00"))),
        "witness/date-against-file",
    ),
    "another number in the file": (
        replace(
            NUMBERED,
            embedded=(
                (Field.CREDIT_LINE, "Lena Ostrow/Getty Images"),
                CLEAN.embedded[3],
                (Field.SUPPLIER_IMAGE_ID, "2242056166"),
            ),
        ),
        "witness/number-against-file",
    ),
    "coordinates left in the file": (replace(CLEAN, has_location=True), "witness/location-left-in"),
    "code pasted into the caption": (replace(CLEAN, caption=f"{WORDS}&nbsp;"), "caption/markup-printed"),
    "picture replaced by the site's stand-in": (
        replace(CLEAN, image="https://news.example/static/no-image.png"),
        "page/default-picture",
    ),
    "picture replaced by its thumbnail": (
        replace(CLEAN, policy='[options."page/small-picture"]\nleast_pixels = 1200\n'),
        "page/small-picture",
    ),
    "desk instruction in the caption": (replace(CLEAN, caption=f"{WORDS} NO RESALES"), "caption/desk-instruction"),
    "desk instruction in the credit": (
        replace(CLEAN, credit="Photo: Lena Ostrow/Reuters NO RESALES"),
        "caption/desk-instruction",
    ),
    "desk instruction behind a credit in the caption": (
        replace(CLEAN, caption=f"{WORDS} Photo: Lena Ostrow/Reuters NO RESALES", credit=None),
        "caption/desk-instruction",
    ),
    "kill inside the file": (with_instructions("MANDATORY KILL"), "rights/killed"),
    "days of use over": (with_instructions("14 DAY USE ONLY"), "rights/days-limit-passed"),
    "no archives, months ago": (with_instructions("NO ARCHIVES"), "rights/no-archive"),
    "no internet": (with_instructions("NO INTERNET"), "rights/medium-out"),
    "embargo inside the file": (with_instructions("EMBARGOED UNTIL July 20, 2026"), "rights/embargo-not-over"),
    "last day of use inside the file": (with_instructions("NO USE AFTER July 20, 2026"), "rights/last-day-passed"),
    "licence ended inside the file": (
        replace(CLEAN, embedded=(*CLEAN.embedded, (Field.EXPIRY_DATE, "2026-07-20"))),
        "rights/last-day-passed",
    ),
    "editorial picture moved to an advertorial": (
        replace(with_instructions("EDITORIAL USE ONLY"), url="https://news.example/advertorial/harbour"),
        "rights/editorial-in-commercial",
    ),
    "preview instead of the licensed file": (
        replace(NUMBERED, image=NUMBERED.image.replace(".jpg", "-612x612.jpg")),
        "rights/preview-copy",
    ),
    "another owner's notice inside the file": (
        replace(CLEAN, embedded=(*CLEAN.embedded[:2], (Field.COPYRIGHT_NOTICE, "© Jonas Weyland"), CLEAN.embedded[3])),
        "rights/copyright-other-owner",
    ),
    "notice removed from the file": (
        replace(with_rule("rights/copyright-missing"), embedded=(*CLEAN.embedded[:2], CLEAN.embedded[3])),
        "rights/copyright-missing",
    ),
    "place removed": (
        replace(with_rule("caption/place-missing"), caption=WORDS.replace(" in the harbour of Port Elin", "")),
        "caption/place-missing",
    ),
    "sentences added": (
        replace(with_rule("caption/too-long"), caption=f"{WORDS} Crews talk. Nobody sails. The town waits."),
        "caption/too-long",
    ),
    "credit copied into the alternative text": (
        replace(CLEAN, alt="Two white ferries at a pier. Photo: Lena Ostrow/Reuters"),
        "alt/holds-credit",
    ),
    "distributor dropped": (
        replace(NO_FILE, credit="Photo: Lena Ostrow/AFP", structured=(("creditText", "Lena Ostrow/AFP via Getty Images"),)),
        "credit/supplier-dropped",
    ),
    "credit cut": (
        replace(NO_FILE, credit=f"Photo: {LONG[:32]}", structured=(("creditText", LONG),)),
        "credit/cut-off",
    ),
    "supplier of footage, no word of it": (replace(NO_FILE, credit="Photo: Lena Ostrow/Reuters TV"), "credit/footage-unmarked"),
    "caption copied to a second picture": (
        replace(NO_FILE, also=(replace(NO_FILE, image="https://news.example/picture-77aa.jpg"),)),
        "credit/shared-line",
    ),
    "another person for the same picture": (
        replace(
            NUMBERED,
            also=(replace(NUMBERED, credit="Photo: Jonas Weyland/Getty Images", image=NUMBERED.image.replace("/G", "/crop-G")),),
        ),
        "page/two-credits",
    ),
    "source type nobody knows": (
        replace(CLEAN, embedded=(*CLEAN.embedded, (Field.DIGITAL_SOURCE_TYPE, "madeByRobot"))),
        "ai/source-type-unknown",
    ),
    "picture changed after it was signed": (replace(CLEAN, credentials=CredentialState.BROKEN), "ai/credentials-broken"),
    "day that no month has": (
        replace(CLEAN, caption=WORDS.replace("Tuesday, July 7, 2026", "February 30, 2026")),
        "date/impossible",
    ),
    "day and month that can be exchanged": (
        replace(CLEAN, caption=WORDS.replace(" on Tuesday, July 7, 2026", ", 06/07/2026")),
        "date/ambiguous",
    ),
    "number of another day": (
        replace(NO_FILE, credit="(AP Photo/Lena Ostrow)", image="https://news.example/AP26102665844570.jpg"),
        "date/supplier-id-contradicts",
    ),
    "supplier nobody knows": (replace(NO_FILE, credit="Photo: Lena Ostrow/Elin Coast Pictures"), "credit/organisation-unknown"),
    "giver with a stake": (replace(NO_FILE, credit="Photo: Lena Ostrow/NASA"), "credit/interested-party"),
    "giver of a handout dropped": (replace(NO_FILE, credit="Handout via Reuters"), "credit/handout-provider-missing"),
    "licence without its version": (replace(NO_FILE, credit="Photo: Lena Ostrow, CC BY-SA"), "rights/licence-line-incomplete"),
    "country excluded": (
        replace(with_instructions("GERMANY OUT"), policy='territories = ["germany"]'),
        "rights/territory-out",
    ),
    "killed in the register": (replace(NUMBERED, register=(entry(RegisterKind.KILLED),)), "rights/on-kill-list"),
    "licence ended in the register": (
        replace(NUMBERED, register=(entry(RegisterKind.LICENCES, until=date(2026, 7, 1)),)),
        "rights/right-expired",
    ),
    "licence for another country": (
        replace(NUMBERED, register=(entry(RegisterKind.LICENCES, territories=("Austria",)),), policy='territories = ["germany"]'),
        "rights/territory-unlicensed",
    ),
    "credit other than the licence asks": (
        replace(NUMBERED, register=(entry(RegisterKind.LICENCES, credit="Lena Ostrow via Getty Images"),)),
        "credit/licence-form",
    ),
    "name of a photographer misspelt": (
        replace(NO_FILE, credit="Photo: Lena Ostrov/Reuters", register=(PHOTOGRAPHER,)),
        "credit/creator-misspelt",
    ),
    "AI label on a picture from a camera": (
        replace(
            NO_FILE,
            credit="Image: AI-generated with Midjourney",
            embedded=(
                (Field.COPYRIGHT_NOTICE, "All rights reserved"),
                (Field.DIGITAL_SOURCE_TYPE, "digitalCapture"),
                CLEAN.embedded[3],
            ),
        ),
        "ai/label-contradicted",
    ),
    "mark of a composite added": (replace(CLEAN, embedded=(*CLEAN.embedded, COMPOSED)), "ai/composite-unlabelled"),
    "AI mark added": (replace(CLEAN, embedded=(*CLEAN.embedded, MADE_BY_MODEL)), "ai/unlabelled"),
}


@pytest.mark.parametrize("policy", PRESETS)
@pytest.mark.parametrize("clean", [CLEAN, NO_FILE], ids=["with file", "without file"])
def test_the_clean_picture_has_no_finding(clean, policy):
    audit = audited(clean, policy)
    assert [finding.message for finding in audit.findings] == []
    assert [str(answer) for v in audit.verdicts for answer in (v.credited, v.person_named, v.dated)] == ["yes"] * 3


@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_one_finding(fault):
    example, rule = FAULTS[fault]
    assert [finding.rule for finding in audited(example).findings] == [rule]


def test_every_rule_has_a_fault_of_its_own():
    assert {rule for _, rule in FAULTS.values()} == {rule.id for rule in load_rules()}


def test_the_committed_matrix_is_current():
    """`AUDITOR_REWRITE=1` writes it anew."""
    lines = [
        "# Faults planted one at a time",
        "",
        f"Each of {len(FAULTS)} faults is put into a picture on which no rule finds anything, and the page is audited: the rule",
        "beside it fires once, and no other. A test holds this table (`tests/rules/test_mutations.py`).",
        "",
        "| fault | rule that finds it |",
        "|---|---|",
        *(f"| {fault} | [{rule}](../../reports/rules/{rule}.md) |" for fault, (_, rule) in FAULTS.items()),
    ]
    page = Path(__file__).with_name("mutations.md")
    if os.environ.get("AUDITOR_REWRITE"):
        page.write_text("\n".join(lines) + "\n", "utf-8")
    assert page.read_text("utf-8").splitlines() == lines, "AUDITOR_REWRITE=1 pytest tests/rules/test_mutations.py"
