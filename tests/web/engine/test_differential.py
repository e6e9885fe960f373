"""Ask both engines about 5,000 generated texts; they must answer alike."""

import json
import random
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from glossary.definitions import find_definitions
from glossary.formats import shipped_terms
from glossary.lexicon import Lexicon
from glossary.model import Term
from glossary.resolve import resolve
from glossary.scan import find_full_forms, scan
from glossary.text import Span
from glossary.unknown import find_unknown
from glossary.web.index import present_words
from tests.web.engine.conftest import ENGINE, HERE

LEXICONS = 50
TEXTS = 100
TERMS = 60
SEED = 20_261_127

SMALL = [
    "le",
    "la",
    "les",
    "l’",
    "d'un",
    "de",
    "du",
    "des",
    "et",
    "ou",
    "à",
    "en",
    "pour",
    "par",
    "sur",
    "dans",
    "avec",
    "ce",
    "cette",
    "nos",
    "plusieurs",
    "trois",
]
PLAIN = [
    "comité",
    "réunion",
    "emploi",
    "formation",
    "travail",
    "département",
    "agence",
    "conseiller",
    "bénéficiaire",
    "contrat",
    "accord",
    "projet",
    "suivi",
    "public",
    "nationale",
    "sociale",
    "régionale",
    "est",
    "sera",
    "suspendue",
    "ouvert",
    "demandé",
    "hôpital",
    "école",
    "élève",
    "santé",
    "logement",
    "œuvre",
]
CAPITALS = [
    "RÉUNION",
    "DE",
    "TRAVAIL",
    "DU",
    "CONSEIL",
    "ORDRE",
    "PAR",
    "CAR",
    "PAS",
    "SI",
    "MARTIN",
    "DURAND",
    "ZQRT",
    "XWK",
    "12",
    "XIV",
    "R&D",
    "A1",
]
NAMES = ["Claire", "M.", "Mme", "Jean-Marc", "Pierre", "Lyon", "Pix"]
JOINTS = [
    " ",
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    " : ",
    "\n",
    "\n\n",
    " – ",
    "\u00a0",
    " / ",
    "-",
    "; ",
    "'",
    " = ",
    " 🎓 ",
]
DATES = ["le 5 avril 2024", "en 2016", "Réunion du 12/03/2019", "depuis 2021"]


def pieces(choice: random.Random, terms: Sequence[Term]) -> Iterator[str]:
    """Yield pieces of text that lean on what is hard: forms, capitals, brackets, dates."""
    for _ in range(choice.randint(3, 22)):
        term = choice.choice(terms)
        form = choice.choice([term.short_form, term.short_form, *term.variants])
        yield choice.choice(
            (
                form,
                f"{choice.choice(SMALL)} {form}",
                f"l’{form}",
                f"les {form}s",
                ".".join(form) + ".",
                form.lower(),
                term.full_form,
                f"{term.full_form} ({form})",
                f"{form} ({term.full_form})",
                f"{term.full_form.upper()}",
                f"comité {choice.choice(PLAIN)} {choice.choice(PLAIN)} (C{choice.choice('ABPQZ')}{choice.choice('EST')})",
                choice.choice(PLAIN),
                f"{choice.choice(SMALL)} {choice.choice(PLAIN)}",
                f"{choice.choice(SMALL)} {choice.choice(PLAIN)}",
                " ".join(choice.choices(CAPITALS, k=choice.randint(1, 5))),
                choice.choice(NAMES),
                choice.choice(DATES),
                f"{form.lower()}@exemple.fr https://exemple.fr/{form}",
            )
        )


def text_of(choice: random.Random, terms: Sequence[Term]) -> str:
    """Join pieces to a text, now and then decomposed."""
    text = "".join(piece + choice.choice(JOINTS) for piece in pieces(choice, terms))
    return unicodedata.normalize("NFD", text) if choice.random() < 0.1 else text


def answer(text: str, lexicon: Lexicon) -> dict[str, Any]:
    """Answer as the Python engine does."""
    definitions = find_definitions(text)
    mentions = scan(text, lexicon, extra=[definition.short.surface for definition in definitions])
    full = find_full_forms(text, lexicon)
    taken = [Span(mention.start, mention.end) for mention in mentions]
    return {
        "mentions": [[m.start, m.end, list(m.terms)] for m in mentions],
        "unknown": [[piece.start, piece.end] for piece in find_unknown(text, lexicon, taken=taken)],
        "definitions": [[d.short.start, d.short.end, d.long.start, d.long.end] for d in definitions],
        "full": [[mention.start, mention.end] for mention in full],
        "resolutions": [
            [r.decision, r.term, r.origin, r.note, round(r.confidence, 5)]
            for r in resolve(text, mentions, definitions, lexicon, full=full)
        ],
    }


def row(term: Term) -> dict[str, Any]:
    """Give a term as the engine in the browser holds it."""
    names = ("id", "short_form", "full_form", "kind", "lang", "domain", "definition", "usage", "status")
    times = ("valid_from", "valid_to", "replaced_by", "collection")
    return {
        **{name: getattr(term, name) for name in (*names, *times)},
        "variants": list(term.variants),
        "context": list(term.context),
    }


def batches() -> Iterator[dict[str, Any]]:
    """Yield lexicons with their texts and the answers of the Python engine."""
    choice = random.Random(SEED)
    shipped = list(shipped_terms())
    for _ in range(LEXICONS):
        chosen = {term.id: term for term in choice.sample(shipped, TERMS)}
        forms = {term.short_form for term in chosen.values()}
        chosen |= {term.id: term for term in shipped if term.short_form in forms}
        terms = list(chosen.values())
        lexicon = Lexicon(terms)
        texts = [text_of(choice, terms) for _ in range(TEXTS)]
        yield {
            "terms": [row(term) for term in lexicon.terms],
            "cases": [{"text": text, "answer": answer(text, lexicon)} for text in texts],
        }


def test_both_engines_answer_alike(tmp_path: Path) -> None:
    file = tmp_path / "generated.json"
    file.write_text(json.dumps({"words": present_words(), "lexicons": list(batches())}), "utf-8")
    node = shutil.which("node")
    assert node
    command = [node, str(HERE / "differential.mjs"), str(ENGINE), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    result = json.loads(done.stdout)
    assert result["wrong"] == []
    assert result["count"] == LEXICONS * TEXTS
