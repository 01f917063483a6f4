"""What every view needs of the library: pages, files, what the filters offer; a view asks its library for the rest.

Owns the small store of rendered pages. Keeps no state of any visitor. Every method may be called from several threads
at once.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import NotInLibraryError
from index.library import Library, StoredDocument
from index.naming import citation
from index.results import Mark, Query
from ui import words
from ui.page.intake.job import ReadingJob
from ui.page.search.kept import KeptDrafts
from ui.page.state import Place
from ui.page.viewer.panel import Leaf
from ui.page.viewer.stops import here, on_page, quoted, stops_of
from ui.settings import Upload

_LOG = logging.getLogger(__name__)
HITS = 20
IMAGES_KEPT = 48
"""Rendered pages in memory, about 150 kB each: a reader turns back and forth between a few."""
SCALE = 2.0
"""Pixels per point: 144 dots per inch, sharp on a laptop and legible when zoomed."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer."""

    boards: tuple[tuple[str, str], ...]
    years: tuple[int, ...]
    parties: tuple[str, ...]


class Service:
    """The library as the page sees it."""

    def __init__(
        self, library: Library, *, made_up: bool = False, may_write: bool = True, upload: Upload | None = None
    ) -> None:
        """Serve ``library``; ``made_up`` says that its texts are an invented example.

        ``may_write`` lets visitors correct, confirm, split and save; a page that anyone reaches must not. ``upload``
        says which files they may read in, none where it is not given.
        """
        self.library = library
        self.upload = upload or Upload()
        self.reading = ReadingJob(library)
        self.made_up = made_up
        self.may_write = may_write
        self.drafts = KeptDrafts()
        self._images: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def takes_files(self) -> bool:
        """Whether visitors may read files in."""
        return self.upload.allowed and self.may_write

    def warm(self) -> None:
        """Load the model and the indexes, so that the first visitor does not wait for them."""
        if self.library.coverage().documents:
            self.library.search(Query("uppvärmning", limit=1))

    def warm_rest(self) -> None:
        """Make what the ledger and the arguments are told from: seconds that no visitor of those views shall wait."""
        try:
            if self.library.coverage().documents:
                next(self.library.issues(), None)
                self.library.assignments()
                self.library.masker()
                self.library.themes()
                self.library.argued("uppvärmning", limit=1)
        except Exception:  # noqa: BLE001 - nobody waits for this: who asks the same later is told what is wrong
            # The library may also have been closed meanwhile.
            _LOG.info("warming stopped", exc_info=True)

    def choices(self) -> Choices:
        """Return what the filters offer."""
        covered = self.library.coverage()
        first, last = (int(iso[:4]) if iso else 0 for iso in (covered.date_first, covered.date_last))
        boards = tuple(_board_choice(board.name, board.abbreviation) for board in self.library.boards())
        return Choices(boards, tuple(range(first, last + 1)) if first else (), self.library.parties())

    def leaf(self, place: Place) -> Leaf:
        """Return a page for the viewer.

        Raises:
            LibraryError: when the document or the page is not in the library.
        """
        document = self._document(place.document_id)
        width, height = self.library.page_size(place.document_id, place.page)
        leaf = Leaf(
            place=place,
            title=document.record.file,
            citation="",
            file=document.record.file,
            pages=document.record.pages,
            width=width,
            height=height,
            marks=self._marks(place),
            text=self.library.page_text(place.document_id, place.page),
            is_pdf=document.suffix == ".pdf",
        )
        return self._of_paragraph(leaf) if place.paragraph_id else leaf

    def _of_paragraph(self, leaf: Leaf) -> Leaf:
        """Return a leaf with what its paragraph tells: name, citation, quote, and the other places in it."""
        place = leaf.place
        stored = self.library.paragraph(place.paragraph_id)
        stops = stops_of(stored, place.pieces)
        page = stored.page_at(place.words.start) if place.words else place.page
        return replace(
            leaf,
            title=words.paragraph_name(stored.head),
            citation=citation(stored.head, page),
            stops=stops,
            at=here(stops, place.pieces, place.page),
            quote=quoted(stored, place.pieces),
            here=on_page(stored, place.pieces, place.page),
        )

    def image(self, document_id: str, page: int) -> bytes:
        """Return a page as JPEG.

        Raises:
            LibraryError: when the document or the page is not in the library.
        """
        key = (document_id, page)
        with self._lock:
            if key in self._images:
                self._images.move_to_end(key)
                return self._images[key]
        image = self.library.page_image(document_id, page, SCALE)
        with self._lock:
            self._images[key] = image
            while len(self._images) > IMAGES_KEPT:
                self._images.popitem(last=False)
        return image

    def file(self, document_id: str) -> Path:
        """Return where the library keeps its copy of a file.

        Raises:
            LibraryError: when the document is not in the library.
        """
        return self.library.file_path(document_id)

    def file_name(self, document_id: str) -> str:
        """Return the name that a file had when it was read.

        Raises:
            LibraryError: when the document is not in the library.
        """
        return self._document(document_id).record.file

    def _document(self, document_id: str) -> StoredDocument:
        for document in self.library.documents():
            if document.id == document_id:
                return document
        raise NotInLibraryError("Dokumentet finns inte i biblioteket. Sök igen: det kan ha tagits bort.")

    def _marks(self, place: Place) -> tuple[Mark, ...]:
        if not place.paragraph_id or place.words is None:
            return ()
        return tuple(mark for one in place.pieces for mark in self.library.marks(place.paragraph_id, one))


def _board_choice(name: str, abbreviation: str | None) -> tuple[str, str]:
    return (f"{name} ({abbreviation})" if abbreviation else name), name
