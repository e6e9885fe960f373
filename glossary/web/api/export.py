"""Hand the whole glossary out as a file."""

import io

from flask import Response

from glossary.formats import NAMES, by_name, write
from glossary.web import schemas
from glossary.web.answers import answer_file
from glossary.web.base import base
from glossary.web.language import N_
from glossary.web.operations import Operation


def export(query: schemas.ExportQuery) -> Response:
    """Answer the curated glossary in the format asked for."""
    format = by_name(query.format)
    stream = io.BytesIO()
    write(base().store.terms(), stream, format.name)
    return answer_file(stream.getvalue(), name=f"en-clair{format.suffixes[0]}", media=format.media)


OPERATIONS = (
    Operation(
        method="GET",
        path="/api/v1/export",
        view=export,
        summary=N_("Fetch the whole glossary as a file"),
        query=schemas.ExportQuery,
        media=tuple(dict.fromkeys(by_name(name).media.split(";")[0] for name in NAMES)),
        errors=(415, 422),
    ),
)
