"""The watch over what the server asks of others can see something."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.ui.browser.conftest import alone

TRY = """
import socket, sys
try:
    socket.create_connection((sys.argv[1], 9), timeout=1)
except OSError as error:
    print(type(error).__name__)
"""


def tried(host: str, report: Path) -> str:
    """Return what a process that must stay at home meets when it connects to a host."""
    command = [sys.executable, "-c", TRY, host]
    return subprocess.run(command, env=alone(report), capture_output=True, text=True, check=True).stdout.strip()


def test_a_connection_to_another_host_is_refused_and_told(tmp_path: Path) -> None:
    """An address of documentation (RFC 5737) and a name are both stopped before anything is sent."""
    report = tmp_path / "fragade.txt"
    assert tried("192.0.2.1", report) == "PermissionError"
    assert tried("protokoll.example", report) == "PermissionError"
    assert "192.0.2.1" in report.read_text(encoding="utf-8")
    assert "protokoll.example" in report.read_text(encoding="utf-8")


def test_this_computer_may_be_asked(tmp_path: Path) -> None:
    """The loopback address is no other host: nobody listens there, and nothing is reported."""
    report = tmp_path / "fragade.txt"
    assert tried("127.0.0.1", report) == "ConnectionRefusedError"
    assert not report.exists()
