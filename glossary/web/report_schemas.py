"""Describe the request and the answer of the jargon report; see `schemas` for the rest."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field

from glossary.jargon import BY_NAME, MAX_NEW, Severity
from glossary.model import DOMAINS
from glossary.web.language import N_
from glossary.web.schemas import MAX_TEXT, Clean, Day, Domain, Language, Release, Request, _not_blank

MAX_ACCEPTED = 1_000
MAX_FORM = 60


def _rule(name: str) -> str:
    if name not in BY_NAME:
        raise ValueError(N_("is no rule of the jargon report; see docs/jargon.md for the list"))
    return name


Rule = Annotated[str, AfterValidator(_rule), Field(json_schema_extra={"enum": list(BY_NAME)})]
Form = Annotated[Clean, Field(max_length=MAX_FORM)]


class JargonBody(Request):
    """Hold a text to be checked and how."""

    text: Annotated[Clean, AfterValidator(_not_blank)] = Field(
        max_length=MAX_TEXT, examples=["Le CNFPT forme."]
    )
    format: str = Field("text", description=N_("text, markdown or html."))
    as_of: Day = Field("", description=N_("Date of the text; empty: the text's own date if found."))
    domains: list[Domain] = Field(
        [], max_length=len(DOMAINS), description=N_("Domains that the reader expects.")
    )
    accept: list[Form] = Field(
        [], max_length=MAX_ACCEPTED, description=N_("Forms that need no explanation for these readers.")
    )
    max_new: int = Field(MAX_NEW, ge=1, le=100, description=N_("New acronyms that a paragraph may have."))
    severities: dict[Rule, Severity | Literal["off"]] = Field(
        {}, description=N_("Level of a rule where it differs from its own.")
    )
    release: Release = ""
    lang: Language = "fr"


class Wording(BaseModel):
    """Hold a sentence in both languages."""

    fr: str
    en: str


class Place(BaseModel):
    """Say where something stands; 0 or empty where the format has none such."""

    line: int
    column: int = Field(description="In code points, from 1.")
    page: int
    paragraph: int
    heading: str


class Finding(BaseModel):
    """Hold one place where a rule finds something."""

    rule: str
    severity: Severity
    start: int
    end: int
    surface: str
    place: Place
    title: Wording
    message: Wording
    advice: Wording


class Figures(BaseModel):
    """Measure a text."""

    words: int
    sigles: int = Field(description="Distinct acronyms.")
    uses: int
    known: int = Field(description="Of them known to everybody, or accepted.")
    defined: int = Field(description="Of the others, explained where they first stand.")
    obscure: int = Field(description="Of the others, explained nowhere.")
    per_100_words: float
    defined_share: float = Field(ge=0, le=1)
    obscure_share: float = Field(ge=0, le=1)


class Change(BaseModel):
    """Hold one change that would help."""

    sigle: str
    gain: int = Field(description="Places that become clear.")
    advice: Wording
    place: Place


class JargonReport(BaseModel):
    """Tell what readers of a text will not understand."""

    name: str
    index_version: str
    revision: str
    as_of: str
    verdict: Wording
    figures: Figures
    changes: list[Change]
    findings: list[Finding]
