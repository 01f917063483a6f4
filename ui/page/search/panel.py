"""The answer to a search as HTML: hits, and the ways of having none, told apart. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from index.results import Answer, Chip, Coverage, Why
from ui import words
from ui.page import parts
from ui.page.downloads import links
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.search import chips, facets, hits, modes, turning, why
from ui.page.search.asked import filtered
from ui.page.search.guide import guide
from ui.page.state import PageState, Tab, write
from ui.speech import t

_LONGEST = 120
"""So many characters of a query are repeated in a heading."""
_NAMES = frozenset({"Paragraf", "Diarienummer", "Sammanträde", "Datum"})
"""What the chips call that which names a paragraph instead of describing it."""
STARTERS = (
    "reservation mot budgeten",
    "återremiss för ny beredning",
    "uppdrag som ska återrapporteras",
    "långa väntetider",
)


def nothing_searched(
    coverage: Coverage,
    state: PageState,
    starters: Sequence[str] = STARTERS,
    *,
    news: Markup = EMPTY,
    takes: bool = False,
) -> Markup:
    """Return what the page shows before the first search; ``news`` is what saved searches have found."""
    if not coverage.documents:
        return library_empty(state, takes=takes)
    boards = words.listed([name for name in coverage.boards if name])
    body = [
        tag("p", t("Skriv en fråga med egna ord. Sökningen förstår mening, inte bara ordens form.")),
        parts.examples(t("Till exempel:"), [(text, state.having(q=text)) for text in starters]),
        guide(state, coverage),
        news,
        tag("p", t("Organ i biblioteket: "), tag("span", boards, lang="sv"), ".") if boards else None,
        parts.searched(coverage),
    ]
    return join([modes.bar(state), parts.message(t("Sök i protokollen"), *body)])


def library_empty(state: PageState, *, takes: bool = False) -> Markup:
    """Return what the page shows when there is nothing to search; ``takes`` says that files can be handed in here."""
    here = tag("a", t("Läs in protokoll här"), href=write(state.at(Tab.INTAKE)), data_state=True, class_="ps-button")
    body = (
        tag("p", t("Inget protokoll är inläst än.")),
        tag("p", here) if takes else EMPTY,
        tag("p", t("Läs in en mapp med protokoll i ett terminalfönster:")),
        tag("pre", tag("code", "protokollspar ingest ~/protokoll")),
        tag("p", t("Ladda sedan om sidan.")),
    )
    return parts.message(t("Biblioteket är tomt"), *body)


def answer(
    found: Answer, state: PageState, *, account: Why | None = None, save: Markup = EMPTY, takes: bool = False
) -> Markup:
    """Return the answer to a search; ``account`` tells why one of the hits is one, ``save`` keeps the search."""
    if not found.coverage.documents:
        return library_empty(state, takes=takes)
    if not found.hits:
        return join([modes.bar(state), _past_the_last(found, state) if found.total else _no_hit(found, state)])
    why_told = (account.paragraph_id, why.told(account)) if account else None
    listed = hits.listed(found.hits, state, why=why_told, first=found.query.offset + 1)
    if found.no_match:
        status = tag("div", _nearest(found), _around(found, state), class_="ps-status")
        return join([modes.bar(state), status, listed, guide(state, found.coverage)])
    status = tag("div", tag("h2", _heading(found)), _around(found, state), class_="ps-status")
    side = facets.sidebar(found.facets, state)
    skip = tag("a", t("Hoppa till träffarna"), href=f"#{turning.HITS_ID}", data_jump=True, class_="ps-jump")
    files = links(state)
    tools = tag("div", tag("p", turning.shown(found), class_="ps-lead"), turning.orders(state), class_="ps-over")
    foot = tag("div", turning.pages(found, state), save, files, guide(state, found.coverage), class_="ps-sum-foot")
    main = tag("div", tools, listed, foot, class_="ps-main", id=turning.HITS_ID, tabindex=-1)
    return join([modes.bar(state), status, skip, tag("div", side, main, class_="ps-result")])


def similar(found: Answer, state: PageState, named: str, title: str) -> Markup:
    """Return the paragraphs that are like one, which is ``named`` as people name it."""
    lead = tag("p", tag("cite", title, lang="sv"), class_="ps-lead") if title else EMPTY
    note = tag("p", t("Programmet jämför paragrafernas mening. Att två liknar varandra gör dem inte till ett ärende."))
    status = tag(
        "div", tag("h2", t("Liknar {var}", var=named)), lead, note, parts.searched(found.coverage), class_="ps-status"
    )
    if not found.hits:
        return join([modes.bar(state), status, tag("p", t("Inget i biblioteket liknar den."))])
    tools = tag("div", tag("p", turning.shown(found), class_="ps-lead"), class_="ps-over")
    listed = hits.listed(found.hits, state, first=found.query.offset + 1)
    files = links(state)
    foot = tag("div", turning.pages(found, state), files, class_="ps-sum-foot")
    main = tag("div", tools, listed, foot, class_="ps-main", id=turning.HITS_ID, tabindex=-1)
    return join([modes.bar(state), status, main])


def misunderstood(reason: str, explained: Sequence[Chip], coverage: Coverage, state: PageState) -> Markup:
    """Return what is said of a query that cannot be understood, with the nearest that can."""
    body = (
        tag("p", reason, class_="ps-honest", lang="sv"),
        chips.understood(explained, state),
        tag("p", t("Ta bort delen som inte förstås, eller ändra den i fältet och sök igen.")),
        guide(state, coverage, unfolded=True),
        parts.searched(coverage),
    )
    return join([modes.bar(state), parts.message(t("Frågan går inte att söka på"), *body)])


def _around(found: Answer, state: PageState) -> Markup:
    return join([chips.understood(found.chips, state), _meant(found, state), parts.searched(found.coverage)])


def _meant(found: Answer, state: PageState) -> Markup:
    """Return the query as it may have been meant, to be searched for instead."""
    if found.suggestion is None:
        return EMPTY
    meant = state.having(q=found.suggestion, sidnr=None, varfor=None)
    return parts.examples(t("Menade du"), [(found.suggestion, meant)])


def _named(found: Answer) -> str:
    """Return the query as a heading says it: a long one stands whole in the field above."""
    text = found.query.text
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _heading(found: Answer) -> str:
    amount = words.count(found.total, "träff", "träffar")
    return t("{traffar} på ”{fraga}”", traffar=amount, fraga=_named(found)) if found.query.text else amount


def _nearest(found: Answer) -> Markup:
    note = t("Paragraferna nedan ligger närmast, men verkar handla om något annat.")
    heading = t("Inget svarar på ”{fraga}”", fraga=_named(found))
    return join([tag("h2", heading), tag("p", note, class_="ps-honest")])


def _no_hit(found: Answer, state: PageState) -> Markup:
    return parts.message(
        t("Ingen träff på ”{fraga}”", fraga=_named(found)) if found.query.text else t("Ingen träff"),
        tag("p", _cure(found, state)),
        _around(found, state),
        guide(state, found.coverage),
    )


def _cure(found: Answer, state: PageState) -> str:
    if not found.coverage.searched:
        return t("Ingen paragraf i biblioteket passar alla filtren. Ta bort något filter.")
    if filtered(state):
        return t("Ta bort något filter, eller pröva andra ord.")
    if any(chip.label.partition(":")[0] in _NAMES for chip in found.chips):
        return t("Inget inläst har det numret eller den dagen. Under Protokoll står vilka sammanträden som finns.")
    return t("Pröva andra eller färre ord.")


def _past_the_last(found: Answer, state: PageState) -> Markup:
    amount = words.count(found.total, "träff", "träffar")
    first = tag("a", t("Visa de första"), href=write(state.having(sidnr=None)), data_state=True, class_="ps-button")
    return parts.message(t("Så många träffar finns inte"), tag("p", t("Det finns {traffar}.", traffar=amount)), first)
