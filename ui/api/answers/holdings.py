"""What the library holds: documents and their gaps, boards, values for filters, and whether it can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version

from index.boards import BoardName, resolve
from index.errors import LibraryError
from index.library import Library, StoredDocument
from index.query.words import KINDS, OUTCOMES, folded
from index.results import UnitKind
from ui import words
from ui.api.answers.desk import Desk, part
from ui.api.asked import DocumentsAsked, PageAsked, Suggested, SuggestionsAsked, span
from ui.api.models.holdings import BoardPage, DocumentPage, HealthAnswer, SuggestionList

Row = dict[str, object]


def documents(desk: Desk, asked: DocumentsAsked) -> DocumentPage:
    """List documents, the latest meeting first, with what is missing in each."""
    known = desk.library.boards() if asked.board else ()
    spellings = {spelling for name in asked.board for spelling in resolve(name, known)}
    years = span(asked.year)
    kept = [
        one
        for one in desk.library.documents()
        if (not spellings or one.record.meeting.board in spellings)
        and (years is None or years[0] <= int((one.record.meeting.date or "0")[:4]) <= years[1])
        and (not asked.gaps or one.record.missing_numbers or one.record.problems)
    ]
    kept.sort(key=lambda one: (one.record.meeting.date or "", one.record.file), reverse=True)
    total, shown = part(kept, asked.offset, asked.limit)
    return DocumentPage.model_validate(
        {
            "total": total,
            "offset": asked.offset,
            "limit": asked.limit,
            "items": [_document_row(desk, one) for one in shown],
            "coverage": desk.coverage(),
        }
    )


def boards(desk: Desk, asked: PageAsked) -> BoardPage:
    """List boards, most paragraphs first, with how much of each there is and how far it reaches."""
    held = _by_board(desk.library.documents())
    total, shown = part(desk.library.boards(), asked.offset, asked.limit)
    return BoardPage.model_validate(
        {
            "total": total,
            "offset": asked.offset,
            "limit": asked.limit,
            "items": [
                _board_row(board, [one for name in board.spellings for one in held.get(name, ())]) for board in shown
            ],
            "coverage": desk.coverage(),
        }
    )


def suggestions(desk: Desk, asked: SuggestionsAsked) -> SuggestionList:
    """List values that a filter can have, those of which some word begins so."""
    begun = folded(asked.q)
    values = [
        {"value": value, "label": label}
        for value, label in _values(desk.library, asked.field)
        if not begun or any(f" {folded(one)}".find(f" {begun}") >= 0 for one in (value, label))
    ]
    return SuggestionList.model_validate({"field": asked.field, "values": values[: asked.limit]})


def health(library: Library) -> HealthAnswer:
    """Tell whether the library can be read; never raises what the library raises."""
    told: Row = dict.fromkeys(HealthAnswer.model_fields)
    told |= {"status": "ok", "version": version("protokollspar")}
    try:
        covered, state = library.coverage(), library.health()
    except LibraryError as error:
        return HealthAnswer.model_validate({**told, "status": "fel", "reason": str(error)})
    return HealthAnswer.model_validate(
        {
            **told,
            "documents": covered.documents,
            "paragraphs": covered.paragraphs,
            "date_last": covered.date_last,
            "model": state.model,
            "texts": state.texts,
            "vectors": state.vectors,
            "indexes_current": state.indexes_current,
        }
    )


def _document_row(desk: Desk, one: StoredDocument) -> Row:
    record = one.record
    return {
        "id": one.id,
        "file": record.file,
        "kind": record.kind,
        "organisation": record.meeting.organisation,
        "board": record.meeting.board,
        "date": record.meeting.date,
        "title": record.title,
        "pages": record.pages,
        "paragraphs": one.paragraphs,
        "missing_numbers": record.missing_numbers,
        "problems": [{"page": problem.page, "what": problem.what} for problem in record.problems],
        "ocr_pages": [
            {"page": page.page, "confidence": page.confidence, "reason": page.reason} for page in record.ocr_pages
        ],
        "added": one.added,
        "file_url": f"{desk.base}/file/{one.id}",
    }


def _by_board(held: Iterable[StoredDocument]) -> Mapping[str, list[StoredDocument]]:
    found: dict[str, list[StoredDocument]] = defaultdict(list)
    for one in held:
        found[one.record.meeting.board or ""].append(one)
    return found


def _board_row(board: BoardName, held: Sequence[StoredDocument]) -> Row:
    dates = [one.record.meeting.date for one in held if one.record.meeting.date]
    return {
        "name": board.name,
        "abbreviation": board.abbreviation,
        "spellings": board.spellings,
        "paragraphs": board.paragraphs,
        "documents": len(held),
        "date_first": min(dates, default=None),
        "date_last": max(dates, default=None),
        "missing_numbers": sum(len(one.record.missing_numbers) for one in held),
        "problem_pages": sum(len(one.record.problems) for one in held),
    }


def _values(library: Library, field: Suggested) -> Iterator[tuple[str, str]]:
    """Yield value and label of everything that a filter can be."""
    match field:
        case Suggested.BOARD:
            for board in library.boards():
                yield board.name, f"{board.name} ({board.abbreviation})" if board.abbreviation else board.name
        case Suggested.PARTY:
            yield from ((party, party) for party in library.parties())
        case Suggested.PERSON:
            for person in library.persons():
                yield person.name, f"{person.name} ({', '.join(person.parties)})" if person.parties else person.name
        case Suggested.ORGANISATION:
            found = (one.record.meeting.organisation for one in library.documents())
            yield from ((name, name) for name in sorted({name for name in found if name}))
        case Suggested.OUTCOME:
            yield from ((name, words.outcome(value)) for name, value in OUTCOMES.items())
        case Suggested.KIND:
            yield from ((value, name) for name, value in KINDS.items() if isinstance(value, UnitKind))
