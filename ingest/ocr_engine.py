"""Tesseract, the program that reads images of text: what it needs, how it is called, what it answers.

Owns the one call of the program and the parsing of its hOCR answer. Coordinates are pixels of the image given, origin
in the upper left corner. What the words mean for a page is judged in ``ingest.ocr``. One call uses one core: files are
read side by side, and threads inside a page gain nothing there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

from ingest.errors import OcrError

_PROGRAM, _LANGUAGE = "tesseract", "swe"
CURE = (
    "Installera tesseract-ocr och tesseract-ocr-swe och läs in filen igen med --again, eller läs in en version med "
    "textlager."
)
_BOX = re.compile(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASELINE = re.compile(r"\bbaseline (-?[\d.]+(?:e-?\d+)?) (-?[\d.]+)")
_SIZE = re.compile(r"\bx_size ([\d.]+)")
_SURE = re.compile(r"\bx_wconf (\d+)")
_TURN = re.compile(r"^Rotate: (\d+)", re.MULTILINE)
_LINES = frozenset(("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"))


@dataclass(frozen=True, slots=True)
class Seen:
    """One recognised word: its box (left, top, right, bottom) in pixels and how sure it is (0 to 1)."""

    text: str
    box: tuple[int, int, int, int]
    sure: float


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A recognised line: the height of its type, and its base line as slope and height at ``left``, in pixels."""

    words: tuple[Seen, ...]
    size: float
    left: int
    base: float
    slope: float

    def base_at(self, x: float) -> float:
        """Return the height of the base line at ``x``."""
        return self.base + self.slope * (x - self.left)


@cache
def lacking() -> str | None:
    """Return a Swedish sentence about what is not installed, None where all is there; asked once a process."""
    if shutil.which(_PROGRAM) is None:
        return "Programmet tesseract, som läser text i bilder, finns inte på datorn."
    try:
        languages = subprocess.run(  # noqa: S603 - a fixed command
            [_PROGRAM, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
        ).stdout.split()
    except (OSError, subprocess.TimeoutExpired):
        return "Programmet tesseract, som läser text i bilder, går inte att starta."
    return None if _LANGUAGE in languages else "Tesseract saknar svenska."


def read_image(image: bytes, dpi: int, seconds: float) -> tuple[SeenLine, ...]:
    """Return the lines of a PNG or PGM image.

    Raises OcrError when Tesseract does not answer within ``seconds`` or cannot read the image.
    """
    answer = _answer(image, ["-l", _LANGUAGE, "--psm", "3", "--dpi", str(dpi), "hocr"], seconds)
    parser = _Hocr()
    parser.feed(answer)
    return tuple(line for line in parser.lines if line.words)


def turn_of(image: bytes, dpi: int, seconds: float) -> int:
    """Return the quarter turn, clockwise in degrees, that sets an image upright; 0 where that cannot be told."""
    try:
        answer = _answer(image, ["-l", "osd", "--psm", "0", "--dpi", str(dpi)], seconds)
    except OcrError:
        return 0  # too few letters to tell, or the file of directions is not installed
    match = _TURN.search(answer)
    return int(match[1]) % 360 if match else 0


def _answer(image: bytes, options: Sequence[str], seconds: float) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, the image by its standard input
            [_PROGRAM, "stdin", "stdout", *options],
            input=image,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise OcrError(f"textläsningen av bilden tog mer än {seconds:.0f} sekunder") from error
    except OSError as error:
        raise OcrError(f"tesseract kunde inte startas ({error.strerror})") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise OcrError(f"tesseract kunde inte läsa bilden ({said[-1] if said else f'kod {done.returncode}'})")
    return done.stdout.decode("utf-8", "replace")


@dataclass
class _Open:
    """A line while its words come in."""

    size: float
    left: int
    base: float
    slope: float
    words: list[Seen] = field(default_factory=list)


class _Hocr(HTMLParser):
    """Gathers lines and words of an hOCR page."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[_Open] = []
        self._place: tuple[tuple[int, int, int, int], float] | None = None
        self._text = ""

    @property
    def lines(self) -> list[SeenLine]:
        """The lines so far."""
        return [SeenLine(tuple(o.words), o.size, o.left, o.base, o.slope) for o in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a line or a word."""
        known = dict(attrs)
        kind, title = known.get("class"), known.get("title") or ""
        box = _BOX.search(title)
        if box is None or tag != "span":
            return
        left, top, right, bottom = (int(value) for value in box.groups())
        if kind in _LINES:
            base, size = _BASELINE.search(title), _SIZE.search(title)
            slope, offset = (float(base[1]), float(base[2])) if base else (0.0, 0.0)
            self._open.append(_Open(float(size[1]) if size else bottom - top, left, bottom + offset, slope))
        elif kind == "ocrx_word":
            sure = _SURE.search(title)
            self._place, self._text = ((left, top, right, bottom), int(sure[1]) / 100 if sure else 0.0), ""

    def handle_data(self, data: str) -> None:
        """Take a word's letters."""
        if self._place is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        """Close a word."""
        if tag != "span" or self._place is None:
            return
        box, sure = self._place
        if self._text.strip() and self._open:
            self._open[-1].words.append(Seen(self._text.strip(), box, sure))
        self._place = None
