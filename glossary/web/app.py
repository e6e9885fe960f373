"""Build the WSGI application out of its parts."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from glossary.web import (
    answers,
    api,
    base,
    curation,
    errors,
    files,
    language,
    metrics,
    pages,
    requests,
    security,
    sessions,
)
from glossary.web.config import Config


def build(config: Config) -> Flask:
    """Build everything; nothing is done at import."""
    app = Flask("glossary.web")
    base.install(app, base.Base(config))
    for part in (
        sessions,
        language,
        metrics,
        requests,
        files,
        security,
        answers,
        errors,
        api,
        pages,
        curation,
    ):
        part.install(app)
    if config.trusted_proxies:
        hops = config.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app
