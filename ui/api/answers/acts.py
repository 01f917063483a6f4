"""Assignments, arguments, positions and alliances, private names masked unless they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ui import arguments, ledger, masked, rows
from ui import positions as position_rows
from ui.api.answers.desk import Desk, coverage_row, part
from ui.api.asked import (
    AlliancesAsked,
    ArgumentsAsked,
    AssignmentsAsked,
    EchoesAsked,
    PageAsked,
    PositionsAsked,
    span,
)
from ui.api.models.acts import AlliancesAnswer, ArgumentPage, AssignmentPage, EchoPage, PositionsAnswer, ThemePage


def assignments(desk: Desk, asked: AssignmentsAsked) -> AssignmentPage:
    """List assignments as they stand on a day, what is due first first."""
    total, states = part(desk.library.assignments(asked.asked()), asked.offset, asked.limit)
    shown = masked.masked_assignments(states, desk.masker(names=asked.names))
    return AssignmentPage.model_validate(_page(desk, asked, total, ledger.rows(shown, nested=True)))


def reservations(desk: Desk, asked: ArgumentsAsked) -> ArgumentPage:
    """List what was argued, argument by argument."""
    found_acts = desk.library.reservations(asked.asked())
    every = [(act, place) for act in found_acts for place in range(max(1, len(act.arguments)))]
    total, shown = part(every, asked.offset, asked.limit)
    acts = masked.masked_argued([act for act, _ in shown], desk.masker(names=asked.names))
    found = (
        arguments.row(act, act.arguments[place] if act.arguments else None)
        for act, (_, place) in zip(acts, shown, strict=True)
    )
    return ArgumentPage.model_validate(_page(desk, asked, total, found))


def themes(desk: Desk, asked: ArgumentsAsked) -> ThemePage:
    """List the quotes of arguments that recur."""
    found = masked.masked_themes(desk.library.themes(asked.asked()), desk.masker(names=asked.names))
    total, shown = part(arguments.theme_rows(found), asked.offset, asked.limit)
    return ThemePage.model_validate(_page(desk, asked, total, shown))


def echoes(desk: Desk, asked: EchoesAsked) -> EchoPage:
    """List the arguments that say the like of a text; ``total`` counts no further than what is asked for."""
    found = desk.library.argued(asked.text, asked.asked(), limit=asked.offset + asked.limit)
    total, shown = part(found, asked.offset, asked.limit)
    told = masked.masked_echoes(shown, desk.masker(names=asked.names))
    return EchoPage.model_validate(_page(desk, asked, total, arguments.echo_rows(told)))


def positions(desk: Desk, asked: PositionsAsked) -> PositionsAnswer:
    """Show where the parties stood, year by year."""
    found = desk.library.positions(
        asked.start, parties=asked.party, years=span(asked.year), boards=asked.board, person=asked.person
    )
    masker = desk.masker(names=asked.names)
    cells = [row for row in position_rows.cell_rows(found, masker) if "acts" in row]
    return PositionsAnswer.model_validate(
        {
            "start": found.start,
            "person": found.person and found.person.name,
            "issues": desk.cited([rows.issue_row(issue) for issue in found.issues]),
            "parties": found.parties,
            "years": found.years,
            "cells": desk.cited(cells),
            "nameless": desk.cited([position_rows.act_row(act, masker) for act in found.nameless]),
            "paragraphs": found.paragraphs,
            "coverage": coverage_row(found.coverage),
        }
    )


def alliances(desk: Desk, asked: AlliancesAsked) -> AlliancesAnswer:
    """Show which parties reserve together."""
    found = desk.library.alliances(asked.start, parties=asked.party, years=span(asked.year), boards=asked.board)
    pairs = position_rows.nested_pair_rows(found, desk.masker(names=asked.names))
    return AlliancesAnswer.model_validate(
        {
            "start": found.start,
            "parties": found.parties,
            "years": found.years,
            "pairs": desk.cited(list(pairs)),
            "reserved": found.reserved,
            "paragraphs": found.paragraphs,
            "coverage": coverage_row(found.coverage),
        }
    )


def _page(desk: Desk, asked: PageAsked, total: int, items: Iterable[Mapping[str, object]]) -> dict[str, object]:
    return {
        "total": total,
        "offset": asked.offset,
        "limit": asked.limit,
        "items": desk.cited(list(items)),
        "coverage": desk.coverage(),
    }
