"""Write findings as a Code Quality report, which GitLab shows in merge requests."""

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from glossary.jargon.types import Finding, Report
from glossary.jargon.writing.words import fingerprint

_LEVELS = {"error": "major", "warning": "minor", "note": "info"}


def write(reports: Sequence[Report], *, lang: str = "fr", signed: str = "") -> str:
    """Write a JSON array of one object a finding."""
    issues = [_issue(report, finding, lang) for report in reports for finding in report.findings]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(report: Report, finding: Finding, lang: str) -> dict[str, Any]:
    is_line = finding.place.line and not finding.place.page
    return {
        "description": finding.in_language(lang),
        "check_name": finding.rule,
        "fingerprint": fingerprint(report, finding),
        "severity": _LEVELS[finding.severity],
        "location": {
            "path": PurePath(report.name).as_posix(),
            "lines": {"begin": finding.place.line if is_line else 1},
        },
    }
