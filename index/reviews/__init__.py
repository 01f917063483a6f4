"""Exhaustive reading: judgements, the order that is learned from them, and how many are left."""
