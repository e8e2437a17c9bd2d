"""Word documents and RTF: the exports of databases that are inside them, or one article a document."""

from collections.abc import Iterator

from newscli.errors import UnreadableError
from newscli.readers import HEAD, Item, Source, _docx, _rtf, factiva, nexis, proquest
from newscli.readers._compose import composed
from newscli.readers._lines import paragraphs

SUMMARY = "Word documents and RTF: exports of Nexis, Factiva and ProQuest, or an article a document"
ENDINGS = (".docx", ".rtf")
GIVES = ()
ORDER = 30


def sniff(head: bytes, name: str) -> str | None:
    if _docx.is_docx(head):
        return "the parts of a Word document"
    return "the RTF mark at its beginning" if _rtf.is_rtf(head) else None


def read(source: Source) -> Iterator[Item]:
    found = _lines_of(source.read(), source.path)
    for export in (proquest, nexis, factiva):
        if export.is_export(found):
            yield from export.articles(paragraphs(found))
            return
    if not any(map(str.strip, found)):
        raise UnreadableError(source.path, "holds no text; skipped")
    yield composed(found)


def _lines_of(data: bytes, path: str) -> list[str]:
    if _docx.is_docx(data[:HEAD]):
        return list(_docx.paragraphs(data, path))
    return _rtf.text(data, path).split("\n")


def example() -> bytes:
    """A Word document, as small as one can be."""
    from io import BytesIO
    from zipfile import ZipFile

    story = ("Ferries cross the fjord again", "By Mara Lind", "BERGEN, Norway, Jan 14 (Reuters) - Ferries crossed on Friday.")
    runs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in story)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    made = BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:document {space}><w:body>{runs}</w:body></w:document>")
    return made.getvalue()
