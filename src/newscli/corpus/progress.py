"""How far long work has come: what a progress bar is told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far long work has come."""

    label: str
    done: int
    total: int
    what: str = "files"
