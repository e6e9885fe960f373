"""Build the bookmark out of code, labels and terms."""

import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from glossary.formats import shipped_terms
from glossary.lexicon import Lexicon
from glossary.web.bookmarklet import coding, snapshot
from glossary.web.bookmarklet.address import BUNDLE, MAX_LENGTH

ROOT = Path(__file__).parents[2]
BUILDER = ROOT / "node_modules" / "esbuild"


def decoded(coded: str) -> bytes:
    """Undo `encode`, as the browser does."""
    numbers = []
    for at in range(1, len(coded), 5):
        number = 0
        for sign in coded[at : at + 5]:
            number = number * 85 + coding.DIGITS.index(sign)
        numbers.append(number.to_bytes(4, "big"))
    data = b"".join(numbers)
    return zlib.decompress(data[: len(data) - int(coded[0])])


@pytest.mark.parametrize("data", [b"", b"a", b"ab", "été 🎓".encode(), bytes(range(256)) * 9])
def test_what_is_encoded_can_be_read_back(data: bytes) -> None:
    assert decoded(coding.encode(data)) == data


def test_the_coding_uses_no_sign_that_an_address_would_change() -> None:
    assert not set(coding.DIGITS) & set("\\?#%\"' \n")
    assert len(set(coding.DIGITS)) == 85


def test_the_bundle_asks_for_its_settings_once_and_is_plain_ascii() -> None:
    code = BUNDLE.read_text("ascii")
    assert code.count("EN_CLAIR") == 1
    assert "innerHTML" not in code
    assert "eval(" not in code


@pytest.mark.skipif(not BUILDER.exists(), reason="npm ci was not run")
def test_the_bundle_is_fresh() -> None:
    """Run `npm run bookmarklet` after a change of the modules."""
    node = shutil.which("node")
    assert node
    command = [node, str(BUNDLE.parent / "build.mjs"), "--check"]
    assert subprocess.run(command, cwd=ROOT, timeout=60, check=False).returncode == 0


def test_the_snapshot_takes_the_most_used_terms_that_fit() -> None:
    lexicon = Lexicon(shipped_terms())
    small, large = snapshot.snapshot(lexicon, 5_000), snapshot.snapshot(lexicon, 10_000)
    assert 200 < small.held < large.held < len(lexicon.terms)
    assert len(small.coded) <= 5_000
    ranked = snapshot.ranked(lexicon)
    assert {term.usage for term in ranked[:100]} == {"usual"}
    assert "RSA" in {term.short_form for term in ranked[:100]}
    lines, _, words = decoded(small.coded).decode().partition("\n\n")
    assert len(lines.split("\n")) == small.held
    assert "Revenu de solidarité active" in lines.split("\n")
    assert "cap" in words.split()


def test_the_page_gives_the_bookmark_and_says_how_many_terms_it_holds(client: FlaskClient) -> None:
    page = client.get("/favori").get_data(as_text=True)
    text = client.get("/favori.txt")
    assert text.mimetype == "text/plain"
    address = text.get_data(as_text=True)
    assert address.startswith("javascript:")
    assert len(address) <= MAX_LENGTH
    assert '"server":"http://localhost"' in address
    assert "n’est jamais envoyé" in page
    assert page.count('<svg class="picture"') == 5


def test_the_bookmark_speaks_the_language_of_its_page(client: FlaskClient) -> None:
    assert "Propose it" in client.get("/favori.txt?lang=en").get_data(as_text=True)
    assert "Le proposer" in client.get("/favori.txt").get_data(as_text=True)


def test_the_small_bookmark_loads_the_code_from_the_server(client: FlaskClient) -> None:
    small = client.get("/favori.txt?size=small").get_data(as_text=True)
    assert len(small) < 7_000
    assert "http://localhost/favori.js%3Flang=fr" in small
    script = client.get("/favori.js")
    assert script.mimetype == "text/javascript"
    assert script.headers["Access-Control-Allow-Origin"] == "*"
    assert script.get_data(as_text=True).startswith("export default()=>")
