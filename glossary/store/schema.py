"""Lay out the tables, step by step; a step is never edited once merged."""

from sqlite_utils import Database, Migrations

from glossary.rows import COLUMNS

migrations = Migrations("glossary")


@migrations()
def terms_and_their_changes(db: Database) -> None:
    """Make the terms, what happened to each, and the revision of the whole.

    `change.content` holds the whole row after the change as JSON: every state
    of the past, releases included, is read from there.
    """
    db.table("term").create(dict.fromkeys(COLUMNS, str), pk="id", not_null=COLUMNS, strict=True)
    columns = {"number": int, "revision": int, "term": str, "at": str, "author": str, "action": str}
    db.table("change").create(
        columns | {"content": str}, pk="number", not_null=(*columns, "content"), strict=True
    )
    db.table("change").create_index(["term", "revision"])
    db.table("state").create({"id": int, "revision": int}, pk="id", not_null=("revision",), strict=True)
    db.table("state").insert({"id": 0, "revision": 0})


@migrations()
def tokens_of_editors(db: Database) -> None:
    """Make the tokens: a name and the digest of what was shown once."""
    columns = {"name": str, "digest": str, "created_at": str, "revoked_at": str}
    db.table("token").create(columns, pk="name", not_null=tuple(columns), strict=True)
    db.table("token").create_index(["digest"], unique=True)


@migrations()
def releases_of_the_base(db: Database) -> None:
    """Make the releases: a name for a revision; the changes hold the rest."""
    columns = {"name": str, "revision": int, "at": str, "author": str, "note": str, "terms": int}
    db.table("release").create(columns, pk="name", not_null=tuple(columns), strict=True)


@migrations()
def proposals_of_readers(db: Database) -> None:
    """Make what readers propose, and the forms never to be proposed again."""
    texts = ("kind", "form", "key", "term", "content", "comment", "contexts", "state", "reason")
    moments = ("first_at", "last_at", "decided_at", "decided_by")
    columns = {"number": int, "readers": int} | dict.fromkeys((*texts, *moments), str)
    db.table("proposal").create(columns, pk="number", not_null=tuple(columns), strict=True)
    db.table("proposal").create_index(["state", "key"])
    excluded = {"key": str, "form": str, "at": str, "author": str, "reason": str}
    db.table("exclusion").create(excluded, pk="key", not_null=tuple(excluded), strict=True)


@migrations()
def collections_below_the_base(db: Database) -> None:
    """Make the second tier: whole lists, each less trusted than the base."""
    columns = {"name": str, "title": str, "trust": int, "digest": str, "is_on": int}
    db.table("collection").create(columns, pk="name", not_null=tuple(columns), strict=True)
    entry = {"collection": str} | dict.fromkeys(COLUMNS, str)
    db.table("entry").create(entry, pk=("collection", "id"), not_null=tuple(entry), strict=True)
