"""Links between paragraphs, a module for each family: printed names, words, papers, likeness; `graph` holds them all."""

from index.links.graph import LINKING, LinkGraph
from index.links.ties import Tie

__all__ = ["LINKING", "LinkGraph", "Tie"]
