"""Write a courteous request to the author, in French, ready to be sent."""

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from glossary.jargon.types import SEVERITIES, Finding, Report
from glossary.jargon.writing.words import excerpt, french_spaces

# A letter with more questions is no longer read.
MOST = 12
WIDTH = 78
READER = "Une personne qui vous a lu avec attention"


def write(reports: Sequence[Report], *, lang: str = "fr", signed: str = "") -> str:
    """Write one letter a document; it is French whatever `lang` says, as its reader is."""
    return "\n\f\n".join("\n".join(_letter(report, signed or READER)) + "\n" for report in reports)


def _letter(report: Report, signed: str) -> Iterator[str]:
    asked = _asked(report)
    title = _title(report)
    yield f"Objet : {'les sigles de ' if asked else ''}{title}"
    yield "\nMadame, Monsieur,\n"
    if not asked:
        yield _wrapped(
            f"Je viens de lire {title}. Chaque sigle y est expliqué ou connu de tous : "
            "merci de penser à celles et ceux qui découvrent votre sujet."
        )
    else:
        yield _wrapped(
            f"Je viens de lire {title}, qui m'intéresse. Certains sigles m'ont arrêtée ou arrêté ; "
            "d'autres personnes s'y heurteront sans doute. Pourriez-vous me dire :"
        )
        yield from (line for finding in asked for line in ("", _item(report, finding)))
        left = sum(bool(finding.asks) for finding in report.findings) - len(asked)
        if left:
            yield _wrapped(f"\nEt {left} autre{'s' if left > 1 else ''} du même ordre.")
        yield "\n" + _wrapped(
            "Une forme longue à la première mention, suivie du sigle entre parenthèses, suffirait "
            "à rendre ce texte clair pour tout le monde. Je vous remercie par avance de votre réponse."
        )
    yield "\nJe vous prie d'agréer, Madame, Monsieur, mes salutations les meilleures.\n"
    yield signed


def _asked(report: Report) -> list[Finding]:
    """Choose the questions: the gravest, then the first, told in the order of the text."""
    asked = [finding for finding in report.findings if finding.asks]
    worst = sorted(asked, key=lambda finding: SEVERITIES.index(finding.severity))[:MOST]
    return [finding for finding in asked if finding in worst]


def _item(report: Report, finding: Finding) -> str:
    """Quote the place, then ask."""
    before, surface, after = excerpt(report, finding, reach=45)
    where = finding.place.french
    head = f"{where[:1].upper()}{where[1:]} : " if where else ""
    quote = _wrapped(f"– {head}« {before}{surface}{after} »", indent="  ")
    return f"{quote}\n{_wrapped(finding.asks, first='  ', indent='  ')}"


def _title(report: Report) -> str:
    """Name the document: its first heading of the first level, else its file, else nothing."""
    document = report.document
    for block in document.blocks:
        if block.kind == "heading" and block.level == 1:
            words = " ".join(document.text[block.start : block.end].split()).strip("# ")
            return f"« {words} »"
    return f"« {PurePath(report.name).name} »" if report.name else "votre texte"


def _wrapped(words: str, *, first: str = "", indent: str = "") -> str:
    # Non-breaking spaces stay: `textwrap` only breaks at plain ones.
    return textwrap.fill(
        french_spaces(words),
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
