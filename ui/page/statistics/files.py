"""Statistics as files: the table that the address asks for, as the command writes it. Private names are masked."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response

from index.errors import LibraryError
from index.statistics import Statistics
from ui import plots, shell, table_file
from ui.page.service import Service
from ui.page.state import Tab, read
from ui.page.statistics.answer import counted
from ui.page.statistics.asked import asked, slug
from ui.statistics import charts, tables

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "svg": "image/svg+xml",
    "png": "image/png",
}
_PICTURES = ("svg", "png")


def add_statistics(app: FastAPI, service: Service) -> None:
    """Add the route of the files to an app."""

    @app.get("/statistik.{form}", response_class=Response, include_in_schema=False)
    def statistics_file(form: str, request: Request) -> Response:
        """The table of the view as a file: the address is that of the page."""
        wanted = asked(read(f"flik={Tab.STATISTICS}&{request.url.query}"))
        if form not in FORMS:
            return _told("Den formen finns inte.")
        try:
            found = counted(service, wanted)
        except LibraryError as error:
            return _told(str(error))
        if form in _PICTURES and not _can_be_drawn(found, wanted.name):
            return _told("Den tabellen går inte att rita: den har inget diagram, eller för många staplar.")
        content = _written(found, wanted.name, form)
        name = f'attachment; filename="statistik-{slug(wanted.name)}.{form}"'
        return Response(content, media_type=FORMS[form], headers={"Content-Disposition": name})


def _can_be_drawn(found: Statistics, name: str) -> bool:
    return name in tables.SHOWN and 0 < len(charts.chart(found, name).rows) <= plots.MOST_ROWS


def _written(found: Statistics, name: str, form: str) -> str | bytes:
    if form in _PICTURES:
        drawn = charts.chart(found, name)
        return plots.svg(drawn) if form == "svg" else plots.png(drawn)
    shown = tables.table(found, name)
    if form == "csv":
        return "".join(f"{line}\n" for line in shell.csv_lines(shown.rows, shown.columns))
    return table_file.workbook([table_file.Table(shown.name, shown.columns, shown.rows)])


def _told(sentence: str) -> Response:
    return Response(sentence, status_code=404, media_type="text/plain; charset=utf-8")
