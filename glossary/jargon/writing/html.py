"""Write reports as one page of HTML that needs no other file and runs no script."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib import resources

from glossary.jargon.rules import BY_NAME
from glossary.jargon.types import Finding, Report, Wording
from glossary.jargon.writing.words import LEVELS, excerpt, french_spaces, gain_told, percent, place_told

TITLE = {"fr": "Rapport de jargon", "en": "Jargon report"}
FIGURES = {
    "fr": (
        "Mots",
        "Sigles",
        "Sigles pour 100 mots",
        "Expliqués à la première mention",
        "Obscurs pour un nouveau venu",
    ),
    "en": ("Words", "Acronyms", "Acronyms per 100 words", "Defined at first use", "Obscure to a newcomer"),
}
HELPS = {"fr": "Ce qui aiderait le plus", "en": "What would help most"}
PLACES = {"fr": "Endroit par endroit", "en": "Place by place"}
NOTHING = {"fr": "Rien à signaler.", "en": "Nothing to report."}
PASTED = {"fr": "Votre texte", "en": "Your text"}


def write(reports: Sequence[Report], *, lang: str = "fr", signed: str = "") -> str:
    """Write one page with a section for each document."""
    style = resources.files("glossary.jargon.writing").joinpath("report.css").read_text("utf-8")
    body = "\n".join(line for number, report in enumerate(reports) for line in _section(report, number, lang))
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n<title>{TITLE[lang]}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<header><h1>{TITLE[lang]}</h1></header>\n"
        f"<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _section(report: Report, number: int, lang: str) -> Iterator[str]:
    yield f'<section aria-labelledby="r{number}">\n<h2 id="r{number}">{escape(report.name) or PASTED[lang]}</h2>'
    yield f'<p class="verdict">{_in(report.verdict, lang)}</p>'
    yield from _figures(report, lang)
    if report.changes:
        yield f"<h3>{HELPS[lang]}</h3>\n<ol>"
        for change in report.changes:
            where = place_told(change.place, lang)
            yield (
                f"<li><b>{escape(change.sigle)}</b>{', ' if where else ''}{where} – {_in(change.wording, lang)} "
                f"{gain_told(change.gain, lang)}</li>"
            )
        yield "</ol>"
    yield f"<h3>{PLACES[lang]}</h3>"
    if report.findings:
        yield "<ol class='findings'>"
        yield from (_finding(report, finding, lang) for finding in report.findings)
        yield "</ol>"
    else:
        yield f"<p>{NOTHING[lang]}</p>"
    yield "</section>"


def _figures(report: Report, lang: str) -> Iterator[str]:
    figures = report.figures
    density = f"{figures.density:.1f}"
    values = (
        str(figures.words),
        str(figures.sigles),
        density if lang == "en" else density.replace(".", ","),
        percent(figures.defined_share, lang),
        percent(figures.obscure_share, lang),
    )
    yield '<dl class="figures">'
    for name, value in zip(FIGURES[lang], values, strict=True):
        yield f"<div><dt>{name}</dt><dd>{value}</dd></div>"
    yield "</dl>"


def _finding(report: Report, finding: Finding, lang: str) -> str:
    rule = BY_NAME[finding.rule]
    around = excerpt(report, finding)
    heading = f" · {escape(finding.place.heading)}" if finding.place.heading else ""
    quoted = f"{escape(around.before)}<mark>{escape(around.surface)}</mark>{escape(around.after)}"
    return (
        f"<li><p class='where'><span class='{finding.severity}'>{LEVELS[lang][finding.severity]}</span> "
        f"{place_told(finding.place, lang)}{heading}</p>\n<blockquote lang='fr'>{quoted}</blockquote>\n"
        f"<p>{_in(finding.message, lang)} <strong>{_in(finding.advice, lang)}</strong></p>\n"
        f"<p class='why'>{_in(rule.why, lang)}</p></li>"
    )


def _in(wording: Wording, lang: str) -> str:
    return escape(wording.english if lang == "en" else french_spaces(wording.french))
