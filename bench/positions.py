"""Positions of issues against the records they come from, and a sheet to be judged by reading.

    .venv/bin/python bench/positions.py --library DIR [--issues 5] [--seed 1] [--least 6]

Every issue of the library is asked for and its cells are compared with the paragraph records that `export` prints: acts
missing, acts more, acts in another party's or year's cell. Then some issues with at least so many acts are drawn and
written to bench/output/positions.txt, each with its table and the printed text of its paragraphs beside it.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from index.library import Library
from index.positions import PositionAct, Positions
from index.results import Issue
from ui import position_text

OUTPUT = Path(__file__).resolve().parent / "output"
Entry = tuple[str, str | None, str | None, str, str | None]
"""Paragraph, party, year, kind, and what a vote stood for."""


def main() -> None:
    """Compare every issue, print the counts, write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--issues", type=int, default=5)
    parser.add_argument("--least", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--organisation", help="only issues of this organisation are drawn")
    options = parser.parse_args()
    with Library.open(options.library) as library:
        records = {str(record["id"]): record for record in library.records()}
        library.persons()
        busy = time.process_time()
        found = [(issue, library.positions(issue.id)) for issue in library.issues(least=1)]
        busy = time.process_time() - busy
        print(f"{len(found)} issues, {busy / max(len(found), 1) * 1000:.1f} ms of processor each")
        print(_compared(found, records))
        rich = [each for each in found if _is_rich(each[1], records, options)]
        chance = random.Random(options.seed)  # noqa: S311 - a sample that can be drawn again
        drawn = chance.sample(rich, min(options.issues, len(rich)))
        OUTPUT.mkdir(parents=True, exist_ok=True)
        sheet = "\n\n".join(_sheet(library, issue, table) for issue, table in drawn)
        (OUTPUT / "positions.txt").write_text(sheet, encoding="utf-8")
        print(f"{len(drawn)} of {len(rich)} issues with {options.least} acts or more in bench/output/positions.txt")


def _is_rich(table: Positions, records: Mapping[str, Any], options: argparse.Namespace) -> bool:
    house = {records[act.paragraph_id]["organisation"] for act in table.acts}
    return len(table.acts) >= options.least and (not options.organisation or options.organisation in house)


def _compared(found: Sequence[tuple[Issue, Positions]], records: Mapping[str, Any]) -> str:
    missing: Counter[Entry] = Counter()
    more: Counter[Entry] = Counter()
    acts = 0
    for issue, table in found:
        wanted = Counter(entry for one in issue.paragraphs if one in records for entry in _entries(records[one]))
        shown = Counter(_entry(act, cell.party, cell.year) for cell in table.cells for act in cell.acts)
        acts += shown.total()
        missing += wanted - shown
        more += shown - wanted
    lines = [f"{acts} acts in cells; missing {missing.total()}, more or in another cell {more.total()}"]
    lines += [f"  missing {entry}" for entry in list(missing)[:20]]
    lines += [f"  more    {entry}" for entry in list(more)[:20]]
    return "\n".join(lines)


def _entry(act: PositionAct, party: str | None, year: str | None) -> Entry:
    # The record has no party where only the attendance list tells it.
    return act.paragraph_id, party if act.party_printed else None, year, act.kind.value, act.meaning


def _entries(record: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield the acts of a record, once a party; those without anybody behind them are no cell's."""
    year = record["date"][:4] if record["date"] else None

    def each(people: Sequence[Mapping[str, Any]], kind: str, meaning: str | None = None) -> Iterator[Entry]:
        for party in dict.fromkeys(person["party"] for person in people):
            yield record["id"], party, year, kind, meaning

    for motion in record["motions"]:
        yield from each(motion["movers"], f"moved-{motion['kind']}")
    for reservation in record["reservations"]:
        yield from each(reservation["by"], "reserved")
    for note in record["notes"]:
        yield from each(note["by"], "stated" if note["kind"] == "statement" else "noted")
    for vote in record["votes"]:
        choices = {"yes": "voted-yes", "no": "voted-no", "abstain": "abstained"}
        for choice, kind in choices.items():
            people = [ballot for ballot in vote["ballots"] if ballot["vote"] == choice]
            yield from each(people, kind, vote.get(f"{choice}_means"))
    for person in record["recusals"]:
        yield from each([person], "recused")
    for person in record.get("not_participating", ()):
        yield from each([person.get("person", person)], "not-participating")


def _sheet(library: Library, issue: Issue, table: Positions) -> str:
    parts = ["=" * 100, position_text.text(table, None)]
    for one in issue.paragraphs:
        stored = library.paragraph(one)
        parts.append(f"{'-' * 100}\n{stored.head.board} {stored.head.date} § {stored.head.number}")
        parts.append(stored.paragraph.text)
    return "\n\n".join(parts)


if __name__ == "__main__":
    main()
