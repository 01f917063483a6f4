"""`protokollspar serve`: the web page on this computer."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui import shell
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.library import Library

HOST, PORT = "127.0.0.1", 7860
LAST_PORT = 65_535

host_option: shell.Decorator = click.option(
    "--host", default=HOST, metavar="ADRESS", help=f"Nätadress att svara på (annars {HOST}: bara den här datorn)."
)
port_option: shell.Decorator = click.option(
    "--port",
    envvar="PORT",
    type=click.IntRange(0, LAST_PORT),
    default=PORT,
    metavar="PORT",
    help=f"Port att svara på (annars PORT, annars {PORT}; 0 tar en ledig).",
)
public_option: shell.Decorator = click.option(
    "--public", is_flag=True, help="Låt andra datorer nå sidan. Alla som når den kan läsa hela biblioteket."
)


@click.command(cls=SwedishCommand)
@host_option
@port_option
@public_option
@shell.library_option
def serve(host: str, port: int, public: bool, library_path: Path) -> None:  # noqa: FBT001 - click passes a flag
    """Visa webbsidan på den här datorn."""
    from ui.demo import is_made_up  # noqa: PLC0415 - keeps --help fast

    refuse_strangers(host, public=public)
    with shell.opened(library_path) as library:
        run_page(library, host, port, public=public, made_up=is_made_up(library_path.expanduser()))


def refuse_strangers(host: str, *, public: bool) -> None:
    """Refuse an address that other computers reach, unless the library is said to be public."""
    if not public and not is_loopback(host):
        raise click.UsageError(
            f"Adressen {host} går att nå från andra datorer, och sidan har inget lösenord. "
            "Lägg till --public om alla som når den får läsa hela biblioteket."
        )


def is_loopback(host: str) -> bool:
    """Return whether only this computer reaches the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def run_page(library: Library, host: str, port: int, *, public: bool, made_up: bool) -> None:
    """Serve the page until it is interrupted; the address is told when searches are answered at full speed."""
    # Gradio and the model's library would otherwise tell their makers that they are used.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    bound = _bound(host, port)
    click.echo("Startar …", err=True)
    with ThreadPoolExecutor(1) as warming:
        from ui.page.service import Service  # noqa: PLC0415 - keeps --help fast

        service = Service(library, made_up=made_up)
        warm = warming.submit(service.warm)
        from ui.page import server  # noqa: PLC0415 - imports gradio, for seconds, while the model is loaded beside it

        app = server.create_app(service, public=public)
        warm.result()
    address = f"http://{_in_address(host)}:{bound.getsockname()[1]}"
    server.serve(app, bound, ready=lambda: click.echo(f"Protokollspår finns på {address}  (avsluta med Ctrl+C)"))


def bind(host: str, port: int) -> socket.socket:
    """Return a socket bound to the address; port 0 takes any free one.

    Raises:
        OSError: when the address is taken or is none of this computer's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound


def _bound(host: str, port: int) -> socket.socket:
    try:
        return bind(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise shell.fail(f"Porten {port} är upptagen av ett annat program. Välj en annan med --port.") from error
        raise shell.fail(f"Det går inte att svara på {host}:{port} ({error.strerror}).") from error


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
