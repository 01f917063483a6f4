"""The demo collection: where its files lie, which library they are read into, and what is shown of it first.

A library made here carries a sign, so that the page says "Påhittat exempel" whoever serves it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
DOCUMENTS = HOUSE / "data" / "demo" / "pdf"
LIBRARY = HOUSE / "library" / "demo"
SIGN = "pahittat-exempel"

QUESTIONS = (
    "förlossningen i Norrbäck",
    "dyra hyrläkare och hyrsjuksköterskor",
    "unga som mår psykiskt dåligt",
    "ambulans på natten",
)
"""What the empty search field offers over the demo collection."""
ISSUES = ("HSN 301-2021", "Regelbok för primärvården 2026", "journalsystem")
"""What the empty field of the tab Följ ärende offers."""

SEARCH = "kritik mot uppföljningen av primärvården"
TRACE = "strukturerad process inför beställning av primärvård"


def hashes() -> frozenset[str]:
    """Return the SHA-256 of every file of the collection."""
    return frozenset(hashlib.sha256(file.read_bytes()).hexdigest() for file in DOCUMENTS.glob("*.pdf"))


def is_made_up(library: Path) -> bool:
    """Return whether the library at this place is the demo collection's."""
    return (library / SIGN).exists()


def sign(library: Path) -> None:
    """Mark a library as made up."""
    (library / SIGN).write_text(
        "Biblioteket är läst ur exempelsamlingen: alla texter är påhittade.\n", encoding="utf-8"
    )
