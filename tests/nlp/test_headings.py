"""Section headings by their shape."""

from __future__ import annotations

import pytest

from nlp.acts import SectionKind as K
from nlp.headings import heading_with_text, section_kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Beslut", K.DECISION),
        ("BESLUT", K.DECISION),
        ("Beslut:", K.DECISION),
        ("Parknämndens beslut", K.DECISION),
        ("Personalsektionens beslut:", K.DECISION),
        ("Nämnden för funktionsstöds beslut", K.DECISION),
        ("FÖRSLAG – Kommunfullmäktige", K.DECISION),
        ("Förslag till beslut", K.PROPOSAL),
        ("Kommunstyrelsens arbetsutskotts förslag till beslut", K.PROPOSAL),
        ("Trafikkontorets förslag", K.PROPOSAL),
        ("Förslag till beslut vid sammanträdet", K.MOTIONS),
        ("Yrkanden", K.MOTIONS),
        ("Ändringsyrkanden", K.MOTIONS),
        ("Beslutsgång 1", K.PROCEDURE),
        ("Propositionsordning", K.PROCEDURE),
        ("Beslutsordning", K.PROCEDURE),
        ("Omröstning", K.VOTE),
        ("Huvudvotering", K.VOTE),
        ("Omröstning – motförslag i huvudvotering", K.VOTE),
        ("Ärendet i korthet", K.SUMMARY),
        ("Sammanfattning av ärendet", K.SUMMARY),
        ("Ärendebeskrivning", K.SUMMARY),
        ("Bakgrund", K.BACKGROUND),
        ("Handlingar", K.BASIS),
        ("Underlag för beslut", K.BASIS),
        ("Beslutsunderlag", K.BASIS),
        ("Exp.", K.DISPATCH),
        ("Expedieras till", K.DISPATCH),
        ("Beslutet skickas till", K.DISPATCH),
        ("Protokollsutdrag skickas till", K.DISPATCH),
        ("Tidigare behandling", K.EARLIER),
        ("Jäv", K.RECUSAL),
        ("Reservation(er)", K.RESERVATION),
        ("Reservation (SD)", K.RESERVATION),
        ("Protokollsanteckningar", K.NOTE),
        ("Särskilt yttrande", K.NOTE),
        ("Skäl för beslutet", K.OTHER),
    ],
)
def test_headings_of_all_houses_are_known_by_shape(line: str, kind: K) -> None:
    """A heading is told by its words, whichever body's name stands before them."""
    assert section_kind(line) is kind


@pytest.mark.parametrize(
    "line",
    [
        "Beslutet är enhälligt.",
        "Yrkande från Parkpartiet den 3 maj 2024.",
        "Beslut om nya taxor för torghandel",
        "Kommunstyrelsen beslutar",
        "Kommunstyrelsens ordförande",
        "beslut",
        "- Handlingar",
        "1. Beslut",
        "Handlingsplan",
        "Anmälan av delegationsbeslut",
        "Vid omröstningen avges åtta ja-röster mot fem nej-röster.",
        "",
        "Reservationen togs upp på mötet och diskuterades länge av samtliga närvarande ledamöter i nämnden den dagen",
    ],
)
def test_running_text_titles_and_points_are_no_headings(line: str) -> None:
    """A line that goes on, carries a date, a bullet or a lower-case beginning heads nothing."""
    assert section_kind(line) is None


def test_a_heading_may_have_its_text_on_the_same_line() -> None:
    """As printed: "Exp: X" gives the kind and where the text begins; an ordinary colon gives nothing."""
    assert heading_with_text("Exp: Ekonomikontoret") == (K.DISPATCH, 5)
    assert heading_with_text("Nämnden konstaterar: allt är klart") is None
