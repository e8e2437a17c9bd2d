"""The rows of a table, when a quote that nobody closed would make one cell of all that follows it.

Only at the end of the file, or beyond what a cell may hold, does that show. The lines of the row that is being read are kept
until then: from the first of them on that is a whole row again, they are read once more.
"""

import csv
from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newscli.readers import Broken

if TYPE_CHECKING:
    from _csv import Reader

_FEWEST_CELLS = 3  # of a line that is a row beyond doubt
_MOST_TIMES = 200  # that lines are read once more, each time up to 4 MB of them
_CUT = "its last cell has no end: the file may be cut there"


class Row(NamedTuple):
    """A row, and the number of its first line."""

    line: int
    cells: list[str]
    warnings: tuple[str, ...] = ()


class Rows:
    """Each row, or `Broken`. `reading` makes a reader of lines; rows have `width` cells; `above` lines stand above them."""

    def __init__(self, found: Iterator[str], reading: "Callable[[Iterator[str]], Reader]", width: int, above: int) -> None:
        self._lines = _Lines(found)
        self._reading = reading
        self._width = width
        self._above = above
        self._rows = reading(self._lines)
        self._left = _MOST_TIMES

    def __iter__(self) -> "Rows":
        return self

    def __next__(self) -> Row | Broken:
        line = self._rows.line_num + 1 + self._above
        self._lines.held.clear()
        try:
            cells = next(self._rows)
        except csv.Error as error:
            self._go_on(line)
            return Broken(f"line {line:,}: {error}")
        if not self._lines.ended:  # a row that is whole asks for no line more
            return Row(line, cells)
        if self._go_on(line):
            return Broken(f"line {line:,}: a quote that nothing closes")
        return Row(line, cells, (_CUT,))

    def _go_on(self, line: int) -> bool:
        """Read again from the first line of a row that is a whole one itself; whether there is one."""
        held = self._lines.held
        for skipped, one in enumerate(held):
            if skipped and self._left and self._is_row(one):
                self._left -= 1
                self._lines.again(held[skipped:])
                self._rows = self._reading(self._lines)
                self._above = line + skipped - 1
                return True
        return False

    def _is_row(self, line: str) -> bool:
        try:
            return self._width >= _FEWEST_CELLS and len(next(self._reading(iter([line])), ())) == self._width
        except csv.Error:
            return False


class _Lines:
    """Lines as a reader asks for them. `held` are those since somebody cleared it, `ended` is whether it asked for more."""

    def __init__(self, found: Iterator[str]) -> None:
        self._found = found
        self._again: deque[str] = deque()
        self.held: list[str] = []
        self.ended = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._found, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.held.append(line)
        return line

    def again(self, lines: list[str]) -> None:
        self._again.extendleft(reversed(lines))
        self.ended = False
