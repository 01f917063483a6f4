"""Is the library whole? Everything that is not is named, with where it is and what to do.

Owns the questions: do the tables agree, is every quote the words of its place, does every text have its vector, is
every copy the file that was read, does every word stand on its page. What always holds: checking changes nothing, and
never stops at the first thing it finds. What a back end can say of itself is left to `Store.faults`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

from index.errors import LibraryError
from index.finding.vectors import VectorIndex
from index.folder import Folder, file_hash
from index.items import items_of
from index.page_check import Expected, expected, strangers
from index.results import Finding
from index.store import Store
from index.stored import Filter, StoredDocument, StoredParagraph
from ingest.errors import UnreadableFileError
from nlp.acts import Range

REREAD = "Läs in filen på nytt: protokollspar ingest --again FIL"
MEND = "Kör protokollspar ingest på någon fil, så räknas det som saknas om."
RESTORE = "Läs in originalfilen igen, så läggs kopian tillbaka: protokollspar ingest FIL"
REREAD_COPY = "Ta bort den skadade kopian och läs in originalfilen igen: protokollspar ingest FIL"
CLEAR = "Ta bort filen, eller låt nästa protokollspar ingest göra det."
BACKUP = "Ta fram databasen ur en säkerhetskopia, eller läs in protokollen i en ny mapp."


def findings(store: Store, folder: Folder, model: str) -> Iterator[Finding]:
    """Yield everything that is not whole in a library whose vectors are of ``model``; nothing when all is."""
    for question in (
        partial(_faults, store),
        partial(_quotes, store),
        partial(_units, store),
        partial(_vectors, store, model),
        partial(_copies, store, folder),
        partial(_derived, store, folder, model),
    ):
        yield from _asked(question)


def document_findings(store: Store, folder: Folder, document_id: str) -> Iterator[Finding]:
    """Yield everything that is not whole in one document: its quotes, its copy, and the places of its words."""
    document = store.document(document_id)
    ids = [head.id for head in store.heads(Filter(documents=(document_id,), duplicates=True))]
    yield from _asked(partial(_quotes, store, ids))
    yield from _asked(partial(_copy, store, folder, document))


def _asked(question: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """Yield the findings of one question; what stops it is a finding too."""
    try:
        yield from question()
    except LibraryError as error:
        yield Finding(str(error), "databasen", BACKUP)


def _faults(store: Store) -> Iterator[Finding]:
    for fault in store.faults():
        yield Finding(fault.what, fault.where, MEND if fault.where.startswith("vektor") else REREAD)


def _quotes(store: Store, ids: Collection[str] | None = None) -> Iterator[Finding]:
    for one in store.paragraphs(ids):
        for what in _wrong_quotes(one):
            yield Finding(what, cited(one), REREAD)


def _wrong_quotes(one: StoredParagraph) -> Iterator[str]:
    """Yield what is said to stand at a place of the text where it does not."""
    paragraph, text = one.paragraph, one.paragraph.text
    for section in paragraph.sections:
        if not _inside(section.range, text):
            yield f'avsnittet "{section.heading or section.kind}" ligger utanför paragrafens text'
    if paragraph.title_ranges and _bare(_words(text, paragraph.title_ranges)) != _bare(paragraph.title):
        yield "rubriken är inte de ord som står på dess plats"
    for kind, position, act in items_of(paragraph.acts):
        if not all(_inside(place, text) for place in act.ranges):
            yield f"citatet för {kind} {position + 1} ligger utanför paragrafens text"
        elif hasattr(act, "text") and _bare(_words(text, act.ranges)) != _bare(act.text):
            yield f"citatet för {kind} {position + 1} är inte de ord som står på dess plats"


def _units(store: Store) -> Iterator[Finding]:
    lengths = {one.head.id: (len(one.paragraph.text), cited(one)) for one in store.paragraphs()}
    searched = set()
    for unit in store.units():
        length, where = lengths.get(unit.paragraph_id, (0, unit.paragraph_id))
        searched.add(unit.paragraph_id)
        if unit.unit.range.end > length:
            yield Finding(f"sökenhet {unit.id} ligger utanför paragrafens text", where, REREAD)
    for name, (length, where) in lengths.items():
        if length and name not in searched:
            yield Finding("paragrafen kan inte hittas med sökning: den har inga sökenheter", where, REREAD)


def _vectors(store: Store, model: str) -> Iterator[Finding]:
    missing = len(store.missing_vectors(model))
    if missing:
        yield Finding(f"{missing} texter saknar vektor och kan inte hittas efter mening", f"modellen {model}", MEND)
    for other in store.models():
        if other.name != model:
            cure = "Läs in protokollen i en ny mapp med den modell som ska gälla."
            yield Finding("biblioteket innehåller vektorer av en annan språkmodell", f"modellen {other.name}", cure)


def _copies(store: Store, folder: Folder) -> Iterator[Finding]:
    known = set()
    for document in store.documents():
        known.add(folder.copy_path(document.record.sha256, document.suffix).name)
        yield from _copy(store, folder, document)
    for name in folder.copy_names():
        if name not in known:
            yield Finding("filen hör inte till något dokument i biblioteket", f"files/{name}", CLEAR)


def _copy(store: Store, folder: Folder, document: StoredDocument) -> Iterator[Finding]:
    path = folder.copy_path(document.record.sha256, document.suffix)
    if not path.exists():
        yield Finding(f"bibliotekets kopia saknas ({path})", document.record.file, RESTORE)
    elif file_hash(path) != document.record.sha256:
        yield Finding(f"bibliotekets kopia är inte den fil som lästes ({path})", document.record.file, REREAD_COPY)
    elif document.suffix == ".pdf":
        yield from _places(store, document, path)


def _places(store: Store, document: StoredDocument, path: Path) -> Iterator[Finding]:
    """Look for every word of a document's texts on its page."""
    # What was read from a page's image has no text layer to be compared with.
    seen = {page.page for page in document.record.ocr_pages}
    try:
        astray = strangers(path, (word for word in _expected(store, document) if word.span.page not in seen))
    except UnreadableFileError as error:
        yield Finding(str(error), document.record.file, REREAD)
        return
    for where, words in astray.items():
        first = words[0]
        what = f'{len(words)} ord står inte där de ska, det första är "{first.text}" på sidan {first.span.page}'
        yield Finding(what, where, REREAD)


def _expected(store: Store, document: StoredDocument) -> Iterator[Expected]:
    ids = [head.id for head in store.heads(Filter(documents=(document.id,), duplicates=True))]
    for one in store.paragraphs(ids):
        yield from expected(one.paragraph.text, store.spans(one.head.id), cited(one))
        for part in store.attachments(one.head.id):
            yield from expected(part.text, part.spans, f"{cited(one)}, bilaga {part.title}")


def _derived(store: Store, folder: Folder, model: str) -> Iterator[Finding]:
    """Ask the index over vectors, which mends itself when opened, whether it knows every text."""
    for known in store.models():
        if known.name == model:
            embedded = sum(len(batch.ids) for batch in store.vectors(model))
            indexed = len(VectorIndex(folder.derived, store, model, known.dimensions))
            if indexed != embedded:
                what = f"sökindexet har {indexed} vektorer, databasen {embedded}"
                yield Finding(what, str(folder.derived), f"Ta bort mappen {folder.derived}; den görs om av sig själv.")


def cited(one: StoredParagraph) -> str:
    """Return where a paragraph is, for people: file, § (a document has none) and page."""
    head = one.head
    number = "" if head.number is None else f" § {head.number}"
    return f"{head.file}{number} (s. {head.page_first})"


def _inside(place: Range, text: str) -> bool:
    return 0 <= place.start <= place.end <= len(text)


def _words(text: str, ranges: tuple[Range, ...]) -> str:
    return " ".join(text[place.start : place.end] for place in ranges)


def _bare(text: str) -> str:
    # Pieces of a quote are joined by a blank, by a newline or, where a word was broken, by nothing.
    return "".join(text.split())
