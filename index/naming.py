"""How a paragraph is named: its citation for people and its key for machines, and places found again by such names.

Always holds: pure. "HSN 2024-11-21 § 231" is read with the board's name or short name, with or without a date; what is
not wholly a place or a case number is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.boards import BoardName, resolve
from index.stored import Head
from ingest.records import DocumentKind
from nlp.casenumbers import find_case_numbers
from nlp.dates import find_dates

# "§ 231", "§231/2024", "paragraf 231", "13 §"; in "21 november 2024 § 231" the year is no number of a §
_NUMBER = re.compile(
    r"(?:§+|\bparagraf(?:en)?\b|\bpar\.)\s*(?P<number>\d{1,4})(?:/(?P<year>(?:19|20)\d\d))?(?![\w/:])(?!\s*[-–]\s*\d)"
    r"|(?<![\w.:/-])(?P<before>\d{1,4})\s?§+(?!\s*\d)",
    re.IGNORECASE,
)
# what stands between the parts of a name: "Socialnämndens protokoll den 21 november 2024, § 12"
_BETWEEN = r"(?:protokoll(?:et)?|sammanträde(?:t)?|möte(?:t)?|den|från|vid|av|[\s,;:])"
_AROUND = re.compile(rf"^{_BETWEEN}*(?<!\w)|(?<![^\s,;:]){_BETWEEN}*$", re.IGNORECASE)
# the end of a whole citation: "Socialnämnden 2024-11-21 § 231, dnr SN 12-2024, s. 34"
_CITED = re.compile(r"(?<=\d)(?:\s*,\s*dnr\.?\s[^§]*?)?(?:\s*,\s*s(?:idan?|\.)\s*\d+)?\s*$", re.IGNORECASE)
# "Bilaga 3.pdf § 28": how a paragraph of an unknown board is cited; "Direktiv.pdf": a document that has none
_IN_FILE = re.compile(
    r"\s*(?P<file>\S[^§]*\.(?:pdf|docx|html?|md|txt))(?:[\s,]*§+\s*(?P<number>\d{1,4}))?\s*", re.IGNORECASE
)
_KINDS = {DocumentKind.DIRECTIVE: "Direktiv", DocumentKind.REPORT: "Rapport"}
_SEPARATORS = re.compile(r"[\s.\-/:]+")


@dataclass(frozen=True, slots=True)
class Place:
    """What a name of paragraphs says: spellings of the board (() if none is named), date and number as far as named.

    ``file`` is the name of the file, where that stands in place of the meeting; without a number it is a document that
    is no protocol.
    """

    boards: tuple[str, ...]
    date: str | None
    number: int | None
    file: str | None = None

    def holds(self, head: Head) -> bool:
        """Whether ``head`` may be the paragraph that is meant."""
        board = not self.boards or head.board in self.boards
        date = self.date is None or (head.date or "").startswith(self.date)
        file = self.file is None or head.file.casefold() == self.file.casefold()
        return board and date and file and self.number in (None, head.number)


@dataclass(frozen=True, slots=True)
class Name:
    """What is written in a name of paragraphs: the key of a case number, or board, date and § as far as they are there.

    ``board`` is what is left beside date and §; whether it is one, only a library knows.
    """

    case: str | None = None
    board: str = ""
    date: str | None = None
    number: int | None = None
    file: str | None = None


def read_name(text: str) -> Name | None:
    """Return what ``text`` names by case number, § or date, None when it holds none of these or more than one."""
    case = parse_case_number(text)
    if case is not None:
        return Name(case=case)
    text = _CITED.sub("", text)
    in_file = _IN_FILE.fullmatch(text)
    if in_file is not None:
        return Name(number=int(in_file["number"]) if in_file["number"] else None, file=in_file["file"])
    number = _NUMBER.search(text)
    rest = text if number is None else f"{text[: number.start()]} {text[number.end() :]}"
    dates = find_dates(rest, years=True)
    if len(dates) > 1 or (number is None and not dates):
        return None
    for place, _ in dates:
        rest = f"{rest[: place.start]} {rest[place.end :]}"
    board = _bare(rest)
    if any(letter.isdigit() or letter == "§" for letter in board):
        return None
    date = dates[0][1] if dates else number["year"] if number else None
    return Name(board=board, date=date, number=int(number["number"] or number["before"]) if number else None)


def _bare(rest: str) -> str:
    """Return what is left of a name without the small words and signs around it."""
    shorter = _AROUND.sub("", " ".join(rest.split()))
    return " ".join(shorter.split())


def parse_place(text: str, boards: Sequence[BoardName]) -> Place | None:
    """Return the place that ``text`` names, None when it is something else.

    Raises UnknownFilterError when it names a board that the library does not know.
    """
    name = read_name(text)
    if name is None or (name.number is None and name.file is None):
        return None
    return Place(resolve(name.board, boards) if name.board else (), name.date, name.number, name.file)


def parse_case_number(text: str) -> str | None:
    """Return the key of the case number that ``text`` consists of ("dnr HSN 1203-2024"), None when it is none."""
    bare = re.sub(r"^\s*(?:dnr|diarienummer)[.:]?\s+", "", text, flags=re.IGNORECASE).strip()
    # People type "hsn 5-2022" too; in running text only capitals are trusted.
    for spelling in (bare, bare.upper()):
        for place, number in find_case_numbers(spelling):
            if (place.start, place.end) == (0, len(spelling)):
                return case_key(number)
    return None


def case_key(case_number: str) -> str:
    """Return a form in which the spellings of one case number agree: "HSN 83-2023" and "Hsn 83/2023" do."""
    return _SEPARATORS.sub("-", case_number.strip()).casefold()


def citation(head: Head, page: int) -> str:
    """Return "Socialnämnden 2024-11-21 § 231, dnr SN 12-2024, s. 34", leaving out what is not known."""
    cases = ", ".join(head.case_numbers)
    return ", ".join(part for part in (full_name(head), f"dnr {cases}" if cases else "", f"s. {page}") if part)


def full_name(head: Head) -> str:
    """Return "Socialnämnden 2024-11-21 § 231", with the file where the board or the date is not known.

    A document that is no protocol is named by its title: "Rapport Översyn av färdtjänsten, Socialnämnden 2024-11-21".
    """
    if head.number is None:
        kind = _KINDS.get(head.kind, "")
        title = head.title or head.file
        named = title if kind.casefold() in title.casefold() else f"{kind} {title}"
        dated = " ".join(part for part in (head.board, head.date) if part)
        return ", ".join(part for part in (named, dated) if part)
    return " ".join((meeting_name(head.board, head.date, head.file), f"§ {head.number}"))


def meeting_name(board: str | None, date: str | None, file: str) -> str:
    """Return "Socialnämnden 2024-11-21", the file's name where either is unknown: half a name finds no meeting."""
    return f"{board} {date}" if board and date else file


def named_by(start: str, head: Head) -> bool:
    """Whether the words ``start`` may be a name of this paragraph: they must at least end with its number.

    A document without one is named by its file.
    """
    if head.number is None:
        return start.strip().casefold() == head.file.casefold()
    return re.search(rf"§\s*{head.number}\s*$", start) is not None


def short_name(head: Head, boards: Sequence[BoardName]) -> str:
    """Return "SN 2024-11-21 § 231", with the board's name where it has no short one, the file's where it has none."""
    if head.number is None:
        return head.file
    short = next((board.abbreviation for board in boards if head.board in board.spellings), None)
    return f"{meeting_name(short or head.board, head.date, head.file)} § {head.number}"
