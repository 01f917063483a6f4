"""The view Statistik: how much of each act there is per board and year, as bars and as a table."""
