"""How good the ranking is: graded queries over a library, whole, by half and with each part left out.

    .venv/bin/python bench/search_quality.py --library DIR [--queries FILE] [--sweep]

FILE is a JSON array of {"id", "query", "kind", "relevant": {"<board> <date> § <number>": grade}}, by default the one
beside the checkout. Settings are chosen on the first half (every other answerable query) and judged on the second.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields, replace
from pathlib import Path

from index.boards import learn
from index.finding.answering import Answerer
from index.finding.fusion import Weights, fuse
from index.finding.search import Candidates, Searcher
from index.results import Query
from index.sqlite.store import SqliteStore
from index.store import Store
from nlp.embedding import Embedder, open_embedder

QUERIES = Path(__file__).resolve().parents[2] / "shared" / "gold" / "queries.json"
_CLIENTS = 8
SWEEP = (0.0, 0.02, 0.04, 0.05, 0.06, 0.07, 0.08, 0.1, 0.15)

Ranking = Sequence[str]
Grades = Mapping[str, int]


@dataclass(frozen=True)
class Asked:
    """A graded query."""

    id: str
    query: str
    kind: str
    relevant: Grades


def measures(relevant: Grades, ranking: Ranking) -> tuple[float, float, float]:
    """Return nDCG@10, MRR@10 and Recall@20 of one ranking."""
    grades = [relevant.get(name, 0) for name in ranking]
    ideal = _gain(sorted(relevant.values(), reverse=True)[:10])
    first = next((1 / (rank + 1) for rank, grade in enumerate(grades[:10]) if grade), 0.0)
    return _gain(grades[:10]) / ideal, first, sum(grade > 0 for grade in grades[:20]) / min(len(relevant), 20)


def _gain(grades: Sequence[int]) -> float:
    return sum(float(2**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--queries", type=Path, default=QUERIES)
    parser.add_argument("--sweep", action="store_true", help="try the weight of the words too")
    options = parser.parse_args()
    asked = [
        Asked(q["id"], q["query"], q["kind"], q["relevant"]) for q in json.loads(options.queries.read_text("utf-8"))
    ]
    with SqliteStore(options.library / "protokollspar.sqlite") as store:
        embedder = open_embedder(store.get_meta("model"))
        searcher = Searcher(store, embedder, options.library / "derived")
        names = {head.id: f"{head.board} {head.date} § {head.number}" for head in searcher.catalogs.current().heads}
        found = {one.id: searcher.candidates(one.query) for one in asked}
        rank = _ranker(found, names)
        print(f"{'':<28}{'first half':>24}{'second half':>24}{'all':>24}")
        _row("as shipped", asked, rank(Weights()))
        for part in fields(Weights):
            _row(f"without {part.name}", asked, rank(replace(Weights(), **{part.name: 0.0})))
        _row("words alone", asked, rank(Weights(words=1e6)))
        for weight in SWEEP if options.sweep else ():
            _row(f"words weigh {weight}", asked, rank(Weights(words=weight)))
        _kinds(asked, rank(Weights()))
        _judged(_opened(store, embedder, options.library), asked)
        _clients(_opened(store, embedder, options.library), asked)


def _opened(store: Store, embedder: Embedder, library: Path) -> Answerer:
    """Return a warm answerer that was asked none of the queries before: the vectors of asked ones are kept."""
    answerer = Answerer(store, Searcher(store, embedder, library / "derived"), lambda: learn(store.paragraphs(), {}))
    answerer.search(Query("uppvärmnign av lokaler"))
    return answerer


def _ranker(
    found: Mapping[str, Candidates], names: Mapping[str, str]
) -> Callable[[Weights], Callable[[Asked], Ranking]]:
    def with_weights(weights: Weights) -> Callable[[Asked], Ranking]:
        def ranking(one: Asked) -> Ranking:
            candidates = found[one.id]
            ranked = fuse(candidates.features, weights)
            return [names[hit.paragraph_id] for hit in ranked[:20]]

        return ranking

    return with_weights


def _row(name: str, asked: Sequence[Asked], ranking: Callable[[Asked], Ranking]) -> None:
    answerable = [one for one in asked if one.relevant]
    halves = (answerable[::2], answerable[1::2], answerable)
    print(f"{name:<28}" + "".join(f"{_means(half, ranking):>24}" for half in halves))


def _means(asked: Sequence[Asked], ranking: Callable[[Asked], Ranking]) -> str:
    scores = [measures(one.relevant, ranking(one)) for one in asked]
    return " / ".join(f"{statistics.fmean(column):.3f}" for column in zip(*scores, strict=True))


def _wait(answerer: Answerer, text: str) -> float:
    began = time.perf_counter()
    answerer.search(Query(text))
    return 1000 * (time.perf_counter() - began)


def _kinds(asked: Sequence[Asked], ranking: Callable[[Asked], Ranking]) -> None:
    for kind in sorted({one.kind for one in asked if one.relevant}):
        print(f"  {kind:<26}{_means([one for one in asked if one.kind == kind and one.relevant], ranking):>24}")


def _judged(answerer: Answerer, asked: Sequence[Asked]) -> None:
    """Print how well no_match tells the two sorts of queries apart, and how long a warm search takes."""
    seconds, right = [], []
    busy = time.process_time()
    for one in asked:
        began = time.perf_counter()
        answer = answerer.search(Query(one.query))
        seconds.append(1000 * (time.perf_counter() - began))
        right.append((bool(one.relevant), answer.no_match != bool(one.relevant)))
    busy = 1000 * (time.process_time() - busy) / len(asked)
    for name, part in (("first half", right[::2]), ("second half", right[1::2]), ("all", right)):
        kept, caught = (statistics.fmean(well for sort, well in part if sort is wanted) for wanted in (True, False))
        print(f"no_match, {name}: kept {kept:.3f} of the answerable, caught {caught:.3f} of the others, ", end="")
        print(f"balanced accuracy {(kept + caught) / 2:.3f}")
    ordered = sorted(seconds)
    print(
        f"warm search: p50 {ordered[len(ordered) // 2]:.0f} ms, p95 {ordered[int(0.95 * len(ordered))]:.0f} ms, ",
        end="",
    )
    print(f"processor {busy:.0f} ms a search")


def _clients(answerer: Answerer, asked: Sequence[Asked]) -> None:
    """Print how long eight people wait who ask at once."""
    began = time.perf_counter()
    with ThreadPoolExecutor(_CLIENTS) as clients:
        waited = sorted(clients.map(lambda one: _wait(answerer, one.query), asked))
    told = f"p95 {waited[int(0.95 * len(waited))]:.0f} ms, {len(asked) / (time.perf_counter() - began):.0f} a second"
    print(f"{_CLIENTS} clients at once: {told}")


if __name__ == "__main__":
    main()
