"""Logging in: whether the credentials that came with a request are those of a user.

Owns HTTP Basic, which every browser, feed reader and program can, and what keeps it cheap and safe: a credential that
was found right is remembered for some minutes, wrong ones are answered more and more slowly, and passwords are hashed
one at a time, off the event loop. Always holds: what is remembered is no password but a keyed digest, and is forgotten
when the user's line in the file changes. Leaves out which requests need a login: `ui.page.guard`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import anyio

from ui.users import NOBODY, Hashed, Users, tidy

REMEMBERED_SECONDS = 600.0
"""A page is some seventy requests; each would otherwise cost as much as a login is made to cost."""
FREE_TRIES, FREE_TRIES_OF_ADDRESS = 5, 50
"""Wrong tries before one has to wait: for one name from one address, and for all names from it (a whole office may
share one)."""
LONGEST_WAIT = 300.0
FORGIVEN_SECONDS = 3_600.0
"""So long after the last wrong try everything is forgotten."""
_MOST_KEPT = 10_000
_LONGEST_HEADER = 2_048


@dataclass(frozen=True, slots=True)
class Admitted:
    """Somebody who may come in."""

    user: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Credentials that are missing or wrong; ``wait`` is seconds until they are looked at again, 0 for at once."""

    wait: float = 0.0


@dataclass(slots=True)
class _Failures:
    tries: int
    at: float


class Login:
    """The door: asks `users`."""

    def __init__(self, users: Users, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody known."""
        self.users, self._clock = users, clock
        self._key = os.urandom(32)
        self._known: OrderedDict[bytes, tuple[str, float]] = OrderedDict()
        self._failures: OrderedDict[tuple[str, str], _Failures] = OrderedDict()
        self._turn = anyio.Lock()

    async def check(self, header: str | None, address: str) -> Admitted | Refused:
        """Judge an Authorization header that came from a network address. Raises UsersError."""
        given = credentials(header)
        if given is None:
            return Refused()
        name, password = given
        record = self.users.all().get(name, NOBODY)
        digest = self._digest(name, password, record)
        if self._remembers(digest):
            return Admitted(name)
        wait = self._wait(name, address)
        if wait > 0:
            return Refused(wait)
        async with self._turn:
            # Of the many requests of a page that is opened only the first pays.
            if self._remembers(digest):
                return Admitted(name)
            fits = await anyio.to_thread.run_sync(record.fits, password)
        if fits:
            self._remember(digest, name)
            self._failures.pop((address, name), None)
            return Admitted(name)
        self._failed(name, address)
        return Refused()

    def _digest(self, name: str, password: str, record: Hashed) -> bytes:
        return hmac.digest(self._key, b"\0".join((name.encode(), password.encode(), record.digest)), hashlib.sha256)

    def _remembers(self, digest: bytes) -> bool:
        known = self._known.get(digest)
        return known is not None and known[1] > self._clock()

    def _remember(self, digest: bytes, name: str) -> None:
        self._known[digest] = (name, self._clock() + REMEMBERED_SECONDS)
        _trim(self._known)

    def _wait(self, name: str, address: str) -> float:
        waits = [0.0]
        for key, free in (((address, name), FREE_TRIES), ((address, ""), FREE_TRIES_OF_ADDRESS)):
            failed = self._failures.get(key)
            if failed is not None and failed.tries >= free:
                pause = min(LONGEST_WAIT, 2.0 ** (failed.tries - free))
                waits.append(failed.at + pause - self._clock())
        return max(waits)

    def _failed(self, name: str, address: str) -> None:
        now = self._clock()
        for key in ((address, name), (address, "")):
            failed = self._failures.get(key)
            if failed is None or now - failed.at > FORGIVEN_SECONDS:
                failed = _Failures(0, now)
            self._failures[key] = _Failures(failed.tries + 1, now)
            self._failures.move_to_end(key)
        _trim(self._failures)


def credentials(header: str | None) -> tuple[str, str] | None:
    """Return the name and the password of an Authorization header, None where it has none."""
    scheme, _, coded = (header or "").partition(" ")
    if scheme.lower() != "basic" or len(coded) > _LONGEST_HEADER:
        return None
    try:
        name, colon, password = base64.b64decode(coded.strip(), validate=True).decode("utf-8").partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (tidy(name), tidy(password)) if colon else None


def _trim(kept: OrderedDict[bytes, tuple[str, float]] | OrderedDict[tuple[str, str], _Failures]) -> None:
    while len(kept) > _MOST_KEPT:
        kept.popitem(last=False)
