"""The text of a Word document: its paragraphs in order, from the one part of the package that holds them."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from newscli.errors import UnreadableError
from newscli.readers._xml import children, elements, every, find, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's

_STORY = "word/document.xml"
_LARGEST = 1 << 30  # bytes of unpacked text; a million articles have fewer
_DENSEST = 500  # times its packed size: Word's own XML packs to a tenth or a twentieth
_SMALL = 1 << 24
HEADING = "\x01"  # no text of a document holds it
_SILENT = frozenset(("instrText", "delText", "Fallback", "pPr", "rPr"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_FIRST_HEADING = re.compile(
    r"(?:heading|[uü]?berschrift|titre|t[ií]?tulo|titolo|rubrik|kop|overskrift|otsikko|nag[lł]?[oó]?wek)\s?1", re.I
)
_FEWEST_COLUMNS = 2
_LONGEST_CELL = 80  # characters: a table with longer ones lays out a page


def paragraphs(data: bytes, path: str) -> Iterator[str]:
    """Every paragraph, the empty ones too; line breaks in one are "\\n", a page break is "\\f".

    The rows of a table are the lines of one. A heading of the first order begins with HEADING.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            story = package.getinfo(_STORY)
            too_dense = story.file_size > _SMALL and story.file_size > _DENSEST * story.compress_size
            if story.file_size > _LARGEST or too_dense:
                raise UnreadableError(path, f"unpacks to {story.file_size:,} bytes, which may be a trap; skipped")
            with package.open(story) as stream:
                for element in elements(stream, path, "p", "tbl"):  # type: ignore[arg-type]  # reads bytes, which is all
                    if local(element) == "p":
                        yield HEADING * _is_heading(element) + "".join(_text(element))
                    else:
                        yield from _table(element)
    except KeyError:
        raise UnreadableError(path, "is a zip archive but no Word document; skipped") from None
    except (BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError, OSError, ValueError, OverflowError) as error:
        raise UnreadableError(path, f"is a broken Word document ({error})") from None


def _is_heading(paragraph: "Element") -> bool:
    """Whether a paragraph is a heading of the first order, in the language of whoever's Word it was."""
    style = find(paragraph, "pPr", "pStyle")
    return style is not None and any(_FIRST_HEADING.fullmatch(value) for value in style.attrib.values())


def _table(table: "Element") -> Iterator[str]:
    """A table's rows as lines; of one that lays out a page, the paragraphs in its cells."""
    rows = [
        [["".join(_text(one)) for one in every(cell, "p")] for cell in children(row, "tc")] for row in children(table, "tr")
    ]
    cells = [" ".join(cell).strip() for row in rows for cell in row]
    if max(map(len, rows), default=0) < _FEWEST_COLUMNS or max(map(len, cells), default=0) > _LONGEST_CELL:
        yield from (paragraph for row in rows for cell in row for paragraph in cell)
        return
    yield "\n".join(line for row in rows if (line := " | ".join(filter(None, (" ".join(cell).strip() for cell in row)))))


def _cell(cell: "Element") -> list[str]:
    return ["".join(_text(one)) for one in every(cell, "p")]


def _text(element: "Element") -> Iterator[str]:
    """The text of one paragraph, run by run."""
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield "\f" if any(value == "page" for value in child.attrib.values()) else _SIGNS[name]
        elif name not in _SILENT:
            yield from _text(child)
