"""Positions and alliances as rows and tables. Pure functions from values to rows; `ui.position_text` makes text.

Every row carries the words, page, file and citation that it rests on; an empty cell is shown as empty. Names of private
persons are masked unless they are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from index.masking import Masker
from index.positions import Alliances, PositionAct, PositionKind, Positions
from ui.table_file import Table

Row = dict[str, object]

KINDS = {
    PositionKind.MOVED_APPROVE: "yrkar bifall",
    PositionKind.MOVED_REJECT: "yrkar avslag",
    PositionKind.MOVED_REMIT: "yrkar återremiss",
    PositionKind.MOVED_TABLE: "yrkar bordläggning",
    PositionKind.MOVED_AMEND: "yrkar ändring",
    PositionKind.MOVED_ADD: "yrkar tillägg",
    PositionKind.MOVED_OTHER: "annat yrkande",
    PositionKind.RESERVED: "reserverar sig",
    PositionKind.VOTED_YES: "röstar ja",
    PositionKind.VOTED_NO: "röstar nej",
    PositionKind.ABSTAINED: "avstår",
    PositionKind.NOT_PARTICIPATING: "deltar inte i beslutet",
    PositionKind.RECUSED: "jäv",
    PositionKind.NOTED: "protokollsanteckning",
    PositionKind.STATED: "särskilt yttrande",
}
COLUMNS = (
    "party",
    "year",
    "act",
    "meaning",
    "people",
    "together",
    "quote",
    "citation",
    "board",
    "date",
    "number",
    "title",
    "case_numbers",
    "page",
    "file",
    "party_printed",
    "item",
)
"""The columns of the table of acts, what is asked for first first."""
PAIR_COLUMNS = ("year", "party", "other", "joint", "beside", "alone", "joint_in", "beside_in")
NO_PARTY, NO_YEAR = "(parti framgår inte)", "utan datum"
_TEXTS = ("quote", "title")


def act_row(act: PositionAct, masker: Masker | None, *, plain: bool = False) -> Row:
    """Return one act as a row; ``plain`` with Swedish words in place of the names of the record."""
    row: Row = {
        "party": act.party,
        "year": act.year,
        "act": KINDS[act.kind] if plain else act.kind.value,
        "meaning": act.meaning,
        "people": list(people(act, masker)),
        "together": list(act.together),
        "quote": act.quote,
        "citation": act.citation,
        "board": act.board,
        "date": act.date,
        "number": act.number,
        "title": act.title,
        "case_numbers": list(act.case_numbers),
        "page": act.page,
        "file": act.file,
        "party_printed": act.party_printed,
        "item": act.item,
    }
    if not plain:
        row |= {
            "paragraph_id": act.paragraph_id,
            "document_id": act.document_id,
            "quote_range": [act.quote_range.start, act.quote_range.end],
            "issue": act.issue_id,
        }
    return masker.row(row, _TEXTS) if masker else row


def people(act: PositionAct, masker: Masker | None) -> tuple[str, ...]:
    """Return who acts, as printed; without a party a name is masked unless it is known."""
    if masker is None or act.party is not None:
        return act.people
    return tuple(masker.person(name) for name in act.people)


def rows(found: Positions, masker: Masker | None) -> Iterator[Row]:
    """Yield one row an act, cell by cell, then those that nobody is printed behind."""
    return (act_row(act, masker, plain=True) for act in (*found.acts, *found.nameless))


def cell_rows(found: Positions, masker: Masker | None) -> Iterator[Row]:
    """Yield one object a cell with its acts, silent ones too, then one with what nobody is printed behind."""
    for cell in found.cells:
        yield {
            "party": cell.party,
            "year": cell.year,
            "acts": [act_row(act, masker) for act in cell.acts],
            "present_at": cell.present_at,
        }
    if found.nameless:
        yield {"nameless": [act_row(act, masker) for act in found.nameless]}


def grid(found: Positions) -> Table:
    """Return parties by years, each cell what stands in it in words, empty where the party was silent."""
    years = [year or NO_YEAR for year in found.years]
    table: list[Row] = []
    for party in found.parties:
        told = {year or NO_YEAR: summary(found.cell(party, year).acts) for year in found.years}
        table.append({"parti": party or NO_PARTY, **told})
    return Table("partier per år", ("parti", *years), table)


def summary(acts: Sequence[PositionAct]) -> str:
    """Return what a cell holds, kind by kind: "yrkar avslag (2), röstar nej (1): bifall till förslaget"."""
    told = Counter((act.kind, act.meaning) for act in acts)
    ordered = sorted(told.items(), key=lambda each: list(PositionKind).index(each[0][0]))
    return "; ".join(
        f"{KINDS[kind]} ({times})" + (f" = {meaning}" if meaning else "") for (kind, meaning), times in ordered
    )


def pair_rows(found: Alliances) -> Iterator[Row]:
    """Yield one row a pair of parties and year, with the paragraphs behind each count."""
    for pair in found.pairs:
        yield {
            "year": pair.year,
            "party": pair.party,
            "other": pair.other,
            "joint": len(pair.joint),
            "beside": len(pair.beside),
            "alone": len(pair.alone) if pair.party == pair.other else None,
            "joint_in": [act.citation for act in pair.joint],
            "beside_in": [act.citation for act in pair.beside],
        }


def nested_pair_rows(found: Alliances, masker: Masker | None) -> Iterator[Row]:
    """Yield the same with the acts themselves."""
    for pair, row in zip(found.pairs, pair_rows(found), strict=True):
        yield row | {
            "joint_acts": [act_row(act, masker) for act in pair.joint],
            "beside_acts": [act_row(act, masker) for act in pair.beside],
        }
