"""Tables of the views as files: the same rows as the commands write, one route for all.

Always holds: what is handed over is what the address asks for, whole and not one page of it, private names masked,
and that it says so where filters leave anything out (`ui.page.narrowed`).
A view offers its table by a function in ``table.py`` of its package, named in `TABLES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import FastAPI, Request, Response

from index.errors import LibraryError
from ui import shell
from ui.page.assignments.table import table as assignments
from ui.page.html import Markup, join, tag
from ui.page.missing import missing
from ui.page.narrowed import file_name, sheets
from ui.page.positions.table import table as positions
from ui.page.reservations.table import table as reservations
from ui.page.search.table import table as search
from ui.page.service import Service
from ui.page.state import PageState, Tab, read, write
from ui.page.statistics.table import table as statistics
from ui.speech import t
from ui.table_file import Table, workbook

Tabled = Callable[[Service, PageState], Table]
"""Makes the table that the state of a view asks for; raises LibraryError."""

TABLES: Mapping[Tab, Tabled] = {
    Tab.SEARCH: search,
    Tab.ASSIGNMENTS: assignments,
    Tab.RESERVATIONS: reservations,
    Tab.POSITIONS: positions,
    Tab.STATISTICS: statistics,
}
FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/jsonl; charset=utf-8",
}


def add_downloads(app: FastAPI, service: Service) -> None:
    """Add the route of the tables to an app."""

    @app.get("/tabell/{name}.{form}", response_class=Response, include_in_schema=False)
    def table_file(name: str, form: str, request: Request) -> Response:
        """The table of a view as a file: the address is that of the page."""
        if name not in TABLES or form not in FORMS:
            return missing(request, "Den tabellen finns inte.")
        state = read(f"flik={name}&{request.url.query}")
        try:
            table = TABLES[Tab(name)](service, state)
            content = _written(table, form, state)
        except LibraryError as error:
            return missing(request, str(error))
        disposition = f'attachment; filename="{file_name(table.name, state)}.{form}"'
        return Response(content, media_type=FORMS[form], headers={"Content-Disposition": disposition})


def links(state: PageState) -> Markup:
    """Return the links that hand over the table of a view, and the one that prints it."""
    query = write(state)
    files = [
        tag("a", name, href=f"/tabell/{state.tab}.{form}{query}", download=True)
        for form, name in (("csv", "csv"), ("xlsx", "Excel"), ("jsonl", "jsonl"))
    ]
    printed = tag("button", t("Skriv ut"), type="button", data_print=True, class_="ps-link")
    return tag("p", t("Hämta tabellen:"), " ", join(files, " "), " ", printed, class_="ps-takehome")


def _written(table: Table, form: str, state: PageState) -> bytes:
    if form == "xlsx":
        return workbook(sheets(table, state))
    lines = shell.jsonl(table.rows) if form == "jsonl" else shell.csv_lines(table.rows, table.columns)
    return "".join(f"{line}\n" for line in lines).encode()
