"""Draw terms of every shape the model allows, hostile ones first."""

from hypothesis import strategies as st

from glossary.errors import InvalidTerm
from glossary.model import DOMAINS, KINDS, LANGS, STATUSES, USAGES, Source, Term

HOSTILE = (
    '"><script>alert(1)</script>',
    '=HYPERLINK("http://x","y")',
    "'=1+1",
    "''@SUM(A1)",
    "+33",
    "-1",
    "@x",
    "＝1",
    'a;b,c"d',
    "'",
    "&lol;",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>",
    "]]>",
    "*[CSE]: x",
    "\\u0000",
    "é\u0301\u202f😀",
    "{{7*7}}",
    "# titre",
    "\u200f",
    "_x0041_",
    "NULL",
    "1e5",
    "00123",
    "2024-01-01",
    "TRUE",
)
_signs = st.characters(
    exclude_categories=("Cc", "Cs"),
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufffe\uffff",
)
_texts = st.one_of(st.sampled_from(HOSTILE), st.text(_signs, max_size=30)).map(str.strip)
_words = _texts.filter(bool)
_items = st.lists(_words.filter(lambda word: "|" not in word), max_size=3).map(tuple)
_dates = st.sampled_from(["", "2024", "2024-02", "2024-02-29"])
_ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,5})?", fullmatch=True)
_sources = st.none() | st.builds(Source, name=_words, url=_texts, date=_dates)


@st.composite
def terms(draw: st.DrawFn) -> Term:
    """Draw one right term."""
    values = {
        "id": draw(_ids),
        "short_form": draw(_words),
        "full_form": draw(_words),
        "definition": draw(_texts),
        "kind": draw(st.sampled_from(KINDS)),
        "lang": draw(st.sampled_from(LANGS)),
        "domain": draw(st.sampled_from(DOMAINS)),
        "variants": draw(_items),
        "context": draw(_items),
        "usage": draw(st.sampled_from(USAGES)),
        "status": draw(st.sampled_from(STATUSES)),
        "source": draw(_sources),
        "valid_from": draw(_dates),
        "replaced_by": draw(st.just("") | _ids),
    }
    try:
        return Term(**values)
    except InvalidTerm:
        return Term(**(values | {"status": "to-check", "replaced_by": ""}))


def lists_of_terms(max_size: int = 5) -> st.SearchStrategy[list[Term]]:
    """Draw terms with ids of their own."""
    return st.lists(terms(), max_size=max_size, unique_by=lambda term: term.id)
