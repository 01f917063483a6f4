"""The questions of programs, checked: frozen models of the parameters, and what the library is asked by them.

Always holds: an unknown parameter, a value out of bounds or a date that is none is an error and never left aside; the
names are those of the command line's flags. Values that depend on the library (boards, parties …) are checked by it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from index.arguments import ArgumentKind, AskedArguments
from index.corrections.values import reduced_date
from index.course import StateKind
from index.ledger import Asked as AskedAssignments
from index.ledger import AssignmentStatus
from index.results import ActKind, LinkKind, Order, Query, UnitKind

MOST, MOST_VALUES = 100, 50
"""So many items come at a time; so many values of one filter are taken."""
LONGEST_QUERY, LONGEST_VALUE = 2_000, 300
LAST_OFFSET = 1_000_000


def _date(value: str) -> str:
    return reduced_date(value) or value


def _years(value: str) -> str:
    first, _, last = value.partition("-")
    if last and last < first:
        raise ValueError("Det senare året står före det tidigare.")
    return value


Value = Annotated[str, Field(min_length=1, max_length=LONGEST_VALUE)]
Values = Annotated[tuple[Value, ...], Field(max_length=MOST_VALUES)]
Date = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), AfterValidator(_date)]
Years = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{4})?$"), AfterValidator(_years)]
Words = Annotated[str, Field(max_length=LONGEST_QUERY)]
Name = Annotated[str, Field(min_length=1, max_length=LONGEST_QUERY)]

_BOARD = "Bara detta organ, namn eller kortnamn; flera går bra."
_PARTY = "Bara där någon från partiet agerar; flera går bra."
_YEAR = 'Bara detta år eller dessa: "2023", "2021-2024".'
_NAMES = "Visa enskildas namn, som annars står som [namn]. Förtroendevalda visas alltid."
Names = Annotated[bool, Field(description=_NAMES)]
_START = 'En fråga, ett diarienummer eller en paragraf: "HSN 2024-11-21 § 231".'


class Asked(BaseModel):
    """Parameters: frozen, and none beside those that are named."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class PageAsked(Asked):
    """Which part of a list."""

    limit: int = Field(20, ge=1, le=MOST, description="Högst så många.")
    offset: int = Field(0, ge=0, le=LAST_OFFSET, description="Hoppa över så många.")


class QueryAsked(PageAsked):
    """A search with its filters."""

    q: Words = Field(
        "", description='Frågan; frågespråket går bra: "exakt fras", -utan, nämnd:HSN, parti:C, år:2022-2024.'
    )
    board: Values = Field((), description=_BOARD)
    organisation: Values = Field((), description="Bara denna kommun eller region; flera går bra.")
    party: Values = Field((), description=_PARTY)
    person: Values = Field((), description="Bara där personen agerar; flera går bra.")
    kind: Annotated[tuple[UnitKind, ...], Field(max_length=len(UnitKind))] = Field(
        (), description="Bara träffar i detta slags text."
    )
    act: Annotated[tuple[ActKind, ...], Field(max_length=len(ActKind))] = Field(
        (), description="Bara paragrafer med denna handling."
    )
    outcome: Values = Field(
        (), description="Bara med detta utfall: bifall, avslag, återremiss … eller approved, rejected …"
    )
    recipient: Values = Field((), description="Bara med uppdrag till denna mottagare.")
    case: Values = Field((), description="Bara detta diarienummer.")
    document: Values = Field((), description="Bara denna fil.")
    year: Years | None = Field(None, description=_YEAR)
    since: Date | None = Field(None, alias="from", description='Från och med: "2023" eller "2023-05-01".')
    until: Date | None = Field(None, alias="to", description="Till och med.")
    sort: Order = Field(Order.RELEVANCE, description="relevance, date (nyast först) eller oldest.")

    def query(self, *, facets: bool = False) -> Query:
        """Return what the library is asked."""
        return Query(
            self.q,
            self.board,
            span(self.year),
            self.party,
            self.kind,
            self.limit,
            acts=self.act,
            organisations=self.organisation,
            people=self.person,
            outcomes=self.outcome,
            recipients=self.recipient,
            case_numbers=self.case,
            documents=self.document,
            since=self.since,
            until=self.until,
            order=self.sort,
            offset=self.offset,
            facets=facets,
        )

    @model_validator(mode="after")
    def _in_order(self) -> QueryAsked:
        refuse_backwards(self.since, self.until)
        return self


class SearchAsked(QueryAsked):
    """A search, and whether its whole result is counted."""

    facets: Annotated[bool, Field(description="Räkna hela resultatet per organ, år, parti, slag och utfall.")] = False


class WhyAsked(QueryAsked):
    """A search and one paragraph among its hits."""

    paragraph: Name = Field(description='Paragrafen, id eller "HSN 2024-11-21 § 231".')


class ExplainAsked(Asked):
    """A query to be explained."""

    q: Words = Field(description="Frågan.")


class RecordAsked(Asked):
    """How much of a paragraph."""

    fields: Annotated[bool, Field(description="Ta med hur varje fält lästes och hur säkert det är.")] = False


class TraceAsked(Asked):
    """Where an issue is followed from."""

    start: Name = Field(description=_START)
    without: Annotated[tuple[LinkKind, ...], Field(max_length=len(LinkKind))] = Field(
        (), description="Räkna inte dessa slags kopplingar."
    )


class IssuesAsked(PageAsked):
    """Which issues."""

    board: Values = Field((), description="Bara ärenden som varit uppe i detta organ; flera går bra.")
    year: Years | None = Field(None, description="Bara ärenden som varit uppe dessa år.")
    state: StateKind | None = Field(None, description="Bara i detta läge.")
    least: int = Field(2, ge=1, le=1_000, description="Bara ärenden med minst så många paragrafer.")


class AssignmentsAsked(PageAsked):
    """Which assignments, and on which day."""

    q: Words = Field("", description="Bara uppdrag som nämner orden.")
    status: Annotated[tuple[AssignmentStatus, ...], Field(max_length=len(AssignmentStatus))] = Field(
        (), description="Bara med denna status; flera går bra."
    )
    recipient: Annotated[str, Field(max_length=LONGEST_VALUE)] = Field("", description="Bara till denna mottagare.")
    board: Values = Field((), description="Bara givna av detta organ; flera går bra.")
    since: Date | None = Field(None, alias="from", description="Givna från och med.")
    until: Date | None = Field(None, alias="to", description="Givna till och med.")
    as_of: Date | None = Field(None, description="Så som det stod den dagen (annars: senaste mötet).")
    names: Names = False

    def asked(self) -> AskedAssignments:
        """Return what the ledger is asked."""
        return AskedAssignments(self.status, self.recipient, self.board, self.since, self.until, self.as_of, self.q)

    @model_validator(mode="after")
    def _in_order(self) -> AssignmentsAsked:
        refuse_backwards(self.since, self.until)
        return self


class ArgumentsAsked(PageAsked):
    """Which reservations, notes, statements and motions that argue."""

    q: Words = Field("", description="Bara dem som nämner orden.")
    party: Values = Field((), description="Bara detta partis; flera går bra.")
    person: Values = Field((), description="Bara denna förtroendevaldas; flera går bra.")
    board: Values = Field((), description=_BOARD)
    year: Years | None = Field(None, description=_YEAR)
    kind: Annotated[tuple[ArgumentKind, ...], Field(max_length=len(ArgumentKind))] = Field(
        (), description="Bara denna handling; utan den allt utom yrkanden."
    )
    issue: Annotated[str, Field(max_length=LONGEST_VALUE)] = Field(
        "", description="Bara i ärendet: en paragraf eller ett diarienummer."
    )
    names: Names = False

    def asked(self) -> AskedArguments:
        """Return what is asked of the arguments."""
        usual = tuple(kind for kind in ArgumentKind if kind is not ArgumentKind.MOTION)
        return AskedArguments(
            self.q, self.party, self.person, self.board, span(self.year), self.kind or usual, self.issue
        )


class EchoesAsked(ArgumentsAsked):
    """A text that may have been argued before."""

    text: Annotated[str, Field(min_length=1, max_length=LONGEST_QUERY)] = Field(description="Texten som jämförs.")


class PositionsAsked(Asked):
    """Whose acts, in which issue."""

    start: Words = Field("", description=f"{_START} Kan utelämnas när person är med.")
    party: Values = Field((), description="Bara detta parti; flera går bra.")
    person: Annotated[str, Field(max_length=LONGEST_VALUE)] = Field(
        "", description='Bara vad personen gjort: "Anna Lind (C)".'
    )
    board: Values = Field((), description="Bara i detta organ; flera går bra.")
    year: Years | None = Field(None, description=_YEAR)
    names: Names = False

    @model_validator(mode="after")
    def _says_something(self) -> PositionsAsked:
        if not (self.start.strip() or self.person.strip()):
            raise ValueError("Skriv ett ärende eller en fråga i start, eller ett namn i person.")
        return self


class AlliancesAsked(Asked):
    """Which reservations are looked through for who stands behind them."""

    start: Words = Field("", description=f"{_START} Tomt är hela biblioteket.")
    party: Values = Field((), description="Bara detta parti; flera går bra.")
    board: Values = Field((), description="Bara i detta organ; flera går bra.")
    year: Years | None = Field(None, description=_YEAR)
    names: Names = False


class CountsAsked(PageAsked):
    """What is counted."""

    board: Values = Field((), description=_BOARD)
    year: Years | None = Field(None, description=_YEAR)
    as_of: Date | None = Field(None, description="Uppdragen så som de stod den dagen (annars: senaste mötet).")


class TableAsked(CountsAsked):
    """A table of statistics."""

    names: Names = False


class DocumentsAsked(PageAsked):
    """Which documents."""

    board: Values = Field((), description="Bara detta organs; flera går bra.")
    year: Years | None = Field(None, description=_YEAR)
    gaps: Annotated[
        bool, Field(description="Bara dokument med saknade §-nummer eller sidor som inte går att lita på.")
    ] = False


class Suggested(StrEnum):
    """Filters whose values can be suggested."""

    BOARD = "board"
    PARTY = "party"
    PERSON = "person"
    ORGANISATION = "organisation"
    OUTCOME = "outcome"
    KIND = "kind"


class SuggestionsAsked(Asked):
    """The beginning of a filter's value."""

    field: Suggested = Field(description="Filtret.")
    q: Annotated[str, Field(max_length=LONGEST_VALUE)] = Field("", description="Början på ett ord i värdet.")
    limit: int = Field(20, ge=1, le=MOST, description="Högst så många.")


def span(years: str | None) -> tuple[int, int] | None:
    """Return the first and the last year of "2023" or "2021-2024"."""
    if years is None:
        return None
    first, _, last = years.partition("-")
    return int(first), int(last or first)


def refuse_backwards(since: str | None, until: str | None) -> None:
    """Refuse a time that ends before it begins. Raises ValueError."""
    if since and until and since[: len(until)] > until[: len(since)]:
        raise ValueError("from är senare än to.")
