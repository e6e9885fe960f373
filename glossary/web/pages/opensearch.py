"""Let browsers search the glossary from their address bar (OpenSearch 1.1).

The suggestions are in the form that browsers ask for: the question, then what
to offer, then a line on each.
"""

import json
from xml.sax.saxutils import escape, quoteattr

from flask import Response, request, url_for

from glossary.lookup import find
from glossary.web.base import base
from glossary.web.language import translate
from glossary.web.pages.blueprint import blueprint
from glossary.web.schemas import MAX_QUERY

SUGGESTED = 8
MEDIA = "application/opensearchdescription+xml"
SUGGESTIONS_MEDIA = "application/x-suggestions+json"


@blueprint.get("/opensearch.xml")
def opensearch() -> Response:
    """Describe the search to a browser."""
    addresses = (
        ("text/html", url_for("pages.search", _external=True)),
        (SUGGESTIONS_MEDIA, url_for("pages.suggestions", _external=True)),
    )
    urls = "".join(
        f'<Url type={quoteattr(media)} method="get" template={quoteattr(_with_terms(address))}/>'
        for media, address in addresses
    )
    icon = url_for("static", filename="icon.svg", _external=True)
    said = translate("French administrative acronyms explained, and texts full of them made readable.")
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">'
        f"<ShortName>En clair</ShortName><Description>{escape(said)}</Description>"
        f'<InputEncoding>UTF-8</InputEncoding><Image type="image/svg+xml">{escape(icon)}</Image>{urls}'
        "</OpenSearchDescription>"
    )
    return Response(body, mimetype=MEDIA)


@blueprint.get("/suggestions")
def suggestions() -> Response:
    """Offer forms while one types into the address bar."""
    asked = request.args.get("q", "").replace("\0", "")[:MAX_QUERY]
    hits = find(asked, base().lexicon, limit=SUGGESTED) if asked.strip() else []
    meanings: dict[str, str] = {}
    for hit in hits:
        meanings.setdefault(hit.term.short_form, hit.term.full_form or hit.term.definition)
    body = json.dumps([asked, list(meanings), list(meanings.values())], ensure_ascii=False)
    response = Response(body.encode("utf-8", "backslashreplace"), mimetype=SUGGESTIONS_MEDIA)
    response.headers["Cache-Control"] = "no-store"
    return response


def _with_terms(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}q={{searchTerms}}"
