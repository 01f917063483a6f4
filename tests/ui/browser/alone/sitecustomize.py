"""Makes a Python that cannot leave this computer: put on PYTHONPATH, it is loaded before anything else.

Every attempt to reach or to look up another host is refused and written, one a line, to the file that
``ALONE_REPORT`` names; a test asks that the file stays empty.
"""

from __future__ import annotations

import ipaddress
import os
import sys
from pathlib import Path
from typing import Any

OWN_NAMES = {"localhost", "", None}


def is_own(host: Any) -> bool:
    """Return whether a host is this computer itself."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in OWN_NAMES:
        return True
    try:
        address = ipaddress.ip_address(str(name).partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def host_of(event: str, arguments: tuple[Any, ...]) -> Any:
    """Return the other host that an event is about, None when it is about none."""
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        return address[0] if isinstance(address, tuple) else None
    return arguments[0] if event in {"socket.getaddrinfo", "socket.gethostbyname"} else None


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what leaves this computer. Raises PermissionError."""
    if not event.startswith("socket.") or is_own(host := host_of(event, arguments)):
        return
    with Path(os.environ["ALONE_REPORT"]).open("a", encoding="utf-8") as report:
        report.write(f"{event} {host}\n")
    message = f"{event} {host}: nothing may leave this computer"
    raise PermissionError(message)


if "ALONE_REPORT" in os.environ:
    sys.addaudithook(watch)
