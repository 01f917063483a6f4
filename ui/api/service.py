"""The API as a part of the web application: its routes, its document, its listing and the sign of life.

Always holds: the OpenAPI document is made once and names problems by their own media type.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from fastapi import FastAPI, Response
from fastapi.responses import HTMLResponse

from index.library import Library
from ui.api import listing
from ui.api.answers.holdings import health
from ui.api.models.holdings import HealthAnswer
from ui.api.problems import MEDIA_TYPE, Elsewhere, Problem
from ui.api.routes import PREFIX, router

ABOUT = "Sök i protokoll, följ ärenden och hämta uppgifter med citat, hänvisning och sida. Fel följer RFC 9457."
_PROBLEM = f"#/components/schemas/{Problem.__name__}"


def add_api(app: FastAPI, library: Library) -> None:
    """Add the API, its documentation and the sign of life to an app."""
    app.state.library = library
    app.title, app.version, app.description = "Protokollspår", version("protokollspar"), ABOUT
    app.include_router(router)
    app.mount(PREFIX, Elsewhere(router.routes))
    _add_health(app, library)
    _add_listing(app)
    made = app.openapi

    def openapi() -> dict[str, Any]:
        return _told(made())

    app.openapi = openapi  # type: ignore[method-assign] # how FastAPI wants its document changed


def _add_health(app: FastAPI, library: Library) -> None:
    unreadable: dict[int | str, dict[str, Any]] = {
        503: {"model": HealthAnswer, "description": "Biblioteket går inte att läsa."}
    }

    @app.get("/healthz", tags=["Drift"], responses=unreadable, operation_id="healthz")
    def healthz(response: Response) -> HealthAnswer:
        """Om biblioteket går att läsa, och hur mycket det rymmer."""
        told = health(library)
        response.status_code = 200 if told.status == "ok" else 503
        return told


def _add_listing(app: FastAPI) -> None:
    style = listing.style()

    @app.get("/api.css", response_class=Response, include_in_schema=False)
    def api_style() -> Response:
        """The style sheet of that page."""
        return Response(style, media_type="text/css")

    @app.get("/api", response_class=HTMLResponse, include_in_schema=False)
    def api_page() -> HTMLResponse:
        """Every address of the API, for people."""
        return HTMLResponse(listing.page(app.openapi()))


def _told(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with problems under their media type, and without what was written for those who build."""
    for schema in document["components"]["schemas"].values():
        if "enum" in schema:
            schema.pop("description", None)
    for path in document["paths"].values():
        for operation in path.values():
            for answer in operation["responses"].values():
                content = answer.get("content", {})
                if content.get("application/json", {}).get("schema", {}).get("$ref") == _PROBLEM:
                    content[MEDIA_TYPE] = content.pop("application/json")
    return document
