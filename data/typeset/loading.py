"""Loads meetings from YAML into frozen values.

Owns the names of the YAML fields. Always: a file either loads whole or raises a CollectionError that names every
mistake in it. Leaves out directives and reports (document_loading) and what must agree between fields (checking).
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from data.typeset import model
from data.typeset.reading import Node, root_node, words
from nlp.acts import MotionKind, Outcome, SectionKind

_SECTION_FIELDS = (
    "kind",
    "heading",
    "lead",
    "text",
    "points",
    "form",
    "motions",
    "votes",
    "reservations",
    "notes",
    "bullets",
    "closing",
)
_PARAGRAPH_FIELDS = (
    "number",
    "title",
    "case_numbers",
    "issue",
    "immediate",
    "sections",
    "assignments",
    "reports",
    "recusals",
    "references",
    "attachments",
    "assignment_fate",
    "supersedes",
)
_MEETING_FIELDS = (
    "organisation",
    "board",
    "code",
    "date",
    "template",
    "place",
    "time",
    "adjourned",
    "number_first",
    "members",
    "serving_substitutes",
    "other_substitutes",
    "others",
    "secretary",
    "adjusters",
    "adjusted",
    "posted",
    "paragraphs",
)


def load_meeting(path: Path) -> model.MeetingEntry:
    """Return the meeting in ``path``; CollectionError names every mistake of form."""
    root = root_node(path)
    meeting = _meeting(root, path.name)
    if root.mistakes:
        raise model.CollectionError("\n".join(root.mistakes))
    return meeting


def _meeting(node: Node, source: str) -> model.MeetingEntry:
    node.only(_MEETING_FIELDS)
    posted = node.node("posted")
    return model.MeetingEntry(
        source=source,
        organisation=node.text("organisation"),
        board=node.text("board"),
        code=node.word("code", ("HSN", "RS", "RSAU", "BPT")),
        date=node.date("date"),
        template=cast("model.Template", node.word("template", words(model.Template))),
        place=node.text("place"),
        time=node.text("time"),
        adjourned=node.texts("adjourned"),
        number_first=node.number("number_first"),
        members=tuple(attendee(item) for item in node.nodes("members")),
        serving_substitutes=tuple(attendee(item) for item in node.nodes("serving_substitutes")),
        other_substitutes=tuple(attendee(item) for item in node.nodes("other_substitutes")),
        others=tuple(attendee(item) for item in node.nodes("others")),
        secretary=node.text("secretary"),
        adjusters=tuple(attendee(item) for item in node.nodes("adjusters")),
        adjusted=node.date("adjusted"),
        posted_up=posted.date("up"),
        posted_down=posted.date("down"),
        paragraphs=tuple(_paragraph(item) for item in node.nodes("paragraphs")),
    )


def attendee(node: Node) -> model.Attendee:
    """Return a row of an attendance list."""
    node.only(("name", "party", "role", "title", "for", "paragraphs"))
    return model.Attendee(
        name=node.text("name"),
        party=node.maybe("party"),
        role=node.maybe("role"),
        title=node.maybe("title"),
        replaces=node.maybe("for"),
        paragraphs=node.maybe("paragraphs"),
    )


def _paragraph(listed: Node) -> model.ParagraphEntry:
    source = listed.where.split(",", maxsplit=1)[0]
    node = Node(listed.value, f"{source}, § {listed.value.get('number', '?')}", listed.mistakes)
    node.only(_PARAGRAPH_FIELDS)
    return model.ParagraphEntry(
        number=node.number("number"),
        title=node.text("title"),
        case_numbers=node.texts("case_numbers"),
        issue=node.maybe("issue"),
        immediate=node.flag("immediate"),
        sections=tuple(_section(item) for item in node.nodes("sections")),
        assignments=tuple(_assignment(item) for item in node.nodes("assignments")),
        reports=tuple(_report(item) for item in node.nodes("reports")),
        recusals=tuple(_person(item) for item in node.nodes("recusals")),
        references=tuple(reference(item) for item in node.nodes("references")),
        attachments=tuple(_attachment(item) for item in node.nodes("attachments")),
        fates=tuple(fate for item in node.nodes("assignment_fate") for fate in _fates(item)),
        supersedes=node.maybe("supersedes"),
    )


def _section(node: Node) -> model.SectionEntry:
    node.only(_SECTION_FIELDS)
    kind = SectionKind(node.word("kind", [str(kind) for kind in SectionKind]))
    points = _points(node, decided=kind is SectionKind.DECISION)
    return model.SectionEntry(
        kind=kind,
        heading=node.maybe("heading") or "",
        lead=node.maybe("lead"),
        text=node.maybe("text") or "",
        points=points,
        form=cast("model.Form", node.word("form", words(model.Form), _usual_form(points))),
        motions=tuple(_motion(item) for item in node.nodes("motions")),
        votes=tuple(_vote(item) for item in node.nodes("votes")),
        reservations=tuple(_reservation(item) for item in node.nodes("reservations")),
        notes=tuple(_note(item) for item in node.nodes("notes")),
        bullets=node.texts("bullets"),
        closing=node.maybe("closing"),
    )


def _points(node: Node, *, decided: bool) -> tuple[model.Point, ...]:
    if not decided:
        return tuple(model.Point(text, None) for text in node.texts("points"))
    outcomes = [str(outcome) for outcome in Outcome]
    return tuple(
        model.Point(item.text("text"), Outcome(item.word("outcome", outcomes))) for item in node.nodes("points")
    )


def _usual_form(points: tuple[model.Point, ...]) -> str:
    """Return how points are printed where the file does not say: att-points as such, several points numbered."""
    if points and all(point.text.startswith("att ") for point in points):
        return "att"
    return "numbered" if len(points) > 1 else "plain"


def _person(node: Node) -> model.Person:
    node.only(("name", "party"))
    found = model.Person(node.maybe("name"), node.maybe("party"))
    if found.name is None and found.party is None:
        node.wrong("name", "a person needs a name or a party")
    return found


def _motion(node: Node) -> model.MotionEntry:
    node.only(("movers", "kind", "text"))
    return model.MotionEntry(
        movers=tuple(_person(item) for item in node.nodes("movers")),
        kind=MotionKind(node.word("kind", [str(kind) for kind in MotionKind])),
        text=node.text("text"),
    )


def _vote(node: Node) -> model.VoteEntry:
    node.only(("yes", "no", "abstain", "yes_means", "no_means", "form", "ballots", "result"))
    return model.VoteEntry(
        yes=node.number("yes"),
        no=node.number("no"),
        abstain=node.maybe_number("abstain"),
        yes_means=node.text("yes_means"),
        no_means=node.text("no_means"),
        form=cast("model.BallotForm", node.word("form", words(model.BallotForm), "prose")),
        ballots=tuple(_ballot(item) for item in node.nodes("ballots")),
        result=node.maybe("result"),
    )


def _ballot(node: Node) -> model.BallotEntry:
    node.only(("name", "party", "vote"))
    vote = cast("model.VoteWord", node.word("vote", words(model.VoteWord)))
    return model.BallotEntry(node.text("name"), node.text("party"), vote)


def _reservation(node: Node) -> model.ReservationEntry:
    node.only(("by", "text"))
    return model.ReservationEntry(tuple(_person(item) for item in node.nodes("by")), node.text("text"))


def _note(node: Node) -> model.NoteEntry:
    node.only(("kind", "by", "text"))
    kind = cast("model.NoteKind", node.word("kind", words(model.NoteKind)))
    return model.NoteEntry(kind, tuple(_person(item) for item in node.nodes("by")), node.text("text"))


def _assignment(node: Node) -> model.AssignmentEntry:
    node.only(("recipient", "text", "due"))
    return model.AssignmentEntry(node.text("recipient"), node.text("text"), node.maybe_date("due"))


def _report(node: Node) -> model.ReportEntry:
    node.only(("board", "date", "number", "closed"))
    return model.ReportEntry(
        node.maybe("board"), node.maybe_date("date"), node.maybe_number("number"), node.flag("closed")
    )


def reference(node: Node) -> model.ReferenceEntry:
    """Return a reference to a paragraph or to a case."""
    node.only(("kind", "board", "date", "number", "case_number"))
    if node.word("kind", ("paragraph", "case")) == "case":
        return model.ReferenceEntry(None, None, None, node.text("case_number"))
    return model.ReferenceEntry(node.maybe("board"), node.maybe_date("date"), node.number("number"), None)


def _attachment(node: Node) -> model.AttachmentEntry:
    node.only(("title", "text"))
    return model.AttachmentEntry(node.text("title"), node.text("text"))


def _fates(node: Node) -> tuple[model.FateEntry, ...]:
    node.only(("assignment", "statuses"))
    return tuple(_fate(node.number("assignment"), item) for item in node.nodes("statuses"))


def _fate(assignment: int, node: Node) -> model.FateEntry:
    node.only(("as_of", "status", "reported"))
    status = cast("model.FateStatus", node.word("status", words(model.FateStatus)))
    return model.FateEntry(assignment, node.date("as_of"), status, node.maybe("reported"))
