"""Which issues a query means: its hits grown into their issues, ranked, and cut where the answers end.

Always holds: pure; the best issue is always kept, and an issue is kept only while its best hit is nearly as good as the
best of all, so that one question about one matter gives one issue and a question about a subject gives several.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.finding.fusion import Ranked
from index.tracing.gathering import Gathered

# A hit this much below the best one weighs e times less when the issue that a query means is chosen.
_SCALE = 0.02
_SHARE = 0.25
"""An issue whose hits weigh less than this share of the weightiest issue's is no answer."""
_MOST = 8


@dataclass(frozen=True, slots=True)
class Meant:
    """The paragraphs to start from, one an issue, the issue that is meant most first; ``scores`` beside them.

    ``left_out`` is the best hit whose issue is not kept, ``least_kept`` the lowest of ``scores``. ``answers`` is the
    judgement of searching whether any hit answers the query (`index.finding.judgement`).
    """

    seeds: tuple[str, ...]
    scores: tuple[float, ...]
    left_out: Ranked | None
    answers: bool = True

    @property
    def least_kept(self) -> float:
        """The score of the best hit of the last issue that is kept."""
        return min(self.scores)


def meant_by(hits: Sequence[Ranked], issue_of: Callable[[str], Gathered]) -> Meant:
    """Return the issues that ``hits``, the best first and at least one, speak for."""
    weights: dict[Gathered, float] = defaultdict(float)
    best: dict[Gathered, Ranked] = {}
    for hit in hits:
        issue = issue_of(hit.paragraph_id)
        weights[issue] += math.exp((hit.score - hits[0].score) / _SCALE)
        best.setdefault(issue, hit)
    ordered = sorted(weights, key=lambda issue: -weights[issue])
    kept = [issue for issue in ordered[:_MOST] if weights[issue] >= _SHARE * weights[ordered[0]]]
    left = [best[issue] for issue in ordered if issue not in kept]
    return Meant(
        tuple(best[issue].paragraph_id for issue in kept),
        tuple(best[issue].score for issue in kept),
        max(left, key=lambda hit: hit.score, default=None),
    )
