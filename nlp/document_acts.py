"""What a directive or a report sets out, as frozen values, each with the ranges of the text that it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nlp.ranges import Range


@dataclass(frozen=True, slots=True)
class Goal:
    """What a directive says shall be reached."""

    text: str
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """What a directive demands of the work or for it (krav, förutsättning)."""

    text: str
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of a time plan. ``printed`` is its time as printed ("juni 2022", "September").

    ``start`` and ``due`` are ISO dates reduced to what is printed, None where no year is; ``start`` only where the
    plan prints two times.
    """

    name: str
    start: str | None
    due: str | None
    printed: str
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Activity:
    """A part activity (delaktivitet) with when it runs and who answers for it, as far as printed."""

    name: str
    start: str | None
    end: str | None
    responsible: str | None
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """Who owns, leads or wrote what a document is about, as printed ("Anna Ek, regiondirektör")."""

    role: Literal["owner", "leader", "author"]
    name: str
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what a document means by it."""

    term: str
    meaning: str
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One point that a report recommends."""

    text: str
    ranges: tuple[Range, ...]
