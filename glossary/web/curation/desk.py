"""Show editors what waits for them."""

from flask import render_template

from glossary.web.base import base
from glossary.web.curation.blueprint import blueprint, editors_only

# What no editor reads in one sitting.
SHOWN = 100
DECIDED = 20


@blueprint.get("")
@editors_only
def desk() -> str:
    """Show the proposals, those that most readers asked for first, and the last decisions."""
    proposals = base().store.proposals
    waiting = proposals.open()
    return render_template(
        "curation/desk.html",
        proposals=waiting[:SHOWN],
        count=len(waiting),
        decided=proposals.decided(limit=DECIDED),
    )
