"""How long the reading of language takes: acts of paragraphs, hostile blocks, sentences of one long block.

    .venv/bin/python bench/language.py --library DIR

The paragraphs are laid out of the lines of the library's. Prints processor time.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from pathlib import Path

from index.sqlite.store import SqliteStore
from nlp.acts import SectionKind, SectionText
from nlp.reading import read_acts
from nlp.sentences import quick_sentences, sentences

_PARAGRAPHS, _SECTIONS, _LINES = 500, 6, 5
_LONG = 100_000
_PIECES = (
    "A",
    " ",
    "§",
    "§ 1, ",
    "Anna ",
    "S, ",
    "ja för ",
    "får i uppdrag att ",
    "yrkar bifall och avslag ",
    "AB 2024-",
)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    with SqliteStore(parser.parse_args().library / "protokollspar.sqlite") as store:
        texts = [line for one in store.paragraphs() for line in one.paragraph.text.split("\n") if line.strip()]
    chosen = random.Random(7)  # noqa: S311  (an arrangement, no secret)
    paragraphs = [_laid_out(chosen, texts) for _ in range(_PARAGRAPHS)]
    took = _seconds(lambda: [read_acts(one, board="Nämnden", date="2024-05-16") for one in paragraphs])
    print(f"acts of {_PARAGRAPHS} paragraphs: {1000 * took / _PARAGRAPHS:.1f} ms each")
    for piece in _PIECES:
        block = (piece * (_LONG // len(piece)))[:_LONG]
        print(f"{_LONG} characters of {piece!r}: {max(_hostile(kind, block) for kind in SectionKind):.2f} s")
    for name, cut in (("quick_sentences", quick_sentences), ("sentences", sentences)):
        took = _seconds(lambda cut=cut: cut("Nämnden säger ja. " * 5500))  # type: ignore[misc]
        print(f"{name} of {_LONG} characters: {took:.2f} s")


def _laid_out(chosen: random.Random, texts: list[str]) -> list[SectionText]:
    """Return some sections of any kind, one after the other."""
    found, at = [], 0
    for _ in range(_SECTIONS):
        text = "\n".join(chosen.sample(texts, _LINES))
        found.append(SectionText(chosen.choice(list(SectionKind)), "", text, at))
        at += len(text) + 1
    return found


def _hostile(kind: SectionKind, block: str) -> float:
    section = SectionText(kind, "", block, 0)
    return _seconds(lambda: read_acts([section], board="Nämnden", date="2024-05-16", title=block[:300]))


def _seconds(call: Callable[[], object]) -> float:
    began = time.process_time()
    call()
    return time.process_time() - began


if __name__ == "__main__":
    main()
