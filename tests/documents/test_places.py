"""Hold where something stands: line, column, page, heading."""

from glossary.documents import Document, from_text
from glossary.documents.places import Places
from glossary.documents.types import Block


def place(text, word, format="text"):
    document = from_text(text, format)
    return Places(document).at(document.text.index(word))


def test_lines_and_columns_count_from_one_in_code_points():
    found = place("Un\r\n😀 l’ARE\r", "ARE")
    assert (found.line, found.column) == (2, 5)
    assert found.french == "ligne 2"


def test_the_nearest_heading_above_is_given():
    text = "# Le *premier*\n\nCSE\n\n## Second\n\nARE\n"
    assert place(text, "ARE", "markdown").heading == "Second"
    assert place(text, "CSE", "markdown").heading == "Le *premier*"
    assert place(text, "Second", "markdown").heading == "Second"


def test_a_page_counts_in_its_source():
    found = place("<p>Un</p>\n<p title='x'>Le\n &eacute;&nbsp;CSE</p>", "CSE", "html")
    assert (found.line, found.column) == (3, 16)


def test_pages_of_a_text_are_counted():
    assert place("Un\n\fLe CSE\n", "CSE").page == 2


def test_lines_of_a_pdf_count_on_their_page():
    text = "Un\nDeux\n\nTrois\nLe CSE\n"
    blocks = (
        Block(start=0, end=7, kind="paragraph", page=1),
        Block(start=9, end=21, kind="paragraph", page=2),
    )
    found = Places(Document(text=text, format="pdf", blocks=blocks)).at(text.index("CSE"))
    assert found.french == "page 2, ligne 2"


def test_paragraphs_are_counted_where_there_are_no_lines():
    text = "Titre\n\nLe CSE\n"
    blocks = (Block(start=0, end=5, kind="heading", level=1), Block(start=7, end=13, kind="paragraph"))
    found = Places(Document(text=text, format="docx", blocks=blocks)).at(text.index("CSE"))
    assert (found.french, found.heading) == ("paragraphe 2", "Titre")
