"""Markup taken apart into tags and text, about as browsers do it, in time that grows with its length and no faster.

Python's own parser looks to the end of a file for each `<a` or `<!--` that isn't closed: 50 kB of these take it 40 seconds.
"""

import re
from collections.abc import Iterator
from html import unescape

# A tag goes up to the first `>` that is in no quoted value. Where there is none, quotes mean nothing from there on.
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+|[\"'])*+)>")
_UNQUOTED = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = re.compile(r"([^\s/>=\"'][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?+")
_RAW = {name: re.compile(rf"</{name}(?![^\s/>])", re.I) for name in ("script", "style")}  # what is in them is no markup

Tag = tuple[str, str, bool]  # its name, its attributes as they are written, whether it is a closing one


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag; of two that have one name the first counts."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), unescape(next(filter(None, values), "")))
    return found


def tags(markup: str) -> Iterator[Tag | str]:
    """Tags, and the texts between them with their character references resolved. What is no markup is text."""
    pattern, marks, last, at, begun = _TAG, _Marks(markup), markup.rfind(">"), 0, 0
    while 0 <= (at := markup.find("<", at)) < last:
        found = pattern.match(markup, at)
        if found is None and pattern is _TAG and markup[at + 1].isalpha():
            pattern = _UNQUOTED
            continue
        end = found.end() if found else _passed(marks, at)
        if end is None:
            at += 1
            continue
        if begun < at:
            yield unescape(markup[begun:at])
        begun = at = end
        if found:
            closes, name, written = found.groups()
            name = name.lower()
            yield name, written, bool(closes)
            if name in _RAW and not closes:
                raw = _RAW[name].search(markup, at)
                begun = at = raw.start() if raw else len(markup)
    if begun < len(markup):
        yield unescape(markup[begun:])


class _Marks:
    """Where the next of some marks stands; each stretch of the markup is looked through once for each."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self._next: dict[str, int] = {}

    def behind(self, mark: str, at: int) -> int | None:
        """The place behind the first of these marks from `at` on; None where there is none any more."""
        found = self._next.get(mark, -1)
        if found < at:
            found = self.markup.find(mark, at)
            found = self._next[mark] = found if found >= 0 else len(self.markup)
        return found + len(mark) if found < len(self.markup) else None


def _passed(marks: _Marks, at: int) -> int | None:
    """The end of a comment, a declaration or a closing tag without a name; None where it is none of them, and so text."""
    if marks.markup.startswith("<!--", at):
        return marks.behind("-->", at + 4) or marks.behind(">", at)
    if marks.markup.startswith("<![CDATA[", at):
        return marks.behind("]]>", at) or marks.behind(">", at)
    return marks.behind(">", at) if marks.markup.startswith(("<!", "<?", "</"), at) else None
