"""Describe what editors and readers send to change the glossary, and the answers.

The second half of `schemas`: requests are checked against these models, the
OpenAPI document is generated from them.
"""

from typing import Literal

from pydantic import BaseModel, Field

from glossary.model import Kind, Lang, Status, Usage
from glossary.web.language import N_
from glossary.web.schemas import MAX_PAGE, MAX_QUERY, Clean, Query, Request, Term


class SourceBody(Request):
    """Say where a meaning comes from."""

    name: str
    url: str = ""
    date: str = ""
    link: str = Field("", description=N_("As answers give it; passed over."))


class TermBody(Request):
    """Hold a term as an editor wants it; an answer may be sent back as it is."""

    id: str = Field("", description=N_("Empty to have one chosen; a PUT may leave it out."))
    short_form: str = Field(examples=["CNFPT"])
    full_form: str = ""
    kind: Kind = "acronym"
    lang: Lang = "fr"
    domain: str = "administration"
    definition: str = ""
    variants: list[str] = Field([], description=N_("Other spellings."))
    context: list[str] = Field([], description=N_("Words that betray this meaning."))
    usage: Usage = "usual"
    status: Status = "to-check"
    source: SourceBody | None = None
    valid_from: str = ""
    valid_to: str = ""
    replaced_by: str = ""
    collection: str = Field("", description=N_("As answers give it; passed over."))


class Change(BaseModel):
    """Hold one change of a term, with the term as it was afterwards."""

    number: int
    revision: int = Field(description="Revision of the whole base that the change made.")
    at: str
    by: str = Field(description="Name of the editor's token, or of the command.")
    action: Literal["added", "changed", "withdrawn", "restored"]
    columns: list[str] = Field(description="What changed against the version before; empty for the first.")
    term: Term


class History(BaseModel):
    """Hold every change of one term, newest first."""

    id: str
    changes: list[Change]


class ProposalBody(Request):
    """Hold what a reader proposes; only the form is needed."""

    kind: Literal["unknown", "term", "correction"] = Field(
        "unknown", description=N_("unknown: nobody here understands this form.")
    )
    form: str = Field(examples=["ZQRT"])
    term: str = Field("", description=N_("Id of the term to be corrected."))
    values: dict[str, str] = Field({}, description=N_("Columns of the term with the values proposed."))
    comment: str = ""
    context: str = Field("", description=N_("A few words around the form, only if the reader agrees."))


class Receipt(BaseModel):
    """Tell a reader that a proposal was taken."""

    kind: Literal["unknown", "term", "correction"]
    form: str
    readers: int = Field(description="How many readers proposed this very thing.")
    state: Literal["open", "accepted", "rejected"]


class ProposalsQuery(Query):
    """Ask for proposals."""

    state: Literal["open", "decided"] = "open"
    limit: int = Field(100, ge=1, le=MAX_PAGE)


class Proposal(BaseModel):
    """Hold a proposal with what became of it."""

    number: int
    kind: Literal["unknown", "term", "correction"]
    form: str
    term: str = Field(description="Id of the term to be corrected, or of the one that came out of it.")
    values: dict[str, str]
    comment: str
    contexts: list[str]
    readers: int = Field(description="How many readers proposed this very thing.")
    asked: int = Field(description="How many readers asked for the form in any way, while open.")
    state: Literal["open", "accepted", "rejected"]
    reason: str
    first_at: str
    last_at: str
    decided_at: str
    decided_by: str


class Proposals(BaseModel):
    """Hold proposals in order."""

    total: int
    proposals: list[Proposal]


class AcceptBody(Request):
    """Say how a proposal is published."""

    term: TermBody | None = Field(None, description=N_("The term as the editor wants it; else as proposed."))


class RejectBody(Request):
    """Say why a proposal is rejected."""

    reason: str = Field(examples=["Sigle interne à un seul service."])
    exclude: bool = Field(False, description=N_("Never let this form be proposed again."))


class Exclusion(BaseModel):
    """Name a form that is never to be proposed again."""

    form: str
    reason: str
    at: str
    by: str


class Exclusions(BaseModel):
    """Hold the forms never to be proposed again."""

    exclusions: list[Exclusion]


class ReleaseBody(Request):
    """Name a state of the glossary."""

    name: str = Field(examples=["2026-11"])
    note: Clean = Field("", max_length=MAX_QUERY, description=N_("What is new in it."))


class Release(BaseModel):
    """Hold a state of the glossary that has a name."""

    name: str
    revision: int
    at: str
    by: str
    note: str
    terms: int = Field(description="How many terms are in use in it.")


class Releases(BaseModel):
    """Hold the releases, the newest first."""

    releases: list[Release]
