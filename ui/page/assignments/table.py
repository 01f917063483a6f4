"""The table of the view Uppdrag: the rows of `protokollspar assignments`, as the address asks for them."""

from __future__ import annotations

from datetime import date, datetime

from index.ledger import AssignmentState
from ui import ledger
from ui.masked import masked_assignments
from ui.page.assignments.asked import question, sifted, wanted
from ui.page.service import Service
from ui.page.state import PageState
from ui.table_file import Table


def table(service: Service, state: PageState) -> Table:
    """Return the table; raises LibraryError."""
    found = wanted(sifted(service.library.assignments(question(state, today())), state), state)
    return Table("uppdrag", ledger.COLUMNS, ledger.rows(masked(service, found)))


def masked(service: Service, found: tuple[AssignmentState, ...]) -> tuple[AssignmentState, ...]:
    """Return assignments with the names of private persons masked, as in the commands."""
    return masked_assignments(found, service.library.masker())


def today() -> date:
    """Return the day of today where the program runs."""
    return datetime.now().astimezone().date()
