"""Write findings as workflow commands, which GitHub shows beside the lines."""

from collections.abc import Iterator, Sequence

from glossary.jargon.rules import BY_NAME
from glossary.jargon.types import Finding, Report
from glossary.jargon.writing.words import place_told

# https://docs.github.com/actions, «Workflow commands»: levels and escapes.
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def write(reports: Sequence[Report], *, lang: str = "fr", signed: str = "") -> str:
    """Write one command a finding."""
    return "".join(
        f"{line}\n"
        for report in reports
        for finding in report.findings
        for line in _command(report, finding, lang)
    )


def _command(report: Report, finding: Finding, lang: str) -> Iterator[str]:
    place, title = finding.place, BY_NAME[finding.rule].title
    values = {"file": report.name}
    message = finding.in_language(lang)
    if place.line and not place.page:
        values |= {"line": str(place.line), "col": str(place.column)}
    else:
        message = f"{place_told(place, lang)} : {message}"
    values["title"] = title.english if lang == "en" else title.french
    shown = ",".join(f"{name}={_property(value)}" for name, value in values.items() if value)
    yield f"::{_LEVELS[finding.severity]} {shown}::{_data(message)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
