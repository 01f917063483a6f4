"""Positions: where each party stood, year by year, as the acts that are printed and nothing else.

`values` are what comes out, `acting` reads the acts of a paragraph party by party, `tables` puts them in cells,
`together` tells who reserves with whom, `asking` answers for a library, `door` is what the library gives.
"""

from index.positions.asking import PositionTables
from index.positions.values import (
    Alliance,
    Alliances,
    PositionAct,
    PositionCell,
    PositionKind,
    Positions,
    PositionsAsked,
)

__all__ = [
    "Alliance",
    "Alliances",
    "PositionAct",
    "PositionCell",
    "PositionKind",
    "PositionTables",
    "Positions",
    "PositionsAsked",
]
