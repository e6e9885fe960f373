"""Measure that hostile texts take linear time: `python -m benchmarks.hostile`.

Each text repeats one piece. The whole annotation must stay under three
seconds of processor time a million signs, and twice the text must not take
much more than twice the time.
"""

import argparse
import gc
import time

from glossary.annotate import annotate
from glossary.documents import plain
from glossary.formats.shipped import shipped_terms
from glossary.lexicon import Lexicon

LIMIT = 3.0

PIECES = {
    "opening parentheses": "(",
    "parentheses in pairs": "()",
    "a sigle in parentheses": "(CSE) ",
    "capitals without a space": "A",
    "capitals with spaces": "ABCD EFGH ",
    "one sigle": "CSE ",
    "one ambiguous sigle": "DE CDE ",
    "two sigles and a word": "le RSA et la DT ",
    "a sigle and a long form": "Comité social et économique (CSE) ",
    "many definitions": "ABC = aaa bbb ccc ",
    "combining marks": "e\u0301\u0301",
    "combining marks alone": "\u0301",
    "newlines": "\n",
    "a word a line": "CSE\n",
    "broken words": "CSE-\n",
    "dots": "a.a.a.",
    "dotted capitals": "C.",
    "opening quotes": "« ",
    "straight quotes": '"',
    "small letters without a space": "abcdefghij",
    "digits": "0123456789",
    "a path": "a/b/",
    "an address": "a@b.",
    "underscores": "a_B",
    "commas": "A, ",
    "equals signs": "A=",
    "dashes": "A - ",
    "colons": "CSE : ",
    "spaces": " ",
    "no-break spaces": "\u202f",
    "question marks": "? ",
    "ligatures": "œ ",
    "emoji": "😀 ",
    "right-to-left": "مرحبا ",
    "soft hyphens": "C\u00adS\u00adE ",
    "elided sigles": "l'ARE d'ETP ",
    "a phrase begun": "lac de ",
    "a heading in capitals": "RÉUNION DE TRAVAIL ",
    "names": "Claire DE MONTFORT ",
}


def main() -> None:
    """Print seconds a million signs and the growth for each text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000, help="signs of the longer text")
    parser.add_argument("names", nargs="*", help="only texts whose name holds one of these")
    options = parser.parse_args()
    lexicon = Lexicon(shipped_terms())
    seconds_of("Le CSE et le DE.", lexicon)
    gc.collect()
    gc.freeze()
    print(f"{'text':32} {'s per million':>14} {'growth when doubled':>20}")
    for name, piece in PIECES.items():
        if not options.names or any(part in name for part in options.names):
            half, whole = (
                seconds_of((piece * size)[:size], lexicon) for size in (options.size // 2, options.size)
            )
            rate = whole * 1e6 / options.size
            print(
                f"{name:32} {rate:14.2f} {whole / max(half, 1e-9):20.2f}{'' if rate < LIMIT else '  TOO SLOW'}",
                flush=True,
            )


def seconds_of(text: str, lexicon: Lexicon) -> float:
    """Time the whole annotation of a text, in seconds of processor time."""
    document = plain.from_text(text)
    start = time.process_time()
    annotate(document, lexicon)
    return time.process_time() - start


if __name__ == "__main__":
    main()
