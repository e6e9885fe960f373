"""Measure how long whole documents take: `python -m benchmarks.documents`.

A Word and an ODT document of 200 pages and a page of 5 MB, made of the text of
the corpus, are read, annotated, written and proven; the page once as it is
saved, nine tenths script and style, and once full of text and sigles. Then the
start of a confined process is measured, with a small file read in it.
Times are those of the processor, the best of three, so that a busy machine says the same.
"""

import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from glossary import documents
from glossary.annotate import annotate
from glossary.documents.edits import Edit
from glossary.documents.package import Package
from glossary.documents.proof import prove
from glossary.documents.sandbox import Sandbox
from glossary.formats import shipped_terms
from glossary.lexicon import Lexicon

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
# Office programs count some 3,000 signs on a page of running text.
PAGES, SIGNS = 200, 3_000
# Name, file of the corpus, part, what stands before and behind the text, limit in seconds.
FILES = (
    ("DOCX, 200 pages", "guide.docx", "word/document.xml", b"<w:body>", b"<w:sectPr", 5.0),
    ("ODT, 200 pages", "guide.odt", "content.xml", b"</text:sequence-decls>", b"</office:text>", 5.0),
    ("HTML, 5 MB, nine tenths script", "page-chromium.html", "script", b"<body>", b"<form>", 2.0),
    ("HTML, 5 MB, all text", "page-chromium.html", "", b"<body>", b"<form>", 2.0),
)
PAGE = 5_000_000
ROUNDS = 5
# What takes longer than this once is not measured again.
LONG = 3.0


def grown(name: str, part: str, before: bytes, behind: bytes) -> bytes:
    """Repeat the text of a file until it has the size wanted."""
    data = (CORPUS / name).read_bytes()
    xml = data if name.endswith(".html") else Package(data).part(part)
    start = xml.index(before) + len(before)
    end = xml.rindex(behind)
    if name.endswith(".html"):
        script = b"<script>" + b"f(1); " * (PAGE * 9 // 10 // 6) + b"</script>" if part else b""
        return xml[:end] + xml[start:end] * ((PAGE - len(script)) // (end - start)) + script + xml[end:]
    times = PAGES * SIGNS // len(documents.read(data).text)
    return Package(data).write([Edit(part, end, xml[start:end] * times)])


def timed(step: Callable[..., Any], *given: Any, **named: Any) -> tuple[float, Any]:
    """Give the best time of three in seconds, and the answer."""
    best, answer = float("inf"), None
    for _ in range(3):
        start = process_time()
        answer = step(*given, **named)
        best = min(best, process_time() - start)
        if best > LONG:
            break
    return best, answer


def measure(data: bytes, name: str, lexicon: Lexicon) -> dict[str, float]:
    """Give the seconds of each step."""
    reading, document = timed(documents.read, data, name=name)
    finding, annotated = timed(annotate, document, lexicon)
    writing, output = timed(documents.write, document, annotated.marks)
    edits = documents.edits(document, annotated.marks)
    proving, proof = timed(prove, data, output, document, edits, annotated.marks)
    if not proof.holds:
        raise SystemExit(f"{name}: {proof.differences[0]}")
    return {"read": reading, "annotate": finding, "write": writing, "verify": proving}


def confined() -> float:
    """Give the processor's seconds that one small file costs in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(ROUNDS):
        with Sandbox() as box:
            box.read((CORPUS / "compte-rendu.docx").read_bytes())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / ROUNDS


def main() -> int:
    """Print a table; exit 1 where a document took longer than it may."""
    lexicon, is_late = Lexicon(shipped_terms()), False
    print("| document | size | text | read | annotate | write | together | may take | verify |")
    print("|---|---|---|---|---|---|---|---|---|")
    for label, name, part, before, behind, limit in FILES:
        data = grown(name, part, before, behind)
        text = documents.read(data, name=name).text
        steps = measure(data, name, lexicon)
        proving = steps.pop("verify")
        together = sum(steps.values())
        is_late = is_late or together > limit
        shown = " | ".join(f"{seconds:.2f} s" for seconds in (*steps.values(), together, limit, proving))
        print(f"| {label} | {len(data):,} bytes | {len(text):,} signs | {shown} |")
    print(f"\nStart of a confined process, a file read in it, end: {confined():.2f} s of its processor time.")
    return int(is_late)


if __name__ == "__main__":
    sys.exit(main())
