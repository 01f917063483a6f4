"""What people change in the view Sök: saved searches, and judgements of a review."""

from __future__ import annotations

from collections.abc import Mapping

from index.errors import BookError
from index.reviews.book import Verdict
from ui import words
from ui.page.service import Service

_MISSING = "Skriv {vad}."


def save(service: Service, form: Mapping[str, str]) -> str:
    """Save a search under a name."""
    saved = service.library.alerts.add(_given(form, "namn", "ett namn på sökningen"), _text(form), _who(form))
    return f"Sökningen är sparad som {saved.name}."


def seen(service: Service, form: Mapping[str, str]) -> str:
    """Mark what a saved search has found as seen."""
    desk = service.library.alerts
    alerts = desk.ask(_given(form, "namn", "vilken sökning som avses"))
    desk.tell(alerts)
    new = sum(not one.told for alert in alerts for one in alert.news)
    return f"{words.count(new, 'paragraf', 'paragrafer')} markerade som sedda."


def forget(service: Service, form: Mapping[str, str]) -> str:
    """Remove a saved search."""
    gone = service.library.alerts.saved.remove(_given(form, "namn", "vilken sökning som avses"), _who(form))
    return f"Sökningen {gone.name} är borttagen."


def start(service: Service, form: Mapping[str, str]) -> str:
    """Begin a review of a query."""
    begun = service.library.reviews.start(_given(form, "namn", "ett namn på granskningen"), _text(form), _who(form))
    return f"Granskningen {begun.review.name} är börjad: {words.count(begun.pool, 'paragraf', 'paragrafer')} att döma."


def judge(service: Service, form: Mapping[str, str]) -> str:
    """Say of a paragraph whether it is relevant, or take that back: "ja" and its id."""
    said, _, paragraph = _given(form, "dom", "ja, nej eller ångra").partition(" ")
    if said not in set(Verdict) or not paragraph:
        raise BookError("Svara ja eller nej om en paragraf, eller ångra.")
    name = _given(form, "namn", "vilken granskning som avses")
    status = service.library.reviews.judge(name, paragraph, Verdict(said), _who(form))
    return f"{words.number(status.yes + status.no)} av {words.number(status.pool)} paragrafer är dömda."


CHANGES = {
    "spara-sokning": save,
    "sett": seen,
    "ta-bort-sokning": forget,
    "starta-granskning": start,
    "dom": judge,
}
"""The actions of the view by their names in the address."""


def _who(form: Mapping[str, str]) -> str:
    return _given(form, "vem", "ditt namn, så att andra ser vem som gjorde det")


def _text(form: Mapping[str, str]) -> str:
    return _given(form, "fraga", "vad du söker")


def _given(form: Mapping[str, str], name: str, what: str) -> str:
    value = form.get(name, "").strip()
    if not value:
        raise BookError(_MISSING.format(vad=what))
    return value
