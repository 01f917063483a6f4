"""Whether something was argued before, as HTML: what says the like, who said it when, why it is held alike. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.arguments import Echo
from ui import words
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.reservations import heat, told
from ui.page.reservations.asked import Order, order
from ui.page.reservations.card import actions, line, quote
from ui.page.state import PageState
from ui.speech import t

LIST = "ps-liknande"


def answer(found: Sequence[Echo], state: PageState, since: str | None, bar: Markup = EMPTY) -> Markup:
    """Return what says the like of the argument asked about.

    ``since`` is the date of its own act, where it has one; ``bar`` stands above the list.
    """
    asked = tag("blockquote", state.one("argument"), lang="sv", class_="ps-asked")
    if not found:
        body = t("Ingenting liknande är sagt i det som är inläst och valt. Det kan ändå vara sagt med helt andra ord.")
        return join([tag("h2", t("Inget liknande argument hittades")), asked, tag("p", body)])
    head = (tag("h2", _heading(found, since)), asked, tag("p", _conclusion(), class_="ps-searched"))
    return join([*head, _by_party(found), bar, _listed(found, state, since)])


def sorted_by(found: Sequence[Echo], state: PageState) -> tuple[Echo, ...]:
    """Return echoes in the order asked for: the nearest first, or the oldest."""
    if order(state) is Order.NEAREST:
        return tuple(found)
    return tuple(sorted(found, key=lambda one: one.argued.date or ""))


def _heading(found: Sequence[Echo], since: str | None) -> str:
    count = words.count(len(found), "liknande argument", "liknande argument")
    if since is None:
        return count
    earlier = [one for one in found if (one.argued.date or since) < since]
    if not earlier:
        return t("{antal}, inget av dem tidigare", antal=count)
    first = words.date(min(one.argued.date for one in earlier if one.argued.date))
    return t("{antal}, varav {tidigare} tidigare, först {dag}", antal=count, tidigare=len(earlier), dag=first)


def _conclusion() -> str:
    return t("Att argumenten liknar varandra är programmets slutsats. Vid vart och ett står vad den vilar på.")


def _by_party(found: Sequence[Echo]) -> Markup:
    """Return who says the like when, as a table; each number leads to the first of them."""
    counts: Counter[tuple[str, str]] = Counter()
    firsts: dict[tuple[str, str], str] = {}
    for one in found:
        for party in one.argued.parties or (t("utan parti"),):
            key = party, _year(one)
            counts[key] += 1
            firsts.setdefault(key, _anchor(one))
    parties = sorted({party for party, _ in counts})
    rows = [
        (party, {year: _cell(party, year, counts, firsts) for named, year in counts if named == party})
        for party in parties
    ]
    return heat.table(t("Liknande argument per parti och år"), t("Parti"), sorted({year for _, year in counts}), rows)


def _cell(party: str, year: str, counts: Counter[tuple[str, str]], firsts: dict[tuple[str, str], str]) -> heat.Cell:
    count = counts[party, year]
    said = f"{party}, {year}: {words.count(count, 'argument', 'argument')}"
    address = f"#{firsts[party, year]}"
    return heat.Cell(count, lambda label: tag("a", label, href=address, data_jump=True, aria_label=said))


def _listed(found: Sequence[Echo], state: PageState, since: str | None) -> Markup:
    items = (_echo(one, state, since) for one in sorted_by(found, state))
    return tag("ol", *items, class_="ps-hits", id=LIST)


def _echo(echo: Echo, state: PageState, since: str | None) -> Markup:
    one = echo.argued
    when = EMPTY
    if since is not None and one.date is not None and one.date != since:
        when = tag("span", t("tidigare") if one.date < since else t("senare"), class_="ps-when")
    body = (
        line(one),
        tag("h3", told.by(one), " ", when, lang="sv"),
        quote(one, echo.argument, state),
        tag(
            "p", tag("span", t("Programmets slutsats"), class_="ps-guess"), " ", told.likeness(echo), class_="ps-ground"
        ),
        actions(one, state),
    )
    return tag("li", tag("article", *body, class_="ps-hit ps-argued"), id=_anchor(echo), tabindex=-1)


def _year(echo: Echo) -> str:
    return str(echo.argued.year) if echo.argued.year is not None else t("utan år")


def _anchor(echo: Echo) -> str:
    return f"liknar-{echo.argued.id}"
