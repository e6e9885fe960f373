"""Make terms of the concepts that other programs keep.

A thesaurus or a term base has labels in several languages, of which one may be
an acronym. Nothing is invented: where no label explains another and there is
no definition, the concept is passed over and told.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from glossary.errors import InvalidTerm
from glossary.formats.complaints import Complaints, Placed
from glossary.model import DOMAINS, Lang, Source, Term

LabelRole = Literal["", "short", "full", "variant"]

# Longer words with capitals are names rather than acronyms.
MAX_SHORT = 15
# The ids of a base are typed and read by people.
MAX_SLUG = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Hold one way to name a concept."""

    text: str
    role: LabelRole = ""
    """What the file says it is; empty where it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Hold what another program says of one meaning."""

    format: str
    """Starts the id of the term, so that no curated term is overwritten."""
    identifier: str
    """As the file has it; told apart by it are two meanings of one form."""
    labels: Sequence[Label]
    """In one language, the preferred first."""
    lang: Lang = "fr"
    definition: str = ""
    domains: Sequence[str] = ()
    """As the file names them; the first that we have too is taken."""
    source: Source | None = None
    is_withdrawn: bool = False


def place(concept: Concept, where: str, complaints: Complaints) -> Iterator[Placed]:
    """Yield the term of a concept, or tell why there is none."""
    short, full, variants = sort_labels(concept.labels)
    if not short:
        complaints.pass_over(where, "has no label in French or English", concept.identifier)
        return
    if not full and not concept.definition:
        complaints.pass_over(where, "has no definition and no second label that would explain it", short)
        return
    try:
        term = _term(concept, short, full, variants)
    except InvalidTerm as error:
        complaints.add_term(where, error)
        return
    if complaints.is_new(term, where):
        yield Placed(where, term)


def sort_labels(labels: Sequence[Label]) -> tuple[str, str, tuple[str, ...]]:
    """Give the short form, the full form and the other labels of a concept.

    >>> sort_labels([Label(text="Revenu de solidarité active"), Label(text="RSA")])
    ('RSA', 'Revenu de solidarité active', ())
    >>> sort_labels([Label(text="aller-vers"), Label(text="démarche d'aller-vers")])
    ('aller-vers', '', ("démarche d'aller-vers",))
    """
    texts = [label.text for label in labels if label.text]
    shorts = [item.text for item in labels if item.role == "short"] or [
        item.text for item in labels if not item.role and looks_short(item.text)
    ]
    short = shorts[0] if shorts else ""
    fulls = [item.text for item in labels if item.role == "full" and item.text != short] or [
        item.text for item in labels if short and not item.role and not looks_short(item.text)
    ]
    full = fulls[0] if short and fulls else ""
    short = short or (texts[0] if texts else "")
    return short, full, tuple(dict.fromkeys(text for text in texts if text not in (short, full)))


def looks_short(text: str) -> bool:
    """Say whether a label is written as an acronym: one word with two capitals.

    >>> looks_short("RSA"), looks_short("bRSA"), looks_short("Insertion"), looks_short("Pôle emploi")
    (True, True, False, False)
    """
    return len(text) <= MAX_SHORT and " " not in text and sum(sign.isupper() for sign in text) >= 2


def slug(text: str) -> str:
    """Give the ASCII words of a text joined by hyphens; empty where it has none.

    >>> slug("Réseau pour l'Emploi")
    'reseau-pour-l-emploi'
    """
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode())[:MAX_SLUG].strip("-")


def day_of(text: str) -> str:
    """Give the date at the start of a text, or nothing.

    >>> day_of("2024-01-31T10:00:00Z"), day_of("hier")
    ('2024-01-31', '')
    """
    match = re.match(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", text)
    return match[0] if match else ""


def _term(concept: Concept, short: str, full: str, variants: tuple[str, ...]) -> Term:
    words = [concept.format, slug(short), slug(concept.identifier)]
    known = [name for name in map(slug, concept.domains) if name in DOMAINS]
    return Term(
        id="-".join(word for word in words if word),
        short_form=short,
        full_form=full,
        kind="acronym" if full else ("name" if looks_short(short) else "term"),
        lang=concept.lang,
        domain=known[0] if known else "administration",
        definition=concept.definition,
        variants=variants,
        status="withdrawn" if concept.is_withdrawn else "to-check",
        source=concept.source,
    )
