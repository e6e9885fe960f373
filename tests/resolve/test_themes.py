"""Hold the subjects and kinds that lend words to a term."""

from glossary.resolve.themes import KIND, kinds, related, subjects


def test_words_of_a_subject_are_lent_to_a_term_of_it() -> None:
    lent = related({"apprenti": 1.0, "cfa": 1.0, "apprentissage": 1.0}, "")
    assert lent["mitron"] > 0
    assert all(0 < share <= 1 for share in lent.values())


def test_twice_the_weight_in_a_subject_says_more_than_twice_as_much() -> None:
    half, whole = related({"apprenti": 0.5}, ""), related({"apprenti": 1.0}, "")
    assert whole["mitron"] > 2 * half["mitron"] > 0


def test_a_kind_lends_its_verbs() -> None:
    assert related({}, "contrat")["signer"] == KIND


def test_a_term_of_no_subject_is_lent_nothing() -> None:
    assert related({"zorglub": 1.0}, "zorglub") == {}


def test_subjects_and_kinds_are_there_and_folded() -> None:
    assert len(subjects()) > 50
    assert all(words and all(word.isalnum() for word in words) for words in [*subjects(), *kinds().values()])
