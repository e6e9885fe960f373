"""Measure files of many terms: time and memory of export and import, format by format.

`python -m benchmarks.formats [--rows 100000] [FORMAT …]` exports a base of so
many terms and imports the file into an empty base, each in a process of its
own. While the first format is imported a server on the same base answers
look-ups, and the slowest answer is printed. At the end an import is killed
(`kill -9`) at three moments, and the base must be what it was. Linux only.
"""

import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from glossary.formats import NAMES, by_name, shipped_terms
from glossary.model import Term
from glossary.store import Store, read_revision, read_terms

PORT = 8766
EXPORT_LIMIT, IMPORT_LIMIT = 10, 20
KILLED_AFTER = (0.25, 0.5, 0.75)


def main() -> None:
    """Print a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", default=None)
    parser.add_argument("--rows", type=int, default=100_000)
    options = parser.parse_args()
    names = options.formats or [name for name in NAMES if by_name(name).read and by_name(name).write]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        base = folder / "base.db"
        with Store(base) as store:
            store.save(many_terms(options.rows), by="benchmark")
        print(f"{options.rows:,} rows   limits: export {EXPORT_LIMIT} s, import {IMPORT_LIMIT} s")
        for name in names:
            measure(name, base, folder, options.rows)
        answer_meanwhile(folder / f"all.{names[0]}", names[0], folder)
        kill_imports(folder / f"all.{names[0]}", names[0], folder)


def many_terms(rows: int) -> Iterator[Term]:
    """Yield shipped terms over and over, each time under another id and form."""
    terms = [term for term in shipped_terms() if not term.is_withdrawn]
    endless = (
        replace(term, id=f"{term.id}-{turn}", short_form=f"{term.short_form}{turn}", replaced_by="")
        for turn in count()
        for term in terms
    )
    return islice(endless, rows)


def measure(name: str, base: Path, folder: Path, rows: int) -> None:
    """Print seconds, size and memory of one format."""
    file, new = folder / f"all.{name}", folder / f"{name}.db"
    Store(new).close()
    out = timed("export", str(file), "--format", name, "--db", str(base))
    back = timed("import", str(file), "--format", name, "--replace", "--db", str(new))
    kept = sum(1 for _ in read_terms(str(new)))
    print(
        f"{name:10} {file.stat().st_size / 1e6:7.1f} MB   export {out}   import {back}   {kept:,} terms",
        flush=True,
    )
    assert kept == rows or name == "markdown", "terms were lost"


class Used(NamedTuple):
    """Hold what a process took."""

    seconds: float
    cpu: float
    """Seconds of a processor: what the clock shows on a machine with nothing else to do."""
    memory: float
    """Peak, in MB."""

    def __str__(self) -> str:
        """Put it into columns."""
        return f"{self.seconds:6.1f} s (processor {self.cpu:5.1f} s) {self.memory:5.0f} MB"


def timed(*arguments: str) -> Used:
    """Run a command and measure it."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "glossary", *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, arguments
    return Used(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def answer_meanwhile(file: Path, name: str, folder: Path) -> None:
    """Import into the base of a running server, and print its slowest answer."""
    base = folder / "served.db"
    command = [sys.executable, "-m", "glossary", "serve", "--port", str(PORT), "--db", str(base)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    times: list[float] = []
    done = threading.Event()
    try:
        _wait()
        asking = threading.Thread(target=_ask, args=(times, done))
        asking.start()
        seconds = timed("import", str(file), "--format", name, "--db", str(base)).seconds
        time.sleep(2)  # the server takes the new state in
        done.set()
        asking.join()
    finally:
        server.terminate()
        server.wait()
    times.sort()
    print(
        f"served meanwhile: {len(times)} look-ups in {seconds:.1f} s, median {times[len(times) // 2] * 1000:.0f} ms,"
        f" slowest {times[-1] * 1000:.0f} ms"
    )


def _ask(times: list[float], done: threading.Event) -> None:
    while not done.is_set():
        began = time.perf_counter()
        urllib.request.urlopen(f"http://127.0.0.1:{PORT}/api/v1/lookup?q=cnftp").read()
        times.append(time.perf_counter() - began)
        time.sleep(0.02)


def _wait() -> None:
    for _ in range(1000):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health").read()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError("the server does not answer")


def kill_imports(file: Path, name: str, folder: Path) -> None:
    """Kill an import at several moments; the base must be what it was."""
    base = folder / "killed.db"
    with Store(base) as store:
        store.seed(shipped_terms())
    before = list(read_terms(str(base)))
    command = [sys.executable, "-m", "glossary", "import", str(file), "--format", name, "--db", str(base)]
    whole = timed(*command[3:-1], str(folder / "other.db")).seconds
    for share in KILLED_AFTER:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        time.sleep(whole * share)
        process.send_signal(signal.SIGKILL)
        process.wait()
        is_whole = list(read_terms(str(base))) == before and read_revision(str(base)) == 1
        print(f"killed after {share:.0%}: {'base whole' if is_whole else 'BASE BROKEN'}")
        assert is_whole


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
