"""What the tests of the interface for programs stand on: the application without its page, and the real server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from index.library import Library
from ui.api.service import add_api

BASE = "http://127.0.0.1:7860"


@pytest.fixture(scope="session")
def api_app(library_path: Path) -> Iterator[FastAPI]:
    """Return an application that has the API alone."""
    with Library.open(library_path) as library:
        app = FastAPI(docs_url=None, redoc_url=None)
        add_api(app, library)
        yield app


@pytest.fixture(scope="session")
def api(api_app: FastAPI) -> Iterator[TestClient]:
    """Return a client of the API, in this process."""
    with TestClient(api_app, base_url=BASE) as client:
        yield client


@pytest.fixture(scope="session")
def served(library_path: Path) -> Iterator[str]:
    """Return the address of the server that people start."""
    command = [sys.executable, "-m", "ui.cli", "serve", "--port", "0", "--library", str(library_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found, f"serve said: {line!r}"
    yield found.group()
    process.terminate()
    process.wait(timeout=20)
    process.stdout.close()
