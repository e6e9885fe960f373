"""Draw the outline of a text: one byte a code point, letters without accents.

Searching millions of signs for thousands of forms is fast on bytes that show
only what matters, and slow on text. In an outline `É` is `E`, whatever parts
words is a space, and places are those of the text. What does not fit one
byte (ligatures, combining accents, soft hyphens, other scripts) and dotted
sigles lie in zones: there only the text itself can tell.
"""

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator

from glossary.keys import fold
from glossary.text import WORD, Span, Token, is_inside_word

# Signs beyond ASCII that French texts have; 127 fit. Any other is odd.
_LETTERS = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿŸ"
_SIGNS = (
    "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\u2028\u2029«»‹›“”„‘’‚ʼ‐‑‒–—―−…•·‧▪◦●○■□►▶→←↔⇒✓✔☐☑"
    "°€£§©®™±×÷≤≥≠≈†‡‰′″"
)
_ODD = ord("?")
_SPACE = ord(" ")


def _alphabet() -> str:
    beyond = _LETTERS + _SIGNS
    # A decoding table has 256 places; what is left over repeats its last sign.
    return "".join(map(chr, range(128))) + beyond + beyond[-1] * (128 - len(beyond))


def _byte_of(sign: str) -> int:
    """Give the byte that stands for a sign: a letter, a digit, a dot, a space, or `?`."""
    if sign in ".?":
        return ord(sign)
    if not is_inside_word(sign, 1):
        return _SPACE
    folded = fold(sign)
    if len(folded) != 1 or not folded.isascii():
        return _ODD
    return ord(folded.upper() if sign.isupper() else folded)


_ENCODING = codecs.charmap_build(_alphabet())
_OUTLINE = bytes(map(_byte_of, _alphabet()))
# An odd sign, or a dot between capitals as in C.S.E.
_IN_ZONE = re.compile(rb"[?.](?:(?<=\?)|(?<=[A-Z?]\.)(?=[A-Z?]))")
_WIDE_GAP = b"    "
_SPACES = re.compile(rb" +")
_WORD = re.compile(rb"[a-z0-9]+")
_NEXT = re.compile(rb" +([a-z0-9?]+)")
_BREAK = re.compile("[\\-\u2010]\r?\n")

# More than the longest word of a form (model.MAX_FORM) and the gap after it.
_WORD_REACH = 400


def outline_of(text: str) -> bytes:
    """Draw a short piece of text; dots stay dots.

    >>> outline_of("l’École C.S.E.")
    b'l Ecole C.S.E.'
    """
    # A real question mark must not look like an odd sign.
    return codecs.charmap_encode(text.replace("?", "!"), "replace", _ENCODING)[0].translate(_OUTLINE)


class Outline:
    """Hold the outline of one text."""

    def __init__(self, text: str) -> None:
        """Draw it: some milliseconds a million signs."""
        self.text = text
        drawn = outline_of(text)
        self.zones = list(_zones(drawn))
        """Stretches in which words must be read from the text, in order, disjoint."""
        self._zone_starts = [zone.start for zone in self.zones]
        self.cased = b" " + drawn.replace(b".", b" ") + b" "
        """The outline between two spaces: sign `n` of the text is byte `n + 1`."""
        self.lowered = self.cased.lower()
        self.has_breaks = "-\n" in text or "-\r\n" in text or "\u2010" in text
        """Whether a hyphen at the end of a line may break a word."""

    def in_zone(self, position: int) -> bool:
        """Say whether a place of the text lies in a zone."""
        number = bisect_right(self._zone_starts, position)
        return number > 0 and position < self.zones[number - 1].end

    def has_zone(self, start: int, end: int) -> bool:
        """Say whether a stretch of the text touches a zone."""
        number = bisect_right(self._zone_starts, end)
        return number > 0 and self.zones[number - 1].end >= start

    def words_between(self, start: int, end: int) -> list[re.Match[bytes]]:
        """List the words that start in a stretch without zones; their places are one too high."""
        last = self.lowered.find(b" ", end)
        words = list(_WORD.finditer(self.lowered, start, last if last >= 0 else len(self.lowered)))
        # The byte before the stretch shows whether it starts inside a word.
        return words if self.lowered[start] == _SPACE else words[1:]

    def odd_words(self) -> Iterator[Token]:
        """Yield the words inside zones, in order."""
        for zone in self.zones:
            for match in WORD.finditer(self.text, zone.start, zone.end):
                yield Token(match.start(), match.end(), match.group())

    def words_before_gaps(self) -> Iterator[Token]:
        """Yield the words after which the outline may hide how a phrase goes on.

        These are the words before a zone, before a wide gap, and before a
        word that is broken at the end of a line; one may come twice.
        """
        places = [zone.start for zone in self.zones]
        places += self._wide_gaps()
        if self.has_breaks:
            places += [self._word_before(match.start()).start for match in _BREAK.finditer(self.text)]
        for place in places:
            word = self._word_before(place)
            if word.end > word.start and not self.in_zone(word.start):
                yield word

    def _wide_gaps(self) -> Iterator[int]:
        """Yield the places of the text where a wide gap starts."""
        found = self.cased.find(_WIDE_GAP)
        while found >= 0:
            yield found - 1
            gap = _SPACES.match(self.cased, found)
            found = self.cased.find(_WIDE_GAP, gap.end() if gap else found + 1)

    def _word_before(self, position: int) -> Token:
        low = max(0, position + 1 - _WORD_REACH)
        head = self.cased[low : position + 1].rstrip(b" ")
        start, end = low + head.rfind(b" "), low + len(head) - 1
        return Token(max(0, start), max(0, end), self.text[max(0, start) : max(0, end)])

    def word_after(self, end: int) -> tuple[bytes, int]:
        """Give the next word in small letters and its end; empty at the end of the text.

        The word is `?` where only the text can tell.
        """
        match = _NEXT.match(self.lowered, end + 1)
        if match is None:
            return b"", end
        word = match[1]
        if b"?" in word or (len(word) == 1 and self.zones and self.in_zone(match.start(1) - 1)):
            return b"?", end
        return word, match.end() - 1


def _zones(drawn: bytes) -> Iterator[Span]:
    position = 0
    while (match := _IN_ZONE.search(drawn, position)) is not None:
        start = drawn.rfind(b" ", position, match.start()) + 1 or position
        end = drawn.find(b" ", match.end())
        position = end if end >= 0 else len(drawn)
        yield Span(start, position)
