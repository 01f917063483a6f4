"""Arguments as rows and as text, from invented acts."""

from __future__ import annotations

from index.arguments import Echo
from index.arguments.themes import themes_of
from tests.index.test_arguments import EK, FAR, LIND, moved, reservation, stored
from ui import arguments


def test_a_row_has_quote_page_file_and_citation() -> None:
    """Every argument is a row that can be checked, with the motion it defends and what says so."""
    (row,) = arguments.rows([reservation(stored(motions=(moved(LIND),)))])
    assert (row["quote"], row["page"], row["file"]) == (FAR, 7, "p.pdf")
    assert row["citation"] == "Nämnden 2023-03-01 § 5, s. 7"
    assert (row["by"], row["defends"], row["defends_because"]) == (
        ["Anna Lind (C)"],
        ["Anna Lind yrkar avslag."],
        ["movers"],
    )
    assert set(row) >= set(arguments.COLUMNS)


def test_an_act_without_arguments_is_still_a_row() -> None:
    """A reservation that gives no reason is shown, without a quote, and the text says so."""
    one = reservation(stored(words="Skolan hade 40 elever."))
    (row,) = arguments.rows([one])
    assert row["quote"] is None
    assert "Inget argument utskrivet i protokollet." in arguments.text([one])


def test_the_text_tells_signs_motion_and_decision() -> None:
    """People see whose words, why it is an argument, what it defends (and why), and what it is against."""
    said = arguments.text([reservation(stored(motions=(moved(LIND),)))])
    assert "Anna Lind (C)" in said
    assert "värdering" in said
    assert "(samma personer yrkade det)" in said
    assert "Mot: Skolan läggs ned." in said
    assert "1 inlaga med 1 argument." in said


def test_an_echo_tells_what_it_rests_on() -> None:
    """Words in common and a common line of argument are told beside the quote."""
    one = reservation(stored())
    echo = Echo(one, one.arguments[0], 0.9, 0.4, ("restiden",), ("distance",))
    said = arguments.echo_text([echo])
    assert "gemensamt: restiden" in said
    assert "samma argumentationslinje" in said
    (row,) = arguments.echo_rows([echo])
    assert set(row) >= set(arguments.ECHO_COLUMNS)
    assert arguments.echo_text([]) == "Inget liknande argument hittades."


def test_a_theme_has_a_row_for_every_quote() -> None:
    """Year, party, the year's words and the quote stand in one row."""
    themes = themes_of([reservation(stored()), reservation(stored(date="2024-04-01", by=EK))])
    rows = list(arguments.theme_rows(themes))
    assert [(row["year"], row["party"]) for row in rows] == [(2023, "C"), (2024, "S")]
    assert all(set(row) >= set(arguments.THEME_COLUMNS) for row in rows)
    assert "2024:" in arguments.theme_text(themes)
    assert arguments.theme_text([]) == "Inga argument återkommer i det urvalet."
