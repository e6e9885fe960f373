"""Show the search page; without scripts the form answers by itself."""

from collections.abc import Sequence

from flask import render_template, request

from glossary.lookup import FULL_FORM, Hit, find_with_collections
from glossary.web.base import base
from glossary.web.pages.blueprint import blueprint
from glossary.web.schemas import MAX_QUERY

# Enough to see near forms, few enough for one screen and a half.
SHOWN = 12
EXAMPLES = ("CNFPT", "DE", "XP ARSA", "Pix", "réseau pour l'emploi")


@blueprint.get("/")
def search() -> str:
    """Show the search box, with answers where something was asked."""
    query = request.args.get("q", "").replace("\0", "").strip()[:MAX_QUERY]
    lexicon = base().lexicon
    hits = find_with_collections(query, lexicon, base().collection_lexicons, limit=SHOWN) if query else []
    examples = [form for form in EXAMPLES if lexicon.by_key(form)]
    return render_template(
        "search.html",
        query=query,
        hits=hits,
        examples=examples,
        lexicon=lexicon,
        is_absent=is_absent(query, hits),
    )


def is_absent(query: str, hits: Sequence[Hit]) -> bool:
    """Say whether the glossary itself has nothing written so, be it a form or a full form."""
    return bool(query) and not any(hit.score >= FULL_FORM and not hit.term.collection for hit in hits)
