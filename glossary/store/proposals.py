"""Keep what readers propose until an editor decides."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from glossary.errors import Busy, Conflict, InvalidInput, NotFound, Problem
from glossary.keys import compact
from glossary.model import MAX_TEXT, Term, check_text
from glossary.rows import COLUMNS, from_row
from glossary.store.connection import Connections, translated
from glossary.store.drafts import MAX_CONTEXTS, Draft, Exclusion, Proposal, State
from glossary.store.ledger import Ledger, existing_rows, free_id, refuse_unseen, stamp

if TYPE_CHECKING:
    from sqlite_utils import Database

# Nobody will ever read more; a flood ends here.
MAX_OPEN = 20_000
RETRY_SECONDS = 86_400


class Proposals:
    """Take proposals, rank them, and carry out what editors decide."""

    def __init__(self, connections: Connections, now: Callable[[], datetime]) -> None:
        """Work on the connections of a store."""
        self._connections = connections
        self._now = now

    def add(self, draft: Draft) -> Proposal:
        """Take a proposal; one more reader of the same thing adds to its count.

        Raises Conflict where the form is never to be proposed again, NotFound
        where the term to be corrected is not there, Busy when there are too many.
        """
        key, now = compact(draft.form), stamp(self._now())
        content = json.dumps(dict(sorted(draft.values.items())), ensure_ascii=False)
        with self._connections.locked() as db:
            self._refuse(db, draft, key)
            same = "state = 'open' AND key = ? AND kind = ? AND term = ? AND content = ?"
            found = list(db.table("proposal").rows_where(same, [key, draft.kind, draft.term, content]))
            if found:
                row = _joined(found[0], draft, now)
                db.table("proposal").update(row["number"], row)
                number = row["number"]
            else:
                number = db.table("proposal").insert(_fresh(draft, key, content, now)).last_pk
        return self.by_number(int(str(number)))

    def open(self) -> list[Proposal]:
        """Give the open proposals, those that most readers asked for first."""
        return self._select("state = 'open'", [])

    def count(self) -> int:
        """Say how many proposals are open."""
        with translated(self._connections.path):
            return int(self._connections.here.table("proposal").count_where("state = 'open'"))

    def decided(self, *, limit: int = 100) -> list[Proposal]:
        """Give the proposals decided last, the latest first."""
        found = self._select("state <> 'open'", [])
        return sorted(found, key=lambda item: (item.decided_at, item.number), reverse=True)[:limit]

    def by_number(self, number: int) -> Proposal:
        """Give one proposal, or raise NotFound."""
        found = self._select("number = ?", [number])
        if not found:
            raise NotFound(f"proposal {number}")
        return found[0]

    def draft_of(self, number: int) -> Term:
        """Make the term that accepting a proposal as it is would write.

        Raises InvalidTerm with what an editor has still to fill in.
        """
        proposal = self.by_number(number)
        with translated(self._connections.path):
            if proposal.kind == "correction":
                current = existing_rows(self._connections.here, [proposal.term])[proposal.term]
                return from_row(current | dict(proposal.values))
            blank = dict.fromkeys(COLUMNS, "") | _DEFAULTS
            row = blank | {"short_form": proposal.form} | dict(proposal.values)
            return from_row(row | {"id": free_id(self._connections.here, row["short_form"])})

    def accept(self, number: int, term: Term, *, by: str, seen: Term | None = None) -> None:
        """Publish a term, as proposed or edited, and close what asked for it.

        `seen` is the term to be corrected as the editor saw it; None for a new
        one. Raises Conflict where the proposal is decided already, where the
        term was changed since, or where a new one's id is taken.
        """
        with self._connections.writing() as db:
            self._undecided(number)
            if seen is not None:
                refuse_unseen(db, seen)
            elif existing_rows(db, [term.id]):
                raise Conflict(f"there is a term {term.id!r} already")
            Ledger(db, by=by, at=self._now()).save([term])
            forms = {compact(form.text) for form in term.forms if form.role != "full"}
            answered = [
                item.number
                for item in self.open()
                if item.number == number or (item.kind == "unknown" and compact(item.form) in forms)
            ]
            for item in answered:
                decision = self._decision("accepted", by=by)
                db.table("proposal").update(item, decision | {"term": term.id})

    def answer(self, number: int, term_id: str, *, by: str) -> None:
        """Close a proposal that a term of the base answers already; nothing else changes.

        Raises Conflict where it is decided, NotFound where there is no such term.
        """
        with self._connections.locked() as db:
            self._undecided(number)
            if not existing_rows(db, [term_id]):
                raise NotFound(f"term {term_id!r}")
            decision = self._decision("accepted", by=by)
            db.table("proposal").update(number, decision | {"term": term_id})

    def reject(self, number: int, *, reason: str, by: str) -> None:
        """Close a proposal; the term it wanted to correct stays as it is.

        Raises Conflict where it is decided already, InvalidInput without a reason.
        """
        _check_reason(reason)
        with self._connections.locked() as db:
            self._undecided(number)
            db.table("proposal").update(number, self._decision("rejected", by=by, reason=reason))

    def exclude(self, form: str, *, reason: str, by: str) -> None:
        """Never let a form be proposed again, and close what asks for it."""
        _check_reason(reason)
        key = compact(form)
        with self._connections.locked() as db:
            row = {"key": key, "form": form, "at": stamp(self._now()), "author": by, "reason": reason}
            db.table("exclusion").insert(row, replace=True)
            for item in self._select("state = 'open' AND key = ? AND kind <> 'correction'", [key]):
                decision = self._decision("rejected", by=by, reason=reason)
                db.table("proposal").update(item.number, decision)

    def readmit(self, form: str) -> None:
        """Let a form be proposed again; raise NotFound where it was not excluded."""
        with self._connections.locked() as db:
            if not db.table("exclusion").count_where("key = ?", [compact(form)]):
                raise NotFound(f"exclusion of {form!r}")
            db.table("exclusion").delete(compact(form))

    def exclusions(self) -> list[Exclusion]:
        """Give the forms never to be proposed again, by key."""
        with translated(self._connections.path):
            rows = self._connections.here.table("exclusion").rows_where(order_by="key")
            return [Exclusion(r["key"], r["form"], r["at"], r["author"], r["reason"]) for r in rows]

    def _refuse(self, db: "Database", draft: Draft, key: str) -> None:
        if draft.kind != "correction" and db.table("exclusion").count_where("key = ?", [key]):
            raise Conflict(f"{draft.form!r} was examined already and is not proposed again")
        if draft.kind == "correction" and not existing_rows(db, [draft.term]):
            raise NotFound(f"term {draft.term!r}")
        if db.table("proposal").count_where("state = 'open'") >= MAX_OPEN:
            raise Busy("too many proposals wait for an editor", retry_after=RETRY_SECONDS)

    def _select(self, where: str, values: Sequence[object]) -> list[Proposal]:
        with translated(self._connections.path):
            table = self._connections.here.table("proposal")
            rows = list(table.rows_where(where, list(values)))
            asked: dict[str, int] = {}
            for row in table.rows_where("state = 'open'", select="key, readers"):
                asked[row["key"]] = asked.get(row["key"], 0) + row["readers"]
        found = [_proposal(row, asked.get(row["key"], 0)) for row in rows]
        return sorted(found, key=lambda item: (-item.asked, -item.readers, item.number))

    def _undecided(self, number: int) -> Proposal:
        proposal = self.by_number(number)
        if proposal.state != "open":
            raise Conflict(f"proposal {number} was {proposal.state} already by {proposal.decided_by}")
        return proposal

    def _decision(self, state: State, *, by: str, reason: str = "") -> dict[str, Any]:
        return {"state": state, "decided_by": by, "decided_at": stamp(self._now()), "reason": reason}


_DEFAULTS = {
    "kind": "acronym",
    "lang": "fr",
    "domain": "administration",
    "usage": "usual",
    "status": "to-check",
}


def _fresh(draft: Draft, key: str, content: str, now: str) -> dict[str, Any]:
    blank = dict.fromkeys(("reason", "decided_at", "decided_by"), "")
    contexts = [" ".join(draft.context.split())] if draft.context else []
    return blank | {
        "kind": draft.kind,
        "form": draft.form,
        "key": key,
        "term": draft.term,
        "content": content,
        "comment": " ".join(draft.comment.split()),
        "contexts": json.dumps(contexts, ensure_ascii=False),
        "readers": 1,
        "state": "open",
        "first_at": now,
        "last_at": now,
    }


def _joined(row: dict[str, Any], draft: Draft, now: str) -> dict[str, Any]:
    contexts = json.loads(row["contexts"])
    context = " ".join(draft.context.split())
    if context and context not in contexts and len(contexts) < MAX_CONTEXTS:
        contexts.append(context)
    more = {"readers": row["readers"] + 1, "last_at": now}
    return row | more | {"contexts": json.dumps(contexts, ensure_ascii=False)}


def _proposal(row: dict[str, Any], asked: int) -> Proposal:
    same = ("number", "kind", "form", "term", "comment", "readers", "state", "reason", "decided_by")
    moments = ("first_at", "last_at", "decided_at")
    return Proposal(
        **{name: row[name] for name in same + moments},
        values=json.loads(row["content"]),
        contexts=tuple(json.loads(row["contexts"])),
        asked=asked,
    )


def _check_reason(reason: str) -> None:
    problems = list(check_text("reason", reason, limit=MAX_TEXT))
    if not reason or problems:
        raise InvalidInput(problems or [Problem("reason", "say why, for the reader who asked")])
