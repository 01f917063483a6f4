"""The view Reservationer as HTML: what it can show, the form, how many there are of each kind, and the list. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.arguments import Argued, ArgumentKind, Echo, Theme
from index.results import Coverage
from ui import arguments, words
from ui.page import downloads, forms, paging, parts
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.reservations import echoes, themes, told
from ui.page.reservations.asked import ASKED, DISSENT, FILTERS, FOLDED, ORDERS, Mode, Order, kinds, mode, order, wanted
from ui.page.reservations.card import cards
from ui.page.state import PageState, Tab, write
from ui.speech import t

SIZE = 15
LIST = "ps-inlagor"
MODES = {
    Mode.ACTS: "Alla reservationer",
    Mode.THEMES: "Argument som återkommer",
    Mode.BEFORE: "Har detta sagts förut?",
}
SORTS = {Order.NEWEST: "Senaste först", Order.OLDEST: "Äldsta först", Order.NEAREST: "Mest lika först"}


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an answer: what was read, and what the filters offer."""

    coverage: Coverage
    boards: Sequence[tuple[str, str]]
    years: Sequence[int]
    parties: Sequence[str]


def form(state: PageState, around: Around) -> Markup:
    """Return what the view can show, and the form that asks."""
    years = [(str(year), str(year)) for year in around.years]
    folded = (
        forms.choices(state, "parti", t(FOLDED["parti"]), [(party, party) for party in around.parties]),
        forms.choice(state, "namnd", t(FOLDED["namnd"]), around.boards),
        forms.choice(state, "fran", t(FOLDED["fran"]), years),
        forms.choice(state, "till", t(FOLDED["till"]), years),
        forms.words(state, "person", t(FOLDED["person"])),
        forms.words(state, "arende", t(FOLDED["arende"]), placeholder=t("diarienummer eller paragraf")),
        forms.choices(state, "sagt", t(FOLDED["sagt"]), [(t("Bara med utskrivna argument"), "ja")]),
    )
    main = forms.row(_main(state), tag("div", forms.send(t("Visa")), forms.clear(state, FILTERS), class_="ps-send"))
    rest = forms.more(t("Avgränsa: parti, organ, år, person, ärende"), folded)
    asks = (
        (*ASKED, paging.PAGE) if mode(state) is Mode.BEFORE else tuple({*ASKED, paging.PAGE} - {"argument", "inlaga"})
    )
    chosen = forms.chosen(
        state, {name: t(label) for name, label in FOLDED.items()}, {"ja": t("Bara med utskrivna argument")}
    )
    return join([_modes(state), forms.asking(state, (main, rest), asks=asks), chosen])


def acts(found: Sequence[Argued], state: PageState, around: Around) -> Markup:
    """Return the acts that are asked for; ``found`` are those of every kind."""
    shown = wanted(found, state)
    status = (_heading(shown, state), parts.searched(around.coverage), _counts(found, state), _legend(state))
    if not shown:
        return join([form(state, around), tag("div", *status, class_="ps-status"), _nothing(found, state, around)])
    page = paging.part(shown, state, SIZE)
    told_shown = t("Visar {vilka}", vilka=paging.told(page))
    bar = tag("div", _sorts(state, told_shown, LIST), downloads.links(state), class_="ps-listbar")
    head = tag("div", *status, bar, class_="ps-status")
    return join([form(state, around), head, cards(page.items, state, LIST), paging.links(page, state, then=LIST)])


def recurring(found: Sequence[Theme], state: PageState, around: Around) -> Markup:
    """Return the arguments that return, or the one that is asked for."""
    if not found:
        lead = t("Ett argument räknas som återkommande när minst två paragrafer för fram det.")
        body = tag("p", lead), parts.searched(around.coverage)
        return join([form(state, around), parts.message(t("Inga argument återkommer i det urvalet"), *body)])
    one = found[0] if state.one("tema") else None
    name = arguments.label(one) if one else t("{antal} som återkommer", antal=_themes(len(found)))
    lead = t("Att texter hör till ett tema är programmets slutsats: den vilar på ord som står i varje citat.")
    bar = tag("div", _back(state) if one else EMPTY, downloads.links(state), class_="ps-listbar")
    head = tag(
        "div",
        tag("h2", name, lang="sv" if one else None),
        tag("p", lead, class_="ps-searched"),
        bar,
        class_="ps-status",
    )
    shown = [themes.detail(one, state)] if one else [themes.overview(found, state), themes.by_party(found, state)]
    return join([form(state, around), head, *shown])


def before(found: Sequence[Echo], state: PageState, around: Around, since: str | None) -> Markup:
    """Return what says the like of the argument asked about."""
    if not state.one("argument"):
        lead = t("Skriv ett argument med egna ord, eller tryck på ”Har detta sagts förut?” vid ett argument i listan.")
        body = tag("p", lead), parts.searched(around.coverage)
        return join([form(state, around), parts.message(t("Har detta sagts förut?"), *body)])
    bar = tag("div", _sorts(state, "", echoes.LIST), downloads.links(state), class_="ps-listbar") if found else EMPTY
    return join([form(state, around), echoes.answer(found, state, since, bar), parts.searched(around.coverage)])


def refused(sentence: str, state: PageState, around: Around) -> Markup:
    """Return the form with what the library refuses about it."""
    body = tag("p", sentence, lang="sv")
    return join([form(state, around), parts.message(t("Inget visas"), body, class_="ps-warning")])


def _themes(count: int) -> str:
    return words.count(count, "argument", "argument")


def _main(state: PageState) -> Markup:
    if mode(state) is Mode.BEFORE:
        return forms.words(
            state, "argument", t("Argument"), placeholder=t("till exempel: det är tio mil till närmaste akutmottagning")
        )
    return forms.words(state, "q", t("Ord i texten eller rubriken"), placeholder=t("till exempel: underlag"))


def _modes(state: PageState) -> Markup:
    now = mode(state)
    kept = {name: state.many(name) for name in FILTERS}
    links = []
    for one, name in MODES.items():
        address = write(state.at(Tab.RESERVATIONS, vy=None if one is Mode.ACTS else one, **kept))
        current = "page" if one is now and not state.one("tema") else None
        links.append(tag("li", tag("a", t(name), href=address, data_state=True, aria_current=current)))
    return tag("nav", tag("ul", *links), class_="ps-modes", aria_label=t("Visa som"))


def _heading(shown: Sequence[Argued], state: PageState) -> Markup:
    chosen = kinds(state)
    one, many = told.COUNTED[chosen[0]] if len(chosen) == 1 else ("inlaga", "inlagor")
    claims = sum(len(each.arguments) for each in shown)
    count = words.count(len(shown), one, many)
    return tag("h2", t("{inlagor} med {argument}", inlagor=count, argument=words.count(claims, "argument", "argument")))


def _counts(found: Sequence[Argued], state: PageState) -> Markup:
    """Return how many there are of each kind, as links that show only these."""
    counts = Counter(one.kind for one in found)
    chosen = {kind for kind in ArgumentKind if kind in state.many("slag")}
    every = sum(counts[kind] for kind in DISSENT)
    links = [_count(t("Alla utom yrkanden"), every, state, None, on=not chosen)]
    links += [
        _count(t(told.MANY[kind]), counts[kind], state, kind, on=kind in chosen)
        for kind in ArgumentKind
        if counts[kind] or kind in chosen
    ]
    return tag("nav", tag("ul", *links, class_="ps-counts"), aria_label=t("Slag"))


def _count(name: str, count: int, state: PageState, kind: ArgumentKind | None, *, on: bool) -> Markup:
    address = write(state.having(slag=kind, **{paging.PAGE: None}))
    number = tag("b", words.number(count))
    link = tag("a", number, " ", name, href=address, data_state=True, aria_current="true" if on else None)
    return tag("li", link, class_=f"ps-tone-{told.TONES[kind] if kind else 'plain'}")


def _legend(state: PageState) -> Markup:
    """Return what the kinds are, and where the acts are shown that are none of them."""
    rows = [join([tag("dt", t(told.MANY[one])), tag("dd", t(told.MEANINGS[one]))]) for one in ArgumentKind]
    other = t("Att rösta nej, avstå, inte delta eller vara jävig är andra saker. De visas under")
    link = tag("a", t("Ståndpunkter"), href=write(state.at(Tab.POSITIONS)), data_state=True)
    concluded = t("Vilka meningar som är argument är programmets slutsats; varje argument är ett ordagrant citat.")
    body = (tag("dl", *rows, class_="ps-facts"), tag("p", other, " ", link, "."), tag("p", concluded))
    return tag("details", tag("summary", t("Vad är skillnaden?")), *body, class_="ps-named")


def _sorts(state: PageState, lead: str, then: str) -> Markup:
    now, known = order(state), ORDERS[mode(state)]
    links = [
        tag("b", t(SORTS[one]), aria_current="true")
        if one is now
        else tag(
            "a",
            t(SORTS[one]),
            href=write(state.having(sortering=None if one is known[0] else one, **{paging.PAGE: None})),
            data_state=True,
            data_then=then,
        )
        for one in known
    ]
    return tag(
        "p", tag("span", lead) if lead else EMPTY, tag("span", t("Sortera:"), " ", join(links, " ")), class_="ps-sorts"
    )


def _back(state: PageState) -> Markup:
    address = write(state.having(tema=None))
    return tag("p", tag("a", t("Alla argument som återkommer"), href=address, data_state=True))


def _nothing(found: Sequence[Argued], state: PageState, around: Around) -> Markup:
    """Return why nothing is shown: no protocol, none of the kind, or none at all."""
    if not around.coverage.documents:
        body = t("Inget protokoll är inläst än.")
    elif found:
        body = t("Inget av det slaget. Välj ett annat ovanför.")
    elif any(state.one(name) for name in FILTERS):
        body = t("Inga reservationer, anteckningar eller yttranden passar in på det. Ta bort något filter.")
    else:
        body = t("Inga reservationer, anteckningar eller yttranden finns i de protokoll som är inlästa.")
    return tag("div", tag("p", body), class_="ps-message")
