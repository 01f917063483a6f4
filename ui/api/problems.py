"""What is said when a request cannot be answered: problems as RFC 9457 has them, in Swedish.

Always holds: what the library or the checking of a question raises becomes 400, 404, 422 or 503 with what to do, never
a 500; a parameter that is unknown is told with the nearest that exists. Leaves out errors of the page's own addresses.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Coroutine, Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match

from index.errors import LibraryError, NotInLibraryError, UnknownFilterError
from ui import words
from ui.api.models.base import Frozen

MEDIA_TYPE = "application/problem+json"
_TITLES = {
    400: "Frågan går inte att besvara",
    404: "Finns inte",
    405: "Metoden finns inte här",
    422: "Frågan är felskriven",
    503: "Biblioteket går inte att läsa",
}


class Fault(Frozen):
    """Ett fel i en parameter."""

    parameter: str = Field(description="Parametern.")
    message: str = Field(description="Vad som är fel.")


class Problem(Frozen):
    """Ett fel enligt RFC 9457."""

    type: str = Field(default="about:blank", description="Felets slag.")
    title: str = Field(description="Felet i korthet.")
    status: int = Field(description="HTTP-status.")
    detail: str = Field(description="Vad som hände och vad man kan göra.")
    instance: str = Field(description="Adressen som frågades.")
    errors: tuple[Fault, ...] = Field(default=(), description="Felen parameter för parameter (422).")


RESPONSES: Mapping[int | str, dict[str, Any]] = {
    400: {
        "model": Problem,
        "description": "Ett filter har ett värde som inte finns; svaret säger vilka som är närmast.",
    },
    404: {"model": Problem, "description": "Det som frågades efter finns inte i biblioteket."},
    422: {"model": Problem, "description": "En parameter saknas, är okänd eller har fel form."},
    503: {"model": Problem, "description": "Biblioteket går inte att läsa just nu."},
}
"""What every operation may answer beside what was asked for."""

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class ProblemRoute(APIRoute):
    """A route whose errors are problems."""

    def get_route_handler(self) -> Handler:
        """Return the handler with its errors told."""
        answer = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await answer(request)
            except RequestValidationError as error:
                faults = faults_of(error.errors(), parameters(self))
                return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, in_one(faults), faults)
            except LibraryError as error:
                return problem(request, status_of(error), str(error))
            except HTTPException as error:
                return problem(request, error.status_code, "Det som skickades går inte att läsa som JSON i UTF-8.")

        return told


class Elsewhere:
    """Answers what no route of ``routes`` answers: 404, or 405 where only the method is wrong."""

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        """Name the routes that exist."""
        self._routes = routes

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        request = Request(scope)
        within = {**scope, "root_path": scope.get("app_root_path", "")}
        allowed = {
            method for route in self._routes if _touches(route, within) for method in getattr(route, "methods", ())
        }
        if allowed:
            response = problem(
                request, HTTPStatus.METHOD_NOT_ALLOWED, f"Använd {words.listed(sorted(allowed), 'eller')}."
            )
            response.headers["Allow"] = ", ".join(sorted(allowed))
        else:
            response = problem(request, HTTPStatus.NOT_FOUND, "Adressen finns inte. /api listar dem som finns.")
        await response(scope, receive, send)


def problem(request: Request, status: int, detail: str, faults: Iterable[Fault] = ()) -> JSONResponse:
    """Return a problem as an answer."""
    told = Problem(
        title=_TITLES.get(status, HTTPStatus(status).phrase),
        status=status,
        detail=detail,
        instance=request.url.path,
        errors=tuple(faults),
    )
    return JSONResponse(told.model_dump(mode="json"), status_code=status, media_type=MEDIA_TYPE)


def status_of(error: LibraryError) -> int:
    """Return the status of what the library raised."""
    if isinstance(error, NotInLibraryError):
        return HTTPStatus.NOT_FOUND
    return HTTPStatus.BAD_REQUEST if isinstance(error, UnknownFilterError) else HTTPStatus.SERVICE_UNAVAILABLE


def faults_of(errors: Iterable[Mapping[str, Any]], known: Collection[str]) -> tuple[Fault, ...]:
    """Return what pydantic found wrong, in Swedish; ``known`` are the parameters that exist."""
    return tuple(Fault(parameter=_named(one), message=_said(one, known)) for one in errors)


def in_one(faults: Iterable[Fault]) -> str:
    """Return faults as one line."""
    return " ".join(f"{one.parameter}: {one.message}" if one.parameter else one.message for one in faults)


def parameters(route: APIRoute) -> tuple[str, ...]:
    """Return the names of a route's parameters in the query and of the fields of its body."""
    dependant = route.dependant
    models = (field.field_info.annotation for field in (*dependant.query_params, *dependant.body_params))
    return tuple(name for model in models for name in names_of(model))


def names_of(model: Any) -> tuple[str, ...]:
    """Return the names of a question's parameters, as they are written."""
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return ()
    return tuple(field.alias or name for name, field in model.model_fields.items())


_WHERE = ("query", "path", "body", "header")


def _named(error: Mapping[str, Any]) -> str:
    parts = [str(part) for part in error["loc"] if part not in _WHERE and not isinstance(part, int)]
    return ".".join(parts)


_SAID: Mapping[str, str] = {
    "missing": "saknas.",
    "int_parsing": "ska vara ett heltal.",
    "int_type": "ska vara ett heltal.",
    "int_from_float": "ska vara ett heltal.",
    "int_parsing_size": "är ett för stort tal.",
    "bool_parsing": "ska vara true eller false.",
    "bool_type": "ska vara true eller false.",
    "string_type": "ska vara text.",
    "string_unicode": "ska vara text i UTF-8.",
    "string_too_short": "får inte vara tom.",
    "string_too_long": "får ha högst {max_length} tecken.",
    "too_long": "får ha högst {max_length} värden.",
    "tuple_type": "ska vara en lista.",
    "greater_than_equal": "ska vara minst {ge}.",
    "less_than_equal": "får vara högst {le}.",
    "enum": "ska vara något av {expected}.",
    "literal_error": "ska vara något av {expected}.",
    "value_error": "{error}",
    "json_invalid": "Det som skickades är inte giltig JSON.",
    "model_attributes_type": "Det som skickades ska vara ett JSON-objekt.",
    "model_type": "Det som skickades ska vara ett JSON-objekt.",
    "string_pattern_mismatch": "har fel form. Skriv datum som 2024, 2024-11 eller 2024-11-21, år som 2023 eller "
    "2021-2024.",
}


def _said(error: Mapping[str, Any], known: Collection[str]) -> str:
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown(str(error["loc"][-1]), known)
    context = {
        name: str(value).replace(" or ", " eller ").replace("'", "") for name, value in error.get("ctx", {}).items()
    }
    return _SAID.get(kind, "har ett värde som inte går att förstå.").format_map(context)


def _unknown(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    there = f"Närmast är: {', '.join(near)}." if near else f"Där finns: {', '.join(known)}."
    return f"finns inte. {there}" if known else "finns inte."


def _touches(route: BaseRoute, scope: Mapping[str, Any]) -> bool:
    return route.matches(dict(scope))[0] is not Match.NONE
