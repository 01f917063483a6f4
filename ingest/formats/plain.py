"""Text files: lines as they stand, with the few marks that people leave in them.

A line is a line (text may be broken by hand, also inside words), an empty one parts blocks. Stars around words make
them bold or slanted, tabs part the cells of a table, a form feed begins a page. Headings have no type of their own in
plain text: in what is no protocol, a short line that stands by itself is one, unless the document numbers its headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ingest.formats.parts import Block, PageBreak, Part, Run, Table
from ingest.heads import NUMBER_FIRST, SIGN_FIRST
from nlp.documents import opens_document

_TAGS = re.compile(r"</?(?:i|b|em|strong|u|span|sub|sup)>|<br ?/?>", re.IGNORECASE)
_SLANTED = re.compile(r"(?<![\w*])\*(?![\s*])([^*\n]+?)(?<![\s*])\*(?![\w*])")
_THREE_OPEN = re.compile(r"(?<!\S)\*\*\*(?=\S)")
_BOLD = "\0"  # stands for the two stars of bold words
# "RS 12-2020**Sammanfattning**": a heading in bold that lost the line break before it
_GLUED = re.compile("(?<=[^\\s\0])(\0[A-ZÅÄÖ][^\0]+\0)$")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-ZÅÄÖ]")
_BULLET = re.compile(r"[-–—•*·]\s")
_SENTENCE = (".", ",", ";", ":", "!", "?")
_LONGEST_HEADING = 100
_FEWEST_NUMBERED = 3
_LONG = 110  # characters: a line longer than this was not broken by hand, so it is a whole block
_TAB = "        "


def parts(text: str) -> Iterator[Part]:
    """Yield the parts of a text file."""
    for number, page in enumerate(text.split("\f")):
        if number:
            yield PageBreak()
        yield from _page(page)


def _page(text: str) -> Iterator[Part]:
    lines = [part for line in text.split("\n") for part in _unglued(_marked(line))]
    headings = _headings(lines)
    bold = False
    open_line = False  # a line of the same block stands above
    for tabbed, group in groupby(enumerate(lines), key=lambda item: _has_cells(item[1])):
        run = list(group)
        if tabbed and len(run) > 1:
            yield _table([line for _, line in run])
            open_line = False
            continue
        for place, line in run:
            if not line.strip():
                bold = open_line = False
                continue
            runs, bold = _runs(line, bold=bold)
            whole = tuple(Run(run.text, bold=True) for run in runs) if place in headings else runs
            yield Block(whole, close=open_line, columns=True)
            open_line = len(line) < _LONG


def _marked(line: str) -> str:
    """Return a line without tags and the stars of slanted words, those of bold ones as one sign."""
    bold = _THREE_OPEN.sub(f"{_BOLD}*", _TAGS.sub("", line)).replace("***", f"*{_BOLD}").replace("**", _BOLD)
    return _SLANTED.sub(r"\1", bold)


def _unglued(line: str) -> list[str]:
    match = _GLUED.search(line)
    return [line] if match is None else [line[: match.start()], "", match[1]]


def _has_cells(line: str) -> bool:
    """Tell whether tabs part a line; one that is only indented has one cell."""
    return "\t" in line.lstrip("\t ").rstrip("\n ")


def _table(lines: Sequence[str]) -> Table:
    rows = [[cell.strip().replace(_BOLD, "") for cell in line.split("\t")] for line in lines]
    width = max(len(row) for row in rows)
    return Table(
        tuple(
            tuple((Block((Run(cell),)),) if cell else () for cell in (*row, *[""] * (width - len(row)))) for row in rows
        )
    )


def _runs(line: str, *, bold: bool) -> tuple[tuple[Run, ...], bool]:
    """Return the runs of a line, and whether it ends inside bold words."""
    runs = []
    for number, piece in enumerate(line.replace("\t", _TAB).split(_BOLD)):
        bold = not bold if number else bold
        if piece:
            runs.append(Run(piece, bold))
    return tuple(runs), bold


def _headings(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines that head a section, as far as nothing but their place tells; none in a protocol."""
    if any(
        SIGN_FIRST.fullmatch(line.strip(f" {_BOLD}")) or NUMBER_FIRST.fullmatch(line.strip(f" {_BOLD}"))
        for line in lines
    ):
        return frozenset()
    alone = [
        place
        for place, (above, line, below) in enumerate(_with_neighbours(lines))
        if not above.strip() and not below.strip() and _may_head(line)
    ]
    numbered = [place for place in alone if _NUMBERED.match(lines[place].strip())]
    if len(numbered) >= _FEWEST_NUMBERED:
        return frozenset(place for place in alone if place in numbered or opens_document(lines[place]))
    return frozenset(alone)


def _with_neighbours(lines: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    padded = ["", *lines, ""]
    for (above, line), below in zip(pairwise(padded), padded[2:], strict=False):
        yield above, line, below


def _may_head(line: str) -> bool:
    text = line.strip()
    fits = 1 < len(text) <= _LONGEST_HEADING and (text[0].isupper() or _NUMBERED.match(text) is not None)
    return fits and not text.endswith(_SENTENCE) and not _BULLET.match(text) and "\t" not in text
