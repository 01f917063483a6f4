"""The mentions of all documents, kept beside the library so that only new documents are read for them.

Derived: brought up to the store's generation before it answers, document by document; made anew when it is missing,
damaged or of another store. A document that was read again is another one, told by when it was stored.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from index import codec
from index.derived import Derived, Manifest, fingerprint
from index.links.mentions import READ, Mention, mentions_of
from index.store import Store

_LAYOUT = 2
Mentions = tuple[Mention, ...]
Kept = Mapping[str, Mentions]


class KeptMentions(Derived[Kept]):
    """The mentions of one store by document and time of storing, kept in ``folder``."""

    def __init__(self, folder: Path, store: Store) -> None:
        """Name the parts; nothing is read before the first use."""
        super().__init__(store)
        self._file, self._manifest = folder / "mentions.jsonl", folder / "mentions.json"

    def all(self) -> Mentions:
        """Return everything that the paragraphs of the store's present generation name."""
        return tuple(mention for mentions in self.current().values() for mention in mentions)

    def _renewed(self, held: Kept | None, generation: int) -> Kept:
        known = self._saved() if held is None else held
        wanted = {f"{document.id} {document.added}": document.id for document in self._store.documents()}
        new = {name: document for name, document in wanted.items() if name not in known}
        read = self._read(frozenset(new.values()))
        renewed = {name: known[name] if name in known else read[document] for name, document in wanted.items()}
        if new or len(renewed) != len(known):
            self._save(renewed, generation)
        return renewed

    def _read(self, documents: frozenset[str]) -> Mapping[str, Mentions]:
        found: dict[str, list[Mention]] = defaultdict(list)
        ids = [head.id for head in self._store.heads() if head.document_id in documents] if documents else []
        for stored in self._store.paragraphs(ids, READ):
            found[stored.head.document_id] += mentions_of(stored)
        return defaultdict(tuple, {document: tuple(mentions) for document, mentions in found.items()})

    def _saved(self) -> Kept:
        """Return what is on disk, nothing when it cannot be trusted."""
        manifest = Manifest.read(self._manifest)
        if manifest is None or (manifest.layout, manifest.store) != (_LAYOUT, self._store.identity()):
            return {}
        try:
            if manifest.print_of != fingerprint(self._file):
                return {}
            lines = self._file.read_text(encoding="utf-8").splitlines()
            rows = [json.loads(line) for line in lines]
            return {row["of"]: codec.decode(Mentions, row["mentions"]) for row in rows}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _save(self, kept: Kept, generation: int) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        beside = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        rows = ({"of": name, "mentions": codec.encode(Mentions, mentions)} for name, mentions in kept.items())
        lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        beside.replace(self._file)
        Manifest(_LAYOUT, self._store.identity(), generation, len(kept), tuple(kept), fingerprint(self._file)).write(
            self._manifest
        )
