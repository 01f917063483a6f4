from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import SettingsError
from index.settings import Settings, read_settings
from index.settings_file import Key, Names, read_file, written

PORT = Key("sidan", "port", 7860, lambda value: "" if value > 0 else "skriv ett tal över noll.")
OPEN = Key("sidan", "oppen", default=False)
FOLDERS = Key[tuple[str, ...]]("sidan", "mappar", ())
NAMES = Names("kortnamn", 'A = "B"')


def file(tmp_path: Path, text: str) -> Path:
    """Return a settings file that says ``text``."""
    path = tmp_path / "installningar.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_the_file_does_not_say_is_as_from_the_beginning(tmp_path: Path) -> None:
    """Without a file, and without a line in it, a key has its default."""
    assert read_settings(tmp_path / "finns-inte.toml") == Settings()
    content = read_file(file(tmp_path, "[sidan]\nport = 80\nmappar = ['/a', '/b']"), [PORT, OPEN, FOLDERS])
    assert (content[PORT], content[OPEN], content[FOLDERS]) == (80, False, ("/a", "/b"))


def test_a_file_that_a_windows_editor_saved_is_read(tmp_path: Path) -> None:
    """The mark that some editors put first in a file is no part of it."""
    content = read_file(file(tmp_path, '\ufeff[kortnamn]\n"ÅN" = "Ån"\n'), [NAMES])
    assert content.names["kortnamn"] == {"ÅN": "Ån"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[sidann]\nport = 1", r"avsnittet \[sidann\] finns inte. Menade du sidan\?"),
        ("[sidan]\nprot = 1", r"under \[sidan\] finns ingen inställning prot. Menade du port\?"),
        ("[sidan]\nxyzzy = 1", "Det som finns är: mappar, oppen, port"),
        ("[sidan]\nport = '1'", r"ska raden se ut så här: port = 7860\."),
        ("[sidan]\nport = true", r"ska raden se ut så här: port = 7860\."),
        ("[sidan]\noppen = 1", r"ska raden se ut så här: oppen = false\."),
        ("[sidan]\nmappar = [1]", r'ska raden se ut så här: mappar = \["…", "…"\]\.'),
        ("[sidan]\nport = -1", r"port = -1 under \[sidan\]: skriv ett tal över noll\."),
        ("port = 1", "port står utanför alla avsnitt"),
        ("[kortnamn]\nA = 1", 'ska varje rad se ut så här: A = "B"'),
        ("[sidan", "Rätta raden eller ta bort filen"),
    ],
)
def test_a_mistake_is_named_with_its_cure(tmp_path: Path, text: str, said: str) -> None:
    """Nothing in the file is silently left out: the error says where the mistake is and what was meant."""
    with pytest.raises(SettingsError, match=said) as caught:
        read_file(file(tmp_path, text), [PORT, OPEN, FOLDERS, NAMES])
    assert "installningar.toml" in str(caught.value)


def test_the_library_leaves_the_tools_sections_alone(tmp_path: Path) -> None:
    """A section of the page is none of the library's business, but its own keys are."""
    assert read_settings(file(tmp_path, "[sidan]\nport = 1\n[inlasning]\ntexttolkning = false")).ocr is False
    with pytest.raises(SettingsError, match="Menade du texttolkning"):
        read_settings(file(tmp_path, "[inlasning]\ntextolkning = false"))


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (3, "3"), ("a", '"a"'), ((), "[]"), (("a", "b"), '["a", "b"]')]
)
def test_a_value_is_told_as_it_is_written(value: bool | int | str | tuple[str, ...], text: str) -> None:  # noqa: FBT001 - one of the values
    """What an error shows can be pasted into the file."""
    assert written(value) == text
