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
    N_("a release is named by letters, digits, dots and hyphens, not {name}"),
    N_("a source needs a name"),
    N_("a tag of the document has no end"),
    N_("a tag of the document has no name"),
    N_("a term needs a short form"),
    N_("a term without full form needs a definition"),
    N_("a verified term needs its source; without one its status is to-check"),
    N_("an acronym needs its full form; a name that stands for nothing has kind name"),
    N_("an editor's token is needed"),
    N_("an entry is empty or holds a vertical bar"),
    N_("an id stays for ever; make a new term instead"),
    N_("cannot be proposed"),
    N_("change {number} of term {name}"),
    N_("collection {name}"),
    N_("ends before it starts ({start})"),
    N_("exclusion of {name}"),
    N_("expected YYYY, YYYY-MM or YYYY-MM-DD"),
    N_("expected lower-case ASCII words joined by hyphens"),
    N_("expected the id of another term"),
    N_("has a bidirectional control character"),
    N_("has a control character, line break or lone surrogate"),
    N_("has white space at its ends"),
    N_("longer than {limit} characters ({length})"),
    N_("more than {limit} entries"),
    N_("page {number} of the PDF is damaged; save the file again"),
    N_("parts of the document lie over each other, as in a zip bomb"),
    N_("proposal {number}"),
    N_("proposal {number} was accepted already by {editor}"),
    N_("proposal {number} was rejected already by {editor}"),
    N_("release {name}"),
    N_("say why, for the reader who asked"),
    N_("term {name}"),
    N_("term {name} was changed since it was read; read it again"),
    N_("the OpenDocument file holds no text document; save it as ODT"),
    N_("the PDF holds no text"),
    N_(
        "the PDF holds no text, only pictures: it is a scan; let a program recognise its text (OCR) and try again"
    ),
    N_("the Word document names no main part; open it and save it again"),
    N_("the archive holds neither a Word document nor an ODT document"),
    N_("the document holds a file with a path that could do harm: {name}"),
    N_("the document holds no text; there is nothing to annotate"),
    N_("the document is protected by a password; open it, save it without the password, and try again"),
    N_("the document is protected by a password; remove it and save the document again"),
    N_("the file holds binary data, not text; give it with its own suffix"),
    N_("the file is damaged or cut off; get it again or save it again"),
    N_("the file is neither UTF-8, UTF-16, Latin-1 nor Windows-1252; save it again as UTF-8"),
    N_("the file makes its reader fail ({reason}); open it and save it again"),
    N_("the file makes its reader fail; open it and save it again"),
    N_("the file starts as {encoding} but {place} is not; save it again"),
    N_("the part {name} declares a DOCTYPE, which could do harm; save the document again"),
    N_("the part {name} is damaged at line {line}, column {column}: {reason}"),
    N_("the part {name} is damaged; get the document again or save it again"),
    N_("the part {name} is in an unknown encoding"),
    N_("the part {name} is in {encoding}, not in UTF-8; save the document again"),
    N_("the part {name} is packed in a way that no office program uses"),
    N_("the token is unknown or was revoked"),
    N_("there is a release {name} already; a release is never changed"),
    N_("there is a term {name} already"),
    N_("this is a file of an old or encrypted Office; open it, remove its password and save it as DOCX"),
    N_("too many documents are being read; try again in a moment"),
    N_("too many proposals wait for an editor"),
    N_("two parts of the document have one name; save it again with your office program"),
    N_("unknown value; expected one of {known}"),
    N_("{name} is named as {claimed} but holds {held}; rename it"),
    N_("{name} is no {claimed}, or it is damaged; open it and save it again"),
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
