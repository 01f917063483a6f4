"""Composes the printed blocks of a paragraph: what is set on the page and what the gold says stands there.

Owns the order of the parts of a section, the sentences that the typesetter itself adds (ballots in prose, immediate
adjustment) and the labels of points. Always: typesetting and gold both come from the same blocks, so they cannot drift
apart. Leaves out how blocks look.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.typeset.model import BallotEntry, Form, ParagraphEntry, Point, SectionEntry, VoteEntry, VoteWord
from nlp.acts import SectionKind

IMMEDIATE = "Paragrafen justeras omedelbart."

BlockKind = Literal["text", "bullet", "point", "ballots"]

_BALLOT_HEAD = ("Ledamot", "Parti", "Ja", "Nej", "Avstår")
_VOTE_COLUMN: dict[VoteWord, int] = {"yes": 2, "no": 3, "abstain": 4}
_VOTE_SENTENCE: dict[VoteWord, str] = {"yes": "röstar Ja", "no": "röstar Nej", "abstain": "avstår från att rösta"}


@dataclass(frozen=True, slots=True)
class Block:
    """One printed block. ``label`` stands before the text of a point ("1."); ``rows`` is a table, its head first."""

    kind: BlockKind
    text: str = ""
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> str:
        """Return the block as running text, as a reader of the page would copy it."""
        if self.rows:
            return "\n".join(" ".join(cell for cell in row if cell) for row in self.rows)
        return f"{self.label} {self.text}".strip() if self.kind == "point" else self.text


def text_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text: printed paragraphs, and bullets for the lines that begin with "- "."""
    lines = (line for block in text.split("\n\n") for line in block.split("\n") if line)
    return tuple(Block("bullet", line[2:]) if line.startswith("- ") else Block("text", line) for line in lines)


def section_blocks(paragraph: ParagraphEntry, section: SectionEntry) -> tuple[Block, ...]:
    """Return the printed blocks of one section of ``paragraph``, heading left out."""
    blocks = (
        *_lead(section),
        *text_blocks(section.text),
        *point_blocks(section.points, section.form),
        *_once(tuple(motion.text for motion in section.motions)),
        *(block for vote in section.votes for block in _vote(vote)),
        *_once(tuple(entry.text for entry in section.reservations)),
        *_once(tuple(entry.text for entry in section.notes)),
        *(Block("bullet", text) for text in section.bullets),
        *text_blocks(section.closing or ""),
    )
    return (*blocks, Block("text", IMMEDIATE)) if section is _immediate_section(paragraph) else blocks


def section_text(paragraph: ParagraphEntry, section: SectionEntry) -> str:
    """Return the running text of a section, one block per line."""
    return "\n".join(block.words for block in section_blocks(paragraph, section))


def point_blocks(points: tuple[Point, ...], form: Form) -> tuple[Block, ...]:
    """Return decision or proposal points as they are printed in ``form``."""
    if form == "numbered":
        return tuple(Block("point", point.text, f"{place}.") for place, point in enumerate(points, start=1))
    if form == "plain":
        return tuple(Block("text", point.text) for point in points)
    # att-points are printed with a dash before them, in the house's two templates
    return tuple(Block("point" if form == "att" else "bullet", point.text) for point in points)


def _immediate_section(paragraph: ParagraphEntry) -> SectionEntry | None:
    decisions = [section for section in paragraph.sections if section.kind is SectionKind.DECISION]
    return decisions[-1] if paragraph.immediate and decisions else None


def _lead(section: SectionEntry) -> tuple[Block, ...]:
    if section.lead is None:
        return ()
    return (Block("text", section.lead if section.lead.endswith(":") else f"{section.lead}:"),)


def _once(texts: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the blocks of ``texts``; a text that two entries share is printed once."""
    return tuple(block for text in dict.fromkeys(texts) for block in text_blocks(text))


def _vote(vote: VoteEntry) -> tuple[Block, ...]:
    result = text_blocks(vote.result or "")
    if not vote.ballots:
        return result
    if vote.form == "table":
        return (Block("ballots", rows=_ballot_rows(vote.ballots)), *result)
    said = (_ballot_sentence(vote.ballots, word) for word in _VOTE_SENTENCE)
    return (*(Block("text", sentence) for sentence in said if sentence), *result)


def _ballot_rows(ballots: tuple[BallotEntry, ...]) -> tuple[tuple[str, ...], ...]:
    rows = []
    for ballot in ballots:
        row = [ballot.name, ballot.party, "", "", ""]
        row[_VOTE_COLUMN[ballot.vote]] = "X"
        rows.append(tuple(row))
    return (_BALLOT_HEAD, *rows)


def _ballot_sentence(ballots: tuple[BallotEntry, ...], word: VoteWord) -> str:
    """Return "A (S), B (V) och C (MP) röstar Ja (3)." or nothing."""
    names = [f"{ballot.name} ({ballot.party})" for ballot in ballots if ballot.vote == word]
    if not names:
        return ""
    listed = f"{', '.join(names[:-1])} och {names[-1]}" if len(names) > 1 else names[0]
    return f"{listed} {_VOTE_SENTENCE[word]} ({len(names)})."
