"""Write reports as JSON, in the shape that the REST interface answers too."""

import json
from collections.abc import Sequence
from typing import Any

from glossary.documents import Document, original_span, original_text
from glossary.documents.places import Place
from glossary.jargon.rules import BY_NAME
from glossary.jargon.types import Change, Figures, Finding, Report, Wording

Json = dict[str, Any]


def write(reports: Sequence[Report], *, lang: str = "fr", signed: str = "") -> str:
    """Write one object with a report for each document."""
    body = {"reports": [present_report(report) for report in reports]}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def present_report(report: Report) -> Json:
    """Show one report; sentences stand there in French and in English."""
    return {
        "name": report.name,
        "index_version": report.index_version,
        "revision": report.revision,
        "as_of": report.as_of,
        "verdict": _wording(report.verdict),
        "figures": _figures(report.figures),
        "changes": [_change(change) for change in report.changes],
        "findings": [_finding(report.document, finding) for finding in report.findings],
    }


def _finding(document: Document, finding: Finding) -> Json:
    """Show a finding where it stands in what was handed in: in HTML in the source."""
    start, end = original_span(document, finding.start, finding.end)
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "start": start,
        "end": end,
        "surface": original_text(document)[start:end],
        "place": _place(finding.place),
        "title": _wording(BY_NAME[finding.rule].title),
        "message": _wording(finding.message),
        "advice": _wording(finding.advice),
    }


def _figures(figures: Figures) -> Json:
    return {
        "words": figures.words,
        "sigles": figures.sigles,
        "uses": figures.uses,
        "known": figures.known,
        "defined": figures.defined,
        "obscure": figures.obscure,
        "per_100_words": round(figures.density, 2),
        "defined_share": round(figures.defined_share, 4),
        "obscure_share": round(figures.obscure_share, 4),
    }


def _change(change: Change) -> Json:
    return {
        "sigle": change.sigle,
        "gain": change.gain,
        "advice": _wording(change.wording),
        "place": _place(change.place),
    }


def _place(place: Place) -> Json:
    return {
        "line": place.line,
        "column": place.column,
        "page": place.page,
        "paragraph": place.paragraph,
        "heading": place.heading,
    }


def _wording(wording: Wording) -> Json:
    return {"fr": wording.french, "en": wording.english}
