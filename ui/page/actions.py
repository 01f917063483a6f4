"""What people change through the page: forms that are posted, one route each, answered with a sentence.

A form in a panel (``<form data-post="/gor/NAME">``) is posted by the browser as JSON; the answer is a sentence that the
page tells, after which it shows the view anew. Always holds: nothing is changed where the page may not write, and what
the library refuses is told in its own Swedish words. Each view adds its own actions in ``actions.py`` of its package.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

from fastapi import Body, FastAPI
from fastapi.responses import JSONResponse

from index.errors import LibraryError
from ui.page.follow import actions as follow
from ui.page.intake import sending
from ui.page.protocols import actions as protocols
from ui.page.search import actions as search
from ui.page.service import Service
from ui.page.state import LONGEST_TEXT

Change = Callable[[Service, Mapping[str, str]], str]
"""Makes a change from the values of a form and returns the sentence that tells of it; raises LibraryError."""

ACTIONS: Mapping[str, Change] = {**search.CHANGES, **follow.CHANGES, **sending.CHANGES, **protocols.CHANGES}
"""Every action by its name in the address."""

Form = Annotated[dict[str, str], Body()]


def add_actions(app: FastAPI, service: Service) -> None:
    """Add the routes of `ACTIONS` to an app."""
    for name, change in ACTIONS.items():
        app.post(f"/gor/{name}", include_in_schema=False)(_route(service, change))


def _route(service: Service, change: Change) -> Callable[[Form], JSONResponse]:
    def act(form: Form) -> JSONResponse:
        if not service.may_write:
            return _told("Den här sidan är bara till för läsning.", status=403)
        try:
            return _told(change(service, {name: value.strip()[:LONGEST_TEXT] for name, value in form.items()}))
        except LibraryError as error:
            return _told(str(error), status=422)

    return act


def _told(sentence: str, *, status: int = 200) -> JSONResponse:
    return JSONResponse({"told": sentence}, status_code=status)
