"""``python -m data.typeset [FOLDER]``: typeset what has changed in the demo collection."""

from __future__ import annotations

import sys
from pathlib import Path

from data.typeset.building import build
from data.typeset.collection import DEMO
from data.typeset.model import CollectionError


def main(arguments: list[str]) -> int:
    """Build the collection in the named folder (or the demo's own); 1 when something in the YAML is wrong."""
    try:
        written = build(Path(arguments[0]) if arguments else DEMO)
    except CollectionError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(written) or "Every PDF is up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
