"""The documentation of the API as one page of HTML, made of its OpenAPI document.

Always holds: pure; the page loads nothing from elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ui.page.html import Markup, join, tag
from ui.page.theme import COLOURS

Schema = Mapping[str, Any]
_TYPES = {"string": "text", "integer": "heltal", "number": "tal", "boolean": "true/false", "array": "lista", "null": ""}
EXAMPLE = "/api/v1/search?q=primärvård&year=2021-2024&kind=reservation&limit=5"


def page(document: Schema) -> str:
    """Return the whole page."""
    title = f"{document['info']['title']} för program"
    by_tag: dict[str, list[tuple[str, str, Schema]]] = defaultdict(list)
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            for name in operation.get("tags", ()):
                by_tag[name].append((method.upper(), path, operation))
    sections = (_section(name, each, document) for name, each in by_tag.items())
    body = tag("body", tag("main", _opening(title, document["info"]), _contents(by_tag), *sections))
    return f"<!doctype html>{tag('html', _head(title), body, lang='sv')}"


def style() -> str:
    """Return the style sheet of the page: the page's own colours, in light and dark as the reader's computer is set."""
    light, dark = (
        "".join(f"--ps-{name.replace('_', '-')}:{value[place]};" for name, value in COLOURS.items()) for place in (0, 1)
    )
    rules = (Path(__file__).parent / "api.css").read_text(encoding="utf-8")
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{rules}"


def _head(title: str) -> Markup:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("link", rel="stylesheet", href="api.css"),
    )


def _opening(title: str, info: Schema) -> Markup:
    return join(
        [
            tag("p", tag("a", "Till webbsidan", href="./")),
            tag("h1", title),
            tag("p", info["description"]),
            tag(
                "p",
                "Varje citat i svaren har organ, datum, §, sida, fil, hänvisning och adressen till protokollssidan. ",
                "Bredvid står vad som genomsöktes: att inget hittas betyder inte att inget finns.",
            ),
            tag("p", "Ett exempel: ", tag("a", tag("code", EXAMPLE), href=EXAMPLE.removeprefix("/"))),
            tag(
                "p",
                "Hela beskrivningen i OpenAPI: ",
                tag("a", tag("code", "/openapi.json"), href="openapi.json"),
                ". MCP-server: ",
                tag("code", "/gradio_api/mcp/"),
                f". Version {info['version']}.",
            ),
        ]
    )


def _contents(by_tag: Mapping[str, Sequence[tuple[str, str, Schema]]]) -> Markup:
    links = (
        tag("li", tag("a", tag("code", f"{method} {path}"), href=f"#{operation['operationId']}"))
        for each in by_tag.values()
        for method, path, operation in each
    )
    return tag("nav", tag("h2", "Adresser", id="adresser"), tag("ul", *links), aria_labelledby="adresser")


def _section(name: str, operations: Iterable[tuple[str, str, Schema]], document: Schema) -> Markup:
    return tag("section", tag("h2", name), *(_operation(*one, document) for one in operations))


def _operation(method: str, path: str, operation: Schema, document: Schema) -> Markup:
    name = f"{method} {path}"
    asked = [*_parameters(operation, document), *_body(operation, document)]
    answer = _schema_of(operation["responses"]["200"], document)
    fields = [_row(*one) for one in _flat(answer, document)] if answer else []
    return tag(
        "article",
        tag("h3", tag("code", name), id=operation["operationId"]),
        tag("p", operation.get("description", "")),
        _table("parametrar", name, asked) if asked else "",
        tag("details", tag("summary", "Svarets fält"), _table("fält", name, fields)) if fields else "",
    )


def _table(first: str, of: str, rows: Iterable[Markup]) -> Markup:
    """Return a table in a box that scrolls where the screen is narrow, by keyboard too."""
    names = (tag("th", name, scope="col") for name in (first, "slag", "betydelse"))
    table = tag("table", tag("thead", tag("tr", *names)), tag("tbody", *rows))
    return tag("div", table, class_="ps-api-table", tabindex=0, role="region", aria_label=f"{of}: {first}")


def _parameters(operation: Schema, document: Schema) -> Iterator[Markup]:
    for one in sorted(operation.get("parameters", ()), key=_late):
        schema = {"description": one.get("description"), **_with_values(one["schema"], document)}
        yield _row(one["name"], schema, needed=one.get("required"))


def _late(parameter: Schema) -> bool:
    """Whether a parameter is of the sort that every list has."""
    return parameter["name"] in ("limit", "offset")


def _body(operation: Schema, document: Schema) -> Iterator[Markup]:
    body = operation.get("requestBody")
    schema = _schema_of(body, document) if body else None
    for name, field in (schema or {}).get("properties", {}).items():
        yield _row(name, field, needed=name in (schema or {}).get("required", ()))


def _flat(
    schema: Schema, document: Schema, within: str = "", seen: tuple[str, ...] = ()
) -> Iterator[tuple[str, Schema]]:
    """Yield the fields of a schema, those of lists and objects within it too: "hits[].quote"."""
    for name, field in schema.get("properties", {}).items():
        yield f"{within}{name}", _with_values(field, document)
        inner = field.get("items", field)
        target = inner.get("$ref") or next((one["$ref"] for one in inner.get("anyOf", ()) if "$ref" in one), None)
        if target and target not in seen:
            mark = "[]." if "items" in field else "."
            yield from _flat(_resolved(target, document), document, f"{within}{name}{mark}", (*seen, target))


def _row(name: str, schema: Schema, *, needed: bool | None = False) -> Markup:
    return tag(
        "tr",
        tag("td", tag("code", name)),
        tag("td", _type(schema) + (", krävs" if needed else "")),
        tag("td", schema.get("description"), _limits(schema)),
    )


def _type(schema: Schema) -> str:
    if "anyOf" in schema:
        kinds = [_type(one) for one in schema["anyOf"]]
        return " eller ".join(dict.fromkeys(kind for kind in kinds if kind))
    if schema.get("type") == "array":
        inner = _type(schema["items"]) if "items" in schema else ""
        return f"lista av {inner}" if inner else "lista"
    return _TYPES.get(str(schema.get("type", "")), "objekt")


def _limits(schema: Schema) -> str:
    kinds = [schema.get("items", schema), *schema.get("anyOf", ())]
    values = next((kind["enum"] for kind in kinds if "enum" in kind), ())
    told = []
    if "default" in schema and schema["default"] not in (None, "", []):
        told.append(f"Annars {str(schema['default']).lower()}.")
    if "maximum" in schema:
        told.append(f"{schema.get('minimum', 0)}–{schema['maximum']}.")
    if values:
        told.append(f"Något av {', '.join(map(str, values))}.")
    return " " + " ".join(told) if told else ""


def _schema_of(holder: Schema, document: Schema) -> Schema | None:
    schema = holder.get("content", {}).get("application/json", {}).get("schema", {})
    return _resolved(schema["$ref"], document) if "$ref" in schema else None


def _with_values(schema: Schema, document: Schema) -> Schema:
    """Return a schema with lists of values in place of references to them; what refers to more is left."""
    if "$ref" in schema:
        found = _resolved(schema["$ref"], document)
        return {**found, **schema} if "enum" in found else schema
    if "items" in schema:
        return {**schema, "items": _with_values(schema["items"], document)}
    if "anyOf" in schema:
        return {**schema, "anyOf": [_with_values(one, document) for one in schema["anyOf"]]}
    return schema


def _resolved(reference: str, document: Schema) -> Schema:
    found: Schema = document["components"]["schemas"][reference.rpartition("/")[2]]
    return found
