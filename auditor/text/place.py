"""What the place of a string tells: outside a figure the same words are the page's, the article's, the writer's."""

import re
from dataclasses import dataclass, field

from auditor.model import OrganisationKind, Role
from auditor.text.credit_parser import Reading
from auditor.text.normalise import fold, squeeze
from auditor.text.tokens import Joint
from auditor.text.vocabulary import vocabulary

_HOST = re.compile(r"\w\.[a-z]{2,6}(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MENU_WORDS = frozenset(("staff", "nobody", "social", "still", "rights", "undated", "symbol", "file", "styling"))
_MENU_KINDS = {OrganisationKind.SOCIAL_PLATFORM, OrganisationKind.TOOL}
_HOUSES = {None, OrganisationKind.TOOL, OrganisationKind.PUBLISHER, OrganisationKind.BROADCASTER}
_SUPPLIERS = frozenset((OrganisationKind.WIRE, OrganisationKind.AGENCY, OrganisationKind.STOCK, OrganisationKind.FOOTAGE))
_WIRES = (OrganisationKind.WIRE, OrganisationKind.STATE_MEDIA, OrganisationKind.PUBLISHER, OrganisationKind.BROADCASTER)
_PICTURES_ONLY = (OrganisationKind.AGENCY, OrganisationKind.STOCK, OrganisationKind.UGC)


@dataclass(slots=True)
class Place:
    """Where a candidate stands."""

    where: str | None
    """What a page reader knows of the text's place: `figure`, `caption` (a figure's caption, not its credit), `alt`,
    `structured`, `text` or None."""
    before: str = ""
    """The words of the caption before it, and after it."""
    after: str = ""

    is_whole: bool = field(init=False)
    """Whether the text holds nothing else."""
    in_figure: bool = field(init=False)
    """Whether it stands inside or beside a picture."""

    def __post_init__(self) -> None:
        self.is_whole = not self.before.strip() and not self.after.strip()
        self.in_figure = self.where in ("figure", "caption")


def belongs_to_page(reading: Reading, folded: str, place: Place) -> bool:
    """What the same words say outside a figure: the page's notice, the article's source, a menu."""
    if vocabulary().article_sources.search(place.before[-40:] + folded) or _is_behind_byline(place.before):
        return True
    if _is_of_article(reading, folded, in_text=place.where == "text"):
        return True
    return _is_page_notice(reading, folded, place) or _is_sign_off(reading, folded, place) or _is_bare_menu(reading, place)


def _is_behind_byline(before: str) -> bool:
    """`By AFP - Agence France Presse`, `Redacción / EFE`: the second name of the writer's house."""
    words = before.split(None, 4)
    if not 1 < len(words) <= 4 or words[-1] not in "-/":
        return False
    hit = vocabulary().known.get(squeeze(before))
    is_staff = hit is not None and hit.meaning is not None and hit.meaning.name == "staff"
    return words[0] in vocabulary().says_little or is_staff


def _is_of_article(reading: Reading, folded: str, *, in_text: bool) -> bool:
    """`Source: Reuters`, `NTB`, `© AFP`, `Ann Example, Westshire Courier`: in running text no word or house of pictures is named.

    `ab/dpa`, `dpa/cde` with the initials of the desk is the article's wherever it stands.
    """
    found, initials = reading.found, all(p.is_low and len(p.name) <= 4 for p in reading.persons)
    if not in_text and not (initials and reading.persons and reading.bodies and Joint.SIGN not in found.joints):
        return False
    sources, authors = vocabulary().source_labels, vocabulary().author_labels  # `Author: Ann Example`: the writer
    if any(x not in sources and x not in authors for x in found.labels) or Joint.VIA in found.joints or _says_picture(folded):
        return False
    if any(m.role is not Role.STAFF for m in found.meanings if m.name not in _MENU_WORDS):
        return False
    if not all(p.agency is None or p.agency.kind in _WIRES for p in reading.bodies):
        return False
    return initials or not any(p.agency is not None and p.agency.kind is OrganisationKind.WIRE for p in reading.bodies)


def _says_picture(folded: str) -> bool:
    """`(PTI Photo)`, `(AP Foto)`."""
    return "photo" in folded or "foto" in folded


def _is_bare_menu(reading: Reading, place: Place) -> bool:
    """`Instagram`, `Redaktion`, `Source: Company reports`: nobody named, no word that says picture."""
    found = reading.found
    if place.before.strip() or reading.persons or Joint.VIA in found.joints or reading.notices:
        return False
    kinds = {p.agency.kind if p.agency is not None else None for p in reading.bodies}
    labels = [x for x in found.labels if x not in vocabulary().source_labels]
    meant = [m for m in found.meanings if m.name not in _MENU_WORDS]
    if labels or meant:
        return False
    if any(m.name == "staff" for m in found.meanings) and kinds <= {OrganisationKind.WIRE}:  # `Redacción / EFE`
        return True
    return kinds <= _HOUSES if found.labels else place.is_whole and kinds <= _MENU_KINDS


def _is_page_notice(reading: Reading, folded: str, place: Place) -> bool:
    """`© 2026 The Gazette`: the page's own copyright; `Source: gazette.example`: the article's source."""
    parties, found = reading.found.parties, reading.found
    signed = Joint.SIGN in found.joints or "copyright" in found.labels
    reserved = any(m.name == "rights" for m in found.meanings)
    agency = next((p.agency for p in parties if p.agency is not None), None)
    if not parties or (reserved and agency is None and not reading.persons):
        return (signed or reserved) and not any(m.name in ("nobody", "file", "screengrab", "still") for m in found.meanings)
    if signed and not place.before.strip() and place.after.strip():
        return True
    if not (signed or reserved):
        is_source = any(x in vocabulary().source_labels for x in found.labels)
        return is_source and "." in folded.strip(" .") and agency is None and not reading.persons
    if squeeze(fold(place.before)) not in ("", "copyright") or place.after.strip():
        return False
    if len(parties) > 1 and (agency is not None or reading.persons):
        return False
    is_house = agency is not None and agency.kind not in _SUPPLIERS and agency.kind is not OrganisationKind.COMPANY
    if any(m.name == "file" for m in found.meanings):  # `© Archives Example`
        return False
    return reserved or is_house or bool(_HOST.search(folded) or _YEAR.search(folded)) or _is_company(folded)


def _is_company(folded: str) -> bool:
    return not vocabulary().companies.isdisjoint(squeeze(word) for word in folded.split())


def _is_sign_off(reading: Reading, folded: str, place: Place) -> bool:
    """`(NTB)` and nothing else, or before the first sentence: the wire of an article; no house that sells only pictures.

    `CAIRO (AFP) - …`: the same in a dateline.
    """
    parties = reading.found.parties
    if place.before.strip() == "/" and reading.line.endswith("/"):  # `/ritzau/`
        return True
    if (
        reading.line[0] not in "(（["
        or reading.line.rstrip(" -–—")[-1] not in ")）]"
        or len(parties) != 1
        or parties[0].agency is None
        or reading.found.labels
    ):
        return False
    if place.after.lstrip().startswith("-") and len(place.before) < 40:
        return True
    is_file = any(m.name == "file" for m in reading.found.meanings)  # `(AP, File)`
    sells_pictures = parties[0].agency.kind in _PICTURES_ONLY or _says_picture(folded) or is_file
    return not place.before.strip() and not sells_pictures
