"""What people change in the view Följ ärende: links of paragraphs confirmed, split, and that undone."""

from __future__ import annotations

from collections.abc import Mapping

from index.tracing.corrected_links import Name, Verdict
from ui.page.changing import WHO, Change, RefusedError
from ui.page.service import Service
from ui.speech import t


def link(service: Service, form: Mapping[str, str]) -> str:
    """Confirm or split the link of two paragraphs.

    Raises:
        LibraryError: when one of them is not in the library, nobody is named, or the word is no verdict.
    """
    verdict = form.get("vad", "")
    if verdict not in (Verdict.CONFIRM, Verdict.SPLIT):
        raise RefusedError(t("Välj om paragraferna hör ihop eller inte."))
    one, other = form.get("en", ""), form.get("annan", "")
    made = service.library.correct_link(Verdict(verdict), one, other, who=form.get(WHO, ""), why=form.get("varfor", ""))
    pair = {"en": made.one.paragraph, "annan": made.other.paragraph}
    if made.verdict is Verdict.SPLIT:
        return t("{en} och {annan} är skilda åt.", **pair)
    return t("{en} och {annan} är bekräftade som samma ärende.", **pair)


def undo(service: Service, form: Mapping[str, str]) -> str:
    """Undo what was said of two paragraphs. Raises LibraryError."""
    one = Name(form.get("en", ""), form.get("en_fil", ""))
    other = Name(form.get("annan", ""), form.get("annan_fil", ""))
    service.library.undo_link(one, other, who=form.get(WHO, ""))
    return t("Rättelsen av {en} och {annan} är ångrad.", en=one.paragraph, annan=other.paragraph)


CHANGES: Mapping[str, Change] = {"samband": link, "samband-angra": undo}
