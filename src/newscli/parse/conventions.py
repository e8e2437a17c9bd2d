"""A convention is a row in a table: a name, how it looks, and an example made up here that a test runs."""

import re
from collections.abc import Iterable, Sequence


class Lazy:
    """A regular expression that is compiled when it is first needed: most commands need few of them.

    `looks` is filled in then; what comes later finds it there, as it would any attribute.
    """

    __slots__ = ("flags", "looks", "source")

    looks: re.Pattern[str]

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, name: str) -> re.Pattern[str]:
        if name != "looks":
            raise AttributeError(name)
        self.looks = re.compile(self.source, self.flags)
        return self.looks


class Convention(Lazy):
    """`name` is the rule that spans carry. `kind` says more where the table needs it (the kind of a note)."""

    __slots__ = ("example", "kind", "name")

    def __init__(self, name: str, source: str, example: str, kind: str, flags: int) -> None:
        super().__init__(source, flags)
        self.name = name
        self.example = example
        self.kind = kind


_OPENED = re.compile(r"(?:\(\?:)+(?:\\\(|\[\(\\\[\])(?!\?)")  # a pattern that begins with a bracket and must


def convention(name: str, looks: str, example: str, kind: str = "", flags: int = 0) -> Convention:
    return Convention(name, looks, example, kind, flags)


def holds_any(text: str, marks: Iterable[str]) -> bool:
    """Whether one of these stands in a text; any() and its generator take twice as long."""
    for mark in marks:  # noqa: SIM110
        if mark in text:
            return True
    return False


def shortest(marks: Iterable[str]) -> tuple[str, ...]:
    """Those of some marks that hold none of the others: where none of these stands, there stands no other either."""
    listed = sorted(set(marks), key=len)
    return tuple(mark for at, mark in enumerate(listed) if not any(other in mark for other in listed[:at]))


class Marked:
    """Rows that are only tried where a text holds one of a row's marks: to look for a few strings costs less than a row.

    A mark that ends in a line break is one that the text ends with.
    """

    def __init__(self, rows: Iterable[tuple[Convention, Sequence[str]]]) -> None:
        self._rows = tuple(rows)
        marks = dict.fromkeys(mark for _, marks in self._rows for mark in marks)
        self._marks = tuple(mark for mark in marks if not mark.endswith("\n"))
        self._ends = tuple((mark, mark[:-1]) for mark in marks if mark.endswith("\n"))
        self._chosen: dict[tuple[str, ...], tuple[Convention, ...]] = {}

    def in_text(self, text: str) -> tuple[str, ...]:
        """The marks that a text holds."""
        found = [mark for mark in self._marks if mark in text]
        if self._ends:
            found += [mark for mark, end in self._ends if text.endswith(end)]
        return tuple(found)

    def rows(self, marks: tuple[str, ...]) -> tuple[Convention, ...]:
        """The rows to be tried where these marks stand, in the order of the table."""
        if marks not in self._chosen:
            self._chosen[marks] = tuple(row for row, own in self._rows if not set(marks).isdisjoint(own))
        return self._chosen[marks]


def gate(rows: Iterable[Convention], never: str) -> Lazy:
    """What matches wherever one of these rows does: one look instead of many.

    A branch that begins with a letter costs least, so rows that may begin with a bracket are asked only behind one, and not
    where `never` matches.
    """
    sources = [_nameless(row) for row in rows]
    opened = [one for one in sources if _OPENED.match(one)]
    others = [one for one in sources if not _OPENED.match(one)]
    return Lazy("|".join([rf"(?=[(\[])(?!{never})(?:{'|'.join(opened)})", *others] if opened else others))


def _nameless(row: Convention) -> str:
    pattern = re.sub(r"\(\?P<\w+>", "(", row.source)
    return f"(?i:{pattern})" if row.flags & re.I else f"(?:{pattern})"
