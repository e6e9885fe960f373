"""Say in a reader's words what the glossary keeps as codes."""

from datetime import date

from flask import Flask
from flask_babel import format_date, format_decimal, format_percent

from glossary.jargon.writing.words import french_spaces
from glossary.keys import compact
from glossary.web.alphabet import initial
from glossary.web.language import N_, current, translate
from glossary.web.reading import reasons
from glossary.web.sentences import retell

DOMAINS = {
    "administration": N_("Administration"),
    "data-ia": N_("Data and AI"),
    "dialogue-social": N_("Social dialogue"),
    "emploi": N_("Employment"),
    "formation": N_("Training"),
    "france-travail": N_("France Travail"),
    "handicap": N_("Disability"),
    "indemnisation": N_("Unemployment benefits"),
    "insertion": N_("Inclusion"),
    "juridique": N_("Law"),
    "numerique": N_("Digital"),
    "protection-sociale": N_("Social protection"),
    "rh": N_("Human resources"),
    "statistiques": N_("Statistics"),
    "territoires": N_("Regions and towns"),
}
MATCHES = {
    "exact": N_("Exactly this form"),
    "variant": N_("Other spelling"),
    "prefix": N_("Begins like this"),
    "fuzzy": N_("Close spelling"),
    "full_form": N_("In the full form"),
    "part": N_("Part of it"),
}
USAGES = {
    "usual": N_("usual meaning"),
    "occasional": N_("occasional meaning"),
    "rare": N_("rare meaning"),
}
STATUSES = {
    "verified": N_("checked against its source"),
    "to-check": N_("still to be checked"),
    "withdrawn": N_("withdrawn"),
}
KINDS = {"acronym": N_("Acronym"), "name": N_("Name"), "term": N_("Jargon term")}
COLUMNS = {
    "id": N_("Identifier"),
    "short_form": N_("Form"),
    "full_form": N_("Full form"),
    "kind": N_("Kind"),
    "lang": N_("Language of the full form"),
    "domain": N_("Domain"),
    "definition": N_("Definition"),
    "variants": N_("Also written"),
    "context": N_("Words that give it away"),
    "usage": N_("Use in this field"),
    "status": N_("Status"),
    "source": N_("Source"),
    "source_url": N_("Address of the source"),
    "source_date": N_("Date of the source"),
    "valid_from": N_("In use from"),
    "valid_to": N_("In use until"),
    "replaced_by": N_("Replaced by"),
}
ACTIONS = {
    "added": N_("Added"),
    "changed": N_("Changed"),
    "withdrawn": N_("Withdrawn"),
    "restored": N_("Restored"),
}
PROPOSALS = {
    "unknown": N_("Nobody understands it"),
    "term": N_("New meaning"),
    "correction": N_("Correction"),
}
DECISIONS = {"open": N_("waiting"), "accepted": N_("accepted"), "rejected": N_("rejected")}
LANGS = {"fr": N_("French"), "en": N_("English")}
SEVERITIES = {"error": N_("Error"), "warning": N_("Warning"), "note": N_("Note")}
# From which probability on we say what; the words are those of a careful colleague.
CONFIDENCES = (
    (0.95, N_("practically certain")),
    (0.8, N_("very likely")),
    (0.6, N_("likely")),
    (0.0, N_("uncertain, to be checked")),
)
TABLES = {
    "action": ACTIONS,
    "column": COLUMNS,
    "decision": DECISIONS,
    "domain": DOMAINS,
    "kind": KINDS,
    "lang": LANGS,
    "match": MATCHES,
    "proposal": PROPOSALS,
    "severity": SEVERITIES,
    "status": STATUSES,
    "usage": USAGES,
}


def label(code: str, table: str) -> str:
    """Give the words for a code; the code itself where there are none."""
    return translate(TABLES[table].get(code, code))


def labels(table: str) -> dict[str, str]:
    """Give all the words of a table, for scripts that show answers themselves."""
    return {code: translate(words) for code, words in TABLES[table].items()}


def confidence(probability: float) -> str:
    """Say in words how sure a meaning is."""
    return translate(next(words for least, words in CONFIDENCES if probability >= least))


def day(text: str) -> str:
    """Write a full or partial date as people do.

    `2024-04-05` becomes «5 avril 2024», `2024-04` «avril 2024», `2024` stays.
    """
    parts = [int(part) for part in text.split("-")] if text else []
    if len(parts) == 3:
        written = str(format_date(date(*parts), "d MMMM y"))
        return "1er" + written[1:] if written.startswith("1 ") and current() == "fr" else written
    if len(parts) == 2:
        return str(format_date(date(parts[0], parts[1], 1), "MMMM y"))
    return text


def decimal(number: float) -> str:
    """Write a number with one decimal."""
    return str(format_decimal(number, "#,##0.0"))


def percent(share: float) -> str:
    """Write a share, 0 to 1, as whole per cents."""
    return str(format_percent(share, "#,##0\u00a0%" if current() == "fr" else "#,##0%"))


def install(app: Flask) -> None:
    """Give the templates these words."""
    app.jinja_env.filters.update(
        compact=compact,
        confidence=confidence,
        day=day,
        decimal=decimal,
        french_spaces=french_spaces,
        initial=initial,
        label=label,
        number=format_decimal,
        percent=percent,
        reasons=reasons,
        retell=retell,
    )
    app.jinja_env.globals.update(labels=labels)
