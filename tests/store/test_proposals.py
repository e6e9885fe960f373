"""Hold how proposals are gathered, ranked and decided."""

from datetime import UTC, datetime

import pytest

from glossary.errors import Busy, Conflict, InvalidInput, InvalidTerm, NotFound
from glossary.store import Draft, Store
from tests.samples import term

RSA = term("RSA", "Revenu de solidarité active")
NEW = {"full_form": "Zone de quiétude", "domain": "territoires"}


@pytest.fixture
def store():
    with Store(":memory:", now=lambda: datetime(2026, 11, 3, tzinfo=UTC)) as store:
        store.save([RSA], by="anne")
        yield store


def unknown(form, context=""):
    return Draft(kind="unknown", form=form, context=context)


def test_readers_of_one_form_are_counted_together_however_they_write_it(store):
    for form in ("ZQT", "Z.Q.T.", "zqt"):
        store.proposals.add(unknown(form))
    assert [(p.form, p.readers) for p in store.proposals.open()] == [("ZQT", 3)]


def test_the_form_that_most_readers_asked_for_comes_first(store):
    for form, readers in (("AAA", 1), ("BBB", 3), ("CCC", 2)):
        for _ in range(readers):
            store.proposals.add(unknown(form))
    store.proposals.add(Draft(kind="term", form="CCC", values=NEW))
    store.proposals.add(Draft(kind="term", form="CCC", values={"full_form": "Autre"}))
    assert [(p.form, p.kind, p.asked) for p in store.proposals.open()][:3] == [
        ("CCC", "unknown", 4),
        ("CCC", "term", 4),
        ("CCC", "term", 4),
    ]


def test_a_proposal_does_not_grow_the_revision(store):
    store.proposals.add(unknown("ZQT"))
    assert store.revision == 1


def test_contexts_are_kept_once_and_not_without_end(store):
    for number in (1, 1, 2, 3, 4, 5, 6):
        store.proposals.add(unknown("ZQT", context=f"la ZQT\n numéro {number}"))
    (found,) = store.proposals.open()
    assert found.contexts == tuple(f"la ZQT numéro {number}" for number in range(1, 6))


def test_a_proposal_is_accepted_as_it_is(store):
    number = store.proposals.add(Draft(kind="term", form="ZQT", values=NEW)).number
    draft = store.proposals.draft_of(number)
    assert (draft.id, draft.status, draft.domain) == ("zqt", "to-check", "territoires")
    store.proposals.accept(number, draft, by="anne")
    assert store.by_id("zqt") == draft
    assert store.history("zqt")[0].by == "anne"
    assert store.proposals.open() == []
    assert [(p.state, p.term) for p in store.proposals.decided()] == [("accepted", "zqt")]


def test_accepting_an_edited_term_answers_those_who_did_not_understand_it(store):
    store.proposals.add(unknown("z.q.t"))
    number = store.proposals.add(Draft(kind="term", form="ZQT", values=NEW)).number
    store.proposals.accept(number, term("ZQT", "Zone de quiétude totale"), by="anne")
    assert store.proposals.open() == []


def test_an_id_that_is_taken_is_not_given_again(store):
    number = store.proposals.add(Draft(kind="term", form="RSA", values=NEW)).number
    assert store.proposals.draft_of(number).id == "rsa-2"


def test_a_draft_says_what_is_still_to_be_filled_in(store):
    number = store.proposals.add(unknown("ZQT")).number
    with pytest.raises(InvalidTerm, match="full_form: an acronym needs its full form"):
        store.proposals.draft_of(number)


def test_a_correction_changes_what_it_names_only(store):
    number = store.proposals.add(
        Draft(kind="correction", form="RSA", term="rsa", values={"usage": "rare"})
    ).number
    assert store.by_id("rsa") == RSA
    draft = store.proposals.draft_of(number)
    assert (draft.full_form, draft.usage) == (RSA.full_form, "rare")
    store.proposals.accept(number, draft, seen=RSA, by="anne")
    assert store.by_id("rsa").usage == "rare"


def test_accepting_loses_nobody_s_change_and_takes_nobody_s_id(store):
    number = store.proposals.add(
        Draft(kind="correction", form="RSA", term="rsa", values={"usage": "rare"})
    ).number
    other = store.proposals.add(Draft(kind="term", form="RSA", values=NEW)).number
    draft = store.proposals.draft_of(number)
    store.save([term("RSA", "Revenu de solidarité")], by="karim")
    with pytest.raises(Conflict, match="read it again"):
        store.proposals.accept(number, draft, seen=RSA, by="anne")
    with pytest.raises(Conflict, match="'rsa' already"):
        store.proposals.accept(other, draft, by="anne")
    assert store.by_id("rsa").full_form == "Revenu de solidarité"
    assert len(store.proposals.open()) == 2


def test_rejecting_an_edit_leaves_the_term_as_it_was(store):
    number = store.proposals.add(
        Draft(kind="correction", form="RSA", term="rsa", values={"usage": "rare"})
    ).number
    store.proposals.reject(number, reason="Le RSA est courant", by="anne")
    assert store.by_id("rsa") == RSA
    assert store.revision == 1
    assert [(p.state, p.reason, p.decided_by) for p in store.proposals.decided()] == [
        ("rejected", "Le RSA est courant", "anne")
    ]


def test_never_show_sticks_until_the_form_is_readmitted(store):
    store.proposals.add(unknown("PAS"))
    store.proposals.exclude("PAS", reason="Un mot ordinaire", by="anne")
    assert store.proposals.open() == []
    for draft in (unknown("P.A.S"), Draft(kind="term", form="pas", values=NEW)):
        with pytest.raises(Conflict, match="is not proposed again"):
            store.proposals.add(draft)
    assert [(e.key, e.form, e.by) for e in store.proposals.exclusions()] == [("pas", "PAS", "anne")]
    store.proposals.readmit("PAS")
    assert store.proposals.add(unknown("PAS")).readers == 1


def test_a_term_can_be_corrected_though_its_form_is_excluded(store):
    store.proposals.exclude("RSA", reason="Connu", by="anne")
    assert (
        store.proposals.add(
            Draft(kind="correction", form="RSA", term="rsa", values={"usage": "rare"})
        ).readers
        == 1
    )


def test_what_is_decided_is_not_decided_again(store):
    number = store.proposals.add(unknown("ZQT")).number
    store.proposals.reject(number, reason="Inconnu", by="anne")
    for decide in (
        lambda: store.proposals.reject(number, reason="Encore", by="karim"),
        lambda: store.proposals.accept(number, RSA, by="karim"),
    ):
        with pytest.raises(Conflict, match="rejected already by anne"):
            decide()
    assert store.revision == 1


@pytest.mark.parametrize("reason", ["", "a\nb", "x" * 3_000], ids=["none", "line break", "endless"])
def test_a_rejection_needs_a_reason(store, reason):
    number = store.proposals.add(unknown("ZQT")).number
    with pytest.raises(InvalidInput, match="reason"):
        store.proposals.reject(number, reason=reason, by="anne")


@pytest.mark.parametrize(
    ("values", "match"),
    [
        ({"kind": "unknown", "form": " …"}, "needs a letter"),
        ({"kind": "unknown", "form": "X" * 301}, "longer than 300"),
        ({"kind": "unknown", "form": "A\x00"}, "control character"),
        ({"kind": "wish", "form": "A"}, "expected one of"),
        ({"kind": "correction", "form": "A"}, "names its term"),
        ({"kind": "term", "form": "A", "values": {"status": "verified"}}, "status: cannot be proposed"),
        ({"kind": "term", "form": "A", "values": {"definition": "x" * 3_000}}, "longer than"),
        ({"kind": "unknown", "form": "A", "context": "x" * 301}, "context: longer than 300"),
    ],
    ids=["no letter", "long", "NUL", "kind", "no term", "status", "long value", "long context"],
)
def test_a_bad_draft_is_refused(values, match):
    with pytest.raises(InvalidInput, match=match):
        Draft(**values)


def test_a_correction_of_nothing_is_refused(store):
    with pytest.raises(NotFound, match="'nope'"):
        store.proposals.add(Draft(kind="correction", form="X", term="nope"))


def test_a_flood_ends(store, monkeypatch):
    monkeypatch.setattr("glossary.store.proposals.MAX_OPEN", 2)
    store.proposals.add(unknown("AAA"))
    store.proposals.add(unknown("BBB"))
    with pytest.raises(Busy, match="wait for an editor"):
        store.proposals.add(unknown("CCC"))


@pytest.mark.parametrize("number", [0, 99])
def test_a_proposal_that_is_not_there_is_said(store, number):
    with pytest.raises(NotFound):
        store.proposals.draft_of(number)


def test_readmitting_what_was_not_excluded_is_said(store):
    with pytest.raises(NotFound):
        store.proposals.readmit("X")
