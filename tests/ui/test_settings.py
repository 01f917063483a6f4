from __future__ import annotations

import re
from pathlib import Path

import pytest

from index import settings as of_library
from index.errors import SettingsError
from index.settings_file import Key, written
from ui import settings as of_page
from ui.cli import run
from ui.settings import PageSettings, page_settings

DOCUMENT = Path(__file__).parents[2] / "docs" / "installningar.md"
DECLARED = (*of_library.DECLARED, *of_page.DECLARED)


def sections() -> dict[str, str]:
    """Return the text of the document under each heading that names a section of the file."""
    parts = re.split(r"^## `\[(\w+)\]`$", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_key_is_documented_with_its_default_and_reason() -> None:
    """A key stands under its section with what holds without it, what it does and why; nothing else stands there."""
    found = sections()
    assert set(found) == {one.section for one in DECLARED}
    rows = {
        (section, name): default
        for section, text in found.items()
        for name, default in re.findall(r"^\| `(\w+)` \| `([^`]+)` \| \S[^|]+ \| \S[^|]+ \|$", text, re.MULTILINE)
    }
    assert rows == {(key.section, key.name): written(key.default) for key in DECLARED if isinstance(key, Key)}


def test_the_documents_example_can_be_used(tmp_path: Path) -> None:
    """What the document shows in TOML is understood."""
    for example in re.findall(r"```toml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL):
        (tmp_path / "installningar.toml").write_text(example, encoding="utf-8")
        assert page_settings(tmp_path).auth


def test_paths_are_counted_from_the_library(tmp_path: Path) -> None:
    """A file that is named without a folder lies in the library's, one with a whole path lies there."""
    assert page_settings(tmp_path).users == tmp_path / "anvandare.txt"
    (tmp_path / "installningar.toml").write_text('[sidan]\nanvandarfil = "/srv/folk"', encoding="utf-8")
    assert page_settings(tmp_path).users == Path("/srv/folk")


def test_without_a_file_the_page_is_closed(tmp_path: Path) -> None:
    """From the beginning only this computer is answered and nothing can be sent."""
    found = page_settings(tmp_path)
    assert found == PageSettings(users=found.users)
    assert (found.host, found.public, found.auth, found.upload.allowed) == ("127.0.0.1", False, False, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[sidan]\nport = 70000", "skriv ett heltal från 0 till 65535"),
        ('[sidan]\nomvand_proxy = ["proxyn"]', '"proxyn" är ingen nätadress'),
        ('[sidan]\nrot = "protokoll/"', "snedstreck först och inget sist"),
        ('[sidan]\nsprak = "no"', "välj något av sv, en"),
        ('[uppladdning]\nmappar = ["protokoll"]', "är ingen hel sökväg"),
        ("[uppladdning]\nstorsta_fil_mb = 0", "skriv ett heltal från 1 till 2000"),
        ("[uppladdning]\nflest_filer = 5000", "skriv ett heltal från 1 till 1000"),
    ],
)
def test_values_that_cannot_be_meant_are_refused(tmp_path: Path, text: str, said: str) -> None:
    """A value out of its bounds is told with the bounds."""
    (tmp_path / "installningar.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        page_settings(tmp_path)


def test_every_command_finds_a_misspelt_section(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also a command that needs nothing of the page says that a section is none."""
    (tmp_path / "installningar.toml").write_text("[inlasing]\ntexttolkning = false", encoding="utf-8")
    assert run(["check", "--library", str(tmp_path)]) == 1
    assert "Menade du inlasning?" in capsys.readouterr().err
