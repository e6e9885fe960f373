"""Keep the catalogue of translations in step with code and templates.

Message ids are English, so that English needs no catalogue; `fr` holds every
French word that readers see. Run `python -m glossary.web.catalogue` after a
change of strings: new ones appear in the `.po` file with an empty translation,
old ones go, and the `.mo` file is compiled from it.
"""

import io
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOM = Path(__file__).parent
PO_FILE = ROOM / "translations" / "fr" / "LC_MESSAGES" / "messages.po"
MO_FILE = PO_FILE.with_suffix(".mo")
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext.babel_extract")]
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "translate": None,
    "ngettext": (1, 2),
    "translate_count": (1, 2),
}


def extract() -> Catalog:
    """Gather every message of the code and the templates."""
    catalog = Catalog(charset="utf-8")
    found = extract_from_dir(
        ROOM, METHODS, keywords=KEYWORDS, options_map={"templates/**.html": {"trimmed": "true"}}
    )
    for name, _line, message, _comments, _context in found:
        # Without line numbers a change elsewhere does not change the catalogue.
        catalog.add(message, locations=[(name, 0)])
    return catalog


def read() -> Catalog:
    """Read the French catalogue."""
    with PO_FILE.open("rb") as stream:
        return read_po(stream, locale="fr")


def compiled(catalog: Catalog) -> bytes:
    """Give a catalogue as the machine reads it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def renew() -> int:
    """Bring the files up to date; give the number of messages still to translate."""
    catalog = read()
    catalog.update(extract(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    with PO_FILE.open("wb") as stream:
        write_po(stream, catalog, width=0, sort_output=True, include_lineno=False, omit_header=False)
    MO_FILE.write_bytes(compiled(catalog))
    return len(missing(catalog))


def missing(catalog: Catalog) -> list[str]:
    """Give the messages without translation."""
    ids = []
    for message in catalog:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(texts):
            ids.append(str(message.id))
    return ids


if __name__ == "__main__":
    raise SystemExit(renew() and 1)
