"""Tell about the service itself: its health, its figures, its interface."""

from flask import Response, current_app

from glossary.web import presenters, schemas
from glossary.web.answers import answer
from glossary.web.base import base
from glossary.web.language import N_
from glossary.web.metrics import expose
from glossary.web.openapi import describe
from glossary.web.operations import Operation
from glossary.web.version import VERSION


def health() -> Response:
    """Answer that the service is well; 503 when the database cannot be read."""
    revision = base().store.revision  # asks the database itself
    return answer(presenters.present_health(base().lexicon, revision=revision, version=VERSION))


def openapi() -> Response:
    """Answer the description of this interface."""
    return answer(describe(current_app.extensions["operations"], version=VERSION))


def metrics() -> Response:
    """Answer the counters of this worker; numbers only."""
    return Response(expose(), content_type="text/plain; version=0.0.4; charset=utf-8")


OPERATIONS = (
    Operation(
        method="GET",
        path="/health",
        view=health,
        summary=N_("Ask whether the service is well"),
        answer=schemas.Health,
        errors=(503,),
    ),
    Operation(
        method="GET",
        path="/openapi.json",
        view=openapi,
        summary=N_("Fetch the description of this interface"),
        media=("application/json",),
    ),
    Operation(
        method="GET",
        path="/metrics",
        view=metrics,
        summary=N_("Fetch the counters of this worker"),
        media=("text/plain",),
    ),
)
