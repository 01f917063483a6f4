"""The charts of statistics as files: what the command draws, for the table that the address asks for."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response

from index.errors import LibraryError
from ui import plots
from ui.page.missing import missing
from ui.page.narrowed import file_name
from ui.page.service import Service
from ui.page.state import Tab, read
from ui.page.statistics.asked import asked, slug
from ui.page.statistics.counted import counted
from ui.statistics import charts, tables

FORMS = {"svg": "image/svg+xml", "png": "image/png"}


def add_pictures(app: FastAPI, service: Service) -> None:
    """Add the route of the pictures to an app."""

    @app.get("/statistik.{form}", response_class=Response, include_in_schema=False)
    def picture(form: str, request: Request) -> Response:
        """The chart of the view as a file: the address is that of the page."""
        state = read(f"flik={Tab.STATISTICS}&{request.url.query}")
        wanted = asked(state)
        if form not in FORMS or wanted.name not in tables.SHOWN:
            return missing(request, "Det diagrammet finns inte.")
        try:
            drawn = charts.chart(counted(service, wanted), wanted.name)
        except LibraryError as error:
            return missing(request, str(error))
        if not 0 < len(drawn.rows) <= plots.MOST_ROWS:
            return missing(request, "Det blir för många staplar för ett diagram. Välj organ eller år.")
        content = plots.svg(drawn) if form == "svg" else plots.png(drawn)
        called = file_name(f"statistik-{slug(wanted.name)}", state)
        name = f'attachment; filename="{called}.{form}"'
        return Response(content, media_type=FORMS[form], headers={"Content-Disposition": name})
