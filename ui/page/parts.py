"""The small pieces that several views show: outcomes, citations, links to the viewer, what was searched."""

from __future__ import annotations

from dataclasses import replace

from index.results import Coverage, Event, Hit
from ui import words
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, Place, write
from ui.speech import t

TONES = {
    "approved": "for",
    "elected": "for",
    "answered": "done",
    "assigned": "task",
    "rejected": "against",
    "remitted": "wait",
    "tabled": "wait",
}
"""Outcome → the tone of its colour. The word always stands beside the colour, which alone says nothing."""


def tone(outcome: str) -> str:
    """Return the tone of an outcome; what is neither yes, no nor later is plain."""
    return TONES.get(outcome, "plain")


def paragraph_line(result: Hit | Event) -> Markup:
    """Return date, board, § and case numbers of a paragraph as one line."""
    parts = [
        tag("time", words.date(result.date), datetime=result.date) if result.date else tag("span", words.date(None)),
        tag("span", (result.board if result.number is not None else None) or result.file),
        tag("span", f"§\N{NO-BREAK SPACE}{result.number}") if result.number is not None else EMPTY,
        *(tag("span", f"Dnr\N{NO-BREAK SPACE}{number}") for number in result.case_numbers),
    ]
    return tag("p", *parts, class_="ps-line")


def facts(result: Hit | Event) -> Markup:
    """Return what was decided and who reserved against it; nothing when neither is known."""
    chips = [
        tag("li", words.outcome(value), class_=f"ps-chip ps-tone-{tone(value)}")
        for value in dict.fromkeys(result.outcomes)
    ]
    if result.against:
        chips.append(
            tag("li", tag("b", t("Reserverade sig: ")), ", ".join(result.against), class_="ps-chip ps-tone-dissent")
        )
    if isinstance(result, Hit) and result.outvoted:
        chips.append(tag("li", words.lost_vote(result.outvoted), class_="ps-chip ps-tone-dissent"))
    return tag("ul", *chips, class_="ps-chips", aria_label=t("Utfall")) if chips else EMPTY


def place_of(result: Hit | Event) -> Place:
    """Return where the quote of a result is printed."""
    return Place(result.document_id, result.page, result.paragraph_id, result.quote_range)


def opener(label: str, place: Place, state: PageState, *, class_: str = "", name: str | None = None) -> Markup:
    """Return the link that opens the viewer at a place; ``name`` is what a screen reader says instead of the label."""
    return tag(
        "a", label, href=write(replace(state, place=place)), data_view=True, class_=class_ or None, aria_label=name
    )


def citation(text: str) -> Markup:
    """Return the citation of a paragraph with its copy button."""
    button = tag("button", t("Kopiera hänvisning"), type="button", data_copy=text, class_="ps-button ps-quiet")
    return tag("div", button, tag("span", text, class_="ps-citation"), class_="ps-cite")


def searched(coverage: Coverage) -> Markup:
    """Return what was searched: silence is not absence."""
    return tag("p", words.coverage(coverage), class_="ps-searched")


def message(heading: str, *body: str | None, class_: str = "") -> Markup:
    """Return an empty state: a heading that says what is the case, and what to do."""
    return tag("div", tag("h2", heading), *body, class_=f"ps-message {class_}".strip())


def panel(state: PageState, *children: str | None, answer: int = 0) -> Markup:
    """Return the root of a view's answer; it carries the address that restores the page as it is shown.

    ``answer`` is its number: two answers that say the same are still two, and the page tells of both.
    """
    address = write(replace(state, place=None))
    return tag(
        "section",
        *children,
        class_="ps-panel",
        data_tab=state.tab,
        data_address=address,
        data_answer=answer,
        lang=state.language,
    )


def examples(lead: str, addresses: list[tuple[str, PageState]]) -> Markup:
    """Return examples that fill the page when they are clicked."""
    links = [tag("a", label, href=write(state), data_state=True, class_="ps-example") for label, state in addresses]
    return tag("p", tag("span", f"{lead} "), join(links, " "), class_="ps-examples")
