"""Tell those who write what their readers will not understand.

Rules as data over an annotated document: findings, figures, a verdict.
"""

from glossary.jargon.accepted import accepted_keys, read_accepted
from glossary.jargon.reporting import report, report_annotated
from glossary.jargon.rules import BY_NAME, RULES
from glossary.jargon.types import (
    MAX_NEW,
    SEVERITIES,
    Change,
    Figures,
    Finding,
    Report,
    Rule,
    Settings,
    Severity,
    Wording,
)

__all__ = [
    "BY_NAME",
    "MAX_NEW",
    "RULES",
    "SEVERITIES",
    "Change",
    "Figures",
    "Finding",
    "Report",
    "Rule",
    "Settings",
    "Severity",
    "Wording",
    "accepted_keys",
    "read_accepted",
    "report",
    "report_annotated",
]
