from __future__ import annotations

import io
import os
import stat
import time
from pathlib import Path

import pytest

from ui.cli import run
from ui.users import NOBODY, Users, UsersError

PASSWORD = "häst batteri häftklammer"  # noqa: S105 - invented


@pytest.fixture
def users(tmp_path: Path) -> Users:
    """Return a file of users with one in it."""
    found = Users(tmp_path / "anvandare.txt")
    assert found.put("Åsa", PASSWORD)
    return found


def test_a_password_stands_nowhere(users: Users) -> None:
    """The file tells neither the password nor anything it can be read back from, and only its owner may read it."""
    text = users.path.read_text(encoding="utf-8")
    assert text.startswith("Åsa:scrypt:15:8:3:")
    assert PASSWORD not in text
    assert stat.S_IMODE(users.path.stat().st_mode) == 0o600


def test_only_the_password_fits(users: Users) -> None:
    """The right password fits however the keyboard made its letters; another does not, and nothing fits nobody."""
    one = users.all()["Åsa"]
    assert one.fits(PASSWORD)
    assert one.fits(PASSWORD.replace("ä", "a\N{COMBINING DIAERESIS}"))
    assert not one.fits(f"{PASSWORD} ")
    assert not NOBODY.fits("")


def test_a_change_counts_at_once(users: Users) -> None:
    """Another program's change to the file is seen by one that has read it already."""
    assert list(users.all()) == ["Åsa"]
    other = Users(users.path)
    assert other.put("Bo", PASSWORD)
    os.utime(users.path, ns=(time.time_ns(), time.time_ns() + 1))
    assert list(users.all()) == ["Åsa", "Bo"]
    assert not other.put("Bo", PASSWORD * 2), "a known user gets a new password"
    other.remove("Åsa")
    assert list(users.all()) == ["Bo"]


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("", PASSWORD, "användarnamn"),
        ("a:b", PASSWORD, "utan kolon"),
        ("#a", PASSWORD, "börjar inte med #"),
        ("a\nb", PASSWORD, "användarnamn"),
        ("a", "kort", "12–256 tecken"),
        ("a", "x" * 300, "12–256 tecken"),
        ("a", "elva tecken\x00", "osynliga tecken"),
        ("anna-andersson", "Anna-Andersson", "inte vara användarnamnet"),
    ],
)
def test_names_and_passwords_that_cannot_be_taken_are_told(users: Users, name: str, password: str, said: str) -> None:
    """What is wrong is said, and the file stays as it was."""
    before = users.path.read_bytes()
    with pytest.raises(UsersError, match=said):
        users.put(name, password)
    assert users.path.read_bytes() == before


@pytest.mark.parametrize("line", ["anna", "anna:hemligt", "anna:scrypt:40:8:1:AAAA:AAAA", "anna:scrypt:x:8:1:A:A"])
def test_a_line_that_is_none_is_named(users: Users, line: str) -> None:
    """A line that cannot be understood, or that would take all memory, is an error with its number and a cure."""
    users.path.write_text(f"# folk\n\n{line}\n", encoding="utf-8")
    with pytest.raises(UsersError, match=r"anvandare\.txt, rad 3.*protokollspar user add"):
        users.all()


def test_the_command_adds_lists_and_removes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole life of a user by the command; the password comes from standard input, never from an argument."""
    at = ["--library", str(tmp_path)]
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert run(["user", "add", "anna", *at]) == 0
    assert run(["user", "list", *at]) == 0
    assert capsys.readouterr().out == "Tillagd: anna\nanna\n"
    assert run(["user", "remove", "bo", *at]) == 1
    assert "Där finns: anna" in capsys.readouterr().err
    assert run(["user", "remove", "anna", *at]) == 0
    assert run(["user", "list", *at]) == 0
    assert "Ingen användare finns" in capsys.readouterr().out
    assert run(["user", "add", *at]) == 2
