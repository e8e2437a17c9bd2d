"""The original text in order, a claim a line: where it starts, which rule claimed it, and the words themselves."""

from collections.abc import Iterator

from newscli.article import Record
from newscli.parse.layout import fold
from newscli.render.safe import safe
from newscli.render.terminal import ACCENT, Terminal, cut, fit, pad, wrap
from newscli.results import Result

STYLES = {
    "date": "color(130)",
    "headline": "bold",
    "caption": "color(65)",
    "dateline": ACCENT,
    "credits": "color(133)",
    "note": "color(101)",
    "furniture": "dim",
    "separator": "dim",
    "body": "",
}
_RULE = 20


def draw(result: Result[Record], terminal: Terminal) -> Iterator[str]:
    for at, record in enumerate(result.items):
        if at:
            yield ""
        yield from _explained(record, result.options["short_id"](record.article.id), terminal)


def _explained(record: Record, ident: str, terminal: Terminal) -> Iterator[str]:
    a = record.article
    narrow = terminal.width < 72
    rule_width = 12 if narrow else _RULE
    margin = 6 + rule_width + 4
    measure = max(12, min(terminal.width - margin, 90))
    last = 0
    for span in a.spans:
        if last and ("\n" in (gap := a.text[last : span.start]) or "\r" in gap):
            yield ""
        last = span.end
        style = STYLES.get(span.field, "")
        label = terminal.paint(pad(f"{span.start}", 6, right=True), "dim") + "  "
        label += terminal.paint(fit(span.rule or span.field, rule_width), style or "dim") + "  "
        shown = safe(fold(a.text[span.start : span.end]))
        for start, end in wrap(shown, measure):
            yield label + terminal.paint(shown[start:end], style)
            label = " " * margin
    yield ""
    fields = dict.fromkeys(span.field for span in a.spans)
    yield "  ".join(terminal.paint(name, STYLES.get(name, "") or "") for name in fields)
    rules = len({span.rule for span in a.spans if span.rule})
    warned = f"{len(a.warnings)} warning{'s' * (len(a.warnings) != 1)}" if a.warnings else "no warnings"
    summary = f"every character claimed once; {rules} rule{'s' * (rules != 1)}, {warned}"
    yield terminal.paint(ident, ACCENT) + "  " + terminal.paint(cut(summary, terminal.width - len(ident) - 2), "dim")
    for warning in a.warnings:
        yield terminal.paint(cut(safe(f"warning: {warning}"), terminal.width), "dim")
