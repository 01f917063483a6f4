"""Saved searches, and what is new since they were last looked at."""
