"""Motions: movers, kinds, merging."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nlp.acts import Acts, Motion


def _told(motions: tuple[Motion, ...]) -> list[tuple[str, list[str | None]]]:
    return [(str(m.kind), [p.name or p.party for p in m.movers]) for m in motions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Lind (C) yrkar återremiss.", [("remit", ["Anna Lind"])]),
        ("Anna Lind (C) yrkar bifall till X och avslag på Y.", [("approve", ["Anna Lind"]), ("reject", ["Anna Lind"])]),
        (
            "Bo Ek (S) yrkar bifall till kontorets förslag och tilläggsyrkande från V.",
            [("approve", ["Bo Ek"]), ("add", ["Bo Ek"])],
        ),
        ("Bo Ek (S) yrkar bifall till tilläggsyrkande från V.", [("add", ["Bo Ek"])]),
        (
            "Bo Ek (S) yrkar i första hand återremiss och i andra hand avslag.",
            [("remit", ["Bo Ek"]), ("reject", ["Bo Ek"])],
        ),
        ("Bo Ek (S) yrkar, med instämmande av Cia Al (V), bifall till förslaget.", [("approve", ["Bo Ek", "Cia Al"])]),
        ("Med instämmande av Cia Al (V) yrkar Bo Ek (S) bifall till förslaget.", [("approve", ["Bo Ek", "Cia Al"])]),
        ("Bo Ek (S) yrkar bifall till Cia Als (V) förslag.", [("approve", ["Bo Ek"])]),
        (
            "Bo Ek (S) yrkar bifall till planen.\nCia Al (V) yrkar bifall till planen.",
            [("approve", ["Bo Ek", "Cia Al"])],
        ),
        (
            "Bo Ek (S) yrkar bifall till planen. Vidare yrkar Bo Ek (S) avslag på taxan.",
            [("approve", ["Bo Ek"]), ("reject", ["Bo Ek"])],
        ),
        (
            "Bo Ek (S) lämnar ett ändringsyrkande:\n- att punkt 2 utgår\nCia Al (V) instämmer i Bo Eks yrkande.",
            [("amend", ["Bo Ek", "Cia Al"])],
        ),
        ("Bo Ek (S) föreslår att ärendet bordläggs.", [("table", ["Bo Ek"])]),
        ("Ordföranden yrkar bifall till planen.", [("approve", [])]),
        (
            "Ordföranden Bo Ek (S) yrkar bifall till planen.\nOrdföranden yrkar avslag på taxan.",
            [("approve", ["Bo Ek"]), ("reject", ["Bo Ek"])],
        ),
        ("Förvaltningen föreslår att planen antas.", []),
    ],
)
def test_motions_have_their_movers_and_kind(
    read: Callable[..., Acts], text: str, expected: list[tuple[str, list[str | None]]]
) -> None:
    """One motion per distinct proposal, with everybody behind it."""
    assert _told(read(("motions", text)).motions) == expected


def test_a_lead_in_of_a_decision_may_be_a_motion(read: Callable[..., Acts]) -> None:
    """As printed: "På förslag av X: Ärendet bordläggs" is X's motion and the body's decision."""
    acts = read(("decision", "På förslag av Anna Lind (C):\nÄrendet bordläggs till nästa möte."))
    assert _told(acts.motions) == [("table", ["Anna Lind"])]
    assert [d.text for d in acts.decisions] == ["Ärendet bordläggs till nästa möte."]
    assert acts.motions[0].text == "På förslag av Anna Lind (C): Ärendet bordläggs till nästa möte."


def test_proposals_only_listed_among_papers_are_no_motions(read: Callable[..., Acts]) -> None:
    """A written yrkande among the handlingar has not been moved."""
    assert read(("basis", "Yrkande från Anna Lind (C) som yrkar avslag.")).motions == ()
