"""Who did not take part in a decision."""

from __future__ import annotations

import pytest

from nlp.absence import read_absence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Lind (C) deltar inte i beslutet.", ["Anna Lind"]),
        ("Bo Ek (S) meddelar att Socialdemokraterna inte deltar i beslutet.", ["S"]),
        ("Bo Ek (S) anmäler att han inte deltar i beslutet.", ["Bo Ek"]),
        ("Bo Ek (S) anmäler att ledamöterna från S inte deltar i beslutet om yrkandet faller.", []),
        ("På grund av jäv deltar Bo Ek (S) inte i beslutet.", []),
        ("Anna Lind (C) deltar inte i debatten.", []),
        ("Anna Lind (C) avstår från att rösta.", []),
        ("Anna Lind (C) deltar inte i beslutet till förmån för Bo Eks (S) förslag.", ["Anna Lind"]),
    ],
)
def test_standing_aside_is_told_from_jav_abstention_and_announcement(text: str, names: list[str]) -> None:
    """Only who stood aside from the decision itself, in fact and not for jäv."""
    assert [a.person.name or a.person.party for a in read_absence(text)] == names
