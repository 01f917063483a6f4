"""The body of a request as it comes in, held to its bounds of size and time.

Always holds: an app never gets more than the bounds; what it answers to a body that broke them is not sent, so that
the reason can be told instead.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from enum import Enum, auto
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class Fault(Enum):
    """What a body did."""

    TOO_LARGE = auto()
    TOO_SLOW = auto()


class Body:
    """Stands between the server and an app for one request."""

    def __init__(self, receive: Receive, send: Send, *, largest: int, seconds: float) -> None:
        """Bound the bytes of the body, and the seconds between two pieces of it."""
        self._receive, self._send, self._largest, self._seconds = receive, send, largest, seconds
        self._bytes, self._whole, self._answered = 0, False, False
        self.fault: Fault | None = None

    @property
    def unanswered_fault(self) -> Fault | None:
        """What went wrong, as long as it can still be told."""
        return None if self._answered else self.fault

    async def receive(self) -> Message:
        """Give the next piece; to the app a body that breaks the bounds looks like one whose sender has left."""
        if self._whole:
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), self._seconds)
        except TimeoutError:
            return self._broken(Fault.TOO_SLOW)
        self._bytes += len(message.get("body", b""))
        if self._bytes > self._largest:
            return self._broken(Fault.TOO_LARGE)
        self._whole = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """Send what the app answers."""
        if self.unanswered_fault is None:
            self._answered = True
            await self._send(message)

    def _broken(self, fault: Fault) -> Message:
        self.fault, self._whole = fault, True
        return {"type": "http.disconnect"}
