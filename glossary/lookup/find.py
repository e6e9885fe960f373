"""Find the terms that a query may mean, in order of trust.

Exact form, variant, full form, start of a form, words of a full form, and at
last forms within a typing mistake.
"""

import re
from collections.abc import Iterable, Iterator

from glossary.keys import compact
from glossary.lexicon import Lexicon
from glossary.lookup.fuzzy import likeness, near_forms, near_words, phrase_score
from glossary.lookup.index import Entry, LookupIndex, words_of
from glossary.lookup.types import Hit
from glossary.model import USAGES, Form, Term

# Where each way to match starts and ends on the scale from 0 to 1. The bands
# keep the order of trust: what is written so before what only looks alike.
EXACT = 1.0
VARIANT = 0.97
FULL_FORM = 0.96
PREFIX_BAND = (0.75, 0.9)
WORDS_BAND = (0.4, 0.88)
PART = 0.74
TYPO_SCORES = {1: 0.64, 2: 0.46}
# A typing mistake seldom falls on the first letters: among forms as far away,
# the one that starts alike comes first.
LIKENESS_BONUS = 0.1
# Between equals, what readers of this field usually mean comes first.
USAGE_STEP = 0.005
# Words that cover less of a full form than this are a coincidence.
MIN_PHRASE_SCORE = 0.55
# After one letter only forms as short as this are worth showing.
SHORT_FORM = 3
# A longer query is no form and no full form.
MAX_QUERY = 300
# What joins two forms in one query.
_JOINT = re.compile(r"[\s/+&,;\-]+")


def find(query: str, lexicon: Lexicon, *, limit: int = 10, domain: str = "") -> list[Hit]:
    """Find terms by form, variant, start, typing mistake or words, best first.

    Dots, hyphens, spaces, case and accents do not matter. Each term comes
    once, by its best match. Empty for a query without letters or digits.
    """
    index = lexicon.derived(LookupIndex)
    query = query[:MAX_QUERY]
    best: dict[str, Hit] = {}
    for hit in _hits(index, query, compact(query)):
        kept = best.get(hit.term.id)
        if (not domain or hit.term.domain == domain) and (kept is None or hit.score > kept.score):
            best[hit.term.id] = hit
    ranked = sorted(best.values(), key=lambda hit: (-_weighed(hit), len(hit.form), hit.form, hit.term.id))
    return ranked[: max(limit, 0)]


def _weighed(hit: Hit) -> float:
    return hit.score - USAGE_STEP * USAGES.index(hit.term.usage)


def _hits(index: LookupIndex, query: str, folded: str) -> Iterator[Hit]:
    if not folded:
        return
    exact = list(_exact(index, folded))
    yield from exact
    yield from _by_prefix(index, folded)
    yield from _by_run(index, folded)
    yield from _by_words(index, query, is_typed=bool(exact))
    if not exact:
        yield from _by_part(index, query)
        yield from _by_typo(index, folded)


def whole_hit(term: Term, form: Form) -> Hit:
    """Answer with a term one of whose forms is written just as the query."""
    if form.role == "short":
        return Hit(term, form.text, EXACT, "exact", "C’est exactement cette forme.")
    if form.role == "variant":
        return Hit(term, form.text, VARIANT, "variant", f"Autre écriture de {term.short_form}.")
    return Hit(term, form.text, FULL_FORM, "full_form", "C’est exactement sa forme complète.")


def _exact(index: LookupIndex, folded: str) -> Iterator[Hit]:
    for entry in index.by_form.get(folded, ()):
        yield whole_hit(entry.term, entry.form)


def _by_prefix(index: LookupIndex, folded: str) -> Iterator[Hit]:
    low, high = PREFIX_BAND
    for form in index.forms_starting(folded):
        if form != folded and (len(folded) > 1 or len(form) <= SHORT_FORM):
            score = low + (high - low) * len(folded) / len(form)
            for entry in index.by_form[form]:
                yield Hit(entry.term, entry.form.text, score, "prefix", f"{entry.form.text} commence ainsi.")


def _by_typo(index: LookupIndex, folded: str) -> Iterator[Hit]:
    for form, distance in near_forms(index, folded):
        score = TYPO_SCORES[distance] + LIKENESS_BONUS * likeness(folded, form)
        count = "Une lettre" if distance == 1 else "Deux lettres"
        for entry in index.by_form[form]:
            yield Hit(entry.term, entry.form.text, score, "fuzzy", f"{count} d’écart avec {entry.form.text}.")


def _by_run(index: LookupIndex, folded: str) -> Iterator[Hit]:
    """Find full forms written just so, however their words are parted: «télé-travail»."""
    for entry in index.by_run.get(folded, ()):
        yield whole_hit(entry.term, entry.form)


def _by_part(index: LookupIndex, query: str) -> Iterator[Hit]:
    """Find the forms that a query joins: «TPE/PME», «DT-DR»."""
    parts = [part for part in _JOINT.split(query) if part]
    if len(parts) < 2 or not any(part.isupper() for part in parts):
        return
    for part in parts:
        for entry in index.by_form.get(compact(part), ()) if part.isupper() else ():
            why = f"{entry.form.text} fait partie de ce que vous cherchez."
            yield Hit(entry.term, entry.form.text, PART, "part", why)


def _by_words(index: LookupIndex, query: str, *, is_typed: bool) -> Iterator[Hit]:
    """Find words of full forms; `is_typed` says that the last one is whole."""
    words = words_of(query)
    asked = " ".join(words)
    low, high = WORDS_BAND
    for entry, matched in _entries_with(index, words, is_typed=is_typed):
        score = phrase_score(matched or asked, entry.phrase)
        if score >= MIN_PHRASE_SCORE:
            why = f"Ces mots sont dans « {entry.form.text} »."
            yield Hit(entry.term, entry.form.text, low + (high - low) * score, "full_form", why)


def _entries_with(
    index: LookupIndex, words: tuple[str, ...], *, is_typed: bool
) -> Iterator[tuple[Entry, str]]:
    """Yield the entries that have most words, with the query as they spell it."""
    spelled: dict[int, dict[str, str]] = {}
    entries: dict[int, Entry] = {}
    for number, word in enumerate(words):
        for known in _known_words(index, word, is_last=number == len(words) - 1 and not is_typed):
            for entry in index.by_word[known]:
                entries[id(entry)] = entry
                spelled.setdefault(id(entry), {}).setdefault(word, known)
    needed = len(set(words)) if len(set(words)) < 3 else len(set(words)) - 1
    for place, found in spelled.items():
        if len(found) >= needed:
            yield entries[place], " ".join(found.get(word, word) for word in words)


def _known_words(index: LookupIndex, word: str, *, is_last: bool) -> Iterable[str]:
    """Give the words of full forms that a word of the query may stand for."""
    known = [word] if word in index.by_word else []
    if is_last and len(word) >= 3:
        known += [longer for longer in index.words_starting(word) if longer != word]
    return known or near_words(index.words, word)
