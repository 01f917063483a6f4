"""The plain routes of the view Sök: a draft is handed in, as it may be longer than an address."""

from __future__ import annotations

from typing import Annotated

from fastapi import Body, FastAPI
from fastapi.responses import JSONResponse

from ui.page.changing import language_of
from ui.page.search import kept
from ui.page.search.asked import Mode
from ui.page.search.drafting import ROUTE
from ui.page.service import Service
from ui.page.state import LONGEST_TEXT, PageState, Tab, write
from ui.speech import Language, speaking, t

Form = Annotated[dict[str, str], Body()]


def add_search_routes(app: FastAPI, service: Service) -> None:
    """Add the routes to an app."""

    @app.post(ROUTE, include_in_schema=False)
    def draft(form: Form) -> JSONResponse:
        """Take a draft and answer with the address that shows what was said of it before."""
        language = language_of(form)
        with speaking(language):
            return _taken(service, form.get("text", "").strip(), language)


def _taken(service: Service, text: str, language: Language) -> JSONResponse:
    if not text:
        return JSONResponse({"told": t("Klistra in en text först.")}, status_code=422)
    if len(text) > kept.LONGEST:
        told = t("Texten är för lång: högst {antal} tecken. Dela upp den.", antal=kept.LONGEST)
        return JSONResponse({"told": told}, status_code=422)
    state = PageState(Tab.SEARCH, language=language).having(lage=str(Mode.DRAFT))
    # What fits in an address can be mailed; what does not is kept whole, and the address only names it.
    fits = len(text) <= LONGEST_TEXT
    held = state.having(utkast=text) if fits else state.having(nyckel=service.drafts.keep(text))
    return JSONResponse({"told": "", "address": write(held)})
