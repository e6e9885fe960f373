"""Put what editors and readers did into the wire format of the REST interface.

The second half of `presenters`, as `editing` is of `schemas`.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from glossary.store.changes import Change
from glossary.store.drafts import Exclusion, Proposal
from glossary.store.releases import Release
from glossary.web.presenters import present_term

Json = dict[str, Any]


def present_history(term_id: str, changes: Sequence[Change]) -> Json:
    """Show every change of a term."""
    return {"id": term_id, "changes": [present_change(change) for change in changes]}


def present_change(change: Change) -> Json:
    """Show one change, with the term as it was afterwards."""
    return {
        "number": change.number,
        "revision": change.revision,
        "at": change.at,
        "by": change.by,
        "action": change.action,
        "columns": list(change.columns),
        "term": present_term(change.term),
    }


def present_receipt(proposal: Proposal) -> Json:
    """Tell a reader that a proposal was taken; nothing of what others wrote."""
    return {
        "kind": proposal.kind,
        "form": proposal.form,
        "readers": proposal.readers,
        "state": proposal.state,
    }


def present_proposals(proposals: Sequence[Proposal], *, total: int) -> Json:
    """Show proposals to an editor."""
    return {"total": total, "proposals": [present_proposal(proposal) for proposal in proposals]}


def present_proposal(proposal: Proposal) -> Json:
    """Show one proposal whole to an editor."""
    return asdict(proposal) | {"values": dict(proposal.values), "contexts": list(proposal.contexts)}


def present_exclusions(exclusions: Sequence[Exclusion]) -> Json:
    """Show the forms that are never to be proposed again."""
    names = ("form", "reason", "at", "by")
    return {"exclusions": [{name: getattr(found, name) for name in names} for found in exclusions]}


def present_releases(releases: Sequence[Release]) -> Json:
    """Show the releases in order."""
    return {"releases": [present_release(release) for release in releases]}


def present_release(release: Release) -> Json:
    """Show one release."""
    return release._asdict()
