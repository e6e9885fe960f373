"""Test the compiled lexicon."""

import gzip
import json

from flask.testing import FlaskClient

from glossary.web import schemas
from tests.web.api.contract import conform


def test_the_index_holds_the_terms_in_use(client: FlaskClient) -> None:
    body = conform(client.get("/api/v1/index"), schemas.Index)
    rows = [dict(zip(body["columns"], row, strict=False)) for row in body["terms"]]
    ids = {row["id"] for row in rows}
    assert {"cnfpt", "ce-comite"} <= ids
    assert "old" not in ids
    assert "pas" in body["ordinary"]
    assert "cnfpt" not in body["ordinary"]


def test_the_index_is_open_compressed_and_sent_once(client: FlaskClient) -> None:
    first = client.get("/api/v1/index", headers={"Accept-Encoding": "gzip"})
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert first.headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(first.data))["terms"]
    again = client.get("/api/v1/index", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_who_takes_no_gzip_gets_none(client: FlaskClient) -> None:
    answer = client.get("/api/v1/index", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in answer.headers
    assert json.loads(answer.data)["terms"]


def test_the_word_lists_may_be_kept_for_a_year_under_their_version(client: FlaskClient) -> None:
    version = client.get("/api/v1/index").get_json()["words"]
    kept = client.get(f"/api/v1/words?v={version}")
    conform(kept, schemas.Words)
    assert "immutable" in kept.headers["Cache-Control"]
    assert client.get("/api/v1/words?v=old").headers["Cache-Control"] == "no-cache"
    assert kept.headers["Access-Control-Allow-Origin"] == "*"
