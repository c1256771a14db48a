"""How a picture came to be: by AI, partly by AI, as a composite, by a camera; read from what is said, with the words that say so.

Nothing said is nothing known: a picture without any of these words is `unknown`, never "not made by AI".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from auditor.data.embedded import source_types
from auditor.model import Credit, Field, Flag, MediaItem, OrganisationKind, Role, Statement


class Making(StrEnum):
    """How a picture came to be, most noteworthy first."""

    AI = "ai"
    """Made by generative AI."""
    PARTLY_AI = "partly-ai"
    COMPOSITE = "composite"
    """Put together of several pictures; some of them may be synthetic."""
    SOFTWARE = "software"
    """Made or changed by rule-based software; that is no generative AI."""
    HUMAN = "human"
    """Made or edited by people with software."""
    CAMERA = "camera"
    """Camera or scan."""
    UNKNOWN = "unknown"


_RANK = {making: rank for rank, making in enumerate(Making)}

TELLING = frozenset(
    (Field.DIGITAL_SOURCE_TYPE, Field.AI_SYSTEM, Field.AI_SYSTEM_VERSION, Field.AI_PROMPT, Field.AI_PROMPT_WRITER)
)
"""Fields that say how a picture came to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One thing said about the making."""

    making: Making
    said: str
    """The words or the code."""
    place: str
    """Where they stand, as in `Statement.locator`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakingReading:
    """The verdict and everything it rests on."""

    making: Making
    traces: tuple[Trace, ...] = ()
    """In the order read; they may disagree."""


def read_making(
    statements: Iterable[Statement], credits: Iterable[tuple[str, Credit]] = (), *, others: Iterable[Statement] = ()
) -> MakingReading:
    """The most noteworthy of what embedded statements and credit lines say; with each credit stands where it was found.

    `others` is evidence that decides only where these say nothing, as `Metadata.others`: what a picture was made from (a part
    made by AI does not make the whole so), an earlier XMP packet.
    """
    traces = [_of_statement(statement) for statement in statements if statement.field in TELLING]
    traces += [trace for place, credit in credits for trace in _of_credit(credit, place)]
    aside = [_of_statement(statement) for statement in others if statement.field in TELLING]
    making = _foremost(traces)
    return MakingReading(making=_foremost(aside) if making is Making.UNKNOWN else making, traces=(*traces, *aside))


def making_of(item: MediaItem) -> MakingReading:
    """What page and file say of how a picture came to be; the words of its credit count with the rest."""
    return read_making(item.statements, [("credit", item.credit)] if item.credit else ())


def making_shown(item: MediaItem) -> Making:
    """What words that a reader sees say of the making: those of a displayed credit, else of the caption alone."""
    credit, origin = item.credit, item.reading.credit_origin
    if credit and origin and origin.is_displayed:
        return making_in_words(credit)
    return making_in_words(Credit(line="", flags=item.reading.flags))


def making_record(reading: MakingReading) -> dict[str, object]:
    """The verdict and the words it rests on, as JSON prints them."""
    return {"verdict": reading.making.value, "evidence": [{"value": t.said, "locator": t.place} for t in reading.traces]}


def _foremost(traces: list[Trace]) -> Making:
    return min((trace.making for trace in traces), key=_RANK.__getitem__, default=Making.UNKNOWN)


def source_type_code(value: str) -> str:
    """The bare code of a digital source type written as URI (http or https), QCode (`digsrctype:...`) or code alone."""
    return value.strip().rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1]


def _of_statement(statement: Statement) -> Trace:
    """What a statement of one of the fields `TELLING` says."""
    if statement.field is Field.DIGITAL_SOURCE_TYPE:
        making = Making(source_types().get(source_type_code(statement.value).casefold(), Making.UNKNOWN))
    else:
        making = Making.AI  # each of the others describes the system that generated the picture (IPTC PMD 2025.1)
    return Trace(making=making, said=statement.value, place=statement.locator)


def making_in_words(credit: Credit) -> Making:
    """What the words of a credit say of the making; a credit to a generator says that a model made it."""
    by_generator = any(o.kind is OrganisationKind.AI_GENERATOR for o in credit.organisations)
    if by_generator or credit.role is Role.AI or Flag.AI in credit.flags:
        return Making.AI
    return Making.COMPOSITE if credit.role is Role.COMPOSITE or Flag.COMPOSITE in credit.flags else Making.UNKNOWN


def _of_credit(credit: Credit, place: str) -> list[Trace]:
    making = making_in_words(credit)
    return [] if making is Making.UNKNOWN else [Trace(making=making, said=credit.line, place=place)]
