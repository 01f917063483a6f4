"""Reads fields out of YAML mappings and notes every mistake with the place where it stands.

Owns the way from untyped YAML to typed values. Always: a mistake is noted and reading goes on with a neutral value, so
that one run names all mistakes of a file. Leaves out what the fields mean.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import yaml

from data.typeset.model import CollectionError

# Writers type straight quotes; Swedish print sets the same closing mark on both sides.
_STRAIGHT = str.maketrans({'"': "”", "“": "”", "„": "”", "'": "’"})


class _Loader(yaml.SafeLoader):
    """Reads YAML as 1.2 does: only true and false are truth values, so that a vote's ``yes`` and ``no`` stay words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def root_node(path: Path) -> Node:
    """Return the top mapping of a YAML file; CollectionError where there is none."""
    try:
        # the loader is a SafeLoader with fewer words read as truth values
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
    except yaml.YAMLError as error:
        raise CollectionError(f"{path.name}: is no YAML: {error}") from error
    if not isinstance(raw, dict):
        raise CollectionError(f"{path.name}: must be a mapping")
    return Node(raw, path.name, [])


def printed(text: str) -> str:
    """Return ``text`` as it is set: Swedish quotation marks, blanks inside a block joined, blocks kept."""
    blocks = re.split(r"\n\s*\n", text.translate(_STRAIGHT).strip())
    return "\n\n".join(_joined(block) for block in blocks if block.strip())


def _joined(block: str) -> str:
    """Join the lines of a block; a line that begins with "- " starts a bullet and stays a line of its own."""
    lines: list[str] = []
    for line in (re.sub(r"\s+", " ", raw).strip() for raw in block.splitlines()):
        if lines and not line.startswith("- "):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML mapping with its place; reading a field that is not as it should be adds a line to ``mistakes``."""

    value: Mapping[str, object]
    where: str
    mistakes: list[str]

    def wrong(self, field: str, what: str) -> None:
        """Note a mistake in ``field``."""
        self.mistakes.append(f"{self.where}, {field}: {what}")

    def only(self, fields: Collection[str]) -> None:
        """Note every field that is not among ``fields``."""
        for field in sorted(set(self.value) - set(fields)):
            self.wrong(field, f"unknown field (known: {', '.join(sorted(fields))})")

    def text(self, field: str) -> str:
        """Return a text that must be there."""
        found = self.maybe(field)
        if found is None:
            self.wrong(field, "is missing or empty")
        return found or ""

    def maybe(self, field: str) -> str | None:
        """Return a text as printed, None where the field is missing, null or empty."""
        raw = self.value.get(field)
        if raw is None or raw == "":
            return None
        if isinstance(raw, str | int | float) and not isinstance(raw, bool):
            return printed(str(raw)) or None
        if isinstance(raw, dt.date):
            return raw.isoformat()
        self.wrong(field, f"must be a text, is {raw!r}")
        return None

    def date(self, field: str) -> str:
        """Return a whole ISO date that must be there."""
        found = self.maybe_date(field)
        if found is None or len(found) != len("2021-03-18"):
            self.wrong(field, f"must be a date such as 2021-03-18, is {self.value.get(field)!r}")
        return found or ""

    def maybe_date(self, field: str) -> str | None:
        """Return an ISO date, reduced to month or year where only that is written, or None."""
        found = self.maybe(field)
        if found is not None and not re.fullmatch(r"20\d\d(-\d\d(-\d\d)?)?", found):
            self.wrong(field, f"must be a date such as 2021-03-18, is {found!r}")
            return None
        return found

    def number(self, field: str) -> int:
        """Return a whole number that must be there."""
        found = self.maybe_number(field)
        if found is None:
            self.wrong(field, "must be a number")
        return found or 0

    def maybe_number(self, field: str) -> int | None:
        """Return a whole number or None."""
        raw = self.value.get(field)
        if raw is None or (isinstance(raw, int) and not isinstance(raw, bool)):
            return raw
        self.wrong(field, f"must be a whole number, is {raw!r}")
        return None

    def flag(self, field: str) -> bool:
        """Return true or false; a missing field is false."""
        raw = self.value.get(field, False)
        if not isinstance(raw, bool):
            self.wrong(field, f"must be true or false, is {raw!r}")
        return raw is True

    def word(self, field: str, allowed: Collection[str], default: str | None = None) -> str:
        """Return one of ``allowed``."""
        raw = self.value.get(field)
        if raw is None and default is not None:
            return default
        if raw not in allowed:
            self.wrong(field, f"must be one of {', '.join(allowed)}, is {raw!r}")
            return next(iter(allowed))
        return str(raw)

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of texts; a missing field is empty."""
        raw = self.value.get(field) or []
        if not isinstance(raw, list) or any(not isinstance(item, str | int | dt.date) for item in raw):
            self.wrong(field, f"must be a list of texts, is {raw!r}")
            return ()
        return tuple(printed(str(item)) for item in raw)

    def node(self, field: str) -> Node:
        """Return a mapping that must be there."""
        raw = self.value.get(field)
        if not isinstance(raw, dict):
            self.wrong(field, "must be a mapping")
            raw = {}
        return Node(raw, f"{self.where}, {field}", self.mistakes)

    def maybe_node(self, field: str) -> Node | None:
        """Return a mapping, None where the field is missing, null or an empty list."""
        return self.node(field) if self.value.get(field) else None

    def nodes(self, field: str) -> tuple[Node, ...]:
        """Return a list of mappings; a missing field is empty."""
        raw = self.value.get(field) or []
        if not isinstance(raw, list) or any(not isinstance(item, dict) for item in raw):
            self.wrong(field, "must be a list of mappings")
            return ()
        return tuple(
            Node(item, f"{self.where}, {field}[{position}]", self.mistakes) for position, item in enumerate(raw)
        )


def words(literal: object) -> tuple[str, ...]:
    """Return the words of a ``Literal`` type."""
    return tuple(str(word) for word in get_args(literal))
