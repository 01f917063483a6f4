"""A trace as a Word document that a secretary can hand out: facts, the table of events with quotes, what was searched.

Always holds: A4 on its side, the table's head comes back on every page and no row is cut in two; the file's properties
name the program and the day, so that the same trace made on the same day is the same document.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from index.results import Trace
from ui.trace_outputs.sheet import COLUMNS, Row, Sheet, sheet_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_WIDTHS_CM = (2.6, 4.4, 3.4, 11.0, 4.3)
_A4_CM = (29.7, 21.0)
_MARGIN_CM = 2.0
_MAKER = "Protokollspår"


def docx(trace: Trace, today: date, notes: Sequence[str] = ()) -> bytes:
    """Return the file."""
    from docx import Document as new_document  # noqa: N813, PLC0415 - half a second that only this form needs

    sheet = sheet_of(trace, today, notes)
    document = new_document()
    _set_page(document, sheet, today)
    document.add_heading(sheet.title, level=0)
    document.add_paragraph(sheet.lead, style="Subtitle")
    _add_facts(document, sheet)
    document.add_heading("Händelser i tidsordning", level=1)
    _add_events(document, sheet)
    if sheet.outside:
        document.add_heading("Nämns men finns inte i biblioteket", level=1)
        for each in sheet.outside:
            document.add_paragraph(each, style="List Bullet")
    document.add_heading("Underlag", level=1)
    for note in sheet.notes:
        document.add_paragraph(note)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: Document, sheet: Sheet, today: date) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415
    from docx.shared import Cm, Pt  # noqa: PLC0415

    section: Any = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(_A4_CM[0]), Cm(_A4_CM[1])
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(_MARGIN_CM))
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    properties: Any = document.core_properties
    properties.title, properties.author, properties.language = sheet.title, _MAKER, "sv-SE"
    properties.created = properties.modified = datetime.combine(today, time())
    foot: Any = section.footer.paragraphs[0]
    foot.text = f"{sheet.title} – sammanställt av {_MAKER} {today.isoformat()}"


def _add_facts(document: Document, sheet: Sheet) -> None:
    for name, value in sheet.facts:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = 0
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(value)


def _add_events(document: Document, sheet: Sheet) -> None:
    table = document.add_table(rows=1, cols=len(COLUMNS))
    table.style = "Table Grid"
    table.autofit = False
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    _keep(table.rows[0], "tblHeader")
    for row in sheet.rows:
        _add_row(table, row)
    _set_widths(table)


def _add_row(table: Table, row: Row) -> None:
    added: Any = table.add_row()  # type: ignore[no-untyped-call]
    _keep(added, "cantSplit")
    cells = added.cells
    for cell, text in zip(cells, (row.date, row.where, row.happened, row.title, row.citation), strict=True):
        cell.paragraphs[0].add_run(text)
    decided = cells[3]
    decided.paragraphs[0].runs[0].bold = True
    if row.quote:
        decided.add_paragraph(f"”{row.quote}”")
    for each in row.after:
        decided.add_paragraph(each).runs[0].italic = True


def _keep(row: Any, rule: str) -> None:
    """Set a rule of a row that python-docx has no name for: "tblHeader" repeats it, "cantSplit" keeps it whole."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{rule}"))  # noqa: SLF001 - the documented way to what it lacks


def _set_widths(table: Table) -> None:
    from docx.shared import Cm  # noqa: PLC0415

    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS_CM, strict=True):
            cell.width = Cm(width)
