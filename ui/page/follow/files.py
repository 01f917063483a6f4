"""The course of an issue as files: the address is that of the page, filters and all."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response

from index.errors import LibraryError
from ui.page.follow.asked import followed
from ui.page.follow.filters import notes
from ui.page.missing import missing
from ui.page.narrowed import file_name
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


def add_files(app: FastAPI, service: Service) -> None:
    """Add the route to an app."""

    @app.get("/arende.{ending}", response_class=Response, tags=["Filer och flöden"], description=_ISSUE)
    def trace_file(ending: str, request: Request) -> Response:
        """The course of an issue as a file: the address is that of the page."""
        if ending not in TYPES:
            return missing(request, "Den formen finns inte.")
        state = read(f"flik={Tab.FOLLOW}&{request.url.query}")
        try:
            found = followed(service.library, state)
        except LibraryError as error:
            return missing(request, str(error))
        name = f'attachment; filename="{file_name("arende", state)}.{ending}"'
        made = written(found.trace, ending, notes(found))
        return Response(made, media_type=TYPES[ending], headers={"Content-Disposition": name})
