"""What the view Sök hands over as a table: the hits, the answer to a draft, or the judgements of a review.

Always holds: the whole result up to `MOST_HITS`, not the page of it that is shown; the rows are those of the commands,
with private names masked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version

from index.errors import NotInLibraryError
from ui import drafts, reviews, rows
from ui.page.search.asked import MOST_HITS, Mode, mode, query
from ui.page.service import Service
from ui.page.state import PageState
from ui.table_file import Table

_PRINTED = ("title", "quote", "because_quote")


def table(service: Service, state: PageState) -> Table:
    """Return the table; raises LibraryError."""
    return _TABLES[mode(state)](service, state)


def draft_text(service: Service, state: PageState) -> str | None:
    """Return the draft that the state asks about, "" for none, None when it is kept no longer."""
    return service.drafts.get(state.one("nyckel")) if state.one("nyckel") else state.one("utkast")


def _hits(service: Service, state: PageState) -> Table:
    if state.one("lika"):
        found = service.library.similar(state.one("lika"), MOST_HITS)
    else:
        found = service.library.search(query(state, MOST_HITS, 0))
    return Table("traffar", rows.HIT_COLUMNS, _masked(service, map(rows.hit_row, found.hits)))


def _draft(service: Service, state: PageState) -> Table:
    text = draft_text(service, state)
    if text is None:
        raise NotInLibraryError("Utkastet finns inte kvar i programmets minne. Klistra in texten igen.")
    return Table("utkast", drafts.COLUMNS, _masked(service, drafts.table(service.library.draft(text))))


def _review(service: Service, state: PageState) -> Table:
    desk, name = service.library.reviews, state.one("granskning")
    when = datetime.now(UTC).isoformat(timespec="seconds")
    head = reviews.head_row(desk.status(name), version("protokollspar"), when)
    judged = ({**row, **head} for row in _masked(service, reviews.rows(desk.judged(name))))
    return Table("granskning", (*reviews.COLUMNS, *reviews.HEAD_COLUMNS), judged)


def _masked(service: Service, found: Iterable[Mapping[str, object]]) -> Iterable[dict[str, object]]:
    return service.library.masker().rows(found, _PRINTED)


_TABLES = {Mode.SEARCH: _hits, Mode.SAVED: _hits, Mode.DRAFT: _draft, Mode.REVIEW: _review}
