"""What one origin says about one field, and where it says so."""

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.fields import Field


class Origin(StrEnum):
    """Who says it: a part of the page a reader sees, a hidden part of the page, or a block inside the picture file."""

    CAPTION = "caption"
    """Text shown under or beside the picture: figcaption, caption element, a line of plain text."""
    CREDIT_ELEMENT = "credit-element"
    """Text shown under or beside the picture whose mark-up or place says that it is the credit."""
    HEADER = "header"
    """The title, alt or file-name line that introduces an item in plain text; a video's title."""
    ALT = "alt"
    TITLE = "title-attribute"
    DATA = "data-attribute"
    JSON_LD = "json-ld"
    MICRODATA = "microdata"
    META = "meta"
    SCRIPT = "script-json"
    FILE_NAME = "file-name"
    URL = "url"
    EXIF = "exif"
    IIM = "iim"
    XMP = "xmp"
    C2PA = "c2pa"
    PNG_TEXT = "png-text"
    """A plain text chunk of a PNG, under one of the keywords of its standard."""
    PHOTOSHOP = "photoshop"
    """An image resource of Photoshop that is no block of its own: the copyright flag."""
    REGISTER = "register"
    """A list that the house keeps of its own."""

    @property
    def is_displayed(self) -> bool:
        """Whether a reader of the page sees it."""
        return self in (Origin.CAPTION, Origin.CREDIT_ELEMENT, Origin.HEADER)

    @property
    def is_embedded(self) -> bool:
        """Whether it comes from inside the picture file."""
        return self in (Origin.EXIF, Origin.IIM, Origin.XMP, Origin.C2PA, Origin.PNG_TEXT, Origin.PHOTOSHOP)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters `[start, end)` of the text it belongs to, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words this span covers in `text`."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """The same words in a text that begins `by` characters earlier."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one origin says about one field. Nothing is ever overwritten: two origins, two statements."""

    field: Field
    value: str
    origin: Origin
    locator: str
    """Where in the source, for a person to find it again: a CSS path, JSON path, line number, metadata tag."""
