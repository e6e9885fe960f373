"""Run the production server in a process of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 20.0
SCRIPT = (
    "import sys; from pathlib import Path; from glossary.web import Config, serve; "
    "serve('127.0.0.1', int(sys.argv[1]), int(sys.argv[2]), Config(database=Path(sys.argv[3])))"
)


def free_port() -> int:
    """Find a port that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextmanager
def running(database: Path, *, workers: int = 1) -> Iterator[str]:
    """Give the address of a server while it runs."""
    port = free_port()
    command = [sys.executable, "-c", SCRIPT, str(port), str(workers), str(database)]
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": os.getcwd()})
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        yield address
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_for(address: str) -> None:
    """Wait until a server answers."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{address}/health"):
                return
        except OSError:
            time.sleep(0.02)
    raise TimeoutError(address)
