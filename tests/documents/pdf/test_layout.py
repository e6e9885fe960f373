"""Hold the rules by which glyphs become strips, columns, paragraphs and words."""

import pytest

from glossary.documents.pdf.blocks import Body, gather
from glossary.documents.pdf.furniture import sort_out
from glossary.documents.pdf.hyphens import Hyphens
from glossary.documents.pdf.order import in_reading_order
from glossary.documents.pdf.strips import Glyph, Grid, Rule, Strip, cut
from tests.documents.pdf.making import strip

FULL = "cette ligne va jusqu'au bord droit de la colonne"


def glyphs(*pieces: tuple[float, str]) -> list[Glyph]:
    """Set pieces of one line at places, five points a sign, without glyphs for spaces."""
    return [
        Glyph(ord(sign), 0, left + 5 * number, left + 5 * number + 5, 100, 10)
        for left, words in pieces
        for number, sign in enumerate(words)
        if sign != " "
    ]


def texts(strips: list[Strip]) -> list[str]:
    """Give the text of each strip."""
    return [found.text for found in strips]


def kinds(*strips: Strip, usual: float = 10) -> list[tuple[str, str]]:
    """Gather strips into blocks on a page of text of a size; give kind and text."""
    body = Body([[*strips, strip("x" * 5000, 0, 0, size=usual)]])
    return [
        (group.kind, " ".join(found.text for found in group.strips)) for group in gather(strips, Grid(), body)
    ]


def test_a_gap_between_words_becomes_a_space() -> None:
    assert texts(list(cut(1, glyphs((0, "le CSE vote")), {}))) == ["le CSE vote"]


def test_columns_on_one_line_are_two_strips() -> None:
    assert texts(list(cut(1, glyphs((0, "le CSE"), (60, "la CGT")), {}))) == ["le CSE", "la CGT"]


def test_a_ruled_line_parts_what_stands_close() -> None:
    grid = Grid(columns=(Rule(33, 90, 120),))
    assert texts(list(cut(1, glyphs((0, "le CSE"), (36, "vote")), {0: grid}))) == ["le CSE", "vote"]


def test_letters_of_a_ligature_share_its_box() -> None:
    (found,) = cut(1, [Glyph(0xFB03, 0, 0, 9, 100, 10), Glyph(ord("x"), 0, 9, 14, 100, 10)], {})
    assert found.text == "ffix"
    assert list(found.lefts) == [0, 3, 6, 9]


def test_order_of_drawing_is_kept_where_it_runs_down_the_columns() -> None:
    strips = [
        strip("a" * 30, 0, 100),
        strip("b" * 30, 0, 88),
        strip("c" * 30, 200, 100),
        strip("d" * 30, 200, 88),
    ]
    assert in_reading_order(strips) == strips


def test_lines_drawn_in_disorder_are_sorted() -> None:
    lines = [strip(f"ligne {number} du texte", 0, 200 - 12 * number) for number in range(8)]
    assert in_reading_order(lines[::-1]) == lines


def test_columns_drawn_line_by_line_are_read_column_by_column() -> None:
    left = [strip(f"colonne de gauche, ligne {number}", 0, 200 - 12 * number) for number in range(6)]
    right = [strip(f"colonne de droite, ligne {number}", 200, 200 - 12 * number) for number in range(6)]
    title = strip("Un titre au-dessus des deux colonnes, long comme elles deux", 0, 240)
    drawn = [title, *(line for pair in zip(left, right, strict=True) for line in pair)]
    assert in_reading_order(drawn) == [title, *left, *right]


def test_a_title_between_columns_stands_between_them() -> None:
    above = [
        strip("haut gauche de la première page", 0, 200),
        strip("haut droit de la première page", 200, 200),
    ]
    title = strip("Un titre au milieu, au-dessus des deux colonnes d'en bas", 0, 170)
    below = [
        strip("bas gauche de la première page ", 0, 140),
        strip("bas droit de la première page", 200, 140),
    ]
    assert in_reading_order([*below, title, *above]) == [*above, title, *below]


def test_a_line_that_left_room_for_the_next_word_ends_its_block() -> None:
    found = kinds(
        strip(FULL, 0, 100), strip("fin courte", 0, 88), strip("Une autre idée commence ici", 0, 76)
    )
    assert [text for _, text in found] == [f"{FULL} fin courte", "Une autre idée commence ici"]


def test_more_leading_starts_a_block() -> None:
    found = kinds(*(strip(FULL, 0, base) for base in (100, 88, 76, 58, 46)))
    assert [len(text) // len(FULL) for _, text in found] == [3, 2]


@pytest.mark.parametrize(
    ("words", "size", "bold", "kind"),
    [
        ("Ordre du jour", 14, False, "heading"),
        ("Ordre du jour", 10, True, "heading"),
        ("Un texte en gras qui finit par un point.", 10, True, "paragraph"),
        ("• le règlement", 10, False, "list-item"),
        ("3. le règlement", 10, False, "list-item"),
        ("2 Voir le CSE", 8, False, "note"),
    ],
)
def test_a_block_shows_its_kind(words: str, size: float, bold: bool, kind: str) -> None:
    upper = strip("Un texte ordinaire au-dessus.", 0, 200)
    assert kinds(upper, strip(words, 0, 100, size=size, bold=bold))[1] == (kind, words)


def test_bold_words_that_begin_a_line_make_no_heading() -> None:
    line = [
        Glyph(ord(sign), 0, 5 * number, 5 * number + 5, 100, 10, number < 4)
        for number, sign in enumerate("CSE vote")
    ]
    assert kinds(*cut(1, line, {})) == [("paragraph", "CSE vote")]


def test_what_repeats_at_the_edges_is_kept_once() -> None:
    pages = [
        [strip("Procès-verbal", 0, 800), strip(f"texte {words}", 0, 700), strip(f"page {number}", 0, 20)]
        for number, words in enumerate(("un", "deux", "trois"), 1)
    ]
    found = sort_out(pages)
    assert [texts(page.headers) for page in found] == [["Procès-verbal"], [], []]
    assert [texts(page.body) for page in found] == [["texte un"], ["texte deux"], ["texte trois"]]
    assert [texts(page.footers) for page in found] == [["page 1"], [], []]


def test_a_line_of_one_page_is_no_header() -> None:
    (first, _) = sort_out(
        [[strip("Avis", 0, 800), strip("a", 0, 700)], [strip("Suite", 0, 800), strip("b", 0, 700)]]
    )
    assert texts(first.body) == ["Avis", "a"]


@pytest.mark.parametrize(
    ("line", "following", "is_dropped"),
    [
        ("une pré\x02", "paration aux concours", True),
        ("les troubles musculosquelet-", "tiques", True),
        ("au\u00ad", "jourd’hui", True),
        ("la CFE-", "CGC", False),
        ("la préfecture de Saint\x02", "Étienne", False),
        ("peut-", "être", False),
        ("celui\x02", "ci", False),
        ("vis-à\x02", "vis", False),
        ("dit\x02", "il", False),
        ("2023-", "2024", False),
        ("un compte\x02", "rendu", False),
    ],
)
def test_hyphens_at_the_end_of_a_line(line: str, following: str, is_dropped: bool) -> None:
    assert Hyphens(["Le compte-rendu du CSE"]).is_dropped(line, following) is is_dropped
