"""Fill a new database with what ships: the glossary, and the lists below it."""

from glossary.formats import shipped_collections, shipped_terms
from glossary.store import Store


def fill(store: Store) -> None:
    """Fill an empty base; renew the shipped lists that another version brought.

    A base that was made without a list stays without it.
    """
    is_new = store.revision == 0
    store.seed(shipped_terms())
    kept = {collection.name for collection in store.collections.all()}
    for found in shipped_collections():
        if is_new or found.name in kept:
            store.collections.load(
                found.name, found.terms(), title=found.title, trust=found.trust, digest=found.digest
            )
