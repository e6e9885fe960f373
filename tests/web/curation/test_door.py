"""Test who comes in, and for how long."""

import stat
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from glossary.errors import InvalidFile
from glossary.store import Store
from glossary.web.sessions import COOKIE, read_key
from tests.web.curation.conftest import OURS

PATHS = ("/curation", "/curation/nouveau", "/curation/versions", "/curation/exclusions", "/curation/listes",
         "/curation/terme/rsa", "/curation/proposition/1")  # fmt: skip


def cookie_of(client: FlaskClient, secret: str, **more: str) -> str:
    """Sign in and give the header that sets the cookie."""
    answer = client.post("/curation/entrer", data={"jeton": secret}, headers=OURS, **more)  # type: ignore[arg-type]
    return answer.headers.get("Set-Cookie", "")


@pytest.mark.parametrize("path", PATHS)
def test_a_reader_is_led_to_the_door_and_back(own_client: FlaskClient, path: str) -> None:
    answer = own_client.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/curation/entrer?vers={path}")
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_good_token_opens_and_leads_where_one_wanted_to_go(
    own_client: FlaskClient, own_store: Store
) -> None:
    secret = own_store.tokens.create("anne")
    data = {"jeton": secret, "vers": "/curation/versions"}
    answer = own_client.post("/curation/entrer", data=data, headers=OURS)
    assert answer.headers["Location"] == "/curation/versions"
    page = own_client.get("/curation/versions").get_data(as_text=True)
    assert "anne" in page
    assert secret not in page


@pytest.mark.parametrize(
    "goal", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb"]
)
def test_nobody_is_led_elsewhere(own_client: FlaskClient, own_store: Store, goal: str) -> None:
    data = {"jeton": own_store.tokens.create("anne"), "vers": goal}
    answer = own_client.post("/curation/entrer", data=data, headers=OURS)
    assert answer.headers["Location"] == "/curation"


def test_another_token_does_not_open(own_client: FlaskClient, own_store: Store) -> None:
    own_store.tokens.create("anne")
    answer = own_client.post("/curation/entrer", data={"jeton": "enclair_x"}, headers=OURS)
    assert answer.status_code == 403
    assert "jeton est inconnu" in answer.get_data(as_text=True)
    assert "Set-Cookie" not in answer.headers


def test_the_cookie_is_kept_from_scripts_and_other_sites(own_client: FlaskClient, own_store: Store) -> None:
    secret = own_store.tokens.create("anne")
    cookie = cookie_of(own_client, secret)
    assert cookie.startswith(f"{COOKIE}=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    assert secret not in cookie
    assert "Secure" in cookie_of(own_client, secret, base_url="https://localhost")


def test_a_revoked_token_ends_the_session_at_once(editor: FlaskClient, own_store: Store) -> None:
    assert editor.get("/curation").status_code == 200
    own_store.tokens.revoke("anne")
    assert editor.get("/curation").status_code == 303


def test_signing_out_takes_the_cookie_back(editor: FlaskClient) -> None:
    assert f"{COOKIE}=;" in editor.post("/curation/sortir").headers["Set-Cookie"]
    assert editor.get("/curation").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {},
    ],
)
@pytest.mark.parametrize(
    "path", ["/curation/entrer", "/curation/nouveau", "/curation/terme/rsa/retirer", "/curation/sortir"]
)
def test_a_form_of_another_site_changes_nothing(
    editor: FlaskClient, own_store: Store, headers: dict[str, str], path: str
) -> None:
    editor.environ_base.pop("HTTP_ORIGIN")
    before = own_store.revision
    answer = editor.post(path, data={"short_form": "X", "full_form": "Y"}, headers=headers)
    assert answer.status_code == 403
    assert "autre site" in answer.get_data(as_text=True)
    assert own_store.revision == before


def test_a_browser_that_names_no_origin_is_believed_by_its_fetch_site(editor: FlaskClient) -> None:
    editor.environ_base.pop("HTTP_ORIGIN")
    assert editor.post("/curation/sortir", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303


def test_the_key_is_its_owner_s_alone_and_made_once(tmp_path: Path) -> None:
    path = tmp_path / "session.key"
    key = read_key(path)
    assert read_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [item.name for item in tmp_path.iterdir()] == ["session.key"]
    assert read_key(tmp_path / "other.key") != key


def test_a_key_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "session.key").write_bytes(b"short")
    with pytest.raises(InvalidFile, match="holds no key"):
        read_key(tmp_path / "session.key")
    with pytest.raises(InvalidFile, match="must be possible"):
        read_key(tmp_path / "nowhere" / "session.key")
