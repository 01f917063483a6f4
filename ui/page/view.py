"""What a view is to the page: Gradio components that hold values of the address, and one panel that shows the answer.

Always holds: what a view shows depends on its `PageState` and the library alone, so that an address restores it; only
the name under which somebody writes is that of who is logged in (`ui.page.changing`). A view is built by ``tab.py`` of
its package and wired by `ui.page.app`, the same way for all.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from index.errors import LibraryError
from ui.page import parts
from ui.page.html import Markup, tag
from ui.page.service import Choices, Service
from ui.page.state import PageState, Tab
from ui.speech import speaking, t

Answer = Callable[[Service, PageState], Markup]
"""What a view shows; raises LibraryError where the library refuses, in the library's own words."""

_LOG = logging.getLogger(__name__)
_ANSWERS = itertools.count(1)
# Gradio tells the browser of a panel only when it changed: who asks the same twice would wait for ever without it.


@dataclass(frozen=True, slots=True)
class Field:
    """A component that holds one parameter of the address.

    ``choices`` gives what it offers anew whenever the view is restored; ``many`` says that it holds a list; ``at_once``
    that a change asks again without a press of the button.
    """

    name: str
    part: Any
    choices: Callable[[Choices], Sequence[tuple[str, str]]] | None = None
    many: bool = False
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """One view, built. ``asks`` are the events that ask (a click, Enter); ``more`` an accordion around filters."""

    tab: Tab
    column: Any
    result: Any
    answer: Answer
    fields: tuple[Field, ...] = ()
    asks: tuple[Any, ...] = ()
    more: Any = None
    more_names: frozenset[str] = field(default_factory=frozenset)


def shown(view_answer: Answer, service: Service, state: PageState) -> Markup:
    """Return the panel of a view, in the language of the state; what goes wrong is told in it."""
    with speaking(state.language):
        return parts.panel(state, _said(view_answer, service, state), answer=next(_ANSWERS))


def _said(view_answer: Answer, service: Service, state: PageState) -> Markup:
    try:
        return view_answer(service, state)
    except LibraryError as error:
        cure = tag("p", str(error), lang="sv")
        return parts.message(t("Det gick inte"), cure, class_="ps-warning")
    except Exception:  # noqa: BLE001 - the last edge before a person: told in words, and logged for who keeps the program
        _LOG.exception("a view failed")
        body = t("Något gick fel i programmet. Försök igen; felet är antecknat i programmets logg.")
        return parts.message(t("Det gick inte"), tag("p", body), class_="ps-warning")
