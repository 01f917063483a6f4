"""How fast protocols are read, against plain pdfplumber on the same pages in the same run; embedding excluded.

    .venv/bin/python bench/reading.py [FOLDER] [--files N]

FOLDER is by default the real protocols beside the checkout. Both run in one process, one after the other, on all files,
and both read the text layers only: a page that looks damaged is not read from its image (about 5 s a page).
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path

import pdfplumber

from ingest.options import Options
from ingest.reader import read_document

_TEXT_ONLY = Options(ocr=False)
FOLDER = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "goteborg"


def main() -> None:
    """Print pages a second of both, their ratio, and the peak memory of reading."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--files", type=int, default=None, help="only every n-th file, so that about N are read")
    asked = parser.parse_args()
    files = sorted(asked.folder.glob("*.pdf"))
    chosen = files[:: max(1, len(files) // asked.files)] if asked.files else files
    if not chosen:
        raise SystemExit(f"No PDF files in {asked.folder}.")
    pages, ours = _ours(chosen)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    plain = _plain(chosen)
    print(f"{len(chosen)} files, {pages} pages")
    print(f"read_document (records, places of words)   {ours:8.1f} s  {pages / ours:7.1f} pages/s  {peak:.0f} MiB peak")
    print(f"pdfplumber extract_text_lines (lines only) {plain:8.1f} s  {pages / plain:7.1f} pages/s")
    print(f"ratio {ours / plain:.3f} (one eighth is 0.125)")


def _ours(files: list[Path]) -> tuple[int, float]:
    read_document(files[0], _TEXT_ONLY)
    started = time.perf_counter()
    pages = sum(read_document(file, _TEXT_ONLY).pages for file in files)
    return pages, time.perf_counter() - started


def _plain(files: list[Path]) -> float:
    started = time.perf_counter()
    for file in files:
        with pdfplumber.open(file) as pdf:
            for page in pdf.pages:
                page.extract_text_lines()
                page.close()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
