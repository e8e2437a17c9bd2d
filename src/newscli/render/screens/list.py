"""One line an article, in columns of fixed width: rows are written as they come."""

from collections.abc import Iterator

from newscli.article import Summary
from newscli.render.safe import safe
from newscli.render.terminal import ACCENT, Terminal, cells, cut, fit
from newscli.results import Result

GAP = "  "
# Which columns are given up, in this order, where the headline would be narrower than this without.
_GIVEN_UP = {"byline": 28, "words": 28, "agency": 28, "place": 16}
_RIGHT = {"words"}


def widths(terminal_width: int) -> dict[str, int]:
    """Columns and their widths: narrow terminals lose byline, words, agency, place; the headline takes what is left."""
    place = 14 if terminal_width >= 80 else 10
    columns = {"id": 7, "date": 10, "place": place, "agency": 9, "byline": 16, "headline": 0, "words": 6}
    if terminal_width >= 140:
        columns |= {"place": 20, "agency": 12, "byline": 22}
    for name, narrowest in _GIVEN_UP.items():
        if terminal_width - sum(columns.values()) - len(GAP) * (len(columns) - 1) < narrowest:
            del columns[name]
    columns["headline"] = max(1, terminal_width - sum(columns.values()) - len(GAP) * (len(columns) - 1))
    return columns


def draw(result: Result[Summary], terminal: Terminal) -> Iterator[str]:
    columns = widths(terminal.width)
    short_id = result.options["short_id"]
    empty = True
    for summary in result.items:
        if empty:
            yield GAP.join(terminal.paint(fit(name, width, name in _RIGHT), "dim") for name, width in columns.items()).rstrip()
        empty = False
        yield GAP.join(_cell(name, width, summary, short_id(summary.id), terminal) for name, width in columns.items()).rstrip()
    if not empty:
        yield ""
    yield terminal.paint(cut(safe(result.options["footer"]()), terminal.width), "dim")


def _cell(name: str, width: int, s: Summary, ident: str, terminal: Terminal) -> str:
    if name == "id":
        shown = fit(ident, max(width, len(ident)))
        return terminal.paint(terminal.link(shown, s.path), ACCENT)
    if name == "headline":
        text, style = (s.headline, "") if s.headline else (s.lede, "italic")
    elif name == "byline":
        text, style = _people(s.byline, width), "dim"
    elif name == "words":
        text, style = f"{s.words:,}", "dim"
    else:
        text = {"date": s.date, "place": s.place, "agency": s.agency}[name]
        style = "dim" if name == "agency" else ""
    if not text:
        return terminal.paint(fit("–", width, name in _RIGHT), "dim")
    return terminal.paint(fit(text, width, name in _RIGHT), style)


def _people(names: tuple[str, ...], width: int) -> str:
    """The first name, and how many more; a long name gives way to the number."""
    if not names:
        return ""
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return cut(safe(names[0]), width - cells(more)) + more
