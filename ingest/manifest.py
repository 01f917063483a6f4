"""A manifest beside the files supplies what a file itself does not print.

``manifest.csv`` in the file's folder, UTF-8, comma or semicolon, columns file, organisation, board, date (only
``file`` is needed). What the file prints wins; nothing else is ever guessed.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from ingest.errors import ReadingError
from ingest.records import Meeting

NAME = "manifest.csv"
_FIELDS = ("organisation", "board", "date")


def supplied(path: Path, meeting: Meeting) -> Meeting:
    """Return the meeting with what it lacks taken from the manifest beside ``path``, if there is one."""
    row = _row(path)
    return replace(
        meeting,
        organisation=meeting.organisation or row.get("organisation") or None,
        board=meeting.board or row.get("board") or None,
        date=meeting.date or row.get("date") or None,
    )


def _row(path: Path) -> dict[str, str]:
    manifest = path.parent / NAME
    if not manifest.is_file():
        return {}
    try:
        text = manifest.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadingError(f"{manifest.name}: filen är inte UTF-8. Spara den som CSV (UTF-8).") from error
    rows = list(csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.partition("\n")[0] else ","))
    if rows and "file" not in rows[0]:
        raise ReadingError(f"{manifest.name}: kolumnen file saknas. Kolumner som läses: file, {', '.join(_FIELDS)}.")
    return next(
        (
            {k: (v or "").strip() for k, v in row.items() if k}
            for row in rows
            if (row["file"] or "").strip() == path.name
        ),
        {},
    )
