"""Hand the whole glossary out as a file."""

import io
from datetime import date

from flask import Response

from glossary.formats import NAMES, Edition, by_name, write
from glossary.store import Store
from glossary.web import schemas
from glossary.web.answers import answer_file
from glossary.web.base import base
from glossary.web.language import N_
from glossary.web.operations import Operation


def export(query: schemas.ExportQuery) -> Response:
    """Answer the curated glossary in the format asked for."""
    format = by_name(query.format)
    stream = io.BytesIO()
    store = base().store
    terms = store.releases.terms(query.release) if query.release else store.terms()
    write(terms, stream, format.name, edition=edition_of(query.release, store))
    name = f"en-clair-{query.release or f'r{store.revision}'}{format.suffixes[0]}"
    return answer_file(stream.getvalue(), name=name, media=format.media)


def edition_of(release: str, store: Store) -> Edition:
    """Say of which state a file is, and when it was written."""
    name = f"version {release}" if release else f"révision {store.revision}"
    return Edition(name, date.today().isoformat())


OPERATIONS = (
    Operation(
        method="GET",
        path="/api/v1/export",
        view=export,
        summary=N_("Fetch the whole glossary as a file"),
        query=schemas.ExportQuery,
        media=tuple(dict.fromkeys(by_name(name).media.split(";")[0] for name in NAMES)),
        errors=(404, 415, 422),
    ),
)
