"""Annotate a file that a reader drops; it is forgotten when the page is sent.

What was written is handed back inside the page, as the address of a link to
save it: the service keeps no file that a second request could fetch.
"""

import base64
import io
from collections.abc import Mapping
from typing import Any

from flask import Response, render_template, request
from werkzeug.exceptions import BadRequest

from glossary.errors import GlossaryError
from glossary.sheet import FORMATS as SHEETS
from glossary.sheet import make_sheet, write
from glossary.web.api.documents import options_of
from glossary.web.base import base
from glossary.web.document_schemas import DocumentQuery
from glossary.web.errors import detail_of, status_of
from glossary.web.files import MAX_FILE, Handled, Upload, accept_file, handle, read_upload
from glossary.web.language import N_
from glossary.web.operations import parse
from glossary.web.pages.annotate import found_in
from glossary.web.pages.blueprint import blueprint

STYLES = (
    ("expand", N_("in the text, where each first stands")),
    ("abbr", N_("as comments, the text stays as it is")),
    ("none", N_("nowhere in the text")),
)
_MEGABYTE = 1_000_000
_SHEET = "html"


@blueprint.get("/document")
def document() -> str:
    """Show the empty form."""
    return _page(DocumentQuery())


@blueprint.post("/document")
def show_document() -> Response:
    """Show what was found in a file, and hand it back annotated."""
    accept_file()
    query = DocumentQuery()
    try:
        query = read_form(request.form)
        upload = read_upload()
        handled = handle(upload, base().lexicon, options_of(query), has_table=query.table)
    except GlossaryError as error:
        return _private(_page(query, fault=detail_of(error)), status_of(error))
    except BadRequest as error:
        return _private(_page(query, fault=error.description), 400)
    return _private(_page(query, **_shown(upload, handled)))


def read_form(form: Mapping[str, str]) -> DocumentQuery:
    """Check the fields of the form."""
    wishes = {name: form[name] for name in ("style", "as_of") if form.get(name)}
    return parse(DocumentQuery, {"table": "table" in form, **wishes})


def _page(query: DocumentQuery, **shown: Any) -> str:
    return render_template(
        "document.html", styles=STYLES, query=query, megabytes=MAX_FILE // _MEGABYTE, **shown
    )


def _shown(upload: Upload, handled: Handled) -> dict[str, Any]:
    sheet = io.BytesIO()
    write(make_sheet([(upload.name or "document", handled.annotated)]), sheet, _SHEET)
    return {
        **found_in(handled.annotated),
        "saved": (upload.renamed(handled.suffix), _address(handled.output, handled.media)),
        "sheet": (upload.renamed(f"-fiche.{_SHEET}"), _address(sheet.getvalue(), SHEETS[_SHEET].media_type)),
    }


def _address(data: bytes, media: str) -> str:
    """Write a file as an address that holds it whole (RFC 2397)."""
    return f"data:{media.replace(' ', '')};base64,{base64.b64encode(data).decode('ascii')}"


def _private(page: str, status: int = 200) -> Response:
    response = Response(page, status)
    response.headers["Cache-Control"] = "no-store"
    return response
