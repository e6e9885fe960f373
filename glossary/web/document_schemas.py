"""Describe the request of a document; see `schemas` for the rest."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, Field

from glossary.sheet import FORMATS as SHEETS
from glossary.web.language import N_
from glossary.web.schemas import Day, Domain, Query, Release


def _parted(value: object) -> object:
    return [part for part in value.split(",") if part] if isinstance(value, str) else value


class DocumentBody(BaseModel):
    """Hold the file of a request."""

    file: Annotated[str, Field(json_schema_extra={"format": "binary"})] = Field(
        description="DOCX, ODT, PDF, HTML, Markdown or text."
    )


class DocumentQuery(Query):
    """Say what is wanted of a document, and how."""

    want: Literal["annotated", "json", "report", "sheet"] = Field(
        "annotated",
        description=N_("The file annotated, what was found in it, the jargon report, or the reading sheet."),
    )
    style: Literal["expand", "abbr", "none"] = Field(
        "expand", description=N_("Meanings in the text, or comments and links, or neither.")
    )
    table: bool = Field(False, description=N_("Add the list “Sigles utilisés” at the end."))
    occurrences: Literal["first", "section", "all"] = "first"
    long_first: bool = Field(False, description=N_("Full form first, short form in brackets."))
    headings: bool = Field(True, description=N_("Annotate headings too."))
    full_forms: bool = Field(False, description=N_("Report full forms as mentions too."))
    as_of: Day = Field(
        "", description=N_("Date at which meanings must be valid; empty: the text's own date if found.")
    )
    domains: Annotated[list[Domain], BeforeValidator(_parted)] = Field(
        [], description=N_("Domains that the reader expects, joined by commas.")
    )
    sheet: str = Field("html", description=N_("Format of the reading sheet."), examples=list(SHEETS))
    release: Release = ""
