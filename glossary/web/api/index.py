"""Hand the compiled lexicon to the engine in the browser."""

import gzip
import json
from functools import cache, lru_cache
from typing import NamedTuple

from flask import Response, request

from glossary.lexicon import Lexicon
from glossary.web import schemas
from glossary.web.answers import takes_gzip
from glossary.web.base import base
from glossary.web.index import present_index, present_words, words_version
from glossary.web.language import N_
from glossary.web.operations import Operation

# It is made once for each state of the glossary; the best compression pays.
COMPRESSION = 9
YEAR = 365 * 24 * 3600


class Packed(NamedTuple):
    """Hold an answer in both forms in which it is sent."""

    plain: bytes
    gzip: bytes


def index() -> Response:
    """Answer the whole lexicon, compressed; 304 while it has not changed."""
    lexicon = base().lexicon
    return _packed(compiled(lexicon), tag=lexicon.version)


def word_lists(query: schemas.WordsQuery) -> Response:
    """Answer the word lists; whoever names their version may keep them for a year."""
    response = _packed(compiled_words(), tag=words_version())
    if query.v == words_version():
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


def _packed(forms: Packed, *, tag: str) -> Response:
    is_packed = takes_gzip()
    response = Response(forms.gzip if is_packed else forms.plain, mimetype="application/json")
    if is_packed:
        response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


@lru_cache(maxsize=1)
def compiled(lexicon: Lexicon) -> Packed:
    """Give the index of a lexicon, made once for each state of the glossary."""
    return pack(present_index(lexicon))


@cache
def compiled_words() -> Packed:
    """Give the word lists."""
    return pack(present_words())


def pack(body: object) -> Packed:
    """Write JSON, plain and compressed."""
    plain = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return Packed(plain, gzip.compress(plain, COMPRESSION, mtime=0))


OPERATIONS = (
    Operation(
        method="GET",
        path="/api/v1/index",
        view=index,
        summary=N_("Fetch the compiled lexicon for the engine in the browser"),
        answer=schemas.Index,
    ),
    Operation(
        method="GET",
        path="/api/v1/words",
        view=word_lists,
        summary=N_("Fetch the ordinary words of French for the engine in the browser"),
        query=schemas.WordsQuery,
        answer=schemas.Words,
        errors=(422,),
    ),
)
