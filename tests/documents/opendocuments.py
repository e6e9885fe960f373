"""Make small ODT packages by hand for the tests of the reader and writer."""

from collections.abc import Mapping

from tests.documents.words import archive

ODF = "urn:oasis:names:tc:opendocument:xmlns"
MEDIA = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{prefix}="{ODF}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)
STYLES = (
    f"<office:document-styles {SPACES}><office:styles>"
    '<style:style style:name="Heading_20_1" style:family="paragraph"/>'
    '<style:style style:name="Cache" style:family="text"><style:text-properties text:display="none"/></style:style>'
    "</office:styles><office:master-styles><style:master-page>{}</style:master-page></office:master-styles>"
    "</office:document-styles>"
)


def parts_of(body: str, *, styles: str = "", master: str = "") -> Mapping[str, str]:
    """Give the parts of a document: its body, automatic styles, header and footer."""
    return {
        "mimetype": MEDIA,
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {SPACES}>'
        f"{styles or '<office:automatic-styles/>'}<office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>",
        "styles.xml": STYLES.format(master),
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MEDIA}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>",
    }


def odt(body: str, *, styles: str = "", master: str = "") -> bytes:
    """Make an ODT document."""
    return archive(parts_of(body, styles=styles, master=master))


def p(words: str) -> str:
    """Write a paragraph."""
    return f"<text:p>{words}</text:p>"
