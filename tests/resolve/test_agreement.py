"""Read gender and number, of full forms and of what a text shows."""

import pytest

from glossary.resolve.agreement import shown_at
from glossary.resolve.nouns import features


@pytest.mark.parametrize(
    ("full_form", "lang", "gender", "number"),
    [
        ("Mission locale", "fr", "f", "s"),
        ("Machine learning", "en", "m", ""),
        ("Application programming interface", "en", "f", ""),
        ("Level of detail", "en", "", ""),
        ("Ressources humaines", "fr", "f", "p"),
        ("Travaux publics", "fr", "m", "p"),
        ("Tribunaux administratifs", "fr", "m", "p"),
        ("Haute Autorité de santé", "fr", "f", "s"),
        ("Fonds social européen", "fr", "m", ""),
        ("Conseiller à dominante entreprise", "fr", "", "s"),
        ("Demandeurs d'emploi", "fr", "", "p"),
        ("Zorglubation des marais", "fr", "f", "s"),
        ("Zorglub des marais", "fr", "", "s"),
        ("Zorglubs des marais", "fr", "", "p"),
        ("", "fr", "", ""),
    ],
)
def test_head_noun_gives_gender_and_number(full_form: str, lang: str, gender: str, number: str) -> None:
    assert features(full_form, lang) == (gender, number)


@pytest.mark.parametrize(
    ("text", "gender", "number"),
    [
        ("la ML", "f", "s"),
        ("du ML", "m", "s"),
        ("les ML", "", "p"),
        ("12 ML", "", "p"),
        ("1 ML", "", ""),
        ("l'ML", "", "s"),
        ("d’ML", "", ""),
        ("les nouvelles ML", "f", "p"),
        ("le premier ML", "m", "s"),
        ("la « ML", "f", "s"),
        ("le code ML", "", ""),
        ("une grande table ML", "", ""),
        ("ML", "", ""),
        ("l'ML totale", "f", "s"),
        ("l'ML est signé", "m", "s"),
        ("l'ML a été saisie", "f", "s"),
        ("l'ML Totale", "", "s"),
        ("l'ML demande", "", "s"),
    ],
)
def test_words_beside_show_gender_and_number(text: str, gender: str, number: str) -> None:
    start = text.index("ML")
    shown = shown_at(text, start, start + 2)
    assert (shown.gender, shown.number) == (gender, number)
