"""The register of persons: spellings, changes of party, people with the same name, and who is no elected person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from index.persons import KnownPerson, Register
from index.persons.values import Naming
from ingest.records import Role
from nlp.acts import Person

SOC = "Socialnämnden"


def listed(name: str, party: str | None, date: str, role: Role = Role.MEMBER, board: str = SOC, **more: Any) -> Naming:
    """Return a row of the attendance list of a meeting of a board on a day."""
    document = f"{board} {date}"
    plain = Naming(name, party, document, "Norrby kommun", board, date, f"{date}.pdf", role=role, row_of=document)
    return replace(plain, **more)


def acting(name: str, party: str | None, date: str, number: int = 7) -> Naming:
    """Return a naming by an act of the same meeting."""
    plain = listed(name, party, date)
    return replace(plain, role=None, row_of=None, paragraph_id=f"{plain.document_id}-{number}", number=number)


def names_of(register: Register) -> list[str]:
    """Return the names of the persons in order."""
    return sorted(one.name for one in register.persons)


def spellings(person: KnownPerson) -> dict[str, str]:
    """Return each spelling with why it is this person."""
    return {one.name: one.why for one in person.spellings}


def test_lost_rings_and_titles_make_no_other_person() -> None:
    """A name without its å and ö, or behind a title, is the person on the list, by the form with most letters."""
    register = Register(
        [
            listed("Åke Öst", "S", "2023-01-10"),
            acting("Ake Ost", "S", "2023-02-10"),
            acting("Ordföranden Åke Öst", "S", "2023-03-10"),
        ]
    )
    (person,) = register.persons
    assert person.name == "Åke Öst"
    assert set(spellings(person)) == {"Åke Öst", "Ake Ost", "Ordföranden Åke Öst"}
    assert (person.acts, person.attended) == (2, 1)


def test_initials_and_double_names_are_joined_within_a_party() -> None:
    """An initial or another last name is who else of the party is so called, and each join says why."""
    register = Register(
        [
            listed("Håkan Andersson", "C", "2023-01-10"),
            listed("Håkan Andersson", "C", "2023-02-10"),
            acting("H Andersson", "C", "2023-03-10"),
            acting("H Andersson", "M", "2023-03-10"),
            listed("Anna Lind", "S", "2023-01-10"),
            listed("Anna Lind", "S", "2023-02-10"),
            listed("Anna Lind Berg", "S", "2024-02-10"),
        ]
    )
    assert names_of(register) == ["Anna Lind", "H Andersson", "Håkan Andersson"]
    assert [one.parties for one in register.called("H Andersson (M)")] == [("M",)]
    found = {one.name: spellings(one) for one in register.persons}
    assert found["Håkan Andersson"]["H Andersson"] == "förnamnet som initial, samma parti"
    assert found["Anna Lind"]["Anna Lind Berg"] == "dubbelnamn, samma parti"


def test_an_initial_that_may_be_two_people_is_neither() -> None:
    """Where two members of the party begin with the letter, the short form stays by itself."""
    register = Register(
        [
            *(listed("Håkan Andersson", "C", f"2023-0{month}-10") for month in (1, 2)),
            *(listed("Helena Andersson", "C", f"2023-0{month}-10") for month in (1, 2)),
            acting("H Andersson", "C", "2023-03-10"),
        ]
    )
    assert names_of(register) == ["H Andersson", "Helena Andersson", "Håkan Andersson"]


def test_two_names_on_one_list_are_two_people() -> None:
    """However alike two names are, one list does not name one person twice."""
    alike = [("Kristina Karlsson", "Christina Karlsson"), ("Anna Lind", "Anna Lind Berg")]
    for one, other in alike:
        rows = [listed(name, "S", date) for name in (one, other) for date in ("2023-01-10", "2023-02-10")]
        assert len(Register(rows).persons) == 2


def test_letters_that_sound_alike_join_within_a_board() -> None:
    """Kristina in one protocol is Christina in the next of the same board, not of another board or party."""
    here = [listed("Kristina Ahl", "C", "2023-01-10"), listed("Kristina Ahl", "C", "2023-02-10")]
    assert len(Register([*here, listed("Christina Ahl", "C", "2023-03-10")]).persons) == 1
    assert len(Register([*here, listed("Christina Ahl", "M", "2023-03-10")]).persons) == 2
    assert len(Register([*here, listed("Christina Ahl", "C", "2023-03-10", board="Skolnämnden")]).persons) == 2


def test_one_wrong_letter_joins_only_what_is_seldom_or_attended() -> None:
    """A form met once beside one met often is a misprint; two that are met as often are two people."""
    often = [listed("Karin Bergman", "S", f"2023-0{month}-10") for month in range(1, 6)]
    assert len(Register([*often, acting("Karin Bergmam", "S", "2023-03-10")]).persons) == 1
    other = [listed("Karin Bergmar", "S", f"2024-0{month}-10") for month in range(1, 5)]
    assert len(Register([*often, *other]).persons) == 2


def test_a_change_of_party_is_two_periods_with_evidence() -> None:
    """One name with another party from a day on is one person, and each period says where it is printed."""
    register = Register(
        [
            listed("Bo Ekman", "M", "2021-01-10"),
            acting("Bo Ekman", "M", "2022-05-10"),
            listed("Bo Ekman", "SD", "2023-01-10"),
            acting("Bo Ekman", "SD", "2023-01-10"),
            acting("Bo Ekman", None, "2023-01-10"),
        ]
    )
    (person,) = register.persons
    assert [(one.party, one.first, one.last, one.times) for one in person.periods] == [
        ("M", "2021-01-10", "2022-05-10", 2),
        ("SD", "2023-01-10", "2023-01-10", 2),
    ]
    assert person.periods[0].evidence_first == "Socialnämnden 2021-01-10, närvarolistan"
    assert person.periods[0].evidence_last == "Socialnämnden 2022-05-10 § 7"
    assert person.parties == ("M", "SD")


def test_two_people_of_one_name_are_apart_by_party() -> None:
    """Two parties on one list, or by turns over the same years, are two people of one name."""
    together = [listed("Bo Ekman", party, "2023-01-10") for party in ("M", "S")]
    turns = [
        listed("Cia Ask", party, date)
        for party, dates in (("M", ("2021-01-10", "2023-01-10")), ("S", ("2022-01-10", "2024-01-10")))
        for date in dates
    ]
    register = Register([*together, *turns])
    assert [(one.name, one.parties) for one in register.called("Bo Ekman")] == [
        ("Bo Ekman", ("M",)),
        ("Bo Ekman", ("S",)),
    ]
    assert len(register.called("Cia Ask")) == 2
    assert len({one.id for one in register.persons}) == 4
    assert [one.parties for one in register.called("Cia Ask (S)")] == [("S",)]
    meant = register.person_of(Person("Bo Ekman", "S"), "Socialnämnden 2023-01-10")
    assert meant is not None
    assert meant.parties == ("S",)


def test_people_of_two_organisations_are_never_one() -> None:
    """The same name and party in two houses may be two people: nothing tells."""
    here = listed("Bo Ekman", "M", "2023-01-10")
    assert len(Register([here, replace(here, organisation="Sörby kommun", document_id="x", row_of="x")]).persons) == 2


def test_only_elected_people_are_in_the_register() -> None:
    """Officials on a cover, and people named without a party, are in no list of persons; members without one are."""
    register = Register(
        [
            listed("Dan Direktör", None, "2023-01-10", Role.OTHER),
            acting("Eva Enskild", None, "2023-01-10"),
            listed("Fia Finne", None, "2023-01-10"),
            listed("Gun Grupp", "V", "2023-01-10", Role.OTHER),
        ]
    )
    assert names_of(register) == ["Fia Finne", "Gun Grupp"]
    assert ("dan", "direktor") in register.officials


def test_the_list_of_the_meeting_tells_a_party_that_an_act_does_not() -> None:
    """A name or last name without a party is who stands on that meeting's list, where one does; that is said."""
    register = Register(
        [
            listed("Bo Ekman", "M", "2023-01-10"),
            listed("Cia Ask", "S", "2023-01-10"),
            listed("Dag Ask", "S", "2023-01-10"),
        ]
    )
    document = "Socialnämnden 2023-01-10"
    assert register.party_of(Person("Bo Ekman", None), document) == ("M", False)
    assert register.party_of(Person("Ekman", None), document) == ("M", False)
    assert register.party_of(Person("Bo Ekman", "M"), document) == ("M", True)
    assert register.party_of(Person("Bo Ekman", None), "another meeting") == (None, True)
    assert register.person_of(Person("Ask", "S"), document) is None
    meant = register.person_of(Person("Ekman", "M"), document)
    assert meant is not None
    assert meant.name == "Bo Ekman"
    assert register.present(document) == {"M", "S"}
