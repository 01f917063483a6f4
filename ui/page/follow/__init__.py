"""The view Följ ärende: the course of an issue through boards and years."""
