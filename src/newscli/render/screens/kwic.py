"""Every match in one column, as a concordance: what goes before it ends there, what follows begins there."""

from collections.abc import Iterator

from newscli.query.concordance import ConcordanceLine
from newscli.render.safe import safe
from newscli.render.terminal import ACCENT, MATCH, Terminal, cells, cut, cut_left, fit, pad
from newscli.results import Result

_DATE = 10
_NARROW = 64  # columns below which the date gives way


def draw(result: Result[ConcordanceLine], terminal: Terminal) -> Iterator[str]:
    dated = terminal.width >= _NARROW
    lines = 0
    for line in result.items:
        lines += 1
        ident = result.options["short_id"](line.record.article.id)
        head = terminal.paint(terminal.link(ident, line.record.path), ACCENT) + "  "
        room = terminal.width - len(ident) - 2
        if dated:
            head += terminal.paint(fit(line.record.article.date or "–", _DATE), "dim") + "  "
            room -= _DATE + 2
        key = cut(safe(line.match), max(4, room // 2))
        side = max(4, (room - 8) // 2)
        # Only the near end of a paragraph is looked at: some hold a whole article.
        left = pad(cut_left(safe(line.left[-2 * side :]), side), side, right=True)
        right = cut(safe(line.right[: 2 * side]), max(1, room - cells(left) - cells(key)))
        yield head + left + terminal.paint(key, MATCH) + right.rstrip()
    if lines:
        yield ""
        yield terminal.paint(f"{lines:,} line{'s' * (lines != 1)}", "dim")
