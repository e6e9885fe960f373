"""Describe what editors and readers send to change the glossary, and the answers.

The second half of `schemas`: requests are checked against these models, the
OpenAPI document is generated from them.
"""

from typing import Literal

from pydantic import BaseModel, Field

from glossary.model import Kind, Lang, Status, Usage
from glossary.web.language import N_
from glossary.web.schemas import Request, Term


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
