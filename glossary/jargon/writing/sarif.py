"""Write findings as SARIF 2.1.0, which code hosts and editors read.

OASIS, «Static Analysis Results Interchange Format (SARIF) Version 2.1.0».
"""

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from glossary.jargon.rules import RULES
from glossary.jargon.types import Finding, Report, Rule, Wording
from glossary.jargon.writing.words import fingerprint, place_told

Json = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_NUMBERS = {rule.name: number for number, rule in enumerate(RULES)}


def write(reports: Sequence[Report], *, lang: str = "fr", signed: str = "") -> str:
    """Write one run over all documents."""
    run = {
        "tool": {
            "driver": {
                "name": "En clair",
                "language": lang,
                "rules": [_rule(rule, lang) for rule in RULES],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, finding, lang) for report in reports for finding in report.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, lang: str) -> Json:
    return {
        "id": rule.name,
        "shortDescription": _text(rule.title, lang),
        "fullDescription": _text(rule.why, lang),
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(report: Report, finding: Finding, lang: str) -> Json:
    message = finding.in_language(lang)
    if not _has_region(finding):
        message = f"{place_told(finding.place, lang)} : {message}"
    return {
        "ruleId": finding.rule,
        "ruleIndex": _NUMBERS[finding.rule],
        "level": finding.severity,
        "message": {"text": message},
        "locations": [{"physicalLocation": _location(report, finding)}],
        "partialFingerprints": {"enClair/v1": fingerprint(report, finding)},
    }


def _location(report: Report, finding: Finding) -> Json:
    location: Json = {"artifactLocation": {"uri": _uri(report.name)}}
    if _has_region(finding):
        place, surface = finding.place, finding.surface
        region = {"startLine": place.line, "startColumn": place.column}
        # In a page the source of the stretch may be longer than what is read.
        if report.document.format != "html" and "\n" not in surface and "\r" not in surface:
            region["endColumn"] = place.column + len(surface)
        location["region"] = region
    return location


def _has_region(finding: Finding) -> bool:
    """Say whether lines and columns are those of the file; in a PDF they are not."""
    return bool(finding.place.line and not finding.place.page)


def _uri(name: str) -> str:
    path = PurePath(name or "stdin")
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _text(wording: Wording, lang: str) -> Json:
    return {"text": wording.english if lang == "en" else wording.french}
