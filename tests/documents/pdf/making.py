"""Make PDFs that no office program writes: turned pages, scans, broken files."""

import io
from collections.abc import Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from glossary.documents.pdf.strips import Glyph, Strip, cut


def drawn(*pages: Sequence[tuple[float, float, str]], turn: int = 0, encrypt: str = "") -> bytes:
    """Draw lines of text at places, one sequence a page; `turn` turns both text and page."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(400, 400), pageCompression=0, invariant=1, encrypt=encrypt or None)
    for lines in pages:
        if turn:
            canvas.setPageRotation(turn)
            canvas.translate(*{90: (400, 0), 180: (400, 400), 270: (0, 400)}[turn])
            canvas.rotate(turn)
        for x, y, words in lines:
            canvas.setFont("Helvetica", 10)
            canvas.drawString(x, y, words)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def scanned() -> bytes:
    """Make a page that holds a picture and nothing else."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(200, 200), invariant=1)
    canvas.drawInlineImage(_picture(), 0, 0, 200, 200)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _picture() -> Any:
    from PIL import Image

    return Image.new("L", (8, 8), 200)


def strip(
    words: str, left: float, base: float, *, size: float = 10, wide: float = 5, bold: bool = False
) -> Strip:
    """Set words as one strip, each sign as wide as the others; spaces are glyphs."""
    glyphs = [
        Glyph(ord(sign), 0, left + wide * number, left + wide * (number + 1), base, size, bold)
        for number, sign in enumerate(words)
    ]
    (found,) = cut(1, glyphs, {})
    return found
