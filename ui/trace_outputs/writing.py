"""One trace in any of its forms: what the command writes and the page hands over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from index.results import Trace


def written(found: Trace, form: str, notes: Sequence[str] = ()) -> str | bytes:
    """Return a trace as text, jsonl, csv, xlsx, svg, html or docx; today is the day on which it was made.

    ``notes`` are what a reader of the html or docx must know of it besides.
    """
    if form in ("svg", "html", "docx"):
        return _file(found, form, notes)
    if form == "xlsx":
        return _workbook(found)
    from ui import rows, shell, text  # noqa: PLC0415 - keeps --help fast

    if form == "jsonl":
        return "\n".join(shell.jsonl(map(rows.event_row, found.events)))
    if form == "csv":
        return "\n".join(shell.csv_lines(map(rows.event_row, found.events), rows.EVENT_COLUMNS))
    return text.trace(found)


def _workbook(found: Trace) -> bytes:
    from ui import rows, table_file  # noqa: PLC0415 - keeps --help fast

    table = table_file.Table("händelser", rows.EVENT_COLUMNS, map(rows.event_row, found.events))
    return table_file.workbook([table])


def _file(found: Trace, form: str, notes: Sequence[str]) -> str | bytes:
    from ui.trace_outputs import briefing, page, picture  # noqa: PLC0415 - keeps --help fast

    today = datetime.now().astimezone().date()
    if form == "svg":
        return picture.svg(found)
    return page.html(found, today, notes) if form == "html" else briefing.docx(found, today, notes)
