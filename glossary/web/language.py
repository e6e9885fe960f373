"""Choose the language of an answer: French first, English one click away.

Pages are French unless their address says `lang=en`; no cookie remembers it,
so the links of an English page carry it on. REST answers follow
`Accept-Language`. Message ids are English, the catalogues are in
`translations/`; `make translations` renews them.
"""

from typing import Any

from flask import Flask, request
from flask_babel import Babel, get_locale, gettext, ngettext

LANGUAGES = ("fr", "en")
DEFAULT = "fr"
SERVICE_PATHS = ("/api/", "/health", "/metrics", "/openapi.json")


def N_(message: str) -> str:
    """Mark a message for the catalogues; it is translated where it is shown."""
    return message


def translate(message: str) -> str:
    """Give a message in the language of the request, as it is if unknown."""
    return str(gettext(message)) if message else ""


def translate_count(one: str, many: str, count: int) -> str:
    """Give a message in the right number, with `%(num)d` filled in."""
    return str(ngettext(one, many, count))


def choose() -> str:
    """Say which language this request is answered in."""
    asked = request.args.get("lang", "")
    if asked in LANGUAGES:
        return asked
    if request.path.startswith(SERVICE_PATHS):
        return request.accept_languages.best_match(LANGUAGES, DEFAULT) or DEFAULT
    return DEFAULT


def current() -> str:
    """Give the language in force, `fr` or `en`."""
    return str(get_locale() or DEFAULT)


def install(app: Flask) -> None:
    """Set the catalogues up, and let the links of an English page stay English."""
    Babel(app, default_locale=DEFAULT, locale_selector=choose)

    @app.url_defaults
    def keep_language(endpoint: str, values: dict[str, Any]) -> None:
        if request and endpoint.startswith(("pages.", "curation.")) and current() != DEFAULT:
            values.setdefault("lang", current())
