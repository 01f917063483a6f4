"""Where questions are answered: the library, and the addresses that this server has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from index.library import Library
from index.masking import Masker
from index.results import Coverage
from nlp.acts import Range
from ui import words
from ui.masked import masker_of
from ui.page.state import PageState, Place, write

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desk:
    """The library, and where the server is reached: "http://127.0.0.1:7860", "" for addresses within it."""

    library: Library
    base: str = field(default="")

    def masker(self, *, names: bool) -> Masker | None:
        """Return what masks private names, None where they were asked for."""
        return masker_of(self.library, names=names)

    def cited(self, value: Any) -> Any:
        """Return rows with the addresses of their pages: everything with a page of a paragraph gets ``page_url``."""
        if isinstance(value, Mapping):
            row = {key: self.cited(one) for key, one in value.items()}
            paragraph = row.get("paragraph_id", row.get("from_id"))
            if paragraph is not None and isinstance(row.get("page"), int):
                row |= self.places(str(paragraph), row["page"], row.get("quote_range") or row.get("evidence_range"))
            return row
        if isinstance(value, list | tuple):
            return [self.cited(one) for one in value]
        return value

    def places(self, paragraph_id: str, page: int, quote: Any = None) -> dict[str, str]:
        """Return the address of the page with the words marked, and that of the file."""
        document = paragraph_id.rpartition("-")[0]
        start, end = quote.values() if isinstance(quote, Mapping) else quote or (0, 0)
        place = Place(document, page, paragraph_id, Range(start, end) if start < end else None)
        return {
            "page_url": f"{self.base}/{write(PageState(place=place))}",
            "file_url": f"{self.base}/file/{document}#page={page}",
        }

    def coverage(self) -> dict[str, object]:
        """Return what the whole library holds."""
        return coverage_row(self.library.coverage())


def coverage_row(covered: Coverage) -> dict[str, object]:
    """Return what was searched as a row."""
    return {
        "documents": covered.documents,
        "paragraphs": covered.paragraphs,
        "searched": covered.searched,
        "boards": list(covered.boards),
        "date_first": covered.date_first,
        "date_last": covered.date_last,
        "unreadable_pages": covered.unreadable_pages,
        "missing_numbers": covered.missing_numbers,
        "told": words.coverage(covered),
    }


def part(found: Iterable[T], offset: int, limit: int) -> tuple[int, Sequence[T]]:
    """Return how many there are, and the part that is asked for."""
    every = found if isinstance(found, Sequence) else list(found)
    return len(every), every[offset : offset + limit]
