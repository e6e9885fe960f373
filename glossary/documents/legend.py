"""List what the marks of a document mean: «Sigles utilisés»."""

from collections.abc import Iterable
from typing import NamedTuple

from glossary.keys import key
from glossary.mentions import Mark, Resolution

TITLE = "Sigles utilisés"
UNDECIDED = "plusieurs sens possibles"


class Entry(NamedTuple):
    """Hold one line of the list."""

    short: str
    """The form as the document writes it first."""
    meaning: str
    """Full form, or the possible ones where nobody can say; may be empty."""
    detail: str
    """Definition and remark; may be empty."""

    @property
    def line(self) -> str:
        """Write the entry as one line of plain text."""
        return " : ".join((self.short, " — ".join(filter(None, (self.meaning, self.detail)))))


def meaning_of(resolution: Resolution) -> str:
    """Say what a mention means, in few words; possible meanings where undecided."""
    if resolution.decision == "undecided":
        forms = dict.fromkeys(c.full_form for c in resolution.candidates if c.full_form)
        return f"{UNDECIDED} : {' ; '.join(forms)}" if forms else UNDECIDED
    return resolution.full_form or ""


def identity(resolution: Resolution) -> tuple[str, str]:
    """Name what two marks share when they say the same."""
    return resolution.mention.key, meaning_of(resolution) or resolution.term or ""


def entry_of(resolution: Resolution) -> Entry:
    """Write one mention as an entry of the list."""
    detail = " ".join(filter(None, (resolution.definition, _sentence(resolution.note))))
    return Entry(" ".join(resolution.mention.surface.split()), meaning_of(resolution), detail)


def _sentence(note: str) -> str:
    """Write a remark as a sentence of its own."""
    return f"{note[:1].upper()}{note[1:].removesuffix('.')}." if note else ""


def entries(marks: Iterable[Mark]) -> list[Entry]:
    """List each form with each meaning once, in alphabetical order."""
    found: dict[tuple[str, str], Entry] = {}
    for mark in marks:
        found.setdefault(identity(mark.resolution), entry_of(mark.resolution))
    return sorted(found.values(), key=lambda entry: (key(entry.short), entry))
