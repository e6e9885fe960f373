"""Weigh the words around a sigle: those of the text, and of the sigles that are sure."""

from collections.abc import Iterator, Sequence
from math import exp

from glossary.mentions import Evidence
from glossary.resolve.cases import Found, Place
from glossary.resolve.words import stems_of

# Words further off say less: half at this many code points.
HALF_AT = 160
# How far words are read on either side, in code points.
REACH = 360
# A word of another sentence is often about something else, of another paragraph
# more often than not. On the development sentences 0.6 left 4 wrong meanings, 1.0
# left 5; on the ten texts of tests/corpus/textes both kept ERP, ETI, PMI and DE
# of one passage out of the next.
OTHER_SENTENCE = 0.6
OTHER_PARAGRAPH = 0.35
SENTENCE_ENDS = (". ", "! ", "? ", ".\n", "\n\n")
PARAGRAPH_ENDS = ("\n\n",)
# One telling word beside the sigle, as rare as can be. On the development
# sentences 3.5 left 61 of 1,444 not right and 5 wrong meanings, 4.5 42 and 6,
# 6.0 39 and 9.
CONTEXT = 4.5
# All words together never outweigh a definition or a date by themselves.
MOST_CONTEXT = 16.0
# Words of the text quoted in a reason.
MOST_WORDS = 4
# Full forms of sigles that are sure speak as words of the text do, but more softly.
NEIGHBOUR_WORDS = 0.5


def context(place: Place) -> Found:
    """Weigh the words around that betray a meaning, nearer and rarer ones more."""
    known = place.case.profile.words
    heard: list[dict[str, tuple[float, str]]] = [{} for _ in place.case.terms]
    for word, strength, surface in (*_words_around(place), *_words_of_neighbours(place)):
        for number, weight in known[word]:
            value = weight * strength
            own = heard[number]
            # Of two equally strong ones, the first in the text is quoted.
            if word not in own or value > own[word][0]:
                own[word] = value, surface
    for number, words in enumerate(heard):
        if words:
            yield number, _heard(sorted([(-value, surface) for value, surface in words.values()]))


def _heard(words: Sequence[tuple[float, str]]) -> Evidence:
    """Sum up what was heard for one meaning: minus the weights and the words, best first."""
    total = CONTEXT * -sum([value for value, _ in reversed(words)])
    quoted = tuple(dict.fromkeys([surface for _, surface in words]))[:MOST_WORDS]
    return Evidence(
        kind="context",
        weight=MOST_CONTEXT * (1 - exp(-total / MOST_CONTEXT)),
        words=quoted,
        reason="le texte parle de " + ", ".join([f"« {word} »" for word in quoted]),
    )


def _words_around(place: Place) -> list[tuple[str, float, str]]:
    """List each stem, or its root where only that is known, with strength and surface, in text order."""
    known = place.case.profile.words
    text = place.reader.text
    start, end = place.mention.start, place.mention.end
    low, high = start - REACH, end + REACH
    sentence = _bounds(text, start, end, SENTENCE_ENDS)
    paragraph = _bounds(text, start, end, PARAGRAPH_ENDS)
    found = []
    for first, last, stem, root in zip(*place.reader.between(low, high), strict=True):
        if stem in known:
            word = stem
        elif root in known:
            word = root
        else:
            continue
        if low <= first and last <= start:
            strength = HALF_AT / (HALF_AT + start - last)
        elif end <= first < high:
            strength = HALF_AT / (HALF_AT + first - end)
        else:
            continue
        if not paragraph[0] <= first < paragraph[1]:
            strength *= OTHER_PARAGRAPH
        elif not sentence[0] <= first < sentence[1]:
            strength *= OTHER_SENTENCE
        found.append((word, strength, text[first:last]))
    return found


def _words_of_neighbours(place: Place) -> Iterator[tuple[str, float, str]]:
    """Yield the words of the full forms of sigles around whose meaning is sure."""
    known = place.case.profile.words
    start, end = place.mention.start, place.mention.end
    for mention in place.near:
        if len(mention.terms) == 1:
            term = place.case.lexicon.by_id(mention.terms[0])
            distance = max(start - mention.end, mention.start - end, 0)
            strength = NEIGHBOUR_WORDS * HALF_AT / (HALF_AT + distance)
            for stem in stems_of(term.full_form):
                word = stem if stem in known else stem[:6] + "*"
                if word in known:
                    yield word, strength, mention.surface


def _bounds(text: str, start: int, end: int, marks: Sequence[str]) -> tuple[int, int]:
    """Give the nearest marks around a place, as far as words are read."""
    low, high = max(0, start - REACH), end + REACH
    before = max(text.rfind(mark, low, start) for mark in marks)
    after = [place for mark in marks if (place := text.find(mark, end, high)) >= 0]
    return max(before, low), min(after, default=high)
