"""Make small packages of Word by hand for the tests of the reader and writer."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Annexe"><w:name w:val="Annexe"/><w:basedOn w:val="Titre1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Puce"><w:name w:val="List Bullet"/><w:pPr><w:numPr/></w:pPr></w:style>'
    "</w:styles>"
)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts into a zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2024, 3, 12, 10, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def root(name: str, content: str) -> str:
    """Write the outermost element of a part."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{name} {_SPACES}>{content}</w:{name}>'


def parts_of(body: str, **others: str) -> dict[str, str | bytes]:
    """Give the parts of a document: its body, and others such as `footnotes` by their kind."""
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind.rstrip("123")}" Target="{kind}.xml"/>'
        for number, kind in enumerate(["styles", *others], 1)
    )
    kinds = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{kinds.get(kind, kind)}+xml"/>'
        for name in ("document", "styles", *others)
        if (kind := name.rstrip("123"))
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": root("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
        "word/styles.xml": STYLES,
        **{f"word/{kind}.xml": content for kind, content in others.items()},
    }


def word(body: str, **others: str) -> bytes:
    """Make a document of Word."""
    return archive(parts_of(body, **others))


def p(content: str, style: str = "") -> str:
    """Write a paragraph of runs."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Write a run that keeps its spaces."""
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatting}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    """Write a field with its result."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{result}{end}"
