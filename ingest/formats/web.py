"""HTML pages, and Markdown by way of HTML: headings, paragraphs, lists, tables and rules as parts.

Page heads (``header``) go into the page head; scripts, styles, navigation and page feet are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ingest.errors import UnreadableFileError
from ingest.formats.parts import BODY, Block, Cell, Part, Rule, Run, Table

_LEFT_OUT = ("script", "style", "nav", "footer", "template", "noscript", "form", "head", "svg", "button")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCK_NAMES = """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure header hr html
    li main ol p pre section summary table ul h1 h2 h3 h4 h5 h6 tr td th thead tbody tfoot
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_BOLD = frozenset(("b", "strong", "th"))
_SPACES = re.compile(r"[ \t\r\n\f]+")


def parts_of_markdown(name: str, text: str) -> list[Part]:
    """Return the parts of a Markdown file. Raises UnreadableFileError as ``parts`` does."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown needs it

    return parts(
        name,
        MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(["table", "strikethrough"]).render(text),
    )


def parts(name: str, text: str) -> list[Part]:
    """Return the parts of an HTML file. Raises UnreadableFileError where its tags are nested deeper than any page's."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 - only these formats need it

    try:
        soup = BeautifulSoup(text, "lxml")
        for tag in soup(_LEFT_OUT):
            tag.decompose()
        return list(_parts(soup, head=False))
    except RecursionError as error:
        raise UnreadableFileError(
            f"{name}: filens taggar är nästlade orimligt djupt. Spara sidan på nytt ur en webbläsare och läs in den."
        ) from error


def _parts(tag: Any, *, head: bool) -> Iterator[Part]:
    """Yield the parts inside a tag: its own text between the blocks that stand in it, and these."""
    inline: list[Any] = []
    for child in tag.children:
        if _is_block(child):
            yield from _paragraph(inline, head=head)
            inline = []
            yield from _block(child, head=head)
        else:
            inline.append(child)
    yield from _paragraph(inline, head=head)


def _is_block(node: Any) -> bool:
    """Tell whether a node is a block, or an inline tag that holds one."""
    name = getattr(node, "name", None)
    return name is not None and (name in _BLOCKS or node.find(_BLOCKS) is not None)


def _block(tag: Any, *, head: bool) -> Iterator[Part]:
    if tag.name in _HEADINGS:
        yield from _paragraph(list(tag.children), level=_HEADINGS[tag.name], head=head)
    elif tag.name == "hr":
        yield Rule()
    elif tag.name == "table":
        yield from _table(tag)
    elif tag.name in ("ul", "ol"):
        yield from _list(tag)
    elif tag.name == "pre":
        runs = tuple(Run(line) for line in [tag.get_text().strip("\n")] if line.strip())
        yield from [Block(runs, columns=True)] if runs else []
    else:
        yield from _parts(tag, head=head or tag.name == "header")


def _paragraph(nodes: list[Any], *, level: int = BODY, head: bool = False, marker: str = "") -> Iterator[Block]:
    runs = tuple(_trimmed([run for node in nodes for run in _runs(node, bold=False)]))
    if any(run.text.strip() for run in runs):
        yield Block(runs, level, marker, head)


def _runs(node: Any, *, bold: bool) -> Iterator[Run]:
    name = getattr(node, "name", None)
    if name is None:
        if type(node).__name__ == "NavigableString":
            yield Run(_SPACES.sub(" ", str(node)), bold)
    elif name == "br":
        yield Run("\n", bold)
    else:
        heavy = bold or name in _BOLD or "bold" in str(node.get("style", ""))
        for child in node.children:
            yield from _runs(child, bold=heavy)


def _trimmed(runs: list[Run]) -> Iterator[Run]:
    """Yield runs without blanks beside a line break or at the end."""
    text_before = "\n"
    for run in runs:
        text = run.text.lstrip(" ") if text_before.endswith((" ", "\n")) and run.text != "\n" else run.text
        if text:
            yield Run(text, run.bold)
            text_before = text


def _list(tag: Any) -> Iterator[Part]:
    number = int(tag.get("start", 1)) if str(tag.get("start", "1")).isdigit() else 1
    for item in tag.find_all("li", recursive=False):
        marker = "•" if tag.name == "ul" else f"{number}."
        number += 1
        for part in _parts(item, head=False):
            if isinstance(part, Block) and marker:
                yield Block(part.runs, part.level, marker)
                marker = ""
            else:
                yield part


def _table(tag: Any) -> Iterator[Part]:
    own = [row for row in tag.find_all("tr") if row.find_parent("table") is tag]
    rows = [[_cell(cell) for cell in row.find_all(["td", "th"], recursive=False)] for row in own]
    width = max((len(row) for row in rows), default=0)
    if width:
        yield Table(tuple((*row, *[()] * (width - len(row))) for row in rows))


def _cell(tag: Any) -> Cell:
    """Return the blocks of a cell; a table inside is laid out row by row."""
    blocks: list[Block] = []
    for part in _parts(tag, head=False):
        if isinstance(part, Block):
            blocks.append(part if tag.name != "th" else Block(tuple(Run(r.text, bold=True) for r in part.runs)))
        elif isinstance(part, Table):
            blocks += [block for row in part.rows for cell in row for block in cell]
    return tuple(blocks)
