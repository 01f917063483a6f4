"""What people change in the view Protokoll: they correct a field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from index.errors import CorrectionError
from ui.page.protocols import fields
from ui.page.service import Service
from ui.speech import t

if TYPE_CHECKING:
    from ui.page.actions import Change


def correct(service: Service, form: Mapping[str, str]) -> str:
    """Correct a field of a paragraph or of its file, and say what it became.

    Raises:
        LibraryError: when somebody or something is not named, or the library refuses the value.
    """
    who, why, field = form.get("vem", ""), form.get("varfor", ""), form.get("falt", "")
    if not who or not why:
        raise CorrectionError(t("Skriv vem som rättar och varför, så att andra kan förstå rättelsen."))
    value = fields.value_from(field, form.get("varde", ""))
    made = service.library.correct(form.get("paragraf", ""), fields.library_address(field), value, who=who, why=why)
    became = t("är rättat till ”{varde}”", varde=made.value) if made.value else t("är borttaget")
    return f"{fields.named(field)} {became}."


CHANGES: Mapping[str, Change] = {"ratta": correct}
