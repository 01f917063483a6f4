"""Is a page's text there and can it be trusted? What is not is named, so that nothing is lost in silence.

A text layer is damaged where glyphs lost their letters: whole words of common kind come out short ("tll", "informaton",
"ffr") or as words that no Swedish text has. Judged by the language alone, on pages with enough running text.
"""

from __future__ import annotations

import re
from typing import Any

import pypdfium2.raw as pdfium

from ingest.lines import Page
from ingest.records import PageProblem

_FEW_LETTERS = 25
_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWELLESS = re.compile(r"[^aeiouyåäöéAEIOUYÅÄÖ]{4,}")
# Common words and endings with a letter pair (ti, tt, fi, ff, fö) lost: "tll", "at", "et", "organisaton", "utormning"
_SHORT = re.compile(
    r"tll|at|et|ffr|fömr|ocn|tdigare|\w{2,}(?:ak|nk|ek|ra|sa|na|ka|va|ta|ma)ton(?:en|er|erna|s)?"
    r"|\w*(?:utorm|efektv|ofcie)\w*"
)
_SHARE = 0.02
_ODD_SHARE = 0.06
_ENOUGH_WORDS = 30
_ENOUGH_SIGNS = 2
_LONGEST_WORD = 45
_COMMON = frozenset(
    [
        "och",
        "att",
        "i",
        "en",
        "av",
        "för",
        "till",
        "på",
        "är",
        "som",
        "det",
        "den",
        "de",
        "med",
        "om",
        "ett",
        "har",
        "från",
        "vid",
        "inte",
        "ska",
        "eller",
    ]
)
_LEAST_COMMON = 0.05
_RUNNING_LINE = 6  # words: lines of lists and tables are short
_UNKNOWN = "\ufffd"


def page_problem(page: Any, read: Page) -> PageProblem | None:
    """Return what is wrong with a page's text, or None; an empty page without pictures is no problem."""
    text = " ".join(line.text for line in read.lines)
    if sum(map(str.isalpha, text)) < _FEW_LETTERS and _has_picture(page):
        return PageProblem(
            read.number,
            "Sidan är en bild utan läsbar text. Läs in en version med textlager eller en inskannad med OCR.",
        )
    if is_damaged(text) or _is_foreign(read):
        return PageProblem(read.number, "Sidans textlager verkar skadat. Jämför med sidbilden innan texten citeras.")
    return None


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def is_damaged(text: str) -> bool:
    """Tell whether words of a text have lost letters, or cannot be words at all."""
    words = _WORD.findall(text)
    unknown = text.count(_UNKNOWN)
    if unknown > max(1, _ODD_SHARE * len(words)):
        return True
    short = sum(1 for w in words if _SHORT.fullmatch(w))
    if short >= _ENOUGH_SIGNS and short >= _SHARE * len(words):
        return True
    odd = sum(1 for w in words if len(w) > _LONGEST_WORD or (_VOWELLESS.fullmatch(w) and not w.isupper()))
    return len(words) >= _ENOUGH_WORDS and odd > _ODD_SHARE * len(words)


def _is_foreign(read: Page) -> bool:
    """Tell whether running text has next to none of the words that every Swedish text is full of."""
    words = [
        w for line in read.lines if len(line.words) >= _RUNNING_LINE for w in _WORD.findall(line.text) if w.islower()
    ]
    return len(words) >= 2 * _ENOUGH_WORDS and sum(w in _COMMON for w in words) < _LEAST_COMMON * len(words)
