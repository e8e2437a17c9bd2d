"""Text files as a layout of the user's says: a reader like any other, made from a Layout.

An article's header is the run of lines at its top that are labelled, numbered or matched; a line among them that looks
like one of a header ("Length: 300 words") is part of it and states nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newscli.article import Credit, Stated
from newscli.errors import UnreadableError
from newscli.readers import LINE_BYTES, Item, NotNews, RawArticle, Source, ending
from newscli.readers._bylines import byline
from newscli.readers._calendar import clock, written
from newscli.readers._compose import composed
from newscli.readers._facts import agency, facts
from newscli.readers._layout import Layout, Order, Rule
from newscli.readers._lines import lines, paragraphs, peek
from newscli.readers._moments import moment
from newscli.readers._values import several

_LIKE_A_LABEL = re.compile(r"[^\W\d_][\w /-]{0,30}:(?:\s|$)")
_YEAR_FIRST = re.compile(r"(\d{4}|\d\d)([./-])(\d\d?)\2(\d\d?)(?=\D|$)")
_DAY_FIRST = {"day-month-year": True, "month-day-year": False}
_SHOWN = 60  # characters of a line that a reason quotes


def sniff(layout: Layout, head: bytes, name: str) -> str | None:
    """Why a file that begins with these bytes is of this layout; None if it is not, or the layout doesn't say."""
    if layout.endings and ending(name) not in layout.endings:
        return None
    if layout.recognise is None:
        return f"its name's ending, says {layout.path}" if layout.endings else None
    for line in peek(head).splitlines():
        if layout.recognise.search(line):
            return f"{line.strip()[:_SHOWN]!r}, says {layout.path}"
    return None


def read(layout: Layout, source: Source) -> Iterator[Item]:
    warnings: list[str] = []
    several_a_file = layout.form_feed or layout.between is not None
    above: RawArticle | None = None  # what stands above the first article, unless it is the only one
    given = False
    for piece in _pieces(layout, lines(source.stream, source.path, warnings)):
        if not any(map(str.strip, piece.lines)):
            continue
        headed = _headed(layout, piece.lines)
        article = _article(layout, piece, headed, tuple(warnings))
        if several_a_file and not given and above is None and not headed.certain:
            above = article
            continue
        given = True
        yield article
    if not given and above:
        yield above
    elif not given:
        raise NotNews(f"no line is as articles.begin of {layout.path} says" if layout.begin else "it is empty")


@dataclass(slots=True)
class _Piece:
    """The lines of an article; `line` is the number of the first in its file."""

    line: int
    lines: list[str] = field(default_factory=list)
    size: int = 0

    def add(self, line: str) -> None:
        self.lines.append(line)
        self.size += len(line) + 1
        if self.size > LINE_BYTES:
            reason = f"has an article of more than {LINE_BYTES:,} characters: is its layout's [articles] right?"
            raise UnreadableError("", reason)


def _pieces(layout: Layout, found: Iterable[str]) -> Iterator[_Piece]:
    """What stands between the lines that part articles; what stands above the first that begins one is left out."""
    piece = _Piece(1)
    begun = layout.begin is None
    for number, line in enumerate(found, 1):
        if layout.form_feed and "\f" in line:
            before, *behind = line.split("\f")
            piece.add(before)
            for one in behind:
                yield piece
                piece = _Piece(number)
                piece.add(one)
        elif layout.between is not None and layout.between.search(line):
            yield piece
            piece = _Piece(number + 1)
        elif layout.begin is not None and layout.begin.search(line):
            if begun:
                yield piece
            begun = True
            piece = _Piece(number, [line], len(line))
        elif begun:
            piece.add(line)
    if begun:
        yield piece


@dataclass(slots=True)
class _Headed:
    """What an article's header and footer state, the best first, and the lines of its story.

    `certain` says whether anything in it shows that it is a header: a label, a pattern, not a line's number alone.
    """

    story: list[str]
    values: dict[str, list[str]]
    certain: bool


class _Stating:
    """Collects what lines state."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = sorted(rules, key=lambda rule: rule.number)  # a label says more than a place
        self.found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self.last: Rule | None = None
        self.certain = False

    def take(self, line: str, number: int) -> Rule | None:
        """The rule by which a line states something; None if it states nothing."""
        for rule in self.rules:
            value = rule.value(line, number)
            if value is not None:
                self.found[rule.field].append((rule.rank, number, value))
                self.last = rule
                self.certain = self.certain or not rule.number
                return rule
        return None

    def go_on(self, line: str) -> bool:
        """Whether a line that is indented goes on with the label above it."""
        if self.last is None or not self.last.label or not line[0].isspace():
            return False
        rank, number, value = self.found[self.last.field].pop()
        self.found[self.last.field].append((rank, number, f"{value} {line.strip()}"))
        return True


def _headed(layout: Layout, found: list[str]) -> _Headed:
    header, begun, behind = _header(layout, found, layout.header_ends)
    footer = _Stating(layout.footer)
    end = len(found)
    while end > behind and (not found[end - 1].strip() or footer.take(found[end - 1], 0)):
        end -= 1
    values: dict[str, list[str]] = {}
    for stated in (header.found, footer.found):
        for name, ranked in stated.items():
            said = sorted(one for one in ranked if one[2])
            # A date that can't be read leaves the turn to the next best; of the others the best stand alone.
            values.setdefault(name, []).extend(value for rank, _, value in said if name == "date" or rank == said[0][0])
    story = [begun, *found[behind:end]] if begun else found[behind:end]
    return _Headed(story, values, header.certain or footer.certain)


def _header(layout: Layout, found: list[str], ends: bool) -> tuple[_Stating, str, int]:
    """What the header states, what of the story stands in its last line, and the index of the line behind it.

    With `ends`, some line ends it, and whatever stands above that is header; if there is none, it ends where it seems to.
    """
    stating = _Stating(layout.header)
    last_number = max((rule.number for rule in layout.header), default=0)
    labelled = any(rule.label for rule in layout.header)
    number = behind = 0
    for at, line in enumerate(found):
        if not line.strip():
            continue
        number += 1
        if ends and layout.header_end is not None and layout.header_end.search(line):
            return stating, "", at + 1
        if rule := stating.take(line, number):
            behind = at + 1
            if rule.field == "text":
                return stating, stating.found["text"].pop()[2], behind
            continue
        beside = behind == at
        like = number < last_number or (beside and labelled and _LIKE_A_LABEL.match(line) is not None)
        if (beside and stating.go_on(line)) or like:
            behind = at + 1
        elif not ends:
            return stating, "", behind
    return _header(layout, found, False) if ends else (stating, "", behind)


def _article(layout: Layout, piece: _Piece, headed: _Headed, warnings: tuple[str, ...]) -> RawArticle:
    values = {name: [said] for name, said in layout.fixed.items()} | {k: v for k, v in headed.values.items() if v}

    def first(name: str) -> str | None:
        return values.get(name, [None])[0]

    by = byline([*values.get("byline", ())], [*values.get("source", ())])
    date, time, odd = _moment(values, layout.order)
    stated = Stated(
        date,
        time,
        agency(first("agency")) or by.agency or first("agency"),
        tuple(Credit(name, "by") for name in by.names),
        first("rights"),
        facts=facts(
            url=first("url"),
            source=first("source"),
            section=first("section"),
            language=first("language"),
            subjects=(one for said in values.get("subjects", ()) for one in several(said, ";,|")),
        ),
    )
    return composed(
        paragraphs(headed.story),
        stated,
        headline=first("headline"),
        byline=by.text,
        dateline=first("dateline"),
        summary=values.get("summary", ()),
        captions=values.get("caption", ()),
        warnings=(*warnings, *odd),
        line=piece.line,
    )


def _moment(values: dict[str, list[str]], order: Order | None) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The date and time that a header states, and a warning where it has a date that can't be read."""
    stated = values.get("date", [])
    for said in stated:
        date, time = _date(said, order)
        if date:
            for one in values.get("time", ()):
                time = moment(f"{date} {one}")[1] or clock(one) or time
            return date, time, ()
    if not stated:
        return None, None, ()
    advice = "" if order else "; [dates] order says which comes first"
    return None, None, (f"date: {stated[0]!r} is no date that can be read for certain{advice}",)


def _date(said: str, order: Order | None) -> tuple[str | None, str | None]:
    if order == "year-month-day" and (found := _YEAR_FIRST.match(said)):
        year = found[1] if len(found[1]) == 4 else f"{19 if found[1] > '50' else 20}{found[1]}"
        said = f"{year}-{found[3]:0>2}-{found[4]:0>2}{said[found.end() :]}"
    date, time = moment(said, _DAY_FIRST.get(order or ""))
    if date is None and (somewhere := written(said)):  # "Friday 14 January 2022, page 3", in many languages
        return somewhere.date, somewhere.time
    return date, time
