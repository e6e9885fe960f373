"""Show how the base is doing: figures, and what an editor should look after."""

from datetime import date

from flask import render_template, request

from glossary.web.base import base
from glossary.web.condition import condition_of
from glossary.web.pages.blueprint import blueprint

# Of each rule; all of one are shown on demand.
SHOWN = 8


@blueprint.get("/sante")
def health() -> str:
    """Show the health of the base, or everything that one rule finds."""
    lexicon, store = base().lexicon, base().store
    return render_template(
        "health.html",
        condition=condition_of(lexicon, date.today()),
        lexicon=lexicon,
        chosen=request.args.get("regle", ""),
        shown=SHOWN,
        releases=store.releases.all(),
        waiting=store.proposals.count(),
        collections=base().collections,
    )
