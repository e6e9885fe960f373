"""Know editors by tokens: shown once, kept as digests."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from glossary.errors import Conflict, Forbidden, InvalidInput, NotFound
from glossary.model import check_text
from glossary.store.connection import Connections, translated
from glossary.store.ledger import stamp

MAX_NAME = 60
# 256 bits of chance cannot be guessed or tabled, so a plain digest is enough.
SECRET_BYTES = 32
# Lets a scanner of leaked secrets know whose they are.
PREFIX = "enclair_"


class Token(NamedTuple):
    """Say whose a token is; the secret itself is not kept."""

    name: str
    created_at: str
    revoked_at: str
    """Empty while it is good."""


class Tokens:
    """Create, check and revoke the tokens of editors."""

    def __init__(self, connections: Connections, now: Callable[[], datetime]) -> None:
        """Work on the connections of a store."""
        self._connections = connections
        self._now = now

    def create(self, name: str) -> str:
        """Give a new secret, this once; raise Conflict where the name has a good one already."""
        _check(name)
        secret = PREFIX + secrets.token_urlsafe(SECRET_BYTES)
        with self._connections.locked() as db:
            if any(not token.revoked_at and token.name == name for token in self.all()):
                raise Conflict(f"{name!r} has a token already; revoke it first")
            row = {"name": name, "digest": digest(secret), "created_at": stamp(self._now()), "revoked_at": ""}
            db.table("token").insert(row, replace=True)
        return secret

    def all(self) -> list[Token]:
        """Give every token, by name, revoked ones included."""
        with translated(self._connections.path):
            rows = self._connections.here.table("token").rows_where(order_by="name")
            return [Token(row["name"], row["created_at"], row["revoked_at"]) for row in rows]

    def by_name(self, name: str) -> Token:
        """Give the token of a name, revoked or not; raise NotFound."""
        for token in self.all():
            if token.name == name:
                return token
        raise NotFound(f"token {name!r}")

    def is_good(self, name: str, *, created_at: str) -> bool:
        """Say whether the token that was made then may still be used."""
        return any(token == (name, created_at, "") for token in self.all())

    def owner(self, secret: str) -> str:
        """Give the name of a good token; raise Forbidden for any other."""
        with translated(self._connections.path):
            table = self._connections.here.table("token")
            rows = list(table.rows_where("digest = ? AND revoked_at = ''", [digest(secret)]))
        if not rows:
            raise Forbidden("the token is unknown or was revoked")
        return str(rows[0]["name"])

    def revoke(self, name: str) -> None:
        """Refuse a token from now on; raise NotFound where nobody has it."""
        names = [token.name for token in self.all() if not token.revoked_at]
        if name not in names:
            raise NotFound(f"token {name!r}", near=names)
        with self._connections.locked() as db:
            db.table("token").update(name, {"revoked_at": stamp(self._now())})


def digest(secret: str) -> str:
    """Give what is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _check(name: str) -> None:
    problems = list(check_text("name", name, limit=MAX_NAME))
    if not name or problems:
        raise InvalidInput(problems or "a token needs a name: whose is it?")
