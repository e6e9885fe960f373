"""Keep editors signed in: one signed cookie, and none for readers.

The cookie holds the name of a token and when it was made, signed with a key
that lies beside the database; a revoked token ends its sessions at once.
"""

import os
import secrets
from datetime import timedelta
from pathlib import Path

from flask import Flask, request, session
from flask.sessions import SecureCookieSessionInterface

from glossary.errors import InvalidFile
from glossary.web.base import base

COOKIE = "en-clair-editor"
KEY_FILE = "session.key"
KEY_BYTES = 32
# A day's work; a forgotten browser is signed out the next morning.
LIFETIME = timedelta(hours=12)


class EditorSessions(SecureCookieSessionInterface):
    """Send the cookie over https only, wherever the request came by https."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Say whether the browser may send the cookie over https only."""
        return request.is_secure


def install(app: Flask) -> None:
    """Sign sessions with the key of this data folder."""
    with app.app_context():
        app.secret_key = read_key(base().config.database.parent / KEY_FILE)
    app.session_interface = EditorSessions()
    app.config.update(
        SESSION_COOKIE_NAME=COOKIE,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=LIFETIME,
        SESSION_REFRESH_EACH_REQUEST=False,
    )
    app.jinja_env.globals.update(signed_in=signed_in)
    app.before_request(show_own_changes)


def show_own_changes() -> None:
    """Let an editor see at once what she wrote through another worker."""
    if COOKIE in request.cookies and request.endpoint != "static":
        base().renew()


def read_key(path: Path) -> bytes:
    """Read the key, made at first use and readable by its owner only; raise InvalidFile."""
    try:
        if not path.exists():
            _make_key(path)
        key = path.read_bytes()
    except OSError as error:
        raise InvalidFile(f"{path}: {error.strerror}; it must be possible to keep the key there") from error
    if len(key) < KEY_BYTES:
        raise InvalidFile(f"{path} holds no key; delete it, and a new one is made")
    return key


def _make_key(path: Path) -> None:
    """Make the key whole or not at all; of several workers the first one's counts."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    place = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(place, "wb") as stream:
            stream.write(secrets.token_bytes(KEY_BYTES))
        os.link(partial, path)
    except FileExistsError:
        pass
    finally:
        partial.unlink()


def sign_in(secret: str) -> None:
    """Remember an editor by her token; raise Forbidden where it is not good."""
    tokens = base().store.tokens
    name = tokens.owner(secret)
    session.clear()
    session.permanent = True
    session.update(editor=name, since=tokens.by_name(name).created_at)


def sign_out() -> None:
    """Forget the editor; the browser drops the cookie."""
    session.clear()


def signed_in() -> str:
    """Give the name of the editor who is signed in; empty for a reader."""
    name = str(session.get("editor", ""))
    if name and not base().store.tokens.is_good(name, created_at=str(session.get("since", ""))):
        sign_out()
        return ""
    return name
