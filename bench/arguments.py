"""How well arguments are found: claims against their gold, and recurring arguments against the demo's themes.

    .venv/bin/python bench/arguments.py --demo LIBRARY [--shared LIBRARY] [--wrong]

DEMO is a library of the made-up collection, SHARED one of the real protocols beside the checkout. Of the gold of
claims, entries at even places were for choosing the rules, those at odd places for judging them; ``--wrong`` prints
what is missed or taken wrongly among those for choosing. The words of lines of argument were written by somebody who
had read the demo: its themes say how well acts are gathered, not how well those of another collection will be.

Of a theme is measured, act by act and theme by theme, whether the acts that were written on it stand in it: a gold
theme counts as found in the theme that shares most acts with it, one to one.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from index.arguments.themes import themes_of
from index.arguments.values import Argued
from index.library import Library
from index.sqlite.store import SqliteStore
from index.store import Store
from index.stored import StoredParagraph
from nlp.acts import Motion, Note, Range, Reservation
from nlp.claims import claims_of, sentences_of

HOUSE = Path(__file__).resolve().parents[1]
GOLD, THEMES = HOUSE / "tests" / "nlp" / "claims", HOUSE / "data" / "demo" / "themes.yaml"
BOARDS = {
    "Hälso- och sjukvårdsnämnden": "HSN",
    "Regionstyrelsen": "RS",
    "Beredningen för primärvård och tandvård": "BPT",
    "Regionstyrelsens arbetsutskott": "RSAU",
}


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
    texts = {
        name: list(_marked(name, path)) for name, path in (("demo", options.demo), ("shared", options.shared)) if path
    }
    print(f"{'claims: precision / recall / F1':<40}{'for choosing':>22}{'held out':>22}{'every sentence':>22}")
    for name, marked in (*texts.items(), ("all", [one for each in texts.values() for one in each])):
        halves = (
            [one for each in texts.values() for one in each[::2]],
            [one for each in texts.values() for one in each[1::2]],
        )
        parts = (marked[::2], marked[1::2]) if name in texts else halves
        everything = [Marked(one.sentences, one.gold, frozenset(range(len(one.sentences)))) for one in parts[1]]
        print(f"  {name:<38}" + "".join(f"{_scores(part):>22}" for part in (*parts, everything)))
    with Library.open(options.demo) as library:
        _print_themes(library.reservations())
        _print_echoes(library)
    later = list(_marked("later", options.demo))
    print(f"  {'demo, marked after the rules were fixed':<82}{_scores(later):>22}")
    if options.wrong:
        _print_wrong([one for each in texts.values() for one in each[::2]])


def _marked(name: str, library: Path) -> Iterator[Marked]:
    with SqliteStore(library / "protokollspar.sqlite") as store:
        yield from marked(name, store)


def marked(name: str, store: Store) -> Iterator[Marked]:
    """Yield the texts of the gold ``name`` ("demo", "shared") as they are found in ``store``."""
    entries = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
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
    lists: dict[str, tuple[Reservation | Note | Motion, ...]] = {
        "reservation": acts.reservations,
        "note": acts.notes,
        "motion": acts.motions,
    }
    return lists[kind][position].ranges if position < len(lists[kind]) else None


def scores(gold: Sequence[Collection[object]], found: Sequence[Collection[object]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over sets that belong together pair by pair."""
    right = sum(len(set(one) & set(other)) for one, other in zip(gold, found, strict=True))
    many, wanted = sum(map(len, found)), sum(map(len, gold))
    return right / max(many, 1), right / max(wanted, 1), 2 * right / max(many + wanted, 1)


def themes_of_acts(argued: Sequence[Argued]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return, for each act with claims, the themes it was written on and those it is found in, by the gold's names."""
    written = _written_on()
    found = {one.name: {act.id for act in one.argued} for one in themes_of(argued)}
    acts = {act.id: frozenset(written.get(_place(act), ())) for act in argued if act.arguments}
    members = {name: {act for act, names in acts.items() if name in names} for name in set().union(*acts.values())}
    named = _matched(members, found)
    return [
        (names, frozenset(named.get(t, t) for t, ids in found.items() if act in ids)) for act, names in acts.items()
    ]


def _written_on() -> dict[tuple[str, ...], set[str]]:
    written: dict[tuple[str, ...], set[str]] = {}
    for theme, places in yaml.safe_load(THEMES.read_text("utf-8")).items():
        for place in places:
            board, date, _, number, kind, position = place.split()
            written.setdefault((board, date, number, kind, position), set()).add(theme)
    return written


def _place(act: Argued) -> tuple[str, ...]:
    *_, kind, position = act.id.split("-")
    return BOARDS.get(act.board or "", ""), act.date or "", str(act.number), kind, str(int(position) - 1)


def _matched(gold: Mapping[str, set[str]], found: Mapping[str, set[str]]) -> dict[str, str]:
    """Return the gold theme of each found one: the pairs with most acts in common first, one to one."""
    pairs = sorted(((len(acts & ids), name, theme) for theme, acts in gold.items() for name, ids in found.items()))
    named: dict[str, str] = {}
    for common, name, theme in reversed(pairs):
        if common and name not in named and theme not in named.values():
            named[name] = theme
    return named


def _print_themes(argued: Sequence[Argued]) -> None:
    acts = themes_of_acts(argued)
    print("themes: precision / recall / F1")
    for theme in (None, *sorted(set().union(*(gold for gold, _ in acts)))):
        kept = [
            (gold & {theme or one for one in gold}, found & {theme or one for one in found}) for gold, found in acts
        ]
        precision, recall, both = scores([gold for gold, _ in kept], [found for _, found in kept])
        print(f"  {theme or 'all, an act in a theme':<38}{precision:.3f} / {recall:.3f} / {both:.3f}")


def _print_echoes(library: Library) -> None:
    """Print how many of the first echoes of a claim, its own act left out, were written on the same theme."""
    written = _written_on()
    first, five = [], []
    for act in library.reservations():
        themes = written.get(_place(act))
        claim = next((one for one in act.arguments if set(one.topoi) & set(act.topoi)), None)
        if themes and claim:
            echoes = [one for one in library.argued(claim.quote, limit=6) if one.argued.id != act.id][:5]
            same = [bool(themes & written.get(_place(one.argued), set())) for one in echoes]
            first.append(bool(same and same[0]))
            five.append(sum(same) / 5)
    print(f"echoes of {len(first)} claims: the first on the same theme {statistics.fmean(first):.3f}, ", end="")
    print(f"of the first five {statistics.fmean(five):.3f}")


def _scores(texts: Sequence[Marked]) -> str:
    precision, recall, both = scores([one.gold for one in texts], [one.found for one in texts])
    return f"{precision:.3f} / {recall:.3f} / {both:.3f}"


def _print_wrong(marked: Sequence[Marked]) -> None:
    for one in marked:
        for place, sentence in enumerate(one.sentences):
            if (place in one.gold) != (place in one.found):
                print("missed " if place in one.gold else "wrongly", sentence[:220])


if __name__ == "__main__":
    main()
