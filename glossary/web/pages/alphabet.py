"""Show the glossary from A to Z, a letter at a time."""

from collections import Counter
from itertools import groupby
from string import ascii_uppercase

from flask import render_template, request

from glossary.web.alphabet import DIGITS, initial, select
from glossary.web.base import base
from glossary.web.pages.blueprint import blueprint

LETTERS = (*ascii_uppercase, DIGITS)


@blueprint.get("/glossaire")
def alphabet() -> str:
    """Show the terms of one letter, perhaps of one domain."""
    domain = request.args.get("domaine", "")
    in_use = (term for term in base().lexicon.terms if not term.is_withdrawn and not term.collection)
    terms = select(in_use, domain=domain)
    counts = Counter(initial(term) for term in terms)
    letter = request.args.get("lettre", "").upper() or min(counts.keys() - {DIGITS}, default="A")
    shown = [term for term in terms if initial(term) == letter]
    groups = [(form, list(group)) for form, group in groupby(shown, key=lambda term: term.short_form)]
    return render_template(
        "alphabet.html", groups=groups, letters=LETTERS, counts=counts, letter=letter, domain=domain
    )
