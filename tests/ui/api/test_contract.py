"""Schemathesis asks every operation of the API what its document allows, and what it does not."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from ui.api.routes import router

pytestmark = pytest.mark.model

OPERATIONS = [
    (route.path, method)
    for route in router.routes
    if isinstance(route, APIRoute)
    for method in sorted(route.methods or ())
]
PATIENCE = 120
"""Seconds; what is asked first loads the model, or embeds every argument of the library."""
KEPT = (
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
)


@pytest.fixture(scope="session")
def schema(api_app: FastAPI) -> Any:
    """Return the document of the API."""
    return schemathesis.openapi.from_asgi("/openapi.json", api_app)


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_no_question_breaks_the_api(schema: Any, path: str, method: str) -> None:
    """Whatever is asked, the answer is one that the document promises: status, media type and form."""
    operation = schema[path][method]
    right, wrong = (operation.as_strategy(generation_mode=mode) for mode in GenerationMode)

    @given(case=st.one_of(right, wrong))
    @settings(
        max_examples=12,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Any) -> None:
        case.call_and_validate(checks=KEPT, timeout=PATIENCE)

    ask()
