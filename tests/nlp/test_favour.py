"""Which motions a reservation stands for."""

from __future__ import annotations

import pytest

from nlp.acts import Motion, MotionKind, Person, Reservation
from nlp.favour import stands_for

_ANNA, _BO, _CIA = Person("Anna Lind", "C"), Person("Bo Ek", "S"), Person("Cia Al", "V")
_MOTIONS = (
    Motion((_ANNA, _CIA), MotionKind.APPROVE, "", ()),
    Motion((_BO,), MotionKind.REMIT, "", ()),
    Motion((_BO,), MotionKind.REJECT, "", ()),
    Motion((_CIA,), MotionKind.ADD, "", ()),
)


@pytest.mark.parametrize(
    ("by", "said", "places"),
    [
        (_BO, "till förmån för egna yrkanden", (1, 2)),
        (_BO, "till förmån för sitt avslagsyrkande", (2,)),
        (_CIA, "till förmån för eget yrkande", (3,)),
        (_CIA, "till förmån för Bo Eks (S) återremissyrkande", (1,)),
        (_CIA, "till förmån för S:s yrkanden", (1, 2)),
        (Person(None, "V"), "till förmån för sitt förslag", (3,)),
        (_BO, "till förmån för tilläggsyrkandet", (3,)),
        (_BO, "till förmån för det andra yrkandet", ()),
        (_BO, "med motiveringen att taxan är fel", ()),
    ],
)
def test_a_reservation_is_linked_to_what_it_names(by: Person, said: str, places: tuple[int, ...]) -> None:
    """Own, another member's, a party's or the only one of a kind; what the words leave open is linked to nothing."""
    reservation = Reservation((by,), f"{by.name or by.party} reserverar sig mot beslutet {said}.", ())
    assert stands_for([reservation], _MOTIONS)[0].motions == places
