"""Find the date of a document, and only that."""

import pytest

from glossary.resolve.dates import find_date, is_before


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("CSEC\n\nRÉUNION DU 5 AVRIL 2024\n\nVos élus", "2024-04-05"),
        ("Compte rendu du 1er mars 2023", "2023-03-01"),
        ("Compte rendu de la 1^{ère} réunion du 1^{er} février 2024", "2024-02-01"),
        ("Paris, le 12 août 2019", "2019-08-12"),
        ("Note du 03/05/2021", "2021-05-03"),
        ("Version 2.1 – 2020-11-30", "2020-11-30"),
        ("Bulletin de décembre 2018", "2018-12"),
        ("Réunion du 5 avr. 2024", "2024-04-05"),
    ],
)
def test_date_is_found_in_the_head(text: str, date: str) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "La loi du 5 septembre 2018 pour la liberté de choisir son avenir",
        "Décret n° 2019-797 du 26 juillet 2019",
        "Depuis le 1er janvier 2025, le réseau pour l'emploi accompagne chacun.",
        "Le salarié, entré le 3 mars 2020 dans l'entreprise, a été licencié en juin.",
        "x\n" * 2_000 + "RÉUNION DU 5 AVRIL 2024",
        "Réunion du 45 avril 2024",
        "Réunion du 5 vendémiaire 2024",
    ],
)
def test_no_date_is_made_of_something_else(text: str) -> None:
    assert find_date(text) == ""


def test_the_full_date_wins_over_the_month() -> None:
    assert find_date("Lettre d'avril 2024\nRéunion du 5 mars 2024") == "2024-03-05"


@pytest.mark.parametrize(
    ("date", "other", "before"),
    [
        ("2018", "2019-01", True),
        ("2019", "2019-06-01", False),
        ("2019-06-01", "2019", False),
        ("", "2019", False),
        ("2019", "", False),
    ],
)
def test_dates_compare_at_the_coarser_precision(date: str, other: str, before: bool) -> None:
    assert is_before(date, other) is before
