"""How a query is answered: both indexes, their fusion, the judgement, hits and why they are hits."""
