r"""Patterns: `regex` (V0) with a time limit; one compiled pattern, however many were given.

`regex` and not `re`: its `\w` is what ripgrep's is, and its matching takes a time limit, so that no pattern can hang
the tool.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newscli.errors import PatternTimeout, QueryError
from newscli.query.required import Required, required

if TYPE_CHECKING:
    import regex

# What may match in one paragraph and not in the same paragraph among others: a look that must fail, what never gives back
# what it has taken, the ends of a text, recursion, fuzzy matching, sets of sets. Such patterns are tried line by line.
_LINE_BY_LINE = re.compile(
    r"\(\?(?:<?!|>|\(|R|&|P>|\||[a-zA-Z-]*[xr]|\d)|[+*?}]\+|\\[AZzGKR]|\(\*|\{[eids]|\[\[|&&|--|\|\||~~|\n|\\n"
)
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
    required: Required | None = None  # what every match must contain, None if nothing is certain
    together: str | None = None  # the same for many lines at once; None if they have to be tried one by one

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

    def places(self, lines: str) -> Iterator[int] | None:
        """Offsets in many lines, one in each that may match and perhaps in others; None if lines must be tried singly."""
        if self.literal is not None:
            return _places_of(self.literal, lines)
        return self._places(lines) if self.together is not None else None

    def _places(self, lines: str) -> Iterator[int]:
        search = _compiled(self, together=True).search
        at = 0
        while at <= len(lines):
            try:
                found = search(lines, at, timeout=self.timeout)
            except TimeoutError:  # which line it was is found out by trying it alone
                found, start = None, at
                yield start
                at = _next_line(lines, start)
                continue
            if found is None:
                return
            yield found.start()
            at = _next_line(lines, found.start())

    def _slow(self) -> PatternTimeout:
        return PatternTimeout(
            f"the pattern took more than {self.timeout:g} s on one paragraph and was stopped; "
            "avoid repeating what repeats already, as in (a+)+, or give a plain string with -F"
        )


def _next_line(lines: str, at: int) -> int:
    end = lines.find("\n", at)
    return end + 1 if end >= 0 else len(lines) + 1


def _places_of(literal: str, lines: str) -> Iterator[int]:
    at = lines.find(literal)
    while at >= 0:
        yield at
        at = lines.find(literal, _next_line(lines, at))


@lru_cache(maxsize=16)
def _compiled(pattern: Pattern, together: bool = False) -> "regex.Pattern[str]":
    import regex

    flags = regex.V0 | (regex.IGNORECASE if pattern.ignore_case else 0)
    try:
        if together:
            return regex.compile(pattern.together or "", flags | regex.MULTILINE)
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
    together = source if fixed or not any(map(_LINE_BY_LINE.search, patterns)) else None
    if whole_line:
        together = together and f"^(?:{source})$"
        source = rf"\A(?:{source})\Z"
    elif whole_word:
        source = rf"(?<!\w)(?:{source})(?!\w)"
        together = together and source
    plain = len(patterns) == 1 and not ignore_case and (fixed or _LITERAL.fullmatch(patterns[0]))
    certain = required(tuple(patterns), fixed, whole_word or whole_line)
    pattern = Pattern(source, ignore_case, timeout, patterns[0] if plain and patterns[0] else None, certain, together)
    _compiled(pattern)
    return pattern


def _has_capital(pattern: str, fixed: bool) -> bool:
    """ripgrep's rule for smart case: a capital that is a letter of the pattern, not the name of a class."""
    return any(c.isupper() for c in (pattern if fixed else _CLASSES.sub("", pattern)))
