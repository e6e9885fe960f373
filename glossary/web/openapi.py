"""Generate the OpenAPI document from the table of operations and the schemas."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from glossary.web import schemas
from glossary.web.errors import TITLES
from glossary.web.operations import Operation

Json = dict[str, Any]

REF = "#/components/schemas/{model}"
PROBLEM_MEDIA = "application/problem+json"
# Every call may meet these.
COMMON_ERRORS = (500, 503)


def describe(operations: Sequence[Operation], *, version: str) -> Json:
    """Give the OpenAPI 3.1 document of a table of operations."""
    paths: dict[str, Json] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "En clair",
            "version": version,
            "description": "A glossary of French administrative acronyms that reads documents with you. "
            "Offsets are half-open and count code points. Texts are never stored.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": _schemas(operations),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(operation: Operation) -> Json:
    described: Json = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [_tag(operation.path)],
        "parameters": [*_path_parameters(operation.path), *_query_parameters(operation.query)],
        "responses": _responses(operation),
    }
    if operation.body is not None:
        described["requestBody"] = {"required": True, "content": {operation.body_media: _ref(operation.body)}}
    if operation.needs_token:
        described["security"] = [{"token": []}]
    return described


def _tag(path: str) -> str:
    return path.removeprefix("/api/v1/").strip("/").split("/")[0].split(".")[0]


def _path_parameters(path: str) -> list[Json]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"{(\w+)}", path)
    ]


def _query_parameters(query: type[BaseModel] | None) -> list[Json]:
    if query is None:
        return []
    schema = query.model_json_schema(ref_template=REF)
    required = schema.get("required", [])
    return [
        {
            "name": name,
            "in": "query",
            "required": name in required,
            "description": rules.pop("description", ""),
            "schema": rules,
        }
        for name, rules in schema["properties"].items()
    ]


def _responses(operation: Operation) -> Json:
    content = {media: _ref(operation.answer) for media in operation.media}
    good: Json = {"description": "OK" if operation.status == 200 else "Created", "content": content}
    problems = {
        str(status): {
            "description": TITLES[status],
            "content": {PROBLEM_MEDIA: _ref(schemas.ProblemDetails)},
        }
        for status in sorted({*operation.errors, *COMMON_ERRORS})
    }
    return {str(operation.status): good, **problems}


def _ref(model: type[BaseModel] | None) -> Json:
    return {"schema": {"$ref": REF.format(model=model.__name__)}} if model else {}


def _schemas(operations: Iterable[Operation]) -> Json:
    bodies = {operation.body for operation in operations if operation.body}
    answers = {operation.answer for operation in operations if operation.answer} | {schemas.ProblemDetails}
    wanted: Any = [
        *((model, "validation") for model in sorted(bodies, key=lambda model: model.__name__)),
        *((model, "serialization") for model in sorted(answers, key=lambda model: model.__name__)),
    ]
    _, schema = models_json_schema(wanted, ref_template=REF)
    return dict(schema["$defs"])
