"""Read and write terms as abbreviations of Markdown: `*[CSE]: Comité social et économique`.

Appended to a text, they make its acronyms explain themselves wherever Markdown
Extra is understood. They carry forms only; docs/formats.md lists what is lost.
"""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import IO

from glossary.errors import InvalidFile
from glossary.formats.complaints import Complaints, Placed
from glossary.formats.foreign import Concept, Label, place, slug
from glossary.formats.types import UNSTATED, Edition
from glossary.model import Term

# A line of legal forms stays far below.
MAX_LINE = 20_000
# Leaves room for a number in an id.
MAX_NAME = 50
JOINT = " | "

_LINE = re.compile(r"\*\[((?:[^\\\]]|\\.)+)\]: ?(.*)")
_MEANING = re.compile(r"((?:\\.|.)*?)(?: \| |\Z)")


def read(stream: IO[bytes], complaints: Complaints) -> Iterator[Placed]:
    """Yield a term for each meaning, in file order; other lines are text.

    The first form of a meaning is its short form, the others are variants.
    """
    meanings: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for where, form, meaning in _pairs(stream, complaints):
        # A vertical bar joins variants, so a form that holds one is a term of its own.
        alone = form if "|" in form else ""
        meanings.setdefault((meaning, alone), (where, []))[1].append(form)
    taken: set[str] = set()
    for (meaning, _), (where, forms) in meanings.items():
        identifier = _free(slug(forms[0]), slug(meaning)[:MAX_NAME], taken)
        yield from place(_concept(identifier, meaning, forms), where, complaints)


def _free(form: str, name: str, taken: set[str]) -> str:
    """Number a name until the id that it makes with its form is free."""
    numbered = (f"{name} {number}" for number in count(2))
    for identifier in chain([name], numbered):
        made = "-".join(filter(None, (form, slug(identifier))))
        if made not in taken:
            break
    taken.add(made)
    return identifier


def write(terms: Iterable[Term], stream: IO[bytes], edition: Edition = UNSTATED) -> None:
    """Write every form of each term in use that has a full form; all meanings of a form on one line."""
    meanings: dict[str, dict[str, None]] = {}
    for term in terms:
        if term.full_form and not term.is_withdrawn:
            for form in (term.short_form, *term.variants):
                meanings.setdefault(form, {})[term.full_form] = None
    for form, found in meanings.items():
        stream.write(f"*[{_escape_form(form)}]: {JOINT.join(map(_escape, found))}\n".encode())


def _pairs(stream: IO[bytes], complaints: Complaints) -> Iterator[tuple[str, str, str]]:
    number = 0
    while data := stream.readline(MAX_LINE):
        number += data.endswith(b"\n") or len(data) < MAX_LINE
        where = f"line {max(number, 1)}"
        if not data.startswith((b"*[", b"\xef\xbb\xbf*[")):
            continue
        try:
            match = _LINE.fullmatch(data.decode("utf-8-sig").rstrip("\r\n").rstrip())
        except UnicodeDecodeError as error:
            raise InvalidFile(f"{where}: is not UTF-8 (byte {error.start}); save the file as UTF-8") from None
        if match is None:
            complaints.add(
                where, "expected an abbreviation as in *[CSE]: Comité social et économique", ascii(data[:40])
            )
            continue
        for meaning in _MEANING.findall(match[2]):
            if meaning:
                yield where, _unescape(match[1]), _unescape(meaning)


def _concept(identifier: str, meaning: str, forms: list[str]) -> Concept:
    first, *others = forms
    labels = [Label(text=first, role="short"), Label(text=meaning, role="full")]
    labels += [Label(text=form, role="variant") for form in others]
    return Concept(format="abbr", identifier=identifier, labels=labels)


def _escape_form(form: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", _harmless(form))


def _escape(meaning: str) -> str:
    return re.sub(r"([\\|])", r"\\\1", _harmless(meaning))


def _unescape(text: str) -> str:
    return html.unescape(re.sub(r"\\(.)", r"\1", text))


def _harmless(text: str) -> str:
    """Keep a renderer without abbreviations from taking a form for HTML."""
    return re.sub("&(?=[#A-Za-z0-9])", "&amp;", text).replace("<", "&lt;")
