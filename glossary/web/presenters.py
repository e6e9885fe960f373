"""Put values into the wire format of the REST interface.

Only this module knows the names on the wire; `schemas` describes them for
readers and tests. It knows no Flask: the command line prints the same with
`--json`.
"""

from collections.abc import Sequence
from typing import Any

from glossary.annotate import Annotated
from glossary.documents import Document, original_span, original_text
from glossary.jargon import Report
from glossary.jargon.writing.json import present_report
from glossary.lexicon import Lexicon
from glossary.lookup import Hit, outside
from glossary.mentions import Candidate, Piece, Resolution
from glossary.model import Source, Term
from glossary.web.alphabet import Page

Json = dict[str, Any]


def present_hits(query: str, hits: Sequence[Hit], lexicon: Lexicon) -> Json:
    """Answer a look-up."""
    return {
        "query": query,
        "index_version": lexicon.version,
        "revision": lexicon.revision,
        "hits": [present_hit(hit) for hit in hits],
    }


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
        "revision": lexicon.revision,
        "total": total,
        "terms": [present_term(term) for term in page.terms],
        "next": page.following,
    }


def present_annotation(
    annotated: Annotated, output: str | None, *, revision: str = "", collections: Sequence[Lexicon] = ()
) -> Json:
    """Show everything that was found in a text; `revision` names the state of the base that answered.

    `collections` are asked about the unknown forms.
    Places count in what was handed in: of HTML in its source. `output` is None
    where the document is no text.
    """
    original = _Original(annotated.document)
    return {
        "index_version": annotated.index_version,
        "revision": revision,
        "as_of": annotated.as_of,
        "text_length": len(original.text),
        "mentions": [
            original.present_piece(resolution.mention) | present_resolution(resolution)
            for resolution in annotated.mentions
        ],
        "definitions": [
            {"short": original.present_piece(found.short), "long": original.present_piece(found.long)}
            for found in annotated.definitions
        ],
        "unknown": [original.present_piece(piece) for piece in annotated.unknown],
        "outside": [
            {"form": form, "terms": [present_term(term) for term in terms]}
            for form, terms in outside((piece.surface for piece in annotated.unknown), collections).items()
        ],
        "output": output,
    }


def present_jargon(report: Report) -> Json:
    """Show a jargon report, in the shape that the command line writes."""
    return present_report(report)


class _Original:
    """Show stretches of a document where they stand in what was handed in."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = original_text(document)

    def present_piece(self, piece: Piece) -> Json:
        start, end = original_span(self.document, piece.start, piece.end)
        return {"start": start, "end": end, "surface": self.text[start:end]}


def present_resolution(resolution: Resolution) -> Json:
    """Show what a recognised place was taken to mean, and why."""
    return {
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


def present_health(lexicon: Lexicon, *, revision: int, version: str) -> Json:
    """Say that the service is well, and what it serves."""
    return {
        "status": "ok",
        "version": version,
        "revision": str(revision),
        "index_version": lexicon.version,
        "terms": len(lexicon),
    }
