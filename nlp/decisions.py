"""Decision points of a section: what was decided, point by point.

A numbered, bulleted or att-point is one decision with everything that belongs to it (sub-points, lines after a
colon). A block without a marker gives one decision per sentence that decides; a sentence that only goes on ("Den
första ska …") stays with the one before. Lead-ins ("Socialnämnden beslutar:", "Enligt kommunstyrelsens förslag:"),
immediate adjustment, dissent and recusals are no decisions, nor is a list of what has come in since the last meeting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from nlp.acts import Decision, Range
from nlp.blocks import Block, blocks, joined, sentences_in
from nlp.boards import BOARD_NAME
from nlp.outcomes import decides, outcome_of

_DECIDING_WORD = (
    r"(?:beslutar|besluta|beslutat|beslut|föreslår|föreslå|förslag|yrkande\w*|hemställer|hemställan"
    r"|rekommenderar|tillstyrker)"
)
# as in "Socialnämnden beslutar:", "Kommunstyrelsens förslag till kommunfullmäktige:", "Nämnden beslutar att"
_LEAD_END = re.compile(
    (
        rf"\b{_DECIDING_WORD}(?:,? (?:för (?:egen|sin) del|följande|enligt följande|att|dels|därutöver|vidare"
        rf"|också|även|om|i ärendet))*\s*:?$|\bbeslut\w*,? (?:enligt )?följande\.$"
        rf"|\b(?:föreslår|hemställer hos|rekommenderar) (?:{BOARD_NAME})$"
    ),
    re.IGNORECASE,
)
_HAS_DECIDING_WORD = re.compile(rf"\b{_DECIDING_WORD}\b", re.IGNORECASE)
# as in "Utskottet föreslår att regionstyrelsen beslutar: Direktören får …": the lead-in on the point's own line
_LEAD_INSIDE = re.compile(rf"[^.:\"”]{{0,240}}\b{_DECIDING_WORD}\b[^.:\"”]{{0,120}}:\s+(?=\S)", re.IGNORECASE)
# as in "Den första ska delges …": goes on with what was decided before
_CONTINUES = re.compile(
    r"(?!Det (?:uppdras|noteras|antecknas|beslutas|konstateras)\b)(?:Den|Det|Detta|De|Dessa|Denna|Denne"
    r"|Dess|Därmed|Dock|Samtidigt|Således|Här|Ett sådant|En sådan)\b|(?:Medlen|Kostnaden|Kostnaderna"
    r"|Finansieringen|Beloppet)\b|Uppdraget ska\b|[^.]{3,60} ska (?:åter)?(?:redovisas|rapporteras"
    r"|återrapporteras|avrapporteras)\b"
)
# sentences of a decision section that decide nothing in the matter
_NO_DECISION = re.compile(
    r"omedelbart? juster|juster\w+ (?:\w+ ){0,3}omedelbar|\breserverar? sig\b|\bdeltar (?:inte|ej)\b|\bjäv(?:ig)?\b|"
    r"^Beslutet (?:är|var|fattas|fattades) (?:enhälligt|enigt)|^(?:Enhälligt|Enigt)\W*$"
    r"|särskilt yttrande|\b(?:får|vill|begär|låter)\b[^.]{0,80}\b(?:antecknat|noterat) (?:i"
    r"|till) protokollet|"
    r"\bställ\w+ (?:\w+ ){0,4}proposition\b|\bproposition(?:er)? (?:på|ställs|ställdes)\b|"
    r"\byrkar\b|^Beslutet kan överklagas|^Bilag\w+[ :]\d*\W*$|protokollsanteckning",
    re.IGNORECASE,
)
# "Antecknas. Efter sammanträdet har följande skrivelser och motioner inkommit": what came in is listed, not decided
_CAME_IN = re.compile(r"\bhar följande\b[^.]{0,80}\binkommit\b|\bföljande\b[^.]{0,60}\bhar inkommit\b", re.IGNORECASE)
_ADJUSTMENT = re.compile(r"omedelbart? juster|juster\w+ (?:\w+ ){0,3}omedelbar", re.IGNORECASE)
_LONGEST_ADJUSTMENT = 90
# as in "… till revisorerna Paragrafen justeras omedelbart.": a sentence of its own, which a point without a full stop
# has taken in
_ADJUSTMENT_BEHIND = re.compile(
    r"\s+(?:Denna paragraf|Paragrafen|Ärendet|Punkten|Beslutet|Protokollet|§|Omedelbar)(?!\w)[^.]{0,70}\.?$"
)
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Rest:
    """What follows a block: anything at all, and another numbered point before any lead-in."""

    any_left: bool
    list_goes_on: bool


@dataclass
class _Points:
    """The points read so far, and whether the last is still open for sub-points."""

    done: list[list[Range]] = field(default_factory=list)
    marker: str = ""
    open: bool = False

    def begin(self, ranges: list[Range], *, marker: str = "", still_open: bool = False) -> None:
        self.done.append(ranges)
        self.marker, self.open = marker, still_open

    def extend(self, span: Range) -> None:
        self.done[-1].append(span)


@lru_cache(maxsize=32)
def read_decisions(text: str) -> tuple[Decision, ...]:
    """Return the decisions of a decision section; ranges are of ``text``."""
    points = decision_points(text)
    return tuple(Decision(words, outcome_of(words), p) for p in points if (words := joined(text, p)))


@lru_cache(maxsize=32)
def decision_points(text: str) -> tuple[tuple[Range, ...], ...]:
    """Return the ranges of each decision point."""
    all_blocks = blocks(text)
    goes_on = _where_lists_go_on(all_blocks)
    points = _Points()
    for place, block in enumerate(all_blocks):
        if points.done and _CAME_IN.search(block.text):
            break
        _take(text, block, _Rest(any_left=place + 1 < len(all_blocks), list_goes_on=goes_on[place]), points)
    trimmed = (tuple(_without_adjustment(text, r) for r in point) for point in points.done)
    return tuple(p for p in trimmed if len(joined(text, p)) >= _SHORTEST)


def _without_adjustment(text: str, span: Range) -> Range:
    """Cut "Paragrafen justeras omedelbart." off the end of a point."""
    words = text[span.start : span.end]
    behind = _ADJUSTMENT_BEHIND.search(words, max(0, len(words) - _LONGEST_ADJUSTMENT))
    if behind is None or not _ADJUSTMENT.search(behind[0]):
        return span
    return Range(span.start, span.start + behind.start())


def is_lead_in(block: Block) -> bool:
    """Whether a block only says who decides or proposed: "Enligt stadsledningskontorets förslag:"."""
    if block.marker and not block.introduces:
        return False
    if _LEAD_END.search(block.text):
        return True
    return block.introduces and bool(_HAS_DECIDING_WORD.search(block.text)) and not decides(block.text)


def _take(text: str, block: Block, rest: _Rest, points: _Points) -> None:
    """Add one block: a lead-in closes the list, a marked block is a point, other blocks are read by sentences."""
    if _is_no_decision(text, block):
        points.open = False
    elif _belongs(block, rest, points):
        points.extend(block.range)
    elif is_lead_in(block) and (rest.any_left or points.done):
        points.marker, points.open = "", False
    elif block.marker or block.text.lower().startswith("att "):
        points.begin([_without_lead(block)], marker=block.marker, still_open=block.introduces)
    else:
        _take_sentences(text, block, points)


def _is_no_decision(text: str, block: Block) -> bool:
    """Whether nothing of a block decides; a marked point is left out only where it is nothing but the adjustment."""
    if block.marker:
        whole = _without_adjustment(text, block.range) == block.range
        return whole and len(block.text) < _LONGEST_ADJUSTMENT and _ADJUSTMENT.search(block.text) is not None
    return _NO_DECISION.search(block.text) is not None and not rest_of_sentences(text, block)


def rest_of_sentences(text: str, block: Block) -> list[Range]:
    """Return the sentences of a block that may decide: without adjustment, dissent and recusals."""
    spans = [_without_adjustment(text, s) for s in sentences_in(text, _without_lead(block))]
    return [s for s in spans if not _NO_DECISION.search(text[s.start : s.end])]


def _belongs(block: Block, rest: _Rest, points: _Points) -> bool:
    """Whether a block is part of the open point: after its colon, as a sub-point, or between two numbered points."""
    if not points.done or not (points.marker or points.open):
        return False
    if points.open:
        return points.marker == "" or block.marker != points.marker
    if block.marker:
        return points.marker == "number" and block.marker == "bullet"
    return points.marker == "number" and not is_lead_in(block) and rest.list_goes_on


def _where_lists_go_on(all_blocks: tuple[Block, ...]) -> list[bool]:
    """Tell for each block whether another numbered point follows before any lead-in."""
    goes_on, following = [], False
    for block in reversed(all_blocks):
        goes_on.append(following)
        if block.marker == "number":
            following = True
        elif is_lead_in(block):
            following = False
    return goes_on[::-1]


def _take_sentences(text: str, block: Block, points: _Points) -> None:
    spans = rest_of_sentences(text, block)
    for span in spans:
        if points.done and _CONTINUES.match(text[span.start : span.end]):
            _continue(text, span, points)
        else:
            points.begin([span], still_open=False)
    if spans:
        points.open, points.marker = block.introduces, ""


def _continue(text: str, span: Range, points: _Points) -> None:
    """Add a sentence to the last point, as one range where only white space lies between."""
    last = points.done[-1][-1]
    if not text[last.end : span.start].strip():
        points.done[-1][-1] = Range(last.start, span.end)
    else:
        points.extend(span)


def _without_lead(block: Block) -> Range:
    """Cut a lead-in that stands on the point's own line."""
    lead = _LEAD_INSIDE.match(block.text)
    if lead is None or (decides(lead[0]) and not _LEAD_END.search(lead[0].rstrip())):
        return block.range
    return Range(block.range.start + lead.end(), block.range.end)
