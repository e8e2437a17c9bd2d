"""How far long work has come: what a progress bar is told."""

from typing import NamedTuple


class Progress(NamedTuple):
    """How far long work has come."""

    label: str
    done: int
    total: int
    what: str = "files"
