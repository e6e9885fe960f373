"""Test the production server on a real port."""

import json
import socket
import time
import urllib.request
from pathlib import Path

import pytest

from glossary.errors import InvalidInput
from glossary.store import Store
from glossary.web.server import check_port
from tests.samples import term
from tests.web.servers import running


def ask(address: str, query: str) -> list[str]:
    with urllib.request.urlopen(f"{address}/api/v1/lookup?q={query}") as answer:
        return [hit["term"]["id"] for hit in json.load(answer)["hits"]]


def test_every_worker_renews_its_lexicon_within_a_second_or_so(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "glossary.db"
    with Store(database) as store:
        store.save([term("CSE", "Comité social et économique")], by="tests")
        with running(database, workers=2) as address:
            assert ask(address, "ZQRT") == []
            store.save([term("ZQRT", "Zone de qualité et de reprise du travail")], by="tests")
            time.sleep(1.2)
            assert all(ask(address, "ZQRT") == ["zqrt"] for _ in range(20))
    assert "ZQRT" not in "".join(capfd.readouterr())


def test_a_port_in_use_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InvalidInput, match=f"port {port}.*choose another port"):
            check_port("127.0.0.1", port)


def test_a_port_beyond_the_last_is_told() -> None:
    with pytest.raises(InvalidInput, match="no port 99999"):
        check_port("127.0.0.1", 99_999)
