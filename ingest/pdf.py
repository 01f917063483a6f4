"""The pages of a PDF file: each from its text layer or, where that is missing or damaged, from its image.

What always holds: every page of the file is among the pages read or named in the problems. One page is open at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2

from ingest.errors import OcrError, UnreadableFileError
from ingest.lines import Page
from ingest.ocr import Recognised, recognise
from ingest.ocr_engine import CURE, lacking
from ingest.ocr_heads import with_heads
from ingest.options import Options
from ingest.quality import State, is_better, problem_of, state_of
from ingest.records import OcrReason, PageProblem
from ingest.tables import marked
from ingest.turning import InTurn, Placing, Turned, read_upright

_UNSURE = 0.6  # a page read less surely than this is named
_DAMAGED_PAGES, _DAMAGED_SHARE = 2, 0.2  # so many, and of all pages, make the others doubtful
_UNDOUBTED = (State.SOUND, State.SPARSE)
_LONGEST_WORD = 2000  # letters: a page of noise or of malice, which patterns would search for ever
_TURNED_OFF = "Textläsning av bilder är avstängd i installningar.toml."


@dataclass(frozen=True)
class Pages:
    """What was read of a file: pages, those of them read from their images and why, and what went wrong.

    ``ways`` lead from pages that were set upright or straight to be read back to them as displayed.
    """

    count: int
    pages: tuple[Page, ...]
    problems: tuple[PageProblem, ...]
    recognised: Mapping[int, tuple[Recognised, OcrReason]]
    ways: Mapping[int, Placing] = field(default_factory=dict)


def read_pages(path: Path, content: bytes, options: Options) -> Pages:
    """Read all pages of a PDF. Raises UnreadableFileError where there is none to read."""
    pdf = _opened(path, content)
    try:
        if len(pdf) == 0:
            raise UnreadableFileError(f"{path.name}: filen har inga sidor. Hämta den på nytt från källan.")
        run = _Run(pdf, options)
        for number in range(1, len(pdf) + 1):
            run.read(number)
        run.doubt()
        options.on_page(0)
        run.name_emptiness()
        return Pages(len(pdf), run.pages, tuple(run.problems), run.recognised, run.ways)
    finally:
        pdf.close()


def _opened(path: Path, content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableFileError(
                f"{path.name}: filen är krypterad. Spara en kopia utan lösenord och läs in den."
            ) from error
        if "security" in str(error).lower():
            raise UnreadableFileError(
                f"{path.name}: filen är krypterad på ett sätt som inte kan läsas. Spara en kopia utan skydd och läs in "
                "den."
            ) from error
        raise UnreadableFileError(f"{path.name}: filen är ingen hel PDF. Hämta den på nytt från källan.") from error


@dataclass
class _Run:
    """The reading of one file, page by page."""

    pdf: pypdfium2.PdfDocument
    options: Options
    found: dict[int, Page] = field(default_factory=dict)
    states: dict[int, State] = field(default_factory=dict)
    problems: list[PageProblem] = field(default_factory=list)
    recognised: dict[int, tuple[Recognised, OcrReason]] = field(default_factory=dict)
    turned: dict[int, Turned] = field(default_factory=dict)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages read, in order."""
        return tuple(self.found[number] for number in sorted(self.found))

    @property
    def ways(self) -> dict[int, Placing]:
        """The ways back to the pages as displayed."""
        ways: dict[int, Placing] = {**self.turned}
        for number, (seen, _) in self.recognised.items():
            ways[number] = InTurn((seen, self.turned[number])) if number in self.turned else seen
        return ways

    def read(self, number: int) -> None:
        """Read one page, or name it."""
        skipped = next((problem for problem in self.options.skip if problem.page == number), None)
        if skipped is not None:
            self.problems.append(skipped)
            return
        self._open(number)

    def doubt(self) -> None:
        """Read the pages that look sound from their images too, where other pages of the file lost letters."""
        damaged = sum(state is State.DAMAGED for state in self.states.values())
        if damaged < _DAMAGED_PAGES or damaged < _DAMAGED_SHARE * len(self.states) or not self.options.ocr:
            return
        kept = [n for n, state in self.states.items() if state in _UNDOUBTED and n not in self.recognised]
        for number in [n for n in kept if self.found[n].lines]:
            self.states[number] = State.SUSPECT
            self._open(number)

    def _open(self, number: int) -> None:
        """Open a page and read it, or name it."""
        self.options.on_page(number)
        try:
            page = self.pdf[number - 1]
        except pypdfium2.PdfiumError:
            self._name(number, "Sidan är skadad och kunde inte öppnas. Hämta filen på nytt från källan.")
            return
        turn = page.get_rotation()
        try:
            self._read(page, number)
        except MemoryError:
            self._name(number, "Sidan ryms inte i minnet. Spara om filen i en PDF-läsare och läs in den igen.")
        except (pypdfium2.PdfiumError, ValueError, OverflowError):
            self._name(number, "Sidans innehåll är skadat och kunde inte läsas. Hämta filen på nytt från källan.")
        finally:
            if number in self.turned:
                page.set_rotation(turn)  # a file may show one page at several places
            page.close()

    def name_emptiness(self) -> None:
        """Say so when there is no text in the whole file: nobody hands in a file of blank pages on purpose."""
        if not self.problems and not any(page.lines or page.aside for page in self.found.values()):
            self._name(1, "Ingen sida i filen har läsbar text. Kontrollera att det är rätt fil.")

    def _name(self, number: int, what: str) -> None:
        self.problems.append(PageProblem(number, what))

    def _read(self, opened: Any, number: int) -> None:
        read, turned = read_upright(opened, number)
        if turned is not None:
            self.turned[number] = turned
        if any(len(word.text) > _LONGEST_WORD for line in (*read.lines, *read.aside) for word in line.words):
            self._name(number, "Sidans text är inga ord och lästes inte. Jämför med sidbilden.")
            return
        read = marked(opened, read)
        state = self.states.setdefault(number, State.SOUND)
        if state is State.SOUND:
            state = self.states[number] = state_of(opened, read)
        self.found[number] = read if state is State.SOUND else self._from_image(opened, read, state)

    def _from_image(self, opened: Any, read: Page, state: State) -> Page:
        """Read a page whose text is missing or doubtful from its image, and keep the better reading."""
        why_not = lacking() if self.options.ocr else _TURNED_OFF
        seen: Recognised | None = None
        if why_not is None:
            try:
                seen = with_heads(recognise(opened, read.number), read)
            except OcrError as error:
                why_not = f"Bilden kunde inte läsas: {error}."
        if seen is not None and is_better(seen.page, read, state):
            self.recognised[read.number] = (seen, state.reason)
            if seen.confidence < _UNSURE:
                share = round(100 * seen.confidence)
                self._name(read.number, f"Sidan är läst ur sin bild med säkerheten {share} %. Jämför med sidbilden.")
            return seen.page
        problem = problem_of(state)
        if problem is not None:
            cure = f" {why_not} {CURE}" if why_not else ""
            self._name(read.number, f"{problem}{cure}")
        return read
