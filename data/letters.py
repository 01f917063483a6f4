"""Counts the letter triples of the made-up collection for ``nlp.letters``: ``python -m data.letters``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from ingest.pages import page_text
from nlp.letters import table_of

ROOT = Path(__file__).parents[1]


def texts() -> Iterator[str]:
    """Yield the text of every page of the collection."""
    for path in sorted((ROOT / "data" / "demo" / "pdf").glob("*.pdf")):
        pdf = pypdfium2.PdfDocument(path)
        count = len(pdf)
        pdf.close()
        yield from (page_text(path, page) for page in range(1, count + 1))


if __name__ == "__main__":
    (ROOT / "nlp" / "letters.txt").write_text(table_of(texts()), encoding="utf-8")
