"""All houses, in one tuple."""

from __future__ import annotations

from tests.ingest.templates.hard import HARD
from tests.ingest.templates.later import LATER
from tests.ingest.templates.press import House
from tests.ingest.templates.regions import REGIONS
from tests.ingest.templates.small import SMALL
from tests.ingest.templates.towns import TOWNS

HOUSES: tuple[House, ...] = (*REGIONS, *TOWNS, *SMALL, *LATER, *HARD)
