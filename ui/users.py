"""Who may log in: a file of names and hashed passwords.

Owns that file and the hashing. A line is "namn:scrypt:15:8:3:salt:hash" (the base-2 logarithm of scrypt's cost, its
block size and parallelism; salt and hash in base64); lines that begin with # are left alone. Always holds: a password
stands nowhere; the file is replaced whole, readable by its owner only; a user that is taken out or gets a new password
is so at once in a server that runs, since the file is read again when it has changed. Leaves out when and how often
somebody may try: `ui.page.login`.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.errors import LibraryError

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 256
"""Characters. Length is what makes a password hard to guess; no rule about signs and numbers adds to it."""
LONGEST_NAME = 64
COST, BLOCK, PARALLEL = 15, 8, 3
"""As OWASP advises for scrypt where 32 MiB a login is what one wants to spend; about 0.4 s of one core."""
_SALT_BYTES, _HASH_BYTES = 16, 32
_MEMORY = 256 << 20
"""No more than this, whatever a line of the file says."""


class UsersError(LibraryError):
    """The file of users cannot be read or written, or a name or password cannot be taken."""


@dataclass(frozen=True, slots=True)
class Hashed:
    """A password that cannot be read back."""

    cost: int
    block: int
    parallel: int
    salt: bytes
    digest: bytes

    @property
    def memory(self) -> int:
        """Bytes that it takes to try a password."""
        return 128 * self.block << self.cost

    def fits(self, password: str) -> bool:
        """Whether this is the password; takes as long for a wrong one."""
        return hmac.compare_digest(_scrypt(password, self.salt, self.cost, self.block, self.parallel), self.digest)


NOBODY = Hashed(COST, BLOCK, PARALLEL, bytes(_SALT_BYTES), bytes(_HASH_BYTES))
"""Fits no password; tried for names that nobody has, so that a stranger cannot tell them by the time it takes."""


def hashed(password: str) -> Hashed:
    """Hash a password with a salt of its own."""
    salt = os.urandom(_SALT_BYTES)
    return Hashed(COST, BLOCK, PARALLEL, salt, _scrypt(password, salt, COST, BLOCK, PARALLEL))


class Users:
    """The users in the file at ``path``."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made with the first user."""
        self.path = path
        self._read: tuple[tuple[int, int, int], Mapping[str, Hashed]] | None = None

    def all(self) -> Mapping[str, Hashed]:
        """Return every user by name, none where there is no file. Raises UsersError."""
        try:
            state = self.path.stat()
        except FileNotFoundError:
            return {}
        sign = (state.st_mtime_ns, state.st_size, state.st_ino)
        if self._read is None or self._read[0] != sign:
            self._read = (sign, self._parsed())
        return self._read[1]

    def put(self, name: str, password: str) -> bool:
        """Add a user, or give one a new password; returns whether it is a new one. Raises UsersError."""
        name = tidy(name)
        fault = _name_fault(name) or _password_fault(password, name)
        if fault:
            raise UsersError(fault)
        known = self.all()
        self._write({**known, name: hashed(password)})
        return name not in known

    def remove(self, name: str) -> None:
        """Take a user out. Raises UsersError where there is none of that name."""
        known = dict(self.all())
        if known.pop(tidy(name), None) is None:
            there = ", ".join(known) or "ingen"
            raise UsersError(f'{self.path}: användaren "{name}" finns inte. Där finns: {there}.')
        self._write(known)

    def _parsed(self) -> dict[str, Hashed]:
        try:
            lines = self.path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise UsersError(f"{self.path}: filen kan inte läsas ({error}). Kontrollera rättigheterna.") from error
        kept = [(at, line.strip()) for at, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
        return dict(self._user(at, line) for at, line in kept)

    def _user(self, at: int, line: str) -> tuple[str, Hashed]:
        try:
            name, kind, cost, block, parallel, salt, digest = line.split(":")
            one = Hashed(int(cost), int(block), int(parallel), *(base64.b64decode(part) for part in (salt, digest)))
        except ValueError:
            kind = ""
        if kind == "scrypt" and one.memory <= _MEMORY:
            return name, one
        raise UsersError(
            f"{self.path}, rad {at}: raden kan inte förstås. Ta bort den och lägg till användaren igen med "
            "protokollspar user add."
        )

    def _write(self, users: Mapping[str, Hashed]) -> None:
        text = "".join(f"{_line(name, one)}\n" for name, one in users.items())
        beside = self.path.with_name(f"{self.path.name}.del")
        try:
            beside.unlink(missing_ok=True)
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.path)
        except OSError as error:
            raise UsersError(f"{self.path}: filen kan inte skrivas ({error.strerror}).") from error


def tidy(text: str) -> str:
    """Return a name or password in one Unicode form: keyboards and systems differ in how they make å, ä and ö."""
    return unicodedata.normalize("NFC", text)


def _scrypt(password: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return hashlib.scrypt(
        tidy(password).encode(), salt=salt, n=1 << cost, r=block, p=parallel, maxmem=2 * _MEMORY, dklen=_HASH_BYTES
    )


def _line(name: str, one: Hashed) -> str:
    salt, digest = (base64.b64encode(part).decode("ascii") for part in (one.salt, one.digest))
    return f"{name}:scrypt:{one.cost}:{one.block}:{one.parallel}:{salt}:{digest}"


def _name_fault(name: str) -> str:
    bad = not name or len(name) > LONGEST_NAME or name != name.strip() or name.startswith("#")
    if bad or ":" in name or not name.isprintable():
        return f"Ett användarnamn är 1–{LONGEST_NAME} tecken, utan kolon, och börjar inte med #."
    return ""


def _password_fault(password: str, name: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        return f"Lösenordet ska vara {SHORTEST_PASSWORD}–{LONGEST_PASSWORD} tecken, gärna några ord i rad."
    if not password.isprintable():
        return "Lösenordet får inte ha osynliga tecken."
    return "Lösenordet får inte vara användarnamnet." if password.casefold() == name.casefold() else ""
