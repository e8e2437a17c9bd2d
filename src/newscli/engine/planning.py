"""Which blocks of a part are to be looked at, as tasks in the order in which their articles come."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newscli.corpus import Part
from newscli.engine.local import Task
from newscli.engine.processes import spread
from newscli.query.required import Required

_STRETCHES_A_TASK = 128
_BLOCKS_A_TASK = 64  # of which hardly any stretch is to be looked at
_MANY_SEGMENTS = 40  # to ask fewer takes no longer than to fork


def tasks(part: Part, chosen: set[int] | None, required: Required | None) -> list[Task]:
    """Everything that may have hits: blocks that hold what is required and some article of `chosen` (None: any)."""
    numbers = sorted(chosen) if chosen is not None else None
    moved = bool(part.catalog.meta("moved"))
    found = []
    for name, last, blocks in _candidates(part, required):
        segment = part.segments[name]
        if not blocks:
            continue
        begins = segment.begins()
        if numbers is not None:
            blocks = [one for one in blocks if _any_in(numbers, begins[one[0]], _end(begins, one[0], last))]
        for some in _divided(blocks):
            first = part.catalog.first_path(begins[some[0][0]], _end(begins, some[-1][0], last), moved)
            if first is not None:
                found.append(Task(name, some, first))
    return sorted(found, key=lambda task: task.first)


def _candidates(part: Part, required: Required | None) -> Iterator[tuple[str, int, list[tuple[int, int]]]]:
    """Each segment's name, the number of its last article, and what of it may hold what is required."""
    rows = part.catalog.segments()

    def asked(row: tuple[str, int, int]) -> list[list[tuple[int, int]]]:
        return [part.segments[row[0]].candidates(required)]

    for at, (blocks,) in spread(rows, asked) if len(rows) >= _MANY_SEGMENTS else enumerate(map(asked, rows)):
        yield rows[at][0], rows[at][2], blocks


def _divided(blocks: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Blocks and their stretches, as many at once as one task has."""
    some: list[tuple[int, int]] = []
    size = 0
    for one in blocks:
        some.append(one)
        size += one[1].bit_count()
        if size >= _STRETCHES_A_TASK or len(some) >= _BLOCKS_A_TASK:
            yield tuple(some)
            some, size = [], 0
    if some:
        yield tuple(some)


def _end(begins: Sequence[int], block: int, last: int) -> int:
    return begins[block + 1] - 1 if block + 1 < len(begins) else last


def _any_in(numbers: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(numbers, first)
    return at < len(numbers) and numbers[at] <= last
