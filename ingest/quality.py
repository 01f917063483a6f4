"""Is a page's text there and can it be trusted? What is not is named, so that nothing is lost in silence."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2.raw as pdfium

from ingest.lines import Page
from ingest.records import PageProblem

_FEW_LETTERS = 25
_LETTERS = re.compile(r"[a-zåäöéA-ZÅÄÖ]{2,}")
_VOWELLESS = re.compile(r"^[^aeiouyåäöéAEIOUYÅÄÖ]{4,}$")
_ODD_SHARE = 0.06
_ENOUGH_WORDS = 30
_LONGEST_WORD = 32


def page_problem(page: Any, read: Page) -> PageProblem | None:
    """Return what is wrong with a page's text, or None; an empty page without pictures is no problem."""
    text = " ".join(line.text for line in read.lines)
    letters = sum(map(str.isalpha, text))
    if letters < _FEW_LETTERS and _has_picture(page):
        return PageProblem(
            read.number,
            "Sidan är en bild utan läsbar text. Läs in en version med textlager eller en inskannad med OCR.",
        )
    if _damaged(text):
        return PageProblem(read.number, "Sidans textlager verkar skadat. Jämför med sidbilden innan texten citeras.")
    return None


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _damaged(text: str) -> bool:
    """Tell whether many words of a text cannot be Swedish: replacement signs, no vowels, letters run together."""
    words = _LETTERS.findall(text)
    if len(words) < _ENOUGH_WORDS:
        return "\ufffd" in text
    odd = sum(1 for w in words if len(w) > _LONGEST_WORD or (_VOWELLESS.match(w) and not w.isupper()))
    return odd > _ODD_SHARE * len(words) or text.count("\ufffd") > _ODD_SHARE * len(words)
