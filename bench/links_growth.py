"""How linking grows: a library's links at once, ten and fifty times its paragraphs.

    .venv/bin/python bench/links_growth.py --library DIR [--times 1 10 50] [--sample 2000]

The copies are the library's own paragraphs with every year shifted, in dates, case numbers and titles, and their
vectors turned a little, as if the same boards had met so many years. Prints, for each size, the processor time of all
links, of them a paragraph, and of one issue grown when nothing has been compared yet; and against n log n. What is
named is resolved for all paragraphs; what is alike is worked out for a random sample, of which the rest is reckoned.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import statistics
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from index.finding.catalog import Catalog
from index.library import Library
from index.links import LinkGraph
from index.links.mentions import Mention
from index.stored import Head, Vector
from index.tracing.issue import grow, inner_ties

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<=/)\d\d(?!\d)")
_STARTS = 40
_MARK = "x"


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 50])
    parser.add_argument("--sample", type=int, default=2_000)
    options = parser.parse_args()
    with Library.open(options.library) as library:
        small = library.links()
        print(f"{'times':>5}{'paragraphs':>12}{'all links':>12}{'each':>10}{'one issue':>12}{'against n log n':>18}")
        first = 0.0
        for times in options.times:
            first = _measured(small, times, first, options.sample)


def _measured(small: LinkGraph, times: int, first: float, sample: int) -> float:
    graph = _grown(small, times)
    heads = graph.catalog.shown
    chance = random.Random(1)  # noqa: S311 - a sample that can be drawn again
    chosen = chance.sample([head.id for head in heads], _STARTS)
    busy = time.process_time()
    _ = graph.outgoing, graph.incoming, graph.alike.joined(heads[0].id)
    prepared = time.process_time() - busy
    each = [_issue(graph, one) for one in chosen]
    drawn = chance.sample(heads, min(sample, len(heads)))
    busy = time.process_time()
    for head in drawn:
        graph.alike.joined(head.id)
        graph.alike.related(head.id)
        graph.returns((head.id, *graph.of_case(head.id)))
    whole = prepared + (time.process_time() - busy) * len(heads) / len(drawn)
    unit = whole / (len(heads) * math.log(len(heads)))
    print(f"{times:>5}{len(heads):>12}{whole:>10.1f} s{1000 * whole / len(heads):>7.2f} ms", end="")
    print(f"{1000 * statistics.median(each):>9.1f} ms{unit / (first or unit):>18.2f}", flush=True)
    return first or unit


def _issue(graph: LinkGraph, start: str) -> float:
    busy = time.process_time()
    inner_ties(graph, grow(graph, [start]), start)
    return time.process_time() - busy


def _grown(small: LinkGraph, times: int) -> LinkGraph:
    """Return the graph of ``times`` copies, each as many years after the one before as the first spans."""
    span = _span(small.catalog.shown)
    heads = tuple(_shifted(head, n, span) for n in range(times) for head in small.catalog.heads)
    mentions = [_moved(mention, n, span) for n in range(times) for mention in small.mentions]
    base = small.alike.vectors([head.id for head in small.catalog.heads])
    place = {head.id: row for row, head in enumerate(small.catalog.heads)}
    turned = np.random.default_rng(1).normal(0, 0.01, (times, base.shape[1])).astype(np.float32)

    def vectors(ids: Sequence[str]) -> Vector:
        copies = [one.rpartition("~") for one in ids]
        found = base[[place[name] for name, _, _ in copies]] + turned[[int(n) for _, _, n in copies]]
        lengths: Vector = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.maximum(lengths, 1e-9), np.float32)

    counts = replace(small.catalog.counts, paragraphs=len(heads))
    return LinkGraph(Catalog(1, heads, counts), mentions, small.boards, vectors)


def _span(heads: Sequence[Head]) -> int:
    years = [int(head.date[:4]) for head in heads if head.date]
    return max(years) - min(years) + 1


def _shifted(head: Head, n: int, span: int) -> Head:
    return replace(
        head,
        id=f"{head.id}~{n}",
        document_id=f"{head.document_id}~{n}",
        date=head.date and _later(head.date, n * span),
        title=_later(head.title, n * span),
        case_numbers=tuple(f"{_later(number, n * span)}{_MARK * n}" for number in head.case_numbers),
    )


def _moved(mention: Mention, n: int, span: int) -> Mention:
    date = mention.date and _later(mention.date, n * span)
    return replace(mention, source=f"{mention.source}~{n}", named=_later(mention.named, n * span), date=date)


def _later(printed: str, years: int) -> str:
    return _YEAR.sub(lambda match: str(int(match[0]) + years).zfill(len(match[0])), printed)


if __name__ == "__main__":
    main()
