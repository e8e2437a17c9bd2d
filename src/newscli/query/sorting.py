"""Sort keys: `-words,date`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SortKey:
    field: str
    descending: bool = False
