"""Who a request comes from and where it was sent: proxies, host names, other web pages.

Owns three questions that are answered from the headers alone. A forwarded header is believed only from a proxy that
the settings name, and taken off otherwise, because Gradio would believe it. A host name that is not ours is not
answered, so that no page elsewhere can point its own name at this computer. A request that a page of another origin
makes is refused, whatever it asks for: the browser sends the user's login along with it.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

Scope = MutableMapping[str, Any]

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "::1")
_FORWARDED = ("forwarded", "x-forwarded-")
_PORTS = {"http": 80, "https": 443}
_OWN_SITES = ("same-origin", "none")
"""Of Sec-Fetch-Site: our own page, or the user's own doing (an address typed, a bookmark)."""


@dataclass(frozen=True, slots=True)
class Door:
    """Whom the page answers.

    ``names`` are the host names it goes by beside this computer's own; ``any_name`` answers every name. ``proxies``
    are the addresses whose forwarded headers are believed.
    """

    names: tuple[str, ...] = ()
    any_name: bool = False
    proxies: tuple[str, ...] = ()

    def knows_host(self, host: str) -> bool:
        """Whether a Host header names this server."""
        name = _host_of(host)
        return name is not None and (self.any_name or name in LOOPBACK_NAMES or name in self.names)

    def is_foreign(self, method: str, headers: Mapping[str, str]) -> bool:
        """Whether a page of another origin makes this request."""
        origin = headers.get("origin")
        if origin is None:
            safe = method in {"GET", "HEAD", "OPTIONS"}
            return not safe and headers.get("sec-fetch-site", "none") not in _OWN_SITES
        return not (_same(origin, headers.get("host", "")) or _host_of(origin.partition("//")[2]) in self.names)

    def seen_through(self, scope: Scope) -> Scope:
        """Return the request as its sender made it: from a proxy that is believed, with what it forwards; else bare."""
        told = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        bare = [pair for pair in scope["headers"] if not pair[0].decode("latin-1").startswith(_FORWARDED)]
        client = scope.get("client")
        if client is None or client[0] not in self.proxies:
            return {**scope, "headers": bare}
        scheme = _last(told, "x-forwarded-proto")
        if scheme in _PORTS:
            # Gradio makes its own address of this header.
            bare.append((b"x-forwarded-proto", scheme.encode()))
            scope = {**scope, "scheme": scheme}
        if host := _last(told, "x-forwarded-host"):
            bare = [(name, host.encode("latin-1") if name == b"host" else value) for name, value in bare]
        senders = [one.strip() for one in told.get("x-forwarded-for", "").split(",") if one.strip()]
        # What stands before the last that no proxy of ours has added may be made up by the sender.
        sender = next((one for one in reversed(senders) if one not in self.proxies), client[0])
        return {**scope, "headers": bare, "client": (sender, 0)}


def _last(headers: Mapping[str, str], name: str) -> str:
    return headers.get(name, "").split(",")[-1].strip()


def _host_of(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _same(origin: str, host: str) -> bool:
    """Whether an origin is where the request was sent; the scheme may differ behind a proxy, the port may be unsaid."""
    try:
        asked, sent = urlsplit(origin), urlsplit(f"//{host}")
        ports = [one.port or _PORTS.get(asked.scheme) for one in (asked, sent)]
    except ValueError:
        return False
    return asked.scheme in _PORTS and asked.hostname == sent.hostname is not None and ports[0] == ports[1]
