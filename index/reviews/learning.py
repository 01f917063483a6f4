"""What judgements teach: which paragraphs to show next, and how many relevant ones are left.

Pure; (n,) and (n, dimensions) arrays over the paragraphs under review. The order is Rocchio's (1971): from how likely a
paragraph concerned the query to begin with, towards the mean meaning of those judged yes, away from that of those
judged no. `bench/review.py` measures what is found; a logistic regression on the same vectors found no more and took
some ten times as long.

How many are left is told by a logistic regression of the judgements on that order (each judged paragraph placed as if
it had not been judged itself, or it would vouch for itself), summed over all that was not judged. The interval holds
nine tenths of 2,000 draws of its two weights (Laplace) and of the paragraphs' relevance itself. It cannot know of
relevant paragraphs that are like nothing that was asked for or judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

_BEGINNING, _TOWARDS, _AWAY = 0.25, 8.0, 0.5
_LEAST = 5e-4
"""How likely what the query did not reach is taken to be: less than anything that it did."""
# Before anything is judged: of all that stand like the middle one, one in three such collections has a
# relevant one, give or take a factor of four, and the odds grow four- to fivefold with each step of the order. Of three
# settings tried the one whose intervals were narrowest and held often enough, on demo and real protocols alike.
_MIDDLE, _SLOPE = 0.3, 1.5
_SPREAD = np.asarray([1.4, 0.5])
_DRAWS, _STEPS, _SEED = 2000, 60, 20
_INTERVAL = (5, 95)


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many relevant paragraphs are left among those not judged: expected, and a nine-tenths interval."""

    expected: float
    low: int
    high: int


def centred(vectors: Values) -> Values:
    """Return vectors without what all have in common, of length 1: their cosines then tell them apart."""
    if not len(vectors):
        return vectors
    apart = vectors - vectors.mean(axis=0)
    return np.asarray(apart / (np.linalg.norm(apart, axis=1, keepdims=True) + 1e-9))


def order(likely: Values, vectors: Values, judged: Sequence[int], relevant: Sequence[bool]) -> Values:
    """Return a number for every paragraph, the greater the sooner it should be shown.

    ``likely`` is how likely each concerned the query to begin with; ``judged`` are places, ``relevant`` what was said.
    """
    begun = _begun(likely)
    yes, no = _split(vectors, judged, relevant)
    if not len(yes):
        return begun
    away = no.mean(axis=0) if len(no) else np.zeros(vectors.shape[1])
    return np.asarray(begun + _TOWARDS * (vectors @ (yes.mean(axis=0) - _AWAY * away)))


def remaining(likely: Values, vectors: Values, judged: Sequence[int], relevant: Sequence[bool]) -> Estimate | None:
    """Return how many relevant are left, None before something was judged relevant and something not."""
    if not any(relevant) or all(relevant):
        return None
    rest = np.setdiff1d(np.arange(len(likely)), np.asarray(judged, int))
    if not len(rest):
        return Estimate(0.0, 0, 0)
    left = order(likely, vectors, judged, relevant)[rest]
    middle = float(np.median(left))
    own = _placed_without_themselves(likely, vectors, judged, relevant) - middle
    prior = np.asarray([np.log(_MIDDLE / len(rest)), _SLOPE])
    weights, spread = _fitted(own, np.asarray(relevant, float), prior)
    dice = np.random.default_rng(_SEED)
    drawn = dice.multivariate_normal(weights, spread, _DRAWS)
    chances = _logistic(drawn[:, :1] + drawn[:, 1:] * (left - middle)[None, :])
    # of many small chances the sum is Poisson's, near enough, and cheaper than a coin for every paragraph
    sums = np.minimum(dice.poisson(chances.sum(axis=1)), len(rest))
    low, high = np.percentile(sums, _INTERVAL)
    return Estimate(float(chances.sum(axis=1).mean()), int(np.floor(low)), int(np.ceil(high)))


def _begun(likely: Values) -> Values:
    chance = np.clip(likely, _LEAST, 1 - _LEAST)
    return np.asarray(_BEGINNING * np.log(chance / (1 - chance)))


def _split(vectors: Values, judged: Sequence[int], relevant: Sequence[bool]) -> tuple[Values, Values]:
    places, said = np.asarray(judged, int), np.asarray(relevant, bool)
    return vectors[places[said]], vectors[places[~said]]


def _placed_without_themselves(
    likely: Values, vectors: Values, judged: Sequence[int], relevant: Sequence[bool]
) -> Values:
    """Return where each judged paragraph would stand had it not been judged."""
    places = np.asarray(judged, int)
    said = np.asarray(relevant, bool)
    yes, no = _split(vectors, judged, relevant)
    found = _begun(likely)[places]
    for at, (place, was) in enumerate(zip(places, said, strict=True)):
        own = vectors[place]
        towards = (yes.sum(axis=0) - was * own) / max(1, len(yes) - was)
        away = (no.sum(axis=0) - (not was) * own) / max(1, len(no) - (not was))
        if len(yes) - was:
            found[at] += _TOWARDS * float(own @ (towards - _AWAY * away))
    return np.asarray(found, np.float64)


def _fitted(placed: Values, relevant: Values, prior: Values) -> tuple[Values, Values]:
    """Return intercept and slope that are likeliest, and how they spread; held near ``prior`` while little is known."""
    table = np.stack([np.ones_like(placed), placed], axis=1)
    precision = np.diag(1 / _SPREAD**2)
    weights = prior.copy()
    for _ in range(_STEPS):
        chance = _logistic(table @ weights)
        slope = table.T @ (relevant - chance) - precision @ (weights - prior)
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + precision
        step = np.linalg.solve(bend, slope)
        weights = weights + step * min(1.0, 2.0 / (np.abs(step).max() + 1e-12))
    return weights, np.asarray(np.linalg.inv(bend), np.float64)


def _logistic(total: Values) -> Values:
    return np.asarray(1 / (1 + np.exp(-np.clip(total, -60, 60))))
