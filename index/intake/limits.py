"""How long and how much memory one step of a job, a page of a file, may take.

Owns the worker's side of it: at each step a worker says where it is, in a number that it shares with its parent, and
lets its address space grow by no more than the limit from there; memory that is asked for beyond is refused, which
ends the step with MemoryError or the process with a crash that the parent notices. Time is watched by the parent, in
``index.intake.workers``. Outside a worker nothing is limited. Systems without ``/proc`` or limits on address space
(macOS, Windows) have the limit of time only.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

try:
    import resource
except ImportError:  # Windows knows no limits of this kind
    resource = None  # type: ignore[assignment]

_STATUS = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` of wall time and ``memory`` in bytes beyond what is in use when the step begins."""

    seconds: float = 60.0
    memory: int = 1 << 30


class _Here:
    """The step that this process is at; a number nobody shares in a process that is no worker."""

    cell: Any = None
    limits: Limits | None = None


def use_cell(cell: Any, limits: Limits | None) -> None:
    """Tell the parent about steps through ``cell``, a shared integer, and keep each within ``limits``."""
    _Here.cell, _Here.limits = cell, limits


def enter_step(number: int) -> None:
    """Say that the job has come to a step; 0 stands for what belongs to none."""
    if _Here.cell is None:
        return
    _Here.cell.value = number
    if _Here.limits is not None and resource is not None:
        _bound(_Here.limits.memory if number else None)


def _bound(more: int | None) -> None:
    """Let the address space grow by so many bytes from here; without limit for None."""
    with suppress(OSError, ValueError):  # a system that cannot tell or bound it has the limit of time
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        if more is None:
            resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
            return
        used = int(_STATUS.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        soft = used + more if hard == resource.RLIM_INFINITY else min(used + more, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
