"""Hold the commands that keep a base: tokens, releases, copies."""

from glossary.store import Store, read_terms
from tests.samples import TERMS, term


def test_a_token_is_shown_once_listed_and_revoked(glossary, db):
    secret = glossary("token", "create", "anne").out.strip()
    with Store(db) as store:
        assert store.tokens.owner(secret) == "anne"
    assert glossary("token", "list").out.startswith("anne  created 20")
    assert glossary("token", "revoke", "anne").code == 0
    assert "revoked 20" in glossary("token", "list").out
    assert secret not in glossary("token", "list").out


def test_releases_are_made_and_listed(glossary, db):
    assert glossary("release", "2026-11", "--by", "anne", "--note", "Première").out == (
        f"2026-11: {len(TERMS) - 1} terms in use, revision 1.\n"
    )
    assert glossary("release", "2026-11").code == 2
    assert glossary("release").out.endswith(f"{len(TERMS) - 1} terms  by anne  Première\n")


def test_a_copy_is_made_and_put_back(glossary, db, tmp_path):
    assert glossary("backup", tmp_path / "copy.db").out.endswith("verified.\n")
    with Store(db) as store:
        store.save([term("NEUF", "Neuf")], by="anne")
    ran = glossary("restore", tmp_path / "copy.db")
    assert "What stood there is kept in base-before-restore-" in ran.out
    assert len(list(read_terms(str(db)))) == len(TERMS)
    (kept,) = tmp_path.glob("base-before-restore-*.db")
    assert len(list(read_terms(str(kept)))) == len(TERMS) + 1
