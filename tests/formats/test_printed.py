"""Hold what the printable glossary shows, in HTML and in PDF."""

import io
from html.parser import HTMLParser

import pypdf
import pytest
from hypothesis import given, settings

from glossary import formats
from glossary.errors import UnknownFormat
from glossary.formats.printed import letters
from glossary.model import Term
from tests.samples import TERMS
from tests.strategies import lists_of_terms

EDITION = formats.Edition("version 2026-11", "2026-11-01")


def write(terms, name):
    stream = io.BytesIO()
    formats.write(terms, stream, name, edition=EDITION)
    return stream.getvalue()


class Reader(HTMLParser):
    """Gather the tags and the text of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.texts = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.texts.append(data)


def texts_of(data):
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def test_letters_are_in_french_order_and_withdrawn_terms_left_out():
    terms = [Term(id=f"t{number}", short_form=form, full_form="x") for number, form in
             enumerate(("Zone", "état", "ESAT", "3949", "@", "Œuvre"))]  # fmt: skip
    found = [(part.heading, [entry.form for entry in part.entries]) for part in letters([*terms, TERMS[-1]])]
    assert found == [
        ("#", ["@"]),
        ("0 – 9", ["3949"]),
        ("E", ["ESAT", "état"]),
        ("O", ["Œuvre"]),
        ("Z", ["Zone"]),
    ]


@settings(max_examples=40, deadline=None)
@given(lists_of_terms())
def test_no_term_adds_a_tag_to_the_page(terms):
    reader = Reader(write(terms, "html").decode())
    assert set(reader.tags) <= {
        "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "nav", "a", "main", "section", "h2",
        "dl", "div", "dt", "dd", "footer",
    }  # fmt: skip
    shown = [found.short_form for found in terms if not found.is_withdrawn]
    texts = [text.replace("\xa0", " ") for text in reader.texts]
    assert all(form.replace("\xa0", " ") in texts for form in shown)


def test_the_page_needs_no_other_file():
    page = write(TERMS, "html").decode()
    assert "http" not in page.partition("</style>")[0]
    assert "src=" not in page


@pytest.mark.parametrize("name", ["html", "pdf"])
def test_release_date_and_license_are_stated(name):
    data = write(TERMS, name)
    text = data.decode() if name == "html" else texts_of(data)
    assert "version 2026-11, 1er novembre 2026" in text
    assert "Données libres (licence CC0)" in text


def test_the_pdf_shows_every_term_on_a4_with_page_numbers():
    terms = [*TERMS, *list(formats.shipped_terms())[:200]]
    data = write(terms, "pdf")
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
    assert len(pages) > 3
    assert "".join(pages[2].extract_text().split()).count("GlossaireEnclair") == 1
    text = "".join(texts_of(data).split())
    assert not [
        found.id
        for found in terms
        if "".join(found.short_form.split()) not in text and not found.is_withdrawn
    ]


@settings(max_examples=5, deadline=None)
@given(lists_of_terms())
def test_any_term_can_be_printed(terms):
    longest = Term(
        id="long",
        short_form="x" * 300,
        full_form="y" * 300,
        definition="z" * 2000,
        variants=("v" * 300,) * 60,
    )
    assert write([*terms, longest], "pdf").startswith(b"%PDF")


def test_the_same_base_gives_the_same_pdf():
    assert write(TERMS, "pdf") == write(TERMS, "pdf")


@pytest.mark.parametrize("name", ["html", "pdf"])
def test_a_printed_glossary_is_not_read(name):
    with pytest.raises(UnknownFormat, match="expected one of csv"):
        formats.read(io.BytesIO(), name)
