"""A page of a text file drawn as it was set, word by word at its place, for people to see what is quoted.

It is set in Courier, which every PDF reader has and whose letters are as wide as the places they are given.
"""

from __future__ import annotations

import ctypes
import io
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.formats.setting import ADVANCE, SIZE
from ingest.lines import Page, Word

_JPEG_QUALITY = 82
_TALLEST = 24_000
"""Dots: a taller page is drawn smaller, for a picture of many hundred million dots fits no ordinary memory."""
_COURIER = 0.6  # the width of Courier's letters in shares of the type
_TYPE = ADVANCE / SIZE / _COURIER


def drawn(page: Page, *, scale: float) -> bytes:
    """Return the page as a JPEG; ``scale`` 1.0 is 72 dots an inch, less is taken where a page is very tall."""
    pdf = pypdfium2.PdfDocument.new()
    try:
        sheet = pdf.new_page(page.width, page.height)
        fonts = {bold: _font(pdf, bold=bold) for bold in (False, True)}
        for line in page.lines:
            for word in line.words:
                _put(pdf, sheet, fonts[word.bold], word, page.height)
        pdfium.FPDFPage_GenerateContent(sheet.raw)
        image = sheet.render(scale=min(scale, _TALLEST / page.height)).to_pil().convert("RGB")
        sheet.close()
    finally:
        pdf.close()
    target = io.BytesIO()
    image.save(target, "JPEG", quality=_JPEG_QUALITY)
    return target.getvalue()


def _font(pdf: Any, *, bold: bool) -> Any:
    return pdfium.FPDFText_LoadStandardFont(pdf.raw, b"Courier-Bold" if bold else b"Courier")


def _put(pdf: Any, sheet: Any, font: Any, word: Word, height: float) -> None:
    """Write a word with its base line where it was set; pdfium counts from the lower edge."""
    letters = pdfium.FPDFPageObj_CreateTextObj(pdf.raw, font, _TYPE * word.size)
    encoded = (word.text + "\0").encode("utf-16-le")
    buffer = ctypes.cast(ctypes.create_string_buffer(encoded), ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFText_SetText(letters, buffer)
    pdfium.FPDFPageObj_Transform(letters, 1, 0, 0, 1, word.box.x0, height - word.base)
    pdfium.FPDFPage_InsertObject(sheet.raw, letters)
