"""Turn written forms into patterns: word for word, what a text must show.

The rules are section 2 of the recognition contract. A pattern knows nothing
of texts; `scan` holds it against words.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from glossary.keys import fold, stem
from glossary.mentions import MentionKind
from glossary.model import Form, Term
from glossary.text import APOSTROPHES, HYPHENS, SPACES, WORD

Shape = Literal["caps", "written", "free"]

# From this length on, an acronym may be said as a word and written so: Agefiph.
SPOKEN_LENGTH = 4

# A form of several kinds counts as the first of these.
KIND_ORDER: tuple[MentionKind, ...] = ("acronym", "name", "term", "full")

_HYPHEN = re.compile(rf"[{HYPHENS}]")
_STANDARD_JOIN = re.compile(rf"[{SPACES}{HYPHENS}{APOSTROPHES}/_]*")


class Word(NamedTuple):
    """Say what one word of a form must look like in a text."""

    key: str
    """The folded word."""
    shape: Shape
    """`caps`: in capitals; `written`: as written or in capitals; `free`: any case, plural free."""
    written: str
    """The word as the form writes it."""
    join: str
    """Sign that must stand before it, `+` in N+1; empty for space, hyphen, slash, apostrophe."""


class Pattern(NamedTuple):
    """Hold one way to write one form of one term."""

    words: tuple[Word, ...]
    tail: str
    """Sign that must follow, `!` in AC!; empty for none."""
    kind: MentionKind
    is_ordinary: bool
    """Whether the form is also an ordinary French word, so that capitals mislead."""
    may_be_spoken: bool
    """Whether the form also counts with only its first letter in capitals."""
    term: str
    """Id of the term."""

    @property
    def key(self) -> str:
        """Give the folded words, joined by one space."""
        return " ".join(word.key for word in self.words)


def compile_patterns(terms: Iterable[Term], *, ordinary: Callable[[str], bool]) -> Iterator[Pattern]:
    """Yield the patterns of every form of every term in use."""
    for term in terms:
        if not term.is_withdrawn:
            for form in term.forms:
                yield from patterns_of(form, term, ordinary=ordinary)


def patterns_of(form: Form, term: Term, *, ordinary: Callable[[str], bool]) -> Iterator[Pattern]:
    """Yield the patterns of one form: as it stands, and with capital parts run together."""
    kind = kind_of(form, term)
    words = _words_of(form.text, kind)
    if not words:
        return
    tail = _tail_of(form.text)
    for variant in _runs(words) if kind == "acronym" else (words,):
        is_ordinary = all(ordinary(word.key) for word in variant)
        single = variant[0] if len(variant) == 1 else None
        may_be_spoken = (
            single is not None
            and single.shape == "caps"
            and len(single.key) >= SPOKEN_LENGTH
            and not is_ordinary
            and single.key.isalpha()
        )
        yield Pattern(variant, tail, kind, is_ordinary, may_be_spoken, term.id)


def kind_of(form: Form, term: Term) -> MentionKind:
    """Say as what a form is recognised.

    A variant of an acronym that is a phrase («allocation chômage») explains
    itself as a full form does, unless it starts with a sigle («CSE central»).
    """
    if form.role == "full":
        return "full"
    words = WORD.findall(form.text)
    if term.kind == "acronym" and len(words) > 1 and _is_plain(words[0]):
        return "full"
    return term.kind


def _is_plain(word: str) -> bool:
    letters = [sign for sign in word if sign.isalpha()]
    return bool(letters) and not any(sign.isupper() for sign in word[1:]) and len(letters) > 1


def _words_of(text: str, kind: MentionKind) -> tuple[Word, ...]:
    matches = list(WORD.finditer(text))
    words = []
    for number, match in enumerate(matches):
        between = text[matches[number - 1].end() : match.start()] if number else ""
        join = _join_of(between, kind)
        if folded := fold(match.group()):
            words.append(Word(folded, _shape(match.group(), kind), match.group(), join))
    return tuple(words)


def _join_of(between: str, kind: MentionKind) -> str:
    """Give the sign that must stand between two words of a form.

    Acronyms, names and full forms may be joined in any way; in a jargon term
    the hyphen is the term: `aller-vers` is none in «aller vers la gare».
    """
    if kind == "term" and _HYPHEN.fullmatch(between):
        return "-"
    return "" if _STANDARD_JOIN.fullmatch(between) else between.strip()


def _shape(word: str, kind: MentionKind) -> Shape:
    is_capital = word.isupper() and sum(sign.isalpha() for sign in word) > 1
    if kind == "full":
        return "free"
    if kind == "name":
        return "written"
    if is_capital or not any(sign.isalpha() for sign in word):
        return "caps"
    if kind == "acronym":
        return "free" if word.islower() else "caps" if word.isupper() else "written"
    return "free"


def _tail_of(text: str) -> str:
    last = max(match.end() for match in WORD.finditer(text))
    tail = text[last:].strip()
    return tail if tail in ("!", "+", "?") else ""


def _runs(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield the words with every choice of neighbouring capital parts run together."""
    yield words
    for position, (left, right) in enumerate(pairwise(words)):
        if left.shape == right.shape == "caps" and not right.join:
            joined = Word(left.key + right.key, "caps", left.written + right.written, left.join)
            yield from _runs((*words[:position], joined, *words[position + 2 :]))


def fits(word: Word, surface: str, pattern: Pattern) -> bool:
    """Say whether a word of a text shows what a word of a form asks."""
    folded = fold(surface)
    if word.shape == "free":
        return folded == word.key or stem(folded) == stem(word.key)
    if folded == word.key:
        return _shows(word, surface, pattern)
    if pattern.kind == "acronym" and surface[-1] == "s" and folded[:-1] == word.key:
        return _shows(word, surface[:-1], pattern)
    return False


def _shows(word: Word, surface: str, pattern: Pattern) -> bool:
    """Compare the case of a word with that of the form."""
    if surface == word.written:
        return True
    if surface.isupper():
        return word.shape == "caps" or len(surface) > 1 or surface == word.written
    if surface.isdigit():
        return True
    if word.shape == "written":
        if surface.isascii() and word.written.isascii():
            return False
        return _bare(surface) == _bare(word.written)
    return pattern.may_be_spoken and _is_capitalised(_bare(surface))


def _bare(word: str) -> str:
    """Drop accents and invisible signs, keep case."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if sign.isalnum())


def _is_capitalised(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


def summary(patterns: Sequence[Pattern]) -> tuple[str, MentionKind, tuple[str, ...]]:
    """Give key, kind and terms of a mention that fits some patterns."""
    kinds = {pattern.kind for pattern in patterns}
    return (
        min(pattern.key.replace(" ", "") for pattern in patterns),
        next(kind for kind in KIND_ORDER if kind in kinds),
        tuple(sorted({pattern.term for pattern in patterns} - {""})),
    )
