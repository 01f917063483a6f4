"""All acts of a paragraph, and where their words stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.acts import (
    Acts,
    Assignment,
    AssignmentChange,
    CaseReference,
    Decision,
    Motion,
    Note,
    ParagraphReference,
    ProcedureStep,
    Range,
    Reservation,
    SectionKind,
    SectionText,
)
from nlp.reading import read_acts

Read = Callable[..., Acts]
_Told = Decision | Motion | Reservation | Note | Assignment | ProcedureStep | AssignmentChange

_LINES = [
    "Parknämnden beslutar:",
    "1. Planen antas.",
    "2. Förvaltningen får i uppdrag att senast 2025 återkomma. Det gäller alla.",
    "- att anta taxan",
    "att avslå motionen.",
    "Paragrafen justeras omedelbart.",
    "Enligt kontorets förslag:",
    "Anna Lind (C) yrkar bifall till A och avslag på B.",
    "Bo Ek (S) instämmer i Anna Linds yrkande.",
    "På förslag av Bo Ek (S):",
    "Ärendet bordläggs. Detta gäller tills vidare.",
    "Ja för A. Nej för B.",
    "Omröstningen utfaller med 5 ja mot 4 nej.",
    "Anna Lind (C) och Bo Ek (S) röstar Ja (2).",
    "Anna Lind (C)\tX\t",
    "Ledamöterna från SD reserverar sig mot beslutet.",
    "Vi anser att taxan är fel:",
    "Cia Al (L) lämnar en protokollsanteckning.",
    "Vänsterpartiet lämnar ett särskilt yttrande: Taxan är låg.",
    "Dan Ur (M) anmäler jäv.",
    "Dan Ur (M) deltar inte i beslutet.",
    "Ordföranden ställer proposition på A mot B och finner A antaget. Votering begärs.",
    "Ordföranden finner att planen antas.",
    "Uppdraget förlängs till den 3 juni 2026.",
    "I uppdraget ingår att svara under kvartal 2.",
    "Tjänsteutlåtande daterat 2024-05-02, RS 26:1-2024",
    "Bordlagt den 3 maj 2024, § 12 och § 13.",
    "Redovisning av fullmäktiges uppdrag 2023-01-02 § 4 antecknas och förklaras fullgjort.",
    "Se dnr 2024/12 (HSN 83-2023).",
    "  ",
    "•",
    "A: b",
]


def _lay_out(parts: Sequence[tuple[SectionKind, str, list[str]]]) -> tuple[list[SectionText], str]:
    """Lay sections out in a whole text with a head before them, as a paragraph does."""
    whole, sections = "§ 1 Rubrik\n", []
    for kind, heading, lines in parts:
        whole += f"{heading}\n"
        text = "\n".join(lines)
        sections.append(SectionText(kind, heading, text, len(whole)))
        whole += f"{text}\n"
    return sections, whole


def _words(whole: str, ranges: Sequence[Range]) -> str:
    return " ".join(whole[r.start : r.end].replace("\n", " ") for r in ranges)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(SectionKind)),
            st.sampled_from(["", "Beslut", "Reservation (SD)", "Särskilt yttrande", "Tilläggsyrkande"]),
            st.lists(st.sampled_from(_LINES), max_size=6),
        ),
        max_size=5,
    )
)
def test_every_act_s_text_is_what_its_ranges_cover(parts: list[tuple[SectionKind, str, list[str]]]) -> None:
    """Whatever the sections hold, ranges lie inside the whole text and give back the act's very words."""
    sections, whole = _lay_out(parts)
    acts = read_acts(
        sections, board="Parknämnden", date="2024-05-16", title="Redovisning av uppdrag", title_ranges=(Range(4, 10),)
    )
    texts: list[_Told] = [*acts.decisions, *acts.motions, *acts.reservations, *acts.notes, *acts.assignments]
    texts += [*acts.procedure, *acts.assignment_changes]
    for act in texts:
        assert _words(whole, act.ranges) == act.text
        assert act.text.strip()
    others = [
        *(one.ranges for one in acts.votes),
        *(one.ranges for one in acts.reports),
        *(one.ranges for one in acts.recusals),
        *(one.ranges for one in acts.references),
        *(one.ranges for one in acts.not_participating),
        *(one.ranges for one in acts.documents),
    ]
    for ranges in others:
        assert ranges
        assert all(0 <= r.start < r.end <= len(whole) for r in ranges)
    for reference in acts.references:
        words = _words(whole, reference.ranges)
        assert (
            reference.case_number in words if isinstance(reference, CaseReference) else str(reference.number) in words
        )


@pytest.mark.parametrize(
    "text",
    [
        "Paragrafen justeras omedelbart.",
        "Omedelbar justering",
        "Denna paragraf förklaras omedelbart justerad.",
        "Beslutet justeras omedelbart.",
    ],
)
def test_immediate_adjustment_is_seen_in_any_running_section(read: Read, text: str) -> None:
    """The sentence may stand anywhere in the text, but a paper in a list of papers does not count."""
    assert read(("other", f"Planen presenteras.\n{text}")).immediate
    assert not read(("basis", text)).immediate
    assert not read(("decision", "Protokollet justeras den 3 maj.")).immediate


def test_own_proposal_is_the_decision_where_no_other_stands() -> None:
    """In a utskott's own protocol its proposal stands in place of the decision; elsewhere it does not."""
    section = SectionText(SectionKind.PROPOSAL, "Vårdutskottets förslag till vårdnämnden", "Taxan antas.", 0)
    assert [d.text for d in read_acts([section], board="Vårdutskottet", date=None).decisions] == ["Taxan antas."]
    assert read_acts([section], board="Vårdnämnden", date=None).decisions == ()


def test_own_case_numbers_are_no_references() -> None:
    """What the paragraph's head prints is not a reference to another case."""
    section = SectionText(SectionKind.SUMMARY, "", "Ärendet HSN 83-2023 följer av RS 106-2023.", 0)
    references = read_acts([section], board=None, date=None, case_numbers=("HSN 83-2023",)).references
    assert [r.case_number for r in references if not isinstance(r, ParagraphReference)] == ["RS 106-2023"]


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        " ",
        "§",
        "§ 1, ",
        "Anna ",
        "S, ",
        "ja för ",
        "får i uppdrag att ",
        "yrkar bifall och avslag ",
        "AB 2024-",
        "\t",
        "- ",
    ],
)
def test_a_hostile_block_does_not_hang(piece: str) -> None:
    """A hundred thousand characters of anything are read, in whatever section they stand, and words stand in them.

    How long that takes is for bench/language.py to say.
    """
    text = (piece * (100_000 // len(piece)))[:100_000]
    for kind in (SectionKind.DECISION, SectionKind.MOTIONS, SectionKind.VOTE, SectionKind.RESERVATION):
        acts = read_acts([SectionText(kind, "", text, 0)], board="Parknämnden", date="2024-05-16", title=text[:300])
        assert all(place.end <= len(text) for one in acts.decisions for place in one.ranges)
