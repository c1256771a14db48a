"""Role, flags and medium: what a credit line says about the picture and its supply."""

from collections.abc import Iterable, Set

from auditor.model import Flag, Medium, OrganisationKind, Role, Span
from auditor.text.licences import LicenceNotice
from auditor.text.party import Parties, Party
from auditor.text.tokens import Joint
from auditor.text.usage_terms import blanked
from auditor.text.vocabulary import UNSPACED, flag_pattern, flag_words, vocabulary

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
# What every line asks for; a member of an enumeration is looked up five times as slowly as a name.
_AGENCY, _ARCHIVE, _UNKNOWN = Role.AGENCY, Role.ARCHIVE, Role.UNKNOWN
_AI_GENERATOR, _FOOTAGE = OrganisationKind.AI_GENERATOR, OrganisationKind.FOOTAGE


def role_of(found: Parties, persons: list[Party], bodies: list[Party], notices: tuple[LicenceNotice, ...]) -> Role:
    """The most specific role that the words support, in the order of `Role`; `notices`: the licences named."""
    roles = _roles_of_bodies(persons, bodies) if bodies else set()
    if found.meanings:
        told = {m.role for m in found.meanings if m.role is not None}
        if Role.SCREENGRAB in told:
            roles.discard(Role.GRAPHIC)
        roles |= told
    roles.update([n.role for n in notices])
    for person in persons:
        if person.is_account:
            roles.add(Role.SOCIAL)
    if persons and found.labels and not vocabulary().reporters.isdisjoint(found.labels):
        roles.add(Role.STAFF)
    if len(roles) == 1 and _ARCHIVE not in roles:
        return roles.pop()
    if bodies or persons:
        roles.discard(_ARCHIVE)
    return min(roles, key=RANK.__getitem__, default=_UNKNOWN)


def _roles_of_bodies(persons: list[Party], bodies: list[Party]) -> set[Role]:
    roles: set[Role] = set()
    delivered = False
    for party in bodies:
        if party.agency is not None and party.joint != Joint.FOR and party.agency.kind in _SUPPLIERS:
            delivered = True
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
            roles.add(_KIND_ROLE.get(agency.kind, _AGENCY))
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
        if party.agency is not None and party.agency.kind is _AI_GENERATOR:
            flags.add(Flag.AI)
    return tuple(sorted(flags, key=_FLAG_RANK.__getitem__)) if flags else ()


def caption_flags(folded: str, words: Set[str], names: Iterable[Span] = ()) -> set[Flag]:
    """The flags that a folded caption raises; `words`: what `words_in` finds in it, `names`: places where no word raises one."""
    is_spaced = folded.isascii() or UNSPACED.search(folded) is None
    if is_spaced and flag_words().isdisjoint(words):
        return set()
    folded, flag_of = blanked(folded, names), vocabulary().flag_of
    if not is_spaced:
        return {flag_of[word] for word in flag_pattern(spaced=False).findall(folded)}
    flags, at, padded, pattern = set(), 0, f" {folded}", flag_pattern(spaced=True, ascii_only=folded.isascii())
    while found := pattern.search(padded, at):
        word, at = found.group(), found.end() - 1  # the sign that closes one word may stand before the next
        flags.add(flag_of.get(word) or flag_of[word[1:]])
    return flags


def medium_of(found: Parties, bodies: list[Party]) -> Medium | None:
    """What was made: from the words, else from a supplier that deals in footage, else from the label."""
    kinds = [p.agency.kind for p in bodies if p.agency is not None]
    if _AI_GENERATOR in kinds:
        return Medium.AI
    for meaning in found.meanings:
        if meaning.medium is not None:
            return meaning.medium
    if _FOOTAGE in kinds:
        return Medium.FOOTAGE
    for label in found.labels:
        if label in vocabulary().footage_labels:
            return Medium.FOOTAGE
        if label in vocabulary().photo_labels:
            return Medium.PHOTO
    return None
