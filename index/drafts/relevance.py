"""How likely each paragraph that was reached concerns what was asked, by itself.

Ranking says what is nearest and `index.finding.judgement` whether anything answers; this says of every single
paragraph how sure that is, which drafts, saved searches and reviews need. Always holds: pure; a probability, not a
score. A cosine tells little by itself (everything is near in meaning), so it is measured from the middle of what was
reached.

The weights are a logistic regression on every paragraph that is reached by 110 graded queries over two collections (one
real, one invented; `bench/relevance.py` prints them). Fitted to one and judged on the other the area under the curve is
0.96 and 0.88. What was never judged counted as not relevant there, so it is rather too careful.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping

from index.finding.fusion import Features
from index.finding.judgement import strength

_WORDS, _NEAREST, _WHOLE, _BIAS = 3.81, 38.6, 48.3, -6.09

CONCERNS = 0.15
"""From here on a paragraph is shown as one that may concern the same: on the graded queries two in five (invented
collection) to three in five (real one) do, and of the queries that nothing answers five in six get none."""
SURE = 0.3
"""From here on conclusions may rest on a paragraph: on the graded queries three in five to nineteen in twenty do."""


def likely(found: Mapping[str, Features], text: str, entries: int) -> dict[str, float]:
    """Return for each paragraph found for ``text`` among ``entries`` texts how likely it concerns that, 0 to 1."""
    near = [one.nearest for one in found.values() if one.nearest is not None]
    least, middle = (min(near), statistics.median(near)) if near else (0.0, 0.0)
    wholes = [_whole(one, least) for one in found.values()]
    whole_middle = statistics.median(wholes) if wholes else 0.0
    return {
        name: _logistic(
            _BIAS
            + _WORDS * strength(one.words, text, entries)
            + _NEAREST * ((least if one.nearest is None else one.nearest) - middle)
            + _WHOLE * (_whole(one, least) - whole_middle)
        )
        for name, one in found.items()
    }


def _whole(one: Features, least: float) -> float:
    nearest = least if one.nearest is None else one.nearest
    return nearest if one.whole is None else one.whole


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-total))
