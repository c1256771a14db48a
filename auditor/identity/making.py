"""How a picture came to be: by AI, partly by AI, as a composite, by a camera; read from what is said, with the words that say so.

Nothing said is nothing known: a picture without any of these words is `unknown`, never "not made by AI".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from auditor.data.embedded import source_types
from auditor.model import Credit, Field, Flag, Role, Statement


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
    statements: Iterable[Statement], credits: Iterable[Credit] = (), *, others: Iterable[Statement] = ()
) -> MakingReading:
    """The most noteworthy of what embedded statements and credit lines say.

    `others` is evidence that decides only where these say nothing, as `Metadata.others`: what a picture was made from (a part
    made by AI does not make the whole so), an earlier XMP packet.
    """
    traces = [trace for statement in statements for trace in _of_statement(statement)]
    traces += [trace for credit in credits for trace in _of_credit(credit)]
    aside = [trace for statement in others for trace in _of_statement(statement)]
    making = _foremost(traces)
    return MakingReading(making=_foremost(aside) if making is Making.UNKNOWN else making, traces=(*traces, *aside))


def _foremost(traces: list[Trace]) -> Making:
    said = {trace.making for trace in traces}
    return next((making for making in Making if making in said), Making.UNKNOWN)


def source_type_code(value: str) -> str:
    """The bare code of a digital source type written as URI (http or https), QCode (`digsrctype:...`) or code alone."""
    return value.strip().rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1]


def _of_statement(statement: Statement) -> list[Trace]:
    match statement.field:
        case Field.DIGITAL_SOURCE_TYPE:
            making = Making(source_types().get(source_type_code(statement.value).casefold(), Making.UNKNOWN))
        case Field.AI_SYSTEM | Field.AI_SYSTEM_VERSION | Field.AI_PROMPT | Field.AI_PROMPT_WRITER:
            making = Making.AI  # each of them describes the system that generated the picture (IPTC PMD 2025.1)
        case _:
            return []
    return [Trace(making=making, said=statement.value, place=statement.locator)]


def _of_credit(credit: Credit) -> list[Trace]:
    if credit.role is Role.AI or Flag.AI in credit.flags:
        return [Trace(making=Making.AI, said=credit.line, place="credit line")]
    if credit.role is Role.COMPOSITE or Flag.COMPOSITE in credit.flags:
        return [Trace(making=Making.COMPOSITE, said=credit.line, place="credit line")]
    return []
