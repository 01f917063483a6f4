"""A pasted draft and its answer as HTML: demand by demand, what was said and decided of the same before. Pure.

Always holds: how a demand stands is called the program's conclusion, and what it rests on is quoted beneath it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from index.drafts.status import said_by
from index.drafts.values import Because, Demanded, DraftAnswer, DraftStatus, Earlier, Group
from ui import drafts, words
from ui.page import parts
from ui.page.downloads import links
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.search import hits, modes
from ui.page.search.kept import LONGEST
from ui.page.state import PageState
from ui.speech import t, term

ROUTE = "/utkast"
TONES: Mapping[DraftStatus, str] = {
    DraftStatus.DECIDED: "for",
    DraftStatus.REJECTED: "against",
    DraftStatus.ONGOING: "wait",
    DraftStatus.TREATED: "done",
    DraftStatus.NOTHING: "plain",
}
_SHOWN = 2
"""So many findings of a kind are shown before the rest is folded."""


def asking(state: PageState, text: str = "", *, lost: bool = False) -> Markup:
    """Return the field in which a draft is pasted; ``lost`` says that the one asked for is kept no longer."""
    gone = t("Utkastet finns inte kvar i programmets minne. Klistra in texten igen.")
    lead = t(
        "Klistra in ett utkast, en motion eller en fråga. Varje krav prövas mot vad som redan sagts och beslutats: "
        "beslut, uppdrag, yrkanden och reservationer."
    )
    kept = t("Texten skickas bara till det här programmet, och sparas inte på disk.")
    field = tag(
        "textarea",
        text,
        id="ps-utkast",
        name="text",
        rows=9,
        maxlength=LONGEST,
        required=True,
        aria_describedby="ps-om",
    )
    form = tag(
        "form",
        tag("label", t("Text att pröva"), for_="ps-utkast"),
        field,
        tag("input", type="hidden", name="sprak", value=str(state.language)),
        tag("button", t("Pröva texten"), type="submit", class_="ps-button ps-strong"),
        tag("p", kept, class_="ps-soft", id="ps-om"),
        tag("p", role="status"),
        data_post=ROUTE,
        data_then="ps-krav",
        class_="ps-draft",
    )
    warning = tag("p", gone, class_="ps-honest") if lost else EMPTY
    return tag("div", tag("p", lead), warning, form, class_="ps-drafting")


def nothing_pasted(state: PageState, *, lost: bool = False) -> Markup:
    """Return what is shown before a draft is pasted."""
    return join([modes.bar(state), tag("h2", t("Pröva ett utkast")), asking(state, lost=lost)])


def answered(found: DraftAnswer, state: PageState, text: str) -> Markup:
    """Return the answer to a draft."""
    fold = tag("details", tag("summary", t("Visa och ändra texten")), asking(state, text), class_="ps-unfold")
    if not found.demands:
        nothing = tag("p", t("Texten innehåller inget att söka efter."), class_="ps-honest")
        return join([modes.bar(state), tag("h2", t("Inget att pröva")), nothing, asking(state, text)])
    amount = words.count(len(found.demands), "krav eller mening", "krav och meningar")
    left = t("{krav} till söktes inte: dela upp texten.", krav=words.count(found.left_out, "krav", "krav"))
    head = tag(
        "div",
        tag("h2", t("{krav} prövade mot biblioteket", krav=amount)),
        _summary(found),
        tag("p", left, class_="ps-honest") if found.left_out else EMPTY,
        tag("p", t("Läget är programmets slutsats; det som den vilar på står citerat under varje krav.")),
        parts.searched(found.coverage),
        fold,
        class_="ps-status",
        id="ps-krav",
    )
    items = (tag("li", _demand(number, one, state)) for number, one in enumerate(found.demands, start=1))
    files = links(state)
    return join([modes.bar(state), head, tag("ol", *items, class_="ps-hits"), files])


def _summary(found: DraftAnswer) -> Markup:
    counts = Counter(one.status for one in found.demands)
    items = (
        tag("li", f"{_status(status)}: {counts[status]}", class_=f"ps-chip ps-tone-{TONES[status]}")
        for status in DraftStatus
        if counts[status]
    )
    return tag("ul", *items, class_="ps-chips", aria_label=t("Läget i korthet"))


def _demand(number: int, one: Demanded, state: PageState) -> Markup:
    heading = tag("h3", f"{number}. ", tag("span", one.text, lang="sv"))
    chip = tag("p", tag("span", _status(one.status).capitalize(), class_=f"ps-chip ps-tone-{TONES[one.status]}"))
    grounds = [_because(one.because, state)] if one.because else []
    grounds += [_because(each, state, but=True) for each in one.against]
    said = tag("ul", *grounds, class_="ps-links") if grounds else EMPTY
    return tag(
        "article",
        heading,
        chip,
        said,
        _found(one, state),
        class_="ps-hit",
    )


def _found(one: Demanded, state: PageState) -> Markup:
    """Return what was found, kind by kind; folded where none of it is likely enough to settle anything."""
    if not one.groups:
        return _none(one, state)
    groups = join(_group(each, state) for each in one.groups)
    if one.status is not DraftStatus.NOTHING:
        return groups
    summary = tag("summary", t("Inget säkert. Visa det som ligger närmast"))
    return tag("details", summary, groups, class_="ps-unfold")


def _none(one: Demanded, state: PageState) -> Markup:
    nothing = tag("p", t("Inget i biblioteket gäller samma sak."))
    if one.nearest is None:
        return nothing
    link = parts.opener(one.nearest.title or one.nearest.citation, parts.place_of(one.nearest), state)
    return join([nothing, tag("p", t("Närmast är: "), link, f" ({one.nearest.citation})")])


def _because(one: Because, state: PageState, *, but: bool = False) -> Markup:
    ground = t(drafts.ground(one.ground))
    lead = f"{t('Men')} ({_status(said_by(one))}): {ground}" if but else ground
    quoted = tag("q", one.quote, lang="sv")
    return tag("li", tag("b", f"{lead}: "), quoted, " ", _source(one, state))


def _source(one: Because, state: PageState) -> Markup:
    hit = one.earlier.hit
    if one.paragraph_id == hit.paragraph_id:
        return parts.opener(one.citation, parts.place_of(hit), state)
    return hits.record_link(one.paragraph_id, state, name=one.citation, label=one.citation)


def _group(group: Group, state: PageState) -> Markup:
    rows = [_earlier(one, state) for one in group.found]
    heading = tag("h4", words.unit_kind(group.kind))
    more = tag(
        "details",
        tag("summary", t("Visa {antal} till", antal=len(rows) - _SHOWN)),
        tag("ul", *rows[_SHOWN:], class_="ps-news"),
        class_="ps-unfold",
    )
    return tag("section", heading, tag("ul", *rows[:_SHOWN], class_="ps-news"), more if len(rows) > _SHOWN else EMPTY)


def _earlier(one: Earlier, state: PageState) -> Markup:
    hit = one.hit
    title = parts.opener(hit.title or t("Utan rubrik"), parts.place_of(hit), state)
    outcome = (
        tag("span", words.outcome(one.outcome), class_=f"ps-chip ps-tone-{parts.tone(one.outcome)}")
        if one.outcome
        else EMPTY
    )
    sure = t("säkerhet {tal} att det gäller samma sak", tal=words.decimal(one.likely, 2))
    line = tag("p", hit.citation, " · ", sure, class_="ps-soft")
    return tag("li", tag("p", tag("b", title, lang="sv"), " ", outcome), line, tag("blockquote", hit.quote, lang="sv"))


def _status(status: DraftStatus) -> str:
    return term(drafts.STATUSES[status], "krav")
