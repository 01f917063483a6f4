"""How well the ledger of assignments does: what cites its assignment is matched with it, and statuses to be read.

    .venv/bin/python bench/ledger.py --library DIR [--as-of 2024-12-31] [--print 50] [--seed 1]

Prints how many assignments there are and how they stand; of the paragraphs titled "Redovisning av … uppdrag" that cite
day and § the share that is matched with the right row where the cited paragraph is in the library, and how many are
matched where it is not; the time of a warm answer; and a sample of statuses with their words, to be judged by reading.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from pathlib import Path

from index.ledger import Asked, AssignmentState, LedgerRowKind
from index.library import Library
from index.links.cited import Citations
from index.stored import Head
from nlp.acts import Report


def main() -> None:
    """Print the figures and the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--as-of", default="2024-12-31")
    parser.add_argument("--print", type=int, default=50, dest="shown")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with Library.open(asked.library) as library:
        library.assignments()
        started = time.process_time()
        states = library.assignments(Asked(as_of=asked.as_of))
        warm = time.process_time() - started
        print(f"{len(states)} rows on {asked.as_of}, {1000 * warm:.0f} ms processor time for a warm answer")
        print("  ", dict(Counter(str(one.status) for one in states)))
        given = [one for one in states if one.row.kind is LedgerRowKind.ASSIGNMENT]
        matched = [one for one in given if any(trail.kind != "mentioned" for trail in one.row.trail)]
        print(f"{len(given)} assignments of decisions, {len(matched)} with a report or change matched")
        _print_cited(library, states)
        chosen = random.Random(asked.seed)  # noqa: S311 - a sample to read, no secret
        for one in chosen.sample(states, min(asked.shown, len(states))):
            _print_state(one)


def _print_cited(library: Library, states: tuple[AssignmentState, ...]) -> None:
    """Count the reports that cite an assignment, by whether the cited paragraph is there and has been matched."""
    graph = library.links()
    citations = Citations(graph.catalog, library.boards(), graph.standing)
    told = {(t.paragraph_id, one.row.paragraph_id) for one in states for t in one.row.trail if t.kind != "mentioned"}
    giving = {one.row.paragraph_id for one in states}
    counts: Counter[str] = Counter()
    for head in graph.catalog.shown:
        title = head.title.lower()
        if not (title.startswith("redovisning av") and "uppdrag" in title):
            continue
        for act in library.paragraph(head.id).paragraph.acts.reports:
            if act.number is None or act.date is None:
                counts["cites no day and §"] += 1
                continue
            counts[_outcome(citations, head, act, told, giving)] += 1
    there = counts["in the library, matched"] + counts["in the library, not matched"]
    share = counts["in the library, matched"] / there if there else float("nan")
    print(f"reports titled so: {dict(counts)}; matched where the cited paragraph is there: {share:.3f}")


def _outcome(citations: Citations, head: Head, act: Report, told: set[tuple[str, str]], giving: set[str]) -> str:
    target, _ = citations.target(head, act.board, act.date, act.number or 0)
    if target is None:
        return "not in the library"
    if (head.id, target.id) in told:
        return "in the library, matched"
    return "in the library, not matched" if target.id in giving else "in the library, gives no assignment"


def _print_state(one: AssignmentState) -> None:
    row = one.row
    print(f"\n{one.status.upper()}  due {one.due}  to {row.recipient}\n  {row.text[:300]}\n  given: {row.citation}")
    for trail in row.trail:
        print(f"  {trail.kind}: {trail.citation} ({trail.why}, {trail.confidence:.2f})\n     {trail.quote[:260]}")
    for trail in row.offered:
        print(f"  offered: {trail.citation} ({trail.why})\n     {trail.quote[:200]}")


if __name__ == "__main__":
    main()
