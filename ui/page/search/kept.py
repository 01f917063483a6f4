"""Drafts that are too long for an address, kept in the memory of the program and named by what they say.

Owns how many are kept and how long they may be. Always holds: a text comes back whole or not at all, never cut; nothing
is written to disk, as a draft may be nobody's business yet; the name cannot be guessed without the text.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict

LONGEST = 200_000
"""Characters of a draft that is taken: a long motion has 20,000, a whole budget 150,000."""
MOST = 100
"""So many drafts are kept; the one that nobody has asked for longest goes first."""


class KeptDrafts:
    """The drafts of all visitors; may be used from several threads."""

    def __init__(self) -> None:
        """Keep none yet."""
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, text: str) -> str:
        """Keep a text and return its name."""
        name = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
        with self._lock:
            self._texts[name] = text
            self._texts.move_to_end(name)
            while len(self._texts) > MOST:
                self._texts.popitem(last=False)
        return name

    def get(self, name: str) -> str | None:
        """Return the text of this name, None when it is kept no longer."""
        with self._lock:
            if name in self._texts:
                self._texts.move_to_end(name)
            return self._texts.get(name)
