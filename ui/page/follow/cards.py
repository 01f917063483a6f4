"""Issues as cards to choose from: what each is about, when and where it was up, how it stands. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from index.results import Event, Issue
from index.stored import Head
from ui import course_words, words
from ui.page.follow.naming import issue_state
from ui.page.html import EMPTY, Markup, tag
from ui.page.state import PageState, write
from ui.speech import t

MOST_NUMBERS = 3
TONES = {"decided": "for", "open": "task", "tabled": "wait", "referred": "done", "withdrawn": "plain"}


def cards(issues: Iterable[tuple[Issue, Event | Head]], state: PageState) -> Markup:
    """Return issues as a list of cards; each comes with the paragraph by which the address names it."""
    return tag("ol", *(_card(issue, by, state) for issue, by in issues), class_="ps-hits ps-cards")


def _card(issue: Issue, by: Event | Head, state: PageState) -> Markup:
    address = write(issue_state(state, by))
    title = tag("h3", tag("a", issue.title or t("Utan rubrik"), href=address, data_state=True, lang="sv"))
    return tag("li", tag("article", title, _chips(issue), _line(issue), class_="ps-hit"))


def _line(issue: Issue) -> Markup:
    pieces = [
        tag("span", course_words.span(issue)),
        tag("span", words.listed(issue.boards)),
        tag("span", words.count(len(issue.paragraphs), "paragraf", "paragrafer")),
        tag("span", f"Dnr\N{NO-BREAK SPACE}{numbers(issue)}") if issue.case_numbers else EMPTY,
    ]
    return tag("p", *pieces, class_="ps-line")


def numbers(issue: Issue) -> str:
    """Return the first case numbers of an issue, and how many more there are."""
    left = len(issue.case_numbers) - MOST_NUMBERS
    more = f" {t('och {antal} till', antal=left)}" if left > 0 else ""
    return f"{', '.join(issue.case_numbers[:MOST_NUMBERS])}{more}"


def _chips(issue: Issue) -> Markup:
    said = course_words.state(issue.state)
    tone = TONES.get(issue.state.kind, "plain")
    chip = tag("li", f"{said[:1].upper()}{said[1:]}", class_=f"ps-chip ps-tone-{tone}")
    return tag("ul", chip, class_="ps-chips", aria_label=t("Läge"))
