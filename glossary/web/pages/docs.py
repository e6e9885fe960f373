"""Show the REST interface to those who build on it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from flask import current_app, render_template

from glossary.web.errors import TITLES
from glossary.web.language import translate
from glossary.web.openapi import describe
from glossary.web.pages.blueprint import blueprint
from glossary.web.version import VERSION

Json = dict[str, Any]


class Field(NamedTuple):
    """Hold one parameter or body field as it is shown."""

    name: str
    is_required: bool
    values: str
    default: str


@blueprint.get("/docs")
def docs() -> str:
    """Show every operation of the OpenAPI document."""
    document = describe(current_app.extensions["operations"], version=VERSION)
    return render_template("docs.html", document=document, titles=TITLES, fields_of=fields_of)


def fields_of(operation: Json, document: Json) -> list[Field]:
    """Give everything that an operation takes: parameters first, then body fields."""
    return [*_parameters(operation), *_body(operation, document)]


def _parameters(operation: Json) -> Iterator[Field]:
    for parameter in operation["parameters"]:
        yield _field(parameter["name"], parameter["schema"], parameter["required"])


def _body(operation: Json, document: Json) -> Iterator[Field]:
    for content in operation.get("requestBody", {}).get("content", {}).values():
        name = content["schema"]["$ref"].rsplit("/", 1)[1]
        schema = document["components"]["schemas"][name]
        for field, rules in schema.get("properties", {}).items():
            yield _field(field, rules, field in schema.get("required", ()))


def _field(name: str, rules: Json, is_required: bool) -> Field:
    default = rules.get("default")
    shown = (
        ""
        if default in (None, "", [])
        else str(default).lower()
        if isinstance(default, bool)
        else str(default)
    )
    return Field(name, is_required, values_of(rules), shown)


def values_of(rules: Json) -> str:
    """Say in words which values a schema allows."""
    kinds = [kind for kind in rules.get("anyOf", [rules]) if kind.get("type") != "null"]
    rules = {**rules, **kinds[0]}
    if "enum" in rules:
        return ", ".join(filter(None, rules["enum"]))
    if "description" in rules:
        description: str = rules["description"]
        return translate(description)
    names = {
        "integer": translate("whole number"),
        "boolean": translate("true or false"),
        "array": translate("list"),
        "object": translate("object"),
    }
    kind = names.get(rules.get("type", ""), translate("text"))
    if "maximum" in rules:
        return translate("{kind}, {least} to {most}").format(
            kind=kind, least=rules.get("minimum", 0), most=rules["maximum"]
        )
    if "maxLength" in rules:
        return translate("{kind}, at most {most} characters").format(kind=kind, most=rules["maxLength"])
    return kind
