"""Hold the words and numbers that several kinds of report share."""

from glossary.documents.places import Place
from glossary.jargon.types import Figures

LEVELS = {
    "fr": {"error": "erreur", "warning": "alerte", "note": "remarque"},
    "en": {"error": "error", "warning": "warning", "note": "note"},
}


def place_told(place: Place, lang: str) -> str:
    """Say where something stands; empty where nothing is known."""
    if lang != "en":
        return place.french
    parts = (("page", place.page), ("line", place.line), ("paragraph", place.paragraph))
    return ", ".join(f"{name} {number}" for name, number in parts if number)


def gain_told(gain: int, lang: str) -> str:
    """Say how many places a change makes clear."""
    if lang == "en":
        return f"({gain} {'place becomes' if gain == 1 else 'places become'} clear)"
    return f"({gain} {'endroit devient clair' if gain < 2 else 'endroits deviennent clairs'})"


def figures_told(figures: Figures, lang: str) -> str:
    """Put the figures into one line."""
    density = f"{figures.density:.1f}"
    if lang == "en":
        return (
            f"{figures.words} words, {figures.sigles} acronyms in {figures.uses} places: "
            f"{density} per 100 words; {percent(figures.defined_share, lang)} defined at first use; "
            f"{percent(figures.obscure_share, lang)} obscure to a newcomer."
        )
    return (
        f"{figures.words} mots, {figures.sigles} sigles à {figures.uses} endroits : "
        f"{density.replace('.', ',')} pour 100 mots ; {percent(figures.defined_share, lang)} expliqués à la première mention ; "
        f"{percent(figures.obscure_share, lang)} obscurs pour un nouveau venu."
    )


def percent(share: float, lang: str) -> str:
    """Write a share as whole per cents."""
    return f"{100 * share:.0f}%" if lang == "en" else f"{100 * share:.0f}\u00a0%"
