from __future__ import annotations

import asyncio
from typing import Any

from ui.page.turns import OTHERS, RESTORES, ROUTES, SEARCHES, THREADS, Routes, Turns


def test_small_things_always_find_a_thread() -> None:
    """All that may take long together leave threads of the pool free."""
    assert sum(one.turns for one in (SEARCHES, RESTORES, OTHERS, *ROUTES)) < THREADS


class Slow:
    """An app that counts how many it answers at once, and sends its answers slowly."""

    def __init__(self, expected: int) -> None:
        """Begin with nobody; the lines are slow until all that are expected have been computed."""
        self.expected = expected
        self.now = self.most = self.done = 0
        self.sent = asyncio.Event()

    async def __call__(self, _scope: Any, _receive: Any, send: Any) -> None:
        """Compute, answer, and wait for the line."""
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.01)
        self.now -= 1
        self.done += 1
        if self.done == self.expected:
            self.sent.set()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await self.sent.wait()


async def _asked(app: Slow, path: str, root: str = "") -> None:
    """Send as many requests as the app expects."""

    async def send(_: Any) -> None:
        await asyncio.sleep(0)

    turns = Turns(app, [Routes(("/page/",), 2)])
    scope = {"type": "http", "path": f"{root}{path}", "root_path": root}
    await asyncio.gather(*(turns(scope, None, send) for _ in range(app.expected)))  # type: ignore[arg-type]


def test_pages_are_rendered_by_turns_and_slow_lines_hold_up_nobody() -> None:
    """No more than the turns are computed at once, though every answer is still being sent."""
    for root in ("", "/protokoll"):
        app = Slow(9)
        asyncio.run(asyncio.wait_for(_asked(app, "/page/x/1.jpg", root), 30))
        assert (app.most, app.done) == (2, 9)


def test_what_has_no_turns_is_answered_at_once() -> None:
    """A style sheet does not wait for pages."""
    app = Slow(9)
    asyncio.run(asyncio.wait_for(_asked(app, "/protokollspar.css"), 30))
    assert app.most == 9


def test_a_turn_is_given_back_when_the_answer_fails() -> None:
    """An error costs nobody else their turn."""

    async def broken(*_: Any) -> None:
        await asyncio.sleep(0)
        raise LookupError

    async def ask() -> int:
        turns, failed = Turns(broken, [Routes(("/page/",), 1)]), 0
        for _ in range(3):
            try:
                await turns({"type": "http", "path": "/page/x"}, None, None)  # type: ignore[arg-type]
            except LookupError:
                failed += 1
        return failed

    assert asyncio.run(asyncio.wait_for(ask(), 30)) == 3
