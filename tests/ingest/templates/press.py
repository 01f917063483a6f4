"""Sets the invented protocols: from a house and its matters to a PDF and the gold records of its paragraphs.

Text and gold come from one source, so they cannot drift apart; the pages of the gold are asked of the typesetter, not
of the reader. Leaves out how a house looks: that is typst source in ``houses``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import typst

from tests.ingest.templates.matters import MATTERS, Matter, Point, Record

PRELUDE = """
#set text(font: ("Liberation Sans", "DejaVu Sans", "Libertinus Serif"), size: 11pt, lang: "sv", hyphenate: false)
#set page(paper: "a4", margin: (x: 25mm, top: 38mm, bottom: 30mm))
#set par(leading: 0.62em, spacing: 1.1em)
#let mark(n) = context [#metadata((n: n, page: here().page())) <mark>]
#let txt(s) = par(s)
#let rub(h) = block(above: 1.5em, below: 0.7em, sticky: true, strong(h))
#let pt(m, s) = grid(columns: (7mm, 1fr), m, s)
#let hr() = line(length: 35%, stroke: 0.6pt)
#let tab(n, ..cells) = table(columns: n, stroke: 0.5pt, inset: 4pt, ..cells)
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[
  #text(size: 13pt, weight: "bold")[§ #nr #h(0.8em) #title] #linebreak() #case
]
"""
_VOTE = {"yes": "Ja", "no": "Nej", "abstain": "Avstår"}
_ABSENT = ""


@dataclass(frozen=True)
class House:
    """One way of printing. ``setup`` is typst that redefines what ``PRELUDE`` defines, ``cover`` what comes first.

    ``words`` are the headings by role ("" prints the part without a heading, and a role that is missing prints none
    of it), ``order`` the roles as they follow each other, ``points`` how decisions are marked: "att", "dash-att",
    "numbered-att", "sentence", "numbered", "bullets", "plain". ``items`` are (number, matter, case number).
    """

    file: str
    organisation: str | None
    board: str | None
    date: str | None
    words: dict[str, str]
    items: tuple[tuple[int, str, str], ...]
    setup: str = ""
    cover: str = ""
    tail: str = ""
    order: tuple[str, ...] = ("summary", "background", "earlier", "recusal", "proposal", "basis", "motions",
                              "procedure", "vote", "decision", "reservation", "note", "dispatch")  # fmt: skip
    points: str = "att"
    lead: str = "{N} beslutar"
    ballots: str = "columns"
    named: str = ""  # the body's name inside sentences, where that is not the board's
    immediate: str = "Paragrafen justeras omedelbart."
    run_in: bool = False
    rule_after_decision: bool = False
    breaks: bool = False  # every paragraph on a page of its own
    between: dict[int, str] = field(default_factory=dict)  # typst before the paragraph of this number
    headless: frozenset[str] = frozenset()  # roles printed without their heading
    attendance: tuple[tuple[str, str | None, str], ...] = ()  # name, party, role
    adjusters: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    kind: str = "protocol"


@dataclass(frozen=True)
class _Part:
    """A printed section: role, heading, typst of its body, its text as gold, and whether anything is printed."""

    role: str
    heading: str
    body: tuple[str, ...]
    text: str


def sheet(house: House) -> str:
    """Return the typst source of a house's protocol."""
    body = "\n".join(_paragraph(house, number, MATTERS[key], case) for number, key, case in house.items)
    return f"{PRELUDE}\n{house.setup}\n{house.cover}\n{body}\n{house.tail}"


def press(house: House, folder: Path) -> Path:
    """Typeset a house's protocol into ``folder``."""
    path = folder / house.file
    path.write_bytes(typst.compile(sheet(house).encode()))
    return path


def gold(house: House) -> list[Record]:
    """Return the gold records of a house's protocol."""
    marks = json.loads(typst.query(sheet(house).encode(), "<mark>", field="value"))
    pages: dict[int, list[int]] = {}
    for entry in marks:
        pages.setdefault(entry["n"], []).append(entry["page"])
    return [_record(house, number, MATTERS[key], case, pages[number]) for number, key, case in house.items]


def _record(house: House, number: int, matter: Matter, case: str, pages: list[int]) -> Record:
    parts = list(_parts(house, matter))
    roles = {part.role for part in parts}
    decides = "decision" in roles
    points = matter.points if decides else ()
    texts = [_pointed(house, point) for point in points]
    record: Record = {
        "file": house.file,
        "organisation": house.organisation,
        "board": house.board,
        "date": house.date,
        "number": number,
        "title": matter.title,
        "case_numbers": [_bare(case)] if case and matter.cased else [],
        "page_first": min(pages),
        "page_last": max(pages),
        "immediate": matter.immediate and decides,
        "sections": [{"kind": _kind(house, part), "heading": part.heading, "text": part.text} for part in parts],
        "decisions": [{"text": text, "outcome": p.outcome} for text, p in zip(texts, points, strict=True)],
        "motions": matter.acts.get("motions", []) if "motions" in roles else [],
        "votes": [_vote(matter)] if "vote" in roles else [],
        "reservations": matter.acts.get("reservations", []) if "reservation" in roles else [],
        "notes": matter.acts.get("notes", []) if "note" in roles else [],
        "assignments": [
            {"recipient": p.to, "text": text, "due": p.due} for text, p in zip(texts, points, strict=True) if p.to
        ],
        "reports": matter.acts.get("reports", []),
        "recusals": matter.acts.get("recusals", []) if "recusal" in roles else [],
        "references": matter.acts.get("references", []) if {"earlier", "summary"} & roles else [],
    }
    return record


def _kind(house: House, part: _Part) -> str:
    """Return the kind that the record's contract gives a part: what is headed "Ärendebeskrivning" sums up."""
    if part.role in house.headless:
        return "other"
    told = part.heading.lower().startswith(("sammanfattning", "ärende", "beskrivning", "redogörelse"))
    told = told and "bakgrund" not in part.heading.lower()
    if told and part.role == "background":
        return "summary"
    return "earlier" if part.heading.startswith("Beredning") else part.role


def _bare(case: str) -> str:
    """Take the label and brackets off a printed case number."""
    case = case.strip("()")
    for label in (
        "Diarienummer:",
        "Diarienummer",
        "Ärendenummer:",
        "Ärendenummer",
        "Diarienr:",
        "Diarienr",
        "Dnr:",
        "Dnr.",
    ):
        case = case.removeprefix(label).strip()
    return case.removeprefix("Dnr").strip().split("  ")[0]


def _pointed(house: House, point: Point) -> str:
    """Return a decision point as it is printed, its marker left out."""
    if house.points == "sentence":
        return f"{_said(house, house.lead)} att {point.inf}."
    if house.points in ("att", "dash-att"):
        return f"att {point.inf}"
    return point.inf if house.points == "numbered-att" else f"{point.fin}."


def _vote(matter: Matter) -> Record:
    vote = matter.vote
    if vote is None:
        raise ValueError(matter.title)
    ballots = [{"name": name, "party": party, "vote": word} for name, party, word in vote.rows]
    return {
        "yes": vote.count("yes"),
        "no": vote.count("no"),
        "abstain": vote.abstain,
        "yes_means": None,
        "no_means": None,
        "ballots": ballots,
    }


def _parts(house: House, matter: Matter) -> Iterator[_Part]:
    for role in house.order:
        if role not in house.words:
            continue
        blocks = list(_blocks(house, matter, role))
        if blocks:
            heading = "" if role in house.headless else _said(house, house.words[role])
            yield _Part(role, heading, tuple(b for b, _ in blocks), "\n".join(t for _, t in blocks))


def _blocks(house: House, matter: Matter, role: str) -> Iterator[tuple[str, str]]:
    """Yield typst and text of each block of one part."""
    if role == "decision":
        yield from _decision(house, matter)
    elif role == "proposal" and matter.proposal:
        yield from _points(house, matter.proposal, as_sentence=False)
    elif role == "vote" and matter.vote:
        yield from _voting(house, matter)
    else:
        for block in matter.parts.get(role, ()):
            yield _block(house, block)


def _block(house: House, block: str) -> tuple[str, str]:
    if block.startswith("|"):
        cells = block[1:].split("|")
        return _table(4, cells), " ".join(cells)
    if block.startswith("- "):
        return f"#pt([{chr(8226)}], {_content(block[2:])})", block[2:]
    text = _said(house, block)
    return f"#txt({_content(text)})", text


def _table(columns: int, cells: list[str]) -> str:
    return f"#tab({columns}, {', '.join(_content(c) for c in cells)})"


def _decision(house: House, matter: Matter) -> Iterator[tuple[str, str]]:
    finite = house.points in ("numbered", "bullets", "plain")
    yield from _points(house, tuple(p.fin if finite else p.inf for p in matter.points), as_sentence=True)
    if matter.immediate:
        yield _block(house, house.immediate)


def _points(house: House, points: tuple[str, ...], *, as_sentence: bool) -> Iterator[tuple[str, str]]:
    lead = _said(house, house.lead)
    if house.points == "sentence":
        for text in points:
            yield _block(house, f"{lead} att {text}.")
        return
    finite = house.points in ("numbered", "bullets", "plain")
    if not (finite and not house.lead):
        yield _block(
            house, f"{lead} att" if house.points == "numbered-att" else lead + (":" if finite and as_sentence else "")
        )
    for number, text in enumerate(points, start=1):
        yield _point(house, number, text)


def _point(house: House, number: int, text: str) -> tuple[str, str]:
    full = f"{text[:1].upper()}{text[1:]}." if house.points in ("numbered", "bullets", "plain") else f"{text}"
    if house.points in ("numbered", "numbered-att"):
        return f'#pt([#"{number}."], {_content(full)})', f"{number}. {full}"
    if house.points == "bullets":
        return f"#pt([•], {_content(full)})", full
    if house.points == "dash-att":
        return f"#pt([–], {_content('att ' + full)})", f"att {full}"
    if house.points == "att":
        return f"#txt({_content('att ' + full)})", f"att {full}"
    return f"#txt({_content(full)})", full


def _voting(house: House, matter: Matter) -> Iterator[tuple[str, str]]:
    vote = matter.vote
    if vote is None:
        return
    yield _block(house, vote.meanings)
    if house.ballots == "columns":
        cells = ["Ledamot", "Parti", "Ja", "Nej", "Avstår"]
        for name, party, word in vote.rows:
            cells += [name, party, *("X" if word == w else _ABSENT for w in _VOTE)]
        yield _table(5, cells), " ".join(c for c in cells if c)
    elif house.ballots == "bracketed":
        cells = ["Ledamöter", "Ja", "Nej", "Avstår"]
        for name, party, word in vote.rows:
            cells += [f"{name} ({party})", *("X" if word == w else _ABSENT for w in _VOTE)]
        yield _table(4, cells), " ".join(c for c in cells if c)
    elif house.ballots == "words":
        cells = ["Namn", "Parti", "Röst"]
        for name, party, word in vote.rows:
            cells += [name, party, _VOTE[word]]
        yield _table(3, cells), " ".join(cells)
    else:
        yield from _listed(house, vote.rows)
    yield _block(house, vote.result)


def _listed(house: House, rows: tuple[tuple[str, str, str], ...]) -> Iterator[tuple[str, str]]:
    labels = {"yes": "Ja", "no": "Nej", "abstain": "Avstår"}
    for word, label in labels.items():
        names = [f"{name} ({party})" for name, party, vote in rows if vote == word]
        if not names:
            continue
        joined = ", ".join(names[:-1]) + (" och " if len(names) > 1 else "") + names[-1]
        if house.ballots == "list":
            yield _block(house, f"{label}: {', '.join(names)}")
        else:
            verb = {"yes": "röstar ja", "no": "röstar nej", "abstain": "avstår från att rösta"}[word]
            yield _block(house, f"{joined} {verb}.")


def _said(house: House, text: str) -> str:
    name = house.named or house.board or "Nämnden"
    return text.replace("{N}", name).replace("{n}", name[:1].lower() + name[1:])


def _content(text: str) -> str:
    return f"[#{json.dumps(text, ensure_ascii=False)}]" if text else "[]"


def _paragraph(house: House, number: int, matter: Matter, case: str) -> str:
    printed = case if matter.cased else ""
    title = f"[#mark({number})#{json.dumps(matter.title, ensure_ascii=False)}]"
    lines = [house.between.get(number, "")]
    if house.breaks and number != house.items[0][0]:
        lines.append("#pagebreak(weak: true)")
    lines.append(f"#head([{number}], {title}, {_content(printed)})")
    parts = list(_parts(house, matter))
    for at, part in enumerate(parts):
        body = list(part.body)
        if at == len(parts) - 1:
            body[-1] = _marked(body[-1], number)
        if house.run_in and part.heading and body[0].startswith("#txt(["):
            heading = json.dumps(part.heading, ensure_ascii=False)
            body[0] = f"#txt([#strong({heading}) #h(0.2em) {body[0].removeprefix('#txt([')}"
        elif part.heading:
            lines.append(f"#rub({_content(part.heading)})")
        elif at and part.role in house.headless:
            lines.append("#hr()")
        lines += body
        if part.role == "decision" and house.rule_after_decision:
            lines.append("#hr()")
    return "\n\n".join(line for line in lines if line)


def _marked(block: str, number: int) -> str:
    """Put the mark that tells the last page behind the words of a block."""
    end = block.rindex("]")
    return f"{block[:end]}#mark({number}){block[end:]}"
