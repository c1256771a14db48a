"""Hand-built pictures for tests of rules and verdicts: every name is invented."""

from datetime import date

from auditor.model import (
    CaptionReading,
    Creator,
    Credit,
    DateEvidence,
    DateRange,
    DateReading,
    Field,
    MediaItem,
    MediaKind,
    Metadata,
    Organisation,
    Origin,
    Page,
    PictureFile,
    Precision,
    Span,
    Statement,
)
from auditor.policy import load_policy
from auditor.rules.base import Context

TODAY = date(2026, 11, 24)
HERE = Span(0, 1)


def creator(name):
    return Creator(name=name, printed=name, span=HERE)


def organisation(name, **more):
    return Organisation(name=name, printed=name, span=HERE, **more)


def credit(line="Lena Ostrow/Reuters", creators=("Lena Ostrow",), organisations=(), **more):
    return Credit(line=line, creators=tuple(map(creator, creators)), organisations=tuple(organisations), **more)


def day(iso, precision=Precision.DAY, **more):
    start = date.fromisoformat(iso)
    return DateRange(start=start, end=start, precision=precision, text=iso, span=HERE, **more)


def evidence(iso, origin=Origin.CAPTION, supplier=None, **more):
    return DateEvidence(date=day(iso, **more), origin=origin, locator=str(origin), supplier=supplier)


def picture(*, of=None, shown_in=Origin.CAPTION, dates=(), dating=None, file=None, **more):
    """A picture with this credit and these dates; the caption's own date is the first displayed one."""
    in_words = next((e.date for e in dates if e.origin is Origin.CAPTION), None)
    reading = CaptionReading(
        caption="Ferries wait in the harbour.",
        description="Ferries wait in the harbour.",
        credit=of,
        credit_origin=shown_in if of else None,
        dating=dating or DateReading(date=in_words),
    )
    return MediaItem(kind=more.pop("kind", MediaKind.IMAGE), position=0, reading=reading, dates=tuple(dates), file=file, **more)


def file_naming(*credits):
    said = tuple((Statement(field=Field.CREATOR, value=c.line, origin=Origin.XMP, locator="xmp"), c) for c in credits)
    return PictureFile(name="a.jpg", sha256="0" * 64, size=1, matched_by="file name", metadata=Metadata(), credits=said)


def context(*media, policy="default", published="2026-07-08", **page):
    return Context(page=Page(date_published=published, media=media, **page), policy=load_policy(policy), today=TODAY)
