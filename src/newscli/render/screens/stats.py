"""The corpus at a glance, on one screen: each statistic in the shape that suits it."""

from collections.abc import Callable, Iterator
from itertools import groupby

from newscli.render.safe import safe
from newscli.render.terminal import ACCENT, Terminal, cut, fit, pad
from newscli.results import Block, Result

_MARGIN = "  "
_TOP = 5  # of a ranking
_SHADES = " ▁▂▃▄▅▆▇█"
_ROWS = 3  # of the timeline
_ONE_STRAY_IN = 500  # articles; fewer have one
_FEWEST = 20  # articles of which one can be a stray
_WIDER = 3  # how many times as wide a timeline must be with its strays for them to be left out
_MOST_STRAYS = 4  # that are named
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def draw(result: Result[Block], terminal: Terminal) -> Iterator[str]:
    width = max(24, terminal.width - 2 * len(_MARGIN))
    first = True
    for shape, blocks in groupby(result.items, key=lambda block: block.shape):
        drawn = list(_SHAPES[shape](list(blocks), width, terminal))
        if not drawn:
            continue
        if not first:
            yield ""
        first = False
        yield from ((_MARGIN + line).rstrip() for line in drawn)


def _totals(blocks: list[Block], width: int, terminal: Terminal) -> Iterator[str]:
    """ "16,000 articles    16,000 files", on as many lines as they need."""
    line, used = "", 0
    for block in blocks:
        for label, number in block.values:
            plain = f"{number:,} {label}"
            if used and used + 4 + len(plain) > width:
                yield line
                line, used = "", 0
            line += ("    " if used else "") + terminal.paint(f"{number:,}", "bold") + terminal.paint(f" {label}", "dim")
            used += (4 if used else 0) + len(plain)
    if line:
        yield line


def _timeline(blocks: list[Block], width: int, terminal: Terminal) -> Iterator[str]:
    for block in blocks:
        note = terminal.paint(cut(block.note, max(1, width - len(block.title) - 3)), "dim")
        yield terminal.paint(block.title, "bold") + "   " + note
        if len(block.values) < 2:
            continue
        room = width - 8
        begin, end = _core(block.values)
        columns = _columns(block.values[begin:end], room)
        top = max(number for _, number in columns)
        each = 2 if len(columns) * 2 <= room else 1
        each = min(6, max(each, room // len(columns) // 2)) if len(columns) <= 12 else each
        for level in range(_ROWS - 1, -1, -1):
            row = "".join(_SHADES[_eighths(number, top, level)] * each for _, number in columns)
            label = f" {top:,}" if level == _ROWS - 1 else " 0" if level == 0 else ""
            yield terminal.paint(row, ACCENT) + terminal.paint(label, "dim")
        yield terminal.paint(_axis([label for label, _ in columns], each), "dim")
        if strays := [value for value in (*block.values[:begin], *block.values[end:]) if value[1]]:
            named = ", ".join(f"{number:,} in {period}" for period, number in strays[:_MOST_STRAYS])
            more = ", ..." if len(strays) > _MOST_STRAYS else ""
            yield terminal.paint(cut(f"not drawn: {named}{more}", width), "dim")


def _core(values: tuple[tuple[str, int], ...]) -> tuple[int, int]:
    """The periods to draw: all, but where a few strange dates would leave no room for the others ("7 July 3013")."""
    total = sum(number for _, number in values)
    wanted = total - -(-total // _ONE_STRAY_IN) * (total >= _FEWEST)
    best, begin, held = (0, len(values)), 0, 0
    for end, (_, number) in enumerate(values, 1):
        held += number
        while held - values[begin][1] >= wanted:
            held -= values[begin][1]
            begin += 1
        if held >= wanted and end - begin < best[1] - best[0]:
            best = begin, end
    return best if (best[1] - best[0]) * _WIDER < len(values) else (0, len(values))


def _columns(values: tuple[tuple[str, int], ...], room: int) -> list[tuple[str, int]]:
    """Periods put together until they fit, the first of each giving its name."""
    together = -(-len(values) // max(1, room))
    return [(values[i][0], sum(number for _, number in values[i : i + together])) for i in range(0, len(values), together)]


def _eighths(number: int, top: int, level: int) -> int:
    """How much of one row of a bar is full, in eighths; what is there at all shows."""
    full = round(number / top * 8 * _ROWS) if top else 0
    if number and not full:
        full = 1
    return max(0, min(8, full - 8 * level))


def _axis(labels: list[str], each: int) -> str:
    """Names of periods under the bars where they begin: years, or months and days where there are few."""
    length = len(labels[0])
    line = ""
    for at, label in enumerate(labels):
        year, month, day = label[:4], label[5:7], label[8:]
        previous = labels[at - 1] if at else ""
        name = ""
        if length == 4:
            name = year
        elif previous[:4] != year and (at == 0 or length == 7):
            name = year if length == 7 else f"{int(day)} {_MONTHS[int(month) - 1]}"
        elif length == 10 and previous[:7] != label[:7]:
            name = f"{int(day)} {_MONTHS[int(month) - 1]}"
        elif length == 10 and each > 2:
            name = str(int(day))
        elif length == 7 and len(labels) <= 24:
            name = _MONTHS[int(month) - 1]
        column = at * each
        if name and (not line or len(line) + 1 <= column) and column + len(name) <= len(labels) * each + 6:
            line = line.ljust(column) + name
    return line


def _bar(share: float, width: int, terminal: Terminal, track: bool = False) -> str:
    halves = max(1, round(share * width * 2)) if share > 0 else 0
    done = "━" * (halves // 2) + "╸" * (halves % 2)
    rest = width - len(done)
    return terminal.paint(done, ACCENT) + (terminal.paint("─" * rest, "dim") if track else " " * rest)


def _bars(blocks: list[Block], width: int, terminal: Terminal) -> Iterator[str]:
    """Rankings side by side, as many as fit."""
    shown = [block for block in blocks if block.values]
    abreast = max(1, min(4 if width >= 140 else 3 if width >= 100 else 2 if width >= 64 else 1, len(shown)))
    each = (width - 4 * (abreast - 1)) // abreast
    for at in range(0, len(shown), abreast):
        if at:
            yield ""
        columns = [list(_ranking(block, each, terminal)) for block in shown[at : at + abreast]]
        for row in range(max(map(len, columns))):
            yield "    ".join(column[row] if row < len(column) else " " * each for column in columns)


def _ranking(block: Block, width: int, terminal: Terminal) -> Iterator[str]:
    yield terminal.paint(fit(block.title, width), "bold")
    top = block.values[0][1]
    number_width = max(6, len(f"{top:,}"))
    bar_width = max(4, min(16, width // 4))
    name_width = max(4, width - number_width - bar_width - 4)
    for name, number in block.values[:_TOP]:
        yield "  ".join(
            (
                fit(name, name_width),
                terminal.paint(pad(f"{number:,}", number_width, right=True), "dim"),
                _bar(number / top, bar_width, terminal),
            )
        )


def _histogram(blocks: list[Block], width: int, terminal: Terminal) -> Iterator[str]:
    for block in blocks:
        if not block.values:
            continue
        top = max(number for _, number in block.values) or 1
        shape = "".join(_SHADES[max(1, round(number / top * 8)) if number else 0] for _, number in block.values)
        head = terminal.paint(block.title, "bold") + "   " + terminal.paint(shape, ACCENT)
        used = len(block.title) + 3 + len(shape)
        if used + 3 + len(block.note) <= width:
            yield head + "   " + terminal.paint(block.note, "dim")
        else:
            yield head
            yield terminal.paint(cut(safe(block.note), width), "dim")


def _coverage(blocks: list[Block], width: int, terminal: Terminal) -> Iterator[str]:
    for block in blocks:
        if not block.total:
            continue
        yield terminal.paint(block.title, "bold")
        named = max(len(name) for name, _ in block.values)
        bar_width = max(6, min(30, width - named - 8 - 20))
        for name, number in block.values:
            share = number / block.total
            percent = f"{share:.1%}".replace("%", " %")
            if number < block.total and percent == "100.0 %":
                percent = "99.9 %"  # nearly all is not all
            lacking = f"{block.total - number:,} without" if number < block.total else ""
            yield "  ".join(
                (
                    fit(name, named),
                    terminal.paint(pad(percent, 8, right=True), "dim"),
                    _bar(share, bar_width, terminal, track=True),
                    terminal.paint(lacking, "dim"),
                )
            )


_SHAPES: dict[str, Callable[[list[Block], int, Terminal], Iterator[str]]] = {
    "totals": _totals,
    "timeline": _timeline,
    "bars": _bars,
    "histogram": _histogram,
    "coverage": _coverage,
}
