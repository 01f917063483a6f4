"""Which party somebody stood for and when, from every time that a party is printed beside the name. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from index.persons.values import Naming, PartyPeriod


def periods_of(namings: Iterable[Naming]) -> tuple[PartyPeriod, ...]:
    """Return the runs of one party, in time order; what has no date belongs to the run of its party, or comes last."""
    told = [one for one in namings if one.party]
    dated = sorted((one for one in told if one.date), key=_order)
    runs = list(_runs(dated))
    for one in told:
        if one.date is None:
            run = next((run for run in runs if run[0].party == one.party), None)
            if run is None:
                runs.append([one])
            else:
                run.append(one)
    return tuple(_period(run) for run in runs)


def _order(naming: Naming) -> tuple[str, bool, str, int]:
    """By day; on one day the attendance list first."""
    return naming.date or "", naming.paragraph_id is not None, naming.file, naming.number or 0


def _runs(dated: Sequence[Naming]) -> Iterator[list[Naming]]:
    run: list[Naming] = []
    for one in dated:
        if run and run[0].party != one.party:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _period(run: Sequence[Naming]) -> PartyPeriod:
    dated = [one for one in run if one.date] or list(run)
    first, last = dated[0], dated[-1]
    return PartyPeriod(first.party or "", first.date, last.date, len(run), first.place, last.place)
