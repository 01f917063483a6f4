"""People and parties."""

from __future__ import annotations

import pytest

from nlp.names import find_people, leading_names


def _named(text: str) -> list[tuple[str | None, str | None]]:
    return [(p.name, p.party) for _, p in find_people(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Lind (C), Bo von Ek (SD) och Cia Al Ros (ÖP) yrkar",
            [("Anna Lind", "C"), ("Bo von Ek", "SD"), ("Cia Al Ros", "ÖP")],
        ),
        ("Ordföranden Anna Lind (S) och tjänstgörande ersättaren Bo Ek (SoL)", [("Anna Lind", "S"), ("Bo Ek", "SoL")]),
        ("Anna Lind C, Bo Ek S och Lena J:son Berg V", [("Anna Lind", "C"), ("Bo Ek", "S"), ("Lena J:son Berg", "V")]),
        ("Anna Lind och Bo Ek (båda M) yrkar", [("Anna Lind", "M"), ("Bo Ek", "M")]),
        ("Ledamöterna från MP, S och V reserverar sig", [(None, "MP"), (None, "S"), (None, "V")]),
        ("M-gruppen och SD:s ledamöter", [(None, "M"), (None, "SD")]),
        ("Vänsterpartiet (V) och Liberalerna lämnar", [(None, "V"), (None, "L")]),
        ("S, V och MP lämnar ett yttrande", [(None, "S"), (None, "V"), (None, "MP")]),
        ("Burström (L) lämnar", [("Burström", "L")]),
        ("Vi reserverar oss mot beslutet.", []),
        ("Ordföranden (S) yrkar", [(None, "S")]),
    ],
)
def test_people_are_read_with_party_and_without_title(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    """Names, local parties, groups and lists are read as printed, roles stripped."""
    assert _named(text) == expected


def test_names_never_cross_a_block() -> None:
    """A newline ends a name."""
    assert _named("Region Norr\nAnna Lind (C)") == [("Anna Lind", "C")]


def test_subjects_without_party_are_names_but_bodies_are_not() -> None:
    """As printed: "Bo Ek yrkar" names a person, "Kommunstyrelsen Norr föreslår" none."""
    assert [p.name for _, p in leading_names("Bo Ek och Anna Lind yrkar avslag.")] == ["Bo Ek", "Anna Lind"]
    assert leading_names("Kommunstyrelsen Norr föreslår avslag.") == ()
