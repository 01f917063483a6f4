"""How well arguments are found: claims against their gold, and recurring arguments against the demo's themes.

    .venv/bin/python bench/arguments.py --demo LIBRARY [--shared LIBRARY] [--wrong]

DEMO is a library of the made-up collection, SHARED one of the real protocols beside the checkout. Of the gold of claims,
entries at even places were for choosing the rules, those at odd places for judging them. ``--wrong`` prints what is
missed or taken wrongly among those for choosing.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.sqlite_store import SqliteStore
from index.stored import StoredParagraph
from nlp.acts import Range
from nlp.claims import claims_of, sentences_of

GOLD = Path(__file__).resolve().parents[1] / "tests" / "nlp" / "claims"


@dataclass(frozen=True)
class Marked:
    """A marked text: its sentences, those that are claims by the gold, and those that are found to be."""

    sentences: tuple[str, ...]
    gold: frozenset[int]
    found: frozenset[int]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--demo", type=Path, required=True)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print the mistakes in the half for choosing")
    options = parser.parse_args()
    texts = {name: list(_marked(name, path)) for name, path in (("demo", options.demo), ("shared", options.shared)) if path}
    print(f"{'claims: precision / recall / F1':<40}{'for choosing':>22}{'held out':>22}{'every sentence':>22}")
    for name, marked in (*texts.items(), ("all", [one for each in texts.values() for one in each])):
        halves = [one for each in texts.values() for one in each[::2]], [one for each in texts.values() for one in each[1::2]]
        parts = (marked[::2], marked[1::2]) if name in texts else halves
        everything = [Marked(one.sentences, one.gold, frozenset(range(len(one.sentences)))) for one in parts[1]]
        print(f"  {name:<38}" + "".join(f"{_scores(part):>22}" for part in (*parts, everything)))
    if options.wrong:
        _print_wrong([one for each in texts.values() for one in each[::2]])


def _marked(name: str, library: Path) -> Iterator[Marked]:
    entries = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
    with SqliteStore(library / "protokollspar.sqlite") as store:
        paragraphs = {(one.head.file, one.head.number): one for one in store.paragraphs() if not one.head.duplicate_of}
    for entry in entries:
        stored = paragraphs.get((entry["file"], entry["number"]))
        ranges = _ranges(stored, entry["kind"], entry["position"]) if stored else None
        if stored is None or ranges is None:
            print(f"not in the library: {entry['file']} § {entry['number']}")
            continue
        text = stored.paragraph.text
        sentences = list(sentences_of(text, ranges))
        if len(sentences) != entry["sentences"]:
            print(f"cut otherwise: {entry['file']} § {entry['number']}: {len(sentences)} for {entry['sentences']}")
            continue
        claimed = {claim.range for claim in claims_of(text, ranges)}
        yield Marked(
            tuple(text[one.start : one.end] for one in sentences),
            frozenset(entry["claims"]),
            frozenset(place for place, one in enumerate(sentences) if one in claimed),
        )


def _ranges(stored: StoredParagraph, kind: str, position: int) -> tuple[Range, ...] | None:
    acts = stored.paragraph.acts
    lists = {"reservation": acts.reservations, "note": acts.notes, "motion": acts.motions}
    return lists[kind][position].ranges if position < len(lists[kind]) else None


def _scores(marked: Sequence[Marked]) -> str:
    right = sum(len(one.gold & one.found) for one in marked)
    found, gold = (sum(map(len, each)) for each in ([one.found for one in marked], [one.gold for one in marked]))
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return f"{precision:.3f} / {recall:.3f} / {2 * right / max(found + gold, 1):.3f}"


def _print_wrong(marked: Sequence[Marked]) -> None:
    for one in marked:
        for place, sentence in enumerate(one.sentences):
            if (place in one.gold) != (place in one.found):
                print("missed " if place in one.gold else "wrongly", sentence[:220])


if __name__ == "__main__":
    main()
