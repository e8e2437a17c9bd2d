"""A layout of the user's own: a small TOML file that says how files are read, in words that docs/layouts.md explains.

What is wrong in it is said with the file, the key, and what to do.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from newscli.errors import BadLayout, UnreadableError, closest
from newscli.frozen import frozen
from newscli.readers import Item, Source

if TYPE_CHECKING:
    import regex

PATTERN_SECONDS = 1.0  # for one line
FIELDS = (
    "headline", "byline", "date", "time", "dateline", "summary", "caption", "agency", "source", "section", "url", "language",
    "subjects", "rights",
)  # fmt: skip
FIXED = ("agency", "source", "section", "language", "rights")
_FORM_FEED = "form feed"
_KEYS = ("name", "summary", "endings", "recognise", "articles", "header", "footer", "dates", "fixed")
Order = Literal["day-month-year", "month-day-year", "year-month-day"]
_ORDERS: tuple[Order, ...] = ("day-month-year", "month-day-year", "year-month-day")


@frozen
class LinePattern:
    """A pattern that is looked for in single lines; `where` names its file and key."""

    where: str
    compiled: "regex.Pattern[str]"

    def search(self, line: str) -> "regex.Match[str] | None":
        """UnreadableError where it takes too long."""
        try:
            return self.compiled.search(line, timeout=PATTERN_SECONDS)
        except TimeoutError:
            raise UnreadableError(
                "",
                f"is not read on: {self.where} took more than {PATTERN_SECONDS:g} s on one line;"
                " avoid repeating what repeats already, as in (a+)+",
            ) from None


@frozen
class Rule:
    """How a line of a header shows that it states a field: by its label, its number (from 1), or a pattern with one group.

    Of several rules of a field, the one with the lowest `rank` that a header has counts.
    """

    field: str
    rank: int
    label: str = ""
    number: int = 0
    pattern: LinePattern | None = None

    def value(self, line: str, number: int) -> str | None:
        """What the line states of the field; None if it states something else."""
        if self.number:
            return line.strip() if number == self.number else None
        if self.pattern is not None:
            found = self.pattern.search(line)
            return (found[1] or "").strip() if found else None
        if line[: len(self.label)].casefold() != self.label.casefold():
            return None
        rest = line[len(self.label) :]
        value = rest.strip()
        if value[:1] in (":", "："):
            return value[1:].strip()
        first, last = self.label[0].isalnum(), self.label[-1].isalnum()
        return value if not last or (not first and rest[:1].isspace()) else None


@frozen
class Layout:
    """What a layout file says.

    recognise        what one of the first lines of a file shows; None: the ending is enough, or nothing is
    form_feed        whether a form feed stands between articles
    between, begin   the lines that stand between articles, or that begin one
    header, footer   how lines above and below the story state fields; "text" is the label in front of the story
    header_end       the line that ends a header; None: the first that looks like none of a header
    """

    name: str
    path: str
    summary: str
    endings: tuple[str, ...]
    recognise: LinePattern | None
    form_feed: bool
    between: LinePattern | None
    begin: LinePattern | None
    header: tuple[Rule, ...]
    header_end: LinePattern | None
    footer: tuple[Rule, ...]
    order: Order | None
    fixed: Mapping[str, str]

    @property
    def gives(self) -> tuple[str, ...]:
        """The fields that it may state."""
        named = {rule.field for rule in (*self.header, *self.footer)} | self.fixed.keys()
        return tuple(field for field in FIELDS if field in named)

    @property
    def takes_files(self) -> bool:
        """Whether it says which files it is for; else only --as makes use of it."""
        return bool(self.endings) or self.recognise is not None

    @property
    def header_ends(self) -> bool:
        """Whether some line shows where a header ends."""
        return self.header_end is not None or any(rule.field == "text" for rule in self.header)


class LayoutReader:
    """A layout as the reader that it makes: what a module of this package is for other formats."""

    ORDER = 0

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.SUMMARY = f"{layout.summary} ({layout.path})"
        self.ENDINGS = layout.endings
        self.GIVES = layout.gives

    def sniff(self, head: bytes, name: str) -> str | None:
        from newscli.readers import _laid_out

        return _laid_out.sniff(self.layout, head, name)

    def read(self, source: Source) -> Iterator[Item]:
        from newscli.readers import _laid_out

        return _laid_out.read(self.layout, source)


@lru_cache(maxsize=64)
def layout(text: str, path: str) -> Layout:
    """The layout that a file of this text states; BadLayout for what it gets wrong."""
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadLayout(path, "", f"is not TOML: {error}") from None
    top = _Table(path, "", values)
    top.known(_KEYS)
    articles, header, footer = top.table("articles"), top.table("header"), top.table("footer")
    articles.known(("between", "begin"))
    if len(articles.values) > 1:
        raise BadLayout(path, "articles", "give between or begin, not both")
    form_feed = articles.values.get("between") == _FORM_FEED
    made = Layout(
        name=top.text("name") or PurePath(path).stem,
        path=path,
        summary=top.text("summary") or "a layout of yours",
        endings=tuple(top.endings()),
        recognise=top.pattern("recognise"),
        form_feed=form_feed,
        between=None if form_feed else articles.pattern("between"),
        begin=articles.pattern("begin"),
        header=tuple(header.rules((*FIELDS, "text"), ("end",))),
        header_end=header.pattern("end"),
        footer=tuple(footer.rules(FIELDS)),
        order=top.table("dates").order(),
        fixed=top.table("fixed").texts(FIXED),
    )
    if not made.header and not made.footer:
        raise BadLayout(path, "header", 'names no line; say which states what, as in headline = "Title" or headline = 1')
    if any(rule.number for rule in made.footer):
        raise BadLayout(path, "footer", "its lines have labels or patterns, not numbers")
    return made


@frozen
class _Table:
    """A table of the file, and how to say where it is."""

    path: str
    name: str
    values: Mapping[str, object]

    def _bad(self, key: str, reason: str) -> BadLayout:
        return BadLayout(self.path, f"{self.name}.{key}" if self.name else key, reason)

    def known(self, keys: Iterable[str]) -> None:
        for key in self.values:
            if key not in keys:
                close = closest(key, keys)
                meant = f" (did you mean {close}?)" if close else ""
                raise self._bad(key, f"there is no such key{meant}; there are {', '.join(keys)}")

    def table(self, key: str) -> "_Table":
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self._bad(key, f"must be a table: write [{key}] on a line of its own, and its keys below")
        return _Table(self.path, key, value)

    def text(self, key: str) -> str:
        """A text in one line; "" where there is none."""
        value = self.values.get(key, "")
        if not isinstance(value, str) or not value.isprintable() or (key in self.values and not value.strip()):
            raise self._bad(key, f'must be a text in quotes, as in {key} = "..."')
        return value.strip()

    def texts(self, keys: Iterable[str]) -> dict[str, str]:
        self.known(keys)
        return {key: self.text(key) for key in self.values}

    def endings(self) -> list[str]:
        value = self.values.get("endings", [])
        listed = [one.casefold() for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]
        strange = [one for one in listed if one and (one[0] != "." or "." in one[1:] or len(one) == 1)]
        if strange or (isinstance(value, list) and len(listed) < len(value)):
            raise self._bad("endings", 'must be a list of endings with their dot, as in endings = [".txt", ".asc"]')
        return listed

    def order(self) -> Order | None:
        self.known(("order",))
        said = self.text("order")
        found = next((order for order in _ORDERS if order == said), None)
        if said and not found:
            raise self._bad("order", f"must be one of {', '.join(_ORDERS)}")
        return found

    def pattern(self, key: str) -> LinePattern | None:
        return self._compiled(key, self.text(key)) if key in self.values else None

    def _compiled(self, key: str, source: str, groups: int = 0) -> LinePattern:
        import regex  # a layout without patterns does without

        where = f"{key} in {self.path}" if not self.name else f"{self.name}.{key} in {self.path}"
        try:
            compiled = regex.compile(source, regex.V0)
        except regex.error as error:
            raise self._bad(key, f"bad pattern: {error}; in '...' a backslash stays one") from None
        if compiled.groups < groups:
            raise self._bad(key, "its pattern needs brackets around what the field is, as in '^Published (.+)$'")
        return LinePattern(where, compiled)

    def rules(self, fields: Iterable[str], others: Iterable[str] = ()) -> Iterator[Rule]:
        self.known((*fields, *others))
        for field, value in self.values.items():
            if field in fields:
                for rank, one in enumerate(value if isinstance(value, list) else [value]):
                    yield self._rule(field, rank, one)

    def _rule(self, field: str, rank: int, value: object) -> Rule:
        match value:
            case str() if value.strip() and value.isprintable():
                return Rule(field, rank, label=value.strip())
            case int() if value is not True and value > 0 and field != "text":
                return Rule(field, rank, number=value)
            case {"pattern": str() as source, **rest} if not rest and field != "text":
                return Rule(field, rank, pattern=self._compiled(field, source, groups=1))
        how = f'must be a label ({field} = "Title")'
        how += "" if field == "text" else ", a line's number (1), or a pattern ({ pattern = '^Published (.+)$' })"
        raise self._bad(field, how)
