"""A credit in words: who made it, who supplied it, and the two together as a list of credits prints them."""

from auditor.model import Creator, Credit, Flag, Organisation, Role

_PLAIN_ROLES = {Role.AGENCY, Role.STOCK, Role.STAFF, Role.ARCHIVE, Role.UNKNOWN}
_TELLING_FLAGS = {Flag.POOL, Flag.HANDOUT, Flag.COURTESY, Flag.COMPOSITE, Flag.AI}
_JOINING_FLAGS = {Flag.VIA, Flag.FOR}


def made_by(credit: Credit | None) -> str:
    """`Ilse Varn, Marek Dolan`; empty where nobody is named."""
    return ", ".join(creator.name for creator in credit.creators) if credit else ""


def supplied_by(credit: Credit | None) -> str:
    """`AFP, then Getty Images`: from who had it first to who delivered it; empty where nobody is named."""
    return ", then ".join(body.name for body in credit.organisations) if credit else ""


def supply(credit: Credit | None) -> str:
    """Kind of supply and what else is said of it: `agency, file`."""
    return ", ".join(dict.fromkeys((credit.role.value, *(flag.value for flag in credit.flags)))) if credit else ""


def credit_words(credit: Credit) -> str:
    """`Ilse Varn/Reuters`, `Ada Brandt/AFP via Getty Images`: makers and suppliers without label.

    Where the line says more than who they are (a licence, a handout, a lender), it is given as printed.
    """
    parties: tuple[Creator | Organisation, ...] = (*credit.creators, *credit.organisations)
    says_more = credit.role not in _PLAIN_ROLES or credit.licence or credit.lenders or not _TELLING_FLAGS.isdisjoint(credit.flags)
    if says_more or not parties:
        words = credit.line
    elif not _JOINING_FLAGS.isdisjoint(credit.flags):
        words = credit.line[min(party.span.start for party in parties) : max(party.span.end for party in parties)]
    else:
        words = "/".join(dict.fromkeys(party.name for party in parties))
    return " ".join(words.split())
