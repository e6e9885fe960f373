"""Find every explanation that a document gives for its sigles.

Beyond the definitions whose letters fit, which the pipeline finds: the full
form of the glossary in brackets or before them (`expérimentation (XP)`),
Markdown abbreviations, tables of sigles, and `abbr` elements of a page.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from glossary.annotate import Annotated
from glossary.definitions import find_definitions
from glossary.jargon.types import Explanation, ExplanationKind
from glossary.keys import compact, fold
from glossary.lexicon import Lexicon, phrase_key
from glossary.mentions import LocalDefinition, Mention, Piece
from glossary.text import WORD

# Words that a sigle passes over.
SMALL = frozenset(
    [
        "",
        "a",
        "au",
        "aux",
        "d",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "ou",
        "par",
        "pour",
        "sur",
    ]
)
# No long form of French administration has more words.
MAX_WORDS = 16

_ABBREVIATION = re.compile(r"^\*\[([^\]\n]{1,40})\]:[ \t]*(\S[^\n]*?)[ \t]*$", re.MULTILINE)
_OPENING = re.compile(r"\s{0,2}\\?[(\[]\s?")
_BEFORE_BRACKET = re.compile(r"([^()\[\]\n]{3,200}?)\s?\\?[(\[]\s?$")
_CLOSING = re.compile(r"\s?\\?[)\]]")
# A line that starts with the sigle and a sign is a line of a list of sigles.
_LINE_LEAD = re.compile(r"(?:^|\n)[ \t]*(?:[-*•–|][ \t]*)?\*{0,2}$")
_LINE_SIGN = re.compile(r"\*{0,2}[ \t\u00a0]*[:=–—|-]")
_PLURAL = re.compile(r"(?<=[A-ZÀ-Þ0-9])s$")


def sigle_key(surface: str) -> str:
    """Fold a sigle into its key; the plural s does not count.

    >>> sigle_key("CDDs") == sigle_key("C.D.D.")
    True
    """
    return compact(_PLURAL.sub("", surface))


def find_explanations(annotated: Annotated, lexicon: Lexicon) -> list[Explanation]:
    """Find each explanation, in text order of its short form; one a place."""
    found: dict[int, Explanation] = {}
    for source in (
        _given(annotated),
        _bracketed(annotated, lexicon),
        _initialled(annotated),
        _abbreviations(annotated),
        _rows(annotated),
    ):
        for explanation in source:
            found.setdefault(explanation.short.start, explanation)
    found.update({explanation.short.start: explanation for explanation in _closed(annotated)})
    return sorted(found.values(), key=lambda explanation: explanation.short.start)


def _given(annotated: Annotated) -> Iterator[Explanation]:
    text = annotated.document.text
    for definition in annotated.definitions:
        is_listed = _is_line_of_list(text, definition) or _is_masthead(text, definition)
        yield _explanation(definition.short, definition.long, "list" if is_listed else "text")


def _is_line_of_list(text: str, definition: LocalDefinition) -> bool:
    short = definition.short
    before = text[max(0, short.start - 12) : short.start]
    is_lead = _LINE_LEAD.search(before) is not None or short.start == 0
    return is_lead and short.start < definition.long.start and _LINE_SIGN.match(text, short.end) is not None


def _is_masthead(text: str, definition: LocalDefinition) -> bool:
    """Say whether the sigle has a line of its own, as under a logo that each page repeats."""
    short = definition.short
    start = text.rfind("\n", 0, short.start) + 1
    end = text.find("\n", short.end)
    line = text[start : end if end >= 0 else len(text)]
    return line.strip(" \t\r*_#") == short.surface


def _bracketed(annotated: Annotated, lexicon: Lexicon) -> Iterator[Explanation]:
    """Yield what stands in brackets behind a form, or before a form in brackets."""
    text = annotated.document.text
    for resolution in annotated.mentions:
        mention = resolution.mention
        full_forms = [lexicon.by_id(term).full_form for term in mention.terms]
        phrases = {phrase_key(full_form) for full_form in full_forms if full_form}
        if mention.kind == "full" or not phrases:
            continue
        long = _inside_after(text, mention, phrases) or _before(text, mention, phrases)
        if long is not None:
            yield _explanation(mention, long, "text")


def _initialled(annotated: Annotated) -> Iterator[Explanation]:
    """Yield a sigle alone in brackets behind words whose initials hold its letters in order.

    Looser than a definition, which must account for every word: a report that
    says «never explained» of «dotation de solidarité urbaine et de cohésion
    sociale (DSU)» would be wrong.
    """
    text = annotated.document.text
    for piece in (*(found.mention for found in annotated.mentions), *annotated.unknown):
        if not _CLOSING.match(text, piece.end) or not piece.surface.isupper():
            continue
        low = max(0, piece.start - 220)
        match = _BEFORE_BRACKET.search(text[low : piece.start])
        if match is None:
            continue
        words = [word for word in WORD.finditer(match[1]) if fold(word.group()) not in SMALL][-MAX_WORDS:]
        start = _initials_start(fold(piece.surface), [fold(word.group())[0] for word in words])
        if start is not None:
            first = low + match.start(1) + words[start].start()
            last = low + match.end(1)
            yield _explanation(piece, Piece(start=first, end=last, surface=text[first:last]), "text")


def _initials_start(letters: str, initials: list[str]) -> int | None:
    """Find from where on the initials hold all letters in order, as late as may be."""
    rest = letters
    for number in range(len(initials) - 1, -1, -1):
        if rest and initials[number] == rest[-1]:
            rest = rest[:-1]
            if not rest:
                return number
    return None


def _inside_after(text: str, mention: Mention, phrases: set[str]) -> Piece | None:
    opening = _OPENING.match(text, mention.end)
    if opening is None:
        return None
    start = opening.end()
    closing = _CLOSING.search(text, start, start + 260)
    if closing is None or phrase_key(text[start : closing.start()]) not in phrases:
        return None
    return Piece(start=start, end=closing.start(), surface=text[start : closing.start()])


def _before(text: str, mention: Mention, phrases: set[str]) -> Piece | None:
    if not _CLOSING.match(text, mention.end):
        return None
    low = max(0, mention.start - 220)
    match = _BEFORE_BRACKET.search(text[low : mention.start])
    if match is None:
        return None
    words = list(re.finditer(r"\S+", match[1]))
    for number in range(len(words) - 1, max(-1, len(words) - 25), -1):
        tail = match[1][words[number].start() :]
        # An elided article stands outside the phrase: «l'expérimentation (XP)».
        bare = re.sub(r"^[«“\"]?(?:[ld]|qu)['’]", "", tail, flags=re.I)
        if phrase_key(bare) in phrases or phrase_key(tail) in phrases:
            start = low + match.start(1) + words[number].start() + len(tail) - len(bare)
            return Piece(start=start, end=start + len(bare), surface=bare)
    return None


def _abbreviations(annotated: Annotated) -> Iterator[Explanation]:
    """Yield `*[CSE]: Comité social et économique` of Markdown Extra."""
    if annotated.document.format != "markdown":
        return
    for match in _ABBREVIATION.finditer(annotated.document.text):
        short, long = (Piece(start=match.start(n), end=match.end(n), surface=match[n]) for n in (1, 2))
        yield _explanation(short, long, "list")


def _rows(annotated: Annotated) -> Iterator[Explanation]:
    """Yield two cells beside each other that are a sigle and its long form."""
    text = annotated.document.text
    cells = [block for block in annotated.document.blocks if block.kind == "cell"]
    for left, right in pairwise(cells):
        short, long = text[left.start : left.end], text[right.start : right.end]
        if len(short) <= 15 and 5 <= len(long) <= 200 and "\n" not in long:
            trial = f"{long} ({short})"
            if any(found.short.surface == short for found in find_definitions(trial)):
                yield _explanation(
                    Piece(start=left.start, end=left.end, surface=short),
                    Piece(start=right.start, end=right.end, surface=long),
                    "list",
                )


def _closed(annotated: Annotated) -> Iterator[Explanation]:
    """Yield the closed places of a page that hold just a sigle: `abbr` with its title."""
    document = annotated.document
    if document.format != "html":
        return
    for span in document.opaque:
        surface = document.text[span.start : span.end]
        if 2 <= len(surface) <= 15 and any(sign.isupper() for sign in surface):
            piece = Piece(start=span.start, end=span.end, surface=surface)
            yield _explanation(piece, piece, "markup")


def _explanation(short: Piece, long: Piece, kind: ExplanationKind) -> Explanation:
    return Explanation(key=sigle_key(short.surface), short=short, long=long, kind=kind)
