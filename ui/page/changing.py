"""What a change through the page is, and who makes it.

Owns the name of who is logged in while a request is answered, and the part of a form that says who writes. Always
holds: who is logged in is written down under that name and no other, whatever a form says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from fastapi.responses import JSONResponse

from index.errors import LibraryError
from ui.page.html import Markup, tag
from ui.page.service import Service
from ui.speech import Language, spoken, t

Change = Callable[[Service, Mapping[str, str]], str]
"""Makes a change from the values of a form and returns the sentence that tells of it; raises LibraryError."""

WHO = "vem"
"""The field of a form that says who writes."""


class RefusedError(LibraryError):
    """Something that the page itself does not do; the message is in the language of who asked, the library's is not."""


# As the language spoken: it belongs to one request, and only the innermost part of a form uses it.
_ASKER: ContextVar[str] = ContextVar("asker", default="")


def language_of(form: Mapping[str, str]) -> Language:
    """Return the language of the page that a form was posted from."""
    return Language(form["sprak"]) if form.get("sprak") in set(Language) else Language.SWEDISH


def asker() -> str:
    """Return who is logged in of the request at hand, "" where nobody had to say."""
    return _ASKER.get()


@contextmanager
def asked_by(name: str) -> Iterator[None]:
    """Answer somebody inside the block."""
    token = _ASKER.set(name)
    try:
        yield
    finally:
        _ASKER.reset(token)


def user_of(request: Any) -> str:
    """Return whom the guard found behind a request (`ui.page.guard`), "" where nobody had to log in."""
    return str(getattr(request.state, "user", ""))


def told(sentence: str) -> JSONResponse:
    """Return the answer to a change that was made: a sentence in the language spoken, which the page tells."""
    return JSONResponse({"told": sentence, "lang": str(spoken())})


def refused(error: LibraryError, *, status: int = 422) -> JSONResponse:
    """Return the answer to a change that was not made, with the language in which it says why."""
    language = spoken() if isinstance(error, RefusedError) else Language.SWEDISH
    return JSONResponse({"told": str(error), "lang": str(language)}, status_code=status)


def signed(field: Markup) -> Markup:
    """Return the part of a form that says who writes: ``field``, or the name that somebody is logged in with."""
    name = asker()
    return tag("p", t("Sparas med ditt namn: {namn}", namn=name), class_="ps-signed") if name else field
