"""The text of Word and RTF documents, handed to the grammar of the database that it comes from, if it comes from one."""

from collections.abc import Iterator

from newscli.errors import UnreadableError
from newscli.readers import Item, Source, _docx, _factiva, _nexis, _proquest, _rtf, _several
from newscli.readers._compose import composed
from newscli.readers._lines import paragraphs


def read(source: Source) -> Iterator[Item]:
    data = source.read()
    is_zip = data.startswith(b"PK")
    told = list(_docx.paragraphs(data, source.path)) if is_zip else _rtf.text(data, source.path).split("\n")
    found = [one.removeprefix(_docx.HEADING) for one in told]
    for export in (_proquest, _nexis, _factiva):
        if export.is_export(found):
            yield from export.articles(paragraphs(found))
            return
    if not any(map(str.strip, found)):
        raise UnreadableError(source.path, "holds no text; skipped")
    lines = "\n\n".join(told).replace(_docx.HEADING, "\f").split("\n")
    if _several.is_certain(_several.pieces(lines)):  # between page breaks, rules or headers, or below headings
        for piece in _several.articles(lines):
            yield composed("\n".join(piece.lines).split("\n\n"))
        return
    yield composed(one.lstrip("\f") for one in found)
