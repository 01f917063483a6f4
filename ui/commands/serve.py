"""`protokollspar serve`: the web page, on this computer or for others."""

from __future__ import annotations

import errno
import os
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui import shell
from ui.serving import may_write, refuse_strangers, rules_of, warning, wire_of
from ui.settings import HOST, LAST_PORT, PORT, PageSettings, page_settings
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.library import Library

host_option: shell.Decorator = click.option(
    "--host",
    metavar="ADRESS",
    help=f"Nätadress att svara på (annars inställningarnas, annars {HOST}: bara den här datorn).",
)
port_option: shell.Decorator = click.option(
    "--port",
    envvar="PORT",
    type=click.IntRange(0, LAST_PORT),
    metavar="PORT",
    help=f"Port att svara på (annars PORT, annars inställningarnas, annars {PORT}; 0 tar en ledig).",
)
auth_option: shell.Decorator = click.option(
    "--auth", is_flag=True, help="Kräv inloggning. Användare läggs till med protokollspar user add."
)
public_option: shell.Decorator = click.option(
    "--public", is_flag=True, help="Låt andra datorer nå sidan. Alla som når den kan läsa hela biblioteket."
)


@click.command(cls=SwedishCommand)
@host_option
@port_option
@auth_option
@public_option
@shell.library_option
def serve(host: str | None, port: int | None, auth: bool, public: bool, library_path: Path) -> None:  # noqa: FBT001 - click passes flags
    """Visa webbsidan.

    Flaggorna går före det som står under [sidan] i bibliotekets installningar.toml.
    """
    from ui.demo import is_made_up  # noqa: PLC0415 - keeps --help fast

    path = library_path.expanduser()
    with shell.swedish_errors():
        said = page_settings(path)
    settings = replace(
        said,
        host=host or said.host,
        port=said.port if port is None else port,
        auth=auth or said.auth,
        public=public or said.public,
    )
    refuse_strangers(settings)
    with shell.opened(path) as library:
        run_page(library, settings, made_up=is_made_up(path))


def run_page(library: Library, settings: PageSettings, *, made_up: bool) -> None:
    """Serve the page until it is interrupted; the address is told when searches are answered at full speed."""
    # Gradio and the model's library would otherwise tell their makers that they are used.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    # It would also keep every event and sum all of them up after each, for nobody.
    os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(10**9)
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    rules = rules_of(settings)
    bound = _bound(settings.host, settings.port)
    click.echo(f"Startar …\n{warning(settings)}".strip(), err=True)
    with ThreadPoolExecutor(1) as warming:
        from ui.page.service import Service  # noqa: PLC0415 - keeps --help fast

        service = Service(library, made_up=made_up, may_write=may_write(settings), upload=settings.upload)
        warm = warming.submit(service.warm)
        from ui.page import server  # noqa: PLC0415 - imports gradio, for seconds, while the model is loaded beside it

        wire = wire_of(settings)
        app = server.create_app(service, rules, language=settings.language)
        warm.result()
    scheme = "https" if wire.certificate else "http"
    address = f"{scheme}://{_in_address(settings.host)}:{bound.getsockname()[1]}{settings.root}"

    def ready() -> None:
        click.echo(f"Protokollspår finns på {address}  (avsluta med Ctrl+C)")
        threading.Thread(target=service.warm_rest, daemon=True).start()

    try:
        server.serve(app, bound, wire, ready=ready)
    finally:
        service.reading.close()


_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - answered only with a login, or as public
"""All of the computer's addresses: nobody can type them, so the computer's name is told instead."""


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
    if host in _EVERYWHERE:
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host
