"""Links between paragraphs, a module for each family: what is cited, what is alike; `graph` holds them all."""

from index.links.graph import LINKING, LinkGraph
from index.links.ties import Tie

__all__ = ["LINKING", "LinkGraph", "Tie"]
