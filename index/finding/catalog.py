"""The heads of all paragraphs in memory, by id and by case number, as long as the store does not change.

Always holds: one catalog is of one generation; a reader keeps the one it began with. Duplicates (shorter readings of a
paragraph that another document holds) are known but not shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from index.derived import Derived
from index.finding.matters import Matters
from index.naming import Place, case_key
from index.results import Coverage
from index.stored import EVERYTHING, Counts, Filter, Glance, Head, Outline, Traits, UnitIds, UnitPlace

_PLACES_KEPT = 200_000
"""Places of so many units are kept (some 60 MiB): all of a library of 40,000 paragraphs."""

_GLANCES_KEPT = 4_000
"""Of so many paragraphs the texts are kept (some 20 MiB)."""


@dataclass(frozen=True)
class Catalog:
    """What one generation of a store holds."""

    generation: int
    heads: tuple[Head, ...]
    counts: Counts

    @cached_property
    def shown(self) -> tuple[Head, ...]:
        """The heads of paragraphs that are no duplicates."""
        return tuple(head for head in self.heads if head.duplicate_of is None)

    @cached_property
    def by_id(self) -> dict[str, Head]:
        """Every head by its id."""
        return {head.id: head for head in self.heads}

    @cached_property
    def by_case(self) -> dict[str, tuple[Head, ...]]:
        """The shown heads by the keys of their case numbers."""
        found: dict[str, list[Head]] = defaultdict(list)
        for head in self.shown:
            for number in {case_key(number) for number in head.case_numbers}:
                found[number].append(head)
        return {number: tuple(heads) for number, heads in found.items()}

    @cached_property
    def by_number(self) -> dict[int | None, tuple[Head, ...]]:
        """The shown heads by their § number, documents that are no protocols under None."""
        found: dict[int | None, list[Head]] = defaultdict(list)
        for head in self.shown:
            found[head.number].append(head)
        return {number: tuple(heads) for number, heads in found.items()}

    @cached_property
    def matters(self) -> Matters:
        """What the shown paragraphs treat in common."""
        return Matters(self.shown)

    def at(self, place: Place) -> tuple[Head, ...]:
        """Return the shown paragraphs that ``place`` may mean, the latest first."""
        there = self.shown if place.number is None else self.by_number.get(place.number, ())
        found = [head for head in there if place.holds(head)]
        return tuple(sorted(found, key=lambda head: head.date or "", reverse=True))

    def coverage(self, searched: Iterable[Head] | None = None) -> Coverage:
        """Return what a search over these heads (None: all that are shown) has looked at."""
        whole = searched is None or searched is self.shown
        return self._whole if whole else self._coverage_of(tuple(searched or ()))

    @cached_property
    def _whole(self) -> Coverage:
        return self._coverage_of(self.shown)

    def _coverage_of(self, looked_at: Collection[Head]) -> Coverage:
        dates = sorted(head.date for head in looked_at if head.date)
        return Coverage(
            documents=self.counts.documents,
            paragraphs=self.counts.paragraphs,
            searched=len(looked_at),
            boards=tuple(sorted({head.board for head in looked_at if head.board})),
            date_first=dates[0] if dates else None,
            date_last=dates[-1] if dates else None,
            unreadable_pages=self.counts.unreadable_pages,
            missing_numbers=self.counts.missing_numbers,
        )


class Outlines(Derived[Mapping[str, Outline]]):
    """Gives the outlines of all paragraphs of the store's present generation."""

    def _renewed(self, held: object, generation: int) -> Mapping[str, Outline]:  # noqa: ARG002  (read whole)
        return self._store.outlines()


class KeptTraits(Derived[dict[str, Traits]]):
    """Gives what paragraphs are counted under; each is asked for once in a generation of the store."""

    def of(self, paragraph_ids: Iterable[str]) -> Mapping[str, Traits]:
        """Return the traits of these paragraphs, by id, among others."""
        kept = self.current()
        missing = [name for name in paragraph_ids if name not in kept]
        if missing:
            kept.update(self._store.traits(missing))
        return kept

    def _renewed(self, held: dict[str, Traits] | None, generation: int) -> dict[str, Traits]:  # noqa: ARG002  (as asked)
        return {}


class KeptPlaces(Derived[dict[int, UnitPlace]]):
    """Gives where units stand; each is asked for once in a generation of the store, as long as there is room."""

    def of(self, units: Collection[int]) -> Mapping[int, UnitPlace]:
        """Return the places of these units, by id, among others; ids that are not there are left out."""
        kept = self.current()
        missing = [unit for unit in units if unit not in kept]
        if not missing:
            return kept
        read = self._store.unit_places(missing)
        if len(kept) + len(read) > _PLACES_KEPT:
            return {**{unit: kept[unit] for unit in units if unit in kept}, **read}
        kept.update(read)
        return kept

    def _renewed(self, held: dict[int, UnitPlace] | None, generation: int) -> dict[int, UnitPlace]:  # noqa: ARG002  (as asked)
        return {}


class KeptGlances(Derived[dict[str, Glance]]):
    """Gives what hits show of paragraphs; each is read once in a generation of the store, as long as there is room."""

    def of(self, paragraph_ids: Collection[str]) -> Mapping[str, Glance]:
        """Return the glances of these paragraphs, by id."""
        kept = self.current()
        found = {name: kept[name] for name in paragraph_ids if name in kept}
        read = self._store.glances([name for name in paragraph_ids if name not in found])
        if len(kept) + len(read) <= _GLANCES_KEPT:
            kept.update(read)
        return {**found, **read}

    def _renewed(self, held: dict[str, Glance] | None, generation: int) -> dict[str, Glance]:  # noqa: ARG002  (as asked)
        return {}


class ShownUnits(Derived[UnitIds]):
    """Gives the units of the shown paragraphs of the store's present generation."""

    def _renewed(self, held: UnitIds | None, generation: int) -> UnitIds:  # noqa: ARG002  (read whole)
        return self._store.unit_ids(Filter())


class Catalogs(Derived[Catalog]):
    """Gives the catalog of the store's present generation."""

    def _renewed(self, held: Catalog | None, generation: int) -> Catalog:  # noqa: ARG002  (heads are read whole)
        return Catalog(generation, self._store.heads(EVERYTHING), self._store.counts())
