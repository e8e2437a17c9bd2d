r"""Patterns: `regex` (V0) with a time limit; one compiled pattern, however many were given.

`regex` and not `re`: its `\w` is what ripgrep's is, and its matching takes a time limit, so that no pattern can hang
the tool.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from newscli.errors import PatternTimeout, QueryError
from newscli.frozen import frozen
from newscli.query import effort
from newscli.query.literals import Literals, many
from newscli.query.needle import Find, Needle, companions, needles
from newscli.query.required import Required, required
from newscli.query.syntax import certain

if TYPE_CHECKING:
    import regex

# What may match in one paragraph and not in the same paragraph among others: a look that must fail, what never gives back
# what it has taken, the ends of a text, recursion, fuzzy matching, sets of sets. Such patterns are tried line by line.
_LINE_BY_LINE = re.compile(
    r"\(\?(?:<?!|>|\(|R|&|P>|\||[a-zA-Z-]*[xr]|\d)|[+*?}]\+|\\[AZzGKR]|\(\*|\{[eids]|\[\[|&&|--|\|\||~~|\n|\\n"
)
_TOGETHER_SECONDS = 0.25  # for many lines at once, before they are tried one by one
_ITSELF = re.compile(r"[a-zA-Z0-9_ ,;:'\"/%&=<>@!~-]+")
_CLASSES = re.compile(r"\\(?:[pP]\{[^}]*\}|[pP]\w|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.S)


@frozen
class Pattern:
    """Picklable; compiled where it is used. The rest of it is what makes it fast, and changes no answer."""

    source: str
    ignore_case: bool = False
    timeout: float = 2.0  # seconds for one paragraph
    required: Required | None = None  # what every match must contain, None if nothing is certain
    needles: tuple[Needle, ...] = ()  # one of them is in every paragraph with a match; none if none is rare
    parts: tuple[bytes, ...] = ()  # these are all in it as well
    together: str | None = None  # the same for many lines at once; None if they have to be tried one by one
    strings: str | None = None  # many plain strings, each ended by a line break, instead of `source`
    edges: str = ""  # "word" or "line"
    plain: str = ""  # what stands for itself alone is looked for as it is, and `regex` need not be imported

    def find(self, line: str) -> tuple[tuple[int, int], ...]:
        """Every match in one folded paragraph, as (start, end). PatternTimeout where it takes too long."""
        if self.plain:
            return tuple(_each(self.plain, line))
        try:
            if self.strings is not None:
                return _literals(self).find(line, self.timeout)
            return tuple(m.span() for m in _compiled(self).finditer(line, timeout=self.timeout))
        except TimeoutError:
            raise self._slow() from None

    def test(self, line: str) -> bool:
        """Whether there is a match at all."""
        if self.plain:
            return self.plain in line
        try:
            if self.strings is not None:
                return _literals(self).test(line, self.timeout)
            return _compiled(self).search(line, timeout=self.timeout) is not None
        except TimeoutError:
            raise self._slow() from None

    def seeker(self, lines: str) -> Find | None:
        """What says where in many lines the next match may be, -1 for nowhere; None if lines must be tried singly."""
        if self.together is None:
            return None
        search = _compiled(self, together=True).search
        slow = False

        def find(at: int) -> int:
            nonlocal slow
            if at > len(lines):
                return -1
            if not slow:
                try:
                    found = search(lines, at, timeout=_TOGETHER_SECONDS)
                    return found.start() if found else -1
                except TimeoutError:  # which line it was is found out by trying each alone
                    slow = True
            return at

        return find

    def _slow(self) -> PatternTimeout:
        return PatternTimeout(
            f"the pattern took more than {self.timeout:g} s on one paragraph and was stopped; "
            "avoid repeating what repeats already, as in (a+)+, or give a plain string with -F"
        )


@lru_cache(maxsize=16)
def _literals(pattern: Pattern) -> Literals:
    return Literals((pattern.strings or "").split("\n")[:-1], pattern.ignore_case, pattern.edges)


@lru_cache(maxsize=256)
def _compiled(pattern: Pattern, together: bool = False) -> "regex.Pattern[str]":
    import regex

    flags = regex.V0 | (regex.IGNORECASE if pattern.ignore_case else 0)
    try:
        if together:
            return regex.compile(pattern.together or "", flags | regex.MULTILINE)
        return regex.compile(pattern.source, flags)
    except regex.error as error:
        raise QueryError(f"bad pattern: {error}; to search for a plain string, give -F") from None
    except RecursionError:
        raise QueryError("bad pattern: its brackets are nested too deeply; to search for a plain string, give -F") from None


def _each(string: str, line: str) -> Iterator[tuple[int, int]]:
    at = line.find(string)
    while at >= 0:
        yield at, at + len(string)
        at = line.find(string, at + len(string))


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
    if smart_case and not ignore_case:
        ignore_case = not any(_has_capital(one, fixed) for one in patterns)
    if (strings := many(patterns, fixed)) is not None:
        edges = "line" if whole_line else "word" if whole_word else ""
        return Pattern("", ignore_case, timeout, strings="".join(f"{one}\n" for one in strings), edges=edges)
    itself = len(patterns) == 1 and not (ignore_case or whole_word or whole_line) and (fixed or _ITSELF.fullmatch(patterns[0]))
    if not fixed and not itself:
        effort.check(patterns)
        for one in patterns:
            _compiled(Pattern(one))  # each alone, so that a stray bracket can't join two
    parts = [re.escape(one) if fixed else one for one in patterns]
    source = parts[0] if len(parts) == 1 else "|".join(f"(?:{part})" for part in parts)
    together = source if fixed or not any(map(_LINE_BY_LINE.search, patterns)) else None
    if whole_line:
        together = together and f"^(?:{source})$"
        source = rf"\A(?:{source})\Z"
    elif whole_word:
        source = rf"(?<!\w)(?:{source})(?!\w)"
        together = together and source
    track = certain(patterns, fixed, ignore_case, whole_word or whole_line)
    known = (required(track), needles(track), companions(track)) if track is not None else (None, (), ())
    if itself and patterns[0]:
        return Pattern(source, ignore_case, timeout, *known, together, plain=patterns[0])
    pattern = Pattern(source, ignore_case, timeout, *known, together)
    _compiled(pattern)
    return pattern


def _has_capital(pattern: str, fixed: bool) -> bool:
    """ripgrep's rule for smart case: a capital that is a letter of the pattern, not the name of a class."""
    return any(c.isupper() for c in (pattern if fixed else _CLASSES.sub("", pattern)))
