"""Read damaged files for as long as wanted: `python -m benchmarks.mutations [--minutes 10]`.

Files of the corpus are changed in a few bytes, of the zip file or of a part,
then read and written in this process. Nothing but our own errors may be
raised, and nothing may take long. What breaks is kept as a file, with the seed
that makes it again. The suite does the same two thousand times a format.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import monotonic, process_time

from glossary import documents
from glossary.errors import GlossaryError
from tests.documents.marking import marks_of
from tests.documents.mutating import mutated

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
STYLES = ("expand", "abbr", "list")
# Of processor time; the largest file of the corpus takes a tenth.
SLOW = 5.0


def attempt(data: bytes, suffix: str, seed: int) -> str:
    """Read and write a file, and say how it ended: `read`, `refused` or what broke."""
    start = process_time()
    try:
        document = documents.read(data, name=f"a{suffix}")
        documents.write(document, marks_of(document), style=STYLES[seed % len(STYLES)])
        ending = "read"
    except GlossaryError:
        ending = "refused"
    except Exception as error:
        return f"broke: {type(error).__name__}: {error}"
    return "slow" if process_time() - start > SLOW else ending


def main() -> int:
    """Go on until the time is over; exit 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    files = [path for path in sorted(CORPUS.iterdir()) if path.is_file() and path.suffix != ".md"]
    endings: Counter[tuple[str, str]] = Counter()
    end, seed = monotonic() + chosen.minutes * 60, chosen.seed
    while monotonic() < end:
        path = files[seed % len(files)]
        data = mutated(path.read_bytes(), random.Random(seed))
        ending = attempt(data, path.suffix, seed)
        endings[path.suffix, ending.partition(":")[0]] += 1
        if ending not in ("read", "refused"):
            kept = Path(tempfile.gettempdir()) / f"mutation-{seed}{path.suffix}"
            kept.write_bytes(data)
            print(f"seed {seed}, {path.name}: {ending}; kept as {kept}")
        seed += 1
    for (suffix, ending), count in sorted(endings.items()):
        print(f"{suffix:7} {ending:8} {count:,}")
    return int(any(ending not in ("read", "refused") for _, ending in endings))


if __name__ == "__main__":
    sys.exit(main())
