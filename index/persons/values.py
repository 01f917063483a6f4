"""What the register of persons is made of: frozen values that cross the border to people.

A name, a party and a place are printed; that two spellings are one person is concluded, and says why.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.records import Role
from nlp.name_forms import NameKey, name_key


@dataclass(frozen=True, slots=True)
class Naming:
    """One time somebody is named: on an attendance list (``role``) or by an act (``paragraph_id``).

    ``row_of`` is the list whose row it is, where everybody stands once: an attendance list or the ballots of a vote.
    """

    name: str
    party: str | None
    document_id: str
    organisation: str | None
    board: str | None
    date: str | None
    file: str
    role: Role | None = None
    paragraph_id: str | None = None
    number: int | None = None
    row_of: str | None = None

    @property
    def place(self) -> str:
        """Where that is printed, in Swedish: "Socialnämnden 2024-11-21 § 231", the attendance list without a §."""
        meeting = f"{self.board} {self.date}" if self.board and self.date else self.file
        if self.paragraph_id is None:
            return f"{meeting}, närvarolistan"
        return f"{meeting} § {self.number}" if self.number is not None else meeting


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which the name is printed, how often, and why it is taken for this person ("" for the usual one)."""

    name: str
    times: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class PartyPeriod:
    """A run of time in which somebody stands with one party wherever one is printed.

    ``first`` and ``last`` are dates, ``evidence_first`` and ``evidence_last`` the places that print it.
    """

    party: str
    first: str | None
    last: str | None
    times: int
    evidence_first: str
    evidence_last: str


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """An elected person: somebody who stands with a party, or on a cover as member or substitute.

    ``acts`` counts the times that an act names them, ``attended`` the meetings on whose lists they stand.
    """

    id: str
    name: str
    organisation: str | None
    spellings: tuple[Spelling, ...]
    periods: tuple[PartyPeriod, ...]
    boards: tuple[str, ...]
    date_first: str | None
    date_last: str | None
    acts: int
    attended: int
    namings: tuple[Naming, ...] = field(default=(), repr=False)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties in the order of time, each once."""
        return tuple(dict.fromkeys(period.party for period in self.periods))

    @property
    def keys(self) -> frozenset[NameKey]:
        """The keys of all spellings."""
        return frozenset(name_key(spelling.name) for spelling in self.spellings)
