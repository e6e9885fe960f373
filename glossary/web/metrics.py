"""Count requests for an operator: how many, of which kind, how answered.

Numbers only: no address, no form, no text. In the exposition format of
Prometheus 0.0.4; each worker counts its own requests since its start.
"""

import os
import threading
from collections import Counter
from collections.abc import Iterator, Mapping

from flask import Flask, Response, current_app, request

from glossary.web.base import base

EXTENSION = "glossary-metrics"


class Metrics:
    """Hold the counters of one process."""

    def __init__(self) -> None:
        """Begin at nought."""
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()

    def count(self, endpoint: str, status: int) -> None:
        """Count one answer."""
        with self._lock:
            self._requests[endpoint, status] += 1

    @property
    def requests(self) -> Mapping[tuple[str, int], int]:
        """Give the answers so far, by endpoint and status."""
        with self._lock:
            return dict(self._requests)


def install(app: Flask) -> None:
    """Count every answer of an application."""
    app.extensions[EXTENSION] = Metrics()
    app.after_request(_count)


def expose() -> str:
    """Write the counters of this process and the figures of the base."""
    return "".join(f"{line}\n" for line in _lines(current_app.extensions[EXTENSION]))


def _lines(metrics: Metrics) -> Iterator[str]:
    yield "# HELP glossary_requests_total Answers of this worker since it started."
    yield "# TYPE glossary_requests_total counter"
    for (endpoint, status), count in sorted(metrics.requests.items()):
        yield f'glossary_requests_total{{worker="{os.getpid()}",endpoint="{endpoint}",status="{status}"}} {count}'
    figures = {
        "glossary_terms": ("Terms in use.", sum(not term.is_withdrawn for term in base().lexicon.terms)),
        "glossary_revision": ("Revision of the base.", int(base().lexicon.revision)),
        "glossary_proposals_open": ("Proposals that wait for an editor.", base().store.proposals.count()),
    }
    for name, (about, value) in figures.items():
        yield f"# HELP {name} {about}"
        yield f"# TYPE {name} gauge"
        yield f"{name} {value}"


def _count(response: Response) -> Response:
    current_app.extensions[EXTENSION].count(request.endpoint or "none", response.status_code)
    return response
