"""What a page draws, by kind, told in rows of calls: pages are many, and most draw nothing that anybody asks for.

Always holds: only a page's own objects are listed; what stands inside forms is for the caller to ask pdfium itself.
"""

from __future__ import annotations

from ctypes import c_int, c_void_p, cast
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from ingest.characters import bare

_OBJECT = bare(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
_KIND = bare(pdfium.FPDFPageObj_GetType, c_int, c_void_p)


def kinds_on(opened: Any) -> list[int]:
    """Return the kinds (pdfium's numbers) of the objects of a ``pypdfium2.PdfPage``, in the order they are drawn."""
    page = cast(opened.raw, c_void_p).value
    count = range(max(0, pdfium.FPDFPage_CountObjects(opened.raw)))
    return list(map(_KIND, map(_OBJECT, repeat(page), count)))


def may_have(opened: Any, kind: int) -> bool:
    """Whether a page may draw an object of this kind: one of its own is, or stands in a form."""
    found = kinds_on(opened)
    return kind in found or pdfium.FPDF_PAGEOBJ_FORM in found
