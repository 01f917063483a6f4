"""One trace in any of its forms: what the command writes and the page hands over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from index.results import Trace


def written(found: Trace, form: str, notes: Sequence[str] = ()) -> str | bytes:
    """Return a trace as text, jsonl, csv, xlsx, svg, html or docx; today is the day on which it was made.

    ``notes`` are what a reader must know of it besides: that it was narrowed. A csv stays a clean table without them.
    """
    if form in ("svg", "html", "docx"):
        return _file(found, form, notes)
    if form == "xlsx":
        return _workbook(found, notes)
    from ui import rows, shell, text  # noqa: PLC0415 - keeps --help fast

    if form == "jsonl":
        return "\n".join(shell.jsonl(map(rows.event_row, found.events)))
    if form == "csv":
        return "\n".join(shell.csv_lines(map(rows.event_row, found.events), rows.EVENT_COLUMNS))
    return text.trace(found)


def _workbook(found: Trace, notes: Sequence[str]) -> bytes:
    from ui import rows, table_file  # noqa: PLC0415 - keeps --help fast

    name = "händelser (urval)" if notes else "händelser"
    tables = [table_file.Table(name, rows.EVENT_COLUMNS, map(rows.event_row, found.events))]
    if notes:
        tables.append(table_file.Table("urval", ("urval",), [{"urval": note} for note in notes]))
    return table_file.workbook(tables)


def _file(found: Trace, form: str, notes: Sequence[str]) -> str | bytes:
    from ui.trace_outputs import briefing, page, picture  # noqa: PLC0415 - keeps --help fast

    today = datetime.now().astimezone().date()
    if form == "svg":
        return picture.svg(found, notes)
    return page.html(found, today, notes) if form == "html" else briefing.docx(found, today, notes)
