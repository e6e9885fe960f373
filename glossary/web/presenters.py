"""Put values into the wire format of the REST interface.

Only this module knows the names on the wire; `schemas` describes them for
readers and tests. It knows no Flask: the command line prints the same with
`--json`.
"""

from collections.abc import Sequence
from typing import Any

from glossary.annotate import Annotated
from glossary.lexicon import Lexicon
from glossary.lookup import Hit
from glossary.mentions import Candidate, LocalDefinition, Piece, Resolution
from glossary.model import Source, Term
from glossary.web.alphabet import Page

Json = dict[str, Any]


def present_hits(query: str, hits: Sequence[Hit], lexicon: Lexicon) -> Json:
    """Answer a look-up."""
    return {"query": query, "index_version": lexicon.version, "hits": [present_hit(hit) for hit in hits]}


def present_hit(hit: Hit) -> Json:
    """Show one answer with the reason why it matched."""
    return {
        "term": present_term(hit.term),
        "form": hit.form,
        "score": round(hit.score, 4),
        "matched": hit.matched,
        "why": hit.why,
    }


def present_term(term: Term) -> Json:
    """Show one meaning whole."""
    return {
        "id": term.id,
        "short_form": term.short_form,
        "full_form": term.full_form,
        "kind": term.kind,
        "lang": term.lang,
        "domain": term.domain,
        "definition": term.definition,
        "variants": list(term.variants),
        "context": list(term.context),
        "usage": term.usage,
        "status": term.status,
        "source": present_source(term.source) if term.source else None,
        "valid_from": term.valid_from,
        "valid_to": term.valid_to,
        "replaced_by": term.replaced_by,
        "collection": term.collection,
    }


def present_source(source: Source) -> Json:
    """Show where a meaning comes from."""
    return {"name": source.name, "url": source.url, "date": source.date, "link": source.link}


def present_terms(page: Page, lexicon: Lexicon, *, total: int) -> Json:
    """Show one page of the glossary."""
    return {
        "index_version": lexicon.version,
        "total": total,
        "terms": [present_term(term) for term in page.terms],
        "next": page.following,
    }


def present_annotation(annotated: Annotated, output: str, *, revision: str = "") -> Json:
    """Show everything that was found in a text; `revision` names the state of the base that answered."""
    return {
        "index_version": annotated.index_version,
        "revision": revision,
        "as_of": annotated.as_of,
        "text_length": len(annotated.document.text),
        "mentions": [present_mention(resolution) for resolution in annotated.mentions],
        "definitions": [present_definition(found) for found in annotated.definitions],
        "unknown": [present_piece(piece) for piece in annotated.unknown],
        "output": output,
    }


def present_mention(resolution: Resolution) -> Json:
    """Show one recognised place."""
    return {
        **present_piece(resolution.mention),
        "decision": resolution.decision,
        "term": resolution.term,
        "full_form": resolution.full_form,
        "definition": resolution.definition,
        "origin": resolution.origin,
        "confidence": round(resolution.confidence, 4),
        "note": resolution.note,
        "candidates": [present_candidate(candidate) for candidate in resolution.candidates],
    }


def present_candidate(candidate: Candidate) -> Json:
    """Show one possible meaning with its reasons."""
    return {
        "term": candidate.term,
        "full_form": candidate.full_form,
        "score": round(candidate.score, 4),
        "evidence": [
            {
                "kind": evidence.kind,
                "weight": round(evidence.weight, 4),
                "words": list(evidence.words),
                "reason": evidence.reason,
            }
            for evidence in candidate.evidence
        ],
    }


def present_definition(definition: LocalDefinition) -> Json:
    """Show a definition that the text gives."""
    return {"short": present_piece(definition.short), "long": present_piece(definition.long)}


def present_piece(piece: Piece) -> Json:
    """Show a stretch of the text."""
    return {"start": piece.start, "end": piece.end, "surface": piece.surface}


def present_health(lexicon: Lexicon, *, revision: int, version: str) -> Json:
    """Say that the service is well, and what it serves."""
    return {
        "status": "ok",
        "version": version,
        "revision": str(revision),
        "index_version": lexicon.version,
        "terms": len(lexicon),
    }
