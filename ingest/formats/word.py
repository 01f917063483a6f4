"""Word files (docx): paragraphs with the level of their style, numbers and bullets of lists, tables, page heads.

Text that was struck by a tracked change is left out, inserted text is kept. Word prints numbers of lists and headings
that stand nowhere in the text: ``word_lists`` counts them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from ingest.errors import UnreadableFileError
from ingest.formats.parts import BODY, Block, Cell, Part, Rule, Run, Table
from ingest.formats.word_lists import Numbering, xml_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|rubrik) ?(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|rubrik|titel)$", re.IGNORECASE)
_MOST_BYTES = 300 << 20  # unpacked: a file that grows beyond this was made to do harm
_LEVELS = 6


def parts(name: str, content: bytes) -> list[Part]:
    """Return the parts of a Word file. Raises UnreadableFileError for what is none, or is broken or encrypted."""
    import docx  # noqa: PLC0415 - slow to import, and only Word files need it

    if _unpacked(content) > _MOST_BYTES:
        raise UnreadableFileError(f"{name}: filen är orimligt stor när den packas upp och läses inte.")
    try:
        return list(_parts(docx.Document(io.BytesIO(content))))
    except Exception as error:  # a broken package fails in as many ways as it has parts
        raise UnreadableFileError(
            f"{name}: filen är ingen hel Word-fil (docx), eller så är den krypterad. Öppna den i Word, spara en ny "
            "kopia utan lösenord och läs in den."
        ) from error


def _parts(document: Any) -> Iterator[Part]:
    numbering = Numbering(document)
    for section in list(document.sections)[:1]:
        for paragraph in section.header.paragraphs:
            yield from _block(paragraph, numbering, head=True)
        for table in section.header.tables:
            yield from (block for row in table.rows for cell in row.cells for block in _head_blocks(cell, numbering))
    yield from _body(document, numbering)


def _unpacked(content: bytes) -> int:
    """Return how many bytes a package says that it holds; 0 for what is no package."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return sum(info.file_size for info in packed.infolist())
    except zipfile.BadZipFile:
        return 0


def _head_blocks(cell: Any, numbering: Numbering) -> Iterator[Block]:
    for paragraph in cell.paragraphs:
        yield from _block(paragraph, numbering, head=True)


def _body(container: Any, numbering: Numbering) -> Iterator[Part]:
    for item in container.iter_inner_content():
        if hasattr(item, "rows"):
            yield _table(item, numbering)
        else:
            yield from _paragraph(item, numbering)


def _paragraph(paragraph: Any, numbering: Numbering) -> Iterator[Part]:
    yield from _block(paragraph, numbering)
    if xml_of(paragraph).find(f"{_W}pPr/{_W}pBdr/{_W}bottom") is not None and not paragraph.text.strip():
        yield Rule()


def _block(paragraph: Any, numbering: Numbering, *, head: bool = False) -> Iterator[Block]:
    runs = tuple(_runs(paragraph))
    if any(run.text.strip() for run in runs):
        level = _level(paragraph)
        marker = "" if head else numbering.marker(paragraph)
        columns = any("\t" in run.text for run in runs)
        runs = tuple(Run(run.text.replace("\t", " " * 8), run.bold) for run in runs)
        yield Block(runs, level, marker, head, columns=columns)


def _runs(paragraph: Any) -> Iterator[Run]:
    """Yield the runs of a paragraph, those in links and insertions too."""
    from docx.text.run import Run as WordRun  # noqa: PLC0415 - see _opened

    heavy = bool(paragraph.style is not None and _bold_style(paragraph.style))
    for element in xml_of(paragraph).iter(f"{_W}r"):
        if any(parent.tag == f"{_W}del" for parent in element.iterancestors()):
            continue
        run = WordRun(element, paragraph)
        if run.text:
            bold = run.bold if run.bold is not None else heavy or _bold_style(run.style)
            yield Run(run.text, bool(bold))


def _bold_style(style: Any) -> bool:
    while style is not None:
        if style.font.bold is not None:
            return bool(style.font.bold)
        style = style.base_style
    return False


def _level(paragraph: Any) -> int:
    """Return the level of a heading by its style's name or outline, 0 for running text."""
    style = paragraph.style
    while style is not None:
        match = _HEADING.match(style.name or "")
        if match:
            return min(int(match[1]), _LEVELS)
        if _TITLE.match(style.name or ""):
            return 1
        outline = style.element.find(f"{_W}pPr/{_W}outlineLvl")
        if outline is not None and str(outline.get(f"{_W}val", "9")).isdigit():
            level = int(outline.get(f"{_W}val")) + 1
            return level if level <= _LEVELS else BODY
        style = style.base_style
    return BODY


def _table(table: Any, numbering: Numbering) -> Table:
    """Return a table; a cell that reaches over several columns is given once."""
    rows = []
    for row in table.rows:
        seen: set[int] = set()
        cells: list[Cell] = []
        for cell in row.cells:
            again = id(xml_of(cell)) in seen
            seen.add(id(xml_of(cell)))
            cells.append(() if again else tuple(_cell_blocks(cell, numbering)))
        rows.append(tuple(cells))
    width = max((len(row) for row in rows), default=0)
    return Table(tuple((*row, *[()] * (width - len(row))) for row in rows))


def _cell_blocks(cell: Any, numbering: Numbering) -> Iterator[Block]:
    for part in _body(cell, numbering):
        if isinstance(part, Block):
            yield part
        elif isinstance(part, Table):
            yield from (block for row in part.rows for inner in row for block in inner)
