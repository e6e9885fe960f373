"""Send the headers that keep a page to itself: nothing from outside, no framing."""

from flask import Flask, Response, request

POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Same-origin, not no-referrer: with the latter browsers send `Origin: null`
    # along with our own forms, and the origin check could not tell them apart.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
}
# Other sites may read the public glossary, that is what the bookmarklet does.
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "86400",
}
OPEN_ENDPOINTS = (
    "api.index",
    "api.word_lists",
    "api.lookup",
    "api.list_terms",
    "api.read_term",
    "api.export",
    "api.propose",
    "api.list_releases",
    "api.term_history",
    "api.openapi",
    "pages.favori_script",
    "pages.favori_meanings",
)


def install(app: Flask) -> None:
    """Add the headers to every answer."""
    app.after_request(protect)


def protect(response: Response) -> Response:
    """Add the protective headers, and open the public calls to other sites."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    is_open = request.endpoint in OPEN_ENDPOINTS
    if is_open:
        response.headers["Access-Control-Allow-Origin"] = "*"
        if request.method == "OPTIONS":  # a browser asks before it posts JSON elsewhere
            response.headers.update(PREFLIGHT)
    response.headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if is_open else "same-origin")
    return response
