"""Answer programs: one file a noun, one table of all operations."""

from flask import Flask

from glossary.web.api import (
    annotate,
    documents,
    edit,
    export,
    index,
    jargon,
    lookup,
    proposals,
    releases,
    service,
    terms,
)
from glossary.web.operations import Operation, register

OPERATIONS: tuple[Operation, ...] = (
    *lookup.OPERATIONS,
    *terms.OPERATIONS,
    *edit.OPERATIONS,
    *proposals.OPERATIONS,
    *releases.OPERATIONS,
    *annotate.OPERATIONS,
    *documents.OPERATIONS,
    *jargon.OPERATIONS,
    *index.OPERATIONS,
    *export.OPERATIONS,
    *service.OPERATIONS,
)


def install(app: Flask) -> None:
    """Add every operation to the application."""
    app.extensions["operations"] = OPERATIONS
    register(app, OPERATIONS)
