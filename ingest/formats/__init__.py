"""Files that are no PDFs (txt, md, html, docx) as pages of lines, so that one reader serves all formats.

Each format gives parts (blocks, tables, rules) with what their type says; ``setting`` puts them on pages as a printer
would. These files have no pages of their own: everything is page 1, but for text with form feeds. The places of words
are those of that setting, which ``picture`` draws, so that a page can be shown with its words marked.
"""

from __future__ import annotations

from pathlib import Path

from ingest.formats.decoding import decoded
from ingest.formats.setting import pages_of
from ingest.lines import Page

__all__ = ["SUFFIXES", "read_pages", "reads"]

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".docx"})
"""The endings of file names, in lower case, that are read here."""


def reads(path: Path) -> bool:
    """Tell whether a file is of one of these formats, by its ending."""
    return path.suffix.lower() in SUFFIXES


def read_pages(name: str, suffix: str, content: bytes) -> list[Page]:
    """Return the pages of a file's ``content``; ``name`` is for people. Raises UnreadableFileError."""
    if suffix == ".docx":
        from ingest.formats import word  # noqa: PLC0415 - slow to import, and most files are PDFs

        return pages_of(word.parts(name, content))
    text = decoded(name, content)
    if suffix == ".txt":
        from ingest.formats import plain  # noqa: PLC0415 - see above

        return pages_of(plain.parts(text))
    from ingest.formats import web  # noqa: PLC0415 - see above

    markup = suffix in (".html", ".htm")
    return pages_of(web.parts(name, text) if markup else web.parts_of_markdown(name, text))
