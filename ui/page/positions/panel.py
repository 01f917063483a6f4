"""The view Ståndpunkter as HTML: its form, the table of parties by years, the open acts, and who reserves with whom."""

from __future__ import annotations

from collections.abc import Sequence

from index.masking import Masker
from index.positions import Alliances, Positions
from index.results import Coverage
from ui import course_words, words
from ui.page import downloads, forms, paging, parts
from ui.page.follow.summary import folded
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.positions.acts import listed
from ui.page.positions.asked import TOGETHER, Chosen, chosen, chosen_acts
from ui.page.positions.grid import PLACE, grid, party_name, silence
from ui.page.positions.people import who
from ui.page.positions.together import together
from ui.page.service import Choices
from ui.page.state import PageState, Tab, write
from ui.speech import t

FIELDS = ("start", "person", "parti", "fran", "till")
ON_A_PAGE = 25
MOST_TITLES = 4


def form(choices: Choices, state: PageState) -> Markup:
    """Return the fields that ask."""
    years = [(str(year), str(year)) for year in choices.years]
    matter = forms.words(state, "start", t("Ärende"), placeholder=t("Diarienummer, paragraf eller egna ord"))
    person = forms.words(state, "person", t("Förtroendevald"), placeholder=t("Namn, till exempel Anna Lind (C)"))
    narrow = (
        forms.choice(state, "parti", t("Parti"), [(party, party) for party in choices.parties]),
        forms.choice(state, "fran", t("Från och med år"), years),
        forms.choice(state, "till", t("Till och med år"), years),
    )
    send = tag("div", forms.send(t("Visa")), forms.clear(state, FIELDS), class_="ps-send")
    rows = (forms.row(matter, person, send), forms.more(t("Avgränsa: parti och år"), narrow))
    names = {"parti": t("Parti"), "namnd": t("Organ"), "fran": t("Från och med år"), "till": t("Till och med år")}
    asked = forms.asking(state, rows, asks=(*FIELDS, "ruta", "par", "sidnr"))
    return join([asked, forms.chosen(state, names)])


def nothing_asked(found: Alliances | None, coverage: Coverage, masker: Masker, state: PageState) -> Markup:
    """Return what the page shows before anything is asked: how to begin, and the whole library's alliances."""
    lead = t("Skriv ett ärende för att se vad partierna gjorde i det, år för år, eller en förtroendevalds namn.")
    head = parts.message(t("Var partierna stod"), tag("p", lead))
    if found is None:
        return join([head, parts.searched(coverage)])
    files = downloads.links(state.having(visa=TOGETHER))
    return join([head, together(found, masker, state), files, parts.searched(found.coverage)])


def table(found: Positions, allied: Alliances | None, masker: Masker, state: PageState) -> Markup:
    """Return where the parties stood in what was asked for."""
    now = chosen(state) or (_latest(found) if found.person is not None else None)
    doubt = tag("p", course_words.doubt(found.start), class_="ps-honest", role="note") if found.no_match else EMPTY
    head = tag("div", _heading(found), doubt, _about(found, masker, state), class_="ps-status")
    if not found.cells:
        nothing = tag(
            "p", t("Protokollen trycker inget yrkande, ingen reservation och ingen röst här."), class_="ps-honest"
        )
        return join([head, nothing, parts.searched(found.coverage)])
    pieces = [head, silence(), grid(found, state, now), downloads.links(state), _open(found, now, masker, state)]
    pieces += [_nameless(found, masker, state)]
    pieces += [together(allied, masker, state), downloads.links(state.having(visa=TOGETHER))] if allied else []
    return join([*pieces, parts.searched(found.coverage)])


def _heading(found: Positions) -> Markup:
    if found.person is not None:
        return tag("h2", found.person.name, lang="sv")
    if len(found.issues) == 1:
        return tag("h2", t("Var partierna stod: {ärende}", ärende=found.issues[0].title or found.start))
    count = words.count(len(found.issues), "ärende", "ärenden")
    return tag("h2", t("Var partierna stod i {ärenden} om ”{start}”", ärenden=count, start=found.start))


def _about(found: Positions, masker: Masker, state: PageState) -> Markup:
    read = words.count(found.paragraphs, "paragraf", "paragrafer")
    pieces = [who(found.person)] if found.person is not None else []
    if found.issues:
        pieces.append(_issues(found, masker, state))
    pieces.append(tag("p", t("{paragrafer} lästa.", paragrafer=read), class_="ps-lead"))
    return join(pieces)


def _issues(found: Positions, masker: Masker, state: PageState) -> Markup:
    """Return the issues that the start led to, each leading to its course and to its own positions."""
    items = []
    for issue in found.issues:
        number = issue.case_numbers[0] if issue.case_numbers else ""
        alone = write(state.having(start=number, ruta=None, par=None)) if number and len(found.issues) > 1 else None
        title = masker.text(issue.title)
        name = tag("a", title, href=alone, data_state=True, lang="sv") if alone else EMPTY
        course = write(state.at(Tab.FOLLOW, start=number or found.start))
        label = t("Följ ärendet")
        link = tag("a", label, href=course, data_state=True, aria_label=f"{label}: {title}")
        items.append(tag("li", name, f" {number} ", link))
    return folded(items, MOST_TITLES, t("{antal} till", antal=len(items) - MOST_TITLES))


def _open(found: Positions, now: Chosen | None, masker: Masker, state: PageState) -> Markup:
    """Return the acts of the open cell, the newest first."""
    if now is None:
        return EMPTY
    newest = sorted(chosen_acts(found, now), key=lambda act: act.date or "", reverse=True)
    shown = paging.part(newest, state, ON_A_PAGE)
    year = t("alla år") if now.year == "" else (now.year or t("utan datum"))
    heading = tag("h3", f"{party_name(now.party)} {year}: {paging.told(shown)}", class_="ps-part", id=PLACE)
    if not newest:
        return join([heading, tag("p", t("Inget är tryckt."))])
    return join([heading, listed(shown.items, masker, state), paging.links(shown, state, then=PLACE)])


def _latest(found: Positions) -> Chosen | None:
    """Return the last cell in time that holds an act."""
    cells = [cell for cell in found.cells if cell.acts]
    last = max(cells, key=lambda cell: cell.year or "", default=None)
    return Chosen(last.party, last.year) if last is not None else None


def _nameless(found: Positions, masker: Masker, state: PageState) -> Markup:
    """Return votes and notes that nobody is printed behind: they belong in no cell."""
    if not found.nameless:
        return EMPTY
    acts: Sequence[Markup] = [listed(found.nameless, masker, state)]
    count = words.count(len(found.nameless), "handling", "handlingar")
    summary = tag("summary", t("{handlingar} utan utskrivna namn: av vem framgår inte", handlingar=count))
    return tag("details", summary, *acts, class_="ps-details")
