"""Section signs in recognised text, which the Swedish model of Tesseract does not know and reads as 8, $, & or S.

Told by their ink: a section sign reaches below the base line and is taller than a figure, where none of these is. The
base line is that of the letters beside it, for a line's own is pulled down by the sign. In pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from statistics import median
from typing import TYPE_CHECKING

from ingest.ocr_engine import Seen, SeenLine

if TYPE_CHECKING:
    from ingest.ocr_image import Dark

LIKE_SECTION_SIGN = frozenset("8$&S%6B£€§")
# Of the type's height: § reaches 0.05 to 0.14 below the base line and is 0.87 high; 8 and S hang 0.03, 0.76 high.
_BELOW, _TALL, _TALLEST = 0.04, 0.8, 1.15
_TALLER = 1.08  # times a figure: § is 1.1 to 1.2
_HANGING = frozenset("gjpqyQÇçþ8S")  # letters below the base line, and those that may be misread signs
_RANGE = re.compile(r"\d{1,3}[8$&S§]?[-–]\d{1,3}[8$&S§]?")
_ENOUGH = 2  # letters that show where the base line is
_YEARED = 4  # figures behind a section sign: no protocol has so many paragraphs, but "47/24" is misread as 47124
_SLANT = 0.3  # of its width: how far a stroke's top stands to the right of its foot


@dataclass(frozen=True)
class _Beside:
    """What the letters beside a word show: their base line, and how tall a figure is where there are any."""

    base: float
    figure: float | None


def with_section_signs(seen: Seen, line: SeenLine, ink: Dark) -> Iterator[Seen]:
    """Part the section signs at either end of a word from the rest: "811" whose 8 hangs is "§ 11", "138" "13 §"."""
    if not LIKE_SECTION_SIGN & {seen.text[:1], seen.text[-1:]}:
        yield seen
        return
    glyphs = _glyphs(seen.box, ink)
    extents = [_extent(glyph, seen.box, ink) for glyph in glyphs]
    if _RANGE.fullmatch(seen.text) and len(glyphs) == len(seen.text):
        yield replace(seen, text=_range(seen.text, extents, line.size))
        return
    signs = _signs(extents, _beside(seen, line, ink), line.size)
    if all(signs) and set(seen.text) <= LIKE_SECTION_SIGN:  # one sign may be read as two letters ("8$")
        yield Seen("§" * len(glyphs), seen.box, seen.sure)
        return
    before, after = _signs_before(seen.text, signs), _signs_before(seen.text[::-1], signs[::-1])
    rest = seen.text[before : len(seen.text) - after]
    if not (before or after) or not (rest[:1].isdigit() if before else rest.isdigit()):
        yield seen
        return
    yield from _cut(seen, rest, glyphs, before, after)


def _range(text: str, extents: Sequence[tuple[int, int]], size: float) -> str:
    """Return a range of paragraphs with its signs: "108-198" that is "10§-19§"; its own figures show the base line."""
    figures = [extent for letter, extent in zip(text, extents, strict=True) if letter.isdigit()]
    beside = _Beside(median(bottom for _, bottom in figures), median(bottom - top for top, bottom in figures))
    return "".join(
        "§" if letter in LIKE_SECTION_SIGN and _hangs(extent, beside, size) else letter
        for letter, extent in zip(text, extents, strict=True)
    )


def with_strokes(words: Sequence[Seen], ink: Dark) -> Iterator[Seen]:
    """Give numbers behind section signs the strokes that were read as ones: "§ 47124" that is "§ 47/24"."""
    for before, seen in zip((None, *words), words, strict=False):
        numbered = before is not None and before.text == "§" and seen.text.isdigit() and len(seen.text) >= _YEARED
        glyphs = _glyphs(seen.box, ink) if numbered else []
        if len(glyphs) != len(seen.text):
            yield seen
            continue
        letters = (
            "/" if letter == "1" and _slants(glyph, seen.box, ink) else letter
            for letter, glyph in zip(seen.text, glyphs, strict=True)
        )
        yield replace(seen, text="".join(letters))


def _signs(extents: Sequence[tuple[int, int]], beside: _Beside, size: float) -> list[bool]:
    """Tell which letters of a word are section signs by their shape."""
    signs = [_hangs(extent, beside, size) for extent in extents]
    if len(extents) > 1:
        signs[0] = signs[0] or _hangs_beside(extents[0], extents[1], size)
        signs[-1] = signs[-1] or _hangs_beside(extents[-1], extents[-2], size)
    return signs


def _cut(seen: Seen, rest: str, glyphs: Sequence[tuple[int, int]], before: int, after: int) -> Iterator[Seen]:
    """Yield a word's section signs and the number between them, each with its own box."""
    left, top, right, bottom = seen.box
    start = glyphs[before][0] if before else left
    end = glyphs[-after - 1][1] if after else right
    if before:
        yield Seen("§" * before, (left, top, glyphs[before - 1][1], bottom), seen.sure)
    yield Seen(rest, (start, top, end, bottom), seen.sure)
    if after:
        yield Seen("§" * after, (glyphs[-after][0], top, right, bottom), seen.sure)


def _signs_before(text: str, signs: Sequence[bool]) -> int:
    """Count the letters at the beginning of a word that are section signs."""
    pairs = zip(text, signs, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] in LIKE_SECTION_SIGN and pair[1], pairs))


def _glyphs(box: tuple[int, int, int, int], ink: Dark) -> list[tuple[int, int]]:
    """Return where the letters of a word begin and end, left to right, parted by columns without ink."""
    left, top, right, bottom = box
    filled = [bool(column.any()) for column in ink[max(top, 0) : bottom, max(left, 0) : right].T]
    found: list[tuple[int, int]] = []
    begun: int | None = None
    for column, is_filled in enumerate([*filled, False]):
        if is_filled and begun is None:
            begun = column
        elif not is_filled and begun is not None:
            found.append((left + begun, left + column))
            begun = None
    return found


def _beside(seen: Seen, line: SeenLine, ink: Dark) -> _Beside:
    """Look at the words on either side; where there are none, at the line."""
    at = next(n for n, word in enumerate(line.words) if word is seen)
    near = [*line.words[max(0, at - 1) : at], *line.words[at + 1 : at + 2]]
    extents = {word: [_extent(glyph, word.box, ink) for glyph in _glyphs(word.box, ink)] for word in near}
    bottoms = [bottom for found in extents.values() for _, bottom in found]
    figures = [bottom - top for word, found in extents.items() if _is_number(word.text) for top, bottom in found]
    base = median(bottoms) if len(bottoms) >= _ENOUGH else _base(seen, line)
    return _Beside(base, median(figures) if figures else None)


def _is_number(text: str) -> bool:
    return 2 * sum(map(str.isdigit, text)) > len(text)


def _base(seen: Seen, line: SeenLine) -> float:
    """Return the base line that the other words of a line stand on: the line's own is pulled down by hanging signs."""
    level = [w.box[3] for w in line.words if w is not seen and w.text.isalnum() and not _HANGING & set(w.text)]
    return median(level) if level else line.base_at((seen.box[0] + seen.box[2]) / 2)


def _hangs(extent: tuple[int, int], beside: _Beside, size: float) -> bool:
    """Tell whether a letter is as tall as a section sign and reaches as far below the base line."""
    top, bottom = extent
    tall = bottom - top
    is_tall = tall > _TALL * size or (beside.figure is not None and tall > _TALLER * beside.figure)
    return bottom - beside.base > _BELOW * size and is_tall and tall < _TALLEST * size


def _slants(glyph: tuple[int, int], box: tuple[int, int, int, int], ink: Dark) -> bool:
    """Tell whether a narrow letter is a stroke that leans to the right."""
    import numpy as np  # noqa: PLC0415 - only scans need it

    first, last = _extent(glyph, box, ink)
    part = ink[first:last, glyph[0] : glyph[1]]
    quarter = (last - first) // 4
    if quarter == 0:
        return False
    top, foot = (np.flatnonzero(rows.any(axis=0)) for rows in (part[:quarter], part[-quarter:]))
    return bool(len(top) and len(foot) and top.mean() - foot.mean() > _SLANT * part.shape[1])


def _hangs_beside(extent: tuple[int, int], other: tuple[int, int], size: float) -> bool:
    """Tell whether a letter at a word's end is taller and reaches lower than the one beside it."""
    taller = extent[1] - extent[0] > _TALLER * (other[1] - other[0])
    return taller and extent[1] - other[1] > _BELOW * size


def _extent(glyph: tuple[int, int], box: tuple[int, int, int, int], ink: Dark) -> tuple[int, int]:
    """Return the first row of a letter's ink inside its word's box, and the one below its last."""
    first = max(0, box[1])
    filled = [bool(row.any()) for row in ink[first : box[3], glyph[0] : glyph[1]]]
    if not any(filled):
        return first, first
    return first + filled.index(True), first + len(filled) - filled[::-1].index(True)
