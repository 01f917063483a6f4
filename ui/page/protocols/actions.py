"""What people change in the view Protokoll: they correct a field."""

from __future__ import annotations

from collections.abc import Mapping

from index.corrections.fields import FieldCorrection
from ui.page.changing import WHO, Change, RefusedError
from ui.page.protocols import fields
from ui.page.service import Service
from ui.speech import t


def correct(service: Service, form: Mapping[str, str]) -> str:
    """Correct a field of a paragraph or of its file, and say what it became.

    Raises:
        LibraryError: when somebody or something is not named, or the library refuses the value.
    """
    who, why, field = form.get(WHO, ""), form.get("varfor", ""), form.get("falt", "")
    if not who or not why:
        raise RefusedError(t("Skriv vem som rättar och varför, så att andra kan förstå rättelsen."))
    value = fields.value_from(field, form.get("varde", ""))
    made = service.library.correct(form.get("paragraf", ""), fields.library_address(field), value, who=who, why=why)
    return _told(field, made)


def _told(field: str, made: FieldCorrection) -> str:
    """Return what a field was and what it is now, in the words of the form and not by codes."""
    named = fields.named(field)
    if field.endswith(f".{fields.REMOVE}"):
        return t("{falt} är borttaget ur paragrafen.", falt=named)
    was, now = (fields.value_told(field, value) for value in (made.was, made.value))
    if now in _NOTHING:
        return t("{falt}: ”{fore}” är borttaget.", falt=named, fore=was)
    if was in _NOTHING:
        return t("{falt}: ändrat till ”{efter}”; förut stod inget.", falt=named, efter=now)
    return t("{falt}: ändrat från ”{fore}” till ”{efter}”.", falt=named, fore=was, efter=now)


_NOTHING = frozenset({"", "-"})


CHANGES: Mapping[str, Change] = {"ratta": correct}
