"""Show everything that a form may mean, at an address one can share."""

from contextlib import suppress

from flask import render_template, request

from glossary.errors import NotFound
from glossary.lookup import find
from glossary.web.base import base
from glossary.web.conditions import seen_tag
from glossary.web.meanings import Entry, entry_of
from glossary.web.pages.blueprint import blueprint
from glossary.web.past import steps_of
from glossary.web.schemas import MAX_QUERY
from glossary.web.sessions import signed_in

NEAR = 8


@blueprint.get("/sigle/<path:form>")
def entry(form: str) -> str | tuple[str, int]:
    """Show the meanings of a form, in a list outside the glossary if need be, or what comes near."""
    form, release = form[:MAX_QUERY], request.args.get("version", "")
    lexicon = base().lexicon_at(release)
    below = () if release else base().collections
    for title, place in (("", lexicon), *((tier.title, tier.lexicon) for tier in below)):
        with suppress(NotFound):
            return _show(entry_of(form, place), title=title, release=release)
    return render_template("missing.html", form=form, hits=find(form, lexicon, limit=NEAR)), 404


def _show(entry: Entry, *, title: str, release: str) -> str:
    """Show an entry with the history of its meanings; an editor may bring a version back."""
    terms, store = [meaning.term for meaning in entry.meanings if not meaning.term.collection], base().store
    return render_template(
        "entry.html",
        entry=entry,
        list_title=title,
        release=release,
        pasts={term.id: steps_of(store.history(term.id)) for term in terms},
        seen_tags={term.id: seen_tag(term) if signed_in() else "" for term in terms},
    )
