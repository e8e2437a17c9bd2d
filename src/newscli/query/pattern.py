"""Patterns: `regex` V0 with a time limit. One compiled pattern, however many were given."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """Picklable; compiled where it is used."""

    source: str
    ignore_case: bool = False
    timeout: float = 2.0  # seconds for one paragraph

    def find(self, line: str) -> tuple[tuple[int, int], ...]:
        """Every match in one folded paragraph, as (start, end). PatternTimeout where it takes too long."""
        raise NotImplementedError

    def test(self, line: str) -> bool:
        raise NotImplementedError

    @property
    def literal(self) -> str | None:
        """A string that every hit must contain (case-folded by the caller's rule), None if none is certain."""
        raise NotImplementedError


def compile_pattern(
    patterns: Sequence[str],
    *,
    fixed: bool = False,
    ignore_case: bool = False,
    smart_case: bool = False,
    whole_word: bool = False,
    whole_line: bool = False,
    timeout: float = 2.0,
) -> Pattern:
    raise NotImplementedError
