"""Describe the parts of SARIF 2.1.0 that we write, as the published schema does.

Every object of the standard refuses properties that it does not name; so do these.
"""

from typing import Any

Json = dict[str, Any]


def thing(required: list[str], **properties: Json) -> Json:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


TEXT: Json = {"type": "string"}
NUMBER: Json = {"type": "integer", "minimum": 1}
LEVEL: Json = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = thing(["text"], text=TEXT)
RULE = thing(
    ["id"],
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    defaultConfiguration=thing([], level=LEVEL),
)
DRIVER = thing(
    ["name"],
    name=TEXT,
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    rules={"type": "array", "uniqueItems": True, "items": RULE},
)
REGION = thing([], startLine=NUMBER, startColumn=NUMBER, endColumn=NUMBER)
LOCATION = thing(
    [],
    physicalLocation=thing(
        [],
        artifactLocation=thing([], uri={"type": "string", "pattern": r"^[!#-\[\]_a-z~%A-Z0-9]+$"}),
        region=REGION,
    ),
)
RESULT = thing(
    ["message"],
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=MESSAGE,
    locations={"type": "array", "items": LOCATION},
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
)
RUN = thing(
    ["tool"],
    tool=thing(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": ["array", "null"], "items": RESULT},
)
SCHEMA = thing(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}, "version": {"enum": ["2.1.0"]}},
    runs={"type": ["array", "null"], "items": RUN},
)
