"""Hold what look-up needs of a lexicon: its forms and the words of its full forms."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.keys import folded_words, stem
from glossary.lexicon import Lexicon
from glossary.model import Form, Term

# Words that carry no meaning in a full form.
SMALL_WORDS = frozenset(
    [
        *("a", "au", "aux", "d", "dans", "de", "des", "du", "en", "et", "l"),
        *("la", "le", "les", "ou", "par", "pour", "sur", "un", "une"),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Hold one written form of one term with its keys."""

    term: Term
    form: Form
    compact: str
    """The form in one run, as `keys.compact` gives it."""
    words: tuple[str, ...]
    """Stemmed words of the form without small words."""

    @property
    def phrase(self) -> str:
        """Give the words as one string, for token scorers."""
        return " ".join(self.words)


class LookupIndex:
    """Find entries by form, by the start of a form, and by word."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the forms of every term in use."""
        self.entries = tuple(
            entry for term in lexicon.terms if not term.is_withdrawn for entry in _entries_of(term)
        )
        shorts = [entry for entry in self.entries if entry.form.role != "full"]
        self.by_form: dict[str, list[Entry]] = {}
        self.by_length: dict[int, list[str]] = {}
        self.by_word: dict[str, list[Entry]] = {}
        self.by_run: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.form.role == "full":
                self.by_run.setdefault(entry.compact, []).append(entry)
        for entry in shorts:
            self.by_form.setdefault(entry.compact, []).append(entry)
        for entry in self.entries:
            if entry.form.role == "full" or len(entry.words) > 1:
                for word in set(entry.words):
                    self.by_word.setdefault(word, []).append(entry)
        self.forms = sorted(self.by_form)
        self.words = sorted(self.by_word)
        for form in self.forms:
            self.by_length.setdefault(len(form), []).append(form)

    def forms_starting(self, start: str) -> Iterator[str]:
        """Yield the forms that start so, in order."""
        return _starting(self.forms, start)

    def words_starting(self, start: str) -> Iterator[str]:
        """Yield the words of full forms that start so, in order."""
        return _starting(self.words, start)


def words_of(text: str) -> tuple[str, ...]:
    """Give the stemmed words of a text without small words."""
    return _telling(folded_words(text))


def _telling(folded: list[str]) -> tuple[str, ...]:
    return tuple([stem(word) for word in folded if word not in SMALL_WORDS])


def _entries_of(term: Term) -> Iterator[Entry]:
    for form in term.forms:
        folded = folded_words(form.text)
        if folded:
            yield Entry(term=term, form=form, compact="".join(folded), words=_telling(folded))


def _starting(values: list[str], start: str) -> Iterator[str]:
    position = bisect_left(values, start)
    while position < len(values) and values[position].startswith(start):
        yield values[position]
        position += 1
