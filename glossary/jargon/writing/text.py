"""Write reports as plain text for a terminal or an e-mail."""

from collections.abc import Iterator, Sequence

from glossary.jargon.types import Finding, Report
from glossary.jargon.writing.words import LEVELS, figures_told, gain_told, place_told


def write(reports: Sequence[Report], *, lang: str = "fr", signed: str = "") -> str:
    """Write a line for each finding, then figures, verdict and the changes that help most."""
    return "\n".join(line for report in reports for line in _lines(report, lang))


def _lines(report: Report, lang: str) -> Iterator[str]:
    for finding in report.findings:
        yield _line(report.name, finding, lang)
    if report.findings:
        yield ""
    if report.name:
        yield report.name
    yield report.verdict.english if lang == "en" else report.verdict.french
    yield figures_told(report.figures, lang)
    if report.changes:
        yield "What would help most:" if lang == "en" else "Ce qui aiderait le plus :"
    for number, change in enumerate(report.changes, start=1):
        wording = change.wording.english if lang == "en" else change.wording.french
        where = ", ".join(part for part in (change.sigle, place_told(change.place, lang)) if part)
        yield f"  {number}. {where} : {wording} {gain_told(change.gain, lang)}"
    yield ""


def _line(name: str, finding: Finding, lang: str) -> str:
    """Write a finding as compilers do, so that editors find its place."""
    place = finding.place
    where = f"{place.line}:{place.column}" if place.line and not place.page else place_told(place, lang)
    head = ":".join(part for part in (name, where) if part)
    level = f"{LEVELS[lang][finding.severity]} [{finding.rule}]"
    return f"{head}: {level} {finding.in_language(lang)}"
