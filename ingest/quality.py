"""Is a page's text there and can it be trusted? What is not is named, so that nothing is lost in silence.

A text layer is damaged where glyphs lost their letters: whole words of common kind come out short ("tll", "informaton",
"ffr") or as words that no Swedish text has. Judged by the language alone, on pages with enough running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from ingest.heads import head_of
from ingest.lines import Line, Page
from ingest.page_objects import may_have
from ingest.records import OcrReason
from nlp.letters import swedishness

_FEW_LETTERS = 25
_SPARSE_LETTERS = 400  # a stamp, a page head or the mark of an archive on a scan
_COVERED = 0.6  # of the page's area
_MANY_PATHS = 200
_MORE, _MOST_OF = 1.5, 0.75  # letters of one reading to those of the other
_ENOUGH_TRIPLES, _ODD_TRIPLES = 250, 0.86  # Swedish text has 0.9 and more; tables of names may have less
_GAIN = 0.01
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


class State(Enum):
    """What a page's text layer is worth."""

    SOUND = auto()
    NONE = auto()
    SPARSE = auto()
    DAMAGED = auto()
    ODD = auto()
    SUSPECT = auto()

    @property
    def reason(self) -> OcrReason:
        """Why a page in this state is read from its image."""
        return OcrReason.SCANNED if self in (State.NONE, State.SPARSE) else OcrReason.DAMAGED


_PROBLEMS = {
    State.NONE: "Sidan är en bild utan läsbar text.",
    State.DAMAGED: "Sidans textlager verkar skadat. Jämför med sidbilden innan texten citeras.",
}


def state_of(opened: Any, read: Page) -> State:
    """Judge the text layer of a ``pypdfium2.PdfPage``.

    NONE: there is next to no text, and something else to see. SPARSE: a little text on a picture that fills the page.
    DAMAGED: letters are lost. ODD: the words look little like Swedish, which names and tables also do. An empty page
    without pictures is sound. (SUSPECT is no page by itself: a sound one in a file with damaged pages.)
    """
    text = " ".join(line.text for line in read.lines)
    letters = sum(map(str.isalpha, text))
    if letters < _FEW_LETTERS and (_has_picture(opened) or _has_drawing(opened)):
        return State.NONE
    if is_damaged(text) or _is_foreign(read):
        return State.DAMAGED
    if letters < _SPARSE_LETTERS and is_covered(opened):
        return State.SPARSE
    share, triples = swedishness(text) if letters >= _FEW_LETTERS else (1.0, 0)
    return State.ODD if triples >= _ENOUGH_TRIPLES and share < _ODD_TRIPLES else State.SOUND


def problem_of(state: State) -> str | None:
    """Return what is wrong with a page that keeps its text layer in this state, in Swedish; None where nothing is."""
    return _PROBLEMS.get(state)


def is_better(seen: Page, printed: Page, state: State) -> bool:
    """Tell whether a reading of a page's image is better than its text layer, by its amount or by its language.

    A reading that lost the head of a paragraph is worse, whatever else it has. The language is that of the lines that
    both have: pictures also show logos.
    """
    seen_letters, printed_letters = (_letters(page.lines) for page in (seen, printed))
    if state is State.NONE:
        return seen_letters >= _FEW_LETTERS
    if state is State.SPARSE:
        return seen_letters > _MORE * printed_letters
    if seen_letters < _MOST_OF * printed_letters or _heads(printed) - _heads(seen):
        return False
    beside = [line for line in seen.lines if any(_is_beside(line, other) for other in printed.lines)]
    seen_text = _text(beside if _letters(beside) >= _MOST_OF * printed_letters else seen.lines)
    gain = swedishness(seen_text)[0] - swedishness(_text(printed.lines))[0]
    if state is State.DAMAGED and not is_damaged(seen_text):
        return gain > -_GAIN
    return gain > (0 if state is State.SUSPECT else _GAIN)


def _text(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _letters(lines: Sequence[Line]) -> int:
    return sum(map(str.isalpha, _text(lines)))


def _is_beside(line: Line, other: Line) -> bool:
    return abs(line.base - other.base) < max(line.size, other.size)


def _heads(page: Page) -> set[int]:
    """Return the numbers of all lines that may open a paragraph."""
    return {head.number for line in page.lines if (head := head_of(line)) is not None}


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _has_drawing(page: Any) -> bool:
    """Tell whether a page draws so many paths that they may be letters turned into outlines."""
    paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)
    return sum(1 for _ in islice(paths, _MANY_PATHS)) == _MANY_PATHS


def is_covered(page: Any) -> bool:
    """Tell whether one picture fills most of a page."""
    if not may_have(page, pdfium.FPDF_PAGEOBJ_IMAGE):
        return False
    width, height = page.get_size()
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > _COVERED * width * height:
            return True
    return False


def is_damaged(text: str) -> bool:
    """Tell whether words of a text have lost letters, or cannot be words at all."""
    words = _WORD.findall(text)
    unknown = text.count(_UNKNOWN)
    if unknown > max(1, _ODD_SHARE * len(words)):
        return True
    signs = [_signs_of(word) for word in words]
    short = sum([is_short for is_short, _ in signs])
    if short >= _ENOUGH_SIGNS and short >= _SHARE * len(words):
        return True
    odd = sum([is_odd for _, is_odd in signs])
    return len(words) >= _ENOUGH_WORDS and odd > _ODD_SHARE * len(words)


@lru_cache(maxsize=1 << 15)  # the words of a collection are few, and come again on every page
def _signs_of(word: str) -> tuple[bool, bool]:
    """Tell whether a word has lost letters, and whether it can be none."""
    if len(word) > _LONGEST_WORD:
        return False, True
    return _SHORT.fullmatch(word) is not None, _VOWELLESS.fullmatch(word) is not None and not word.isupper()


def _is_foreign(read: Page) -> bool:
    """Tell whether running text has next to none of the words that every Swedish text is full of."""
    words = [
        w for line in read.lines if len(line.words) >= _RUNNING_LINE for w in _WORD.findall(line.text) if w.islower()
    ]
    return len(words) >= 2 * _ENOUGH_WORDS and sum(w in _COMMON for w in words) < _LEAST_COMMON * len(words)
