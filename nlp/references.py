"""References to other paragraphs and cases in running text.

"BPT 2021-03-04 § 7", "§53 BPT", "Von au protokoll, 2024-03-07, § 20", "den 29 februari 2024, § 98, den 21 mars
2024, § 106", "paragraferna 61–62" (written out), "§ 8/2025" (number 8). A date without a body is a meeting of the
protocol's own body; a bare "§ 12" is a paragraph of the same meeting, unless the same block has just named another
meeting. Sections of law ("3 kap. 10 § patientsäkerhetslagen", "§ 5 i reglementet") are no references.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from nlp.acts import CaseReference, ParagraphReference, Range, Reference, SectionKind
from nlp.boards import BOARD, NO_BOARDS, body_meant, nominative
from nlp.casenumbers import cited_case_numbers
from nlp.dates import find_dates

_NUMBER = r"\d{1,4}(?:/(?:19|20)?\d{2})?(?!\d|[:]\d|\s?[-–]\s?\d{2}\s?[-–]\s?\d{2})"
_JOIN = r"(?:\s?[–—-]\s?|,\s?|\s(?:och|samt|till)\s)"
# "§ 8/2025", "§§ 61-62", "§§ 12, 14 och 16", "paragraferna 61–62", "paragraf 71"
_SIGN = re.compile(
    (
        rf"(?:§§?|\bparagraf(?:erna|er|en)?)\s?(?P<list>{_NUMBER}(?:{_JOIN}(?:§\s?)?{_NUMBER}(?!\s?(?:jan|feb"
        rf"|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)))*)"
    ),
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"/(?:19|20)\d\d")  # "§ 8/2025": a paragraph of that year, of which meeting is not told
# "§ 5 i reglementet", "§ 6 socialtjänstlagen", "3 kap. § 4": a section of law or of a rule book
_LAW_BEHIND = re.compile(
    r"^\s*(?:(?:i|enligt)\s+)?(?:\w+ ){0,2}?\w*(?:lag(?:en)?|balk(?:en)?|förordning(?:en)?"
    r"|reglemente(?:t)?|stadga(?:n|rna)?|ordning(?:en)?|"
    r"avtal(?:et)?|föreskrift\w*|bestämmelse\w*|konvention(?:en)?)\b|^\s*(?:SoL|HSL|LSS|LVU|LVM|LOU|LOV"
    r"|KL|OSL|MB|PBL|AB|MBL)\b"
)
_LAW_BEFORE = re.compile(
    r"(?:\bkap\.?|\w*lag(?:en)?s?|\w*balken|\w*förordning(?:en)?|\w*reglemente(?:t)?|\w*stadgar?n?a?"
    r"|\w*avtal(?:et)?|\b(?:SoL|HSL|LSS|LVU|LVM|LOU|LOV|KL|OSL|MB|PBL|AB|MBL|SFS \S+|FL)),?\s*$"
)
# "13 §", "§ 13" turned as in Finland, behind a body or a date: "Stadsstyrelsen 13 § 14.1.2025", "14.1.2025, 13 §"
_TURNED = re.compile(r"(?<![\w.,:/§-])(?P<number>[1-9]\d{0,3}) §(?! ?\d{1,4}(?![\d.]))")
_TURNED_DATE = re.compile(r"[,;:]?\s*(?:\(|den\s|av den\s)?")
_BETWEEN = r"(?:[\s,;:(]|\b(?:protokoll\w*|prot|paragraf\w*|beslut\w*|punkt\w*|den|och|samt)\b\.?)*$"
_DATE_ENDS = re.compile(rf"^{_BETWEEN}")
# between a body and its date or §: "protokoll", "sammanträde den", "uppdrag", "beslutade", "godkände", "beställde"
_AFTER_BOARD = re.compile(
    r"^s?(?:[\s,:;(–-]|\b(?:protokoll\w*|prot|sammanträde\w*|möte\w*|beslut\w*|beslöt|uppdrag\w*|den|vid|på"
    r"|från|har|gav|uppdrog|behandla\w*|återremittera\w*|bordla\w*|ärendet?|paragraf\w*|daterat|av"
    r"|i|om|som|också|även|redan|tog|antog|avslog|fick|\w{2,}(?:erade|mnade|tade|rde|nde|llde|kte))\b\.?)*$"
)
# "§ 14 den 18 mars 2021": the date of the § before it, unless the next reference begins so ("§ 98, den 3 maj, § 106")
_DATE_FOLLOWS = re.compile(r",? (?:(?:vid|från|på) (?:\w+s )?(?:sammanträde|möte)t? )?(?:av )?den ")
_NEXT_SIGN = re.compile(r"[,)]?\s*(?:§|paragraf)")
# "Den 5 mars 2024, § 33, beslutade kommunstyrelsen"
_VERB_BEHIND = re.compile(
    r"^,?\s*(?:beslutade|gav|uppdrog|återremitterade|behandlade|godkände|antog|fastställde|bordlade)\s+"
)
_WINDOW = 140


@dataclass(frozen=True, slots=True)
class _Meeting:
    """The meeting that a reference stands in: where its words begin, body, date, and where a date behind the § ends."""

    start: int
    board: str | None
    date: str | None
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a reference is read in: the meeting's body and date, the bodies that the paragraph names, the section."""

    board: str | None
    date: str | None
    known: tuple[str, ...]
    kind: SectionKind

    def body(self, printed: str) -> str:
        return body_meant(printed, self.board, self.known)


def read_references(
    text: str,
    *,
    board: str | None,
    date: str | None,
    kind: SectionKind = SectionKind.OTHER,
    known: Collection[str] = (),
) -> tuple[Reference, ...]:
    """Return the references of a section in reading order.

    ``board`` and ``date`` are the meeting's own; ``known`` are the bodies that the paragraph names, of which "nämnden"
    may be one.
    """
    frame = _Frame(board, date, tuple(known), kind)
    found: list[tuple[int, Reference]] = []
    for line in re.finditer(r"[^\n]+", text):
        found += [(r.ranges[0].start, r) for r in _in_block(text, line.start(), line.end(), frame)]
        found += [(r.ranges[0].start, r) for r in _turned(text, line.start(), line.end(), frame)]
    found += [(span.start, CaseReference(number, (span,))) for span, number in cited_case_numbers(text)]
    return tuple(reference for _, reference in sorted(found, key=lambda item: item[0]))


def _in_block(text: str, start: int, end: int, frame: _Frame) -> list[ParagraphReference]:
    found: list[ParagraphReference] = []
    block = text[start:end]
    if "§" not in block and "aragraf" not in block:
        return found
    dates = find_dates(block)
    previous: _Meeting | None = None
    last_end = 0
    for match in _SIGN.finditer(block):
        if _is_law(block, match):
            continue
        meeting = _meeting(block, match, dates, last_end, frame)
        if meeting.board is None and meeting.date is None and _OF_YEAR.search(match["list"]):
            meeting = replace(meeting, board=frame.board)
        elif meeting.board is None and meeting.date is None:
            meeting = _bare(block, match, dates, previous, frame)
        elif meeting.board is None:
            shared = previous and previous.board != frame.board and _follows(block, last_end, meeting.start)
            meeting = replace(meeting, board=previous.board if previous and shared else frame.board)
        last_end = max(match.end(), meeting.end)
        span = Range(start + meeting.start, start + last_end)
        found += [ParagraphReference(meeting.board, meeting.date, n, (span,)) for n in _numbers(match["list"])]
        previous = meeting
    return found


def _lies_between(block: str, start: int, end: int) -> bool:
    return start <= end and _TURNED_DATE.fullmatch(block, start, end) is not None


def _turned(text: str, start: int, end: int, frame: _Frame) -> list[ParagraphReference]:
    """Read "13 §": only right behind a body, or beside a date, for a section of law is printed so everywhere."""
    found: list[ParagraphReference] = []
    block = text[start:end]
    if " §" not in block:
        return found
    for match in _TURNED.finditer(block):
        if _LAW_BEHIND.match(block[match.end() : match.end() + 60]):
            continue
        dates = find_dates(block)
        behind = next((d for d in dates if _lies_between(block, match.end(), d[0].start)), None)
        before = next((d for d in dates if _lies_between(block, d[0].end, match.start())), None)
        first = before[0].start if before else match.start()
        board = _board_before(block, first, 0)
        date = (behind or before or (None, None))[1]
        if board is None and date is None:
            continue
        span = Range(start + (board[0] if board else first), start + max(match.end(), behind[0].end if behind else 0))
        body = frame.body(board[1]) if board else frame.board
        found.append(ParagraphReference(body, date, int(match["number"]), (span,)))
    return found


def _follows(block: str, last_end: int, start: int) -> bool:
    """Whether only a comma or "och" lies between two references, so that the second shares the first's body."""
    return re.fullmatch(r"[\s,;]*(?:och|samt)?\s*(?:den)?\s*", block[last_end:start]) is not None


def _is_law(block: str, match: re.Match[str]) -> bool:
    """Whether the § is one of law or of a rule book; "1 kap. 1 § 2" has its number before the sign."""
    if re.search(r"\d\s?[a-z]?\s?$", block[max(0, match.start() - 4) : match.start()]) and not find_dates(
        block[max(0, match.start() - 20) : match.start()]
    ):
        return True
    return beside_law(block[max(0, match.start() - 40) : match.start()], block[match.end() : match.end() + 60])


def beside_law(before: str, behind: str) -> bool:
    """Whether a § between these words is one of a law or a rule book: "§ 5 kommunallagen", "kommunallagen § 5"."""
    return bool(_LAW_BEHIND.match(behind) or _LAW_BEFORE.search(before))


def _meeting(
    block: str,
    match: re.Match[str],
    dates: tuple[tuple[Range, str], ...],
    last_end: int,
    frame: _Frame,
) -> _Meeting:
    """Read body and date around one § sign: before it, else behind it ("§53 BPT", "§ 14 den 18 mars 2021")."""
    start, date, end = match.start(), None, 0
    for span, value in dates:
        if last_end <= span.start and span.end <= match.start() and _DATE_ENDS.match(block[span.end : match.start()]):
            start, date = span.start, value
    if date is None:
        date, end = _date_behind(block, match.end(), dates)
    before = _board_before(block, start, last_end)
    if before is not None:
        return _Meeting(before[0], frame.body(before[1]), date, end)
    behind = _board_behind(block, match, has_date=date is not None)
    if behind is not None:
        board, behind_date = behind
        return _Meeting(start, frame.body(board), date or behind_date, end)
    return _Meeting(start, None, date, end)


def _date_behind(block: str, position: int, dates: tuple[tuple[Range, str], ...]) -> tuple[str | None, int]:
    """Return the date that follows a §, with where it ends."""
    for span, value in dates:
        if _DATE_FOLLOWS.fullmatch(block[position : span.start]) and not _NEXT_SIGN.match(block[span.end :]):
            return value, span.end
    return None, 0


def _board_before(block: str, position: int, last_end: int) -> tuple[int, str] | None:
    """The last body before ``position`` with nothing but words of reference between."""
    begin = max(last_end, position - _WINDOW)
    for match in reversed(list(BOARD.finditer(block, begin, position))):
        if match[0].upper() in NO_BOARDS:
            continue
        return (match.start(), match[0]) if _AFTER_BOARD.match(block[match.end() : position]) else None
    return None


def _board_behind(block: str, match: re.Match[str], *, has_date: bool) -> tuple[str, str | None] | None:
    """Read a body behind the sign: "§53 BPT", "§ 12 Socialnämnden 2024-03-05", "§ 33, beslutade kommunstyrelsen"."""
    rest = block[match.end() : match.end() + _WINDOW]
    verb = _VERB_BEHIND.match(rest)
    if has_date and verb is None:
        return None
    gap = verb or re.match(r",?\s{1,2}(?:i\s)?", rest)
    board = BOARD.match(rest, gap.end()) if gap else None
    if board is None or board[0].upper() in NO_BOARDS:
        return None
    date = next(
        (v for r, v in find_dates(rest) if _AFTER_BOARD.match(rest[board.end() : r.start]) and r.start >= board.end()),
        None,
    )
    return board[0], None if has_date else date


def _bare(
    block: str,
    match: re.Match[str],
    dates: tuple[tuple[Range, str], ...],
    previous: _Meeting | None,
    frame: _Frame,
) -> _Meeting:
    """A § alone: the meeting that the block has just named, else this very meeting (unknown among a basis' papers)."""
    if previous is not None and _follows(block, match.start(), match.start()) and previous.date != frame.date:
        return _Meeting(match.start(), previous.board, previous.date)
    named = _protocol_named(block[: match.start()], dates)
    if named is not None:
        return _Meeting(match.start(), *named)
    if frame.kind in (SectionKind.BASIS, SectionKind.EARLIER):
        return _Meeting(match.start(), None, None)
    return _Meeting(match.start(), frame.board, frame.date)


def _protocol_named(before: str, dates: tuple[tuple[Range, str], ...]) -> tuple[str, str] | None:
    """Read a meeting named before: "Protokoll från sammanträde 240223 med Samverkansnämnden. … § 17"."""
    place = before.lower().rfind("protokoll")
    if place < 0:
        return None
    date = next((v for r, v in dates if place <= r.start < len(before)), None)
    board = next((m[0] for m in BOARD.finditer(before, place) if m[0].upper() not in NO_BOARDS), None)
    return (nominative(board), date) if board and date else None


def _numbers(printed: str) -> list[int]:
    """Write a list out: "61–62" is 61 and 62, "8/2025" is 8."""
    numbers: list[int] = []
    for first, last in re.findall(r"(\d{1,4})(?:/\d{2,4})?(?:\s?[–—-]\s?(?:§\s?)?(\d{1,4})(?![\d/]))?", printed):
        low, high = int(first), int(last or first)
        numbers += range(low, high + 1) if low <= high <= low + 200 else [low]
    return list(dict.fromkeys(numbers))
