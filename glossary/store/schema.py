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
