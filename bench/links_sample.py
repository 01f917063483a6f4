"""Links of a library, some of each kind, to be judged by reading.

    .venv/bin/python bench/links_sample.py --library DIR [--each 200] [--print 20] [--seed 1] [--kind similar]

Builds every link of the library, counts them by kind, and writes a random sample of each kind to
bench/output/links_KIND.txt: the two paragraphs, the evidence with its page, the confidence. "related" are likenesses
that join nothing (shown as "Liknar"), "outside" what is named and not in the library.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index.library import Library
from index.links import LinkGraph, Tie
from index.naming import full_name
from index.results import LinkKind
from index.stored import Head, StoredParagraph
from index.tracing.evidence import evidence_range

OUTPUT = Path(__file__).resolve().parent / "output"


def main() -> None:
    """Print the counts and write the samples."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--print", type=int, default=20, dest="printed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind")
    options = parser.parse_args()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    with Library.open(options.library) as library:
        graph = library.links()
        busy, began = time.process_time(), time.perf_counter()
        ties = all_ties(graph)
        busy, began = time.process_time() - busy, time.perf_counter() - began
        print(f"{len(graph.catalog.shown)} paragraphs, {sum(map(len, ties.values()))} links, ", end="")
        print(f"{began:.1f} s ({busy:.1f} s of processor)")
        for kind in sorted(ties):
            if options.kind in (None, kind):
                chance = random.Random(options.seed)  # noqa: S311 - a sample that can be drawn again
                drawn = chance.sample(ties[kind], min(options.each, len(ties[kind])))
                print(f"{kind:<18}{len(ties[kind]):>8}  sample of {len(drawn)} in links_{kind}.txt")
                _write(library, graph, kind, drawn[: options.printed])


def all_ties(graph: LinkGraph) -> Mapping[str, Sequence[Tie]]:
    """Return every tie of the library by kind, likenesses once a pair."""
    found: dict[str, dict[object, Tie]] = defaultdict(dict)
    for name, tie in _each(graph):
        pair: object = frozenset((tie.source, tie.target)) if name in ("related", "same-title", "similar") else tie
        found[name].setdefault(pair, tie)
    return {name: tuple(ties.values()) for name, ties in found.items()}


def _each(graph: LinkGraph) -> Iterator[tuple[str, Tie]]:
    for head in graph.catalog.shown:
        for tie in graph.outgoing.get(head.id, ()):
            yield ("outside" if tie.target is None else tie.kind), tie
        for tie in graph.alike.joined(head.id):
            yield tie.kind, tie
        for tie in graph.alike.related(head.id):
            yield "related", tie
        case = graph.of_case(head.id)
        for other in case:
            if other < head.id:
                yield LinkKind.SAME_CASE, Tie(LinkKind.SAME_CASE, head.id, other, "", (), 1.0)
        for tie in graph.returns((head.id, *case)):
            if tie.source == head.id:
                yield ("outside" if tie.target is None else tie.kind), tie


def _write(library: Library, graph: LinkGraph, kind: str, drawn: Sequence[Tie]) -> None:
    lines = [line for place, tie in enumerate(drawn, start=1) for line in _told(library, graph, place, tie)]
    (OUTPUT / f"links_{kind}.txt").write_text("\n".join(lines), encoding="utf-8")


def _told(library: Library, graph: LinkGraph, place: int, tie: Tie) -> Iterator[str]:
    source = library.paragraph(tie.source)
    shown = evidence_range(tie, source)
    yield f"{place}. {tie.kind} {tie.confidence:.2f}"
    yield f"   from  {_name(source.head)}"
    yield f"   to    {tie.named if tie.target is None else _name(graph.catalog.by_id[tie.target])}"
    yield f"   says  s. {source.page_at(shown.start)}: {_quoted(source, shown.start, shown.end)}"


def _name(head: Head) -> str:
    return f"{full_name(head)} [{', '.join(head.case_numbers)}] {head.title}"


def _quoted(source: StoredParagraph, start: int, end: int) -> str:
    return " ".join(source.paragraph.text[start:end].split())


if __name__ == "__main__":
    main()
