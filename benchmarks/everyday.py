"""Measure what readers wait for: a look-up, a start, a text; and the memory it takes.

`python -m benchmarks.everyday [FILE]` takes FILE as the text to annotate, else
some 21 kB of the example sentences. Every figure is the best and the median of
several runs, beside the limit that the project has set itself. Linux only:
memory is read from /proc.
"""

import argparse
import csv
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "data" / "examples.csv"
TEXT_LENGTH = 21_000
QUERIES = ("cnfpt", "cnftp", "sirhuss", "centre national fonction publique", "demandeur emploi", "cs", "zzzz")
MEMORY_LIMIT = 120
START_LIMIT = 30.0


def main() -> None:
    """Print every figure beside its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="text to annotate")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    text = options.file.read_text("utf-8") if options.file else example_text()
    # Compiled modules are kept, as after any installation.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GLOSSARY_DB"] = str(Path(folder) / "glossary.db")
        measure_find(options.rounds)
        measure_lookup(options.rounds)
        measure_annotation(text, options.rounds)
        measure_server(text)


def example_text() -> str:
    """Join example sentences, evenly taken, to a text of some 21 kB."""
    with EXAMPLES.open(encoding="utf-8", newline="") as stream:
        sentences = [row["sentence"] for row in csv.DictReader(stream)]
    step = max(1, sum(map(len, sentences)) // TEXT_LENGTH)
    return "\n\n".join(sentences[::step])


def measure_find(rounds: int) -> None:
    """Time `glossary find` from a cold process."""
    command = [sys.executable, "-m", "glossary", "find", "cnftp"]
    subprocess.run(command, check=True, capture_output=True)
    show(
        "glossary find, cold",
        timed(lambda: subprocess.run(command, check=True, capture_output=True), rounds),
        0.4,
    )
    bare = timed(lambda: subprocess.run([sys.executable, "-c", ""], check=True), rounds)
    print(f"{'  of which bare Python':34} {min(bare) * 1000:9.2f} ms")


def measure_lookup(rounds: int) -> None:
    """Time look-ups inside one process."""
    from glossary.formats import shipped_terms
    from glossary.lexicon import Lexicon
    from glossary.lookup import find

    lexicon = Lexicon(shipped_terms())
    for query in QUERIES:
        find(query, lexicon)
        show(f"look-up of «{query}»", timed(lambda query=query: find(query, lexicon), 20 * rounds), 0.001)


def measure_annotation(text: str, rounds: int) -> None:
    """Time the annotation of a text inside one process."""
    from glossary.annotate import annotate
    from glossary.documents import from_text
    from glossary.formats import shipped_terms
    from glossary.lexicon import Lexicon

    lexicon, document = Lexicon(shipped_terms()), from_text(text, "markdown")
    count = len(annotate(document, lexicon).mentions)
    print(f"text: {len(text):,} characters, {count} mentions")
    show("annotation", timed(lambda: annotate(document, lexicon), 3 * rounds), 0.020)


def measure_server(text: str) -> None:
    """Time the start of a server and weigh it after use."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    for name in ("first start, base is made", "start"):
        began = time.perf_counter()
        command = [sys.executable, "-m", "glossary", "serve", "--port", str(port)]
        server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            wait_for(f"http://127.0.0.1:{port}/health")
            show(f"server, {name}", [time.perf_counter() - began], 2.0)
            if name == "start":
                use(port, text)
                weigh(server.pid)
        finally:
            server.terminate()
            server.wait()


def use(port: int, text: str) -> None:
    """Ask a server for what readers ask for."""
    import json

    for path in ("/", "/sigle/CSE", "/glossaire", "/api/v1/lookup?q=cnftp", "/api/v1/index", "/api/v1/words"):
        urllib.request.urlopen(f"http://127.0.0.1:{port}{path}").read()
    body = json.dumps({"text": text, "format": "markdown"}).encode()
    head = {"Content-Type": "application/json"}
    for _ in range(5):
        request = urllib.request.Request(f"http://127.0.0.1:{port}/api/v1/annotate", body, head)
        urllib.request.urlopen(request).read()


def weigh(pid: int) -> None:
    """Print the memory of a server's processes, its own and what they share."""
    for number in (pid, *children(pid)):
        status = Path(f"/proc/{number}/status").read_text()
        peak, now = (int(found[1]) / 1024 for found in re.finditer(r"Vm(?:HWM|RSS):\s*(\d+)", status))
        print(f"{'memory of a process':34} {now:9.1f} MB  peak {peak:.1f} MB  limit {MEMORY_LIMIT} MB")


def children(pid: int) -> list[int]:
    """Give the processes that a process has started."""
    found = []
    for folder in Path(f"/proc/{pid}/task").iterdir():
        found += [int(number) for number in (folder / "children").read_text().split()]
    return found


def wait_for(url: str) -> None:
    """Wait until a server answers."""
    began = time.perf_counter()
    while time.perf_counter() - began < START_LIMIT:
        try:
            urllib.request.urlopen(url).read()
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise TimeoutError(url)


def timed(work: Callable[[], object], rounds: int) -> list[float]:
    """Give the seconds of each run."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return times


def show(name: str, times: list[float], limit: float) -> None:
    """Print the best and the median beside the limit, in milliseconds."""
    best, middle = min(times) * 1000, statistics.median(times) * 1000
    print(f"{name:34} {best:9.2f} ms  median {middle:9.2f} ms  limit {limit * 1000:7.1f} ms")


if __name__ == "__main__":
    main()
