"""Reservations, notes, statements and motions as arguments: cut into claims, joined, searched, gathered into themes."""

from index.arguments.asking import Arguments
from index.arguments.themes import Theme, ThemeCell, ThemeYear
from index.arguments.values import Argued, Argument, ArgumentKind, AskedArguments, Echo

__all__ = [
    "Argued",
    "Argument",
    "ArgumentKind",
    "Arguments",
    "AskedArguments",
    "Echo",
    "Theme",
    "ThemeCell",
    "ThemeYear",
]
