"""Reservations, notes, statements, recusals: never merged."""

from __future__ import annotations

from collections.abc import Callable

from nlp.acts import Acts

Read = Callable[..., Acts]


def test_a_reservation_keeps_its_argued_text(read: Read) -> None:
    """Blocks after the announcement belong to it; a second announcement begins another."""
    text = (
        "Anna Lind (C) och Bo Ek (M) reserverar sig mot beslutet:\nKostnaden är för hög.\nLedamöterna från "
        "SD reserverar sig mot beslutet."
    )
    first, second = read(("reservation", text)).reservations
    assert first.text == "Anna Lind (C) och Bo Ek (M) reserverar sig mot beslutet: Kostnaden är för hög."
    assert [p.name for p in first.by] == ["Anna Lind", "Bo Ek"]
    assert [(p.name, p.party) for p in second.by] == [(None, "SD")]


def test_parties_that_reserve_in_one_block_have_each_their_own(read: Read) -> None:
    """Sentences of one printed block in which the members of one party after the other reserve are as many."""
    text = (
        "Ledamöterna från SD reserverar sig mot beslutet till förmån för det egna yrkandet. Ledamöterna från MP "
        "reserverar sig mot beslutet. Avgiften är för hög. Ledamöterna från MP reserverar sig därför mot beslutet."
    )
    first, second = read(("reservation", text)).reservations
    assert [p.party for p in (*first.by, *second.by)] == ["SD", "MP"]
    assert first.text.endswith("det egna yrkandet.")
    assert "Avgiften är för hög. Ledamöterna från MP reserverar sig därför" in second.text


def test_notes_in_one_block_have_each_their_own_authors(read: Read) -> None:
    """Members and parties that note something one after the other in a printed block are each told."""
    text = (
        "Bo Ek (SD) antecknar som yttrande en skrivelse från den 3 maj 2024. Representanterna från M och KD antecknar "
        "som yttrande en skrivelse från den 5 maj 2024. Vi står fast. Anna Lind (C) lämnar en protokollsanteckning."
    )
    notes = read(("note", text)).notes
    assert [[p.party for p in note.by] for note in notes] == [["SD"], ["M", "KD"], ["C"]]
    assert notes[1].text.endswith("Vi står fast.")


def test_those_spoken_of_do_not_reserve(read: Read) -> None:
    """As printed: "Till förmån för X:s yrkande" makes X no dissenter."""
    (reservation,) = read(
        ("reservation", "Bo Ek (M) reserverar sig till förmån för Anna Linds (C) yrkande.")
    ).reservations
    assert [p.name for p in reservation.by] == ["Bo Ek"]


def test_signed_texts_belong_to_their_signers(read: Read) -> None:
    """Names below the text are its authors."""
    (reservation,) = read(("reservation", "Vi anser att beslutet är fel.\nAnna Lind (C)\nBo Ek (M)")).reservations
    assert [p.party for p in reservation.by] == ["C", "M"]


def test_words_and_not_headings_tell_notes_from_reservations(read: Read) -> None:
    """A note under Reservation is a note, a reservation under Protokollsanteckning a reservation."""
    acts = read(
        ("reservation", "Bo Ek (S) lämnar en protokollsanteckning: Jag vill se mer."),
        ("note", "Anna Lind (C) reserverar sig mot beslutet."),
    )
    assert [n.kind for n in acts.notes] == ["note"]
    assert [p.name for r in acts.reservations for p in r.by] == ["Anna Lind"]


def test_a_statement_is_no_note(read: Read) -> None:
    """Särskilt yttrande is its own kind, also in the middle of a decision section."""
    acts = read(("decision", "Planen antas.\nVänsterpartiet lämnar ett särskilt yttrande."))
    assert [(n.kind, n.by[0].party) for n in acts.notes] == [("statement", "V")]
    assert len(acts.decisions) == 1


def test_not_taking_part_is_none_of_them(read: Read) -> None:
    """As printed: "Deltar inte i beslutet" is neither reservation, note nor recusal, unless printed as a note."""
    acts = read(("decision", "Planen antas.\nBo Ek (S) deltar inte i beslutet."))
    assert (acts.reservations, acts.notes, acts.recusals) == ((), (), ())
    assert len(read(("note", "Bo Ek (S) deltar inte i beslutet.")).notes) == 1


def test_no_reservations_are_no_reservation(read: Read) -> None:
    """As printed: "Inga reservationer" records nothing."""
    assert read(("reservation", "Inga reservationer anmäls.")).reservations == ()


def test_recusals_name_who_left_and_not_who_stepped_in(read: Read) -> None:
    """Jäv is read wherever it stands; the substitute is not recused."""
    acts = read(
        ("recusal", "Anna Lind (C) anmäler jäv och lämnar mötet. Bo Ek (C) tjänstgör i hennes ställe."),
        ("other", "På grund av jäv deltar inte Cia Al (V) i handläggningen."),
    )
    assert [r.person.name for r in acts.recusals] == ["Anna Lind", "Cia Al"]
    assert read(("recusal", "Ingen anmäler jäv.")).recusals == ()


def test_a_second_reservation_is_its_own_even_inside_a_block(read: Read) -> None:
    """A member who reserves begins a new entry, also where the page has joined it to the reasons before."""
    text = (
        "Anna Lind (C) reserverar sig mot beslutet med följande motivering:\n"
        "Planen är för dyr. Den som röstar måste kunna läsa. Bo Ek (SD) reserverar sig mot beslutet och anför:\n"
        "Planen är för billig. Därför reserverar jag mig mot beslutet."
    )
    first, second = read(("reservation", text)).reservations
    assert [p.name for r in (first, second) for p in r.by] == ["Anna Lind", "Bo Ek"]
    assert first.text.endswith("måste kunna läsa.")
    assert second.text.startswith("Bo Ek (SD) reserverar sig")
