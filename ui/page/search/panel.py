"""The answer to a search as HTML: hits, and the three ways of having none, told apart."""

from __future__ import annotations

from collections.abc import Sequence

from index.naming import meeting_name
from index.results import Answer, Coverage, Hit
from ui import words
from ui.page import parts
from ui.page.html import Markup, join, marked, tag
from ui.page.search.asked import filtered
from ui.page.state import PageState, Tab, write

STARTERS = (
    "reservation mot budgeten",
    "återremiss för ny beredning",
    "uppdrag som ska återrapporteras",
    "långa väntetider",
)


def nothing_searched(coverage: Coverage, state: PageState, starters: Sequence[str] = STARTERS) -> Markup:
    """Return what the page shows before the first search."""
    if not coverage.documents:
        return library_empty()
    boards = words.listed([name for name in coverage.boards if name])
    body = [
        tag("p", "Skriv en fråga med egna ord. Sökningen förstår mening, inte bara ordens form."),
        parts.examples("Till exempel:", [(text, state.having(q=text)) for text in starters]),
        tag("p", f"Organ i biblioteket: {boards}.") if boards else None,
        parts.searched(coverage),
    ]
    return parts.message("Sök i protokollen", *body)


def library_empty() -> Markup:
    """Return what the page shows when there is nothing to search."""
    body = (
        tag("p", "Inget protokoll är inläst än. Läs in en mapp med PDF-filer i ett terminalfönster:"),
        tag("pre", tag("code", "protokollspar ingest ~/protokoll")),
        tag("p", "Ladda sedan om sidan."),
    )
    return parts.message("Biblioteket är tomt", *body)


def answer(found: Answer, state: PageState) -> Markup:
    """Return the answer to a search."""
    if not found.coverage.documents:
        return library_empty()
    if not found.hits:
        return _no_hit(found, state)
    heading = _nearest(found) if found.no_match else _heading(found)
    hits = tag("ol", *(_hit(hit, state) for hit in found.hits), class_="ps-hits")
    status = tag("div", heading, _meant(found, state), parts.searched(found.coverage), class_="ps-status")
    return join([status, hits])


def _meant(found: Answer, state: PageState) -> Markup | None:
    """Return the query as it may have been meant, to be searched for instead."""
    if found.suggestion is None:
        return None
    return parts.examples("Menade du", [(found.suggestion, state.having(q=found.suggestion))])


def _heading(found: Answer) -> Markup:
    amount = words.count(found.total, "träff", "träffar")
    first = f"De främsta {len(found.hits)} av " if len(found.hits) < found.total else ""
    return tag("h2", f"{first}{amount} på ”{found.query.text}”" if found.query.text else f"{first}{amount}")


def _nearest(found: Answer) -> Markup:
    note = "Paragraferna nedan ligger närmast, men verkar handla om något annat."
    return join([tag("h2", f"Inget svarar på ”{found.query.text}”"), tag("p", note, class_="ps-honest")])


def _no_hit(found: Answer, state: PageState) -> Markup:
    cure = "Ta bort något filter, eller pröva andra ord." if filtered(state) else "Pröva andra eller färre ord."
    body = tag("p", cure), parts.searched(found.coverage)
    return parts.message(f"Ingen träff på ”{found.query.text}”", *body)


def _hit(hit: Hit, state: PageState) -> Markup:
    place = parts.place_of(hit)
    title = tag("h3", parts.opener(hit.title or "Utan rubrik", place, state))
    quote = tag("blockquote", tag("span", words.unit_kind(hit.kind), class_="ps-kind"), marked(hit.quote, hit.marked))
    body = (parts.paragraph_line(hit), title, parts.facts(hit), quote, _actions(hit, state))
    return tag("li", tag("article", *body, class_="ps-hit"))


def _actions(hit: Hit, state: PageState) -> Markup:
    named = words.paragraph_name(hit)
    page = parts.opener(
        f"Visa sidan {hit.page}",
        parts.place_of(hit),
        state,
        class_="ps-button",
        name=f"Visa sidan {hit.page} i {named} med orden markerade",
    )
    follow = follow_link(hit, state, name=f"Följ ärendet från {named}")
    return tag("div", page, follow, parts.citation(hit.citation), class_="ps-actions")


def follow_link(hit: Hit, state: PageState, *, name: str) -> Markup:
    """Return the link that follows the issue of a hit: from its id, and with a start that people can read."""
    start = f"{meeting_name(hit.board, hit.date, hit.file)} § {hit.number}" if hit.number is not None else hit.file
    address = write(state.at(Tab.FOLLOW, start=start, startparagraf=hit.paragraph_id))
    return tag("a", "Följ ärendet", href=address, data_state=True, class_="ps-button", aria_label=name)
