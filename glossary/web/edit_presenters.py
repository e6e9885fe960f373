"""Put what editors and readers did into the wire format of the REST interface.

The second half of `presenters`, as `editing` is of `schemas`.
"""

from collections.abc import Sequence
from typing import Any

from glossary.store.changes import Change
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
