"""Test what an operator may set."""

from pathlib import Path

import pytest

from glossary.errors import InvalidInput
from glossary.web import Config


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOSSARY_DB", "/srv/glossary.db")
    monkeypatch.setenv("GLOSSARY_TRUSTED_PROXIES", "1")
    monkeypatch.setenv("GLOSSARY_PROPOSALS_PER_HOUR", "7")
    assert Config.from_environment() == Config(
        database=Path("/srv/glossary.db"), trusted_proxies=1, proposals_per_hour=7
    )
    assert Config.from_environment(Path("other.db")).database == Path("other.db")


def test_a_count_of_proxies_that_is_no_number_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOSSARY_TRUSTED_PROXIES", "oui")
    with pytest.raises(InvalidInput, match="GLOSSARY_TRUSTED_PROXIES"):
        Config.from_environment()
