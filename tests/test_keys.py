"""Hold the laws of keys; the spellings stand in `cases/keys.json`."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from glossary.keys import compact, fold, key, stem


@given(st.text())
def test_a_key_of_a_key_is_itself(text: str) -> None:
    assert key(key(text)) == key(text)
    assert compact(compact(text)) == compact(text)


@given(st.text())
def test_composed_and_decomposed_text_share_a_key(text: str) -> None:
    assert key(unicodedata.normalize("NFC", text)) == key(unicodedata.normalize("NFD", text))


@given(st.text())
def test_a_fold_has_letters_and_digits_only(text: str) -> None:
    assert all(sign.isalnum() for sign in fold(text))


@given(st.text(alphabet="abesx", min_size=3))
def test_a_plural_shares_its_stem(word: str) -> None:
    if word[-1] not in "sx":
        assert stem(word + "s") == stem(word + "x") == word
