"""The course of an issue as files: the address is that of the page, filters and all."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response

from index.errors import LibraryError
from ui.page.follow.asked import followed
from ui.page.follow.filters import notes
from ui.page.service import Service
from ui.page.state import Tab, read
from ui.trace_outputs.writing import written

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "svg": "image/svg+xml",
    "csv": "text/csv; charset=utf-8",
}
"""The forms of a trace as a file; all are handed over as downloads."""
_ISSUE = "Ett ärendes gång som docx, xlsx, html, svg eller csv; frågan skrivs som i webbsidans adress."
PLAIN = "text/plain; charset=utf-8"


def add_files(app: FastAPI, service: Service) -> None:
    """Add the route to an app."""

    @app.get("/arende.{ending}", response_class=Response, tags=["Filer och flöden"], description=_ISSUE)
    def trace_file(ending: str, request: Request) -> Response:
        """The course of an issue as a file: the address is that of the page."""
        if ending not in TYPES:
            return Response("Den formen finns inte.", status_code=404, media_type=PLAIN)
        try:
            found = followed(service.library, read(f"flik={Tab.FOLLOW}&{request.url.query}"))
        except LibraryError as error:
            return Response(str(error), status_code=404, media_type=PLAIN)
        name = f'attachment; filename="arende.{ending}"'
        made = written(found.trace, ending, notes(found))
        return Response(made, media_type=TYPES[ending], headers={"Content-Disposition": name})
