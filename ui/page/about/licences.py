"""The parts that the program is built of, with version and licence, as they are installed on this computer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution

OWN = "protokollspar"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 60
"""A longer text in the field is the licence itself and not its name."""
_CLASS = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name, its version, and its licence, "" where it tells none."""

    name: str
    version: str
    licence: str


@cache
def parts() -> tuple[Part, ...]:
    """Return the parts that the program itself needs and that are installed, by name."""
    try:
        needed = distribution(OWN).requires or []
    except PackageNotFoundError:
        return ()
    names = (_NAME.match(one) for one in needed if "extra ==" not in one)
    found = (_part(name.group()) for name in names if name)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.name.casefold()))


def version() -> str:
    """Return the version of the program, "" where it is not installed."""
    try:
        return distribution(OWN).version
    except PackageNotFoundError:
        return ""


def _part(name: str) -> Part | None:
    try:
        known = distribution(name)
    except PackageNotFoundError:
        return None
    return Part(name, known.version, licence(known))


def licence(known: Distribution) -> str:
    """Return the name of a licence, from whichever of its three fields a part tells it in."""
    told = known.metadata
    expression, plain = ((told.get_all(name) or [""])[0].strip() for name in ("License-Expression", "License"))
    classes = [one.removeprefix(_CLASS) for one in told.get_all("Classifier") or [] if one.startswith(_CLASS)]
    short = plain if plain and len(plain) <= _LONGEST and "\n" not in plain else ""
    return expression or short or ", ".join(classes)
