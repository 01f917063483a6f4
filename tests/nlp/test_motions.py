"""Motions: movers, kinds, merging."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nlp.acts import Acts, Motion, Person


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
            "Bo Ek (S) yrkar bifall till kontorets förslag, tilläggsyrkande från V samt tilläggsyrkande från C.",
            [("approve", ["Bo Ek"]), ("add", ["Bo Ek"]), ("add", ["Bo Ek"])],
        ),
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


def test_the_chair_of_the_meeting_moves_what_the_paragraph_does_not_sign(read: Callable[..., Acts]) -> None:
    """As printed: "Ordföranden yrkar" is the chair that the caller knows, unless the paragraph names another."""
    chair = Person("Eva Ek", "M")
    assert _told(read(("motions", "Ordföranden yrkar avslag."), chair=chair).motions) == [("reject", ["Eva Ek"])]
    named = "Ordföranden Bo Al (S) yrkar bifall till planen. Vidare yrkar ordföranden avslag på taxan."
    assert _told(read(("motions", named), chair=chair).motions) == [("approve", ["Bo Al"]), ("reject", ["Bo Al"])]


@pytest.mark.parametrize(
    "text",
    [
        "Ordföranden föreslår Anna Lind (C) som justerare.",
        "Ordföranden föreslår att Anna Lind (C) justerar protokollet vid kansliet den 3 juni.",
        "Ordföranden finner att styrelsen föreslår att motionen avslås.",
        "Ordföranden ställer avslag mot bifall och finner att styrelsen föreslår avslag.",
        "Ordföranden föreslår att kontorets förslag ställs mot Linds ändringsyrkande.",
    ],
)
@pytest.mark.parametrize("kind", ["procedure", "motions", "other"])
def test_what_the_chair_says_of_the_meeting_is_no_motion(read: Callable[..., Acts], kind: str, text: str) -> None:
    """Adjusters, the order of propositions and what the chair finds decided are no proposals in the matter."""
    assert read((kind, text), chair=Person("Eva Ek", "M")).motions == ()


@pytest.mark.parametrize("word", ["lönetillägg", "gles-tillägg", "glesbygdstillägg"])
def test_a_bonus_is_no_addition(read: Callable[..., Acts], word: str) -> None:
    """A compound that ends in "tillägg" does not make its motion a tilläggsyrkande."""
    assert _told(read(("motions", f"Bo Al (S) yrkar att skolorna får ett {word} om 5 procent.")).motions) == [
        ("other", ["Bo Al"])
    ]


@pytest.mark.parametrize(
    ("moved", "procedure", "kinds"),
    [
        ("Bo Al (S) yrkar att avgiften ska vara 90 kronor.", "Förslaget ställs mot ändringsyrkandet.", ["amend"]),
        ("Bo Al (S) yrkar att planen kompletteras med ett mål.", "Förslaget ställs mot ändringsyrkandet.", ["amend"]),
        ("Bo Al (S) yrkar att en park anläggs.", "Därefter prövas Als tilläggsyrkande.", ["add"]),
        ("Bo Al (S) yrkar att en park anläggs.", "Förslaget ställs mot bifall.", ["other"]),
        (
            "Bo Al (S) yrkar att taxan är 90 kronor.\nCia Ur (V) yrkar att taxan är 80 kronor.",
            "Därefter ställs proposition på ändringsyrkandet från Cia Ur (V).",
            ["other", "amend"],
        ),
        (
            "Bo Al (S) yrkar att taxan är 90 kronor.\nCia Ur (V) yrkar att taxan är 80 kronor.",
            "Kontorets förslag ställs mot ändringsyrkandena.",
            ["amend", "amend"],
        ),
        (
            "Bo Al (S) yrkar att taxan är 90 kronor.\nCia Ur (V) yrkar som tillägg att taxan ses över.",
            "Därefter prövas ändringsyrkandet och tilläggsyrkandet vart för sig.",
            ["amend", "add"],
        ),
        ("Bo Al (S) yrkar bifall till planen.", "Planen ställs mot ändringsyrkandet.", ["approve"]),
    ],
)
def test_the_procedure_names_the_kind_that_a_motion_leaves_open(
    read: Callable[..., Acts], moved: str, procedure: str, kinds: list[str]
) -> None:
    """What the beslutsgång calls ändringsyrkandet is one, where only one motion, or its mover's, can be meant."""
    assert [str(m.kind) for m in read(("motions", moved), ("procedure", procedure)).motions] == kinds
