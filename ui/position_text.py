"""Positions, alliances and persons as text for people. Pure functions from values to lines.

Always holds: what is shown of a party are the acts that are printed, each with its words and where they stand; where
nothing is printed nothing is shown.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from index.masking import Masker
from index.persons import KnownPerson
from index.positions import Alliance, Alliances, PositionAct, PositionCell, Positions
from ui import course_words, words
from ui.positions import KINDS, NO_PARTY, NO_YEAR, people

_WIDTH = 100
_NAMES_TOLD = 12
_SILENT = "Tomt betyder att inget står i protokollen, inte att partiet var för eller emot."


def text(found: Positions, masker: Masker | None) -> str:
    """Return the table party by party and year by year, every act with its words and where they stand."""
    parts = [course_words.doubt(found.start)] if found.no_match else []
    parts.append("\n".join(_heading(found, masker)))
    parts += [_party(found, party, masker) for party in found.parties]
    if found.nameless:
        acts = "\n".join(_act(act, masker) for act in found.nameless)
        parts.append(f"UTAN UTSKRIVNA NAMN – av vem framgår inte\n{acts}")
    return "\n\n".join([*parts, f"{_SILENT}\n{words.coverage(found.coverage)}"])


def person_text(person: KnownPerson) -> str:
    """Return who somebody is: parties over time with where they are printed, other spellings and why, boards."""
    where = f", {person.organisation}" if person.organisation else ""
    lines = [f"{person.name}{where}"]
    for one in person.periods:
        places = dict.fromkeys((one.evidence_first, one.evidence_last))
        lines.append(f"  {one.party}: {words.date(one.first)} – {words.date(one.last)} ({' … '.join(places)})")
    lines += [
        f"  Skrivs också {one.name} ({words.count(one.times, 'gång', 'gånger')}): {one.why}."
        for one in person.spellings
        if one.why
    ]
    return "\n".join([*lines, f"  Organ: {', '.join(person.boards) or 'framgår inte'}"])


def alliances_text(found: Alliances) -> str:
    """Return who reserves with whom: a matrix of counts for each year, and the paragraphs behind each count."""
    covered = words.coverage(found.coverage)
    if not found.pairs:
        return f"Inga reservationer.\n{covered}"
    years = [_year(found, year) for year in found.years if any(pair.year == year for pair in found.pairs)]
    if found.no_match:
        years.insert(0, course_words.doubt(found.start))
    end = (
        "I rutan: gemensamma reservationer; på diagonalen partiets alla. "
        "Var för sig: egna reservationer i samma paragraf, som kan vilja olika saker.\n"
        f"{words.count(found.reserved, 'paragraf', 'paragrafer')} med reservation. {covered}"
    )
    return "\n\n".join([*years, end])


def _heading(found: Positions, masker: Masker | None) -> Iterator[str]:
    if found.person is not None:
        yield person_text(found.person)
    for issue in found.issues:
        title = masker.text(issue.title) if masker else issue.title
        cases = f" (dnr {', '.join(issue.case_numbers)})" if issue.case_numbers else ""
        yield f"{title}{cases}"
    yield words.count(found.paragraphs, "paragraf läst.", "paragrafer lästa.")


def _party(found: Positions, party: str | None, masker: Masker | None) -> str:
    lines = [party or NO_PARTY]
    for year in found.years:
        cell = found.cell(party, year)
        lines.append(f"  {year or NO_YEAR}{'' if cell.acts else _silent(cell)}")
        lines += [_act(act, masker) for act in cell.acts]
    return "\n".join(lines)


def _silent(cell: PositionCell) -> str:
    meetings = words.count(cell.present_at, "möte", "möten")
    return f"   (närvarande vid {meetings})" if cell.present_at else ""


def _act(act: PositionAct, masker: Masker | None) -> str:
    meaning = f" ({act.meaning})" if act.meaning else ""
    who = people(act, masker)
    names = f": {', '.join(who[:_NAMES_TOLD])}{' …' if len(who) > _NAMES_TOLD else ''}" if who else ""
    others = f", tillsammans med {', '.join(act.together)}" if act.together else ""
    told = "" if act.party_printed else " [partiet enligt närvarolistan]"
    quote = " ".join((masker.text(act.quote, act.title) if masker else act.quote).split())
    lines = [f"    {KINDS[act.kind]}{meaning}{names}{others}{told}"]
    lines += textwrap.wrap(f'"{quote}"', _WIDTH, initial_indent="      ", subsequent_indent="      ")
    return "\n".join([*lines, f"      {act.citation}"])


def _year(found: Alliances, year: str | None) -> str:
    pairs = [pair for pair in found.pairs if pair.year == year]
    there = {party for pair in pairs for party in (pair.party, pair.other)}
    lines = [year or NO_YEAR, *_matrix([party for party in found.parties if party in there], pairs)]
    for pair in pairs:
        if pair.party != pair.other:
            lines += _pair(pair)
    return "\n".join(lines)


def _matrix(parties: Sequence[str], pairs: Sequence[Alliance]) -> Iterator[str]:
    counts = {frozenset((pair.party, pair.other)): len(pair.joint) for pair in pairs}
    width = max(len(party) for party in parties) + 2
    yield " " * (width + 2) + "".join(party.rjust(width) for party in parties)
    for party in parties:
        cells = (counts.get(frozenset((party, other)), 0) for other in parties)
        yield f"  {party.ljust(width)}" + "".join(str(count or "").rjust(width) for count in cells)


def _pair(pair: Alliance) -> Iterator[str]:
    for label, acts in (("tillsammans", pair.joint), ("var för sig", pair.beside)):
        if acts:
            yield f"  {pair.party} och {pair.other} {label} {len(acts)}:"
            yield from (f"    {act.citation}" for act in acts)
