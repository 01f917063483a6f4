"""Recognised words become words of a page: type, weight and section signs are told from the image.

Owns what Tesseract does not say. The height of type is the line's, gathered into the few sizes that a page is set in;
bold are words of thicker strokes than the page's running text; section signs are found in ``ingest.ocr_signs``. All in
points of the straightened page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from ingest.glyphs import Word
from ingest.ocr_engine import Seen, SeenLine
from ingest.ocr_image import rules, stroke
from ingest.ocr_signs import LIKE_SECTION_SIGN, with_section_signs, with_strokes
from ingest.records import Box
from nlp.letters import swedishness

if TYPE_CHECKING:
    from ingest.ocr_image import Dark

_TYPE_OF_HEIGHT = 1.15  # the font size by the height from ascender to descender, for text faces
_SAME_SIZE = 0.1  # share by which the heights of lines of one type differ in recognition
_SMALLEST, _LARGEST = 4.0, 72.0  # points: what is smaller or larger is a smear or a drawing
_BOLD = 1.24  # times the usual thickness of strokes
_HEAVY = 0.17  # of the type's height: such strokes belong to logos and scribbles, not to letters
_LETTERS_FOR_BOLD = 3
_DOUBTFUL, _GUESSED = 0.5, 0.2
_SWEDISH = 0.8  # of a word's triples of letters are known
_SURE, _SENTENCE = 0.8, 3
_SPECKS = "«»|¦=~^"
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
        for seen in with_strokes([part for word in line.words for part in with_section_signs(word, line, ink)], ink)
    ]


def _legible(line: SeenLine, ink: Dark) -> SeenLine:
    """Leave out what is no writing: guesses without letters, and doubtful shapes of logos, stamps and signatures."""
    kept = (seen for seen in line.words if not _is_noise(seen, line, ink))
    return replace(line, words=tuple(_without_specks(seen) for seen in kept))


def _is_noise(seen: Seen, line: SeenLine, ink: Dark) -> bool:
    if seen.sure >= _DOUBTFUL or set(seen.text) <= LIKE_SECTION_SIGN:
        return False
    if not any(c.isalnum() for c in seen.text) or (seen.sure < _GUESSED and not _is_in_a_sentence(seen, line)):
        return not seen.text.isdigit() and seen.text not in ("-", "–", "—")
    return stroke(ink, seen.box) > _HEAVY * line.size


def _is_in_a_sentence(seen: Seen, line: SeenLine) -> bool:
    """Tell whether a word that was hardly made out is like Swedish and stands among words that were read surely."""
    sure = [word.sure for word in line.words if word is not seen]
    is_word = len(seen.text) >= _LETTERS_FOR_BOLD and seen.text.isalpha() and swedishness(seen.text)[0] >= _SWEDISH
    return is_word and len(sure) >= _SENTENCE and median(sure) >= _SURE


def _without_specks(seen: Seen) -> Seen:
    """Take off what doubtful words begin with and no Swedish word does: the edge of a column, a speck of dirt."""
    text = seen.text.lstrip(_SPECKS) if seen.sure < _DOUBTFUL else ""
    return replace(seen, text=text) if text else seen


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
