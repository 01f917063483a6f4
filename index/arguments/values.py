"""What arguments are made of: frozen values that cross the border to people.

What is printed (who, the words, the motion that a reservation names) and what the program concludes (which sentence is
a claim, which motion is defended where none is named, which line of argument it follows) are told apart: every
conclusion names what it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nlp.acts import Person, Range
from nlp.claims import Sign


class ArgumentKind(StrEnum):
    """In which act something is argued."""

    RESERVATION = "reservation"
    NOTE = "note"
    STATEMENT = "statement"
    MOTION = "motion"


class Basis(StrEnum):
    """What joins a reservation to a motion: it names it, or the same people or the same party moved it."""

    PRINTED = "printed"
    MOVERS = "movers"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Argument:
    """One claim: verbatim text of the paragraph at ``place``, printed on ``page``; ``signs`` tell why it is one.

    ``topoi`` are the lines of argument whose words stand in it (`nlp.claims_topoi`).
    """

    quote: str
    place: Range
    page: int
    signs: tuple[Sign, ...]
    topoi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Defended:
    """A motion that a reservation stands for, and what says so."""

    text: str
    basis: Basis
    page: int


@dataclass(frozen=True, slots=True)
class Argued:
    """One reservation, note, statement or motion with its arguments.

    ``by`` are elected people and parties; somebody who is neither beside a party nor on the attendance list has no
    name here. ``defends`` are the motions it stands for, ``against`` the decisions of its paragraph (of a reservation
    only). ``topoi`` are the lines of argument of the whole, a conclusion.
    """

    id: str
    kind: ArgumentKind
    by: tuple[Person, ...]
    text: str
    place: Range
    page: int
    arguments: tuple[Argument, ...]
    topoi: tuple[str, ...]
    defends: tuple[Defended, ...]
    against: tuple[str, ...]
    paragraph_id: str
    document_id: str
    file: str
    organisation: str | None
    board: str | None
    date: str | None
    number: int | None
    title: str
    case_numbers: tuple[str, ...]
    citation: str

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties behind it, each once."""
        return tuple(dict.fromkeys(person.party for person in self.by if person.party))

    @property
    def year(self) -> int | None:
        """The year of the meeting."""
        return int(self.date[:4]) if self.date else None


@dataclass(frozen=True, slots=True)
class AskedArguments:
    """Which arguments are asked for; an empty field does not restrict, several values of one are alternatives.

    ``words`` must all stand in the text or the title. ``years`` is an inclusive span, ``issue`` a case number or the
    name of a paragraph ("HSN 2024-11-21 § 231") whose issue is meant. ``claims_only`` leaves out what argues nothing.
    """

    words: str = ""
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    boards: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    kinds: tuple[ArgumentKind, ...] = ()
    issue: str = ""
    claims_only: bool = False


@dataclass(frozen=True, slots=True)
class Echo:
    """An argument that says the like of a text.

    ``nearness`` ranks (`index.arguments.nearness`); ``likeness`` is the cosine (0 to 1), ``shared`` the words in
    common as the argument writes them, ``lines`` the lines of argument that both follow.
    """

    argued: Argued
    argument: Argument
    nearness: float
    likeness: float
    shared: tuple[str, ...]
    lines: tuple[str, ...]
