"""The weights of likeness, fitted to a library's own case numbers, and what they give on cases that were not fitted.

    .venv/bin/python bench/links_calibrate.py --library DIR

Pairs that are compared (`index.links.alike`) and both print a number are the labels: of one matter when they share one
that is not collective. Cases are halved by their number: weights are fitted on the first half and judged on the second,
in which no case of the first stands. Prints the weights, precision and recall of the pairs at several likelihoods, and
how true the likelihoods are.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.library import Library
from index.links import LinkGraph
from index.links.alike import JOINED
from index.links.likeness import BIAS, WEIGHTS, Features, probability
from index.naming import case_key

STEPS = (0.3, 0.5, JOINED, 0.8, 0.9, 0.95)
BINS = ((0.0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01))
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Pair:
    """A compared pair: its features, whether its titles tell enough, its label, and its half (None: in both)."""

    features: Features
    told: bool
    one_matter: bool
    half: int | None


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    options = parser.parse_args()
    with Library.open(options.library) as library:
        pairs = list(_pairs(library.links()))
    print(f"{len(pairs)} pairs, {sum(pair.one_matter for pair in pairs)} of one matter")
    chosen = [pair for pair in pairs if pair.half == 0]
    judged = [pair for pair in pairs if pair.half == 1]
    weights = _fitted([pair for pair in chosen if pair.told])
    names = [*(field.name for field in fields(Features)), "bias"]
    print("fitted on the first half: " + ", ".join(f"{n} {w:.1f}" for n, w in zip(names, weights, strict=True)))
    print("as shipped:               " + ", ".join(f"{w:.1f}" for w in (*astuple(WEIGHTS), BIAS)))
    for name, part in (("first half", chosen), ("second half", judged)):
        _table(name, part)


def _pairs(graph: LinkGraph) -> Iterator[Pair]:
    rows = graph.alike.titles.rows
    numbers = [frozenset(map(case_key, head.case_numbers)) for head in rows]
    done = set()
    for row, head in enumerate(rows):
        for found in graph.alike.of(head.id):
            pair = frozenset((row, found.row))
            mine, theirs = numbers[row], numbers[found.row]
            if pair in done or not mine or not theirs or any(map(graph.is_collective, mine & theirs)):
                continue
            done.add(pair)
            halves = {_half(mine), _half(theirs)}
            half = halves.pop() if len(halves) == 1 else None
            yield Pair(found.features, found.told, bool(mine & theirs), half)


def _half(numbers: frozenset[str]) -> int:
    return hashlib.sha256(min(numbers).encode()).digest()[0] % 2


def _fitted(pairs: list[Pair], ridge: float = 0.02, rounds: int = 60) -> list[float]:
    """Return the weights of a logistic regression, the bias last (Newton's method)."""
    x: Numbers = np.array([[*astuple(pair.features), 1.0] for pair in pairs])
    y: Numbers = np.array([float(pair.one_matter) for pair in pairs])
    weights: Numbers = np.zeros(x.shape[1])
    for _ in range(rounds):
        likely = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (likely - y) + ridge * weights
        bend = (x * (likely * (1 - likely))[:, None]).T @ x + ridge * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    return [float(weight) for weight in weights]


def _table(name: str, pairs: list[Pair]) -> None:
    likely: Numbers = np.array([probability(pair.features, told=pair.told) for pair in pairs])
    true = np.array([pair.one_matter for pair in pairs])
    print(f"\n{name}: {len(pairs)} pairs, {true.sum()} of one matter")
    for step in STEPS:
        found = likely >= step
        print(f"  from {step:.2f}: precision {true[found].mean():.3f} recall {true[found].sum() / true.sum():.3f}")
    for low, high in BINS:
        found = (likely >= low) & (likely < high)
        if found.any():
            print(f"  told {likely[found].mean():.2f}: true {true[found].mean():.2f} of {found.sum()}")


if __name__ == "__main__":
    main()
