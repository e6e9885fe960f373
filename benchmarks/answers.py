"""Ask the engine what the tasks ask: acronyms, long forms, one meaning."""

import re
from collections.abc import Mapping, Sequence

from benchmarks.sdu import Pair, Question
from glossary.annotate import Options, annotate
from glossary.definitions import find_definitions
from glossary.documents import from_text
from glossary.lexicon import Lexicon
from glossary.mentions import Mention
from glossary.model import Term
from glossary.resolve import resolve
from glossary.scan import find_full_forms, scan
from glossary.text import Span

_BARE = re.compile(r"\W*(.*?)\W*", re.DOTALL)
# The baseline of the tasks for acronyms that nobody defines: words of two to
# ten signs with six capitals in ten. Given to peers, which find none.
_WORD = re.compile(r"[^\W_][\w.&/\-]{0,9}(?<![.&/\-])(?!\w)")
CAPITALS = 0.6


def engine_pairs(text: str) -> list[Pair]:
    """Find the definitions of a text as the engine does."""
    return [
        Pair(Span(found.short.start, found.short.end), Span(found.long.start, found.long.end))
        for found in find_definitions(text)
    ]


def engine_acronyms(text: str, lexicon: Lexicon) -> list[Span]:
    """Find every sigle of a text, defined, known or unknown."""
    annotated = annotate(from_text(text), lexicon, Options(style="none"))
    known = [resolution.mention for resolution in annotated.mentions if resolution.mention.kind == "acronym"]
    pieces = [*known, *annotated.unknown, *(found.short for found in annotated.definitions)]
    return [Span(piece.start, piece.end) for piece in pieces]


def capital_acronyms(text: str) -> list[Span]:
    """Find the words in capitals of a text, as the tasks' baseline does."""
    return [Span(*match.span()) for match in _WORD.finditer(text) if _is_capital(match.group())]


def _is_capital(word: str) -> bool:
    return len(word) > 1 and sum(sign.isupper() for sign in word) >= CAPITALS * len(word)


def lexicon_of(meanings: Mapping[str, Sequence[str]]) -> Lexicon:
    """Build a lexicon of long forms alone: no definition, no context, no source."""
    return Lexicon(
        Term(id=f"{number}-{place}", short_form=acronym, full_form=" ".join(meaning.split()))
        for number, (acronym, options) in enumerate(meanings.items())
        for place, meaning in enumerate(options)
    )


def choose(question: Question, meanings: Mapping[str, Sequence[str]], lexicon: Lexicon) -> str:
    """Give the meaning that the engine ranks first, also where it would not decide."""
    options = meanings[question.acronym]
    number = list(meanings).index(question.acronym)
    ids = tuple(f"{number}-{place}" for place in range(len(options)))
    at = max(0, question.sentence.find(question.acronym))
    mention = Mention(
        start=at,
        end=at + len(question.acronym),
        surface=question.acronym,
        key=question.acronym.casefold(),
        kind="acronym",
        terms=tuple(sorted(ids)),
    )
    near = [
        other
        for other in scan(question.sentence, lexicon)
        if other.end <= mention.start or other.start >= mention.end
    ]
    mentions = sorted([*near, mention], key=lambda one: one.start)
    found = resolve(
        question.sentence,
        mentions,
        find_definitions(question.sentence),
        lexicon,
        full=find_full_forms(question.sentence, lexicon),
    )
    best = next(one for one in found if one.mention is mention).candidates[0].term
    return options[int(best.partition("-")[2])] if best else options[0]
