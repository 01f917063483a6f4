"""The ledger of assignments as HTML: the form, how many there are of each status, and the list. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.ledger import AssignmentState
from index.results import Coverage
from ui import words
from ui.page import downloads, forms, paging, parts
from ui.page.assignments import told
from ui.page.assignments.asked import ASKED, FILTERS, FOLDED, URGENCY, Order, Source, day, sort, statuses, wanted
from ui.page.assignments.card import cards
from ui.page.html import Markup, join, tag
from ui.page.state import PageState, write
from ui.speech import t

SIZE = 20
LIST = "ps-uppdragslista"
SORTS = {
    Order.URGENT: "Att göra först",
    Order.DUE: "Slutdatum",
    Order.GIVEN: "Senast givet",
    Order.RECIPIENT: "Mottagare",
}


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the list: what was read, the boards to choose from, who has been given something, today."""

    coverage: Coverage
    boards: Sequence[tuple[str, str]]
    recipients: Sequence[str]
    today: date


def form(state: PageState, around: Around) -> Markup:
    """Return the form that asks."""
    folded = (
        forms.choice(state, "namnd", t(FOLDED["namnd"]), around.boards),
        forms.choice(state, "slag", t(FOLDED["slag"]), _sources()),
        forms.day(state, "senast_fran", t(FOLDED["senast_fran"])),
        forms.day(state, "senast_till", t(FOLDED["senast_till"])),
        forms.day(state, "givet_fran", t(FOLDED["givet_fran"])),
        forms.day(state, "givet_till", t(FOLDED["givet_till"])),
    )
    first = forms.row(
        forms.words(state, "q", t("Ord i uppdraget"), placeholder=t("till exempel: bemanning")),
        forms.words(state, "mottagare", t("Mottagare"), known=around.recipients),
        forms.day(state, "per", t("Läget den"), value=around.today.isoformat()),
        tag("div", forms.send(t("Visa")), forms.clear(state, FILTERS), class_="ps-send"),
    )
    rest = forms.more(t("Avgränsa: givet av, slag, slutdatum"), folded)
    return join([forms.asking(state, (first, rest), asks=(*ASKED, paging.PAGE)), _chosen(state)])


def _chosen(state: PageState) -> Markup:
    """Return the folded filters that are set, so that nobody overlooks them."""
    names = {name: t(FOLDED[name]) for name in FOLDED}
    dates = {value: words.date(state.day(name)) for name, value in state.values if state.day(name)}
    return forms.chosen(state, names, {**dates, **{str(source): name for name, source in _sources()}})


def _sources() -> tuple[tuple[str, Source], ...]:
    return ((t("Uppdrag i beslut"), Source.DECISION), (t("Mål och aktiviteter i direktiv"), Source.DIRECTIVE))


def ledger(found: Sequence[AssignmentState], state: PageState, around: Around) -> Markup:
    """Return the assignments that are asked for; ``found`` are those of every status."""
    shown = wanted(found, state)
    head = (_heading(shown, state), _read(state, around), _counts(found, state))
    if not shown:
        return join([form(state, around), tag("div", *head, class_="ps-status"), _nothing(found, state, around)])
    page = paging.part(shown, state, SIZE)
    bar = tag("div", _sorts(state, page), downloads.links(state), class_="ps-listbar")
    status = tag("div", *head, _legend(), bar, class_="ps-status")
    return join([form(state, around), status, cards(page.items, state), paging.links(page, state, then=LIST)])


def refused(sentence: str, state: PageState, around: Around) -> Markup:
    """Return the form with what the library refuses about it."""
    body = tag("p", sentence, lang="sv")
    return join([form(state, around), parts.message(t("Inga uppdrag visas"), body, class_="ps-warning")])


def _heading(shown: Sequence[AssignmentState], state: PageState) -> Markup:
    chosen = statuses(state)
    if len(chosen) != 1:
        return tag("h2", t("Uppdrag: {antal}", antal=words.number(len(shown))))
    one, many = told.COUNTED[chosen[0]]
    return tag("h2", words.count(len(shown), one, many))


def _read(state: PageState, around: Around) -> Markup:
    """Return on which day the list holds, and how far the protocols were read."""
    on, last = day(state, around.today), around.coverage.date_last
    told_on = t("Läget den {dag}.", dag=words.date(on))
    if last is None or last >= on:
        return tag("p", told_on, " ", _concluded(), class_="ps-searched")
    told_last = t("Det senaste inlästa mötet är från {dag}; vad som hänt sedan dess syns inte.", dag=words.date(last))
    address = write(state.having(per=last, **{paging.PAGE: None}))
    then = tag("a", t("Visa läget den dagen"), href=address, data_state=True)
    return join(
        [tag("p", told_on, " ", told_last, " ", then, class_="ps-honest"), tag("p", _concluded(), class_="ps-searched")]
    )


def _concluded() -> str:
    return t("Status är programmets slutsats av vad protokollen säger; vad den vilar på står vid varje uppdrag.")


def _counts(found: Sequence[AssignmentState], state: PageState) -> Markup:
    """Return how many there are of each status, as links that show only these."""
    counts = Counter(one.status for one in found)
    chosen = statuses(state)
    every = _count_link(t("Alla"), len(found), state.having(status=None, **{paging.PAGE: None}), on=not chosen)
    links = [
        _count_link(
            t(told.NAMES[status]),
            counts[status],
            state.having(status=status, **{paging.PAGE: None}),
            on=status in chosen,
            tone=told.TONES.get(status, "plain"),
        )
        for status in URGENCY
        if counts[status] or status in chosen
    ]
    return tag("nav", tag("ul", every, *links, class_="ps-counts"), aria_label=t("Status"))


def _count_link(name: str, count: int, state: PageState, *, on: bool, tone: str = "plain") -> Markup:
    number = tag("b", words.number(count))
    link = tag("a", number, " ", name, href=write(state), data_state=True, aria_current="true" if on else None)
    return tag("li", link, class_=f"ps-tone-{tone}")


def _legend() -> Markup:
    rows = [join([tag("dt", t(told.NAMES[one])), tag("dd", t(told.MEANINGS[one]))]) for one in URGENCY]
    summary = tag("summary", t("Vad betyder statusarna?"))
    return tag("details", summary, tag("dl", *rows, class_="ps-facts"), class_="ps-named")


def _sorts(state: PageState, page: paging.Part[AssignmentState]) -> Markup:
    now = sort(state)
    links = [_sort(order, name, state, on=order is now) for order, name in SORTS.items()]
    shown = t("Visar {vilka}", vilka=paging.told(page))
    return tag("p", tag("span", shown), " ", tag("span", t("Sortera:"), " ", join(links, " ")), class_="ps-sorts")


def _sort(order: Order, name: str, state: PageState, *, on: bool) -> Markup:
    if on:
        return tag("b", t(name), aria_current="true")
    wished = state.having(sortering=None if order is Order.URGENT else order, **{paging.PAGE: None})
    return tag("a", t(name), href=write(wished), data_state=True, data_then=LIST)


def _nothing(found: Sequence[AssignmentState], state: PageState, around: Around) -> Markup:
    """Return why nothing is shown: no protocol, none of the status, or none at all."""
    if not around.coverage.documents:
        body = t("Inget protokoll är inläst än.")
    elif found:
        body = t("Inga av uppdragen har den statusen. Välj en annan ovanför.")
    elif any(state.one(name) for name in FILTERS):
        body = t("Inga uppdrag passar in på det. Ta bort något filter, eller pröva andra ord.")
    else:
        body = t("Inga uppdrag är givna i de protokoll som är inlästa.")
    return tag("div", tag("p", body), parts.searched(around.coverage), class_="ps-message")
