"""Which blocks of a part are to be looked at, as tasks in the order in which their articles come."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from newscli.corpus import Part
from newscli.engine.local import Task
from newscli.query.required import Required

_BLOCKS_A_TASK = 16


def tasks(part: Part, chosen: set[int] | None, required: Required | None) -> list[Task]:
    """Everything that may have hits: blocks that hold what is required and some article of `chosen` (None: any)."""
    numbers = sorted(chosen) if chosen is not None else None
    moved = bool(part.catalog.meta("moved"))
    found = []
    for name, _, last in part.catalog.segments():
        segment = part.segments[name]
        begins = segment.begins()
        blocks = segment.candidates(required)
        if numbers is not None:
            blocks = [block for block in blocks if _any_in(numbers, begins[block], _end(begins, block, last))]
        remaining = iter(blocks)
        while some := tuple(islice(remaining, _BLOCKS_A_TASK)):
            first = part.catalog.first_path(begins[some[0]], _end(begins, some[-1], last), moved)
            if first is not None:
                found.append(Task(name, some, first))
    return sorted(found, key=lambda task: task.first)


def _end(begins: Sequence[int], block: int, last: int) -> int:
    return begins[block + 1] - 1 if block + 1 < len(begins) else last


def _any_in(numbers: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(numbers, first)
    return at < len(numbers) and numbers[at] <= last
