"""Tell what readers of a text will not understand; the text is forgotten at once."""

from datetime import date

from flask import Response

from glossary.documents import from_text
from glossary.jargon import Report, Settings, accepted_keys, report
from glossary.web import presenters, report_schemas
from glossary.web.answers import answer_privately
from glossary.web.base import base
from glossary.web.language import N_
from glossary.web.operations import Operation


def report_jargon(body: report_schemas.JargonBody) -> Response:
    """Answer findings, figures, a verdict and the changes that would help most."""
    return answer_privately(presenters.present_jargon(report_of(body)))


def report_of(body: report_schemas.JargonBody) -> Report:
    """Make the report that a request asks for."""
    settings = Settings(
        today=date.today().isoformat(),
        accepted=accepted_keys(body.accept),
        max_new=body.max_new,
        severities=body.severities,
        as_of=body.as_of,
        domains=tuple(body.domains),
    )
    return report(from_text(body.text, body.format), base().lexicon_at(body.release), settings)


OPERATIONS = (
    Operation(
        method="POST",
        path="/api/v1/jargon",
        view=report_jargon,
        summary=N_("Tell what readers of a text will not understand; nothing of it is kept"),
        body=report_schemas.JargonBody,
        answer=report_schemas.JargonReport,
        errors=(400, 404, 413, 415, 422),
    ),
)
