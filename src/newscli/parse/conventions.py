"""A convention is a row in a table: a name, how it looks, and an example made up here that a test runs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Convention:
    """`name` is the rule that spans carry. `kind` says more where the table needs it (the kind of a note)."""

    name: str
    looks: re.Pattern[str]
    example: str
    kind: str = ""


def gate(rows: Iterable[Convention]) -> re.Pattern[str]:
    """What matches wherever one of these rows does: one look instead of many."""
    return re.compile("|".join(map(_nameless, rows)))


def _nameless(row: Convention) -> str:
    pattern = re.sub(r"\(\?P<\w+>", "(", row.looks.pattern)
    return f"(?i:{pattern})" if row.looks.flags & re.I else f"(?:{pattern})"


def convention(name: str, looks: str, example: str, kind: str = "", flags: int = 0) -> Convention:
    return Convention(name, re.compile(looks, flags), example, kind)
