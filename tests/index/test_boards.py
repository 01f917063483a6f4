"""Short names of boards are learned from where they are printed, and what is asked for is found or refused."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from index.boards import BoardName, Source, from_json, learn, resolve, to_json
from index.errors import SettingsError, UnknownFilterError
from index.settings import read_settings
from index.sqlite.store import SqliteStore
from index.stored import StoredParagraph
from tests.index.builders import document, paragraph
from tests.index.store_conformance import add


def stored(path: Path, *texts: tuple[str, str, tuple[str, ...]]) -> list[StoredParagraph]:
    """Return paragraphs as they come out of a store: (board, text, case numbers)."""
    made = [
        dataclasses.replace(paragraph(number, board=board), text=text, case_numbers=cases)
        for number, (board, text, cases) in enumerate(texts, start=1)
    ]
    with SqliteStore(path / "bok.sqlite", create=True) as store:
        add(store, document(made))
        return list(store.paragraphs())


def shorts(boards: tuple[BoardName, ...]) -> dict[str, tuple[str | None, Source | None]]:
    """Return short name and source by name."""
    return {board.name: (board.abbreviation, board.source) for board in boards}


def test_each_way_of_knowing(tmp_path: Path) -> None:
    """Printed beside the name, in front of the §, in the case numbers, or nothing but the initials: each is told."""
    found = learn(
        stored(
            tmp_path,
            ("Parknämnden", "§ 1 Ett\nÄrendet går till Badnämnden (BAN) för yttrande.", ()),
            ("Badnämnden", "§ 2 Två", ()),
            ("Vägnämnden", "VÄN § 3 Tre", ()),
            ("Hamn- och fyrnämnden", "§ 4 Fyra", ("HFN 4-2024",)),
            ("Beredningen för ljud och bild", "§ 5 Fem", ("DIA 5-2024",)),
        ),
        {},
    )
    assert shorts(found) == {
        "Parknämnden": ("PN", Source.INITIALS),
        "Badnämnden": ("BAN", Source.PRINTED),
        "Vägnämnden": ("VÄN", Source.HEAD),
        "Hamn- och fyrnämnden": ("HFN", Source.CASE_NUMBERS),
        "Beredningen för ljud och bild": ("BLB", Source.INITIALS),
    }


def test_shared_case_numbers_belong_to_the_board_of_their_letters(tmp_path: Path) -> None:
    """An utskott that files under its board's letters does not take the board's short name."""
    found = learn(
        stored(
            tmp_path,
            ("Regionstyrelsens arbetsutskott", "§ 1 Ett", ("RS 1-2024",)),
            ("Regionstyrelsens arbetsutskott", "§ 2 Två", ("RS 2-2024",)),
            ("Regionstyrelsen", "§ 3 Tre", ("RS 1-2024",)),
        ),
        {},
    )
    assert shorts(found)["Regionstyrelsen"] == ("RS", Source.CASE_NUMBERS)
    assert shorts(found)["Regionstyrelsens arbetsutskott"] == ("RSAU", Source.INITIALS)
    assert [board.paragraphs for board in found] == [2, 1]


def test_settings_win(tmp_path: Path) -> None:
    """What people have written in the settings file stands above everything that is read."""
    settings = tmp_path / "installningar.toml"
    settings.write_text('[kortnamn]\nPARK = "parknämnden"\n[annat]\nx = 1\n', encoding="utf-8")
    found = learn(
        stored(tmp_path, ("Parknämnden", "PN § 1 Ett", ("PN 1-2024",))), read_settings(settings).abbreviations
    )
    assert shorts(found) == {"Parknämnden": ("PARK", Source.SETTINGS)}


@pytest.mark.parametrize("text", ["[kortnamn", "[kortnamn]\nA = 1", "kortnamn = 3"])
def test_settings_that_cannot_be_understood_are_named(tmp_path: Path, text: str) -> None:
    """A mistake in the settings file is an error that names the file, never silently nothing."""
    path = tmp_path / "installningar.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"installningar\.toml"):
        read_settings(path)


def test_spellings_are_one_board(tmp_path: Path) -> None:
    """A name in capitals is the same board; asking for it by any name in any case gives all its spellings."""
    found = learn(stored(tmp_path, *[("Parknämnden", "§", ())] * 2, ("PARKNÄMNDEN", "§", ())), {})
    assert [(board.name, board.paragraphs) for board in found] == [("Parknämnden", 3)]
    for asked in ("parknämnden", "PARKNÄMNDEN", " pn "):
        assert resolve(asked, found) == ("PARKNÄMNDEN", "Parknämnden")


def test_unknown_boards_are_refused_with_the_nearest() -> None:
    """A board that is not there is an error with what it might have been."""
    known = (BoardName("Parknämnden", "PN", 1, None, ("Parknämnden",)),)
    with pytest.raises(UnknownFilterError, match=r"parknämden.*Närmast är: Parknämnden"):
        resolve("parknämden", known)
    with pytest.raises(UnknownFilterError, match="inga nämnder alls"):
        resolve("PN", ())


def test_boards_are_kept_as_text() -> None:
    """What was learned can be kept and comes back."""
    known = (BoardName("Parknämnden", "PN", 1, Source.HEAD, ("Parknämnden",)), BoardName("Kör", None, 0))
    assert from_json(to_json(known)) == known
