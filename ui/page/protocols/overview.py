"""All meetings of the library as HTML: what there is of each body, what is missing, and what was hard to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from index.meetings import Gap, Meeting
from index.results import Coverage
from index.stored import paragraph_id
from ingest.records import DocumentKind
from ui import words
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.protocols import labels, tables
from ui.page.search.panel import library_empty
from ui.page.state import PageState, write
from ui.page.viewer.panel import file_address
from ui.speech import t

MOST_ROWS = 400
"""So many meetings are listed at once; of more, those of a body or a year are chosen first."""
_FEW = 6
"""Fewer § numbers than this hardly make a meeting: items that are secret or were adjusted apart are left out alone."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What is shown: ``all`` meetings, those ``asked`` for, and the ``gaps`` between the protocols asked for.

    ``narrowed`` says that not all were asked for, ``takes`` that files can be handed in through the page.
    """

    all: tuple[Meeting, ...]
    asked: tuple[Meeting, ...]
    gaps: tuple[Gap, ...]
    coverage: Coverage
    narrowed: bool
    takes: bool


def overview(shown: Overview, state: PageState) -> Markup:
    """Return all meetings, by body and year."""
    if not shown.all:
        return library_empty(state, takes=shown.takes)
    held = [one for one in shown.asked if one.document.record.kind is DocumentKind.PROTOCOL]
    others = [one for one in shown.asked if one.document.record.kind is not DocumentKind.PROTOCOL]
    head = tag("div", _heading(held, others), *_lead(shown), _outdated(shown.asked), class_="ps-status")
    if len(held) > MOST_ROWS:
        many = t("Välj ett organ eller ett år ovan för att se mötena: de är för många för en sida.")
        return join([head, _boards(held, shown, state), tag("p", many, class_="ps-honest")])
    return join([head, _boards(held, shown, state), *_sections(held, shown, state), _others(others, state)])


def _heading(held: Sequence[Meeting], others: Sequence[Meeting]) -> Markup:
    files, bodies = len({one.document.id for one in held}), len(set(map(_body, held)))
    if not held and not others:
        return tag("h2", t("Inga protokoll svarar mot urvalet"))
    return tag(
        "h2",
        t(
            "{protokoll} från {organ}",
            protokoll=words.count(files, "protokoll", "protokoll"),
            organ=words.count(bodies, "organ", "organ"),
        ),
    )


def _lead(shown: Overview) -> list[Markup]:
    covered = shown.coverage
    dates = sorted(one.date for one in shown.asked if one.date)
    said = []
    if dates:
        said.append(f"{words.date(dates[0])} – {words.date(dates[-1])}.")
    missing = sum(len(one.missing) for one in shown.asked)
    pages = {(one.document.id, problem.page) for one in shown.asked for problem in one.document.record.problems}
    if missing or pages:
        said.append(
            t(
                "{paragrafer} saknas inne i protokollen, {sidor} gick inte att läsa säkert.",
                paragrafer=words.count(missing, "§", "§§"),
                sidor=words.count(len(pages), "sida", "sidor"),
            )
        )
    else:
        said.append(t("Inga paragrafer saknas inne i protokollen, och alla sidor gick att läsa."))
    if shown.narrowed:
        whole = words.count(covered.documents, "dokument", "dokument")
        said.append(t("Urvalet är en del av bibliotekets {dokument}.", dokument=whole))
    return [tag("p", " ".join(said), class_="ps-lead")]


def _outdated(meetings: Sequence[Meeting]) -> Markup:
    old = {one.document.id for one in meetings if one.outdated}
    if not old:
        return EMPTY
    all_of_them = len(old) == len({one.document.id for one in meetings})
    which = t("Alla filer") if all_of_them else words.count(len(old), "fil", "filer")
    told = t(
        "{filer} lästes av en tidigare version av programmet. Läs in dem på nytt för att få med det som är nytt.",
        filer=which,
    )
    return tag("p", told, class_="ps-honest")


def _boards(held: Sequence[Meeting], shown: Overview, state: PageState) -> Markup:
    """Return one row a body: how much there is, the last protocol, and how many gaps."""
    if not held:
        return EMPTY
    rows = [_board_row(list(group), shown, state) for _, group in groupby(held, key=_body)]
    heads = (t("Organ"), t("Protokoll"), t("Tid"), t("Senaste protokoll"), t("Anmärkningar"))
    return tables.table(t("Organen"), heads, rows, kind="boards")


def _board_row(meetings: Sequence[Meeting], shown: Overview, state: PageState) -> tables.Row:
    first, last = meetings[0], meetings[-1]
    name = labels.board(first)
    link: Markup | str = name
    if first.row.board:
        link = tag("a", name, href=write(state.having(organ=first.row.board, hitta=None)), data_state=True, lang="sv")
    years = sorted({one.row.year for one in meetings if one.row.year})
    span = "" if not years else str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    gaps = [gap for gap in shown.gaps if (gap.row.board, gap.row.organisation) == _body(first)]
    dated = [one for one in meetings if one.date]
    latest = meeting_link(dated[-1] if dated else last, state)
    return tables.row(link, words.number(len(meetings)), span, latest, _faults_of(meetings, gaps))


def _faults_of(meetings: Sequence[Meeting], gaps: Sequence[Gap]) -> Markup:
    missing = sum(len(one.missing) for one in meetings)
    pages = sum(len(one.document.record.problems) for one in meetings)
    told = []
    if gaps:
        told.append(words.count(len(gaps), "lucka mellan möten", "luckor mellan möten"))
    if missing:
        told.append(t("{antal} saknas", antal=words.count(missing, "§", "§§")))
    if pages:
        told.append(t("{sidor} osäkra", sidor=words.count(pages, "sida", "sidor")))
    return tag("span", "; ".join(told)) if told else tag("span", t("inga"), class_="ps-nothing")


def _sections(held: Sequence[Meeting], shown: Overview, state: PageState) -> list[Markup]:
    bodies = [(list(group), body) for body, group in groupby(held, key=_body)]
    return [
        _section(meetings, [gap for gap in shown.gaps if _gap_body(gap) == body], state) for meetings, body in bodies
    ]


def _section(meetings: Sequence[Meeting], gaps: Sequence[Gap], state: PageState) -> Markup:
    name = labels.board(meetings[0])
    heads = (t("Möte"), t("Paragrafer"), t("Sidor"), t("Anmärkningar"), t("Fil"))
    bodies = []
    for year, group in groupby(meetings, key=lambda one: one.row.year):
        held = list(group)
        rows = _rows(held, [gap for gap in gaps if gap.row.year == year], state)
        count = words.count(len(held), "möte", "möten")
        bodies.append(tables.Body(f"{year or t('Odaterat')} · {count}", tuple(rows)))
    heading = tag("h3", name, class_="ps-part", lang="sv")
    return tag("section", heading, tables.grouped(t("Möten i {organ}", organ=name), heads, bodies, kind="meetings"))


def _rows(meetings: Sequence[Meeting], gaps: Sequence[Gap], state: PageState) -> list[tables.Row]:
    """Return the meetings of a year with the gaps before them in their place."""
    before: dict[tuple[str, str | None], Gap] = {(gap.before.document.id, gap.before.date): gap for gap in gaps}
    rows = []
    for one in meetings:
        gap = before.get((one.document.id, one.date))
        if gap is not None:
            rows.append(_gap(gap))
        rows.append(_row(one, state))
    return rows


def _gap(gap: Gap) -> tables.Row:
    which = labels.numbers(gap.first, gap.last)
    told = t("{paragrafer} finns inte i något inläst protokoll.", paragrafer=which)
    few = gap.last - gap.first < _FEW
    guess = t("Troligen saknas enstaka paragrafer.") if few else t("Troligen saknas minst ett möte.")
    return tables.Row((tag("span", f"{told} "), tag("span", guess, class_="ps-guess")), wide=True)


def _row(one: Meeting, state: PageState) -> tables.Row:
    record = one.document.record
    pages = words.number(record.pages)
    return tables.row(meeting_link(one, state), labels.numbers(one.first, one.last), pages, remarks(one), _file(one))


def meeting_link(one: Meeting, state: PageState) -> Markup:
    """Return the link to a protocol, by its date."""
    address = write(state.having(protokoll=one.document.id, visa=None, hitta=None))
    day = words.date(one.date) if one.date else t("odaterat")
    return tag("a", day, href=address, data_state=True, aria_label=labels.meeting(one))


def remarks(one: Meeting) -> Markup:
    """Return what is missing or unsure of a meeting; how much was read from images is told too."""
    record = one.document.record
    told = []
    if not one.paragraphs:
        told.append(t("ingen paragraf hittades"))
    if one.missing:
        told.append(t("{paragrafer} saknas", paragrafer=labels.several(one.missing)))
    if record.problems:
        told.append(t("{sidor} osäkra", sidor=words.count(len(record.problems), "sida", "sidor")))
    if record.ocr_pages:
        told.append(t("{sidor} lästa ur bild", sidor=words.count(len(record.ocr_pages), "sida", "sidor")))
    if not told:
        return tag("span", t("inga"), class_="ps-nothing")
    return tag("span", "; ".join(told), class_="ps-fault" if one.has_faults else None)


def _file(one: Meeting) -> Markup:
    return tag("a", one.document.record.file, href=file_address(one.document.id, 1), target="_blank", lang="sv")


def _others(meetings: Sequence[Meeting], state: PageState) -> Markup:
    """Return the documents that are no protocols: extracts, directives, reports."""
    if not meetings:
        return EMPTY
    heads = (t("Slag"), t("Dokument"), t("Organ"), t("Datum"), t("Fil"))
    ordered = sorted(meetings, key=lambda one: (one.document.record.kind, one.date or "", one.document.record.file))
    rows = [_other(one, state) for one in ordered]
    heading = tag("h3", t("Protokollsutdrag, direktiv och rapporter"), class_="ps-part")
    return tag("section", heading, tables.table(t("Andra dokument än protokoll"), heads, rows, kind="documents"))


def _other(one: Meeting, state: PageState) -> tables.Row:
    record = one.document.record
    address = write(state.having(visa=paragraph_id(one.document.id, 1), protokoll=None, hitta=None))
    name = labels.numbers(one.first, one.last) if one.first is not None else record.title or record.file
    title = tag("a", name, href=address, data_state=True, lang="sv")
    day = words.date(one.date) if one.date else t("odaterat")
    organ = tag("span", one.row.board, lang="sv") if one.row.board else t("framgår inte")
    return tables.row(labels.document_kind(record.kind), title, organ, day, _file(one))


def _body(one: Meeting) -> tuple[str | None, str | None]:
    return one.row.board, one.row.organisation


def _gap_body(gap: Gap) -> tuple[str | None, str | None]:
    return gap.row.board, gap.row.organisation
