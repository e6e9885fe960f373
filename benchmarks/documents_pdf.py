"""Measure reading and annotating PDFs, and try damaged ones.

`python -m benchmarks.documents_pdf` annotates a file of 200 pages, made of the
pages of the corpus, in a process of its own: seconds of processor time, best
of three, and the peak of its memory.
`python -m benchmarks.documents_pdf damaged 20000` damages the files of the
corpus at random and reads, annotates and writes each: whatever is raised that
is not an error of ours is shown, and so is the slowest file.
"""

import io
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import Any

import pypdf

from glossary import documents
from glossary.annotate import Options, annotate
from glossary.errors import GlossaryError
from glossary.formats import shipped_terms
from glossary.lexicon import Lexicon

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
PAGES = 200
# What issue 5 allows for a PDF of 200 pages.
MAX_SECONDS, MAX_MEGABYTES = 20.0, 400
# Run in the child: processor seconds of itself and its own children, peak of the larger.
_CHILD = """
import resource, sys
from glossary.cli.door import run
code = run(["annotate", sys.argv[1], "-o", sys.argv[2], "--db", sys.argv[2] + ".db"])
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(code, sum(one.ru_utime + one.ru_stime for one in used), max(one.ru_maxrss for one in used) // 1024)
"""


def long_file(name: str) -> bytes:
    """Repeat the pages of a file of the corpus until there are enough."""
    writer = pypdf.PdfWriter()
    while len(writer.pages) < PAGES:
        writer.append(CORPUS / name)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def measure(data: bytes) -> tuple[float, int]:
    """Annotate a file in a process of its own; give seconds and megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.pdf"), Path(folder, "out.pdf")
        source.write_bytes(data)
        command = [sys.executable, "-c", _CHILD, str(source), str(target)]
        code, seconds, megabytes = subprocess.run(
            command, stdout=subprocess.PIPE, text=True, check=True, timeout=600
        ).stdout.split()
        if code != "0":
            raise SystemExit(f"annotate ended with {code}")
        return float(seconds), int(megabytes)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Change, drop or repeat bytes of a file at up to twenty places, or cut it off."""
    found = bytearray(data)
    if chance.random() < 0.1:
        del found[chance.randrange(9, len(found)) :]
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(9, len(found))
        match chance.randrange(3):
            case 0:
                found[at] = chance.randrange(256)
            case 1:
                del found[at : at + chance.randint(1, 60)]
            case _:
                found[at:at] = found[chance.randrange(len(found)) :][: chance.randint(1, 60)]
        if len(found) < 20:
            break
    return bytes(found)


def outcome(data: bytes, lexicon: Lexicon) -> str:
    """Read, annotate and write one file; say how it ended."""
    try:
        document = documents.read(data, format="pdf")
        documents.write(document, annotate(document, lexicon, Options(style="abbr")).marks, style="abbr")
    except GlossaryError as error:
        return str(error)[:60]
    except Exception as error:
        return f"FAULT {type(error).__name__}: {error}"
    return "written"


def try_damaged(times: int) -> None:
    """Damage files at random and count how each ended."""
    chance, lexicon = random.Random(1), Lexicon(shipped_terms())
    files = [path.read_bytes() for path in sorted(CORPUS.glob("*.pdf"))]
    ends: Counter[str] = Counter()
    slowest = 0.0
    for number in range(times):
        data = damaged(files[number % len(files)], chance)
        start = perf_counter()
        ends[outcome(data, lexicon)] += 1
        slowest = max(slowest, perf_counter() - start)
    for end, count in ends.most_common():
        print(f"{count:8,}  {end}")
    print(f"slowest: {slowest:.2f} s")
    if any(end.startswith("FAULT") for end in ends):
        raise SystemExit(1)


def main(arguments: list[str]) -> Any:
    """Measure, or try damaged files."""
    if arguments[:1] == ["damaged"]:
        return try_damaged(int(arguments[1]) if len(arguments) > 1 else 20_000)
    print(f"{'file, 200 pages':24}{'MB in':>7}{'seconds':>9}{'peak MB':>9}")
    for name in ("bulletin.pdf", "fontconfig.pdf"):
        data = long_file(name)
        seconds, megabytes = min(measure(data) for _ in range(3))
        print(f"{name:24}{len(data) / 1e6:7.1f}{seconds:9.1f}{megabytes:9}")
        if seconds > MAX_SECONDS or megabytes > MAX_MEGABYTES:
            raise SystemExit(f"over {MAX_SECONDS} s or {MAX_MEGABYTES} MB")
    return None


if __name__ == "__main__":
    main(sys.argv[1:])
