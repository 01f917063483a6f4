"""The plain routes beside Gradio: page images, files, the viewer's leaf and the style sheet."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Header, Request, Response
from fastapi.responses import FileResponse, HTMLResponse

from index.errors import LibraryError
from ui.atom import feed
from ui.drawing.style import timeline_rules
from ui.page.actions import add_actions
from ui.page.downloads import add_downloads
from ui.page.follow.files import add_files as add_trace_files
from ui.page.intake.sending import add_intake
from ui.page.missing import missing
from ui.page.search.routes import add_search_routes
from ui.page.service import SCALE, Service
from ui.page.state import read
from ui.page.statistics.pictures import add_pictures
from ui.page.theme import style_variables
from ui.page.viewer import panel as viewer
from ui.record import shown_row
from ui.speech import speaking, t

STATIC = Path(__file__).parent / "static"
KEPT = "private, max-age=86400"
"""A document's id is that of its content, so an image of its page never changes; private, as protocols may be."""
TYPES = {
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""Anything else, HTML above all, is handed over as a download and never run in the page's own name."""

FILES = "Filer och flöden"

_RECORD = "En paragraf fält för fält: vad som lästes, var det står, hur säkert det är och vad som rättats."

Tags = Annotated[str | None, Header(alias="if-none-match")]


def add_routes(app: FastAPI, service: Service) -> None:
    """Add the routes to an app. Handlers are plain functions: the server runs them in threads."""
    _add_page(app, service)
    _add_file(app, service)
    _add_leaf(app, service)
    _add_record(app, service)
    add_trace_files(app, service)
    add_downloads(app, service)
    add_pictures(app, service)
    _add_feed(app, service)
    _add_style(app)
    add_search_routes(app, service)
    add_actions(app, service)
    add_intake(app, service)


def _add_feed(app: FastAPI, service: Service) -> None:
    @app.get(
        "/flode/{name}.atom", response_class=Response, tags=[FILES], description="En sparad sökning som Atom-flöde."
    )
    def atom_feed(name: str, request: Request) -> Response:
        """What a saved search has found, as an Atom feed; fetching it marks nothing as told."""
        try:
            (found,) = service.library.alerts.ask(name)
        except LibraryError as error:
            return missing(request, str(error))
        return Response(feed(found.search, found.news, str(request.base_url)), media_type="application/atom+xml")


def _add_page(app: FastAPI, service: Service) -> None:
    @app.get("/page/{document_id}/{page}.jpg", response_class=Response, tags=[FILES], description="En sida som bild.")
    def page_image(request: Request, document_id: str, page: int, if_none_match: Tags = None) -> Response:
        """A page of a document as JPEG."""
        headers = {"ETag": _tag(document_id, page), "Cache-Control": KEPT}
        if if_none_match == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        try:
            return Response(service.image(document_id, page), media_type="image/jpeg", headers=headers)
        except LibraryError as error:
            return missing(request, str(error))


def _add_file(app: FastAPI, service: Service) -> None:
    @app.get("/file/{document_id}", response_class=FileResponse, tags=[FILES], description="Filen som den lästes.")
    def file(request: Request, document_id: str) -> Response:
        """The file of a document, as it was read."""
        try:
            path = service.file(document_id)
        except LibraryError as error:
            return missing(request, str(error))
        kind = TYPES.get(path.suffix.lower())
        disposition = "inline" if kind else "attachment"
        name = service.file_name(document_id)
        return FileResponse(
            path, media_type=kind or "application/octet-stream", filename=name, content_disposition_type=disposition
        )


def _add_leaf(app: FastAPI, service: Service) -> None:
    @app.get("/blad", response_class=HTMLResponse, include_in_schema=False)
    def leaf(request: Request) -> HTMLResponse:
        """What the viewer shows: a page with its marks and its text, in the language of the address."""
        state = read(request.url.query)
        with speaking(state.language):
            if state.place is None:
                return HTMLResponse(viewer.failed(t("Adressen nämner ingen sida.")), status_code=404)
            try:
                return HTMLResponse(viewer.viewer(service.leaf(state.place)))
            except LibraryError as error:
                return HTMLResponse(viewer.failed(str(error)), status_code=404)


def _add_record(app: FastAPI, service: Service) -> None:
    @app.get("/paragraf/{paragraph_id}.json", response_class=Response, tags=[FILES], description=_RECORD)
    def paragraph_record(request: Request, paragraph_id: str) -> Response:
        """The record of one paragraph: what was read, where it stands, how sure that is, and what was corrected."""
        try:
            row = shown_row(service.library.shown(paragraph_id))
        except LibraryError as error:
            return missing(request, str(error))
        name = f'attachment; filename="paragraf-{paragraph_id}.json"'
        text = json.dumps(row, ensure_ascii=False, indent=1)
        return Response(text, media_type="application/json", headers={"Content-Disposition": name})


def _add_style(app: FastAPI) -> None:
    style = style_variables() + _rules() + timeline_rules()
    tag = f'"{hashlib.sha256(style.encode()).hexdigest()[:16]}"'

    @app.get("/protokollspar.css", response_class=Response, include_in_schema=False)
    def style_sheet(if_none_match: Tags = None) -> Response:
        """The page's own style sheet."""
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if if_none_match == tag:
            return Response(status_code=304, headers=headers)
        return Response(style, media_type="text/css", headers=headers)


def _rules() -> str:
    """Return the frame's rules and then each view's: a view may rely on the frame's, and never the other way."""
    views = sorted(file for file in STATIC.glob("*.css") if file.name != "page.css")
    return "".join(file.read_text(encoding="utf-8") for file in (STATIC / "page.css", *views))


def _tag(document_id: str, page: int) -> str:
    return f'"{hashlib.sha256(f"{document_id}/{page}/{SCALE}".encode()).hexdigest()[:24]}"'
