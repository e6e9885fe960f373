"""Show a pasted text with its sigles explained; the text is forgotten at once."""

from typing import Any

from flask import Response, render_template, request
from werkzeug.datastructures import MultiDict

from glossary.annotate import Annotated
from glossary.annotate import annotate as find_meanings
from glossary.documents import from_text, write_text
from glossary.errors import InvalidInput
from glossary.lookup import outside
from glossary.web import reading, schemas
from glossary.web.api.annotate import options_of
from glossary.web.base import base
from glossary.web.errors import detail_of, status_of
from glossary.web.language import N_
from glossary.web.operations import parse
from glossary.web.pages.blueprint import blueprint

CHOICES = {
    "occurrences": (
        ("first", N_("the first time each stands there")),
        ("section", N_("the first time in each section")),
        ("all", N_("every time")),
    ),
    "format": (("text", N_("plain text")), ("markdown", N_("Markdown")), ("html", N_("HTML source"))),
}


@blueprint.get("/annoter")
def annotate() -> str:
    """Show the empty form."""
    return _page(body=None, text="")


@blueprint.post("/annoter")
def show_annotated() -> Response:
    """Show the text annotated, with what was found, what is open, what is unknown."""
    try:
        body = read_form(request.form)
    except InvalidInput as error:
        page = _page(body=None, text=request.form.get("text", ""), fault=detail_of(error))
        return _private(page, status_of(error))
    document = from_text(body.text, body.format)
    lexicon = base().lexicon_with(body.collections, release=body.release)
    annotated = find_meanings(document, lexicon, options_of(body))
    output = write_text(document, annotated.marks, style="expand")
    found = found_in(annotated, release=body.release)
    return _private(_page(body=body, text=body.text, output=output, revision=lexicon.revision, **found))


def _page(**shown: Any) -> str:
    """Show the form, with what was found where there is something."""
    releases = base().store.releases.all()
    return render_template(
        "annotate.html", choices=CHOICES, collections=base().collections, releases=releases, **shown
    )


def found_in(annotated: Annotated, *, release: str = "") -> dict[str, Any]:
    """Give what `found.html` shows of an annotated document."""
    unknown = (piece.surface for piece in annotated.unknown)
    return {
        "annotated": annotated,
        "reading": reading.read(annotated),
        "outside": outside(unknown, () if release else base().collection_lexicons),
        "excluded": {found.key for found in base().store.proposals.exclusions()},
    }


def read_form(form: MultiDict[str, str]) -> schemas.AnnotateBody:
    """Check the fields of the form; browsers send line ends as CR LF."""
    text = form.get("text", "").replace("\r\n", "\n")
    wishes: dict[str, object] = {
        name: form[name] for name in ("occurrences", "as_of", "format", "release") if form.get(name)
    }
    wishes |= {"long_first": "long_first" in form, "collections": form.getlist("collections")}
    return parse(schemas.AnnotateBody, {"text": text, **wishes})


def _private(page: str, status: int = 200) -> Response:
    response = Response(page, status)
    response.headers["Cache-Control"] = "no-store"
    return response
