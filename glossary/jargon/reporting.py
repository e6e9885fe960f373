"""Make the jargon report of a document: check it, measure it, judge it."""

from collections.abc import Iterator
from dataclasses import replace

from glossary.annotate import Annotated, Options, annotate
from glossary.documents.places import Places
from glossary.documents.types import Document
from glossary.jargon.accepted import Exceptions
from glossary.jargon.check import CHECKS, Case, Found
from glossary.jargon.figures import best_changes, judge, measure
from glossary.jargon.history import find_outdated
from glossary.jargon.rules import RULES
from glossary.jargon.sigles import gather
from glossary.jargon.types import Finding, Report, Rule, Settings, Severity, Wording
from glossary.lexicon import Lexicon


def report(document: Document, lexicon: Lexicon, settings: Settings, *, name: str = "") -> Report:
    """Report what readers of a document will not understand.

    Time is linear in the text but for the few names out of use.
    """
    options = Options(style="none", as_of=settings.as_of, domains=settings.domains)
    return report_annotated(annotate(document, lexicon, options), lexicon, settings, name=name)


def report_annotated(annotated: Annotated, lexicon: Lexicon, settings: Settings, *, name: str = "") -> Report:
    """Report on a document that was annotated already."""
    document = annotated.document
    places = Places(document)
    exceptions = Exceptions(document, places)
    sigles = gather(annotated, lexicon, places, accepted=settings.accepted | exceptions.sigles)
    case = Case(
        annotated=annotated,
        lexicon=lexicon,
        places=places,
        sigles=sigles,
        outdated=find_outdated(annotated, lexicon, sigles, today=settings.today),
        max_new=settings.max_new,
    )
    findings = tuple(sorted(_findings(case, settings, exceptions), key=_order))
    figures = measure(document, sigles)
    return Report(
        name=name,
        document=document,
        findings=findings,
        figures=figures,
        verdict=judge(figures),
        changes=best_changes(sigles, findings),
        index_version=annotated.index_version,
        revision=lexicon.revision,
        as_of=annotated.as_of,
    )


_RANKS = {rule.name: rank for rank, rule in enumerate(RULES)}


def _order(finding: Finding) -> tuple[int, int]:
    return finding.start, _RANKS[finding.rule]


def _findings(case: Case, settings: Settings, exceptions: Exceptions) -> Iterator[Finding]:
    for rule in RULES:
        severity = settings.severities.get(rule.name, rule.severity)
        if severity == "off" or rule.name in exceptions.rules:
            continue
        for found in CHECKS[rule.name](case):
            if not exceptions.hold(found.piece.start):
                yield _finding(rule, severity, found, case)


def _finding(rule: Rule, severity: Severity, found: Found, case: Case) -> Finding:
    values = {"sigle": found.sigle, **found.values}
    advice = rule.advice.get(found.case, rule.advice[""])
    return Finding(
        rule=rule.name,
        severity=severity,
        start=found.piece.start,
        end=found.piece.end,
        surface=found.piece.surface,
        sigle=found.sigle,
        message=_filled(rule.says, values),
        advice=_filled(advice, values),
        asks=rule.asks.format_map(values),
        place=case.places.at(found.piece.start),
    )


def _filled(wording: Wording, values: dict[str, str]) -> Wording:
    return replace(
        wording, french=wording.french.format_map(values), english=wording.english.format_map(values)
    )
