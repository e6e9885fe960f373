"""Tell a sigle from a plain word or a surname that stands in capitals.

Section 4 of the recognition contract: French sets headings and surnames in
capitals, and `DE`, `PAR`, `CAR` are then plain words. What stands beside a
word on its line decides.
"""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from glossary.keys import fold
from glossary.ordinary import MAX_LENGTH, is_first_name, is_ordinary, is_proper_name
from glossary.text import APOSTROPHES, HYPHENS, SPACES, WORD

Knowledge = Literal["sigle", "both", "word", "strange"]

# How far to either side a line is looked at; enough for a heading.
LINE_REACH = 160

# A parenthesis after a sigle explains it and says nothing about the next word;
# what it hides of the line is looked at this far.
ASIDE_REACH = 800

TITLES = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "mlles",
        "mr",
        "dr",
        "me",
        "pr",
        "monsieur",
        "madame",
        "mademoiselle",
        "messieurs",
        "mesdames",
        "maitre",
    ]
)

_GAP = re.compile(rf"[{SPACES}{HYPHENS}{APOSTROPHES},/&]{{1,4}}")
_TIGHT_GAP = re.compile(rf"[{SPACES}{HYPHENS}{APOSTROPHES}]{{1,4}}")
_NAME_GAP = re.compile(rf"\.?[{SPACES}{HYPHENS}]{{1,3}}")
_ASIDE = re.compile(rf"[{SPACES}]?\\?[(\[][^()\[\]\n]*\\?[)\]]")
_SUBJECT = re.compile(rf"(?:objet|sujet|subject)[{SPACES}]*:[{SPACES}]*$", re.IGNORECASE)
# «le PIC EQUAL»: an article in small letters announces a sigle. Particles of
# names take articles too: «la DU BARRY».
_ARTICLE = re.compile(
    rf"(?<![^\W_])(?:(?:[lc]es?|la|du|des|une?|aux?|cet(?:te)?|[smn]on|[sm]a|[sm]es|[nv]otre|[nv]os|leurs?|chaque)"
    rf"[{SPACES}]{{1,2}}|[ld][{APOSTROPHES}])[«“\"]?[{SPACES}]?$",
    re.IGNORECASE,
)
ARTICLE_REACH = 12
PARTICLES = frozenset(["al", "ben", "da", "de", "des", "di", "du", "el", "la", "le", "les", "van", "von"])
_NEGATION = re.compile(rf"\b(?:ne\s|n[{APOSTROPHES}])[^.!?]{{0,40}}$", re.IGNORECASE)
_ONE_SPACE = frozenset(" \u00a0\u202f")
_NAME_SIGN = re.compile(rf"[{SPACES}{HYPHENS}]")
_SMALL = "a-zà-öø-ÿ"
# What ends a run of capitals at once: a word that has small letters, or a sign.
_NO_RUN = re.compile(
    rf"[{SPACES}{HYPHENS}{APOSTROPHES},/&]{{0,4}}(?:[{_SMALL}]|[A-ZÀ-ÖØ-Þ][{_SMALL}]|[.;:!?)»”\n])|\Z"
)
_RUN_SIGNS = frozenset(" \t\u00a0\u202f-'’,/&")
_NO_RUN_SIGNS = frozenset('\n(«“":;!?')
# Two small letters on the line, outside parentheses.
_SMALL_AFTER = re.compile(
    rf"[^\n()\[\]{_SMALL}]{{0,60}}[{_SMALL}](?:[{_SMALL}]|[^\n()\[\]]{{0,60}}?[{_SMALL}]{{2}})"
)
_SMALL_BEFORE = re.compile(rf"[{_SMALL}]{{2}}[^\n()\[\]]*\Z")
# How far these quick looks go.
NEAR = 40
LONGEST_SMALL_WORD = 24


# Twice the reach of the guard: a name may stand before a run of capitals.
AROUND = 2 * LINE_REACH + 10
# Places remembered at a time.
MAX_SEEN = 2_000
_BRACKETS = "()[]"


class Seen:
    """Remember what was answered for a place, while the text repeats itself.

    What stands around decides; in long runs of capitals the same words would
    otherwise be read for each of them.
    """

    def __init__(self, text: str) -> None:
        """Take the text; nothing is remembered yet."""
        self._text = text
        self._answers: dict[object, bool] = {}

    def ask(self, start: int, end: int, question: Callable[[], bool], *, kind: bool = False) -> bool:
        """Give the answer for a place; `kind` tells two questions apart."""
        low = max(0, start - AROUND)
        around = self._text[low : end + AROUND]
        # What parentheses hide reaches further.
        if any(sign in around for sign in _BRACKETS):
            return question()
        key = around, start - low, end - start, kind
        if key not in self._answers:
            if len(self._answers) >= MAX_SEEN:
                self._answers.clear()
            self._answers[key] = question()
        return self._answers[key]


class Neighbour(NamedTuple):
    """Hold a word beside another on the same line."""

    surface: str
    is_tight: bool
    """Whether only a space, hyphen or apostrophe stands between, no comma or slash."""


def is_capitals(word: str) -> bool:
    """Say whether a word has letters and all of them are capitals.

    >>> is_capitals("C.S.E."), is_capitals("EN3S"), is_capitals("2024")
    (True, True, False)
    """
    return word.isupper()


def is_capitalised(word: str) -> bool:
    """Say whether a word starts with a capital and goes on in small letters."""
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


def say_something(text: str, start: int, end: int, know: Callable[[str], Knowledge]) -> bool:
    """Say whether the capitals of an ordinary word make it a sigle there.

    `know` tells of a neighbour in capitals whether it is a known sigle, an
    ordinary word that is also a known form, any other word or name of French,
    or a strange one.
    """
    if follows_small_word(text, start) and _NO_RUN.match(text, end):
        return not _is_set_phrase(text, start, end)
    beside = run_before(text, start) + run_after(text, end)
    known = [(know(neighbour.surface), neighbour.is_tight) for neighbour in beside]
    if any(knowledge == "word" for knowledge, _ in known):
        return False
    if any(knowledge == "strange" and is_tight for knowledge, is_tight in known):
        return _follows_article(text, start) and fold(text[start:end]) not in PARTICLES
    if any(knowledge == "both" and is_tight for knowledge, is_tight in known):
        return any(knowledge == "sigle" for knowledge, _ in known)
    if not known and (follows_first_name(text, start) or _is_heading(text, start, end, know)):
        return False
    return not _is_set_phrase(text, start, end)


def _is_elided(text: str, start: int) -> bool:
    """Say whether an elided word in small letters stands right before: l'ARE."""
    return start > 1 and text[start - 1] in APOSTROPHES and text[start - 2].islower()


def _is_heading(text: str, start: int, end: int, know: Callable[[str], Knowledge]) -> bool:
    """Say whether the rest of the line is plain words in capitals."""
    if _SMALL_BEFORE.search(text, max(0, start - NEAR), start) or _SMALL_AFTER.match(text, end):
        return False
    before = _ASIDE.sub("", _line_before(text, start, ASIDE_REACH))
    line = f"{before[-LINE_REACH:]} {_ASIDE.sub('', _line_after(text, end, ASIDE_REACH))[:LINE_REACH]}"
    words = [word for word in WORD.findall(line) if sum(sign.isalpha() for sign in word) > 1]
    plain = [word for word in words if is_capitals(word) and know(word) in ("word", "strange")]
    return len(plain) > 1 and all(map(is_capitals, words))


def is_quiet(text: str, start: int, end: int) -> bool:
    """Say whether one look shows that capitals say something: small words on both sides.

    Then there is no run of capitals, no name before, and no heading.
    """
    return (
        text[start:end] != "PAS" and follows_small_word(text, start) and _NO_RUN.match(text, end) is not None
    )


def follows_small_word(text: str, start: int) -> bool:
    """Say whether a word in small letters, no title, stands right before, after one space.

    Then nothing before is in capitals, nor a name. Most sigles in prose stand
    so, and this look costs a tenth of the others.
    """
    gap = start - 1
    if text[gap:start] not in _ONE_SPACE:
        return False
    before = text.rfind(" ", max(0, gap - LONGEST_SMALL_WORD), max(0, gap))
    word = text[before + 1 : gap] if before >= 0 else ""
    return len(word) > 1 and word.isalpha() and word.islower() and fold(word) not in TITLES


def bears_surname(text: str, start: int) -> bool:
    """Say whether the words in capitals that end here follow a title or first name."""
    if follows_small_word(text, start) or _is_elided(text, start):
        return False
    return follows_person(text, run_start(text, start))


def run_start(text: str, start: int) -> int:
    """Go back over the words in capitals that stand tight before: PINSON DE BRÉAL."""
    for neighbour in run_before(text, start):
        if not neighbour.is_tight:
            break
        start = text.rfind(neighbour.surface, 0, start)
    return start


def follows_person(text: str, start: int) -> bool:
    """Say whether a title (M., Mme) or a well-known first name stands right before."""
    match = _word_before(text, start)
    if match is None:
        return False
    folded, has_dot = fold(match.group()), text[match.end()] == "."
    return folded in TITLES or (is_capitalised(match.group()) and is_first_name(folded) and not has_dot)


def _word_before(text: str, start: int) -> re.Match[str] | None:
    """Give the word right before a place on its line, or None."""
    if start == 0 or not _NAME_SIGN.match(text, start - 1):
        return None
    for reach in (NEAR, LINE_REACH):
        low = max(text.rfind("\n", max(0, start - reach), start) + 1, start - reach, 0)
        words = list(WORD.finditer(text, low, start))
        # A word at the very edge may be the end of a dotted one.
        if words and words[-1].start() > low + 1:
            break
    return words[-1] if words and _NAME_GAP.fullmatch(text[words[-1].end() : start]) else None


def _follows_article(text: str, start: int) -> bool:
    """Say whether an article or possessive stands right before, not in capitals."""
    match = _ARTICLE.search(text, max(0, start - ARTICLE_REACH), start)
    return match is not None and not is_capitals(match.group())


def _is_set_phrase(text: str, start: int, end: int) -> bool:
    """Say whether it is the PAS of «il ne faut PAS», or the RE of a mail's subject."""
    word = text[start:end]
    if word == "PAS":
        return bool(_NEGATION.search(text, max(0, start - LINE_REACH), start))
    if word == "RE":
        return text[end : end + 1] == ":" or bool(_SUBJECT.search(text, max(0, start - ARTICLE_REACH), start))
    return False


def run_before(text: str, start: int) -> list[Neighbour]:
    """Give the words in capitals that lead up to a place, nearest first.

    Numbers and single capital letters belong to a run but say nothing; a
    closed parenthesis is passed over.
    """
    if _is_run_start(text, start):
        return []
    before = _line_before(text, start, LINE_REACH)
    if ")" in before or "]" in before:
        before = _ASIDE.sub("", _line_before(text, start, ASIDE_REACH))[-LINE_REACH:]
    found: list[Neighbour] = []
    right, is_tight = len(before), True
    for match in reversed(list(WORD.finditer(before))):
        gap = before[match.end() : right]
        if not _GAP.fullmatch(gap) or not _belongs(match.group()):
            break
        is_tight = is_tight and bool(_TIGHT_GAP.fullmatch(gap))
        if _counts(match.group()):
            found.append(Neighbour(match.group(), is_tight))
        right = match.start()
    return found


def run_after(text: str, end: int) -> list[Neighbour]:
    """Give the words in capitals that follow a place, nearest first."""
    if _NO_RUN.match(text, end):
        return []
    after = _line_after(text, end, LINE_REACH)
    if "(" in after or "[" in after:
        after = _ASIDE.sub("", _line_after(text, end, ASIDE_REACH))[:LINE_REACH]
    found: list[Neighbour] = []
    left, is_tight = 0, True
    for match in WORD.finditer(after):
        gap = after[left : match.start()]
        if not _GAP.fullmatch(gap) or not _belongs(match.group()):
            break
        is_tight = is_tight and bool(_TIGHT_GAP.fullmatch(gap))
        if _counts(match.group()):
            found.append(Neighbour(match.group(), is_tight))
        left = match.end()
    return found


def _is_run_start(text: str, start: int) -> bool:
    """Say whether one look shows that no word in capitals leads up to a place."""
    place = start - 1
    while place >= 0 and start - place < 5 and text[place] in _RUN_SIGNS:
        place -= 1
    return place < 0 or text[place].islower() or text[place] in _NO_RUN_SIGNS


def _line_before(text: str, start: int, reach: int) -> str:
    low = max(0, start - reach)
    return text[max(text.rfind("\n", low, start) + 1, low) : start]


def _line_after(text: str, end: int, reach: int) -> str:
    stop = text.find("\n", end, end + reach)
    return text[end : stop if stop >= 0 else end + reach]


def _belongs(word: str) -> bool:
    return is_capitals(word) or word.isdigit()


def _counts(word: str) -> bool:
    return is_capitals(word) and sum(sign.isalpha() for sign in word) > 1


def follows_first_name(text: str, start: int) -> bool:
    """Say whether a first name or a title (M., Mme) stands right before.

    A first name is a known proper name, or a capitalised word that is no
    ordinary word of French; of longer words than the lists hold nobody knows.
    """
    match = _word_before(text, start)
    if match is None:
        return False
    word, has_dot = match.group(), text[match.end()] == "."
    folded = fold(word)
    if folded in TITLES or (len(word) == 1 and word.isupper() and has_dot):
        return True
    if not is_capitalised(word) or has_dot:
        return False
    if is_first_name(folded) or is_proper_name(folded):
        return True
    return len(folded) <= MAX_LENGTH and not is_ordinary(folded)
