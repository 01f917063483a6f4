"""The view Protokoll, answered: all meetings, one protocol, or one paragraph, as the address asks."""

from __future__ import annotations

from index.errors import NotInLibraryError
from index.library import StoredDocument
from index.meetings import gaps, named, nearest
from ui.page.html import Markup, join
from ui.page.protocols import corrections, found, overview, paragraph, protocol
from ui.page.protocols.asked import wanted
from ui.page.service import Service
from ui.page.state import PageState


def answer(service: Service, state: PageState) -> Markup:
    """Return what the view shows."""
    if state.one("visa"):
        return _paragraph(service, state, state.one("visa"))
    if state.one("protokoll"):
        return _protocol(service, state, state.one("protokoll"))
    if state.one("hitta"):
        return _found(service, state, state.one("hitta"))
    return _overview(service, state)


def _overview(service: Service, state: PageState) -> Markup:
    library = service.library
    meetings = library.meetings()
    asked = wanted(state, library.boards())
    between = tuple(gap for gap in gaps(meetings) if asked.has_row(gap.row))
    shown = overview.Overview(
        meetings, asked.among(meetings), between, library.coverage(), narrowed=asked.narrows, takes=service.takes_files
    )
    made = library.corrections() if not asked.narrows else ()
    return join([overview.overview(shown, state), corrections.listed(made)])


def _found(service: Service, state: PageState, text: str) -> Markup:
    """Return the paragraph or the meeting that a name means; where there is none, those nearest to it."""
    library = service.library
    try:
        return _paragraph(service, state, library.find_paragraph(text))
    except NotInLibraryError as error:
        meetings, boards = library.meetings(), library.boards()
        held = named(text, meetings, boards)
        if len(held) == 1 and "§" not in text:
            return _protocol(service, state, held[0].document.id)
        return found.several(text, held, nearest(text, meetings, boards), state, reason=str(error))


def _protocol(service: Service, state: PageState, document_id: str) -> Markup:
    document = _document(service, document_id)
    library = service.library
    outdated = any(one.id == document_id for one in library.outdated())
    checked = library.check_document(document_id) if state.one("prova") else None
    shown = protocol.Protocol(
        document,
        library.paragraphs_of(document_id),
        tuple(one for one in library.corrections() if one.file == document.record.file),
        checked,
        outdated=outdated,
        may_write=service.may_write,
    )
    return protocol.protocol(shown, state, library.masker())


def _paragraph(service: Service, state: PageState, paragraph_id: str) -> Markup:
    library = service.library
    stored = library.paragraph(paragraph_id)
    around = library.heads_of(stored.head.document_id)
    at = next(place for place, head in enumerate(around) if head.id == paragraph_id)
    shown = paragraph.Shown(
        stored,
        {field.name: field for field in library.shown(paragraph_id).fields},
        before=around[at - 1] if at else None,
        after=around[at + 1] if at + 1 < len(around) else None,
        may_write=service.may_write,
    )
    return paragraph.record(shown, state)


def _document(service: Service, document_id: str) -> StoredDocument:
    for document in service.library.documents():
        if document.id == document_id:
            return document
    raise NotInLibraryError("Protokollet finns inte i biblioteket. Det kan ha tagits bort.")
