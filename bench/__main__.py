"""Every measured figure, one after the other: ``make bench``.

Needs the real protocols and the measuring tools beside the checkout (``../shared``); says so where they are missing.
The library that the figures of searching and tracing stand on is kept in ``bench/output`` and brought up to date.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
SHARED = HOUSE.parent / "shared"
OUTPUT = HOUSE / "bench" / "output"
LIBRARY = OUTPUT / "library"
GOLD = SHARED / "gold"
PROGRAM = [sys.executable, "-m", "ui.cli"]


def main() -> None:
    """Run everything and print it."""
    if not SHARED.is_dir():
        raise SystemExit("The real protocols (../shared) are not beside this checkout; there is nothing to measure.")
    OUTPUT.mkdir(parents=True, exist_ok=True)
    _title("Reading into a library")
    _run(
        *PROGRAM,
        "ingest",
        *map(str, (SHARED / "seeds" / "pdf", *sorted((SHARED / "corpus").iterdir()))),
        "--library",
        LIBRARY,
    )
    _run(*PROGRAM, "check", "--library", LIBRARY)
    _parsing()
    _searching()
    _tracing()
    _title("Reading against plain pdfplumber")
    _run(sys.executable, "bench/reading.py", "--files", "6")
    _title("Embedding")
    _run(sys.executable, "bench/embedding.py")


def _parsing() -> None:
    records = OUTPUT / "records.jsonl"
    _run(*PROGRAM, "export", "--library", LIBRARY, "--format", "jsonl", "--output", records)
    for gold in (
        SHARED / "seeds" / "gold.json",
        *(GOLD / f"{n}.json" for n in ("solvesborg", "goteborg", "goteborg_structure")),
    ):
        _title(f"Records against {gold.name} ({gold.parent.name})")
        _run(sys.executable, SHARED / "tools" / "score_parse.py", gold, records)


def _searching() -> None:
    _title("Searching")
    hits = OUTPUT / "hits.jsonl"
    hits.write_text(
        _printed(*PROGRAM, "search", "--queries", GOLD / "queries.json", "--library", LIBRARY, "--format", "jsonl")
    )
    _run(sys.executable, SHARED / "tools" / "score_search.py", GOLD / "queries.json", hits)
    _run(sys.executable, "bench/search_quality.py", "--library", LIBRARY)


def _tracing() -> None:
    starts = OUTPUT / "starts.json"
    starts.write_text(
        json.dumps([case["start"] for case in json.loads((GOLD / "trace.json").read_text())], ensure_ascii=False)
    )
    for without in ((), ("same-case", "cites-case")):
        _title("Tracing" + (f" without {', '.join(without)}" if without else ""))
        flags = [flag for kind in without for flag in ("--without", kind)]
        traces = OUTPUT / "traces.jsonl"
        traces.write_text(
            _printed(*PROGRAM, "trace", "--starts", starts, "--library", LIBRARY, "--format", "jsonl", *flags)
        )
        _run(sys.executable, SHARED / "tools" / "score_trace.py", GOLD / "trace.json", traces)


def _title(text: str) -> None:
    print(f"\n== {text}", flush=True)


def _run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], cwd=HOUSE, check=False)


def _printed(*command: str | Path) -> str:
    return subprocess.run([str(p) for p in command], cwd=HOUSE, check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    main()
