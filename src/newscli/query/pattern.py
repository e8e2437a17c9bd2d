r"""Patterns: `regex` (V0) with a time limit; one compiled pattern, however many were given.

`regex` and not `re`: its `\w` is what ripgrep's is, and its matching takes a time limit, so that no pattern can hang
the tool.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newscli.errors import PatternTimeout, QueryError

if TYPE_CHECKING:
    import regex

# What can only mean itself: a pattern of nothing else is a literal.
_LITERAL = re.compile(r"[^\\^$.|?*+()\[\]{}]*")
_CLASSES = re.compile(r"\\(?:[pP]\{[^}]*\}|[pP]\w|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.S)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Picklable; compiled where it is used. `literal` is a string that every hit contains, None if none is certain."""

    source: str
    ignore_case: bool = False
    timeout: float = 2.0  # seconds for one paragraph
    literal: str | None = None

    def find(self, line: str) -> tuple[tuple[int, int], ...]:
        """Every match in one folded paragraph, as (start, end). PatternTimeout where it takes too long."""
        try:
            return tuple(m.span() for m in _compiled(self).finditer(line, timeout=self.timeout))
        except TimeoutError:
            raise self._slow() from None

    def test(self, line: str) -> bool:
        """Whether there is a match at all."""
        if self.literal is not None and self.literal not in line:
            return False
        try:
            return _compiled(self).search(line, timeout=self.timeout) is not None
        except TimeoutError:
            raise self._slow() from None

    def _slow(self) -> PatternTimeout:
        return PatternTimeout(
            f"the pattern took more than {self.timeout:g} s on one paragraph and was stopped; "
            "avoid repeating what repeats already, as in (a+)+, or give a plain string with -F"
        )


@lru_cache(maxsize=16)
def _compiled(pattern: Pattern) -> "regex.Pattern[str]":
    import regex

    flags = regex.V0 | (regex.IGNORECASE if pattern.ignore_case else 0)
    try:
        return regex.compile(pattern.source, flags)
    except regex.error as error:
        raise QueryError(f"bad pattern: {error}; to search for a plain string, give -F") from None


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
    """One pattern that matches what any of `patterns` does, as grep's options would have it.

    QueryError for a pattern that can't be read, with what is wrong where.
    """
    for one in patterns if not fixed else ():
        _compiled(Pattern(one))  # each alone, so that a stray bracket can't join two
    if smart_case and not ignore_case:
        ignore_case = not any(_has_capital(one, fixed) for one in patterns)
    parts = [re.escape(one) if fixed else one for one in patterns]
    source = parts[0] if len(parts) == 1 else "|".join(f"(?:{part})" for part in parts)
    if whole_line:
        source = rf"\A(?:{source})\Z"
    elif whole_word:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    plain = len(patterns) == 1 and not ignore_case and (fixed or _LITERAL.fullmatch(patterns[0]))
    pattern = Pattern(source, ignore_case, timeout, patterns[0] if plain and patterns[0] else None)
    _compiled(pattern)
    return pattern


def _has_capital(pattern: str, fixed: bool) -> bool:
    """ripgrep's rule for smart case: a capital that is a letter of the pattern, not the name of a class."""
    return any(c.isupper() for c in (pattern if fixed else _CLASSES.sub("", pattern)))
