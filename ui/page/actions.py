"""What people change through the page: forms that are posted, one route each, answered with a sentence.

A form in a panel (``<form data-post="/gor/NAME">``) is posted by the browser as JSON, with the language of the page as
"sprak"; the answer is a sentence that the page tells, and its language, after which it shows the view anew. Always
holds: nothing is changed where the page may not write; who is logged in is who writes; and what the library refuses is
told in its own Swedish words. Each view adds its own actions in ``actions.py`` of its package.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

from fastapi import Body, FastAPI, Request
from fastapi.responses import JSONResponse

from index.errors import LibraryError
from ui.page.changing import WHO, Change, RefusedError, asked_by, language_of, refused, told, user_of
from ui.page.follow import actions as follow
from ui.page.intake import sending
from ui.page.protocols import actions as protocols
from ui.page.search import actions as search
from ui.page.service import Service
from ui.page.state import LONGEST_TEXT
from ui.speech import speaking, t

ACTIONS: Mapping[str, Change] = {**search.CHANGES, **follow.CHANGES, **sending.CHANGES, **protocols.CHANGES}
"""Every action by its name in the address."""

Form = Annotated[dict[str, str], Body()]


def add_actions(app: FastAPI, service: Service) -> None:
    """Add the routes of `ACTIONS` to an app."""
    for name, change in ACTIONS.items():
        app.post(f"/gor/{name}", include_in_schema=False)(_route(service, change))


def _route(service: Service, change: Change) -> Callable[[Form, Request], JSONResponse]:
    def act(form: Form, request: Request) -> JSONResponse:
        with speaking(language_of(form)), asked_by(user_of(request)):
            return _changed(service, change, _signed(form, user_of(request)))

    return act


def _signed(form: Mapping[str, str], user: str) -> Mapping[str, str]:
    """Return what a form says, cut to size, with the name of who is logged in for any that it gives."""
    values = {name: value.strip()[:LONGEST_TEXT] for name, value in form.items()}
    return {**values, WHO: user} if user else values


def _changed(service: Service, change: Change, form: Mapping[str, str]) -> JSONResponse:
    if not service.may_write:
        return refused(RefusedError(t("Den här sidan är bara till för läsning.")), status=403)
    try:
        return told(change(service, form))
    except LibraryError as error:
        return refused(error)
