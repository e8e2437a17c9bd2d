"""The text of a Word document: its paragraphs in order, from the one part of the package that holds them."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from newscli.errors import UnreadableError
from newscli.readers._xml import elements, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's

_STORY = "word/document.xml"
_LARGEST = 1 << 30  # bytes of unpacked text; a million articles have fewer
_DENSEST = 500  # times its packed size: Word's own XML packs to a tenth or a twentieth
_SMALL = 1 << 24
_SILENT = frozenset(("instrText", "delText", "Fallback", "pPr", "rPr"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def paragraphs(data: bytes, path: str) -> Iterator[str]:
    """Every paragraph, the empty ones too; line breaks in one are "\\n"."""
    try:
        with ZipFile(BytesIO(data)) as package:
            story = package.getinfo(_STORY)
            too_dense = story.file_size > _SMALL and story.file_size > _DENSEST * story.compress_size
            if story.file_size > _LARGEST or too_dense:
                raise UnreadableError(path, f"unpacks to {story.file_size:,} bytes, which may be a trap; skipped")
            with package.open(story) as stream:
                for element in elements(stream, path, "p"):  # type: ignore[arg-type]  # reads bytes, which is all
                    yield "".join(_text(element))
    except KeyError:
        raise UnreadableError(path, "is a zip archive but no Word document; skipped") from None
    except (BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError, OSError, ValueError, OverflowError) as error:
        raise UnreadableError(path, f"is a broken Word document ({error})") from None


def _text(element: "Element") -> Iterator[str]:
    """The text of one paragraph, run by run."""
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _SILENT:
            yield from _text(child)
