"""Shared helper of the language tests: sections in, acts out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nlp.acts import Acts, Person, SectionKind, SectionText
from nlp.reading import read_acts

ReadSections = Callable[..., Acts]


def _sections(parts: tuple[tuple[str, str], ...]) -> list[SectionText]:
    found, position = [], 0
    for kind, text in parts:
        found.append(SectionText(SectionKind(kind), kind.capitalize(), text, position))
        position += len(text) + 1
    return found


@pytest.fixture
def read() -> ReadSections:
    """Read acts of sections given as (kind, text) pairs, in a protocol of Vårdnämnden of 16 May 2024."""

    def _read(
        *parts: tuple[str, str], title: str = "", board: str = "Vårdnämnden", chair: Person | None = None
    ) -> Acts:
        return read_acts(_sections(parts), board=board, date="2024-05-16", title=title, chair=chair)

    return _read
