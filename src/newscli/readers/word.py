"""Word documents and RTF: what _word reads."""

from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "Word documents and RTF: exports of Nexis, Factiva and ProQuest, or an article a document"
ENDINGS = (".docx", ".rtf")
GIVES = ()
EXTRA = "rtf"  # for RTF alone
ORDER = 30
DECLARES = True


def sniff(head: bytes, name: str) -> str | None:
    if b"{\\rtf" in head[:20]:
        return "the RTF mark at its beginning"
    if not head.startswith(b"PK\x03\x04"):
        return None
    is_word = b"word/" in head or (b"[Content_Types].xml" in head and b"xl/" not in head and b"ppt/" not in head)
    return "the parts of a Word document" if is_word else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _word

    return _word.read(source)


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
