"""Kills reading runs at random moments and looks at what is left.

    python bench/kill_ingest.py PATH... [--kills 10] [--seed 1] [--span 60] [--library DIR]

Starts `protokollspar ingest PATH...`, kills it with SIGKILL after a random time of at most ``--span`` seconds (so with
its workers in the middle of files, vectors half computed, a copy half written), starts it again, and so on; when a run
ends by itself before the last kill, the next begins with an empty library. At the end the last library is read to its
end and checked. Printed: what each kill left, how often a file that was stored was read again (must be never), how many
readings were lost (at most those in hand: the workers' and the one being embedded), and the findings of the check.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from index.library import Library


@dataclass(frozen=True, slots=True)
class Killed:
    """What one kill met and left."""

    after: float
    stored: int
    in_hand: int
    left_over: int


def main() -> int:
    """Run the measure; exit code 1 when a library is not whole or something was read twice."""
    asked = _arguments()
    chance = random.Random(asked.seed)  # noqa: S311  (chance that can be repeated)
    root = Path(tempfile.mkdtemp(prefix="kill-")) if asked.library is None else asked.library
    kills: list[Killed] = []
    whole = True
    for number in range(1, 1_000):
        library = root / f"bibliotek-{number}"
        _rounds(asked, chance, library, kills)
        whole &= _judged(library, asked.workers)
        if len(kills) >= asked.kills:
            break
    _table(kills)
    if asked.library is None:
        shutil.rmtree(root)
    return 0 if whole else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--span", type=float, default=60.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--library", type=Path, default=None)
    return parser.parse_args()


def _rounds(asked: argparse.Namespace, chance: random.Random, library: Path, kills: list[Killed]) -> None:
    """Kill runs into ``library`` until one ends by itself or there are enough kills; then let the last one end."""
    while len(kills) < asked.kills:
        process = _started(asked, library)
        after = chance.uniform(0.2, asked.span)
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills.append(_seen(library, after))
            print(f"  död nr {len(kills)} efter {after:.1f} s: {kills[-1].stored} dokument inne", flush=True)
        else:
            return
    begun = time.monotonic()
    code = _started(asked, library).wait()
    print(f"  sista körningen: kod {code}, {time.monotonic() - begun:.0f} s", flush=True)


def _started(asked: argparse.Namespace, library: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ui.cli", "ingest", *map(str, asked.paths)]
    command += ["--library", str(library), "--workers", str(asked.workers)]
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    return subprocess.Popen(command, env=here, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _journal(library: Path) -> list[tuple[str, str]]:
    """Return (event, sha256) in order; a last line cut off by a kill is no event."""
    path, events = library / "lasningar.jsonl", []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        events.append((entry["event"], entry["sha256"]))
    return events


def _stored(library: Path) -> set[str]:
    database = library / "protokollspar.sqlite"
    if not database.exists():
        return set()
    connection = sqlite3.connect(database)
    try:
        return {row[0] for row in connection.execute("SELECT sha256 FROM documents")}
    except sqlite3.OperationalError:
        return set()  # killed before the tables were made
    finally:
        connection.close()


def _seen(library: Path, after: float) -> Killed:
    stored, journal = _stored(library), _journal(library)
    ended = {sha for event, sha in journal if event != "begun"} | stored
    in_hand = {sha for event, sha in journal if event == "begun"} - ended
    copies = {each.stem for each in (library / "files").glob("*")}
    return Killed(after, len(stored), len(in_hand), len(copies - stored))


def _judged(library: Path, workers: int) -> bool:
    """Print how a library fared; return whether it is whole and nothing in it was read twice."""
    again, lost, stored = 0, 0, set()
    begun: Counter[str] = Counter()
    for event, sha in _journal(library):
        if event == "begun":
            again += sha in stored
            lost += begun[sha] > 0
            begun[sha] += 1
        elif event == "stored":
            stored.add(sha)
    twice = [
        sha for sha, count in Counter(sha for event, sha in _journal(library) if event == "stored").items() if count > 1
    ]
    moment = time.monotonic()
    with Library.open(library) as opened:
        findings = opened.check()
    print(
        f"{library.name}: {len(_stored(library))} dokument, {sum(begun.values())} läsningar påbörjade, {lost} om "
        f"(högst {workers + 1} per död), {again + len(twice)} lästa fast de fanns; check: {len(findings)} fynd på "
        f"{time.monotonic() - moment:.1f} s",
        flush=True,
    )
    for finding in findings[:20]:
        print(f"    {finding.where}: {finding.what}. {finding.cure}")
    return not findings and not again and not twice


def _table(kills: list[Killed]) -> None:
    print("\n| död | efter s | dokument inne | i arbete | kopior utan dokument |")
    print("| --: | ------: | ------------: | -------: | -------------------: |")
    for number, kill in enumerate(kills, start=1):
        print(f"| {number} | {kill.after:.1f} | {kill.stored} | {kill.in_hand} | {kill.left_over} |")


if __name__ == "__main__":
    sys.exit(main())
