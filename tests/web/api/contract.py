"""Hold answers against the schemas that describe them."""

from typing import Any

from pydantic import BaseModel
from werkzeug.test import TestResponse

from glossary.web import schemas


def conform(answer: TestResponse, model: type[BaseModel]) -> Any:
    """Give the JSON of an answer after checking it: all fields there, none unknown."""
    assert answer.status_code in (200, 201), answer.get_data(as_text=True)
    body = answer.get_json()
    checked = model.model_validate(body)
    assert checked.model_dump(mode="json") == body
    return body


def problem(answer: TestResponse, status: int) -> Any:
    """Give the problem details of a refused request after checking their shape."""
    assert answer.status_code == status, answer.get_data(as_text=True)
    assert answer.mimetype == "application/problem+json"
    body = answer.get_json()
    schemas.ProblemDetails.model_validate(body)
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert "Traceback" not in answer.get_data(as_text=True)
    return body
