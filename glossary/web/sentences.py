"""Retell the English sentences of the rooms below in the reader's language.

Errors know nothing of languages: they speak English with values in them. Here
their sentences stand as patterns, so that the catalogues can hold them. What
no pattern fits is told as it is.
"""

import re
from functools import cache

from glossary.web.language import N_, current, translate

PATTERNS = (
    # what care has to say
    N_("a verified term needs a source that can be opened or dated"),
    N_("explains by a sigle that the base does not know"),
    N_("is also the form of {owner}"),
    N_("shares its form with {others}; context words tell them apart"),
    N_("the replacements go round in a loop"),
    N_("there is no term of that id"),
    N_("was read more than {years} years ago"),
    N_("{other} has the same form and the same meaning"),
    N_("{other} has the same full form but for case or plural"),
    # what is refused
    N_("a correction has no form to be excluded"),
    N_("a correction, and nothing else, names its term"),
    N_("a form needs a letter or a digit"),
    N_("an acronym needs its full form; a name that stands for nothing has kind name"),
    N_("a release is named by letters, digits, dots and hyphens, not {name}"),
    N_("a source needs a name"),
    N_("a term needs a short form"),
    N_("a term without full form needs a definition"),
    N_("a verified term needs its source; without one its status is to-check"),
    N_("an editor's token is needed"),
    N_("an entry is empty or holds a vertical bar"),
    N_("an id stays for ever; make a new term instead"),
    N_("cannot be proposed"),
    N_("change {number} of term {name}"),
    N_("collection {name}"),
    N_("ends before it starts ({start})"),
    N_("expected YYYY, YYYY-MM or YYYY-MM-DD"),
    N_("expected lower-case ASCII words joined by hyphens"),
    N_("expected the id of another term"),
    N_("exclusion of {name}"),
    N_("has a bidirectional control character"),
    N_("has a control character, line break or lone surrogate"),
    N_("has white space at its ends"),
    N_("longer than {limit} characters ({length})"),
    N_("more than {limit} entries"),
    N_("proposal {number}"),
    N_("proposal {number} was accepted already by {editor}"),
    N_("proposal {number} was rejected already by {editor}"),
    N_("release {name}"),
    N_("say why, for the reader who asked"),
    N_("term {name}"),
    N_("term {name} was changed since it was read; read it again"),
    N_("the token is unknown or was revoked"),
    N_("there is a term {name} already"),
    N_("there is a release {name} already; a release is never changed"),
    N_("too many proposals wait for an editor"),
    N_("unknown value; expected one of {known}"),
    N_("{name} was examined already and is not proposed again"),
)


def retell(sentence: str) -> str:
    """Give a sentence in the language of the request; as it is where nobody knows it."""
    if current() == "en":
        return sentence
    for pattern in PATTERNS:
        if match := _compiled(pattern).fullmatch(sentence):
            return translate(pattern).format(**match.groupdict())
    return translate(sentence)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"{(\w+)}", pattern)
    pieces = [f"(?P<{part}>.+?)" if number % 2 else re.escape(part) for number, part in enumerate(parts)]
    return re.compile("".join(pieces))
