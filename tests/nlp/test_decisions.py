"""Decision points and what they do."""

from __future__ import annotations

import pytest

from nlp.acts import Outcome
from nlp.decisions import read_decisions
from nlp.outcomes import outcome_of


def _texts(text: str) -> list[str]:
    return [d.text for d in read_decisions(text)]


def test_numbered_points_are_one_decision_each_without_lead_in_and_number() -> None:
    """The lead-in line and the numbers are left out; a point keeps all its sentences."""
    text = (
        "Parknämnden beslutar:\n1. Planen antas. Den gäller från 2025.\n2. Förvaltningen får i uppdrag att "
        "följa upp planen."
    )
    assert _texts(text) == ["Planen antas. Den gäller från 2025.", "Förvaltningen får i uppdrag att följa upp planen."]


def test_att_points_and_bullets_are_one_decision_each() -> None:
    """Att-points keep their words, bullets lose their dash."""
    assert _texts("Nämnden beslutar\natt anta taxan, samt\natt avslå motionen.") == [
        "att anta taxan, samt",
        "att avslå motionen.",
    ]
    assert _texts("Nämnden beslutar att\n- anta taxan\n- avslå motionen") == ["anta taxan", "avslå motionen"]


def test_sub_points_and_lines_of_a_point_stay_with_it() -> None:
    """What follows a point's colon, and lines between two numbered points, belong to the point."""
    text = (
        "1. Nyckeltalen ändras enligt följande:\nInnerstaden: 15.\nYtterstaden: 20.\n2. Målen antas:\n- "
        "ett mål\n- två mål\n3. Taxan antas."
    )
    assert _texts(text) == [
        "Nyckeltalen ändras enligt följande: Innerstaden: 15. Ytterstaden: 20.",
        "Målen antas: ett mål två mål",
        "Taxan antas.",
    ]


def test_sentences_of_a_block_decide_each_on_their_own_unless_they_go_on() -> None:
    """Two deciding sentences are two decisions; "Den första …" stays with the sentence before."""
    assert _texts("Informationen är delgiven. Synpunkterna tas med i beredningen.") == [
        "Informationen är delgiven.",
        "Synpunkterna tas med i beredningen.",
    ]
    assert _texts("Rapporter ska lämnas. Den första ska delges nämnden i juni.") == [
        "Rapporter ska lämnas. Den första ska delges nämnden i juni."
    ]


def test_a_lead_in_on_the_point_s_own_line_is_cut() -> None:
    """As printed: "… föreslår att styrelsen beslutar: X" decides X."""
    assert _texts("Utskottet föreslår att styrelsen beslutar: Taxan antas.") == ["Taxan antas."]


@pytest.mark.parametrize(
    "text",
    [
        "Paragrafen justeras omedelbart.",
        "Anna Lind (C) reserverar sig mot beslutet.",
        "Bo Ek (S) deltar inte i beslutet.",
        "Beslutet är enhälligt.",
        "Parknämnden beslutar:",
    ],
)
def test_adjustment_dissent_and_lead_ins_alone_are_no_decisions(text: str) -> None:
    """Sentences of a decision section that decide nothing in the matter are left out."""
    assert _texts(f"Planen antas.\n{text}\n") == ["Planen antas."]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Avtalet godkänns och översänds till styrelsen.", Outcome.APPROVED),
        ("Den väckta motionen bifalles.", Outcome.APPROVED),
        ("att anta taxan", Outcome.APPROVED),
        ("Nämnden ställer sig positiv till förslaget.", Outcome.APPROVED),
        ("Enligt förslag.", Outcome.APPROVED),
        ("Nämnden beslutar enligt förvaltningens förslag.", Outcome.APPROVED),
        ("Motionen avslås.", Outcome.REJECTED),
        ("Nämnden lämnar medborgarförslaget utan bifall.", Outcome.REJECTED),
        ("Ärendet återremitteras för komplettering.", Outcome.REMITTED),
        ("Ärendet bordläggs till nästa möte.", Outcome.TABLED),
        ("Informationen läggs till handlingarna.", Outcome.NOTED),
        ("Informationen är delgiven.", Outcome.NOTED),
        ("Nämnden har tagit del av informationen.", Outcome.NOTED),
        ("Redovisningen antecknas och uppdraget förklaras fullgjort.", Outcome.ANSWERED),
        ("Motionen anses besvarad.", Outcome.ANSWERED),
        ("Förvaltningen ges i uppdrag att utreda frågan.", Outcome.ASSIGNED),
        ("I uppdraget ingår att följa upp.", Outcome.ASSIGNED),
        ("Till justerare utses Anna Lind (C).", Outcome.ELECTED),
        ("Yttrandet översänds till länsstyrelsen.", Outcome.OTHER),
        ("Riktlinjen upphör att gälla.", Outcome.OTHER),
        ("Varje parti får rätt att utse en ledamot.", Outcome.OTHER),
        ("Tillägget ”Rådet utses av fullmäktige” förs in i reglementet.", Outcome.OTHER),
        ("Nämnden har tagit del av rapporten och godkänner redovisningen.", Outcome.APPROVED),
    ],
)
def test_the_printed_verb_tells_the_outcome(text: str, outcome: Outcome) -> None:
    """The first deciding verb counts; quoted words and dependent infinitives do not."""
    assert outcome_of(text) is outcome


@pytest.mark.parametrize(
    "behind", ["Paragrafen justeras omedelbart.", "§ 12 justeras omedelbart.", "Omedelbar justering."]
)
def test_the_adjustment_is_cut_off_the_point_it_was_joined_to(behind: str) -> None:
    """A point without a full stop ends before "Paragrafen justeras omedelbart."."""
    assert _texts(f"Nämnden beslutar:\n– att anta taxan\n– att sända den till revisorerna {behind}") == [
        "att anta taxan",
        "att sända den till revisorerna",
    ]
    assert _texts(f"att sända den till revisorerna {behind}") == ["att sända den till revisorerna"]
    assert _texts(f"1. Taxan antas.\n2. Personalen får välja tider. {behind}") == [
        "Taxan antas.",
        "Personalen får välja tider.",
    ]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Uppdraget från styrelsen att fastställa taxan för 2027 förklaras fullgjort.", Outcome.ANSWERED),
        ("Rapporten antecknas, varmed uppdraget enligt beslut den 3 maj 2024, § 4, är avslutat.", Outcome.ANSWERED),
        ("Redovisningen antecknas och uppdraget enligt beslut den 3 maj 2024, § 4, avslutas.", Outcome.ANSWERED),
        ("Medborgarförslaget besvaras med att ett försök pågår.", Outcome.ANSWERED),
        ("Anförandet besvaras av ordföranden.", Outcome.OTHER),
        ("Redovisningen godkänns och uppdraget är därmed fullgjort.", Outcome.APPROVED),
        (
            "att till ledamöter för tiden till och med 2030 välja Eva Ek (M), Bo Al (S) och Cia Ur (C),",
            Outcome.ELECTED,
        ),
        ("att för egen del godkänna planen", Outcome.APPROVED),
        ("Direktören får i uppdrag att fastställa planen.", Outcome.ASSIGNED),
    ],
)
def test_the_governing_verb_decides_and_not_one_in_a_clause_of_the_assignment(text: str, outcome: Outcome) -> None:
    """An infinitive under "uppdraget … att" decides nothing; one under the opening "att" does, words between or not."""
    assert outcome_of(text) is outcome


def test_what_came_in_since_the_last_meeting_is_listed_and_not_decided() -> None:
    """The letters and motions of a list of notices are nobody's decision, though a court's rejects."""
    text = (
        "Antecknas.\nEfter kommunfullmäktiges sammanträde den 19 juni 2024 har följande motioner (samt skrivelse) "
        "inkommit till kommunfullmäktige.\nSkrivelser\n2024-06-19\nMark- och miljödomstolen avslår yrkandet om syn."
    )
    assert [(one.text, one.outcome) for one in read_decisions(text)] == [("Antecknas.", "noted")]
