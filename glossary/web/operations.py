"""Bind REST operations to views: one table from which routes and OpenAPI come.

A view gets its path parameters, its checked `query` and its checked `body` as
arguments, and the name of the `editor` where it needs a token; it knows
neither Flask's request nor pydantic's errors.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from flask import Flask, Response, request
from pydantic import BaseModel, ValidationError

from glossary.web.complaints import from_validation
from glossary.web.editors import bearer
from glossary.web.requests import read_json

View = Callable[..., Response]
Schema = TypeVar("Schema", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Describe one REST call whole: where, what goes in, what comes out."""

    method: str
    path: str
    """In OpenAPI's spelling: `/api/v1/terms/{term_id}`."""
    view: View
    summary: str
    """One English sentence without full stop; it stands in the catalogues."""
    query: type[BaseModel] | None = None
    body: type[BaseModel] | None = None
    body_media: str = "application/json"
    answer: type[BaseModel] | None = None
    """None where the answer is no JSON; `media` says what it is then."""
    status: int = 200
    media: tuple[str, ...] = ("application/json",)
    errors: tuple[int, ...] = ()
    """Statuses of problem details beside those that every call may give."""
    needs_token: bool = False

    @property
    def name(self) -> str:
        """Give the name by which clients are generated."""
        return self.view.__name__

    @property
    def rule(self) -> str:
        """Give the path in Flask's spelling."""
        return self.path.replace("{", "<").replace("}", ">")


def register(app: Flask, operations: Iterable[Operation]) -> None:
    """Add a route for each operation."""
    for operation in operations:
        app.add_url_rule(
            operation.rule,
            endpoint=f"api.{operation.name}",
            view_func=bind(operation),
            methods=[operation.method],
        )


def bind(operation: Operation) -> View:
    """Wrap a view so that it only sees checked arguments."""

    @wraps(operation.view)
    def run(**given: Any) -> Response:
        if operation.needs_token:
            given["editor"] = bearer()
        if operation.query is not None:
            given["query"] = parse(operation.query, request.args.to_dict())
        if operation.body is not None and operation.body_media == "application/json":
            given["body"] = parse(operation.body, read_json())
        return operation.view(**given)

    return run


def parse(schema: type[Schema], given: object) -> Schema:
    """Check what a client sent; raise InvalidInput with every bad field."""
    try:
        return schema.model_validate(given)
    except ValidationError as error:
        raise from_validation(error) from None
