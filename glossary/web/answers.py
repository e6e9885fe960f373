"""Write answers: JSON with an ETag, files, and 304 for what has not changed."""

import gzip
import hashlib
import json
import unicodedata
from urllib.parse import quote

from flask import Flask, Response, request

# Below this size the header of gzip and the time cost more than they save.
MIN_COMPRESSED = 1_400
COMPRESSION = 5
# What was just made can be changed next; its tag guards that change.
TAGGED = (200, 201)
COMPRESSIBLE = ("text/", "application/json", "application/xml", "image/svg", "application/problem+json")


def answer(body: object, *, status: int = 200) -> Response:
    """Answer with JSON; its ETag is a digest of the very bytes."""
    data = encode(body)
    response = Response(data, status, mimetype="application/json")
    if status in TAGGED:
        response.set_etag(digest(data))
        response.headers["Cache-Control"] = "no-cache"
        response.make_conditional(request)
    return response


def encode(body: object) -> bytes:
    """Write JSON as it is sent."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def tag_of(body: object) -> str:
    """Give the ETag that `answer` gives a body."""
    return digest(encode(body))


def answer_privately(body: object) -> Response:
    """Answer with JSON that no cache may keep: it holds a reader's text."""
    response = answer(body)
    response.headers["Cache-Control"] = "no-store"
    del response.headers["ETag"]
    return response


def answer_file(data: bytes, *, name: str, media: str) -> Response:
    """Answer with a file to be saved under a name."""
    response = Response(data, content_type=media)
    response.headers.set("Content-Disposition", "attachment", **_named(name))
    response.set_etag(digest(data))
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


def _named(name: str) -> dict[str, str]:
    """Give a name to a header that holds ASCII only (RFC 6266, section 4.3)."""
    if name.isascii():
        return {"filename": name}
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return {"filename": plain, "filename*": f"UTF-8''{quote(name, safe='')}"}


def digest(data: bytes) -> str:
    """Give the digest that serves as ETag."""
    return hashlib.sha256(data).hexdigest()[:20]


def install(app: Flask) -> None:
    """Compress what is worth it, for those who can read it."""
    app.after_request(compress)


def compress(response: Response) -> Response:
    """Compress a text answer with gzip where the client takes it."""
    if response.status_code != 200 or not (response.mimetype or "").startswith(COMPRESSIBLE):
        return response
    response.vary.add("Accept-Encoding")
    if not takes_gzip() or "Content-Encoding" in response.headers:
        return response
    response.direct_passthrough = False
    data = response.get_data()
    if len(data) < MIN_COMPRESSED:
        return response
    response.set_data(gzip.compress(data, COMPRESSION, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    weaken(response)
    return response


def takes_gzip() -> bool:
    """Say whether the client of this request reads gzip."""
    return request.accept_encodings.quality("gzip") > 0


def weaken(response: Response) -> None:
    """Make the ETag weak: the compressed bytes are not the ones it was taken from."""
    tag, is_weak = response.get_etag()
    if tag and not is_weak:
        response.set_etag(tag, weak=True)
