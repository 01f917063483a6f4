"""Who is told as outvoted: the losing side of a vote on the matter, and nobody else."""

from __future__ import annotations

import pytest

from index.dissent import outvoted
from nlp.acts import Acts, Ballot, Person, Range, Reservation, Vote

ANNA, BO, EVA = Ballot("Anna Ek", "M", "no"), Ballot("Bo Al", "SD", "no"), Ballot("Eva Ö", "S", "yes")
LOST = ("Anna Ek (M)", "Bo Al (SD)")


def a_vote(won: str = "avslag", lost: str = "bifall till yrkandet från SD", *, yes: int = 9, no: int = 4) -> Vote:
    """Return a vote that the Ja side wins, with three printed names."""
    return Vote(yes, no, None, won, lost, (ANNA, BO, EVA), (Range(0, 1),))


def test_who_voted_with_the_losing_side_was_against() -> None:
    """Nobody reserved, yet two are printed as voting against what was decided; nobody is told twice."""
    assert outvoted(Acts(votes=(a_vote(), a_vote()))) == LOST
    assert outvoted(Acts(votes=(a_vote("avslag", "bifall", yes=4, no=9),))) == ("Eva Ö (S)",)


@pytest.mark.parametrize(
    ("by", "told"),
    [(Person("Bo Al", "SD"), ("Anna Ek (M)",)), (Person(None, "M"), ("Bo Al (SD)",)), (Person("Ali", "V"), LOST)],
)
def test_who_reserved_is_not_told_again(by: Person, told: tuple[str, ...]) -> None:
    """A reservation tells its own people, and a party's reservation tells the party."""
    reservation = Reservation((by,), "reserverar sig", (Range(0, 1),))
    assert outvoted(Acts(votes=(a_vote(),), reservations=(reservation,))) == told


@pytest.mark.parametrize(
    ("won", "lost", "told"),
    [
        ("ärendets avgörande idag", "ärendets återremiss", ()),
        ("avslag på återremissyrkandet", "bifall till återremissyrkandet", ()),
        ("ärendets återremiss", "ärendets avgörande idag", LOST),
        ("yrkandet från M som huvudförslag", "yrkandet från SD som huvudförslag", ()),
    ],
)
def test_a_vote_on_how_to_go_on_tells_only_who_opposed_what_was_decided(
    won: str, lost: str, told: tuple[str, ...]
) -> None:
    """Who wanted to wait is not told to be against what was then decided."""
    assert outvoted(Acts(votes=(a_vote(won, lost),))) == told


def test_an_even_or_uncounted_vote_tells_nothing() -> None:
    """The figures do not say who lost."""
    even = a_vote(yes=5, no=5)
    assert outvoted(Acts(votes=(even, Vote(None, None, None, None, None, (ANNA, EVA), (Range(0, 1),))))) == ()
