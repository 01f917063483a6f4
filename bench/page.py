"""How fast the web page answers: in a browser, with many users at once, and what it keeps in memory.

    .venv/bin/python bench/page.py --library DIR [--queries FILE]

FILE is a JSON array of {"query"}, by default the graded one beside the checkout. Each figure is taken on the server
that people start (``protokollspar serve``) and over the loopback address. Painted means: the browser has drawn the
frame in which the hits of this very query stand.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

HOUSE = Path(__file__).resolve().parents[1]
QUERIES = HOUSE.parent / "shared" / "gold" / "queries.json"
CHROMIUM = "/usr/bin/chromium"
WAIT = 60_000
USERS = 20
SOAKED = 500

# Runs in the browser: from the press of Enter to the frame in which the panel carries this query's address.
ASK = """
async (query) => {
  const field = document.querySelector('#ps-fraga textarea, #ps-fraga input');
  const wanted = new URLSearchParams({ q: query }).get('q').trim();
  const there = () => {
    const panel = document.querySelector('#ps-svar [data-address]');
    return panel && new URLSearchParams(panel.dataset.address).get('q') === wanted;
  };
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set;
  setter.call(field, query);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((done) => setTimeout(done, 150));
  const began = performance.now();
  field.dispatchEvent(new KeyboardEvent('keypress', { key: 'Enter', bubbles: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  await new Promise((done) => {
    const painted = () => requestAnimationFrame(() => requestAnimationFrame(done));
    const look = () => (there() ? painted() : requestAnimationFrame(look));
    look();
  });
  return performance.now() - began;
}
"""


@contextmanager
def served(library: Path) -> Iterator[tuple[str, int]]:
    """Serve a library; yield the address and the process id."""
    command = [sys.executable, "-m", "ui.cli", "serve", "--port", "0", "--library", str(library)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=HOUSE, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://\S+?:\d+", line)
        if not found:
            raise SystemExit(f"serve said: {line!r}")
        yield found.group(), process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


def in_a_browser(address: str, queries: Sequence[str]) -> None:
    """Print the time of a cold page, and from Enter to painted hits."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only this part needs a browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        cold = [_cold(browser, address) for _ in range(5)]
        print(f"cold page usable      median {statistics.median(cold):5.2f} s   worst {max(cold):5.2f} s")
        page = browser.new_page()
        page.set_default_timeout(WAIT)
        page.goto(address)
        page.locator(".ps-panel h2:visible").first.wait_for()
        times = [page.evaluate(ASK, query) for query in queries]
        browser.close()
    _print_times("Enter to painted hits", times)


def _cold(browser: Any, address: str) -> float:
    context = browser.new_context()
    page = context.new_page()
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator("#ps-fraga textarea:enabled, #ps-fraga input:enabled").first.wait_for()
    page.locator(".ps-panel h2:visible").first.wait_for()
    took = time.perf_counter() - began
    context.close()
    return took


class User:
    """Someone who searches as the page does: an event is put into the queue and its answer is streamed back."""

    def __init__(self, address: str) -> None:
        """Look up which event searches."""
        self.client = httpx.Client(base_url=address, timeout=WAIT / 1000)
        config = self.client.get("/config").json()
        named = {one["props"].get("elem_id"): one["id"] for one in config["components"]}
        answer, field = named["ps-svar"], named["ps-fraga"]
        (self.event,) = (
            one["id"] for one in config["dependencies"] if one["outputs"] == [answer] and field in one["inputs"]
        )
        inputs = next(one["inputs"] for one in config["dependencies"] if one["id"] == self.event)
        values = {one["id"]: one["props"].get("value") for one in config["components"]}
        self.values = [values.get(one) for one in inputs]
        self.place = inputs.index(field)
        self.session = uuid.uuid4().hex[:12]

    def search(self, query: str) -> float:
        """Search and return the seconds until the panel has come; RuntimeError when it does not."""
        data = [query if place == self.place else value for place, value in enumerate(self.values)]
        body = {"data": data, "fn_index": self.event, "session_hash": self.session, "trigger_id": None}
        began = time.perf_counter()
        joined = self.client.post("/gradio_api/queue/join", json=body)
        joined.raise_for_status()
        with self.client.stream("GET", "/gradio_api/queue/data", params={"session_hash": self.session}) as stream:
            for line in stream.iter_lines():
                if '"process_completed"' in line:
                    if "data-address" not in line:
                        raise RuntimeError(line[:300])
                    return time.perf_counter() - began
        raise RuntimeError("the stream ended without an answer")


def many_users(address: str, queries: Sequence[str]) -> None:
    """Print the times of `USERS` who search at once, each ten times, and how many failed."""
    users = [User(address) for _ in range(USERS)]

    def run(place: int) -> list[float]:
        mine = [queries[(place * 7 + turn) % len(queries)] for turn in range(10)]
        return [users[place].search(f"{query} {place}") for query in mine]

    failed = 0
    times: list[float] = []
    with ThreadPoolExecutor(USERS) as pool:
        for future in [pool.submit(run, place) for place in range(USERS)]:
            try:
                times += future.result()
            except (RuntimeError, httpx.HTTPError) as error:
                failed += 1
                print(f"failed: {error}")
    _print_times(f"{USERS} users at once", [1000 * one for one in times])
    print(f"{'':<22}failed {failed}")


def soak(address: str, process: int, queries: Sequence[str]) -> None:
    """Print by how much the server's memory grows over `SOAKED` searches, after as many that warm it."""
    user = User(address)
    for turn in range(SOAKED // 5):
        user.search(f"{queries[turn % len(queries)]} {turn % 40}")
    before = _resident(process)
    for turn in range(SOAKED):
        user.search(f"{queries[turn % len(queries)]} {turn % 40}")
    after = _resident(process)
    print(f"{SOAKED} searches         memory {before:.0f} → {after:.0f} MB, grown by {after - before:.1f} MB")


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return sum(int(kb) for kb in re.findall(r"VmRSS:\s+(\d+)", status)) / 1024


def _print_times(name: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    at95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    print(f"{name:<22}median {statistics.median(ordered):5.0f} ms   p95 {at95:5.0f} ms   n {len(ordered)}", flush=True)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--queries", type=Path, default=QUERIES)
    options = parser.parse_args()
    queries = [one["query"] for one in json.loads(options.queries.read_text("utf-8"))][:50]
    with served(options.library) as (address, process):
        in_a_browser(address, queries)
        many_users(address, queries)
        soak(address, process, queries)


if __name__ == "__main__":
    main()
