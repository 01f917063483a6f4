"""One trace in any of its forms: what the command writes and the page hands over."""

from __future__ import annotations

from datetime import datetime

from index.results import Trace


def written(found: Trace, form: str) -> str | bytes:
    """Return a trace as text, jsonl, csv, svg, html or docx; today is the day on which it was made."""
    if form in ("svg", "html", "docx"):
        return _file(found, form)
    from ui import rows, shell, text  # noqa: PLC0415 - keeps --help fast

    if form == "jsonl":
        return "\n".join(shell.jsonl(map(rows.event_row, found.events)))
    if form == "csv":
        return "\n".join(shell.csv_lines(map(rows.event_row, found.events), rows.EVENT_COLUMNS))
    return text.trace(found)


def _file(found: Trace, form: str) -> str | bytes:
    from ui.trace_outputs import briefing, page, picture  # noqa: PLC0415 - keeps --help fast

    today = datetime.now().astimezone().date()
    if form == "svg":
        return picture.svg(found)
    return page.html(found, today) if form == "html" else briefing.docx(found, today)
