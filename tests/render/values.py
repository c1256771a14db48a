"""Hand-built audits: the renderers are tested without the parts that would find these things."""

from dataclasses import replace
from datetime import UTC, date, datetime

from auditor.model import (
    Answer,
    AssetId,
    Audit,
    CaptionReading,
    Confidence,
    Creator,
    Credit,
    DateEvidence,
    DateRange,
    DateReading,
    DocumentAudit,
    Field,
    Finding,
    MediaItem,
    MediaKind,
    Metadata,
    Organisation,
    Origin,
    Outcome,
    Page,
    PictureFile,
    PictureVerdict,
    Precision,
    Role,
    Severity,
    Skipped,
    Span,
    Statement,
    Waiver,
)

CAPTION = "Nets dry on the quay of Port Elin, March 3, 2026.\nLena Ostrow / Getty"
CREDIT_LINE = "Lena Ostrow / Getty"
SHA = "ab" * 32


def span_of(words: str, text: str = CAPTION) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def reading() -> CaptionReading:
    day = DateRange(
        start=date(2026, 3, 3), end=date(2026, 3, 3), precision=Precision.DAY, text="March 3, 2026", span=span_of("March 3, 2026")
    )
    credit = Credit(
        line=CREDIT_LINE,
        creators=(Creator(name="Lena Ostrow", printed="Lena Ostrow", span=Span(0, 11)),),
        organisations=(
            Organisation(name="Getty Images", printed="Getty", span=Span(14, 19), id="getty-images", short_form=True),
        ),
        role=Role.AGENCY,
    )
    return CaptionReading(
        caption=CAPTION,
        description="Nets dry on the quay of Port Elin, March 3, 2026.",
        description_span=Span(0, 49),
        credit=credit,
        credit_span=span_of(CREDIT_LINE),
        dating=DateReading(date=day),
    )


def picture(position: int = 0, *, with_file: bool = True) -> MediaItem:
    words = reading()
    file = PictureFile(
        name="demo/nets.jpg",
        sha256=SHA,
        size=1234,
        matched_by="file name",
        metadata=Metadata(container="jpeg", width=8, height=6),
    )
    return MediaItem(
        kind=MediaKind.IMAGE,
        position=position,
        statements=(Statement(field=Field.CAPTION, value=CAPTION, origin=Origin.CAPTION, locator="figure[1]/figcaption"),),
        urls=("https://news.example/nets-1228224227.jpg",),
        is_lead=position == 0,
        alt_text="Nets on a quay",
        asset_ids=(AssetId(supplier="getty-images", id="1228224227"),),
        reading=words,
        dates=(DateEvidence(date=words.dating.date, origin=Origin.CAPTION, locator="caption"),) if words.dating.date else (),
        file=file if with_file else None,
    )


def bare(position: int, caption: str | None = None) -> MediaItem:
    reading = CaptionReading(caption=caption, description=caption, description_span=Span(0, len(caption)) if caption else None)
    return MediaItem(kind=MediaKind.IMAGE, position=position, urls=("https://news.example/boat.jpg",), reading=reading)


def finding(rule: str, severity: Severity, position: int | None, message: str, **more) -> Finding:
    given = {
        "confidence": Confidence.HIGH,
        "outcome": Outcome.FAIL,
        "field": Field.CAPTION,
        "span": None,
        "text": None,
        "related": (),
        "suggestion": None,
        "fingerprint": "0123456789abcdef",
    }
    return Finding(rule=rule, severity=severity, picture=position, message=message, **{**given, **more})


SUPPLIER_FORM = finding(
    "credit/supplier-form",
    Severity.NOTE,
    0,
    "Getty Images is printed in a shorter form than it asks for.",
    span=span_of("Getty"),
    text="Getty",
    suggestion="Lena Ostrow/Getty Images",
)
AGAINST_FILE = finding(
    "witness/page-against-file",
    Severity.BLOCK,
    0,
    "The page credits Lena Ostrow; the picture file names Jonas Weyland.",
    span=span_of(CREDIT_LINE),
    text=CREDIT_LINE,
    related=(Statement(field=Field.CREATOR, value="Jonas Weyland", origin=Origin.IIM, locator="2:80"),),
)
NO_CREDIT = finding("credit/missing", Severity.BLOCK, 1, "No credit stands with this picture.")
UNSURE = finding("date/ambiguous", Severity.WARN, 1, "Two readings.", outcome=Outcome.CANNOT_TELL, confidence=Confidence.LOW)


def document(*items: MediaItem, findings: tuple[Finding, ...] = (), name: str = "stories/nets.html") -> DocumentAudit:
    yes = {"credited": Answer.YES, "person_named": Answer.YES, "dated": Answer.YES}
    no = {"credited": Answer.NO, "person_named": Answer.NO, "dated": Answer.CANNOT_TELL}
    return DocumentAudit(
        document=name,
        sha256=SHA,
        size=4321,
        page=Page(
            url="https://news.example/nets",
            title="Nets of Port Elin",
            date_published="2026-03-05",
            media=items,
            problems=("demo/boat.jpg: IIM block cut off at byte 40",),
        ),
        verdicts=tuple(PictureVerdict(position=item.position, **(yes if item.credit else no)) for item in items),
        findings=findings,
        not_checked=(("witness/page-against-file", 1),),
    )


def audit(*documents: DocumentAudit) -> Audit:
    story = document(picture(), bare(1, "A boat."), findings=(AGAINST_FILE, SUPPLIER_FORM, NO_CREDIT, UNSURE))
    return Audit(
        documents=documents or (story,),
        skipped=(Skipped(document="stories/broken.html", reason="binary data, no article; save the page again"),),
        policy_name="default",
        policy_sha256="cd" * 32,
        today=date(2026, 3, 6),
        time=datetime(2026, 3, 6, 12, tzinfo=UTC),
        passed_over=3,
    )


WAIVER = Waiver(
    fingerprint="fedcba9876543210",
    owner="Ann Example, photo desk",
    reason="the video's end titles name the crew",
    until=date(2026, 12, 31),
    source="waivers.toml",
)


def mixed() -> Audit:
    """Two stories, one of them hostile: every number is one of its own, so that formats cannot agree by chance."""
    waived = finding("date/missing", Severity.WARN, 1, "Nothing says when.", waived=WAIVER, fingerprint=WAIVER.fingerprint)
    first = document(picture(), bare(1, "A boat."), findings=(AGAINST_FILE, SUPPLIER_FORM, NO_CREDIT, UNSURE, waived))
    hostile = '=HYPERLINK("https://evil.example")|<script>`*\u202e\x07\ufffe\ud800'
    faults = (
        finding("credit/missing", Severity.BLOCK, 0, hostile, text=hostile, suggestion=hostile, fingerprint="a" * 16),
        finding("caption/missing", Severity.WARN, 1, "-1+1", fingerprint="b" * 16),
        finding("alt/missing", Severity.NOTE, 1, "@here", fingerprint="c" * 16),
        finding("alt/file-name", Severity.NOTE, None, "About the page.", fingerprint="d" * 16),
    )
    second = document(bare(0, hostile), bare(1), picture(2), findings=faults, name="stories/+hostile=1.html")
    return replace(audit(first, second), unused_waivers=(replace(WAIVER, fingerprint="e" * 16),))
