"""What became of motions: who won by a vote, a finding, a reservation or a decision, and where nothing tells."""

from __future__ import annotations

import pytest

from nlp.acts import Acts, SectionKind, SectionText
from nlp.fates import Fate, Ground, fates_of
from nlp.reading import read_acts

_HEADINGS = {
    "Y": (SectionKind.MOTIONS, "Yrkanden"),
    "G": (SectionKind.PROCEDURE, "Beslutsgång"),
    "O": (SectionKind.VOTE, "Omröstning"),
    "B": (SectionKind.DECISION, "Beslut"),
    "R": (SectionKind.RESERVATION, "Reservation"),
}
_TWO = "Ada Berg (M) yrkar bifall till förvaltningens förslag.\nBo Ek (V) yrkar avslag på förslaget."
_RIVALS = (
    "Ada Berg (M) yrkar bifall till förvaltningens förslag.\n"
    "Bo Ek (V) yrkar bifall till yrkande från V och S den 3 maj 2021.\n"
    "Cia Dal (C) yrkar bifall till yrkande från C den 4 maj 2021."
)


def acts(**texts: str) -> Acts:
    """Return what is read from sections with these texts, named by their first letters."""
    sections, start = [], 0
    for letter, text in texts.items():
        kind, heading = _HEADINGS[letter]
        sections.append(SectionText(kind, heading, text, start))
        start += len(text) + 1
    return read_acts(sections, board="Parknämnden", date="2021-05-06")


def told(**texts: str) -> list[str]:
    """Return the fates of the motions in order."""
    return [one.fate.value for one in fates_of(acts(**texts))]


@pytest.mark.parametrize(
    ("texts", "fates"),
    [
        ({"Y": _TWO, "G": "Ordföranden finner att nämnden bifaller förslaget."}, ["carried", "lost"]),
        ({"Y": _TWO, "G": "Ordföranden finner att nämnden avslår förslaget."}, ["lost", "carried"]),
        (
            {
                "Y": _TWO,
                "G": "Ordföranden ställer proposition på bifall eller avslag på förslaget. Han finner att det bifalls.",
            },
            ["carried", "lost"],
        ),
        (
            {
                "Y": _RIVALS,
                "G": "Ordföranden ställer proposition på yrkandena och finner att Bo Eks yrkande bifallits.",
            },
            ["lost", "carried", "lost"],
        ),
        (
            {
                "Y": _RIVALS,
                "G": "Ordföranden ställer proposition på yrkandena och finner att Bo Eks yrkande bifallits. "
                "Omröstning begärs.",
                "O": "Ja för bifall till Bo Eks yrkande. Nej för bifall till förvaltningens förslag.\n"
                "Omröstningen utfaller med 5 Ja mot 8 Nej.",
            },
            ["carried", "lost", "lost"],
        ),
        (
            {
                "Y": "Ada Berg (M) yrkar bifall till förslaget.\nBo Ek (V) yrkar att ärendet återremitteras.",
                "G": "Ordföranden ställer proposition på om ärendet ska avgöras i dag och finner att det ska avgöras "
                "i dag. Därefter finner ordföranden att nämnden bifaller förslaget.",
                "B": "Planen antas.",
            },
            ["carried", "lost"],
        ),
        (
            {"Y": "Bo Ek (V) yrkar att ärendet återremitteras.", "B": "Ärendet återremitteras till förvaltningen."},
            ["carried"],
        ),
        (
            {
                "Y": "Ada Berg (M) yrkar bifall till förslaget.\nBo Ek (V) yrkar att ärendet bordläggs.",
                "B": "Ärendet bordläggs.",
            },
            ["put-off", "carried"],
        ),
        (
            {
                "Y": "Ada Berg (M) yrkar bifall till förslaget.\nBo Ek (V) yrkar som tillägg att parken får en damm.",
                "G": "Ordföranden finner att förslaget bifalls och att tilläggsyrkandet avslås.",
                "B": "Parkplanen antas.",
            },
            ["carried", "lost"],
        ),
        (
            {
                "Y": "Ada Berg (M) yrkar bifall till förslaget.\nBo Ek (V) yrkar att ärendet återremitteras.",
                "G": "Ordföranden finner att ärendet ska avgöras i dag. Omröstning begärs.",
                "O": "Ja för ärendets avgörande i dag. Nej för ärendets återremiss.\n"
                "Omröstningen utfaller med 20 Ja mot 19 Nej.",
                "B": "Ärendet återremitteras (minoritetsåterremiss).",
            },
            ["put-off", "carried"],
        ),
        (
            {
                "Y": "Ada Berg (M) yrkar bifall till förslaget och tilläggsyrkande från M och L den 3 maj 2021.",
                "G": "Ordföranden ställer proposition på tilläggsyrkandet från V och finner att det har avslagits.",
            },
            ["untold", "untold"],
        ),
        (
            {
                "Y": "Bo Ek (V) yrkar att frågan om dammen ska få ställas.",
                "O": "Ja för att frågan från Bo Ek inte ska få ställas. Nej för att frågan ska få ställas.\n"
                "Omröstningen utfaller med 20 Ja mot 19 Nej.",
            },
            ["lost"],
        ),
        ({"Y": _TWO, "B": "Motionärerna tackas för sin tid."}, ["untold", "untold"]),
        ({"B": "Planen antas."}, []),
    ],
)
def test_fates(texts: dict[str, str], fates: list[str]) -> None:
    """A vote outweighs the chair's finding, what was put together loses together, and silence stays silence."""
    assert told(**texts) == fates


def test_who_reserves_in_favour_of_a_motion_lost_it() -> None:
    """Where the chair's finding is not printed, the reservation tells, and its words are the evidence."""
    read = acts(
        Y="Ada Berg (M) yrkar bifall till förslaget.\nBo Ek (V) yrkar att taxan ändras till 100 kronor.",
        B="Taxan fastställs till 200 kronor.",
        R="Bo Ek (V) reserverar sig mot beslutet till förmån för sitt eget yrkande.",
    )
    lost = fates_of(read)[1]
    assert (lost.fate, lost.ground) == (Fate.LOST, Ground.RESERVATION)
    assert lost.ranges == read.reservations[0].ranges[:1]


def test_contradiction_tells_nothing() -> None:
    """Where the finding says that a motion won and its mover reserves in its favour, neither is believed."""
    read = acts(
        Y="Ada Berg (M) yrkar bifall till förslaget.\nBo Ek (V) yrkar avslag på förslaget.",
        G="Ordföranden finner att nämnden avslår förslaget.",
        B="Förslaget avslås.",
        R="Bo Ek (V) reserverar sig mot beslutet till förmån för sitt eget yrkande.",
    )
    assert fates_of(read)[1].fate is Fate.UNTOLD


def test_every_fate_but_untold_points_at_its_words() -> None:
    """Evidence is never missing, and stands within the text that was read."""
    texts = {"Y": _RIVALS, "G": "Ordföranden ställer proposition på yrkandena och finner att Bo Eks yrkande bifallits."}
    length = sum(len(text) + 1 for text in texts.values())
    for one in fates_of(acts(**texts)):
        assert one.fate is Fate.UNTOLD or (one.ground and all(place.end <= length for place in one.ranges))
        assert one.fate is Fate.UNTOLD or one.ranges
