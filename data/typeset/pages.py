"""Compiles sheets to PDF and reads off on which pages each paragraph landed.

Owns the calls to typst. Always: the same sheet, templates and fonts give the same bytes (no clock, no document id from
outside). Page numbers come from typst's own layout, never from reading the PDF back. Leaves out what is set (sheets).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst

from data.typeset.model import CollectionError
from data.typeset.sheets import Sheet

TEMPLATES = Path(__file__).parent / "templates"
# Any fixed moment does: a clock in the file would make every build differ.
_TIMESTAMP = 1_577_836_800  # 2020-01-01 00:00 UTC
# The PDFs are committed, so only building needs these.
_FONTS = ("Liberation Sans", "Liberation Serif")


@dataclass(frozen=True, slots=True)
class Typeset:
    """A set PDF: its bytes, its number of pages and, per § number, its first and last page."""

    pdf: bytes
    paragraphs: Mapping[int, tuple[int, int]]


def typeset(sheet: Sheet) -> Typeset:
    """Return the PDF of ``sheet``; CollectionError where typst refuses or a font is missing."""
    compiler = typst.Compiler(
        TEMPLATES / f"{sheet.template}.typ", root=TEMPLATES, font_paths=_fonts(), sys_inputs={"data": sheet.data}
    )
    try:
        pdf = compiler.compile(format="pdf", timestamp=_TIMESTAMP, pdf_tags=False)
        marks = json.loads(compiler.query("<printed>", field="value"))
    except typst.TypstError as error:
        raise CollectionError(f"{sheet.file}: {error.diagnostic}") from error
    if not isinstance(pdf, bytes):
        raise CollectionError(f"{sheet.file}: typst returned no PDF")
    return Typeset(pdf, _paragraph_pages(marks))


def inputs_hash(sheet: Sheet) -> str:
    """Return the SHA-256 of everything that the PDF of ``sheet`` is made from: its data and the templates."""
    digest = hashlib.sha256(sheet.data.encode())
    for name in ("common", sheet.template):
        digest.update((TEMPLATES / f"{name}.typ").read_bytes())
    return digest.hexdigest()


def _paragraph_pages(marks: list[dict[str, int]]) -> dict[int, tuple[int, int]]:
    """Return first and last page per §; marks with number 0 belong to attachments and documents."""
    pages: dict[int, tuple[int, int]] = {}
    for mark in marks:
        number, page = mark["paragraph"], mark["page"]
        first, last = pages.get(number, (page, page))
        pages[number] = (min(first, page), max(last, page))
    pages.pop(0, None)
    return pages


def missing_fonts() -> tuple[str, ...]:
    """Return the font families that the templates need and this machine lacks."""
    return tuple(sorted(set(_FONTS) - set(_all_fonts().families())))


def _fonts() -> typst.Fonts:
    """Return the machine's fonts, which must hold Liberation (Debian: fonts-liberation)."""
    missing = missing_fonts()
    if missing:
        raise CollectionError(f"fonts missing: {', '.join(missing)}; cure: sudo apt-get install fonts-liberation")
    return _all_fonts()


@cache
def _all_fonts() -> typst.Fonts:
    """Return the machine's fonts; looking for them takes longer than setting a protocol."""
    return typst.Fonts()
