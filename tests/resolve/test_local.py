"""Hold long forms of a document against those of the glossary."""

import pytest

from glossary.mentions import LocalDefinition, Mention, Piece
from glossary.resolve.local import NEARLY_EQUAL, LocalDefinitions, likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Réglementation générale sur la protection des données",
            "Règlement général sur la protection des données",
        ),
        ("demandeurs d’emploi", "Demandeur d'emploi"),
        ("Comité Social et Economique", "Comité social et économique"),
        ("allocation de retour à l'emploi", "Allocation d'aide au retour à l'emploi"),
    ],
)
def test_same_thing_in_other_words(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) >= NEARLY_EQUAL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Contrat d'engagement jeune", "Contrat d'engagement"),
        ("Conseil économique et social", "Comité d'entreprise"),
        ("Mission locale", "Machine learning"),
        ("", "Mission locale"),
    ],
)
def test_other_things_stay_apart(one: str, other: str) -> None:
    assert likeness(one, other) < NEARLY_EQUAL


def piece(start: int, surface: str) -> Piece:
    return Piece(start=start, end=start + len(surface), surface=surface)


def definition(start: int, short: str, long: str) -> LocalDefinition:
    return LocalDefinition(long=piece(start, long), short=piece(start + len(long) + 2, short))


def mention(start: int, surface: str, key: str) -> Mention:
    return Mention(start=start, end=start + len(surface), surface=surface, key=key, kind="acronym", terms=())


def test_nearest_definition_above_holds() -> None:
    first, second = definition(0, "C.E.", "Comité"), definition(100, "CE", "Conseil")
    local = LocalDefinitions([first, second])
    assert local.for_mention(mention(50, "CE", "ce")) == (first,)
    assert local.for_mention(mention(150, "CEs", "ce")) == (second,)
    assert local.for_mention(mention(50, "CSE", "cse")) == ()
