"""Who reserves with whom: a matrix of counts, and the reservations behind the count that is open. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from index.masking import Masker
from index.positions import Alliances, PositionAct
from ui import words
from ui.page import paging, parts
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.positions.acts import listed
from ui.page.state import PageState, write
from ui.speech import t

PLACE = "ps-par"
ON_A_PAGE = 15
Pair = frozenset[str]


def together(found: Alliances, masker: Masker, state: PageState) -> Markup:
    """Return the matrix of all years asked for, and the open pair's reservations."""
    heading = tag("h3", t("Vilka som reserverar sig tillsammans"), class_="ps-part", id=PLACE)
    if not found.pairs:
        return join([heading, tag("p", t("Ingen reservation är tryckt.")), parts.searched(found.coverage)])
    joint, beside = _summed(found)
    lead = t(
        "Antal gemensamma reservationer, på diagonalen partiets alla; ur {paragrafer} med reservation.",
        paragrafer=words.count(found.reserved, "paragraf", "paragrafer"),
    )
    told = t("Egna reservationer i samma paragraf räknas inte som gemensamma: de kan vilja motsatta saker.")
    opened = _opened(joint, beside, masker, state)
    matrix = _matrix(found.parties, joint, state)
    return join([heading, tag("p", lead, " ", told, class_="ps-searched"), matrix, opened])


def _summed(found: Alliances) -> tuple[Mapping[Pair, list[PositionAct]], Mapping[Pair, list[PositionAct]]]:
    joint: defaultdict[Pair, list[PositionAct]] = defaultdict(list)
    beside: defaultdict[Pair, list[PositionAct]] = defaultdict(list)
    for pair in found.pairs:
        joint[frozenset((pair.party, pair.other))] += pair.joint
        beside[frozenset((pair.party, pair.other))] += pair.beside
    return joint, beside


def _matrix(parties: Sequence[str], joint: Mapping[Pair, Sequence[PositionAct]], state: PageState) -> Markup:
    head = tag("thead", tag("tr", tag("td"), *(tag("th", party, scope="col") for party in parties)))
    rows = [
        tag("tr", tag("th", one, scope="row"), *(_count(one, other, joint, state) for other in parties))
        for one in parties
    ]
    table = tag("table", head, tag("tbody", *rows), class_="ps-sheet-table ps-matrix")
    name = t("Antal gemensamma reservationer, parti mot parti")
    return tag("div", table, class_="ps-scroll", tabindex=0, role="region", aria_label=name)


def _count(one: str, other: str, joint: Mapping[Pair, Sequence[PositionAct]], state: PageState) -> Markup:
    count = len(joint.get(frozenset((one, other)), ()))
    own = "ps-own" if one == other else None
    if not count:
        return tag("td", "–", class_="ps-silent")
    value = "|".join(sorted({one, other}))
    on = "true" if state.one("par") == value else None
    said = words.count(count, "reservation", "reservationer")
    address = write(state.having(par=value, sidnr=None, ruta=None))
    name = f"{words.number(count)}: {said}, {words.listed(sorted({one, other}))}"
    link = {"href": address, "aria_label": name, "aria_current": on}
    return tag("td", tag("a", words.number(count), data_state=True, data_then="ps-parets", **link), class_=own)


def _opened(
    joint: Mapping[Pair, list[PositionAct]],
    beside: Mapping[Pair, list[PositionAct]],
    masker: Masker,
    state: PageState,
) -> Markup:
    asked = frozenset(filter(None, state.one("par").split("|")))
    acts = joint.get(asked, [])
    if not acts:
        return EMPTY
    both = words.listed(sorted(asked))
    newest = sorted(acts, key=lambda act: act.date or "", reverse=True)
    shown = paging.part(newest, state, ON_A_PAGE)
    label = (
        t("{partier} tillsammans", partier=both) if len(asked) > 1 else t("{partier}, alla reservationer", partier=both)
    )
    heading = tag("h4", f"{label}: {paging.told(shown)}", id="ps-parets")
    apart = len(beside.get(asked, []))
    alone = t("Var för sig i {paragrafer}.", paragrafer=words.count(apart, "paragraf", "paragrafer"))
    other = tag("p", alone, class_="ps-searched") if apart else EMPTY
    body = (heading, other, listed(shown.items, masker, state), paging.links(shown, state, then="ps-parets"))
    return tag("section", *body, class_="ps-outside")
