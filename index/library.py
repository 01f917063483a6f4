"""The library: the one door through which people's tools reach everything that was read.

Owns the wiring of store, folder, model and searching, and what a library remembers about itself (its model). What
always holds: vectors of two models are never mixed; opening and searching load neither the readers nor, with the
embedded model, torch. How anything is found, linked, stored or shown is left to the modules it calls.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from index import boards as board_names
from index.arguments import Arguments
from index.arguments.facade import ArgumentsOfLibrary
from index.boards import BoardName
from index.corrections.correcting import Corrector
from index.corrections.fields import FieldCorrection
from index.course import StateKind
from index.drafts.answering import Drafting
from index.drafts.concerning import Concerning
from index.drafts.values import DraftAnswer
from index.errors import LibraryBusyError, NotInLibraryError, OtherModelError
from index.finding.answering import Answerer
from index.finding.search import Searcher
from index.folder import Folder
from index.health import Health, health_of
from index.intake.progress import Progress
from index.intake.reading import Reader, read_file
from index.kept import Kept
from index.ledger import Asked, AssignmentRow, AssignmentState, Ledger, LedgerMaker
from index.links import LinkGraph
from index.marks import marks_of
from index.meetings import Meeting, meetings_of, nearest
from index.model_errors import model_errors
from index.naming import full_name, meeting_name, parse_case_number, parse_place
from index.news.alerts import Alerts
from index.news.saved import SavedSearches
from index.positions import PositionTables
from index.positions.door import PositionsDoor
from index.results import Answer, Chip, Coverage, Finding, Hit, IngestReport, Issue, LinkKind, Mark, Query, Trace, Why
from index.reviews.book import ReviewBook
from index.reviews.review import Reviews
from index.settings import read_settings
from index.showing import ShownParagraph, field_readings
from index.sqlite.store import SqliteStore
from index.statistics import Statistics, StatisticsMaker
from index.store import Store
from index.stored import Filter, Head, StoredDocument, StoredParagraph
from index.tracing.corrected_links import CorrectedLinks, Correction, Name, Verdict
from index.tracing.gathering import Gathered
from index.tracing.issues import matches
from index.tracing.trace import Tracer
from nlp.acts import Range
from nlp.embedding import Embedder, open_embedder

__all__ = ["BoardName", "FieldCorrection", "Library", "Progress", "ShownParagraph", "StoredDocument", "StoredParagraph"]

_MODEL, _BOARDS, _BOARDS_OF = "model", "boards", "boards-of"
"""Keys of what a library remembers about itself."""

WHOLE_FILE = "fil."
_NAMED = 6
"""So many paragraphs are named where a name may mean several."""

_PDFIUM = threading.Lock()


class Library(ArgumentsOfLibrary, PositionsDoor):
    """One library, open. Use as a context manager; may be used from several threads."""

    def __init__(self, folder: Folder, store: Store, embedder: Embedder, read: Reader = read_file) -> None:
        """Put the parts together; people call `open`."""
        self._folder, self._store, self._embedder, self._read = folder, store, embedder, read
        self._searcher = Searcher(store, embedder, folder.derived)
        self._answerer = Answerer(store, self._searcher, self.boards)
        self._corrected_links = CorrectedLinks(folder.corrected_links)
        kept_issues = Kept[tuple[Gathered, ...]](folder.derived / "issues.json", tuple[Gathered, ...])
        self._tracer = Tracer(store, self._searcher, self.boards, self._corrected_links, kept_issues)
        kept_rows = Kept[tuple[AssignmentRow, ...]](folder.derived / "ledger.json", tuple[AssignmentRow, ...])
        maker = LedgerMaker(store, self._tracer.graph, self.boards, kept_rows)
        self._ledger = Ledger(maker, self.boards, self._tracer.issue_name)
        self._tables = PositionTables(store, self._tracer, self._searcher.catalogs.current, self.boards)
        self._arguments = Arguments(store, self._searcher, embedder, folder.derived, self.boards, self._issue_named)
        self._statistics = StatisticsMaker(store, self._tracer.issues, self.boards, self.assignments)
        self._learned: tuple[int, tuple[BoardName, ...]] | None = None

    @classmethod
    def open(cls, path: Path, *, model: str | None = None, create: bool = False) -> Self:
        """Open the library in the folder ``path``; with ``create`` make one where there is none.

        ``model`` is a Hugging Face id or folder, None the library's own (for a new one the embedded model). Raises
        LibraryNotFoundError, NewerLibraryError, DamagedLibraryError, OtherModelError, ModelError or SettingsError.
        """
        folder = Folder(path)
        if create:
            folder.make()
        store = SqliteStore(folder.database, create=create)
        try:
            library = cls(folder, store, _embedder(store, model))
            library._clear_after_a_kill()
        except BaseException:
            store.close()
            raise
        return library

    def close(self) -> None:
        """Let go of files and connections."""
        self._store.close()

    def __enter__(self) -> Self:
        """Return the library."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the library."""
        self.close()

    def ingest(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[Progress], None] | None = None,
        workers: int | None = None,
        again: bool = False,
        stopped: Callable[[], bool] = lambda: False,
    ) -> IngestReport:
        """Read files and folders into the library and report; what is there already is skipped.

        With ``again`` it is read anew instead and takes its own place: after an improved reader, or to mend damage.

        ``workers`` processes read at a time, by default one a core. A bad file is named in the report and stops
        nothing. ``stopped`` is asked often: the run ends when it says so, with the document in hand stored and what was
        only being read dropped. The derived indexes are brought up to date at the end.

        Raises LibraryBusyError, ModelError.
        """
        from index.intake.run import Intake  # noqa: PLC0415  (searching never needs it)

        self._store.set_meta(_MODEL, self._embedder.name)
        with model_errors():
            report = Intake(self._store, self._folder, self._embedder, self._read).run(
                paths, progress=progress, workers=workers, again=again, stopped=stopped
            )
            self._searcher.refresh()
        self.boards()
        return report

    def delete(self, document_id: str) -> None:
        """Take a document and the copy of its file out of the library."""
        with self._folder.reading():
            copy = self.file_path(document_id)
            self._store.delete_document(document_id)
            copy.unlink(missing_ok=True)

    def coverage(self) -> Coverage:
        """Return what the library holds and what is searched in it."""
        return self._searcher.catalogs.current().coverage()

    def search(self, query: Query) -> Answer:
        """Answer a query. Raises UnknownFilterError, ModelError."""
        with model_errors():
            return self._answerer.search(query)

    def similar(self, paragraph_id: str, limit: int = 20, offset: int = 0) -> Answer:
        """Return the paragraphs that say the like of this one, the nearest first. Raises NotInLibraryError."""
        return self._answerer.similar(paragraph_id, limit, offset)

    def why(self, query: Query, paragraph_id: str) -> Why:
        """Return why a paragraph is where it is among the hits. Raises UnknownFilterError, NotInLibraryError."""
        with model_errors():
            return self._answerer.why(query, paragraph_id)

    def draft(self, text: str) -> DraftAnswer:
        """Return, for each thing that a draft or motion wants, what was said and decided of it before."""
        with model_errors():
            concerning = Concerning(self._store, self._searcher)
            return Drafting(concerning, self.assignments, self.issue, self.coverage).answer(text)

    @property
    def alerts(self) -> Alerts:
        """The saved searches, and what they have found since they were last asked."""
        saved = SavedSearches(self._folder.saved_searches)
        return Alerts(self._folder.alerts, saved, lambda: self._searcher.catalogs.current().shown, self._answers)

    @property
    def reviews(self) -> Reviews:
        """The exhaustive reviews: queries whose hits people judge one by one."""
        book = ReviewBook(self._folder.reviews)
        return Reviews(book, self._answerer, self._searcher, self._embedder.name)

    def _answers(self, text: str, among: Collection[str]) -> Mapping[str, Hit]:
        with model_errors():
            return self._answerer.every(text, among)

    def explain(self, text: str) -> tuple[Chip, ...]:
        """Return how the text of a query is understood, part by part."""
        return self._answerer.explain(text)

    def boards(self) -> tuple[BoardName, ...]:
        """Return the boards, most paragraphs first, with the short names they go by."""
        generation = self._store.generation()
        learned = self._learned
        if learned is None or learned[0] != generation:
            learned = self._learned = (generation, self._boards())
        return learned[1]

    def parties(self) -> tuple[str, ...]:
        """Return the parties that act in some paragraph, most paragraphs first; what a filter may name."""
        return tuple(self._store.parties())

    def documents(self) -> tuple[StoredDocument, ...]:
        """Return all documents in the order in which they came."""
        return self._store.documents()

    def outdated(self) -> tuple[StoredDocument, ...]:
        """Return the documents that an earlier reader has read; `ingest` reads their files anew."""
        from index.intake.run import read_by_this_reader  # noqa: PLC0415  (searching never needs the readers)

        return tuple(one for one in self._store.documents() if not read_by_this_reader(self._store, one.id))

    def meetings(self) -> tuple[Meeting, ...]:
        """Return what each file tells of its meetings, by body and time; see `index.meetings.gaps`."""
        outdated = (one.id for one in self.outdated())
        return meetings_of(self._store.documents(), self._store.heads(), self.boards(), outdated)

    def paragraphs_of(self, document_id: str) -> tuple[StoredParagraph, ...]:
        """Return the paragraphs of a document in order, those that another document holds in a longer form too."""
        heads = self._store.heads(Filter(documents=(document_id,), duplicates=True))
        return tuple(self._store.paragraphs([head.id for head in heads]))

    def heads_of(self, document_id: str) -> tuple[Head, ...]:
        """Return the heads of a document's paragraphs in order, () when the library does not have it."""
        return self._store.heads(Filter(documents=(document_id,), duplicates=True))

    def trace(self, start: str, *, without: Collection[LinkKind] = ()) -> Trace:
        """Return the course of the issue that ``start`` leads to: a query, a place ("HSN 2024-11-21 § 231"), a case.

        Links of the kinds ``without`` are left out. Raises UnknownFilterError, ModelError.
        """
        with model_errors():
            return self._tracer.trace(start, without=without)

    def links(self) -> LinkGraph:
        """Return all links of the library."""
        return self._tracer.graph()

    def trace_paragraph(self, paragraph_id: str, *, without: Collection[LinkKind] = ()) -> Trace:
        """Return the course of the issue of one paragraph. Raises NotInLibraryError."""
        return self._tracer.trace_paragraph(paragraph_id, without=without)

    def issues(
        self,
        *,
        boards: Sequence[str] = (),
        years: tuple[int, int] | None = None,
        state: StateKind | None = None,
        least: int = 2,
    ) -> Iterator[Issue]:
        """Yield the issues of at least ``least`` paragraphs, the one that was up last first; filters hold exactly.

        ``boards`` are names or abbreviations, ``years`` an inclusive span in which it was up. Raises
        UnknownFilterError, BookError.
        """
        known = self.boards() if boards else ()
        spellings = {spelling for asked in boards for spelling in board_names.resolve(asked, known)}
        found = self._tracer.issues().all(least=least)
        return (issue for issue in found if matches(issue, spellings, years, state))

    def issue(self, paragraph_id: str) -> Issue:
        """Return the issue of one paragraph. Raises NotInLibraryError, BookError."""
        return self._tracer.issues().of(self._store.paragraph(paragraph_id).head.id)

    def correct_link(self, verdict: Verdict, one: str, other: str, *, who: str, why: str = "") -> Correction:
        """Keep that ``who`` confirms or splits the link of two paragraphs (names or ids), or undoes that.

        It counts from now on and survives a new reading of the files. Raises NotInLibraryError, UnknownFilterError,
        BookError.
        """
        heads = [self._store.paragraph(self._tracer.paragraph_named(name)).head for name in (one, other)]
        return self._corrected_links.add(verdict, heads[0], heads[1], who=who, why=why)

    def undo_link(self, one: Name, other: Name, *, who: str, why: str = "") -> Correction:
        """Keep that a correction, by the names that it has in `corrected_links`, no longer counts. Raises BookError."""
        return self._corrected_links.undo(one, other, who=who, why=why)

    def corrected_links(self) -> tuple[Correction, ...]:
        """Return every link that somebody confirmed or split, in the order in which it was done. Raises BookError."""
        return self._corrected_links.all()

    def paragraph(self, paragraph_id: str) -> StoredParagraph:
        """Return one paragraph with its text, sections and acts. Raises NotInLibraryError."""
        return self._store.paragraph(paragraph_id)

    def records(self) -> Iterator[dict[str, object]]:
        """Yield the paragraph record of every paragraph, with its ``id`` and, where it is one, ``duplicate_of``."""
        from ingest.contract import paragraph_record  # noqa: PLC0415  (only export needs it)

        documents = {one.id: one.record for one in self._store.documents()}
        for one in self._store.paragraphs():
            if one.head.number is None:
                continue
            record = paragraph_record(documents[one.head.document_id], one.paragraph)
            yield {**record, "id": one.head.id, "duplicate_of": one.head.duplicate_of}

    def document_records(self) -> Iterator[dict[str, object]]:
        """Yield the record of every document that is no protocol, with its ``id``."""
        from ingest.document_contract import document_record  # noqa: PLC0415  (only export needs it)

        documents = {one.id: one.record for one in self._store.documents()}
        others = [head.id for head in self._searcher.catalogs.current().by_number.get(None, ())]
        for one in self._store.paragraphs(others):
            yield {**document_record(documents[one.head.document_id], one.paragraph), "id": one.head.id}

    def shown(self, start: str) -> ShownParagraph:
        """Return one paragraph field by field: "HSN 2024-11-21 § 231" or an id.

        Raises NotInLibraryError, UnknownFilterError, BookError.
        """
        from ingest.document_contract import full_record  # noqa: PLC0415  (searching never needs it)

        stored = self._store.paragraph(self.find_paragraph(start))
        document = self._store.document(stored.head.document_id).record
        readings = field_readings(
            stored, self._store.spans(stored.head.id), document.problems, self._corrector().book.of(document.file)
        )
        return ShownParagraph(stored.head, full_record(document, stored.paragraph), readings)

    def find_paragraph(self, start: str) -> str:
        """Return the id of the paragraph that ``start`` names ("HSN 2024-11-21 § 231", or its id).

        Raises NotInLibraryError where there is none, or several that the name may mean; UnknownFilterError.
        """
        catalog = self._searcher.catalogs.current()
        if start in catalog.by_id:
            return start
        place = parse_place(start, self.boards())
        found = catalog.at(place) if place else ()
        if len(found) != 1:
            near = () if found else nearest(start, self.meetings(), self.boards())
            raise NotInLibraryError(_not_one(start, [full_name(head) for head in found], near))
        return found[0].id

    def correct(self, start: str, field: str, value: str, *, who: str, why: str) -> FieldCorrection:
        """Correct a field of the paragraph ``start``, or of its whole file (fields "fil.board", "fil.date" …).

        Returns the correction as it is kept. Raises CorrectionError, NotInLibraryError, LibraryBusyError.
        """
        head = self._store.paragraph(self.find_paragraph(start)).head
        whole = field.startswith(WHOLE_FILE)
        asked = FieldCorrection(
            head.file, None if whole else head.number, field.removeprefix(WHOLE_FILE), value, who=who, why=why
        )
        with model_errors():
            made = self._corrector().correct(head.document_id, asked)
            self._searcher.refresh()
        return made

    def corrections(self) -> tuple[FieldCorrection, ...]:
        """Return every correction that people have made, the oldest first. Raises BookError."""
        return self._corrector().book.all()

    def _issue_named(self, name: str) -> frozenset[str]:
        """Return the paragraphs of the issues that a case number or the name of a paragraph leads to."""
        case = parse_case_number(name)
        heads = self._searcher.catalogs.current().by_case.get(case, ()) if case else ()
        starts = [head.id for head in heads] or [self.find_paragraph(name)]
        gathering = self._tracer.issues().gathering()
        return frozenset(one for start in starts for one in gathering.issue_of(start).members)

    def _corrector(self) -> Corrector:
        return Corrector(self._store, self._folder, self._embedder)

    def assignments(self, asked: Asked | None = None) -> tuple[AssignmentState, ...]:
        """Return how assignments stand on a day, what is due first first.

        Raises UnknownFilterError for a board or recipient that the library does not know.
        """
        return self._ledger.asked(asked or Asked())

    def statistics(
        self, boards: Sequence[str] = (), years: tuple[int, int] | None = None, *, as_of: str | None = None
    ) -> Statistics:
        """Return how much of each act there is, per board and year; assignments as they stand on the day ``as_of``.

        ``years`` is an inclusive span. Raises UnknownFilterError, BookError.
        """
        return self._statistics.statistics(boards, years, as_of)

    def health(self) -> Health:
        """Return whether the library is ready to be searched; asks little enough to be asked often."""
        return health_of(self._store, self._folder.derived, self._embedder.name)

    def check(self) -> tuple[Finding, ...]:
        """Return everything in the library that is not whole, each with its cure; () when all is."""
        from index.check import findings  # noqa: PLC0415  (only check needs the readers)

        return tuple(findings(self._store, self._folder, self._embedder.name))

    def check_document(self, document_id: str) -> tuple[Finding, ...]:
        """Return what is not whole in one document: quotes, copy, places of words. Raises NotInLibraryError."""
        from index.check import document_findings  # noqa: PLC0415  (only check needs the readers)

        with _PDFIUM:
            return tuple(document_findings(self._store, self._folder, document_id))

    def marks(self, paragraph_id: str, place: Range) -> tuple[Mark, ...]:
        """Return the rectangles of the words of ``place`` in the paragraph's text, one a line."""
        return marks_of(self._store.spans(paragraph_id), place)

    def file_path(self, document_id: str) -> Path:
        """Return where the library keeps its copy of a document's file. Raises NotInLibraryError."""
        document = self._store.document(document_id)
        path = self._folder.copy_path(document.record.sha256, document.suffix)
        if not path.exists():
            raise NotInLibraryError(
                f"Bibliotekets kopia av {document.record.file} saknas ({path}). Läs in filen igen: "
                "protokollspar check säger hur."
            )
        return path

    def page_image(self, document_id: str, page: int, scale: float = 2.0) -> bytes:
        """Return a page (from 1) as JPEG, ``scale`` pixels a point. Raises NotInLibraryError."""
        from ingest.pages import render_page  # noqa: PLC0415  (only the page viewer needs it)

        with self._leaf(document_id, page) as path:
            return render_page(path, page, scale=scale)

    def page_size(self, document_id: str, page: int) -> tuple[float, float]:
        """Return width and height of a page (from 1) in points. Raises NotInLibraryError."""
        from ingest.pages import page_size  # noqa: PLC0415  (only the page viewer needs it)

        with self._leaf(document_id, page) as path:
            return page_size(path, page)

    def page_text(self, document_id: str, page: int) -> str:
        """Return the text of a page (from 1), line by line; of one read from its image, what was read there.

        Raises NotInLibraryError.
        """
        from ingest.pages import page_text  # noqa: PLC0415  (only the page viewer needs it)

        if any(seen.page == page for seen in self._store.document(document_id).record.ocr_pages):
            return self._text_read(document_id, page)
        with self._leaf(document_id, page) as path:
            return page_text(path, page)

    def _text_read(self, document_id: str, page: int) -> str:
        """Return what the paragraphs of a document have on a page."""
        heads = [head.id for head in self.heads_of(document_id) if head.page_first <= page <= head.page_last]
        return "\n".join(one.text_on(page) for one in self._store.paragraphs(heads))

    @contextmanager
    def _leaf(self, document_id: str, page: int) -> Iterator[Path]:
        """Give the file that has this page, for one thread at a time: pdfium serves no more."""
        from ingest.errors import ReadingError  # noqa: PLC0415

        document = self._store.document(document_id)
        if not 1 <= page <= document.record.pages:
            raise NotInLibraryError(
                f"{document.record.file} har {document.record.pages} sidor; sidan {page} finns inte."
            )
        path = self.file_path(document_id)
        with _PDFIUM:
            try:
                yield path
            except ReadingError as error:
                raise NotInLibraryError(f"{document.record.file}: sidan {page} kan inte visas. {error}") from error

    def _boards(self) -> tuple[BoardName, ...]:
        """Learn the names once for each state of store and settings; every paragraph has to be read for it."""
        settings = read_settings(self._folder.settings)
        state = f"{self._store.generation()} {sorted(settings.abbreviations.items())}"
        if self._store.get_meta(_BOARDS_OF) != state:
            learned = board_names.learn(self._store.paragraphs(), settings.abbreviations)
            self._store.set_meta(_BOARDS, board_names.to_json(learned))
            self._store.set_meta(_BOARDS_OF, state)
        return board_names.from_json(self._store.get_meta(_BOARDS) or "[]")

    def _clear_after_a_kill(self) -> None:
        if self._folder.orphans(self._store.has_document):
            with suppress(LibraryBusyError), self._folder.reading():
                self._folder.clear_orphans(self._store.has_document)


def _not_one(start: str, found: Sequence[str], near: Sequence[Meeting]) -> str:
    if not found and near:
        return f'Ingen paragraf i biblioteket heter "{start}". Närmaste möten är: {"; ".join(map(_held, near))}.'
    if not found:
        return (
            f'Ingen paragraf i biblioteket heter "{start}". Skriv nämnd, dag och nummer som i "HSN 2024-11-21 § 231"; '
            'protokollspar search "HSN 2024-11-21" visar vad som finns från ett möte.'
        )
    return f'"{start}" kan vara {len(found)} paragrafer: {"; ".join(found[:_NAMED])}. Skriv nämnd och datum också.'


def _held(meeting: Meeting) -> str:
    """Return "Socialnämnden 2024-11-21 (§§ 220–240)"."""
    name = meeting_name(meeting.row.board, meeting.date, meeting.document.record.file)
    return f"{name} (§§ {meeting.first}–{meeting.last})" if meeting.first is not None else name


def _embedder(store: Store, model: str | None) -> Embedder:
    """Return the library's embedder; nothing is loaded yet."""
    own = store.get_meta(_MODEL)
    with model_errors():
        embedder = open_embedder(model or own)
    if own is not None and embedder.name != own and store.counts().units:
        raise OtherModelError(
            f"Biblioteket är gjort med språkmodellen {own} och kan inte blandas med {embedder.name}. "
            "Utelämna --model, eller läs in protokollen i en ny mapp med --library."
        )
    return embedder
