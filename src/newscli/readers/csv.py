"""CSV and TSV with a header line: an article a row.

Which columns state what: _record_names.KEYS, or --map ("--map headline=4,text=5" counts the columns of a file without a
header); of a few tables without one, _tables knows the columns. Cells may be quoted and run over lines; commas, semicolons,
tabs and bars hold them apart.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Literal

from newscli.errors import UnreadableError
from newscli.frozen import frozen
from newscli.parse.conventions import Lazy
from newscli.readers import Broken, Item, NotNews, Source, ending
from newscli.readers._lines import lines, peek
from newscli.readers._rows import Rows
from newscli.readers._tables import known as known_table

if TYPE_CHECKING:
    from _csv import Reader

    from newscli.readers._record import Found

SUMMARY = "CSV and TSV with a header line: Kaggle's collections, exports of databases and spreadsheets"
ENDINGS = (".csv", ".tsv", ".tab")
GIVES = ("date", "headline", "byline", "url", "source", "section", "text")
ORDER = 60
_WHAT = "a table in which no row"
_SEPARATORS = ",;\t|"
_LONGEST_CELL = 4_000_000  # characters; what is longer has lost its closing quote
_LONGEST_NAME = 40
_PEEK = 65_536  # characters in which the shape of a table shows
_ESCAPED_QUOTE = re.compile(r'[^\\]\\"')
_QUOTED_CELL = Lazy(r'(?:^|\t)"[^"\t]*(?:""[^"\t]*)*"(?:\t|$)|(?:^|\t)"[^"\t]*\n[^"]*"(?:\t|$)', re.M)
_BLANK_LINES = re.compile(r"\A(?:[ \r]*\n)+")
_BESIDE = {"date", "url", "byline", "source", "section", "summary"}  # what a headline's table has, too


@frozen
class Shape:
    """How a table is written. `names` are those of its columns, as its first line says if the table is `headed`."""

    separator: str
    names: tuple[str, ...]
    plain: bool  # whether a quote is only a quote
    escape: str | None
    headed: bool = True

    @property
    def is_news(self) -> bool:
        from newscli.readers._record_names import known  # here and below: only what looks like a table needs the names

        if any(len(name) > 2 * _LONGEST_NAME or name.startswith(("http:", "https:")) for name in self.names):
            return False  # a row: MIND's tables begin with one, and have "news" in it
        found = known(self.names)
        return "text" in found or ("headline" in found and bool(found & _BESIDE))

    def rows(self, found: Iterator[str]) -> "Reader":
        csv.field_size_limit(_LONGEST_CELL)
        quoting: Literal[0, 3] = csv.QUOTE_NONE if self.plain else csv.QUOTE_MINIMAL
        return csv.reader(
            found, delimiter=self.separator, quoting=quoting, escapechar=self.escape, doublequote=self.escape is None
        )


def sniff(head: bytes, name: str) -> str | None:
    text = peek(head)
    if not text.strip() or text.lstrip()[0] in "{[<":
        return None
    if headless := known_table(text):
        return headless.what
    if ending(name) not in ENDINGS and not _may_name_columns(_below_sep(text).partition("\n")[0]):
        return None
    shape = _shape(text)
    named = ending(name) in ENDINGS
    if shape.is_news and (named or _is_table(shape, text)):
        return f"a table with the columns {', '.join(filter(None, shape.names[:6]))}"
    return f"CSV (its name ends in {ending(name)})" if named else None


def _may_name_columns(line: str) -> bool:
    """Whether a line may be a header: short names with something between them. Most first lines of a text are not."""
    return any(
        separator in line and all(len(name) <= _LONGEST_NAME + 2 for name in line.split(separator)) for separator in _SEPARATORS
    )


def _shape(text: str) -> Shape:
    """The shape of the table that a text begins with: separated by what gives the most columns of news."""
    from newscli.readers._record_names import known

    if headless := known_table(text):
        return Shape(headless.separator, headless.names, headless.separator == "\t", None, headed=False)
    text = _below_sep(text)
    candidates = [(separator, _first_row(text, separator)) for separator in _SEPARATORS]
    separator, names = max(candidates, key=lambda one: (len(known(one[1])), len(one[1])))
    plain = separator == "\t" and not _QUOTED_CELL.looks.search(text)  # where nothing is quoted, a quote is a quote
    escaped = not plain and '""' not in text and _ESCAPED_QUOTE.search(text) is not None
    return Shape(separator, names, plain, "\\" if escaped else None)


def _below_sep(text: str) -> str:
    """The text below blank lines and Excel's own first line, "sep=;"."""
    text = _BLANK_LINES.sub("", text)
    return text.partition("\n")[2] if text[:4].casefold() == "sep=" else text


def _first_row(text: str, separator: str) -> tuple[str, ...]:
    try:
        row = next(csv.reader(text.splitlines(keepends=True), delimiter=separator), [])
    except csv.Error:
        return ()
    return tuple(name.strip().lstrip("\ufeff") for name in row)


def _is_table(shape: Shape, text: str) -> bool:
    """Whether a file that is not called a table is one: short names, more than one of news, and a row as wide below."""
    from newscli.readers._record_names import known

    if len(known(shape.names)) < 2 or any(len(name) > _LONGEST_NAME for name in shape.names):
        return False
    rows = shape.rows(iter(_below_sep(text).splitlines(keepends=True)))
    next(rows, None)
    row = next(rows, None)
    return row is not None and (len(row) == len(shape.names) or rows.line_num >= text.count("\n"))


def read(source: Source) -> Iterator[Item]:
    from newscli.readers._record import articles

    warnings: list[str] = []
    found = (f"{line}\n" for line in lines(source.stream, source.path, warnings))
    begun: list[str] = []
    size = 0
    for line in found:
        begun.append(line)
        size += len(line)
        if size > _PEEK:
            break
    shape = _shape("".join(begun))
    numbered = bool(source.columns) and all(column.isdigit() for column in source.columns.values())
    _check(shape, source.columns, source.path, numbered)
    above = next((at for at, line in enumerate(begun) if _below_sep(line)), 0)
    below = chain(begun[above:], found)
    yield from articles(_records(shape, below, numbered, above, warnings), source.columns, _WHAT)


def _check(shape: Shape, columns: Mapping[str, str], path: str, numbered: bool) -> None:
    """NotNews or UnreadableError, where the columns are not what is needed."""
    from newscli.readers._record import unknown
    from newscli.readers._record_names import folded

    names = {folded(name) for name in shape.names}
    missing = [column for column in columns.values() if folded(column) not in names]
    if missing and not numbered:
        raise UnreadableError(path, f"has no column {missing[0]!r} (it has {', '.join(filter(None, shape.names))})")
    if not columns and any(len(name) > _LONGEST_NAME for name in shape.names):
        raise NotNews("a table whose first line names no columns (--map headline=2,text=3 says by number which are which)")
    if not columns and not shape.is_news:
        raise NotNews(unknown(_WHAT, filter(None, shape.names)))


def _records(
    shape: Shape, found: Iterator[str], numbered: bool, above: int, warnings: Sequence[str]
) -> "Iterator[Found | Broken]":
    """A record a row; `above` lines of the file stand above the header."""
    from newscli.readers._record import Found

    names = tuple(map(str, range(1, 1000))) if numbered else shape.names
    found_rows = Rows(found, shape.rows, len(shape.names), above)
    if shape.headed and not numbered:
        next(found_rows, None)
    for row in found_rows:
        if isinstance(row, Broken):
            yield row
        elif len(row.cells) > len(names) and any(row.cells[len(names) :]):
            yield Broken(f"line {row.line:,}: {len(row.cells)} cells under {len(names)} names")
        elif any(map(str.strip, row.cells)):
            yield Found(row.line, dict(zip(names, row.cells, strict=False)), (*warnings, *row.warnings))


def example() -> bytes:
    return (
        b"id,title,publication,author,date,url,section,content\n"
        b'1,Ferries cross the fjord again,Harbour Times,"Mara Lind, Tom Acht",2022-01-14,https://harbour.example/f,Coast,'
        b'"BERGEN, Norway (Reuters) - Ferries crossed the fjord again on Friday.\n\nThe wind had ""dropped""."\n'
        b"2,Grain trains move,Harbour Times,,2022-01-15,,Coast,Trains moved.\n"
    )
