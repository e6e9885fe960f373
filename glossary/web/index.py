"""Write what the engine in the browser needs: the terms, and ordinary French.

Two documents, because they change at different times. The index holds the
terms in use and changes with the glossary; the word lists change with the
package, and a browser may keep them for a year. Both are small when
compressed: ordinary words are front-coded, so that the browser can look words
up exactly and read only the lines it asks for.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from glossary.lexicon import Lexicon
from glossary.model import Term
from glossary.ordinary import first_names, proper_names, words
from glossary.resolve import french, themes

Json = dict[str, Any]

COLUMNS = (
    "id",
    "short_form",
    "full_form",
    "kind",
    "domain",
    "definition",
    "variants",
    "context",
    "usage",
    "status",
    "source",
    "source_url",
    "source_date",
    "valid_from",
    "valid_to",
    "replaced_by",
    "collection",
    "lang",
)


def present_index(lexicon: Lexicon) -> Json:
    """Show the terms in use as rows under `columns`, by id.

    `words` names the state of the word lists; `ordinary` lists the words of
    forms that are also ordinary French, for a browser that has not got the
    lists. A row ends at its last value that says something.
    """
    return {
        "index_version": lexicon.version,
        "revision": lexicon.revision,
        "words": words_version(),
        "columns": list(COLUMNS),
        "terms": [_row(term) for term in lexicon.terms if not term.is_withdrawn],
        "ordinary": sorted(ordinary_forms(lexicon)),
    }


def _row(term: Term) -> list[str | list[str]]:
    source = term.source
    named = (source.name, source.link, source.date) if source else ("", "", "")
    values: list[str | list[str]] = [
        *(term.id, term.short_form, term.full_form, term.kind, term.domain, term.definition),
        *(list(term.variants), list(term.context), term.usage, term.status),
        *named,
        *(term.valid_from, term.valid_to, term.replaced_by, term.collection),
        # Nearly every term is French, and that goes without saying.
        "" if term.lang == "fr" else term.lang,
    ]
    while not values[-1]:
        values.pop()
    return values


def ordinary_forms(lexicon: Lexicon) -> set[str]:
    """Give the folded words that start or make up a form and are ordinary French."""
    found: set[str] = set()
    for index in (lexicon.mention_patterns, lexicon.full_patterns):
        for patterns in index.by_first.values():
            for pattern in patterns:
                if pattern.kind != "full":
                    found.update(word.key for word in pattern.words if lexicon.is_ordinary(word.key))
    return found


@cache
def present_words() -> Json:
    """Show the ordinary words of French, proper names, doubtful first names, and what the resolver knows."""
    return {
        "words": _coded(words()),
        "names": _coded(proper_names()),
        "first_names": sorted(first_names()),
        "lists": french.lists(),
        "themes": themes.read(),
    }


@cache
def words_version() -> str:
    """Give a digest of the word lists: equal lists, equal version."""
    return hashlib.sha256(repr(present_words()).encode()).hexdigest()[:12]


def _coded(buckets: Iterable[tuple[str, list[str]]]) -> str:
    return "\n".join(f"{prefix}:{''.join(_front_coded(rests))}" for prefix, rests in buckets)


def _front_coded(rests: Iterable[str]) -> Iterator[str]:
    """Write each word as a capital, the letters shared with the one before, and the rest.

    >>> list(_front_coded(["age", "ages", "agir"]))
    ['Aage', 'Ds', 'Cir']
    """
    last = ""
    for rest in rests:
        shared = 0
        while shared < min(len(rest), len(last)) and rest[shared] == last[shared]:
            shared += 1
        yield chr(ord("A") + shared) + rest[shared:]
        last = rest
