"""Annotate a file; it is forgotten when the answer is sent."""

import io
from collections.abc import Callable, Mapping
from datetime import date

from flask import Response

from glossary.annotate import Options
from glossary.documents import FORMATS
from glossary.jargon import Settings
from glossary.jargon.reporting import report_annotated
from glossary.lexicon import Lexicon
from glossary.sheet import FORMATS as SHEETS
from glossary.sheet import make_sheet, write
from glossary.web import presenters
from glossary.web.answers import answer_file, answer_privately
from glossary.web.base import base
from glossary.web.document_schemas import DocumentBody, DocumentQuery
from glossary.web.files import Upload, handle, read_upload
from glossary.web.language import N_
from glossary.web.operations import Operation

Maker = Callable[[Upload, DocumentQuery, Lexicon], Response]


def annotate_document(query: DocumentQuery) -> Response:
    """Answer what is wanted of the file that was sent."""
    upload = read_upload()
    response = MAKERS[query.want](upload, query, base().lexicon_at(query.release))
    response.headers["Cache-Control"] = "no-store"
    response.headers.pop("ETag", None)
    return response


def options_of(query: DocumentQuery) -> Options:
    """Give the wishes of a request to the engine."""
    return Options(
        style=query.style,
        occurrences=query.occurrences,
        long_first=query.long_first,
        as_of=query.as_of,
        domains=tuple(query.domains),
        full_forms=query.full_forms,
        headings=query.headings,
    )


def _annotated(upload: Upload, query: DocumentQuery, lexicon: Lexicon) -> Response:
    handled = handle(upload, lexicon, options_of(query), has_table=query.table)
    return answer_file(handled.output, name=upload.renamed(handled.suffix), media=handled.media)


def _json(upload: Upload, query: DocumentQuery, lexicon: Lexicon) -> Response:
    handled = handle(upload, lexicon, options_of(query), has_table=query.table)
    is_text = FORMATS[handled.annotated.document.format].is_text
    output = handled.output.decode("utf-8", "replace") if is_text else None
    return answer_privately(
        presenters.present_annotation(handled.annotated, output, revision=lexicon.revision)
    )


def _report(upload: Upload, query: DocumentQuery, lexicon: Lexicon) -> Response:
    handled = handle(upload, lexicon, Options(style="none", as_of=query.as_of, domains=tuple(query.domains)))
    settings = Settings(today=date.today().isoformat(), as_of=query.as_of, domains=tuple(query.domains))
    report = report_annotated(handled.annotated, lexicon, settings, name=upload.name)
    return answer_privately(presenters.present_jargon(report))


def _sheet(upload: Upload, query: DocumentQuery, lexicon: Lexicon) -> Response:
    handled = handle(upload, lexicon, Options(style="none", as_of=query.as_of, domains=tuple(query.domains)))
    stream = io.BytesIO()
    write(make_sheet([(upload.name or "document", handled.annotated)]), stream, query.sheet)
    return answer_file(
        stream.getvalue(), name=upload.renamed(f"-fiche.{query.sheet}"), media=SHEETS[query.sheet].media_type
    )


MAKERS: Mapping[str, Maker] = {
    "annotated": _annotated,
    "json": _json,
    "report": _report,
    "sheet": _sheet,
}

OPERATIONS = (
    Operation(
        method="POST",
        path="/api/v1/documents",
        view=annotate_document,
        summary=N_("Annotate a file; nothing of it is kept"),
        query=DocumentQuery,
        body=DocumentBody,
        body_media="multipart/form-data",
        media=tuple(
            dict.fromkeys(
                media.split(";")[0]
                for media in (
                    *(found.media_type for found in FORMATS.values()),
                    "application/json",
                    *(found.media_type for found in SHEETS.values()),
                )
            )
        ),
        errors=(400, 404, 413, 415, 422, 503),
    ),
)
