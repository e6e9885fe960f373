"""Say what a term is; one term is one meaning of one form.

In terminology (ISO 1087, TBX, SKOS) a `Term` is a concept entry and a `Form`
a designation. Values are checked when made: what exists is right.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Literal, NamedTuple, get_args

from glossary.errors import InvalidTerm, Problem

Kind = Literal["acronym", "name", "term"]
Lang = Literal["fr", "en"]
Usage = Literal["usual", "occasional", "rare"]
Status = Literal["verified", "to-check", "withdrawn"]
Role = Literal["short", "variant", "full"]

KINDS: tuple[str, ...] = get_args(Kind)
LANGS: tuple[str, ...] = get_args(Lang)
USAGES: tuple[str, ...] = get_args(Usage)
STATUSES: tuple[str, ...] = get_args(Status)
DOMAINS = (
    "administration",
    "data-ia",
    "dialogue-social",
    "emploi",
    "formation",
    "france-travail",
    "handicap",
    "indemnisation",
    "insertion",
    "juridique",
    "numerique",
    "protection-sociale",
    "rh",
    "statistiques",
    "territoires",
)

# Longer values are no glossary entry but a mistake or an attack.
MAX_FORM = 300
MAX_TEXT = 2_000
MAX_ITEMS = 60

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
# U+FFFE and U+FFFF are no characters; XML and XLSX cannot hold them.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
# Bidirectional controls can make a row read as something else than it says.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# One look for all that makes a text unfit; nearly every text passes.
_UNFIT = re.compile(rf"^\s|\s\Z|{_CONTROL.pattern}|{_BIDI.pattern}")


class Form(NamedTuple):
    """Hold one written form of a term: its short form, a variant or its full form."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Say where a meaning comes from."""

    name: str
    """Who says so: publisher and title."""
    url: str = ""
    """An address or `repository:path`; empty where there is none."""
    date: str = ""
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where unknown."""

    @property
    def link(self) -> str:
        """Give an address that a reader can open, or nothing."""
        if re.match(r"https?://[^\s/]+", self.url):
            return self.url
        match = re.fullmatch(r"([\w.\-]+/[\w.\-]+):(\S+)", self.url)
        return f"https://github.com/{match[1]}/blob/HEAD/{match[2]}" if match else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Hold one meaning of one form, as one row of the glossary."""

    id: str
    """Stable for ever: lower-case ASCII words joined by hyphens."""
    short_form: str
    """As people write it."""
    full_form: str = ""
    """What it stands for; empty for a name that stands for nothing."""
    kind: Kind = "acronym"
    lang: Lang = "fr"
    """Language of the full form."""
    domain: str = "administration"
    """One of `DOMAINS`."""
    definition: str = ""
    """One plain sentence."""
    variants: tuple[str, ...] = ()
    """Other spellings."""
    context: tuple[str, ...] = ()
    """Words that betray this meaning."""
    usage: Usage = "usual"
    """How readers of this field use the form."""
    status: Status = "to-check"
    source: Source | None = None
    """None only where nobody has found one yet."""
    valid_from: str = ""
    """Start of use, as `YYYY[-MM[-DD]]`; empty where unknown."""
    valid_to: str = ""
    """End of use; empty while in use."""
    replaced_by: str = ""
    """Id of the term that took its place; empty where none did."""
    collection: str = field(default="", compare=False)
    """Name of the second-tier collection it belongs to; empty in the curated base."""

    def __post_init__(self) -> None:
        """Refuse bad values, all at once.

        Raises InvalidTerm with one Problem a field.
        """
        problems = list(_problems(self))
        if problems:
            raise InvalidTerm(problems)

    @property
    def forms(self) -> tuple[Form, ...]:
        """Give every written form: short, variants, full; each text once."""
        texts: dict[str, Form] = {}
        for text, role in (
            (self.short_form, "short"),
            *((v, "variant") for v in self.variants),
            (self.full_form, "full"),
        ):
            if text:
                texts.setdefault(text, Form(text, role))  # type: ignore[arg-type]  # the literals above
        return tuple(texts.values())

    @property
    def has_source(self) -> bool:
        """Say whether the meaning names where it comes from."""
        return self.source is not None

    @property
    def is_withdrawn(self) -> bool:
        """Say whether the term is kept only for its id and history."""
        return self.status == "withdrawn"


def _problems(term: Term) -> Iterator[Problem]:
    yield from _text_problems(term)
    if not _ID.fullmatch(term.id):
        yield Problem("id", "expected lower-case ASCII words joined by hyphens", term.id)
    if not term.short_form:
        yield Problem("short_form", "a term needs a short form")
    if term.kind == "acronym" and not term.full_form:
        yield Problem(
            "full_form", "an acronym needs its full form; a name that stands for nothing has kind name"
        )
    if not term.full_form and not term.definition:
        yield Problem("definition", "a term without full form needs a definition")
    yield from _choice_problems(term)
    for name in ("valid_from", "valid_to"):
        value = getattr(term, name)
        if value and not is_date(value):
            yield Problem(name, "expected YYYY, YYYY-MM or YYYY-MM-DD", value)
    if term.valid_from and term.valid_to and term.valid_to < term.valid_from[: len(term.valid_to)]:
        yield Problem("valid_to", f"ends before it starts ({term.valid_from})", term.valid_to)
    if term.replaced_by and (not _ID.fullmatch(term.replaced_by) or term.replaced_by == term.id):
        yield Problem("replaced_by", "expected the id of another term", term.replaced_by)
    if term.status == "verified" and term.source is None:
        yield Problem("source", "a verified term needs its source; without one its status is to-check")


def _choice_problems(term: Term) -> Iterator[Problem]:
    for name, known in (
        ("kind", KINDS),
        ("lang", LANGS),
        ("domain", DOMAINS),
        ("usage", USAGES),
        ("status", STATUSES),
    ):
        value = getattr(term, name)
        if value not in known:
            yield Problem(name, f"unknown value; expected one of {', '.join(known)}", str(value))


def _text_problems(term: Term) -> Iterator[Problem]:
    for name, limit in (("short_form", MAX_FORM), ("full_form", MAX_FORM), ("definition", MAX_TEXT)):
        yield from check_text(name, getattr(term, name), limit=limit)
    for name in ("variants", "context"):
        values = getattr(term, name)
        if len(values) > MAX_ITEMS:
            yield Problem(name, f"more than {MAX_ITEMS} entries")
        for value in values:
            yield from check_text(name, value, limit=MAX_FORM)
            if not value or "|" in value:
                yield Problem(name, "an entry is empty or holds a vertical bar", value)
    if term.source is not None:
        yield from check_text("source", term.source.name, limit=MAX_TEXT)
        yield from check_text("source_url", term.source.url, limit=MAX_TEXT)
        if not term.source.name:
            yield Problem("source", "a source needs a name", term.source.url)
        if term.source.date and not is_date(term.source.date):
            yield Problem("source_date", "expected YYYY, YYYY-MM or YYYY-MM-DD", term.source.date)


def check_text(where: str, value: str, *, limit: int) -> Sequence[Problem]:
    """Give what makes a piece of text unfit for the glossary; empty where it is fit."""
    if len(value) <= limit and _UNFIT.search(value) is None:
        return ()
    problems = []
    if len(value) > limit:
        problems.append(Problem(where, f"longer than {limit} characters ({len(value)})", value[:40]))
    if value != value.strip():
        problems.append(Problem(where, "has white space at its ends", value))
    if _CONTROL.search(value):
        problems.append(
            Problem(where, "has a control character, line break or lone surrogate", ascii(value[:40]))
        )
    if _BIDI.search(value):
        problems.append(Problem(where, "has a bidirectional control character", ascii(value[:40])))
    return problems


def is_date(value: str) -> bool:
    """Say whether a text is a year, a month or a day that exists.

    >>> is_date("2024"), is_date("2024-02-29"), is_date("2023-02-29"), is_date("")
    (True, True, False, False)
    """
    match = _DATE.fullmatch(value)
    with suppress(ValueError):
        return match is not None and bool(date(*(int(part or 1) for part in match.groups())))
    return False


FIELDS = tuple(item.name for item in fields(Term))
