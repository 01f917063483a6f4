"""Masking: private persons' names leave tables; elected people, officials and everything else stay."""

from __future__ import annotations

import pytest

from index.masking import NAME, NUMBER, Masker
from nlp.name_forms import name_key

MASKER = Masker([name_key("Anna Lind"), name_key("Dan Direktör")])


@pytest.mark.parametrize(
    ("text", "about", "masked"),
    [
        ("Klagomål från Bo Ekman om bemötande", "", f"Klagomål från {NAME} om bemötande"),
        ("Bo Ekmans ansökan avslås.", "Ansökan om bygglov", f"{NAME} ansökan avslås."),
        ("Bo Ekman avtackas.", "Val av ledamöter", "Bo Ekman avtackas."),
        ("Överklagande av Anna Lind", "", "Överklagande av Anna Lind"),
        ("Anna Linds skrivelse", "Överklagande", "Anna Linds skrivelse"),
        ("Dan Direktör föredrar ärendet.", "Yttrande enligt LVU", "Dan Direktör föredrar ärendet."),
        ("Motion av Bo Ekman (C) om adoption", "", "Motion av Bo Ekman (C) om adoption"),
        ("Född 850412-1234", "Budget", f"Född {NUMBER}"),
        ("", "", ""),
    ],
)
def test_private_names_are_masked_and_no_others(text: str, about: str, masked: str) -> None:
    """A full name in a matter about an individual goes, also in the genitive; elected people and officials stay."""
    assert MASKER.text(text, about) == masked


def test_those_who_act_without_a_party_are_masked_unless_known() -> None:
    """A name in a column of people stands only where somebody elected or on a cover is called so."""
    assert MASKER.person("Anna Lind") == "Anna Lind"
    assert MASKER.person("Bo Ekman") == NAME


def test_rows_are_masked_field_by_field() -> None:
    """Only the fields named are masked, lists and their objects text by text; the title tells what it is about."""
    row = {
        "title": "Klagomål från Bo Ekman",
        "quote": ["Bo Ekman klagar.", {"text": "Till Bo Ekman", "page": 3}],
        "file": "Bo Ekman.pdf",
    }
    assert list(MASKER.rows([row], ("title", "quote", "absent"))) == [
        {
            "title": f"Klagomål från {NAME}",
            "quote": [f"{NAME} klagar.", {"text": f"Till {NAME}", "page": 3}],
            "file": "Bo Ekman.pdf",
        }
    ]
