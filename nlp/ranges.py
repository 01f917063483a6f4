"""A place in a text: what every act, span and quote is told by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A half-open range of characters ``[start, end)`` in the text it belongs to."""

    start: int
    end: int

    def shifted(self, by: int) -> Range:
        """Return the same range in a text that begins ``by`` characters earlier."""
        return Range(self.start + by, self.end + by)
