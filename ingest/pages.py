"""Pages of a stored file as people see them: image, size and text of one page. Pages are numbered from 1.

Files that are no PDFs are shown as they were set for reading, so that the words marked on a page are where they are.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2

from ingest import formats
from ingest.errors import UnreadableFileError
from ingest.lines import Page, read_page

_JPEG_QUALITY = 82


@contextmanager
def _opened(path: Path, page: int) -> Iterator[Any]:
    try:
        pdf = pypdfium2.PdfDocument(path)
    except (OSError, pypdfium2.PdfiumError) as error:
        raise UnreadableFileError(f"{path.name}: filen kan inte öppnas. Läs in den på nytt.") from error
    try:
        if not 1 <= page <= len(pdf):
            raise UnreadableFileError(f"{path.name}: sida {page} finns inte; filen har {len(pdf)} sidor.")
        opened = pdf[page - 1]
        try:
            yield opened
        finally:
            opened.close()
    finally:
        pdf.close()


def render_page(pdf_path: Path, page: int, *, scale: float) -> bytes:
    """Return the page as a JPEG; ``scale`` 1.0 is 72 dots an inch."""
    if formats.reads(pdf_path):
        from ingest.formats.picture import drawn  # noqa: PLC0415 - most files are PDFs

        return drawn(_set_page(pdf_path, page), scale=scale)
    with _opened(pdf_path, page) as opened:
        image = opened.render(scale=scale).to_pil().convert("RGB")
        target = io.BytesIO()
        image.save(target, "JPEG", quality=_JPEG_QUALITY)
        return target.getvalue()


def page_size(pdf_path: Path, page: int) -> tuple[float, float]:
    """Return width and height in PDF points, as displayed."""
    if formats.reads(pdf_path):
        found = _set_page(pdf_path, page)
        return found.width, found.height
    with _opened(pdf_path, page) as opened:
        width, height = opened.get_size()
        return float(width), float(height)


def page_text(pdf_path: Path, page: int) -> str:
    """Return the page's lines from the top down, one a line."""
    if formats.reads(pdf_path):
        return "\n".join(line.text for line in _set_page(pdf_path, page).lines)
    with _opened(pdf_path, page) as opened:
        return "\n".join(line.text for line in read_page(opened, page).lines)


def _set_page(path: Path, page: int) -> Page:
    """Return a page of a file that is no PDF."""
    try:
        pages = formats.read_pages(path.name, path.suffix.lower(), path.read_bytes())
    except OSError as error:
        raise UnreadableFileError(f"{path.name}: filen kan inte öppnas. Läs in den på nytt.") from error
    if not 1 <= page <= len(pages):
        raise UnreadableFileError(f"{path.name}: sida {page} finns inte; filen har {len(pages)} sidor.")
    return pages[page - 1]
