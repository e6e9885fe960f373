"""Name what the bubble and the panel of the bookmark say, in the reader's language.

`{}` marks a place that the bookmark fills; names are those its code uses.
"""

from glossary.web.language import N_, translate

LABELS = {
    "close": N_("Close"),
    "copied": N_("Copied"),
    "copy": N_("Copy the list"),
    "counts": N_("explained: {}, undecided: {}, unknown: {}"),
    "defined_here": N_("The page itself says so: “{}”."),
    "entry": N_("See the entry"),
    "failed": N_("The terms cannot be fetched from this page."),
    "first_only": N_("First occurrences only"),
    "fresh": N_("{} terms, fetched from the server on {}."),
    "group_known": N_("Explained"),
    "group_undecided": N_("Undecided"),
    "group_unknown": N_("Unknown"),
    "hide_known": N_("Hide what I know"),
    "i_know": N_("I know it"),
    "keys": N_("F8 next acronym, Shift+F8 previous, Esc closes, F9 stops."),
    "list": N_("Acronyms of this page"),
    "not_copied": N_("This page does not let us copy."),
    "not_held": N_("It is not among the terms that the bookmark carries; the server may know it."),
    "nothing": N_("No acronym on this page."),
    "other_meanings": N_("Other meanings ({})"),
    "outside": N_("outside the glossary"),
    "position": N_("{} of {}"),
    "print": N_("Print the list"),
    "propose": N_("Propose it"),
    "show_it": N_("Show where"),
    "source": N_("Source:"),
    "stop": N_("Stop"),
    "stored": N_("This page closes the network: {} terms out of {}, kept in the bookmark on {}."),
    "undecided": N_("undecided"),
    "undecided_here": N_("The page does not say which of these is meant."),
    "unknown": N_("unknown"),
    "unknown_here": N_("It looks like an acronym and is not in the glossary."),
    "why_this": N_("Why this one:"),
}


def labels() -> dict[str, str]:
    """Give every label in the language of the request."""
    return {name: translate(message) for name, message in LABELS.items()}
