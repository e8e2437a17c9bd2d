"""The text of Word and RTF documents, handed to the grammar of the database that it comes from, if it comes from one."""

from collections.abc import Iterator

from newscli.errors import UnreadableError
from newscli.readers import Item, NotNews, Source, _docx, _factiva, _nexis, _proquest, _rtf, _several
from newscli.readers._compose import composed, warned
from newscli.readers._lines import paragraphs


def read(source: Source) -> Iterator[Item]:
    data = source.read()
    if data.startswith(b"PK"):
        yield from _articles(list(_docx.paragraphs(data, source.path)), source.path)
        return
    text, warnings = _rtf.text(data, source.path)
    for item in _articles(text.split("\n"), source.path):
        yield warned(item, warnings)


def _articles(told: list[str], path: str) -> Iterator[Item]:
    """The articles of a document of these paragraphs."""
    found = [one.removeprefix(_docx.HEADING) for one in told]
    for export in (_proquest, _nexis, _factiva):
        if export.is_export(found):
            yield from export.articles(paragraphs(found))
            return
    if _nexis.is_list(found):
        raise NotNews("the list of what was taken from Nexis, without the articles")
    if not any(map(str.strip, found)):
        raise UnreadableError(path, "holds no text; skipped")
    lines = "\n\n".join(told).replace(_docx.HEADING, "\f").split("\n")
    between = _several.parting(_several.pieces(lines), headlines=False)  # page breaks, rules or headers, or headings
    if between is not None:
        for piece in _several.articles(lines, between):
            yield composed("\n".join(piece.lines).split("\n\n"))
        return
    yield composed(one.lstrip("\f") for one in found)
