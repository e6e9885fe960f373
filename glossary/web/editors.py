"""Know the editor behind a request."""

from flask import request

from glossary.errors import Forbidden
from glossary.web.base import base


def bearer() -> str:
    """Give the name of the editor whose token the request carries; raise Forbidden."""
    sent = request.authorization
    if sent is None or sent.type != "bearer" or not sent.token:
        raise Forbidden("an editor's token is needed")
    return base().store.tokens.owner(sent.token)
