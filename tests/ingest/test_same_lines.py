"""Lines read by pdfium are the lines that pdfplumber reads: the fast path loses and joins nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from ingest.lines import read_page

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
DEMO = sorted((ROOT / "data/demo/pdf").glob("*.pdf"))[::7]
REAL = [
    *sorted((SHARED / "seeds/pdf").glob("*.pdf")),
    *sorted((SHARED / "corpus/solvesborg").glob("*.pdf"))[::3],
    *sorted((SHARED / "corpus/goteborg").glob("*.pdf"))[::16],
]
# In head and foot two columns stand a point apart in height: which of them are one line is a matter of taste.
_BODY = (0.15, 0.9)
_PAGES = 4


def _bare(text: str) -> str:
    return "".join(text.split()).replace("\u00ad", "")


def _chosen(pages: int) -> list[int]:
    return sorted({round(n * (pages - 1) / max(1, _PAGES - 1)) for n in range(_PAGES)})


def _both(path: Path, index: int) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """Return the lines of both, each with its height on the page as a share of the page's."""
    pdf = pypdfium2.PdfDocument(path)
    with pdfplumber.open(path) as plumbed:
        page, other = read_page(pdf[index], index + 1), plumbed.pages[index]
        ours = [(_bare(line.text), line.base / page.height) for line in page.lines]
        theirs = [(_bare(line["text"]), line["bottom"] / float(other.height)) for line in other.extract_text_lines()]
    pdf.close()
    return ours, theirs


def _body(lines: list[tuple[str, float]]) -> list[str]:
    return [text for text, at in lines if _BODY[0] < at < _BODY[1]]


@pytest.mark.parametrize("path", [*DEMO, *REAL], ids=lambda path: path.stem)
def test_both_paths_read_the_same(path: Path) -> None:
    """On pages all through a file both find the same letters, and in the body the same lines."""
    with pypdfium2.PdfDocument(path) as pdf:
        chosen = _chosen(len(pdf))
    for index in chosen:
        ours, theirs = _both(path, index)
        assert Counter("".join(text for text, _ in ours)) == Counter("".join(text for text, _ in theirs))
        assert not Counter(_body(ours)) - Counter(text for text, _ in theirs)
        assert not Counter(_body(theirs)) - Counter(text for text, _ in ours)


def test_there_is_something_to_compare() -> None:
    """The demo collection's files are there, so that the comparison cannot pass by comparing nothing."""
    assert len(DEMO) > 3
