"""The words that tell where a matter goes and what becomes of a decision."""

from __future__ import annotations

import pytest

from nlp.course import Effect, effect_of, gives_statement, is_motion_title, prepares, sends_on, valid_until, withdraws


@pytest.mark.parametrize(
    "text",
    [
        "Regionstyrelsen föreslår regionfullmäktige besluta: Taxan fastställs.",
        "Nämndens förslag till kommunfullmäktige",
        "Rapporten överlämnas till regionstyrelsen.",
        "Yttrandet översänds som svar till kommunstyrelsen.",
        "Utskottet rekommenderar att socialnämnden antar planen.",
    ],
)
def test_what_is_put_before_another_body_is_sent_on(text: str) -> None:
    """A proposal to the body above, and papers handed over to it, prepare and do not decide."""
    assert sends_on(text)


@pytest.mark.parametrize(
    "text", ["Planen fastställs.", "Kansliet får i uppdrag att överlämna nycklarna till hyresgästen."]
)
def test_what_is_decided_here_is_not_sent_on(text: str) -> None:
    """Deciding, and handing over to somebody who is no body, is not preparing."""
    assert not sends_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ärendet utgår.",
        "Motionen har dragits tillbaka.",
        "Nämnden beslutar att avskriva ärendet.",
        "Ansökan återkallas.",
    ],
)
def test_a_matter_that_goes_no_further_is_withdrawn(text: str) -> None:
    """Only the matter itself can be withdrawn."""
    found = withdraws(text)
    assert found is not None
    assert text[found.start : found.end].strip()


def test_a_withdrawn_proposal_of_one_member_leaves_the_matter() -> None:
    """A member who takes back what she moved ends nothing."""
    assert withdraws("Anna Ek (S) drar tillbaka sitt yrkande.") is None


@pytest.mark.parametrize(
    ("sentence", "effect"),
    [
        ("Nämndens beslut den 4 maj 2021, § 56, upphävs.", Effect.REPEALS),
        ("Riktlinjen från 2019 upphör därmed att gälla.", Effect.REPEALS),
        ("Planen ersätter tidigare beslut om öppettider.", Effect.REPLACES),
        ("Taxan ersätts av den som antogs i § 12.", Effect.REPLACES),
        ("Beslutet ändras så att avgiften blir 200 kronor.", Effect.REVISES),
        ("Reglementet revideras enligt bilaga 1.", Effect.REVISES),
        ("Med ändring av nämndens beslut i § 7 förlängs försöket.", Effect.REVISES),
    ],
)
def test_a_sentence_tells_what_it_does_to_an_earlier_decision(sentence: str, effect: Effect) -> None:
    """Repealing, replacing and revising are told apart by their words."""
    found = effect_of(sentence)
    assert found is not None
    assert found.effect is effect


@pytest.mark.parametrize(
    "sentence",
    [
        "Föreningen ersätts med 5 000 kronor.",
        "Bussen ersätter tåget under sommaren.",
        "Planen fastställs.",
        "Paragrafen justeras omedelbart.",
    ],
)
def test_other_uses_of_the_words_do_nothing(sentence: str) -> None:
    """Paying somebody, replacing a train and adjusting the minutes touch no decision."""
    assert effect_of(sentence) is None


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Avtalet gäller till och med den 31 december 2024.", "2024-12-31"),
        ("Försöket förlängs till den 30 juni 2023.", "2023-06-30"),
        ("Riktlinjen gäller t.o.m. 2026.", "2026"),
        ("Taxan gäller tills vidare.", None),
        ("Planen gäller från den 1 januari 2024.", None),
    ],
)
def test_a_printed_last_day_is_read(text: str, until: str | None) -> None:
    """The day is as far known as it is printed; what holds until further notice has none."""
    found = valid_until(text)
    assert (found[0] if found else None) == until


def test_titles_and_boards_tell_what_a_paragraph_is() -> None:
    """A motion is told by its title, a preparing body by its name; an answer to a referral by its decision."""
    assert is_motion_title("Motion av Eva Sand (V) om bänkar i parken")
    assert not is_motion_title("Svar på motion om bänkar i parken")
    assert prepares("Regionstyrelsens arbetsutskott")
    assert not prepares("Socialnämnden")
    assert not prepares(None)
    assert gives_statement("Nämnden godkänner förvaltningens förslag till yttrande.")
