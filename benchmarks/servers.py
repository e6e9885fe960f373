"""Measure WSGI servers side by side on a look-up, in one run.

Needs `wrk`, gunicorn and waitress beside the project's own dependencies:
`python -m benchmarks.servers [--seconds 4] [--rounds 3]`. One worker process
each with four threads, sixteen connections; rounds alternate, so that a busy
machine slows all alike. The median counts.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

PORT = 8765
PATH = "/api/v1/lookup?q=cnftp"
GRANIAN = ("granian", "--interface", "wsgi", "--workers", "1", "--blocking-threads", "4", "--no-access-log")
COMMANDS = {
    "granian": (*GRANIAN, "--log-level", "error", "--port", str(PORT), "api:app"),
    "gunicorn": (
        "gunicorn",
        "-w",
        "1",
        "--threads",
        "4",
        "--log-level",
        "error",
        "-b",
        f"127.0.0.1:{PORT}",
        "api:app",
    ),
    "waitress": ("waitress-serve", "--threads", "4", "--listen", f"127.0.0.1:{PORT}", "api:app"),
}


def main() -> None:
    """Print requests a second and memory of each server."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    rates: dict[str, list[float]] = {name: [] for name in COMMANDS}
    delays: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "GLOSSARY_DB": str(Path(folder) / "glossary.db")}
        for _ in range(options.rounds):
            for name in COMMANDS:
                rate, delay = measure(name, options.seconds, environment)
                rates[name].append(rate)
                delays[name].append(delay)
    for name in COMMANDS:
        rate, delay = statistics.median(rates[name]), statistics.median(delays[name])
        print(f"{name:10} {rate:8.0f} requests/s   99 % within {delay:6.1f} ms")


def measure(name: str, seconds: int, environment: dict[str, str]) -> tuple[float, float]:
    """Give requests a second, and the milliseconds within which 99 % were answered."""
    command = [str(Path(sys.executable).parent / COMMANDS[name][0]), *COMMANDS[name][1:]]
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        wait()
        url = f"http://127.0.0.1:{PORT}{PATH}"
        load = ["wrk", "-t", "1", "-c", "16", "-d", f"{seconds}s", "--latency", url]
        report = subprocess.run(load, capture_output=True, text=True, check=True).stdout
    finally:
        server.terminate()
        server.wait(20)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", report)[1])  # type: ignore[index]
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", report).groups()  # type: ignore[union-attr]
    return rate, float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def wait() -> None:
    """Wait until the server answers, twenty seconds at most."""
    for _ in range(400):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}{PATH}").read()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("the server does not answer")


if __name__ == "__main__":
    main()
