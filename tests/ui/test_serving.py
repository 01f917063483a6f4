from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click
import pytest

from ui.cli import run
from ui.serving import NO_TLS, is_reached, may_write, refuse_strangers, rules_of, warning, wire_of
from ui.settings import PageSettings, Upload
from ui.users import Users

OUTSIDE = PageSettings(host="192.0.2.7")
BEHIND = PageSettings(proxies=("127.0.0.1",))


@pytest.mark.parametrize("settings", [OUTSIDE, BEHIND])
def test_strangers_are_refused(settings: PageSettings) -> None:
    """A page that others reach, by its address or through a proxy, needs a login or the word that it is public."""
    assert is_reached(settings)
    with pytest.raises(click.UsageError, match="--auth, eller --public"):
        refuse_strangers(settings)
    refuse_strangers(replace(settings, auth=True))
    refuse_strangers(replace(settings, public=True))
    refuse_strangers(PageSettings())


def test_strangers_send_no_files() -> None:
    """Taking in files on a page that anybody reaches needs a login."""
    with pytest.raises(click.UsageError, match="Uppladdning är tillåten"):
        refuse_strangers(replace(OUTSIDE, public=True, upload=Upload(allowed=True)))
    refuse_strangers(replace(OUTSIDE, auth=True, upload=Upload(allowed=True)))
    refuse_strangers(PageSettings(upload=Upload(allowed=True)))


def test_strangers_change_nothing() -> None:
    """What visitors write counts for all, so that on a page that anybody reaches nobody may."""
    assert may_write(PageSettings())
    assert may_write(replace(OUTSIDE, auth=True))
    assert not may_write(replace(OUTSIDE, public=True))


def test_passwords_in_the_clear_are_warned_of() -> None:
    """A login on a page that others reach is warned of unless something encrypts it."""
    assert warning(replace(OUTSIDE, auth=True)) == NO_TLS
    assert warning(replace(OUTSIDE, auth=True, certificate=Path("c.pem"))) == ""
    assert warning(replace(BEHIND, auth=True)) == ""
    assert warning(PageSettings(auth=True)) == ""


def test_a_login_without_users_does_not_start(tmp_path: Path) -> None:
    """Nobody could come in: the command that adds somebody is named."""
    settings = PageSettings(auth=True, users=tmp_path / "anvandare.txt")
    with pytest.raises(click.ClickException, match="protokollspar user add"):
        rules_of(settings)
    Users(settings.users).put("anna", "tolv tecken eller så")
    assert rules_of(settings).login is not None
    assert rules_of(PageSettings()).login is None


def test_the_rules_follow_the_settings(tmp_path: Path) -> None:
    """Names are answered as the settings say, and files taken in only where they are allowed."""
    assert not rules_of(PageSettings()).door.any_name
    assert rules_of(OUTSIDE).door.any_name
    assert not rules_of(replace(OUTSIDE, names=("protokoll.example",))).door.any_name
    assert rules_of(PageSettings()).upload == 0
    upload = Upload(allowed=True, largest=10 << 20)
    assert rules_of(PageSettings(upload=upload)).upload == 100 << 20
    with pytest.raises(click.ClickException, match="certifikatet finns inte"):
        wire_of(PageSettings(certificate=tmp_path / "c.pem"))


def test_flags_stand_above_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An address in the settings is held to the same rules as one in a flag, and a flag may say otherwise."""
    (tmp_path / "installningar.toml").write_text('[sidan]\nadress = "0.0.0.0"\n', encoding="utf-8")
    assert run(["serve", "--library", str(tmp_path)]) == 2
    assert "Adressen 0.0.0.0 går att nå" in capsys.readouterr().err
    assert run(["serve", "--host", "127.0.0.1", "--library", str(tmp_path)]) == 1
    assert "bibliotek" in capsys.readouterr().err
