"""A link before it is quoted: the value that all families of links make and that growing an issue goes by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from index.results import LinkKind
from nlp.acts import Range


@dataclass(frozen=True, slots=True)
class Tie:
    """A link before its evidence is quoted: ``ranges`` are where the source names the target.

    ``target`` is None for what is not in the library, ``named`` is then what the source calls it.
    """

    kind: LinkKind
    source: str
    target: str | None
    named: str
    ranges: tuple[Range, ...]
    confidence: float


Ties = dict[str, tuple[Tie, ...]]
"""Ties by the id of a paragraph."""


def by_source(ties: Iterable[Tie]) -> Ties:
    """Return ``ties`` by the paragraph that carries the evidence."""
    return _grouped((tie.source, tie) for tie in ties)


def by_target(ties: Iterable[Tie]) -> Ties:
    """Return ``ties`` by the paragraph that is named; those that lead out of the library are left out."""
    return _grouped((tie.target, tie) for tie in ties if tie.target is not None)


def _grouped(ties: Iterable[tuple[str, Tie]]) -> Ties:
    found: dict[str, list[Tie]] = defaultdict(list)
    for key, tie in ties:
        found[key].append(tie)
    return {key: tuple(group) for key, group in found.items()}
