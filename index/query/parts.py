"""The parts that a query is made of, and how each is printed.

Always holds: frozen; a part knows where it stands in what was typed (``span``), which says nothing about what it means,
so that two parts that mean the same are equal wherever they stand.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from index.query.words import Field
from nlp.acts import Range

_ISOLATED = frozenset({Field.YEAR, Field.SINCE, Field.UNTIL, Field.DATE, Field.CASE})
"""Filters whose values might run on into what is typed behind them."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in any form, to be searched for by meaning and by spelling."""

    text: str
    span: Range = dataclasses.field(compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand in a row just as they are."""

    text: str
    span: Range = dataclasses.field(compare=False)


@dataclass(frozen=True, slots=True)
class Without:
    """A word that must not be there in any form, or a row of words that must not be there (``exact``)."""

    text: str
    exact: bool
    span: Range = dataclasses.field(compare=False)


@dataclass(frozen=True, slots=True)
class Restriction:
    """A filter with its values, of which one is enough. Dates and years are in ISO form ("2022-2024", "2022-")."""

    field: Field
    values: tuple[str, ...]
    span: Range = dataclasses.field(compare=False)


@dataclass(frozen=True, slots=True)
class Named:
    """Words that may name paragraphs by themselves: a case number, or board, date and § as far as they are there.

    ``board`` is what is printed beside date and §; whether it is a board only a library knows. If it is none, ``plain``
    are the words and the § that are asked.
    """

    text: str
    span: Range = dataclasses.field(compare=False)
    case: str | None = None
    board: str = ""
    date: str | None = None
    number: int | None = None
    file: str | None = None
    plain: tuple[Words | Restriction, ...] = dataclasses.field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Nothing:
    """A pair of quotation marks with no word between them: neither asks nor restricts."""

    span: Range = dataclasses.field(compare=False)


@dataclass(frozen=True, slots=True)
class Fault:
    """What looks like a filter and is none; ``message`` says so in Swedish, with the nearest that exist."""

    text: str
    message: str
    span: Range = dataclasses.field(compare=False)


Part = Words | Phrase | Without | Restriction | Named | Nothing | Fault


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query in its parts, in the order in which they were typed."""

    parts: tuple[Part, ...] = ()

    def __str__(self) -> str:
        """Return the query as it would be typed anew; parsed, it gives the same parts."""
        last = len(self.parts) - 1
        return " ".join(printed(part, last=place == last) for place, part in enumerate(self.parts))

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with it, in Swedish."""
        return tuple(part.message for part in self.parts if isinstance(part, Fault))


def printed(part: Part, *, last: bool = True) -> str:
    """Return a part as it is typed; unless it is the ``last``, so that nothing behind it can be taken for its own."""
    match part:
        case Words() | Named() | Fault():
            return part.text
        case Phrase():
            return quoted(part.text)
        case Without():
            return f"-{quoted(part.text) if part.exact else part.text}"
        case Restriction(Field.NUMBER):
            return " ".join(f"§ {value}" for value in part.values)
        case Restriction():
            alone = last or part.field not in _ISOLATED
            return f"{part.field}:{listed(part.values) if alone else ','.join(map(quoted, part.values))}"
        case Nothing():
            return '""'


def quoted(text: str) -> str:
    """Return ``text`` in quotation marks."""
    return f'"{text}"'


def listed(values: Iterable[str]) -> str:
    """Return values as a filter's list, in quotation marks where one would fall apart."""
    return ",".join(quoted(value) if " " in value or "," in value else value for value in values)
