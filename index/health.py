"""Whether a library is ready to be searched: its model, how much of it the saved indexes hold.

Always holds: cheap enough to be asked every few seconds; nothing is brought up to date by asking. Whether everything in
the library is whole is asked of `index.check`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from index.derived import Manifest
from index.store import Store

INDEXES = ("words-paragraph.json", "vectors.json")
"""The manifests of the indexes that every search needs."""


@dataclass(frozen=True, slots=True)
class Health:
    """``texts`` are the texts that are searched, ``vectors`` how many of them are found by meaning.

    ``indexes_current`` tells that the saved indexes hold all that was read; where they do not, the next search makes
    them.
    """

    model: str
    texts: int
    vectors: int
    indexes_current: bool


def health_of(store: Store, derived: Path, model: str) -> Health:
    """Return how a library is; ``derived`` is the folder of its indexes."""
    manifests = {name: Manifest.read(derived / name) for name in INDEXES}
    wanted = store.identity(), store.generation()
    current = all(one is not None and (one.store, one.generation) == wanted for one in manifests.values())
    held = manifests["vectors.json"]
    return Health(model, store.counts().units, held.count if held else 0, current)
