"""Refuse forms that another site sends with an editor's cookie.

The browser says where a form comes from (`Origin`, `Sec-Fetch-Site`) and no
page can forge that, so forms need no tokens of their own. The cookie is
`SameSite=Lax` besides.
"""

from urllib.parse import urlsplit

from flask import request
from werkzeug.exceptions import Forbidden

from glossary.web.language import N_

SAFE = ("GET", "HEAD", "OPTIONS")


def refuse_other_sites() -> None:
    """Raise Forbidden for a change that does not come from one of our pages."""
    if request.method not in SAFE and not is_ours():
        raise Forbidden(N_("This form was sent from another site; nothing was changed."))


def is_ours() -> bool:
    """Say whether one of our own pages sent the request.

    Hosts are compared without their scheme: before a proxy of one's own the
    browser speaks https, behind it http.
    """
    origin = request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.host
    # "none" is the user herself: a reload.
    return request.headers.get("Sec-Fetch-Site") in ("same-origin", "none")
