"""Links between paragraphs, a module for each family: what is cited, told, shared, alike; `graph` holds them all."""

from index.links.graph import LinkGraph
from index.links.ties import Tie

__all__ = ["LinkGraph", "Tie"]
