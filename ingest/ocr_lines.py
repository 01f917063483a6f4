"""Recognised words become words of a page: type, weight and section signs are told from the image.

Owns what Tesseract does not say. The height of type is the line's, gathered into the few sizes that a page is set in;
bold are words of thicker strokes than the page's running text; a section sign, which the Swedish model does not know
and reads as 8, $, & or S, reaches below the base line where none of these does. All in points of the straightened page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from statistics import median
from typing import TYPE_CHECKING

from ingest.glyphs import Word
from ingest.ocr_engine import Seen, SeenLine
from ingest.ocr_image import rules, stroke
from ingest.records import Box

if TYPE_CHECKING:
    from ingest.ocr_image import Dark

_TYPE_OF_HEIGHT = 1.15  # the font size by the height from ascender to descender, for text faces
_SAME_SIZE = 0.1  # share by which the heights of lines of one type differ in recognition
_SMALLEST, _LARGEST = 4.0, 72.0  # points: what is smaller or larger is a smear or a drawing
_BOLD = 1.24  # times the usual thickness of strokes
_HEAVY = 0.17  # of the type's height: such strokes belong to logos and scribbles, not to letters
_LETTERS_FOR_BOLD = 3
_LIKE_SECTION_SIGN = frozenset("8$&S%6B£€§")
# Of the type's height: § reaches 0.07 to 0.12 below the base line and is 0.87 high; 8 and S hang 0.03, 0.76 high.
_BELOW, _TALL, _TALLEST = 0.055, 0.8, 1.15
_TALLER = 1.1  # times a figure
_HANGING = frozenset("gjpqyQÇçþ8S")  # letters below the base line, and those that may be misread signs
_DOUBTFUL, _GUESSED = 0.5, 0.2
_USUAL_SIZE = 11.0
_RULE = 0.07  # of the page's width: shorter strokes are dashes
_THICKEST = 2.5  # points
_TABLE_ROW = 2.5  # times the type: rules nearer to each other part rows


def words_of(lines: Sequence[SeenLine], ink: Dark, scale: float) -> list[tuple[Word, float]]:
    """Return the words of a straightened page, each with its certainty; ``scale`` is points a pixel."""
    kept = [line for line in (_legible(line, ink) for line in lines) if line.words]
    sizes = _sizes([(line.size * scale * _TYPE_OF_HEIGHT, sum(len(w.text) for w in line.words)) for line in kept])
    usual = _usual_stroke(kept, ink)
    return [
        (_word(seen, line, size, scale, bold=_is_bold(seen, line, ink, usual)), seen.sure)
        for line, size in zip(kept, sizes, strict=True)
        for first in line.words
        for seen in _with_section_signs(first, line, ink)
    ]


def _legible(line: SeenLine, ink: Dark) -> SeenLine:
    """Leave out what is no writing: guesses without letters, and doubtful shapes of logos, stamps and signatures."""
    return replace(line, words=tuple(seen for seen in line.words if not _is_noise(seen, line, ink)))


def _is_noise(seen: Seen, line: SeenLine, ink: Dark) -> bool:
    if seen.sure >= _DOUBTFUL or set(seen.text) <= _LIKE_SECTION_SIGN:
        return False
    if seen.sure < _GUESSED or not any(c.isalnum() for c in seen.text):
        return not seen.text.isdigit() and seen.text not in ("-", "–", "—")
    return stroke(ink, seen.box) > _HEAVY * line.size


def _word(seen: Seen, line: SeenLine, size: float, scale: float, *, bold: bool) -> Word:
    left, top, right, bottom = seen.box
    box = Box(left * scale, top * scale, right * scale, bottom * scale)
    return Word(seen.text, box, size, bold, line.base_at((left + right) / 2) * scale)


def _sizes(found: Sequence[tuple[float, int]]) -> list[float]:
    """Return the font size of every line: the few sizes in which most letters are set draw in those near them."""
    centres = [min(max(round(2 * median(group)) / 2, _SMALLEST), _LARGEST) for group in _groups(found)]
    return [min(centres, key=lambda centre: abs(centre - size)) for size, _ in found]


def _groups(found: Sequence[tuple[float, int]]) -> Iterator[list[float]]:
    """Yield groups of like sizes, that with most letters first; a size counts once for every letter."""
    left = list(found)
    while left:
        heaviest = max(
            (size for size, _ in left),
            key=lambda centre: sum(n for size, n in left if abs(size - centre) <= _SAME_SIZE * centre),
        )
        yield [size for size, n in left if abs(size - heaviest) <= _SAME_SIZE * heaviest for _ in range(max(n, 1))]
        left = [(size, n) for size, n in left if abs(size - heaviest) > _SAME_SIZE * heaviest]


def _usual_stroke(lines: Sequence[SeenLine], ink: Dark) -> float:
    """Return the usual thickness of strokes as a share of the type's height."""
    shares = [
        stroke(ink, seen.box) / line.size
        for line in lines
        for seen in line.words
        if len(seen.text) >= _LETTERS_FOR_BOLD and line.size > 0
    ]
    return median(shares) if shares else 0.0


def _is_bold(seen: Seen, line: SeenLine, ink: Dark, usual: float) -> bool:
    """Tell whether a word is bold; a word of a letter or two goes with its line."""
    longest = max(line.words, key=lambda w: len(w.text))
    judged = seen if len(seen.text) >= _LETTERS_FOR_BOLD else longest
    return usual > 0 and stroke(ink, judged.box) > _BOLD * usual * line.size


def _with_section_signs(seen: Seen, line: SeenLine, ink: Dark) -> Iterator[Seen]:
    """Part the section signs at either end of a word from the rest: "811" whose 8 hangs is "§ 11", "138" "13 §"."""
    if not _LIKE_SECTION_SIGN & {seen.text[:1], seen.text[-1:]}:
        yield seen
        return
    glyphs = _glyphs(seen.box, ink)
    extents = [_extent(glyph, seen.box, ink) for glyph in glyphs]
    base = _base(seen, line)
    signs = [_hangs(extent, base, line.size) for extent in extents]
    if len(extents) > 1:
        signs[0] = signs[0] or _hangs_beside(extents[0], extents[1], line.size)
        signs[-1] = signs[-1] or _hangs_beside(extents[-1], extents[-2], line.size)
    if all(signs) and set(seen.text) <= _LIKE_SECTION_SIGN:  # one sign may be read as two letters ("8$")
        yield Seen("§" * len(glyphs), seen.box, seen.sure)
        return
    before, after = _signs_before(seen.text, signs), _signs_before(seen.text[::-1], signs[::-1])
    rest = seen.text[before : len(seen.text) - after]
    if not (before or after) or not (rest[:1].isdigit() if before else rest.isdigit()):
        yield seen
        return
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
    return sum(1 for _ in takewhile(lambda pair: pair[0] in _LIKE_SECTION_SIGN and pair[1], pairs))


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


def _base(seen: Seen, line: SeenLine) -> float:
    """Return the base line that a word's neighbours stand on: the one of the line, which hanging signs pull down."""
    level = [w.box[3] for w in line.words if w is not seen and w.text.isalnum() and not _HANGING & set(w.text)]
    return median(level) if level else line.base_at((seen.box[0] + seen.box[2]) / 2)


def _hangs(extent: tuple[int, int], base: float, size: float) -> bool:
    """Tell whether a letter is as tall as a section sign and reaches as far below the base line."""
    top, bottom = extent
    return bottom - base > _BELOW * size and _TALL * size < bottom - top < _TALLEST * size


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


def rule_words(ink: Dark, words: Sequence[Word], scale: float) -> list[Word]:
    """Return the separator rules of a page as words of underscores, as a text layer would have them.

    Tesseract leaves rules out. A rule that underlines words, or one of several that rule a table, separates nothing.
    """
    size = median(word.size for word in words) if words else _USUAL_SIZE
    shortest, thickest = round(_RULE * ink.shape[1]), max(3, round(_THICKEST / scale))
    boxes = [Box(*(value * scale for value in found)) for found in rules(ink, shortest, thickest)]
    alone = [box for box in boxes if not any(_meet(box, word.box, size) for word in words)]
    return [
        Word("_" * 8, Box(box.x0, box.bottom - size, box.x1, box.bottom), size, bold=False, base=box.bottom)
        for box in alone
        if not any(other is not box and abs(other.top - box.top) < _TABLE_ROW * size for other in boxes)
    ]


def _meet(rule: Box, word: Box, size: float) -> bool:
    """Tell whether a word stands on a rule, or so close above it that it is underlined."""
    beside = word.x0 < rule.x1 and word.x1 > rule.x0
    return beside and word.top < rule.bottom and word.bottom > rule.top - size / 3
