"""Writes the PDFs of the demo collection and pages.json beside them.

Owns the files it writes. Always: a PDF whose inputs have not changed is left alone, a PDF that nothing stands behind is
removed, and pages.json names for every PDF the hash of its inputs, the hash of its bytes and its paragraphs' pages.
Leaves out what is printed (sheets, pages).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data.typeset.collection import DEMO, load_collection, sheets
from data.typeset.pages import inputs_hash, typeset
from data.typeset.sheets import Sheet

Record = dict[str, Any]


def build(folder: Path = DEMO) -> list[str]:
    """Typeset what has changed in ``folder`` and return the names of the PDFs written."""
    wanted = sheets(load_collection(folder))
    known = read_pages(folder)
    output = folder / "pdf"
    output.mkdir(parents=True, exist_ok=True)
    _remove_strangers(output, wanted)
    written = [sheet for sheet in wanted if not _up_to_date(output, sheet, known.get(sheet.file))]
    fresh = {sheet.file: _write(output, sheet) for sheet in written}
    pages = {sheet.file: fresh.get(sheet.file) or known[sheet.file] for sheet in wanted}
    text = json.dumps(pages, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "pages.json").write_text(f"{text}\n", encoding="utf-8")
    return [sheet.file for sheet in written]


def read_pages(folder: Path = DEMO) -> dict[str, Record]:
    """Return pages.json, empty where there is none yet."""
    path = folder / "pages.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _up_to_date(output: Path, sheet: Sheet, known: Record | None) -> bool:
    path = output / sheet.file
    return (
        known is not None
        and path.exists()
        and known["inputs"] == inputs_hash(sheet)
        and known["pdf"] == file_hash(path)
    )


def _write(output: Path, sheet: Sheet) -> Record:
    done = typeset(sheet)
    path = output / sheet.file
    path.write_bytes(done.pdf)
    paragraphs = {str(number): list(pages) for number, pages in done.paragraphs.items()}
    return {"inputs": inputs_hash(sheet), "pdf": file_hash(path), "paragraphs": paragraphs}


def _remove_strangers(output: Path, wanted: Sequence[Sheet]) -> None:
    """Remove PDFs that no YAML stands behind: a demo library must hold nothing that has no gold."""
    names = {sheet.file for sheet in wanted}
    for path in output.glob("*.pdf"):
        if path.name not in names:
            path.unlink()
