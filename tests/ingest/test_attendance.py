"""Attendance lists as bodies set them: labels beside the names, above them, and in columns. All people are made up."""

from __future__ import annotations

from ingest.records import Attendee, Role
from tests.ingest.conftest import ReadTypst

MEMBER, SERVING, OTHER_SUBSTITUTE, OTHER = (
    Role.MEMBER,
    Role.SERVING_SUBSTITUTE,
    Role.OTHER_SUBSTITUTE,
    Role.OTHER,
)
REST = """
#pagebreak()
#paragraf(4, [Val av justerare], [TN 1-2024])
#rub[Beslut] Nämnden utser Maj Lund (C).
#paragraf(5, [Meddelanden], [TN 2-2024])
#rub[Beslut] Meddelandena läggs till handlingarna.
"""


def rows(attendance: tuple[Attendee, ...]) -> list[tuple[str, str | None, Role, str]]:
    """Return the attendance as plain values, sorted by role and name."""
    return sorted(((a.name, a.party, a.role, a.note) for a in attendance), key=lambda r: (r[2], r[0]))


def test_labels_beside_the_names(read_typst: ReadTypst) -> None:
    """Labels in a left column hold until the next one; titles, § ranges and a note's second line stay with the name."""
    document = read_typst(
        f"""
        Trafiknämnden

        #grid(columns: (45mm, 80mm), row-gutter: 0.6em,
          [Beslutande], [Eva Holm (M), ordförande], [], [Bo af Ask (S)], [], [Ann-Mari Sten SD, §§ 4–5],
          [Tjänstgörande ersättare], [Per Lo Falk (C) för Siv Ohl],
          [Ej tjänstgörande ersättare], [Ida Ry (V)],
          [Övriga närvarande], [Kaj Berg, verksamhetschef för stadens \\ kollektivtrafik, § 5],
          [Utses att justera], [Bo af Ask (S)],
        )
        {REST}
        """
    )
    assert rows(document.meeting.attendance) == [
        ("Ann-Mari Sten", "SD", MEMBER, "§§ 4–5"),
        ("Bo af Ask", "S", MEMBER, ""),
        ("Eva Holm", "M", MEMBER, "ordförande"),
        ("Kaj Berg", None, OTHER, "verksamhetschef för stadens kollektivtrafik, § 5"),
        ("Ida Ry", "V", OTHER_SUBSTITUTE, ""),
        ("Per Lo Falk", "C", SERVING, "för Siv Ohl"),
    ]


def test_labels_above_columns_side_by_side(read_typst: ReadTypst) -> None:
    """A column keeps the label above it though another column's names stand on the same lines."""
    document = read_typst(
        f"""
        Trafiknämnden

        #grid(columns: (75mm, 75mm),
          [*Beslutande ledamöter* \\ Eva Holm (M), ordförande \\ Bo af Ask (S) \\ Siv Ohl (C) \\ Ulf Dahl (V) \\
            Maj Lund (C)],
          [*Tjänstgörande ersättare* \\ Per Lo Falk (C) för Mona Vik #v(0.5em)
            *Ej tjänstgörande ersättare* \\ Ida Ry (V)],
        )
        #v(1em)
        *Övriga närvarande* \\ Kaj Berg, direktör

        *Justering* \\ Siv Ohl (C)
        {REST}
        """
    )
    assert rows(document.meeting.attendance) == [
        ("Bo af Ask", "S", MEMBER, ""),
        ("Eva Holm", "M", MEMBER, "ordförande"),
        ("Maj Lund", "C", MEMBER, ""),
        ("Siv Ohl", "C", MEMBER, ""),
        ("Ulf Dahl", "V", MEMBER, ""),
        ("Kaj Berg", None, OTHER, "direktör"),
        ("Ida Ry", "V", OTHER_SUBSTITUTE, ""),
        ("Per Lo Falk", "C", SERVING, "för Mona Vik"),
    ]


def test_party_and_role_in_columns_of_their_own(read_typst: ReadTypst) -> None:
    """Party and role may stand behind the name in columns; a role there goes before the group's."""
    document = read_typst(
        f"""
        Trafiknämnden

        *Närvarande*

        #grid(columns: (55mm, 25mm, 60mm), row-gutter: 0.6em,
          [Eva Holm], [M], [ordförande], [Siv Ohl], [(C)], [], [Ida Ry], [V], [Tjänstgörande ersättare],
          [Ulf Dahl], [SoL], [],
        )
        {REST}
        """
    )
    assert rows(document.meeting.attendance) == [
        ("Eva Holm", "M", MEMBER, "ordförande"),
        ("Siv Ohl", "C", MEMBER, ""),
        ("Ulf Dahl", "SoL", MEMBER, ""),
        ("Ida Ry", "V", SERVING, ""),
    ]


def test_ticked_boxes_offices_and_runs_on_one_line(read_typst: ReadTypst) -> None:
    """Only ticked members attended; an office may stand before the name, and names may follow each other on a line."""
    document = read_typst(
        f"""
        Trafiknämnden

        #grid(columns: (25mm, 90mm, 45mm), row-gutter: 0.6em,
          [Ordförande], [Eva Holm (M)], [],
          [Ledamöter], [Bo Ask (S), Siv Ohl (C) och Ulf Dahl (SD)], [],
          [Ersättare], [\\[X\\] Ida Ry (V)], [\\[ \\] Per Falk (C)],
        )
        {REST}
        """
    )
    assert rows(document.meeting.attendance) == [
        ("Bo Ask", "S", MEMBER, ""),
        ("Eva Holm", "M", MEMBER, "ordförande"),
        ("Siv Ohl", "C", MEMBER, ""),
        ("Ulf Dahl", "SD", MEMBER, ""),
        ("Ida Ry", "V", OTHER_SUBSTITUTE, ""),
    ]
