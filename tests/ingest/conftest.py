"""Shared helper of the reading tests: small invented PDFs, typeset on the fly and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from ingest.reader import read_document
from ingest.records import Document

ReadTypst = Callable[..., Document]

PREAMBLE = """
#set page(paper: "a4", margin: (x: 25mm, top: 40mm, bottom: 35mm))
#set text(font: "Libertinus Serif", size: 11pt, lang: "sv", hyphenate: false)
#set par(spacing: 1.1em, leading: 0.6em)
#let rub(body) = block(above: 1.5em, below: 0.7em, text(weight: "bold", body))
#let paragraf(nr, titel, dnr) = block(above: 2em, below: 0.8em)[
  #text(size: 13pt, weight: "bold")[§ #nr #h(1em) #titel] \\ #dnr
]
"""


@pytest.fixture
def read_typst(tmp_path: Path) -> ReadTypst:
    """Typeset a source (after ``PREAMBLE``) to a PDF and read that."""

    def read(source: str, name: str = "protokoll.pdf") -> Document:
        path = tmp_path / name
        path.write_bytes(typst.compile((PREAMBLE + source).encode()))
        return read_document(path)

    return read
