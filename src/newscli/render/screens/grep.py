"""Hits under a heading an article: the margin holds its id, then line numbers; the text keeps one left edge."""

from collections.abc import Iterator, Sequence
from typing import Any

from newscli.query.search import Hit
from newscli.render.safe import safe
from newscli.render.terminal import ACCENT, MATCH, Terminal, cells, cut, pad, wrap
from newscli.results import Result

_MARGIN = 7
_GAP = "  "
_MEASURE = 90
_LONG = 700  # characters; of longer paragraphs a screen shows what stands around the matches
_AROUND = 160


def draw(result: Result[Any], terminal: Terminal) -> Iterator[str]:
    articles = paragraphs = 0
    for found in result.items:
        if articles:
            yield ""
        articles += 1
        paragraphs += sum(hit.matched for hit in found.hits)
        yield _heading(found.record, result.options["short_id"](found.record.article.id), terminal)
        last: int | None = None
        for hit in found.hits:
            if result.options.get("gaps") and last is not None and hit.index > last + 1:
                yield terminal.paint(pad("⋯", _MARGIN, right=True), "dim")
            last = hit.index
            yield from _paragraph(hit, terminal)
    if articles:
        yield ""
        counted = f"{paragraphs:,} paragraph{'s' * (paragraphs != 1)} in {articles:,} article{'s' * (articles != 1)}"
        yield terminal.paint(counted, "dim")


def _heading(record: Any, ident: str, terminal: Terminal) -> str:
    a = record.article
    places = "/".join(map(str, a.dateline.places)) if a.dateline else ""
    about = safe("  ".join(filter(None, (a.date, places, a.agency))))
    room = terminal.width - max(_MARGIN, len(ident)) - len(_GAP)
    about = cut(about, max(10, room // 2))
    title, style = (a.headline, "bold") if a.headline else (a.lede or record.address, "italic")
    title = cut(safe(title), max(8, room - cells(about) - len(_GAP)))
    heading = terminal.paint(terminal.link(pad(ident, _MARGIN), record.path), ACCENT) + _GAP + terminal.paint(title, style)
    return heading + (_GAP + terminal.paint(about, "dim") if about else "")


def _paragraph(hit: Hit, terminal: Terminal) -> Iterator[str]:
    measure = max(12, min(terminal.width - _MARGIN - len(_GAP), _MEASURE))
    margin = terminal.paint(pad(f"{hit.line}", _MARGIN, right=True), "dim")
    for text, matches in _pieces(hit):
        # Made safe piece by piece: what stands for a control character may be longer than it.
        shown, moved = _safe_with(text, matches)
        for start, end in wrap(shown, measure):
            yield margin + _GAP + _painted(shown, start, end, moved, hit.matched, terminal)
            margin = " " * _MARGIN


def _pieces(hit: Hit) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The paragraph, or of a long one the pieces around its matches, and where the matches are in each."""
    if len(hit.text) <= _LONG:
        yield hit.text, list(hit.matches)
        return
    if not hit.matches:
        yield hit.text[:_AROUND].rstrip() + " …", []
        return
    windows: list[list[int]] = []
    for start, end in hit.matches:
        begin, stop = max(0, start - _AROUND), min(len(hit.text), end + _AROUND)
        if windows and begin <= windows[-1][1]:
            windows[-1][1] = stop
        else:
            windows.append([begin, stop])
    for begin, stop in windows:
        first, last = _at_words(hit.text, begin, stop)
        before = "… " if first else ""
        inside = [
            (start - first + len(before), end - first + len(before))
            for start, end in hit.matches
            if first <= start and end <= last
        ]
        yield before + hit.text[first:last] + (" …" if last < len(hit.text) else ""), inside


def _at_words(text: str, begin: int, stop: int) -> tuple[int, int]:
    """A window moved so that it begins and ends at words."""
    if begin and (space := text.find(" ", begin, begin + 30)) >= 0:
        begin = space + 1
    if stop < len(text) and (space := text.rfind(" ", stop - 30, stop)) >= 0:
        stop = space
    return begin, stop


def _safe_with(text: str, matches: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """A text made safe, and its matches where they are then."""
    if safe(text) == text:
        return text, list(matches)
    out, moved, at = "", [], 0
    for start, end in matches:
        out += safe(text[at:start])
        begin = len(out)
        out += safe(text[start:end])
        moved.append((begin, len(out)))
        at = end
    return out + safe(text[at:]), moved


def _painted(text: str, start: int, end: int, matches: Sequence[tuple[int, int]], matched: bool, terminal: Terminal) -> str:
    """One line of a paragraph, its matches marked."""
    plain = "" if matched else "dim"
    out, at = [], start
    for first, last in matches:
        first, last = max(first, start), min(last, end)
        if first < last:
            out += [terminal.paint(text[at:first], plain), terminal.paint(text[first:last], MATCH)]
            at = last
    return "".join((*out, terminal.paint(text[at:end], plain)))
