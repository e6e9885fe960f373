"""Run the production server: the one file that imports granian.

Why granian: `docs/decisions/` has the figures. Its access log stays off: the
addresses of look-ups are nobody's business.
"""

import socket
from functools import partial

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from glossary.errors import InvalidInput
from glossary.web.app import build
from glossary.web.base import open_store
from glossary.web.config import Config

# Python runs one thread at a time; a few more keep short answers going while
# a long text is annotated. granian warns above twice the cores and one.
THREADS = 4
# Requests that may wait in one worker before others are refused.
WAITING = 256
LAST_PORT = 65_535


def run(host: str, port: int, *, workers: int, config: Config) -> None:
    """Serve until told to stop; raise InvalidInput where the port cannot be had."""
    check_port(host, port)
    open_store(config).close()  # made and filled once, before the workers start
    server = Granian(
        "glossary.web",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        backpressure=WAITING,
        log_access=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    )
    server.serve(target_loader=partial(build, config), wrap_loader=False)


def check_port(host: str, port: int) -> None:
    """Raise InvalidInput where nothing can listen there."""
    if not 0 < port <= LAST_PORT:
        raise InvalidInput(f"there is no port {port}; choose one from 1 to {LAST_PORT}")
    try:
        with socket.create_server((host, port), family=_family(host)):
            pass
    except OSError as error:
        raise InvalidInput(f"cannot listen on {host} port {port}: {error}; choose another port") from None


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
