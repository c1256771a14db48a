"""Parties -> persons and the chain of supply, from originator to distributor."""

from auditor.data.load import Agency
from auditor.model import Creator, Organisation, OrganisationKind, Relation, Role, Span
from auditor.text.lithuanian import base_form
from auditor.text.name_shapes import is_platform
from auditor.text.names import Likeness, is_eastern_name, natural_case
from auditor.text.party import Parties, Party
from auditor.text.tokens import Joint
from auditor.text.vocabulary import vocabulary

_NEW_GROUP = frozenset((Joint.SEMICOLON, Joint.STOP, Joint.OPEN))
_NO_NAME_OF_ITS_OWN = frozenset(("", "com", "de", "net", "org"))
_DISTRIBUTOR, _ORIGINATOR = Relation.DISTRIBUTOR, Relation.ORIGINATOR
_HAVE_DESKS = (OrganisationKind.WIRE, OrganisationKind.STOCK)


def settle(found: Parties) -> tuple[list[Party], list[Party]]:
    """Persons and bodies among the parties; a name that can be either is settled by what stands around it."""
    persons: list[Party] = []
    bodies: list[Party] = []
    for group in _groups(found.parties):
        person = _person_of(group)
        if person is not None and _gives(person, group, found):
            person = None
        for party in group:
            (persons if _is_maker(party, person) else bodies).append(party)
    return persons, bodies


def _groups(parties: list[Party]) -> list[list[Party]]:
    """One list for each credit of the line: a semicolon, bracket or sentence's end begins a new one."""
    groups: list[list[Party]] = []
    for party in parties:
        if not groups or party.joint in _NEW_GROUP:
            groups.append([])
        groups[-1].append(party)
    return groups


def _person_of(group: list[Party]) -> Party | None:
    """The maker named in one credit: where the maker comes first, the first person, after a supplier the last."""
    names = [p for p in group if p.agency is None and not p.is_lender and p.joint != Joint.FOR and not p.is_account]
    if not names:
        return None
    clear = [p for p in names if p.likeness == Likeness.PERSON]
    if len(clear) > 1:
        clear = [p for p in clear if not p.is_paper] or clear
    if clear:
        return clear[0] if clear[0] is group[0] else clear[-1]
    kinds = {p.agency.kind for p in group if p.agency is not None and not p.agency.prints_first}
    return next((p for p in names if _is_user(p, kinds) or _is_surname(p, group) or _is_like_body(p, bool(kinds))), None)


def _is_like_body(party: Party, has_supplier: bool) -> bool:
    """Beside a supplier: an eastern name (`李文/AFP`), a surname that is a body's word too (`Ann Court/Getty Images`)."""
    if not has_supplier or party.joint == Joint.SIGN:
        return False
    if party.likeness == Likeness.EITHER:
        return is_eastern_name(party.name)
    words = party.name.lower().split()
    is_surname = len(words) == 2 and party.name.istitle() and words[1] in vocabulary().surname_words
    return is_surname and words[0] not in vocabulary().body_words


def _gives(person: Party, group: list[Party], found: Parties) -> bool:
    """`Elin Shipyards / Handout via Reuters`: the one name beside the word is the giver's, not a maker's."""
    handout = any(m.role is Role.HANDOUT for m in found.meanings) and bool(found.formulas)
    return handout and person.joint != Joint.BY and all(p is person or p.agency is not None for p in group)


def _is_user(party: Party, kinds: set[OrganisationKind]) -> bool:
    """A user's name: whatever stands beside a stock library, a word in lower case beside any supplier."""
    if OrganisationKind.SOCIAL_PLATFORM in kinds and party.is_low and " " not in party.name and not party.is_paper:
        return True  # `ann.example/Instagram`
    return OrganisationKind.STOCK in kinds or (party.is_low and party.likeness == Likeness.EITHER and bool(kinds))


def _is_surname(party: Party, group: list[Party]) -> bool:
    """`dpa/Berg`, `24.hu/Kata`, `Getty Images/Seafalcon`: a single word right after a wire, a publisher, or an agency that
    prints no partner there."""
    at = group.index(party)
    before = group[at - 1].agency if at else None
    if before is None or party.likeness != Likeness.EITHER or party.is_loose or party.is_mixed:
        return False
    if party.joint != Joint.SLASH:
        return False
    employs = before.kind in (OrganisationKind.WIRE, OrganisationKind.PUBLISHER)
    return employs or (before.kind is OrganisationKind.AGENCY and not before.prints_first)


def _is_maker(party: Party, person: Party | None) -> bool:
    """The maker of a credit, the same name again, and further names of a list (`Anna Berg, Jan Holm/dpa`)."""
    if party.is_account:
        return True
    if person is None or party is person:
        return party is person
    if party.agency is not None or party.is_lender:
        return False
    if party.key == person.key:
        return True
    return (
        party.likeness == Likeness.PERSON
        and not party.is_paper
        and party.joint in (Joint.COMMA, Joint.BY, Joint.COLON, Joint.BAR)
    )


def creators(text: str, persons: list[Party], labels: list[str]) -> tuple[Creator, ...]:
    """Each person once, in order, in natural case; beside `nuotr.` in the base form."""
    if not persons:
        return ()
    seen: dict[str, Creator] = {}
    has_genitive = not vocabulary().genitive_labels.isdisjoint(labels)
    for party in persons:
        printed = text[party.start : party.end]
        name = natural_case(printed)
        if has_genitive:
            name = base_form(name)
        seen.setdefault(party.key, Creator(name=name, printed=printed, span=Span(party.start, party.end)))
    return tuple(seen.values())


def lenders(text: str, bodies: list[Party]) -> tuple[str, ...]:
    """Persons who lent the picture (`Courtesy of Anna Berg`): neither makers nor suppliers."""
    return tuple([natural_case(text[p.start : p.end]) for p in bodies if p.is_lender and p.is_lending_person])


def organisations(text: str, bodies: list[Party], persons: list[Party], *, gives: bool) -> tuple[Organisation, ...]:
    """The chain, originator first; `gives`: the line says that an outsider gave the picture away."""
    chain = _once([p for p in bodies if not p.is_lending_person])
    if not chain:
        return ()
    if len(chain) == 1:
        return (_organisation(text, chain[0], _relation(chain[0], is_last=False, gives=gives)),)
    is_first = not persons or persons[0].start > chain[0].start
    ordered = _ordered(chain, gives=gives, is_first=is_first)
    last = len(ordered) - 1
    return tuple(_organisation(text, p, _relation(p, is_last=i == last and last > 0, gives=gives)) for i, p in enumerate(ordered))


def _once(bodies: list[Party]) -> list[Party]:
    if len(bodies) < 2:
        return bodies
    seen: dict[str, Party] = {}
    for party in bodies:
        key = party.agency.id if party.agency else party.key
        if not (party.is_lender and any(other.startswith(key) for other in seen)):
            seen.setdefault(key, party)
    return list(seen.values())


def _ordered(bodies: list[Party], *, gives: bool, is_first: bool) -> list[Party]:
    """Originator first: some suppliers print themselves before the partner, and a daughter comes before her parent.

    `is_first`: the first body opens the line; behind the maker's name (`Ann Example/dpa/AAP`) it prints itself in its turn.
    """
    rest = list(bodies)
    is_code = rest[0].agency is None and rest[0].end - rest[0].start <= 3
    code = len(rest) > 1 and is_code and _follows_code(rest[1:], is_first=is_first)
    if (is_first and _leads(rest)) or (gives and _passes_on(rest)):
        rest.append(rest.pop(0))
    elif is_first and _is_platform_label(rest):
        rest.append(rest.pop(0))  # `Facebook: Example Club`
    elif code:  # the house's own code before the supplier: `SN/APA/AFP`
        rest = [*rest[2:], rest[1], rest[0]]
    for party in [p for p in rest if p.agency is not None and p.agency.parent]:
        _beside_parent(party, rest)
    if len(rest) > 1 and rest[-1].joint == Joint.FOR:
        rest[-1], rest[-2] = rest[-2], rest[-1]
    return rest


def _is_platform_label(chain: list[Party]) -> bool:
    """`Facebook: Example Club`, `Facebook/Westshire Police`."""
    if len(chain) < 2 or not is_platform(chain[0]):
        return False
    return chain[1].joint == Joint.COLON or (chain[1].joint == Joint.SLASH and chain[1].agency is None)


def _follows_code(rest: list[Party], *, is_first: bool) -> bool:
    """Whether the house's own code may stand before these: a wire and its partner, or alone a national wire in its country."""
    if len(rest) > 1:
        return _leads(rest)
    leads = rest[0].agency is not None and (rest[0].agency.is_national or rest[0].agency.prints_first)
    return is_first and leads and _is_wire(rest[0]) and rest[0].joint == Joint.SLASH


def _beside_parent(party: Party, chain: list[Party]) -> None:
    """A collection stands before the house that sells it, a reseller behind the house that owns it."""
    agency = party.agency
    parent = next((p for p in chain if agency is not None and p.agency is not None and p.agency.id == agency.parent), None)
    if agency is None or parent is None or (chain.index(party) > chain.index(parent)) == agency.prints_first:
        return
    chain.remove(party)
    chain.insert(chain.index(parent) + agency.prints_first, party)


def _leads(bodies: list[Party]) -> bool:
    """Whether the first is one that prints itself before its partner."""
    first = bodies[0].agency if len(bodies) > 1 else None
    second = bodies[1].agency if len(bodies) > 1 else None
    if first is None or bodies[1].joint == Joint.VIA or (second is not None and second.parent == first.id):
        return False
    return first.prints_first or (first.is_national and not (second is not None and (second.is_national or second.prints_first)))


def _passes_on(bodies: list[Party]) -> bool:
    """A wire before the giver of the handout that it passes on."""
    last = bodies[-1]
    return len(bodies) > 1 and _is_wire(bodies[0]) and not _is_wire(last) and last.joint != Joint.VIA


def _is_wire(party: Party) -> bool:
    return party.agency is not None and party.agency.kind is OrganisationKind.WIRE


def _relation(party: Party, *, is_last: bool, gives: bool) -> Relation:
    if party.joint == Joint.FOR:
        return Relation.CLIENT
    if party.is_lender or (gives and (party.agency is None or party.agency.kind is OrganisationKind.PUBLIC_BODY)):
        return Relation.PROVIDER
    return _DISTRIBUTOR if is_last else _ORIGINATOR


def _organisation(text: str, party: Party, relation: Relation) -> Organisation:
    printed, span, agency = text[party.start : party.end], Span(party.start, party.end), party.agency
    if agency is None or party.known is None:
        return Organisation(name=printed, printed=printed, span=span, relation=relation)
    return Organisation(
        name=agency.name if agency.unifies or party.known.is_misspelt or _is_its_name(party, agency) else printed,
        printed=printed,
        span=span,
        id=agency.id,
        kind=agency.kind,
        relation=relation,
        misspelt=party.known.is_misspelt,
        short_form=party.known.is_short,
    )


def _is_its_name(party: Party, agency: Agency) -> bool:
    """The name itself in another case, its address (`EXAMPLE.COM`) or photo desk (`ANTARA FOTO`); others stay as printed."""
    key = vocabulary().name_keys[agency.id]
    if not party.key.startswith(key):
        return False
    rest = party.key[len(key) :]
    return rest in _NO_NAME_OF_ITS_OWN or (agency.kind in _HAVE_DESKS and rest in vocabulary().trade_words)
