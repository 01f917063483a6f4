"""Loads directives and reports from YAML into frozen values.

Owns the field names of documents that are no protocols. Always: a file loads whole or raises a CollectionError that
names every mistake. Leaves out meetings (loading).
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from data.typeset import model
from data.typeset.loading import attendee, reference
from data.typeset.reading import Node, root_node, words

_FIELDS = (
    "file",
    "kind",
    "template",
    "title",
    "subtitle",
    "organisation",
    "board",
    "date",
    "version",
    "case_numbers",
    "owner",
    "author",
    "issue",
    "summary",
    "sections",
    "recommendations",
    "references",
)
# kind of table -> field of a row -> printed head of its column
_COLUMNS = {
    "milestones": {"milestone": "Milstolpe", "date": "Datum"},
    "activities": {"activity": "Delaktivitet", "start": "Start", "end": "Slut", "responsible": "Ansvarig"},
}


def load_document(path: Path) -> model.DocumentEntry:
    """Return the directive or report in ``path``; CollectionError names every mistake."""
    root = root_node(path)
    document = _document(root, path.name)
    if root.mistakes:
        raise model.CollectionError("\n".join(root.mistakes))
    return document


def _document(node: Node, source: str) -> model.DocumentEntry:
    node.only(_FIELDS)
    author = node.maybe_node("author")
    return model.DocumentEntry(
        source=source,
        file=node.text("file"),
        kind=cast("Literal['directive', 'report']", node.word("kind", ("directive", "report"))),
        template=cast("model.Template", node.word("template", words(model.Template))),
        title=node.text("title"),
        subtitle=node.maybe("subtitle"),
        organisation=node.text("organisation"),
        board=node.text("board"),
        date=node.date("date"),
        version=node.maybe("version"),
        case_numbers=node.texts("case_numbers"),
        owner=attendee(node.node("owner")),
        author=attendee(author) if author else None,
        issue=node.maybe("issue"),
        summary=node.maybe("summary") or "",
        sections=tuple(_section(item) for item in node.nodes("sections")),
        recommendations=_recommendations(node.maybe_node("recommendations")),
        references=tuple(reference(item) for item in node.nodes("references")),
    )


def _section(node: Node) -> model.DocumentSectionEntry:
    node.only(("number", "heading", "text", "tables"))
    return model.DocumentSectionEntry(
        number=node.maybe("number") or "",
        heading=node.text("heading"),
        text=node.maybe("text") or "",
        tables=tuple(_table(item) for item in node.nodes("tables")),
    )


def _table(node: Node) -> model.TableEntry:
    node.only(("kind", "caption", "rows"))
    columns = _COLUMNS[node.word("kind", tuple(_COLUMNS))]
    for row in node.nodes("rows"):
        row.only(tuple(columns))
    rows = tuple(tuple(row.text(field) for field in columns) for row in node.nodes("rows"))
    return model.TableEntry(node.maybe("caption"), tuple(columns.values()), rows)


def _recommendations(node: Node | None) -> model.RecommendationsEntry | None:
    if node is None:
        return None
    node.only(("heading", "lead", "points"))
    return model.RecommendationsEntry(node.text("heading"), node.maybe("lead"), node.texts("points"))
