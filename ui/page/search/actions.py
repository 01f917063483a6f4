"""What people change in the view Sök: saved searches, and judgements of a review."""

from __future__ import annotations

from collections.abc import Mapping

from index.reviews.book import Verdict
from ui import words
from ui.page.changing import WHO, Change, RefusedError
from ui.page.service import Service
from ui.speech import t


def save(service: Service, form: Mapping[str, str]) -> str:
    """Save a search under a name."""
    saved = service.library.alerts.add(_given(form, "namn", t("Skriv ett namn på sökningen.")), _text(form), _who(form))
    return t("Sökningen är sparad som {namn}.", namn=saved.name)


def seen(service: Service, form: Mapping[str, str]) -> str:
    """Mark what a saved search has found as seen."""
    desk = service.library.alerts
    alerts = desk.ask(_given(form, "namn", t("Säg vilken sökning som avses.")))
    desk.tell(alerts)
    new = sum(not one.told for alert in alerts for one in alert.news)
    return t("{paragrafer} markerade som sedda.", paragrafer=words.count(new, "paragraf", "paragrafer"))


def forget(service: Service, form: Mapping[str, str]) -> str:
    """Remove a saved search."""
    gone = service.library.alerts.saved.remove(_given(form, "namn", t("Säg vilken sökning som avses.")), _who(form))
    return t("Sökningen {namn} är borttagen.", namn=gone.name)


def start(service: Service, form: Mapping[str, str]) -> str:
    """Begin a review of a query."""
    begun = service.library.reviews.start(
        _given(form, "namn", t("Skriv ett namn på granskningen.")), _text(form), _who(form)
    )
    pool = words.count(begun.pool, "paragraf", "paragrafer")
    return t("Granskningen {namn} är börjad: {paragrafer} att döma.", namn=begun.review.name, paragrafer=pool)


def judge(service: Service, form: Mapping[str, str]) -> str:
    """Say of a paragraph whether it is relevant, or take that back: "ja" and its id."""
    said, _, paragraph = _given(form, "dom", _which_verdict()).partition(" ")
    if said not in set(Verdict) or not paragraph:
        raise RefusedError(_which_verdict())
    name = _given(form, "namn", t("Säg vilken granskning som avses."))
    status = service.library.reviews.judge(name, paragraph, Verdict(said), _who(form))
    done, pool = words.number(status.yes + status.no), words.number(status.pool)
    return t("{domda} av {alla} paragrafer är dömda.", domda=done, alla=pool)


CHANGES: Mapping[str, Change] = {
    "spara-sokning": save,
    "sett": seen,
    "ta-bort-sokning": forget,
    "starta-granskning": start,
    "dom": judge,
}
"""The actions of the view by their names in the address."""


def _who(form: Mapping[str, str]) -> str:
    return _given(form, WHO, t("Skriv ditt namn, så att andra ser vem som gjorde det."))


def _which_verdict() -> str:
    return t("Svara ja eller nej om en paragraf, eller ångra.")


def _text(form: Mapping[str, str]) -> str:
    return _given(form, "fraga", t("Skriv vad du söker."))


def _given(form: Mapping[str, str], name: str, missing: str) -> str:
    value = form.get(name, "").strip()
    if not value:
        raise RefusedError(missing)
    return value
