"""The whole demo collection: which files there are, loaded and checked, and which PDFs come of them.

Owns the folders. Always: a collection either loads whole or raises one CollectionError with the mistakes of all files.
Leaves out writing (building).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

from data.typeset import model
from data.typeset.checking import check_meeting
from data.typeset.document_loading import load_document
from data.typeset.gold import Printed, Record, gold_record
from data.typeset.loading import load_meeting
from data.typeset.sheets import Sheet, document_sheet, extract_sheet, protocol_sheet

DEMO = Path(__file__).parents[1] / "demo"

Entry = TypeVar("Entry", model.MeetingEntry, model.DocumentEntry)


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything that is typeset; ``extracts`` are pairs of a meeting and a § number."""

    meetings: tuple[model.MeetingEntry, ...]
    documents: tuple[model.DocumentEntry, ...]
    extracts: tuple[tuple[model.MeetingEntry, int], ...]


def load_collection(folder: Path = DEMO) -> Collection:
    """Return the collection in ``folder`` (meetings/*.yaml, documents/*.yaml, extracts.yaml)."""
    mistakes: list[str] = []
    meetings = tuple(_load_all(sorted((folder / "meetings").glob("*.yaml")), _checked_meeting, mistakes))
    documents = tuple(_load_all(sorted((folder / "documents").glob("*.yaml")), load_document, mistakes))
    mistakes.extend(_order_mistakes(meetings))
    if mistakes:
        raise model.CollectionError("\n".join(mistakes))
    return Collection(meetings, documents, _extracts(folder, meetings))


def sheets(collection: Collection) -> tuple[Sheet, ...]:
    """Return every PDF of the collection as a sheet."""
    return (
        *(protocol_sheet(meeting) for meeting in collection.meetings),
        *(extract_sheet(meeting, number) for meeting, number in collection.extracts),
        *(document_sheet(document) for document in collection.documents),
    )


def gold_records(collection: Collection, folder: Path = DEMO) -> Iterator[Record]:
    """Yield the gold record of every printed paragraph; page numbers are those that the typesetter wrote down."""
    pages = json.loads((folder / "pages.json").read_text(encoding="utf-8"))
    for meeting in collection.meetings:
        yield from _sheet_records(meeting, protocol_sheet(meeting).file, pages)
    for meeting, number in collection.extracts:
        yield from _sheet_records(meeting, extract_sheet(meeting, number).file, pages)


def _sheet_records(
    meeting: model.MeetingEntry, file: str, pages: dict[str, dict[str, dict[str, list[int]]]]
) -> Iterator[Record]:
    printed = pages[file]["paragraphs"]
    for paragraph in meeting.paragraphs:
        if str(paragraph.number) in printed:
            first, last = printed[str(paragraph.number)]
            yield gold_record(meeting, paragraph, Printed(file, first, last))


def _checked_meeting(path: Path) -> model.MeetingEntry:
    meeting = load_meeting(path)
    check_meeting(meeting)
    return meeting


def _load_all(paths: Iterable[Path], load: Callable[[Path], Entry], mistakes: list[str]) -> Iterator[Entry]:
    for path in paths:
        try:
            yield load(path)
        except model.CollectionError as error:
            mistakes.append(str(error))


def _order_mistakes(meetings: tuple[model.MeetingEntry, ...]) -> Iterator[str]:
    """Yield where § numbers of a board do not rise through the calendar year."""
    last: dict[tuple[str, str], int] = {}
    for meeting in sorted(meetings, key=lambda meeting: meeting.date):
        year = (meeting.code, meeting.date[:4])
        if meeting.number_first <= last.get(year, 0):
            yield f"{meeting.source}, number_first: {meeting.number_first} does not follow § {last[year]} of that year"
        last[year] = meeting.number_first + len(meeting.paragraphs) - 1


def _extracts(folder: Path, meetings: tuple[model.MeetingEntry, ...]) -> tuple[tuple[model.MeetingEntry, int], ...]:
    path = folder / "extracts.yaml"
    if not path.exists():
        return ()
    by_source = {meeting.source.removesuffix(".yaml"): meeting for meeting in meetings}
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    missing = sorted({entry["meeting"] for entry in listed} - set(by_source))
    if missing:
        raise model.CollectionError(f"{path.name}: no such meeting: {', '.join(missing)}")
    return tuple((by_source[entry["meeting"]], int(entry["number"])) for entry in listed)
