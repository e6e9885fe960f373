"""Annotate a text; it is forgotten when the answer is sent."""

from flask import Response

from glossary.annotate import Options, annotate
from glossary.documents import from_text, write_text
from glossary.web import presenters, schemas
from glossary.web.answers import answer_privately
from glossary.web.base import base
from glossary.web.language import N_
from glossary.web.operations import Operation


def annotate_text(body: schemas.AnnotateBody) -> Response:
    """Answer everything found in a text, and the text with its annotations."""
    document = from_text(body.text, body.format)
    options, lexicon = options_of(body), base().lexicon_with(body.collections, release=body.release)
    annotated = annotate(document, lexicon, options)
    output = write_text(document, annotated.marks, style=options.style)
    answered = presenters.present_annotation(
        annotated,
        output,
        revision=lexicon.revision,
        collections=() if body.release else base().collection_lexicons,
    )
    return answer_privately(answered)


def options_of(body: schemas.AnnotateBody) -> Options:
    """Give the wishes of a request to the engine."""
    return Options(
        style=body.style or ("abbr" if body.format == "html" else "expand"),
        occurrences=body.occurrences,
        long_first=body.long_first,
        as_of=body.as_of,
        domains=tuple(body.domains),
        full_forms=body.full_forms,
        headings=body.headings,
    )


OPERATIONS = (
    Operation(
        method="POST",
        path="/api/v1/annotate",
        view=annotate_text,
        summary=N_("Annotate a text; nothing of it is kept"),
        body=schemas.AnnotateBody,
        answer=schemas.Annotation,
        errors=(400, 404, 413, 415, 422),
    ),
)
