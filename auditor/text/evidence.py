"""Whether a parsed string is a credit: it must state who made or supplied a picture, and hold nothing else."""

from auditor.model import OrganisationKind, Role
from auditor.text.credit_parser import Reading
from auditor.text.name_shapes import is_caption_head, is_described, is_office, is_platform, tells_its_kind
from auditor.text.names import Likeness, is_caseless, is_low
from auditor.text.normalise import fold, squeeze
from auditor.text.party import Parties, Party
from auditor.text.place import Place, belongs_to_page
from auditor.text.tokens import Joint
from auditor.text.vocabulary import vocabulary

_ANCHORS = frozenset((Joint.COLON, Joint.BY, Joint.SIGN))
_NEW_GROUP = frozenset((Joint.SEMICOLON, Joint.STOP))
_SAYS_NOTHING = frozenset(("rights", "undated", "symbol", "file", "styling"))
_KINDS_OF_PHOTO = ("file", "symbol")
"""`Archivfoto: Ann Example`, `Symbolbild: Ann Example`: a label with a flag."""
_SUBJECTS = frozenset(
    (
        OrganisationKind.PUBLIC_BODY,
        OrganisationKind.COMPANY,
        OrganisationKind.PUBLISHER,
        OrganisationKind.BROADCASTER,
        OrganisationKind.SOCIAL_PLATFORM,
    )
)
"""Bodies that pictures show as often as they supply them."""
_SENTENCE_SIGNS = frozenset("。，")
_ENDS = (".", "!", "?", "|", "—", "–")
_GIVES = (Role.HANDOUT, Role.COURTESY, Role.POOL)


def is_credit(reading: Reading, folded: str, place: Place) -> bool:
    """Whether the string, read up to the first words that are no name, states a credit and nothing else."""
    parties, found = reading.found.parties, reading.found
    if found.is_prose or found.has_loose or _opens_text(found, folded):
        return False
    if not parties and reading.notices and place.in_figure:
        return True
    if not parties and place.is_whole and (reading.notices or any(m.name == "ai" for m in found.meanings)):
        return True
    if _names_shown(reading, place) or (not place.in_figure and belongs_to_page(reading, folded, place)):
        return False
    if _navigates(reading, folded) or _holds_caption(reading, place) or not (reading.notices or _are_anchored(reading)):
        return False
    if place.where == "caption" and place.is_whole and _names_subject(reading):
        return False
    if any(p.agency is not None for p in reading.bodies) or (reading.notices and parties):
        return True
    return _is_stated(reading, place) or _is_bare_name(reading, place)


def _names_subject(reading: Reading) -> bool:
    """`The White House`, `Ann Example on Instagram`: a whole caption that names who or what is shown."""
    found = reading.found
    if found.labels or found.meanings or reading.notices or found.joints != {Joint.START}:
        return False
    return all(p.agency is None or p.agency.kind in _SUBJECTS for p in reading.bodies)


def _names_shown(reading: Reading, place: Place) -> bool:
    """Names without a label that say who is shown.

    `(v.l.) Ann Example, Bo Sample`, `Minister Ann Example`, `Ann Example und Bo Sample dpa`.
    """
    found = reading.found
    if found.labels or found.meanings or Joint.SIGN in found.joints:
        return False
    if reading.line[-1] == "." and is_caseless(reading.line) and found.joints <= {Joint.START, Joint.COMMA}:
        return True  # a sentence that ends with a wire's name
    parties, words = found.parties, vocabulary()
    may_point = found.has_position or ":" in place.before or reading.line[0] == "("
    if may_point and _is_beside_who_is_shown(reading, place.before):
        return True
    for party in parties:
        if party.agency is None and " " in party.name and words.bears(fold(party.name).split()[:-1]):
            return True
    if len(parties) < 3 or parties[2].agency is None or parties[1].joint != Joint.COMMA or parties[0].agency is not None:
        return False
    between = fold(reading.line[parties[0].end : parties[1].start]).strip()
    return between in words.ands and between.isalpha() and reading.line[parties[1].end : parties[2].start].isspace()


def _is_beside_who_is_shown(reading: Reading, before: str) -> bool:
    """`From left: Ann Example`, `Minister Ann Example (RTL)`: no supplier, behind words that point into the picture."""
    if not all(p.agency is None or p.agency.kind in _SUBJECTS for p in reading.bodies):
        return False
    if reading.found.has_position or squeeze(before[:40].partition(":")[0]) in vocabulary().positions:
        return True
    return reading.line[0] == "(" and len(words := before.split(None, 5)) <= 4 and vocabulary().bears(words)


def _opens_text(found: Parties, folded: str) -> bool:
    """`By Ann Example`; `Bild der Woche. Foto: Ann Example`: a word for a picture says what it shows, the label follows."""
    words = folded.split(None, 2)
    if len(found.labels) > 1 and len(words) > 2 and words[1] in vocabulary().genitives:
        return words[0].isalpha()
    return bool(words) and words[0] in vocabulary().says_little and _is_byline(found, folded)


def _is_byline(found: Parties, folded: str) -> bool:
    """`By Ann Example`: the writer of the article; not `From left: AP; Reuters`."""
    place = vocabulary().known.get(squeeze(folded.split(":", 1)[0]))
    return not (place is not None and place.is_rank) and not found.formulas and vocabulary().says_little.issuperset(found.labels)


def _holds_caption(reading: Reading, place: Place) -> bool:
    """`… in the village / Foto Example`: what stands before the slash and the label is the caption's end."""
    mark = reading.found.first_mark
    return bool(mark and reading.found.labels and reading.line.endswith(" / ", 0, mark) and place.before.strip())


def _navigates(reading: Reading, folded: str) -> bool:
    """`Share this photo`, `Download picture`: a menu's verb before the label, and nobody named."""
    if reading.persons or squeeze(folded.split(" ", 1)[0]) not in vocabulary().menu_words:
        return False
    return all(p.agency is None or p.agency.kind is OrganisationKind.SOCIAL_PLATFORM for p in reading.bodies)


def _are_anchored(reading: Reading) -> bool:
    """Whether each group of names stands by a label, a sign, a supplier or words that say how the picture came."""
    groups: list[list[Party]] = []
    for party in reading.found.parties:
        if not groups or party.joint in _NEW_GROUP:
            groups.append([])
        groups[-1].append(party)
    joints = reading.found.joints
    mark, signed = reading.found.first_mark, Joint.SIGN in joints
    if groups and (_is_sentence_before(groups[0][0], reading.line, mark) or _says_what_is_shown(groups[0][0], reading)):
        return False
    for i, group in enumerate(groups):
        labelled = group[0].joint in _ANCHORS or (mark is not None and mark < group[0].start) or (i > 0 and signed)
        if labelled or (i == 0 and _is_house_code(group[0], mark)):
            continue
        may_be_caption = len(group) > 1 and reading.line[0] not in "(（["
        if is_described(group[0]) or (may_be_caption and is_caption_head(group)):
            return False
        known = any(p.agency is not None for p in group)
        apart = len(groups) > 1 and not (reading.line[0] in "(（[" and group[0].likeness == Likeness.PERSON)
        is_behind = i == 0 and mark is not None and group[0].joint == Joint.COMMA
        is_placed = Joint.COMMA in joints and Joint.VIA not in joints
        if (not known and (apart or is_behind)) or (is_placed and _names_office(group)):
            return False
    shows = mark is None and _shows_person(reading)
    return len(reading.persons) <= 4 and not shows and not _has_two_subjects(reading)


def _says_what_is_shown(first: Party, reading: Reading) -> bool:
    """`Symbolbild: Einsatz in der Nacht. Foto: Ann Example`: a preposition among the words behind the first label."""
    meanings = reading.found.meanings
    if first.agency is not None or first.joint != Joint.COLON or not meanings or meanings[0].name not in _KINDS_OF_PHOTO:
        return False
    return not vocabulary().prose_words.isdisjoint(word for word in first.name.split()[1:] if is_low(word))


def _is_sentence_before(first: Party, line: str, mark: int | None) -> bool:
    """`立法院今日表決。圖／中央社`: without blanks, a caption's words before the label look like one long name."""
    return (
        mark is not None
        and first.agency is None
        and len(first.name) > 5
        and not _SENTENCE_SIGNS.isdisjoint(line[first.end : mark])
    )


def _is_house_code(first: Party, mark: int | None) -> bool:
    """`TNP PHOTO: Ann Example`: the house's capitals right before the label."""
    return mark == first.end + 1 and first.name.isupper() and first.name.isalpha() and len(first.name) <= 5


def _names_office(group: list[Party]) -> bool:
    """Whether what follows a comma says who is shown, and is not the house named before, once more."""
    return any(p.joint == Joint.COMMA and is_office(p) and all(p.key != q.key for q in group[:i]) for i, p in enumerate(group))


def _shows_person(reading: Reading) -> bool:
    """`Person shown (REUTERS/Ann Example)`, `Person shown (REUTERS/X)`: the bracket is a credit of its own."""
    parties = reading.found.parties
    if len(parties) < 3 or parties[1].joint != Joint.OPEN or parties[0].agency is not None:
        return False
    return parties[1].agency is not None and (parties[2].likeness == Likeness.PERSON or is_platform(parties[2]))


def _has_two_subjects(reading: Reading) -> bool:
    """`Person shown / Person who took it / Agency`: two names in a chain without a label; the first belongs to the caption."""
    parties = reading.found.parties
    mark = reading.found.first_mark
    if len(parties) < 2 or parties[0].agency is not None or parties[0].joint in _ANCHORS or reading.line[0] in "(（[":
        return False
    if mark is not None and mark < parties[0].start:
        return False
    first, second = parties[:2]
    if second.joint != Joint.SLASH or second.likeness != Likeness.PERSON or first.key == second.key or second.is_paper:
        return False
    return first.likeness == Likeness.PERSON or (
        reading.line[first.end : second.start].endswith(" / ") and not tells_its_kind(first)
    )


def _is_stated(reading: Reading, place: Place) -> bool:
    """Whether a credit without a known supplier says that it is one: a label, a sign, a bracket, a slash after a person."""
    found, line = reading.found, reading.line
    named = bool(found.parties)
    meant = [m for m in found.meanings if m.name not in _SAYS_NOTHING]
    labels = [x for x in found.labels if x not in vocabulary().says_little]
    if (
        not named
        and len(labels) > 0
        and found.labels[-1] in vocabulary().author_labels
        and labels[0] in vocabulary().photo_labels
    ):
        return True  # `Foto: Autor`
    if labels or meant or Joint.SIGN in found.joints:
        marked = bool(labels) or Joint.SIGN in found.joints or line[0] in "(（["
        grabbed = (place.is_whole or marked) and any(m.role is Role.SCREENGRAB for m in meant)
        gives = any(m.role in _GIVES or m.name == "author" or (m.role is Role.SOCIAL and line[0] in "(（[") for m in meant)
        return named or grabbed or bool(found.formulas and meant and (place.is_whole or gives or labels))
    if (
        found.parties
        and found.parties[0].joint == Joint.COLON
        and reading.persons
        and any(m.name in _KINDS_OF_PHOTO for m in found.meanings)
    ):
        return True
    if line[0] in "(（[" and not place.is_whole and found.labels and reading.persons:
        return True
    if line[0] in "(（[" and (place.is_whole or _closes_caption(reading, place)):
        return named and len(line) < 60 and line[1:].strip()[:1].isupper()
    if line[0] in "(（[" and _closes_with_office(reading, place):
        return True
    if (place.where != "caption" or not place.is_whole) and _names_its_medium(reading):
        return True
    slashed = Joint.SLASH in found.joints and all(p.joint != Joint.COMMA for p in found.parties)
    return slashed and bool(reading.persons and (reading.bodies or found.meanings))


def _names_its_medium(reading: Reading) -> bool:
    """`Ann Example, Westshire Courier`, `Ann Example | Radio Westshire`: a maker and the medium that employs the maker."""
    parties = reading.found.parties
    return len(parties) == 2 and bool(reading.persons) and reading.persons[0] is parties[0] and parties[1].is_paper


def _closes_caption(reading: Reading, place: Place) -> bool:
    """`… at the quay. (Ann Example)`, `(Ann Example/Westshire)`: names in brackets after the last full stop."""
    if place.before.rstrip()[-1:] not in tuple(".!?") or place.after.strip():
        return False
    return len(reading.found.parties) == 1 or (len(reading.found.parties) == 2 and bool(reading.persons and reading.bodies))


def _closes_with_office(reading: Reading, place: Place) -> bool:
    """`… in the village [City of Elin]`, `… di kota (Humas Pemkot Elin)`: in round brackets not behind a name."""
    parties, words = reading.found.parties, place.before.split()
    if not place.in_figure or place.after.strip() or len(parties) != 1 or not parties[0].is_official:
        return False
    return reading.line[0] == "[" or (len(words) > 3 and not words[-1][0].isupper())


def _closes_with_body(reading: Reading, place: Place) -> bool:
    """`… at the quay. KXYZ-TV`, `… at the quay. ANN EXAMPLE`: one body's name or shouted name and no full stop after it."""
    is_figure = place.in_figure or place.where is None
    if not is_figure or not place.before.rstrip().endswith(_ENDS) or place.after.strip() or len(reading.found.parties) != 1:
        return False
    party, size = reading.found.parties[0], len(reading.found.parties[0].name.split())
    if party.end != len(reading.line.rstrip()) or size > 4:
        return False
    shouted = party.likeness == Likeness.PERSON and size > 1 and party.name.isupper() and not place.before.isupper()
    return shouted or (place.in_figure and (party.is_paper or (party.is_official and size > 1)))


def _is_bare_name(reading: Reading, place: Place) -> bool:
    """A name alone: a credit in the figure's credit element, on the caption's last line, or after a slash that closes it."""
    line, before = reading.line, place.before.rstrip()
    if len(reading.persons) == 1 and not reading.bodies and (before.endswith(("/", "|")) or place.before.endswith("\n")):
        return len(before.split()) > 3 and (before[-1] == "/" or place.in_figure)
    if _closes_with_body(reading, place):
        return True
    if (
        place.where not in ("figure", "structured")
        or not place.is_whole
        or any(m.name != "styling" for m in reading.found.meanings)
    ):
        return False
    if {Joint.COMMA, Joint.OPEN} & reading.found.joints and not reading.bodies and not reading.found.labels:
        return False
    if reading.found.has_unknown_label or (line[-1] == "." and len(line.split()[-1]) > 4):
        return False
    if reading.bodies:
        acronym = line.isupper() and line.isalpha() and len(line) <= 5
        house = reading.bodies[-1].name
        housed = bool(reading.persons) and bool({Joint.OPEN, Joint.FOR} & reading.found.joints)
        housed = housed and house[0].isupper() and not (house.isupper() and len(house) <= 5)
        shown = bool(reading.persons) and reading.bodies[0].is_official and Joint.OPEN in reading.found.joints
        return acronym or (housed and not shown) or (len(reading.bodies) == 1 and not shown and tells_its_kind(reading.bodies[0]))
    if line == line.lower() == line.upper():  # a script without case: nothing but its length tells a name from a caption
        return len(reading.persons) == 1 and len(line.split()) <= 3
    return bool(reading.persons)
