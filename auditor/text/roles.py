"""Role, flags and medium: what a credit line says about the picture and its supply."""

from auditor.model import Flag, Medium, OrganisationKind, Role
from auditor.text.party import Parties, Party
from auditor.text.tokens import Joint
from auditor.text.vocabulary import UNSPACED, flag_pattern, vocabulary

RANK = {role: rank for rank, role in enumerate(Role)}
_FLAG_RANK = {flag: rank for rank, flag in enumerate(Flag)}
_KIND_ROLE = {
    OrganisationKind.AI_GENERATOR: Role.AI,
    OrganisationKind.SOCIAL_PLATFORM: Role.SOCIAL,
    OrganisationKind.PUBLIC_BODY: Role.HANDOUT,
    OrganisationKind.STATE_MEDIA: Role.HANDOUT,
    OrganisationKind.COMPANY: Role.HANDOUT,
    OrganisationKind.TOOL: Role.GRAPHIC,
    OrganisationKind.STOCK: Role.STOCK,
    OrganisationKind.UGC: Role.AGENCY,
}
_SUPPLIERS = frozenset(
    (
        OrganisationKind.WIRE,
        OrganisationKind.AGENCY,
        OrganisationKind.STOCK,
        OrganisationKind.ARCHIVE,
        OrganisationKind.FOOTAGE,
    )
)
_HOUSE = (OrganisationKind.PUBLISHER, OrganisationKind.BROADCASTER)


def role_of(found: Parties, persons: list[Party], bodies: list[Party], licensed: list[Role]) -> Role:
    """The most specific role that the words support, in the order of `Role`; `licensed`: the roles of the licences named."""
    roles = {m.role for m in found.meanings if m.role is not None}
    roles |= _roles_of_bodies(persons, bodies) - ({Role.GRAPHIC} if Role.SCREENGRAB in roles else set())
    roles.update(licensed)
    if any(p.is_account for p in persons):
        roles.add(Role.SOCIAL)
    if persons and not vocabulary().reporters.isdisjoint(found.labels):
        roles.add(Role.STAFF)
    if persons and not roles:
        return Role.UNKNOWN
    if Role.ARCHIVE in roles and (bodies or persons):
        roles.discard(Role.ARCHIVE)
    return min(roles or {Role.UNKNOWN}, key=RANK.__getitem__)


def _roles_of_bodies(persons: list[Party], bodies: list[Party]) -> set[Role]:
    roles: set[Role] = set()
    delivered = any(_is_supplier(p) for p in bodies if p.joint != Joint.FOR)
    for party in bodies:
        agency = party.agency
        if party.is_lender or (party.joint == Joint.FOR and delivered):
            continue
        if party.joint == Joint.FOR:
            roles.add(Role.STAFF)
        elif agency is None:
            roles.add(_unknown_role(party, persons, bodies, delivered=delivered))
        elif agency.kind in _HOUSE:
            roles.add(Role.AGENCY if delivered else Role.STAFF)
        else:
            roles.add(_KIND_ROLE.get(agency.kind, Role.AGENCY))
    return roles


def _is_supplier(party: Party) -> bool:
    return party.agency is not None and party.agency.kind in _SUPPLIERS


def _unknown_role(party: Party, persons: list[Party], bodies: list[Party], *, delivered: bool) -> Role:
    """A body that the table does not know.

    Beside a maker and no supplier it is the house that employs the maker, or an agency where its name says so. With a supplier
    it is a partner of it, unless a wire passes on what nobody is named for: then it gave the picture, as it did standing alone.
    """
    if party.is_official and not party.is_agency_like and not party.is_paper:
        return Role.HANDOUT
    if persons:
        return Role.AGENCY if delivered or party.is_agency_like else Role.STAFF
    if delivered:
        supplier = next(p.agency for p in bodies if _is_supplier(p))
        partner = bodies[0] is not party or (supplier is not None and supplier.kind is not OrganisationKind.WIRE)
        return Role.AGENCY if partner or party.is_paper else Role.HANDOUT
    return Role.AGENCY if party.is_agency_like or party.is_paper else Role.HANDOUT


def flags_of(found: Parties, bodies: list[Party]) -> tuple[Flag, ...]:
    """What the line says besides, in the order of `Flag`; a caption around it may say more (`caption_flags`)."""
    flags = {m.flag for m in found.meanings if m.flag is not None}
    if Joint.VIA in found.joints:
        flags.add(Flag.VIA)
    for party in bodies:
        if party.joint == Joint.FOR:
            flags.add(Flag.FOR)
        if party.agency is not None and party.agency.kind is OrganisationKind.AI_GENERATOR:
            flags.add(Flag.AI)
    return tuple(sorted(flags, key=_FLAG_RANK.__getitem__)) if flags else ()


def caption_flags(folded: str) -> set[Flag]:
    """The flags that the words of a caption raise."""
    flag_of = vocabulary().flag_of
    if not folded.isascii() and UNSPACED.search(folded):
        return {flag_of[word] for word in flag_pattern(spaced=False).findall(folded)}
    flags, at, padded, pattern = set(), 0, f" {folded}", flag_pattern(spaced=True, ascii_only=folded.isascii())
    while found := pattern.search(padded, at):
        word, at = found.group(), found.end() - 1  # the sign that closes one word may stand before the next
        flags.add(flag_of.get(word) or flag_of[word[1:]])
    return flags


def medium_of(found: Parties, bodies: list[Party]) -> Medium | None:
    """What was made: from the words, else from a supplier that deals in footage, else from the label."""
    kinds = [p.agency.kind for p in bodies if p.agency is not None]
    if OrganisationKind.AI_GENERATOR in kinds:
        return Medium.AI
    for meaning in found.meanings:
        if meaning.medium is not None:
            return meaning.medium
    if OrganisationKind.FOOTAGE in kinds:
        return Medium.FOOTAGE
    words = vocabulary()
    for label in found.labels:
        if label in words.footage_labels:
            return Medium.FOOTAGE
        if label in words.photo_labels:
            return Medium.PHOTO
    return None
