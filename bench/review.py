"""The exhaustive mode with a simulated reviewer: what is found after N judgements, and how far off the estimate is.

    .venv/bin/python bench/review.py --library DIR [--queries FILE]

Without FILE every issue of at least four paragraphs is a task: its title is the query, its paragraphs what the reviewer
says yes to. With FILE (as in bench/search_quality.py) every query with at least three relevant paragraphs is one; what
was never judged there counts as no.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.drafts.relevance import likely
from index.finding.search import Searcher
from index.library import Library
from index.reviews.learning import Values, centred, order, remaining
from index.sqlite.store import SqliteStore
from nlp.embedding import open_embedder

AFTER = (10, 20, 30, 50, 80)


@dataclass(frozen=True)
class Task:
    """A query and the paragraphs that answer it."""

    query: str
    relevant: frozenset[str]


@dataclass(frozen=True)
class Point:
    """After some judgements: recall with learning and without, what is left, what was estimated."""

    recall: float
    without: float
    left: int
    estimate: float | None
    inside: bool | None
    width: int | None


def issues(path: Path) -> list[Task]:
    """Return the issues of a library as tasks."""
    with Library.open(path) as library:
        return [Task(one.title, frozenset(one.paragraphs)) for one in library.issues(least=4)]


def graded(path: Path, searcher: Searcher) -> Iterator[Task]:
    """Yield graded queries as tasks."""
    names = {f"{head.board} {head.date} § {head.number}": head.id for head in searcher.catalogs.current().shown}
    for asked in json.loads(path.read_text("utf-8")):
        relevant = frozenset(names[name] for name in asked["relevant"] if name in names)
        if len(relevant) >= 3:
            yield Task(asked["query"], relevant)


def reviewed(task: Task, searcher: Searcher, ids: list[str], vectors: Values, batch: int) -> list[Point]:
    """Return how far a reviewer is after each of `AFTER` judgements, ``batch`` at a time."""
    found = searcher.candidates(task.query)
    chances = likely(found.features, task.query, found.entries)
    begun = np.asarray([chances.get(one, 0.0) for one in ids])
    plain = np.argsort(-begun, kind="stable")
    total = len(task.relevant & set(ids))
    judged: list[int] = []
    said: list[bool] = []
    points = []
    for until in AFTER:
        while len(judged) < min(until, len(ids)):
            ranked = np.argsort(-order(begun, vectors, judged, said), kind="stable")
            new = [int(place) for place in ranked if place not in judged][:batch]
            judged += new
            said += [ids[place] in task.relevant for place in new]
        left = total - sum(said)
        told = remaining(begun, vectors, judged, said)
        without = sum(ids[place] in task.relevant for place in plain[: len(judged)]) / total
        points.append(
            Point(
                sum(said) / total,
                without,
                left,
                told.expected if told else None,
                told.low <= left <= told.high if told else None,
                told.high - told.low if told else None,
            )
        )
    return points


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--batch", type=int, default=5)
    options = parser.parse_args()
    with SqliteStore(options.library / "protokollspar.sqlite") as store:
        searcher = Searcher(store, open_embedder(store.get_meta("model")), options.library / "derived")
        ids = [head.id for head in searcher.catalogs.current().shown]
        vectors = centred(np.asarray(searcher.meanings.of(ids), np.float64))
        tasks = list(graded(options.queries, searcher)) if options.queries else issues(options.library)
        began = time.process_time()
        runs = [reviewed(task, searcher, ids, vectors, options.batch) for task in tasks]
        spent = time.process_time() - began
    sizes = [len(task.relevant) for task in tasks]
    print(f"{len(tasks)} tasks of {min(sizes)} to {max(sizes)} relevant among {len(ids)} paragraphs; {spent:.0f} s")
    print(f"{'judged':>8}{'recall':>8}{'unlearned':>10}{'left':>7}{'told':>7}{'off by':>8}{'inside':>8}{'width':>7}")
    for place, until in enumerate(AFTER):
        points = [run[place] for run in runs]
        told = [one for one in points if one.estimate is not None]
        off = statistics.fmean(abs((one.estimate or 0) - one.left) for one in told)
        print(
            f"{until:>8}{statistics.fmean(one.recall for one in points):>8.3f}"
            f"{statistics.fmean(one.without for one in points):>10.3f}"
            f"{statistics.fmean(one.left for one in points):>7.2f}"
            f"{statistics.fmean(one.estimate or 0 for one in told):>7.2f}{off:>8.2f}"
            f"{statistics.fmean(bool(one.inside) for one in told):>8.2f}"
            f"{statistics.fmean(one.width or 0 for one in told):>7.1f}"
        )


if __name__ == "__main__":
    main()
