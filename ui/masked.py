"""Private names in tables and exports: the option that asks for them; what is masked of assignments and arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from index.arguments import Argued, Argument, Echo, Theme, ThemeCell
    from index.ledger import AssignmentRow, AssignmentState, Trail
    from index.library import Library
    from index.masking import Masker
    from index.statistics import MotionFate, Statistics

names_option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--names", is_flag=True, help="Skriv ut enskildas namn; annars står [namn] där. Förtroendevalda visas alltid."
)


def masker_of(library: Library, *, names: bool) -> Masker | None:
    """Return what masks private names, None where they were asked for."""
    return None if names else library.masker()


def masked_assignments(states: Iterable[AssignmentState], masker: Masker | None) -> tuple[AssignmentState, ...]:
    """Return assignments with the private names in their texts, titles and quotes masked."""
    if masker is None:
        return tuple(states)
    return tuple(
        replace(
            one, row=_row(one.row, masker), because=_trail(one.because, one.row.title, masker) if one.because else None
        )
        for one in states
    )


def masked_statistics(found: Statistics, masker: Masker | None) -> Statistics:
    """Return statistics with the private names in titles and quotes masked."""
    if masker is None:
        return found
    return replace(
        found,
        motions=tuple(_fate(one, masker) for one in found.motions),
        times=tuple(replace(one, title=masker.text(one.title)) for one in found.times),
    )


def _fate(one: MotionFate, masker: Masker) -> MotionFate:
    told = one.evidence
    return replace(
        one,
        title=masker.text(one.title),
        motion=replace(one.motion, text=masker.text(one.motion.text, one.title)),
        evidence=replace(told, text=masker.text(told.text, one.title)) if told else None,
    )


def _row(row: AssignmentRow, masker: Masker) -> AssignmentRow:
    return replace(
        row,
        text=masker.text(row.text, row.title),
        title=masker.text(row.title),
        parts=tuple(masker.text(part, row.title) for part in row.parts),
        trail=tuple(_trail(one, row.title, masker) for one in row.trail),
        offered=tuple(_trail(one, row.title, masker) for one in row.offered),
    )


def _trail(trail: Trail, about: str, masker: Masker) -> Trail:
    return replace(trail, quote=masker.text(trail.quote, about))


def masked_argued(argued: Iterable[Argued], masker: Masker | None) -> tuple[Argued, ...]:
    """Return acts with the private names in their titles, texts, quotes, motions and decisions masked."""
    return tuple(argued) if masker is None else tuple(_argued(one, masker) for one in argued)


def masked_echoes(echoes: Iterable[Echo], masker: Masker | None) -> tuple[Echo, ...]:
    """Return echoes with the private names in their acts and quotes masked."""
    if masker is None:
        return tuple(echoes)
    return tuple(
        replace(one, argued=_argued(one.argued, masker), argument=_argument(one.argument, one.argued.title, masker))
        for one in echoes
    )


def masked_themes(themes: Iterable[Theme], masker: Masker | None) -> tuple[Theme, ...]:
    """Return themes with the private names in the quotes of their cells masked."""
    if masker is None:
        return tuple(themes)
    return tuple(
        replace(
            theme,
            years=tuple(replace(year, cells=tuple(_cell(cell, masker) for cell in year.cells)) for year in theme.years),
        )
        for theme in themes
    )


def _cell(cell: ThemeCell, masker: Masker) -> ThemeCell:
    said = ((_argued(one, masker), _argument(each, one.title, masker)) for one, each in cell.arguments)
    return replace(cell, arguments=tuple(said))


def _argued(one: Argued, masker: Masker) -> Argued:
    return replace(
        one,
        title=masker.text(one.title),
        text=masker.text(one.text, one.title),
        arguments=tuple(_argument(each, one.title, masker) for each in one.arguments),
        defends=tuple(replace(each, text=masker.text(each.text, one.title)) for each in one.defends),
        against=tuple(masker.text(each, one.title) for each in one.against),
    )


def _argument(one: Argument, about: str, masker: Masker) -> Argument:
    return replace(one, quote=masker.text(one.quote, about))
