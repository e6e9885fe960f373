"""Describe requests and answers of the REST interface.

From these models requests are checked and the OpenAPI document is generated.
The answers are written by `presenters`; the tests hold them against the models
here. Every name on the wire is promised: add, never change.
"""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from glossary.mentions import Decision
from glossary.model import DOMAINS, Kind, Lang, Status, Usage
from glossary.web.language import N_

# A book of a thousand pages; annotating it takes some two seconds.
MAX_TEXT = 2_000_000
MAX_QUERY = 300
MAX_LIMIT = 50
MAX_PAGE = 500


def _clean(text: str) -> str:
    if "\0" in text:
        raise ValueError(N_("holds a NUL character; remove it, no text has one"))
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError(N_("must not be empty"))
    return text


def _domain(name: str) -> str:
    if name and name not in DOMAINS:
        raise ValueError(N_("is no domain of this glossary; see /docs for the list"))
    return name


def _day(text: str) -> str:
    """Take a year, a month or a day that exists."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
    try:
        if text:
            date(*(int(part or 1) for part in match.groups())) if match else date(0, 0, 0)
    except ValueError:
        raise ValueError(N_("must be a date: YYYY, YYYY-MM or YYYY-MM-DD")) from None
    return text


Clean = Annotated[str, AfterValidator(_clean)]
Domain = Annotated[str, AfterValidator(_domain), Field(json_schema_extra={"enum": ["", *DOMAINS]})]
Day = Annotated[str, AfterValidator(_day), Field(examples=["2024-04-05"])]
Language = Literal["fr", "en"]
Release = Annotated[
    str,
    Field(max_length=40, description=N_("Name of a release to answer as of; else as of now.")),
]


class Request(BaseModel):
    """Refuse fields that nobody knows: a mistyped name must not pass in silence."""

    model_config = ConfigDict(extra="forbid")


class Query(Request):
    """Hold what every address may carry."""

    lang: Language | None = Field(None, description=N_("Language of messages; else Accept-Language decides."))


class LookupQuery(Query):
    """Ask for a form or for words of a full form."""

    q: Annotated[Clean, AfterValidator(_not_blank)] = Field(max_length=MAX_QUERY, examples=["cnftp"])
    limit: int = Field(10, ge=1, le=MAX_LIMIT)
    domain: Domain = ""
    release: Release = ""
    collections: bool = Field(
        True,
        description=N_("Ask the lists outside the glossary for what it does not know; not as of a release."),
    )


class TermsQuery(Query):
    """Page through the glossary in the order of short forms."""

    letter: str = Field(
        "", pattern="^([A-Za-z]|0-9)?$", description=N_("First letter of the short form; 0-9 for a digit.")
    )
    domain: Domain = ""
    status: Status | None = None
    limit: int = Field(100, ge=1, le=MAX_PAGE)
    cursor: Clean = Field("", max_length=MAX_QUERY, description=N_("`next` of the page before."))
    release: Release = ""


class TermQuery(Query):
    """Ask for one term."""

    release: Release = ""


class WordsQuery(Query):
    """Ask for the word lists."""

    v: str = Field("", max_length=40, description=N_("Version; with it the answer may be kept for a year."))


class ExportQuery(Query):
    """Ask for the whole glossary as a file."""

    format: str = Field("csv", examples=["csv", "json"])
    release: Release = ""


class AnnotateBody(Request):
    """Hold a text to be annotated and how."""

    text: Annotated[Clean, AfterValidator(_not_blank)] = Field(
        max_length=MAX_TEXT, examples=["Le CNFPT forme."]
    )
    format: str = Field("text", description=N_("text, markdown or html."))
    style: Literal["expand", "abbr", "none"] | None = Field(
        None, description=N_("How `output` is written; abbr for HTML and expand for the rest unless given.")
    )
    occurrences: Literal["first", "section", "all"] = "first"
    long_first: bool = Field(False, description=N_("Full form first, short form in brackets."))
    headings: bool = Field(True, description=N_("Annotate headings too."))
    full_forms: bool = Field(False, description=N_("Report full forms as mentions too."))
    as_of: Day = Field(
        "", description=N_("Date at which meanings must be valid; empty: the text's own date if found.")
    )
    domains: list[Domain] = Field(
        [], max_length=len(DOMAINS), description=N_("Domains that the reader expects.")
    )
    collections: list[str] = Field(
        [],
        max_length=MAX_LIMIT,
        description=N_("Lists outside the glossary whose meanings are inserted too."),
    )
    release: Release = ""
    lang: Language = "fr"


class Source(BaseModel):
    """Say where a meaning comes from."""

    name: str
    url: str
    date: str
    link: str = Field(description="Address that a reader can open; empty where there is none.")


class Term(BaseModel):
    """Hold one meaning of one form."""

    id: str
    short_form: str
    full_form: str
    kind: Kind
    lang: Lang
    domain: str
    definition: str
    variants: list[str]
    context: list[str]
    usage: Usage
    status: Status
    source: Source | None
    valid_from: str
    valid_to: str
    replaced_by: str
    collection: str = Field(description="Second-tier collection it belongs to; empty in the curated base.")


class Hit(BaseModel):
    """Hold one answer to a look-up."""

    term: Term
    form: str = Field(description="The form that matched.")
    score: float = Field(ge=0, le=1)
    matched: Literal["exact", "variant", "prefix", "fuzzy", "full_form", "part"]
    why: str = Field(description="Why it matched, a French sentence.")


class Hits(BaseModel):
    """Answer a look-up, best first."""

    query: str
    index_version: str
    revision: str = Field(description="Release or revision of the base that answered.")
    hits: list[Hit]


class Terms(BaseModel):
    """Hold one page of the glossary."""

    index_version: str
    revision: str = Field(description="Release or revision of the base that answered.")
    total: int = Field(description="Number of terms that fit, all pages together.")
    terms: list[Term]
    next: str = Field(description="Cursor of the next page; empty on the last.")


class Piece(BaseModel):
    """Mark a stretch of the text, half-open, in code points; of HTML in its source."""

    start: int
    end: int
    surface: str


class Evidence(BaseModel):
    """Hold one reason for or against a meaning."""

    kind: str
    weight: float
    words: list[str]
    reason: str = Field(description="The same as a French sentence; may be empty.")


class Candidate(BaseModel):
    """Hold one possible meaning."""

    term: str = Field(description="Empty where only the document gives the meaning.")
    full_form: str
    score: float
    evidence: list[Evidence]


class Mention(Piece):
    """Hold one recognised place and what it was taken to mean."""

    decision: Decision
    term: str | None
    full_form: str | None
    definition: str | None
    origin: str = Field(description="glossary, document, or collection:NAME of a list below the glossary.")
    confidence: float = Field(ge=0, le=1)
    note: str
    candidates: list[Candidate]


class Definition(BaseModel):
    """Hold a definition that the text itself gives."""

    short: Piece
    long: Piece


class Outside(BaseModel):
    """Hold what the lists outside the glossary say of an unknown form."""

    form: str
    terms: list[Term]


class Annotation(BaseModel):
    """Hold everything that was found in a text."""

    index_version: str
    revision: str = Field(description="Release or revision of the base that answered.")
    as_of: str
    text_length: int
    mentions: list[Mention]
    definitions: list[Definition]
    unknown: list[Piece]
    outside: list[Outside] = Field(
        description="What lists outside the glossary say of unknown forms; never inserted unless asked for."
    )
    output: str | None = Field(
        description="The text with its annotations, as it was with style none; null for a file that is no text."
    )


class Index(BaseModel):
    """Hold the compiled lexicon for the engine in the browser."""

    index_version: str
    revision: str
    words: str = Field(description="Version of the word lists, for the address of `/api/v1/words`.")
    columns: list[str]
    terms: list[list[str | list[str]]] = Field(
        description="One row a term in use, in the order of `columns`; it ends at its last value."
    )
    ordinary: list[str] = Field(description="Folded words of forms that are ordinary French too.")


class Words(BaseModel):
    """Hold the ordinary words of French, front-coded, for the engine in the browser."""

    words: str
    names: str
    first_names: list[str]
    lists: dict[str, str] = Field(
        description="Word lists of the resolver: nouns by gender, small words, months."
    )
    themes: str = Field(description="One subject a line, its words after the colon.")


class Health(BaseModel):
    """Say whether the service is well."""

    status: Literal["ok"]
    version: str
    revision: str
    index_version: str
    terms: int


class Problem(BaseModel):
    """Point at one thing that is wrong."""

    where: str
    what: str
    value: str


class ProblemDetails(BaseModel):
    """Tell what went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Problem] = Field([], description="Every bad field, all at once.")
    near: list[str] = Field([], description="Names that come near, best first.")
