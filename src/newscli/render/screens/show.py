"""An article as one would like to read it: a header with what is known, captions set apart, the story at a measure."""

from collections.abc import Iterator

from newscli.article import Caption, Record
from newscli.render import pages
from newscli.render.safe import safe
from newscli.render.terminal import ACCENT, Terminal, wrap
from newscli.results import Result

MEASURE = 70  # columns: longer lines tire the eye
_MARGIN = "  "
_INDENT = "   "


def draw(result: Result[Record], terminal: Terminal) -> Iterator[str]:
    for at, record in enumerate(result.items):
        if at:
            yield ""
            yield terminal.paint("─" * min(terminal.width, MEASURE + 4), "dim")
            yield ""
        for line in _page(record, result.options["short_id"](record.article.id), terminal):
            yield _MARGIN + line if line else ""


def _page(record: Record, ident: str, terminal: Terminal) -> Iterator[str]:
    a = record.article
    measure = max(16, min(terminal.width - 2 * len(_MARGIN), MEASURE))
    place = safe(pages.place(a))
    known = safe("   ".join(pages.facts(a)))
    if place or known:
        yield from _header(place, known, measure, terminal)
        yield ""
    if a.headline:
        yield from lines(a.headline, measure, terminal, "bold")
        yield ""
    for caption in a.captions:
        yield from _caption(caption, measure, terminal)
        yield ""
    for note in a.notes:
        if note.kind in pages.READ:
            yield from lines(note.text, measure, terminal, "dim")
            yield ""
    for paragraph in a.body:
        yield from lines(paragraph, measure, terminal)
        yield ""
    credited = list(pages.by_role(a))
    widest = max((len(role) for role, _ in credited), default=0)
    for role, people in credited:
        broken = list(lines(people, measure - widest - 2, terminal))
        yield terminal.paint(role.ljust(widest), "dim") + "  " + broken[0]
        yield from (" " * (widest + 2) + rest for rest in broken[1:])
    if credited:
        yield ""
    yield from _footer(record, ident, measure, terminal)
    for warning in a.warnings:
        yield from lines(f"warning: {warning}", measure, terminal, "dim")


def lines(text: str, measure: int, terminal: Terminal, style: str = "") -> Iterator[str]:
    """A text made safe, wrapped and painted."""
    shown = safe(text)
    return (terminal.paint(shown[start:end], style) for start, end in wrap(shown, measure))


def _header(place: str, known: str, measure: int, terminal: Terminal) -> Iterator[str]:
    apart = "   " if place and known else ""
    if len(place) + len(apart) + len(known) <= measure:
        yield terminal.paint(place, ACCENT) + apart + terminal.paint(known, "dim")
    else:
        yield from lines(place, measure, terminal, ACCENT)
        yield from lines(known, measure, terminal, "dim")


def _caption(caption: Caption, measure: int, terminal: Terminal) -> Iterator[str]:
    for line in lines(caption.text, measure - len(_INDENT), terminal, "italic dim"):
        yield _INDENT + line
    for line in lines(caption.credit or "", measure - len(_INDENT), terminal, "dim"):
        if line:
            yield _INDENT + line


def _footer(record: Record, ident: str, measure: int, terminal: Terminal) -> Iterator[str]:
    facts = safe("  ".join(pages.counts(record)))
    if len(ident) + 2 + len(facts) <= measure:
        address = safe(record.address)
        linked = facts.replace(address, terminal.link(address, record.path), 1) if terminal.links else facts
        yield terminal.paint(ident, ACCENT) + "  " + terminal.paint(linked, "dim")
    else:
        yield terminal.paint(ident, ACCENT)
        yield from lines(facts, measure, terminal, "dim")
