"""The documents that describe the API: OpenAPI for programs, a page for people."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from ui.api import listing
from ui.api.routes import router
from ui.api.service import add_api

LETTERS_OF_ENGLISH = (" the ", " of ", " which ", " is ")


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """Return the OpenAPI document; no library is needed to make it."""
    app = FastAPI()
    add_api(app, None)  # type: ignore[arg-type] # nothing is asked
    return app.openapi()


def operations(document: dict[str, Any]) -> dict[str, Any]:
    """Return the operations by their names."""
    return {one["operationId"]: one for path in document["paths"].values() for one in path.values()}


def test_every_operation_is_described(document: dict[str, Any]) -> None:
    """Each says in Swedish what it does, what each parameter means, and which problems may come."""
    found = operations(document)
    assert {
        "search",
        "paragraph",
        "trace",
        "issues",
        "assignments",
        "reservations",
        "positions",
        "draft",
    } <= found.keys()
    assert len(found) == len(router.routes) + 1
    for name, operation in found.items():
        assert operation["description"], name
        assert operation["tags"], name
        for parameter in operation.get("parameters", ()):
            assert parameter["description"], (name, parameter["name"])
        if name != "healthz":
            for status in ("400", "404", "422", "503"):
                assert list(operation["responses"][status]["content"]) == ["application/problem+json"], name


def test_every_field_of_every_answer_is_described(document: dict[str, Any]) -> None:
    """A program's maker need not guess, and meets one language."""
    for name, schema in document["components"]["schemas"].items():
        assert not any(word in schema.get("description", "") for word in LETTERS_OF_ENGLISH), name
        if "enum" in schema or name in ("Box", "Correction"):
            continue
        assert schema["description"], name
        for field, told in schema["properties"].items():
            assert told.get("description") or "$ref" in told, (name, field)


def test_the_schemas_are_schemas(document: dict[str, Any]) -> None:
    """Each component is a valid JSON schema of the version that OpenAPI 3.1 names."""
    assert document["openapi"].startswith("3.1")
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_the_page_lists_every_address_and_loads_nothing_from_elsewhere(document: dict[str, Any]) -> None:
    """All operations with their parameters and fields; no script, no address of another computer."""
    page = unescape(listing.page(document))
    for path in document["paths"]:
        assert path in page
    for told in ("limit", "hits[].quote", "Högst så många", "krävs", "no-trace, reported"):
        assert told in page
    assert "<script" not in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page


def test_the_page_and_the_document_are_served() -> None:
    """People find the page at /api, programs the document at /openapi.json."""
    app = FastAPI(docs_url=None, redoc_url=None)
    add_api(app, None)  # type: ignore[arg-type] # nothing is asked
    with TestClient(app) as client:
        assert 'lang="sv"' in client.get("/api").text
        assert client.get("/openapi.json").json()["info"]["title"] == "Protokollspår"
