"""Translate every error into an answer: problem details or a page.

The one table from the errors of this package to HTTP. Programs get RFC 9457
`application/problem+json`, readers a page; both in their language, neither a
stack trace. What was sent is never logged.
"""

import json
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, Response, current_app, render_template, request
from werkzeug.exceptions import HTTPException

from glossary.errors import (
    Busy,
    Conflict,
    Forbidden,
    GlossaryError,
    InvalidInput,
    NotFound,
    Problem,
    TooLarge,
    UnknownFormat,
)
from glossary.web.language import N_, SERVICE_PATHS, current, translate
from glossary.web.sentences import retell

STATUSES: tuple[tuple[type[GlossaryError], int], ...] = (
    (InvalidInput, 422),
    (TooLarge, 413),
    (UnknownFormat, 415),
    (NotFound, 404),
    (Conflict, 409),
    (Forbidden, 403),
    (Busy, 503),
)
TITLES = {
    400: N_("The request cannot be read"),
    401: N_("A token is needed"),
    403: N_("Not allowed"),
    404: N_("Not found"),
    405: N_("Not possible here"),
    409: N_("Changed in the meantime"),
    412: N_("Changed in the meantime"),
    413: N_("Too large"),
    415: N_("Unknown format"),
    422: N_("Something is wrong in what was sent"),
    428: N_("A condition is missing"),
    429: N_("Too many requests"),
    500: N_("Something went wrong on our side"),
    503: N_("Not available for the moment"),
}
DETAILS = {
    404: N_("There is nothing at this address."),
    405: N_("This address does not answer that kind of request."),
    412: N_("It was changed since you read it; read it again and make your change anew."),
    413: N_("What was sent is larger than this service accepts."),
    428: N_("Send the ETag of what you read as If-Match, so that nobody's change is lost."),
    429: N_("Too many proposals came from your address; please come back later."),
    500: N_("The error is ours and has been noted; what you sent has not. Please try again."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Hold one error as it will be told."""

    status: int
    detail: str
    problems: tuple[Problem, ...] = ()
    near: tuple[str, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Name the kind of error in the reader's language."""
        return translate(TITLES.get(self.status, TITLES[400]))

    def to_json(self) -> dict[str, Any]:
        """Give the fields of RFC 9457, and ours: `errors`, `near`."""
        body: dict[str, Any] = {
            "type": f"/docs#problem-{self.status}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        if self.problems:
            body["errors"] = [problem._asdict() for problem in self.problems]
        if self.near:
            body["near"] = list(self.near)
        return body


def install(app: Flask) -> None:
    """Catch everything a view may raise."""
    app.register_error_handler(GlossaryError, _answer_ours)
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(Exception, _answer_bug)


def status_of(error: GlossaryError) -> int:
    """Look an error's status up in the table."""
    return next((status for kind, status in STATUSES if isinstance(error, kind)), 400)


def _answer_ours(error: GlossaryError) -> Response:
    status = status_of(error)
    headers: dict[str, str] = {}
    if isinstance(error, Busy):
        headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, Forbidden) and "Authorization" not in request.headers:
        status = 401
        headers["WWW-Authenticate"] = 'Bearer realm="En clair"'
    problems: Sequence[Problem] = getattr(error, "problems", ())
    return tell(
        Fault(
            status=status,
            detail=detail_of(error),
            problems=tuple(_translated(problem) for problem in problems if problem.where),
            near=getattr(error, "near", ()),
            headers=headers,
        )
    )


def detail_of(error: GlossaryError) -> str:
    """Say in the reader's language what went wrong."""
    if isinstance(error, TooLarge):
        sentence = translate("What was sent is over the limit of {limit:,} {unit}.")
        return sentence.format(limit=error.limit, unit=translate(error.unit)).replace(",", "\u202f")
    if isinstance(error, UnknownFormat):
        sentence = translate("Unknown format “{name}”; expected one of {known}.")
        return sentence.format(name=error.name, known=", ".join(error.known))
    if isinstance(error, NotFound):
        return translate("{what} was not found.").format(what=retell(error.what))
    if isinstance(error, InvalidInput):
        return "; ".join(_told(problem) for problem in error.problems)
    return retell(str(error))


def _told(problem: Problem) -> str:
    """Give place and complaint; the value stays out, it may be a whole text."""
    what = retell(problem.what)
    return f"{problem.where}: {what}" if problem.where else what


def _translated(problem: Problem) -> Problem:
    return problem._replace(what=retell(problem.what))


def _answer_http(error: HTTPException) -> Response:
    status = error.code or 500
    detail = DETAILS.get(status) or error.description or TITLES[400]
    kept = {name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After")}
    return tell(Fault(status=status, detail=translate(detail), headers=kept))


def _answer_bug(error: Exception) -> Response:
    """Note where the error arose, never its message: it may quote a reader's text."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    current_app.logger.error("%s in %s\n%s", type(error).__name__, request.endpoint, frames)
    return tell(Fault(status=500, detail=translate(DETAILS[500])))


def tell(fault: Fault) -> Response:
    """Answer as the client expects: problem details, or a page."""
    if request.path.startswith(SERVICE_PATHS):
        body = json.dumps(fault.to_json(), ensure_ascii=False, separators=(",", ":"))
        answer = Response(
            body.encode("utf-8", "backslashreplace"), fault.status, mimetype="application/problem+json"
        )
        answer.headers["Content-Language"] = current()
    else:
        answer = Response(render_template("fault.html", fault=fault), fault.status)
    answer.headers.update(fault.headers)
    answer.headers["Cache-Control"] = "no-store"
    return answer
