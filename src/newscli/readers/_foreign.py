"""Files that newscli does not read, known by how they begin, and what makes something of them that it reads.

A row of the table is what a file is, what it begins with, and what to do. What looks like a zip archive is told by its parts.
"""

from typing import NamedTuple

_DOCUMENT = "save it as a Word document (.docx) or as text"
_TABLE = "save it as CSV"
_UNPACK = "unpack it"


class Foreign(NamedTuple):
    """`marks` are what it begins with, or what stands at `at` bytes from there."""

    what: str
    marks: tuple[bytes, ...]
    advice: str = ""
    at: int = 0


KNOWN = (
    Foreign("a PDF", (b"%PDF-",), "pdftotext makes text of it"),
    Foreign("a PostScript file", (b"%!PS",), "ps2ascii makes text of it"),
    Foreign("an old Word, Excel or Outlook file", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",), "save it as .docx, .csv or .eml"),
    Foreign("a RAR archive", (b"Rar!\x1a\x07",), _UNPACK),
    Foreign("a 7z archive", (b"7z\xbc\xaf\x27\x1c",), _UNPACK),
    Foreign("an LZ4 file", (b"\x04\x22\x4d\x18",), _UNPACK),
    Foreign("an SQLite database", (b"SQLite format 3\0",), "export its table as CSV"),
    Foreign("an HDF5 file", (b"\x89HDF\r\n\x1a\n",), _TABLE),
    Foreign("a NumPy array", (b"\x93NUMPY",), _TABLE),
    Foreign("a pickle of Python's", (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05"), "write it as JSON Lines or CSV"),
    Foreign("R's data", (b"RDX2\n", b"RDX3\n", b"RDA3\n"), "write it as CSV (write.csv)"),
    Foreign("a picture", (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"BM\xff", b"8BPS")),
    Foreign("a picture", (b"WEBP",), at=8),
    Foreign("a sound", (b"ID3\x03", b"ID3\x04", b"OggS", b"fLaC")),
    Foreign("a sound", (b"WAVE",), at=8),
    Foreign("a video", (b"ftyp",), at=4),
    Foreign("a video", (b"\x1aE\xdf\xa3",)),
)
_ZIP = b"PK\x03\x04"
# What stands in the first bytes of a document that is a zip archive.
PARTS = (
    Foreign("an Excel workbook", (b"xl/",), _TABLE),
    Foreign("a presentation", (b"ppt/",), "save it as text"),
    Foreign("an OpenDocument spreadsheet", (b"opendocument.spreadsheet",), _TABLE),
    Foreign("an OpenDocument text", (b"opendocument.text",), _DOCUMENT),
    Foreign("an EPUB book", (b"epub+zip",), _UNPACK),
)


def known(head: bytes) -> str | None:
    """What a file that begins so is, and what to do with it; None for one that nobody knows."""
    found = next((one for one in KNOWN if head.startswith(one.marks, one.at)), None)
    if found is None and head.startswith(_ZIP):
        found = next((one for one in PARTS if any(mark in head for mark in one.marks)), None)
    if found is None:
        return None
    return f"{found.what}: {found.advice}" if found.advice else found.what
