"""Say in French what stands on the sheet, whatever the format."""

from glossary.documents import FORMATS
from glossary.sheet.types import File, Line, Met, Sheet

TITLE = "Fiche de lecture"
EMPTY = "Aucun sigle n'a été trouvé."
UNKNOWN = "Inconnu du glossaire, et le texte ne l'explique pas."
STATES = {"known": "connu", "undecided": "plusieurs sens possibles", "unknown": "inconnu"}

# Names of files beyond this are cut in titles.
MAX_NAMES = 80


def subtitle(sheet: Sheet) -> str:
    """Name the files, or say how many there are."""
    names = ", ".join(file.name for file in sheet.files)
    return names if len(names) <= MAX_NAMES else counted(len(sheet.files), "document")


def summary(sheet: Sheet) -> str:
    """Count what the sheet holds, in one line."""
    forms = len({line.form for line in sheet.lines})
    parts = [
        counted(forms, "sigle ou mot", "sigles et mots"),
        f"{len(sheet.forms('undecided'))} à préciser" if sheet.forms("undecided") else "",
        counted(len(sheet.forms("unknown")), "inconnu") if sheet.forms("unknown") else "",
        f"{len(sheet.changing)} de sens changeant" if sheet.changing else "",
    ]
    return " · ".join(filter(None, parts))


def in_short(sheet: Sheet) -> list[tuple[str, str]]:
    """Name the forms that ask for a reader's care, by what is the matter with them."""
    found = (
        ("Changent de sens", sheet.changing),
        ("Plusieurs sens possibles", sheet.forms("undecided")),
        ("Inconnus du glossaire", sheet.forms("unknown")),
    )
    return [(title, ", ".join(forms)) for title, forms in found if forms]


def told(file: File) -> str:
    """Describe a file: «PDF, 2 pages, 24 sigles»."""
    parts = [
        FORMATS[file.format].label,
        counted(file.pages, "page") if file.pages else "",
        counted(file.forms, "sigle ou mot", "sigles et mots"),
    ]
    return ", ".join(filter(None, parts))


def remark(line: Line) -> str:
    """Say what is the matter with a line; empty where nothing is."""
    if line.state == "unknown":
        return UNKNOWN
    if line.others:
        return f"Change de sens : ailleurs « {' », « '.join(line.others)} »."
    return ""


def where(met: Met, *, has_file: bool) -> str:
    """Say where a form is met first: «bulletin.pdf, page 1, sous « Bilan »»."""
    heading = f"sous « {met.heading} »" if met.heading else ""
    return ", ".join(filter(None, (met.file if has_file else "", met.place, heading)))


def counted(number: int, noun: str, nouns: str = "") -> str:
    """Count things in French: «2 pages».

    >>> counted(1, "page"), counted(2, "sigle ou mot", "sigles et mots")
    ('1 page', '2 sigles et mots')
    """
    return f"{number} {noun if number < 2 else nouns or f'{noun}s'}"
