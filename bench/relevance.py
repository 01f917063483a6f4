"""How likely a paragraph concerns what was asked: the weights of `index.drafts.relevance`, fitted and judged.

    .venv/bin/python bench/relevance.py --library DIR --queries FILE [--library DIR --queries FILE]

Each FILE holds graded queries of the library before it (as in bench/search_quality.py). The weights are fitted to every
collection in turn and judged on the others, then to all of them; what the program's own weights give is printed last.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.drafts.relevance import CONCERNS, SURE, likely
from index.finding.judgement import strength
from index.finding.search import Searcher
from index.sqlite.store import SqliteStore
from nlp.embedding import open_embedder

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """Every paragraph that a query reached: its features, the program's likelihood, whether it is relevant, whose."""

    features: Matrix
    likely: Matrix
    relevant: NDArray[np.bool_]
    query: NDArray[np.int64]


def pairs(library: Path, queries: Path) -> Pairs:
    """Return what the queries reach in the library."""
    rows: list[tuple[float, ...]] = []
    with SqliteStore(library / "protokollspar.sqlite") as store:
        searcher = Searcher(store, open_embedder(store.get_meta("model")), library / "derived")
        names = {head.id: f"{head.board} {head.date} § {head.number}" for head in searcher.catalogs.current().heads}
        for place, asked in enumerate(json.loads(queries.read_text("utf-8"))):
            text, found = asked["query"], searcher.candidates(asked["query"])
            chances = likely(found.features, text, found.entries)
            least = min(one.nearest for one in found.features.values() if one.nearest is not None)
            near = {name: least if one.nearest is None else one.nearest for name, one in found.features.items()}
            whole = {name: near[name] if one.whole is None else one.whole for name, one in found.features.items()}
            middles = [float(np.median(list(each.values()))) for each in (near, whole)]
            rows += [
                (
                    strength(one.words, text, found.entries),
                    near[name] - middles[0],
                    whole[name] - middles[1],
                    chances[name],
                    asked["relevant"].get(names[name], 0) > 0,
                    place,
                )
                for name, one in found.features.items()
            ]
    table = np.asarray(rows)
    return Pairs(table[:, :3], table[:, 3], table[:, 4] > 0, table[:, 5].astype(np.int64))


def fitted(some: list[Pairs]) -> tuple[Matrix, float]:
    """Return weights and bias; the cosines are scaled as the words are, so that none is held back more."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    scale = np.asarray([1.0, 30.0, 30.0])
    model = LogisticRegression(C=1e3, max_iter=5000)
    model.fit(np.vstack([one.features for one in some]) * scale, np.concatenate([one.relevant for one in some]))
    return model.coef_[0] * scale, float(model.intercept_[0])


def told(name: str, chances: Matrix, of: Pairs) -> None:
    """Print how well chances tell relevant paragraphs from others, and queries with an answer from those without."""
    from sklearn.metrics import average_precision_score, roc_auc_score  # noqa: PLC0415

    print(f"{name}: area under the curve {roc_auc_score(of.relevant, chances):.3f}, ", end="")
    print(f"average precision {average_precision_score(of.relevant, chances):.3f}")
    answered = {int(q): bool(of.relevant[of.query == q].any()) for q in np.unique(of.query)}
    for least in (CONCERNS, SURE):
        shown = chances >= least
        kept = [bool(shown[of.query == q].any()) for q, has in answered.items() if has]
        caught = [not shown[of.query == q].any() for q, has in answered.items() if not has]
        right = of.relevant[shown].mean() if shown.any() else 1.0
        print(
            f"  from {least}: {right:.2f} of those shown relevant, {shown[of.relevant].mean():.2f} of the relevant ",
            end="",
        )
        print(f"shown; kept {np.mean(kept):.2f} of the answered queries, caught {np.mean(caught):.2f} of the others")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, action="append", required=True)
    parser.add_argument("--queries", type=Path, action="append", required=True)
    options = parser.parse_args()
    every = [pairs(library, queries) for library, queries in zip(options.library, options.queries, strict=True)]
    for judged in every if len(every) > 1 else ():
        weights, bias = fitted([one for one in every if one is not judged])
        told(
            f"fitted to the others {weights.round(2)} {bias:.2f}",
            1 / (1 + np.exp(-(judged.features @ weights + bias))),
            judged,
        )
    weights, bias = fitted(every)
    print(f"fitted to all: {weights.round(2)} {bias:.2f}")
    for path, one in zip(options.library, every, strict=True):
        told(f"as shipped, {path.name}", one.likely, one)


if __name__ == "__main__":
    main()
