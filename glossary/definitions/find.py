"""Find the definitions a text gives, in both orders, by rules only.

Section 5 of the recognition contract. Sweeps inside the regular expression
engine find where a definition may stand: brackets, equals signs, list lines,
and sigles beside a sign or word that introduces one. Only there are letters
and words compared, within a bounded reach, so the time is linear in the text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from glossary.definitions.align import best_fit, whole_cost, words_of
from glossary.definitions.phrases import (
    CLOSING,
    OPENING,
    REACH,
    before_quotes,
    stops,
    window_after,
    window_before,
)
from glossary.definitions.shorts import ATOM, bare, is_roman, is_sigle, is_spoken, units
from glossary.mentions import LocalDefinition, Piece
from glossary.text import APOSTROPHES, INVISIBLE, MARKS, SPACES, Span, is_inside_word

_S = rf"[{SPACES}\n]"
_ARTICLE = rf"(?:(?:le|la|les|un|une|du|des|de la|au|aux){_S}|[ld][{APOSTROPHES}])"
_NAMED = (
    r"(?:ci-après|ci après|désormais|dite?s?|dénommée?s?|désignée?s?|appelée?s?|abrégée?s?|abréviation|sigle|acronyme|"
    r"en abrégé|en anglais|en français|en sigle|par le sigle|sous le sigle|par l[’']acronyme|sous le nom de|ou encore|ou|soit|noté|en|par|comme)"
)
_INSIDE = re.compile(
    rf"\s*(?:{_NAMED}{_S}*[:,]?{_S}*){{0,3}}{_ARTICLE}?[{OPENING}]*\s*"
    rf"(?P<short>{ATOM}\.?(?:[ ]{ATOM})?)\s*[{CLOSING}]*\s*(?:$|[,;:]\s|[–—-]\s|en\s|selon\s|dans\s)"
)
_BRACKET = re.compile(r"[(\[](?=[^()\[\]]{2})([^()\[\]\n]*(?:\n(?!\s{0,40}\n)[^()\[\]\n]*){0,3})")
_TAIL_SIGLE = re.compile(rf"(?<![^\W_])({ATOM}\.?)\s?[{CLOSING}]*\s*$")
_LEAD = re.compile(
    rf"\s*[{OPENING}]*\s*(?:(?:pour|soit|ou|c[{APOSTROPHES}]est-à-dire|à savoir|sigle de|acronyme de|acronyme pour|abréviation de){_S})?\s*{_ARTICLE}?[{OPENING}]*\s*"
)
_EQUALS = re.compile("=")
_LINE = re.compile(rf"\n[{SPACES}]{{0,12}}(?:(?:[\-*•–—✓]|[0-9]{{1,3}}[.)]){_S}{{1,4}})?\*{{0,2}}(?=[^\W_])")
_LINE_SIGN = re.compile(rf"\*{{0,2}}[{SPACES}]{{0,3}}(?::|[–—-](?=\s))\*{{0,2}}{_S}{{0,3}}")
_LINE_SHORT = re.compile(rf"{ATOM}")
_UPPER = "A-ZÀ-ÖØ-Þ"
_TOKEN = re.compile(
    rf"[{_UPPER}0-9][{MARKS}{INVISIBLE}]*[.&/\-]?[{_UPPER}0-9][{MARKS}{INVISIBLE}]*(?:[.&/\-+]?[^\W_][{MARKS}{INVISIBLE}]*)*"
)
_AFTER_SIGN = re.compile(
    rf"s?[{CLOSING}]?(?P<cue>,{_S}|{_S}[–—-]{_S}|{_S}?[«“\"]{_S}?|{_S}ou{_S}|,?{_S}(?:c[{APOSTROPHES}]est-à-dire|soit|signifie|désigne|pour|veut dire"
    rf"|(?:est )?(?:l[{APOSTROPHES}]acronyme|l[{APOSTROPHES}]abréviation|le sigle|acronyme|sigle) (?:de|du|pour)){_S})"
)
_BEFORE_SIGN = re.compile(
    rf"(?P<cue>,?{_S}{_NAMED}(?:{_S}{_NAMED}){{0,2}}{_S}{_ARTICLE}?[{OPENING}]?\s?|,{_S}{_ARTICLE}?|{_S}[–—-]{_S})$"
)
_CUE_ENDS = (
    ",",
    "u",
    "t",
    "é",
    "e",
    "s",
    "–",
    "—",
    "-",
    "«",
    '"',
    "“",
    "<",
    "n",
    "l",
    "a",
    "r",
    "’",
    "'",
    "*",
)


class _Found(NamedTuple):
    """Hold a pair of places with its cost, the cheaper the surer."""

    short: Span
    long: Span
    cost: float


def find_definitions(text: str, *, opaque: Sequence[Span] = ()) -> list[LocalDefinition]:
    """Find each definition that a text gives, in text order of its first sign.

    `opaque` are stretches where nothing is recognised, sorted and disjoint.
    Time is linear in the text.

    >>> [d.long.surface for d in find_definitions("le Comité social et économique (CSE)")]
    ['Comité social et économique']
    """
    kept: dict[Span, _Found] = {}
    for sweep in (_bracketed, _equated, _listed, _beside):
        for found in sweep(text):
            if found.short not in kept and not _touches(found, opaque):
                kept[found.short] = found
    ordered = sorted(kept.values(), key=lambda found: min(found.short, found.long))
    return [
        LocalDefinition(short=_piece(text, found.short), long=_piece(text, found.long)) for found in ordered
    ]


def _touches(found: _Found, opaque: Sequence[Span]) -> bool:
    return any(
        span.start < end and start < span.end for span in opaque for start, end in (found.short, found.long)
    )


def _piece(text: str, span: Span) -> Piece:
    return Piece(start=span.start, end=span.end, surface=text[span.start : span.end])


def limit(surface: str, count: int) -> float:
    """Give the cost up to which a fit is believed, by the number of units."""
    return 0.75 * (count - 1) + 0.1 if is_sigle(surface) else 1.0


def strict_limit(count: int) -> float:
    """Give the limit where only a comma or «ou» stands between."""
    return 0.2 * (count - 2) + 0.01


def _bracketed(text: str) -> Iterator[_Found]:
    """Yield «forme longue (FL)» and «FL (forme longue)»."""
    for match in _BRACKET.finditer(text):
        start, end = match.span(1)
        inside = _INSIDE.match(text, start, min(end, start + REACH))
        found = None
        if inside:
            found = _long_before(text, match.start(), Span(*inside.span("short")))
        if found is None:
            short = _short_before(text, match.start())
            if short:
                found = _long_after(text, short, start)
        if found is not None:
            yield found


def _equated(text: str) -> Iterator[_Found]:
    """Yield «FL = forme longue»; the sign says so, letters need not fit."""
    for match in _EQUALS.finditer(text):
        short = _short_before(text, match.start())
        if short:
            found = _long_after(text, short, match.end()) or _stated(text, short, match.end())
            if found:
                yield found


def _stated(text: str, short: Span, start: int) -> _Found | None:
    surface = text[short.start : short.end]
    if len(surface) < 2 or not any(sign.isupper() for sign in surface) or is_roman(surface):
        return None
    lead = _LEAD.match(text, start)
    first = lead.end() if lead else start
    end = window_after(text, first)
    stop = min([end, *stops(text, first, end)])
    words = words_of(text, first, stop)
    if not words or any(word.folded.isdigit() for word in words) or len(words) > 12:
        return None
    long = Span(words[0].start, words[-1].end)
    return _Found(short, long, 5.0) if long.end - long.start > short.end - short.start + 2 else None


def _listed(text: str) -> Iterator[_Found]:
    """Yield «FL : forme longue» at the start of a line."""
    starts = [match.end() for match in _LINE.finditer(text)]
    for start in [0, *starts]:
        short = _LINE_SHORT.match(text, start, start + 20)
        sign = short and _LINE_SIGN.match(text, short.end())
        if short and sign:
            found = _long_after(text, Span(*short.span()), sign.end())
            if found:
                yield found


def _beside(text: str) -> Iterator[_Found]:
    """Yield what a comma, «ou», «dit», «ci-après» or a dash joins."""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if end - start > 20 or (start and is_inside_word(text, start)):
            continue
        after = _AFTER_SIGN.match(text, end)
        if after:
            strict = not after["cue"].strip(" ,\n\u00a0").isalpha() or "ou" in after["cue"]
            found = _long_after(text, Span(start, end), after.end(), is_strict=strict)
            if found:
                yield found
        if start > 6 and text[max(0, start - 2) : start].rstrip().endswith(_CUE_ENDS):
            before = _BEFORE_SIGN.search(text, max(0, start - 50), start)
            if before:
                found = _long_before(
                    text, before.start(), Span(start, end), is_strict="ci" not in before["cue"]
                )
                if found:
                    yield found


def _short_before(text: str, stop: int) -> Span | None:
    low = max(0, stop - 24)
    match = _TAIL_SIGLE.search(text, low, stop)
    if not match or (match.start() == low and low and is_inside_word(text, low)):
        return None
    return Span(*match.span(1))


def _long_before(text: str, stop: int, short: Span, *, is_strict: bool = False) -> _Found | None:
    surface = bare(text[short.start : short.end])
    if not is_sigle(surface) and not is_spoken(surface):
        return None
    short = Span(short.start, short.start + len(surface))
    stop = before_quotes(text, stop)
    words = words_of(text, window_before(text, stop), stop)
    letters = units(surface)
    fit = best_fit(letters, words) if words and letters else None
    if fit is None or fit.cost > (strict_limit(len(letters)) if is_strict else limit(surface, len(letters))):
        return None
    long = Span(words[fit.first].start, words[-1].end)
    return _Found(short, long, fit.cost) if is_long(long, short) else None


def is_long(long: Span, short: Span) -> bool:
    """Say whether a phrase is long enough to explain a sigle."""
    return long.end - long.start > short.end - short.start + 1


def _long_after(text: str, short: Span, start: int, *, is_strict: bool = False) -> _Found | None:
    """Fit the words from a place on, up to the stop that costs least."""
    surface = bare(text[short.start : short.end])
    if not (is_sigle(surface) or is_spoken(surface)):
        return None
    short = Span(short.start, short.start + len(surface))
    letters = units(surface)
    lead = _LEAD.match(text, start)
    first = lead.end() if lead else start
    end = window_after(text, first)
    words = words_of(text, first, end)
    most = strict_limit(len(letters)) if is_strict else limit(surface, len(letters))
    best: _Found | None = None
    for stop in stops(text, first, end):
        upto = [word for word in words if word.end <= stop]
        if not upto or not letters:
            continue
        upto[-1] = upto[-1]._replace(gap=0.0)
        cost = whole_cost(letters, upto)
        long = Span(upto[0].start, upto[-1].end)
        if cost <= most and is_long(long, short) and (best is None or cost < best.cost):
            best = _Found(short, long, cost)
    return best
