"""Say what there is to look after."""

from typing import NamedTuple


class Rule(NamedTuple):
    """Hold one thing to look after."""

    name: str
    """For programs: `clash`."""
    english: str
    """For editors at the command line."""
    french: str
    """For the page «Santé du glossaire»."""
    is_problem: bool
    """True where the base must not stay so; False where an editor should look."""


class Remark(NamedTuple):
    """Hold one place where a rule finds something."""

    rule: str
    term: str
    """Id of the term."""
    column: str
    what: str
    """One English sentence without full stop."""
    value: str = ""


RULES = (
    Rule("order", "rows out of order", "Lignes mal rangées", True),
    Rule("double", "same form, same meaning", "Doublons", True),
    Rule("replacement", "replacement unknown or circular", "Remplacements introuvables ou circulaires", True),
    Rule("source", "verified without source", "Sens vérifiés sans source", True),
    Rule("clash", "forms that clash without context words", "Formes ambiguës sans mots de contexte", False),
    Rule("unexplained", "definitions with an unknown sigle", "Définitions contenant un sigle inconnu", False),
    Rule(
        "twins",
        "full forms that differ only in case or plural",
        "Formes longues identiques à la casse ou au pluriel près",
        False,
    ),
    Rule(
        "variant",
        "variants that are another term's form",
        "Variantes qui sont aussi la forme d'un autre sens",
        False,
    ),
    Rule("stale", "sources to be read again", "Sources à relire (plus de deux ans)", False),
)
