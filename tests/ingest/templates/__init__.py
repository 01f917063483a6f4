"""Invented protocols in the layouts of many houses, with their gold records: each house is one way of printing."""
