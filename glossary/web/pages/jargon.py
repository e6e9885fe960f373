"""Show those who write what their readers will not understand."""

from collections.abc import Mapping

from flask import Response, render_template, request

from glossary.errors import InvalidInput
from glossary.jargon.writing.letter import write as write_letter
from glossary.jargon.writing.words import excerpt
from glossary.web.api.jargon import report_of
from glossary.web.errors import detail_of, status_of
from glossary.web.operations import parse
from glossary.web.pages.annotate import CHOICES
from glossary.web.pages.blueprint import blueprint
from glossary.web.report_schemas import JargonBody


@blueprint.get("/relire")
def jargon() -> str:
    """Show the empty form."""
    return render_template("jargon.html", choices=CHOICES, body=None, text="")


@blueprint.post("/relire")
def show_report() -> Response:
    """Show the report on a pasted text, and a letter to its author."""
    try:
        body = read_form(request.form)
    except InvalidInput as error:
        text = request.form.get("text", "")
        page = render_template("jargon.html", choices=CHOICES, body=None, text=text, fault=detail_of(error))
        return _private(page, status_of(error))
    report = report_of(body)
    excerpts = [excerpt(report, finding) for finding in report.findings]
    shown = {"report": report, "excerpts": excerpts, "letter": write_letter([report])}
    return _private(render_template("jargon.html", choices=CHOICES, body=body, text=body.text, **shown))


def read_form(form: Mapping[str, str]) -> JargonBody:
    """Check the fields of the form; browsers send line ends as CR LF."""
    wishes = {name: form[name] for name in ("as_of", "format") if form.get(name)}
    accept = form.get("accept", "").replace(",", " ").split()
    return parse(JargonBody, {"text": form.get("text", "").replace("\r\n", "\n"), "accept": accept, **wishes})


def _private(page: str, status: int = 200) -> Response:
    response = Response(page, status)
    response.headers["Cache-Control"] = "no-store"
    return response
