"""Read and write the rows of one worksheet, in the XML of ECMA-376 part 1, 18.3.

openpyxl makes and opens the workbook; only its rows pass through here, because
a hundred thousand of them take it a minute and a half. Memory stays flat.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import IO, Any, NamedTuple
from xml.etree.ElementTree import XMLParser
from xml.sax.saxutils import escape

MAX_COLUMNS = 16_384
CHUNK = 1 << 16


class Cell(NamedTuple):
    """Hold one cell, as openpyxl would."""

    value: Any
    data_type: str
    """`s` text, `n` number or nothing, `d` date, `b` truth, `f` formula, `e` error."""


EMPTY = Cell(None, "n")


def read_rows(
    stream: IO[bytes], shared: Sequence[str], number: Callable[[str, int], Any]
) -> Iterator[tuple[int, list[Cell]]]:
    """Yield the number and the cells of each row that the sheet holds, in order.

    `shared` is the workbook's table of strings; `number` makes a value of the
    text and the style of a numeric cell. Raises what the XML parser raises.
    """
    rows = _Rows(shared, number)
    parser = XMLParser(target=rows)
    while chunk := stream.read(CHUNK):
        parser.feed(chunk)
        yield from rows.taken()
    parser.close()
    yield from rows.taken()


class _Rows:
    """Gather rows while expat reads; `taken` hands over the finished ones."""

    def __init__(self, shared: Sequence[str], number: Callable[[str, int], Any]) -> None:
        self.shared = shared
        self.number = number
        self.done: list[tuple[int, list[Cell]]] = []
        self.cells: list[Cell] = []
        self.row = 0
        self.column = 0
        self.kind = self.style = ""
        self.is_formula = False
        self.pieces: list[str] | None = None
        self.text: list[str] = []
        self.formula: list[str] = []
        self.phonetic = 0

    def taken(self) -> list[tuple[int, list[Cell]]]:
        done, self.done = self.done, []
        return done

    def doctype(self, name: str, pubid: str, system: str) -> None:
        raise ValueError("a DOCTYPE")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag[tag.find("}") + 1 :]
        if name == "c":
            self._start_cell(attributes)
        elif name in ("v", "t"):
            self.pieces = self.text if not self.phonetic else []
        elif name == "f":
            self.is_formula = True
            self.pieces = self.formula
        elif name == "rPh":  # how a Japanese word is pronounced is not what it says
            self.phonetic += 1
        elif name == "row":
            self.row = int(attributes.get("r") or self.row + 1)
            self.cells, self.column = [], 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
        self.text, self.formula, self.is_formula = [], [], False
        letters = attributes.get("r", "").rstrip("0123456789")
        self.column = column_number(letters) if letters else self.column + 1
        if not 0 < self.column <= MAX_COLUMNS:
            raise ValueError("more columns than a sheet has")

    def data(self, text: str) -> None:
        if self.pieces is not None:
            self.pieces.append(text)

    def end(self, tag: str) -> None:
        name = tag[tag.find("}") + 1 :]
        if name in ("v", "t", "f"):
            self.pieces = None
        elif name == "c":
            gap = self.column - 1 - len(self.cells)
            if gap:
                self.cells += [EMPTY] * gap
                del self.cells[self.column - 1 :]
            self.cells.append(self._cell("".join(self.text)))
        elif name == "rPh":
            self.phonetic -= 1
        elif name == "row":
            self.done.append((self.row, self.cells))

    def _cell(self, text: str) -> Cell:
        if self.is_formula:
            return Cell("=" + "".join(self.formula), "f")
        if self.kind in ("str", "inlineStr"):
            return Cell(text, "s")
        if not text:
            return EMPTY
        if self.kind == "s":
            return Cell(self.shared[int(text)], "s")
        if self.kind == "b":
            return Cell(text == "1", "b")
        return (
            Cell(text, self.kind)
            if self.kind in ("e", "d")
            else Cell(self.number(text, int(self.style)), "n")
        )


def write_rows(rows: Iterable[Sequence[str]], stream: IO[bytes], *, first: int, style: int) -> int:
    """Write rows of text from row number `first` on; give the number of the last.

    Every cell is text of a style; an empty one is left out.
    """
    number = first - 1
    for number, row in enumerate(rows, first):
        cells = "".join(
            f'<c r="{column_letters(position)}{number}" s="{style}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
            for position, value in enumerate(row, 1)
            if value
        )
        stream.write(f'<row r="{number}">{cells}</row>'.encode())
    return number


def column_letters(position: int) -> str:
    """Give the letters of a column, counted from 1.

    >>> column_letters(1), column_letters(27)
    ('A', 'AA')
    """
    letters = ""
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(1_000)
def column_number(letters: str) -> int:
    """Give the number of a column, counted from 1.

    >>> column_number("A"), column_number("AA")
    (1, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
