"""Statistics of a library: how much of each act there is, per board and year.

`values` are what comes out, `counting` turns acts into counts, `times` tells how long issues took, `covering` what was
looked at, `making` puts the statistics of a library together.
"""

from index.statistics.making import StatisticsMaker
from index.statistics.values import BoardYear, Count, Covered, DecisionTime, Measure, MotionFate, Statistics

__all__ = [
    "BoardYear",
    "Count",
    "Covered",
    "DecisionTime",
    "Measure",
    "MotionFate",
    "Statistics",
    "StatisticsMaker",
]
