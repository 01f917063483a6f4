"""From settings to how the page is served: what is refused because it would be unsafe, and what is warned of.

Always holds: without a login only this computer reaches the page, unless somebody has said that the library is public;
files are never taken in from strangers. Pure but for the look at whether there are users.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

import click

from ui.settings import PageSettings

if TYPE_CHECKING:
    from ui.page.guard import Rules
    from ui.page.server import Wire

_AT_A_TIME = 10
"""So many of the largest file may be sent in one request: many small ones as a rule, and never a whole disk."""
NO_TLS = (
    "Varning: lösenord och sidor skickas okrypterade mellan datorerna. Ange certifikat och certifikatnyckel i "
    "installningar.toml, eller sätt en omvänd proxy med TLS framför (docs/installningar.md)."
)


def is_loopback(host: str) -> bool:
    """Return whether only this computer reaches the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_reached(settings: PageSettings) -> bool:
    """Whether other computers reach the page, by its address or through a proxy."""
    return bool(settings.proxies) or not is_loopback(settings.host)


def refuse_strangers(settings: PageSettings) -> None:
    """Refuse what would let anybody in who was not meant to. Raises click.UsageError."""
    if settings.auth or not is_reached(settings):
        return
    if not settings.public:
        raise click.UsageError(
            f"Adressen {settings.host} går att nå från andra datorer, och sidan har ingen inloggning. "
            "Lägg till --auth, eller --public om alla som når den får läsa hela biblioteket."
        )
    if settings.upload.allowed:
        raise click.UsageError(
            "Uppladdning är tillåten i inställningarna, och alla som når sidan skulle kunna fylla biblioteket. Lägg "
            "till --auth, eller sätt tillaten = false under [uppladdning]."
        )


def may_write(settings: PageSettings) -> bool:
    """Whether visitors may correct, confirm and save: not where anybody may be one."""
    return settings.auth or not is_reached(settings)


def warning(settings: PageSettings) -> str:
    """Return what whoever starts the page should know, "" where there is nothing."""
    plain = settings.auth and is_reached(settings) and not settings.proxies and settings.certificate is None
    return NO_TLS if plain else ""


def rules_of(settings: PageSettings) -> Rules:
    """Return what the guard of the page holds to. Raises UsersError, click.ClickException."""
    from ui.page.door import Door  # noqa: PLC0415 - keeps --help fast
    from ui.page.guard import Rules  # noqa: PLC0415 - keeps --help fast
    from ui.page.login import Login  # noqa: PLC0415 - keeps --help fast
    from ui.users import Users  # noqa: PLC0415 - keeps --help fast

    users = Users(settings.users)
    if settings.auth and not users.all():
        raise click.ClickException(
            f"Ingen kan logga in: {settings.users} har inga användare. Lägg till en: protokollspar user add NAMN"
        )
    door = Door(settings.names, is_reached(settings) and not settings.names, settings.proxies)
    upload = _AT_A_TIME * settings.upload.largest if settings.upload.allowed else 0
    return Rules(door, Login(users) if settings.auth else None, upload)


def wire_of(settings: PageSettings) -> Wire:
    """Return how the server speaks to the network. Raises click.ClickException for a certificate that is not whole."""
    from ui.page.server import Wire  # noqa: PLC0415 - imports the web server

    pair = (settings.certificate, settings.certificate_key)
    missing = [path for path in pair if path is not None and not path.is_file()]
    if missing:
        raise click.ClickException(f"{missing[0]}: certifikatet finns inte. Rätta sökvägen i installningar.toml.")
    if (pair[0] is None) != (pair[1] is None):
        raise click.ClickException("Ange både certifikat och certifikatnyckel i installningar.toml, eller ingendera.")
    return Wire(settings.root, *pair)
