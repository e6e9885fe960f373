"""Make the word lists of this package from a hunspell dictionary of French.

Run once by hand: `python -m glossary.ordinary.build fr.dic fr.aff`. The lists
that ship were made from the «classique» dictionary 7.5 of grammalecte.net
(npm package `dictionary-fr` 3.0.0, MPL 2.0); see `README.md` beside this file.
"""

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from glossary.keys import fold
from glossary.ordinary import MAX_LENGTH, NAMES_FILE, PREFIX, WORDS_FILE

# Sigles that the dictionary lists as names because they are said as words.
_SIGLES = frozenset(
    [
        *(
            "afnor",
            "cam",
            "cimade",
            "cirad",
            "cnam",
            "cned",
            "ehpad",
            "ets",
            "fed",
            "greta",
            "ifremer",
            "ined",
        ),
        *("inria", "insee", "inserm", "maj", "medef", "opep", "otan", "prs", "saad", "samu", "sieg", "siret"),
        *("smic", "ulis", "unesco", "unicef", "urssaf"),
    ]
)
# Clipped words of speech that the dictionary leaves out.
_CLIPPED = frozenset(
    ["asso", "appli", "com", "compta", "conf", "doc", "info", "orga", "psy", "pub", "reco", "visio"]
)

# Flags of the dictionary that mark units and symbols, which are no words.
_SYMBOL_FLAG = "||"


class Suffix:
    """Hold one suffix rule: what goes, what comes, and after which ending."""

    def __init__(self, strip: str, add: str, condition: str) -> None:
        """Take the three fields of an `SFX` line; `0` stands for nothing."""
        self.strip = "" if strip == "0" else strip
        self.add = add.split("/")[0].replace("0", "")
        self.condition = re.compile(f"(?:{condition})$")

    def apply(self, word: str) -> str | None:
        """Give the derived word, or None where the rule does not fit."""
        if not self.condition.search(word) or not word.endswith(self.strip):
            return None
        return word[: len(word) - len(self.strip)] + self.add


def read_suffixes(lines: Iterator[str]) -> dict[str, list[Suffix]]:
    """Read the suffix rules by flag; prefixes are elisions and not wanted."""
    rules: dict[str, list[Suffix]] = {}
    for line in lines:
        parts = line.split()
        if len(parts) >= 5 and parts[0] == "SFX":
            rules.setdefault(parts[1], []).append(Suffix(*parts[2:5]))
    return rules


def expand(entry: str, rules: dict[str, list[Suffix]]) -> Iterator[str]:
    """Yield a dictionary entry and every word its suffix flags make of it."""
    word, _, flags = entry.split("\t")[0].split()[0].partition("/")
    if _SYMBOL_FLAG in flags:
        return
    yield word
    for flag in (flags[i : i + 2] for i in range(0, len(flags), 2)):
        for rule in rules.get(flag, ()):
            derived = rule.apply(word)
            if derived:
                yield derived


def main(dictionary: str, affixes: str) -> None:
    """Write both lists beside this file."""
    rules = read_suffixes(iter(Path(affixes).read_text("utf-8").splitlines()))
    words: set[str] = set()
    names: set[str] = set()
    for entry in Path(dictionary).read_text("utf-8").splitlines()[1:]:
        for word in expand(entry, rules) if entry.strip() else ():
            if word.isalpha() and 2 <= len(fold(word)) <= MAX_LENGTH:
                if word.islower():
                    words.add(fold(word))
                elif word.istitle():
                    names.add(fold(word))
    write(WORDS_FILE, words | _CLIPPED)
    write(NAMES_FILE, names - words - _SIGLES)


def write(name: str, words: set[str]) -> None:
    """Write words in buckets, sorted, one a line, compressed without a time stamp."""
    buckets: dict[str, list[str]] = {}
    for word in sorted(words):
        if word.isascii():
            buckets.setdefault(word[:PREFIX], []).append(word[PREFIX:])
    data = "\n".join(f"{prefix}:{','.join(rests)}" for prefix, rests in buckets.items())
    (Path(__file__).parent / name).write_bytes(gzip.compress(data.encode("ascii"), mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
