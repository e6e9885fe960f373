"""Hold where the database is looked for."""

from pathlib import Path

import pytest

from glossary.store.place import database_path


@pytest.mark.parametrize(
    ("environment", "path"),
    [
        ({"GLOSSARY_DB": "/srv/base.db", "XDG_DATA_HOME": "/data"}, Path("/srv/base.db")),
        ({"XDG_DATA_HOME": "/data"}, Path("/data/glossary/glossary.db")),
        ({}, Path.home() / ".local/share/glossary/glossary.db"),
    ],
    ids=["chosen", "XDG", "home"],
)
def test_the_database_lies_where_the_user_says_or_in_the_data_folder(environment, path):
    assert database_path(environment) == path
