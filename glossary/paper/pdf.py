"""Lay entries out on A4 pages of a PDF: two columns, headings, running headers."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import IO, Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Frame, PageTemplate, Paragraph

from glossary.paper.types import Cover, Entry, Section

FONTS = Path(__file__).with_name("fonts")
INK = "#1f3a5f"
QUIET = "#5a6472"
LINE = "#cfd8e3"
# Millimetres.
MARGIN = 15
GUTTER = 7
TOP = 20
BOTTOM = 17
BAND, LOW_BAND = 50, 40
BAND_MARGIN = 10
# Points; a higher entry is cut, or half a column would stay white.
MAX_WHOLE = 150


def lay_out(sections: Iterable[Section], stream: IO[bytes], cover: Cover) -> None:
    """Write sections in their order; bytes depend on nothing but sections and cover."""
    _register_fonts()
    pages = _Pages(cover)
    document = BaseDocTemplate(
        stream,
        pageTemplates=pages.templates(),
        title=cover.title,
        author="En clair",
        subject=cover.license or cover.subtitle,
        lang="fr",
        invariant=1,
        initialFontName="Clair",
    )
    pages.document = document
    document.afterFlowable = pages.note
    document.build(_story(sections, cover))


class _Entry(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """Set one entry; only one longer than any reader expects is cut in two by a column."""

    form = ""

    def split(self, width: float, height: float) -> list[Any]:
        if self.wrap(width, height)[1] <= MAX_WHOLE:
            return []
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.form = self.form
        return parts


class _Pages:
    """Draw what stands around the columns: title, running header, page number."""

    def __init__(self, cover: Cover) -> None:
        self.cover = cover
        self.document: Any = None
        # Without a line below the subtitle the band of the title is lower.
        self.band = BAND if cover.told or cover.license else LOW_BAND
        self.first = self.last = ""
        self.page = 0

    def templates(self) -> list[Any]:
        first = PageTemplate(
            "first", _frames(TOP + self.band - BAND_MARGIN), onPage=self.draw_title, pagesize=A4
        )
        first.autoNextPageTemplate = "other"
        return [first, PageTemplate("other", _frames(TOP), onPageEnd=self.draw_frame, pagesize=A4)]

    def note(self, flowable: Any) -> None:
        """Remember the first and last form of a page, for its header."""
        form = getattr(flowable, "form", "")
        if not form:
            return
        if self.document.page != self.page:
            self.page, self.first = self.document.page, form
        self.last = form

    def draw_title(self, canvas: Any, document: Any) -> None:
        width, height = document.pagesize
        canvas.saveState()
        canvas.setFillColor(INK)
        canvas.rect(0, height - self.band * mm, width, self.band * mm, stroke=0, fill=1)
        canvas.setFillColor("#ffffff")
        canvas.setFont("Clair-Bold", 26)
        canvas.drawString(MARGIN * mm, height - 24 * mm, self.cover.title)
        canvas.setFont("Clair", 11)
        canvas.drawString(MARGIN * mm, height - 32 * mm, self.cover.subtitle)
        canvas.setFont("Clair", 8.5)
        canvas.drawString(MARGIN * mm, height - 42 * mm, self.cover.told)
        canvas.drawRightString(width - MARGIN * mm, height - 42 * mm, self.cover.license)
        canvas.restoreState()
        self._draw_foot(canvas, document)

    def draw_frame(self, canvas: Any, document: Any) -> None:
        width, height = document.pagesize
        canvas.saveState()
        canvas.setFillColor(INK)
        canvas.setFont("Clair-Bold", 8.5)
        if self.first:
            canvas.drawString(MARGIN * mm, height - 13 * mm, f"{self.first[:40]} – {self.last[:40]}")
        canvas.setFillColor(QUIET)
        canvas.setFont("Clair", 8)
        canvas.drawRightString(width - MARGIN * mm, height - 13 * mm, self.cover.title)
        canvas.setStrokeColor(LINE)
        canvas.line(MARGIN * mm, height - 15 * mm, width - MARGIN * mm, height - 15 * mm)
        canvas.restoreState()
        self._draw_foot(canvas, document)

    def _draw_foot(self, canvas: Any, document: Any) -> None:
        width, _ = document.pagesize
        canvas.saveState()
        canvas.setFillColor(QUIET)
        canvas.setFont("Clair", 8)
        canvas.drawString(
            MARGIN * mm, 9 * mm, " · ".join(filter(None, (self.cover.told, self.cover.license_name)))
        )
        canvas.drawRightString(width - MARGIN * mm, 9 * mm, f"{document.page}")
        canvas.restoreState()


def _frames(top: float) -> list[Any]:
    width = (A4[0] / mm - 2 * MARGIN - GUTTER) / 2
    height = A4[1] / mm - top - BOTTOM
    return [
        Frame(x * mm, BOTTOM * mm, width * mm, height * mm, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        for x in (MARGIN, MARGIN + width + GUTTER)
    ]  # fmt: skip


def _story(sections: Iterable[Section], cover: Cover) -> list[Any]:
    body = ParagraphStyle("body", fontName="Clair", fontSize=8, leading=10.4, spaceAfter=4.6, textColor="#1b2430",
                          allowWidows=0, allowOrphans=0, splitLongWords=1, bulletFontName="Clair")  # fmt: skip
    head = ParagraphStyle("head", parent=body, fontName="Clair-Bold", fontSize=17, leading=20, textColor=INK,
                          spaceBefore=7, spaceAfter=5, borderPadding=(0, 0, 1, 0))  # fmt: skip
    story: list[Any] = []
    for section in sections:
        if section.heading:
            story.append(CondPageBreak(70))
            heading = Paragraph(escape(section.heading), head)
            heading.keepWithNext = True
            story.append(heading)
        for entry in section.entries:
            paragraph = _Entry(_markup(entry), body)
            paragraph.form = entry.form if section.is_indexed else ""
            story.append(paragraph)
    return story or [Paragraph(escape(cover.empty), body)]


def _markup(entry: Entry) -> str:
    parts = [f'<font name="Clair-Bold" color="{INK}" size="9">{escape(entry.form)}</font>']
    if entry.full_form:
        parts.append(f'<font name="Clair-Bold">{escape(entry.full_form)}</font>')
    if entry.definition:
        parts.append(escape(entry.definition))
    if entry.notes:
        parts.append(f'<font color="{QUIET}" size="7">{escape(" ".join(entry.notes))}</font>')
    return "<br/>".join(parts)


def _register_fonts() -> None:
    for name, file in (("Clair", "DejaVuSansCondensed.ttf"), ("Clair-Bold", "DejaVuSansCondensed-Bold.ttf")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, FONTS / file))
