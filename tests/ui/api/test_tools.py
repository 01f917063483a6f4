"""The tools on the server that people start: an MCP client and Gradio's own client ask them over the network."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import pytest
from gradio_client import Client
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, TextContent, Tool

pytestmark = pytest.mark.model

CASE = "HSN 301-2021"
CALLS: dict[str, tuple[dict[str, Any], str]] = {
    "search": ({"query": "primärvård", "boards": ["HSN"], "kinds": ["decision"], "limit": 3}, "hits"),
    "get_paragraph": ({"paragraph": "HSN 2021-03-18 § 13"}, "decisions"),
    "trace": ({"start": CASE}, "events"),
    "assignments": ({"as_of": "2022-01-01", "boards": ["HSN"]}, "items"),
    "reservations": ({"years": "2021"}, "items"),
    "positions": ({"start": CASE}, "cells"),
}
"""What each tool is asked, and the list that its answer must hold something in."""


def asked(address: str, calls: list[tuple[str, dict[str, Any]]]) -> tuple[list[Tool], list[CallToolResult]]:
    """Return the tools of a server, and what it answers to these calls."""

    async def ask() -> tuple[list[Tool], list[CallToolResult]]:
        async with (
            streamable_http_client(f"{address}/gradio_api/mcp/") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            return tools, [await session.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(ask())


def text(result: CallToolResult) -> str:
    """Return what a tool answered."""
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def test_an_mcp_client_lists_and_calls_every_tool(served: str) -> None:
    """Six tools, each described argument by argument; each answers in JSON, word for word as the API does."""
    tools, results = asked(served, [(name, arguments) for name, (arguments, _) in CALLS.items()])
    assert {tool.name for tool in tools} == CALLS.keys()
    for tool in tools:
        assert tool.description
        assert "request" not in tool.inputSchema["properties"]
        for field in tool.inputSchema["properties"].values():
            assert field["description"]
    for (_, holds), result in zip(CALLS.values(), results, strict=True):
        assert not result.isError
        assert json.loads(text(result))[holds]
    found = json.loads(text(results[0]))
    same = httpx.get(
        f"{served}/api/v1/search", params={"q": "primärvård", "board": "HSN", "kind": "decision", "limit": 3}
    )
    assert found == same.json()
    assert found["hits"][0]["page_url"].startswith(f"{served}/?")


def test_what_a_tool_cannot_answer_is_told_in_swedish(served: str) -> None:
    """An unknown board, a place that is not there and a wrong date are errors with a cure, never a fall."""
    calls: list[tuple[str, dict[str, Any]]] = [
        ("search", {"query": "vård", "boards": ["HSX"]}),
        ("get_paragraph", {"paragraph": "finns-inte"}),
        ("assignments", {"as_of": "i går"}),
        ("search", {"query": "vård", "kinds": ["bok"]}),
        ("search", {"query": "vård", "limit": 1000}),
    ]
    _, results = asked(served, calls)
    assert all(result.isError for result in results)
    for result, said in zip(results, ("HSN", "finns-inte", "fel form", "bok", "högst 100"), strict=True):
        assert said in text(result)


def test_gradios_client_asks_the_same(served: str) -> None:
    """The named endpoints answer with plain values; the page's own events are none of them."""
    client = Client(served, verbose=False, analytics_enabled=False)
    endpoints = client.view_api(return_format="dict")["named_endpoints"]
    assert {name.removeprefix("/") for name in endpoints} == CALLS.keys()
    answer = client.predict(query="primärvård", limit=2, api_name="/search")
    assert answer["hits"] == httpx.get(f"{served}/api/v1/search?q=primärvård&limit=2").json()["hits"]
    for name, (arguments, holds) in CALLS.items():
        assert client.predict(**arguments, api_name=f"/{name}")[holds]


def test_events_of_the_page_are_no_tools(served: str) -> None:
    """Only the six questions are public; Gradio's own description of them can be made."""
    info = httpx.get(f"{served}/gradio_api/info").json()
    assert {name.removeprefix("/") for name in info["named_endpoints"]} == CALLS.keys()
    assert info["unnamed_endpoints"] == {}
    for endpoint in info["named_endpoints"].values():
        assert endpoint["description"]
        assert all(parameter["type"] for parameter in endpoint["parameters"])
        assert all(returned["type"]["type"] == "object" for returned in endpoint["returns"])
    events = httpx.get(f"{served}/config").json()["dependencies"]
    public = {event["api_name"] for event in events if event["api_visibility"] != "private"}
    assert public == CALLS.keys()
