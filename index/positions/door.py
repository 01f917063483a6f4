"""What a library gives of positions and persons: the methods that its one door (`index.library`) inherits."""

from __future__ import annotations

from collections.abc import Sequence

from index.masking import Masker
from index.model_errors import model_errors
from index.persons import KnownPerson
from index.positions.asking import PositionTables
from index.positions.values import Alliances, Positions, PositionsAsked


class PositionsDoor:
    """Positions and persons of the library that inherits this; it sets ``_tables``."""

    _tables: PositionTables

    def positions(
        self,
        start: str = "",
        *,
        parties: Sequence[str] = (),
        years: tuple[int, int] | None = None,
        boards: Sequence[str] = (),
        person: str = "",
    ) -> Positions:
        """Return the acts of parties, year by year, in the issues that ``start`` leads to.

        ``start`` is a query, a place ("HSN 2024-11-21 § 231"), a case number or a paragraph's id; "" with a ``person``
        is all that the person has done. Raises NotInLibraryError, UnknownFilterError, ModelError.
        """
        with model_errors():
            return self._tables.positions(start, PositionsAsked(tuple(parties), years, tuple(boards)), person)

    def alliances(
        self,
        start: str = "",
        *,
        parties: Sequence[str] = (),
        years: tuple[int, int] | None = None,
        boards: Sequence[str] = (),
    ) -> Alliances:
        """Return which parties reserve together, year by year, with every reservation behind each count.

        ``start`` is as in `positions`; "" is all of the library. Raises as `positions` does.
        """
        with model_errors():
            return self._tables.alliances(start, PositionsAsked(tuple(parties), years, tuple(boards)))

    def persons(self, name: str = "") -> tuple[KnownPerson, ...]:
        """Return the elected people of the library, the most often named first; those who may be called ``name``."""
        register = self._tables.register()
        return register.called(name) if name.strip() else register.persons

    def masker(self) -> Masker:
        """Return what masks private persons' names in tables and exports; who is elected or attends is known to it."""
        register = self._tables.register()
        return Masker(register.elected | register.officials)
