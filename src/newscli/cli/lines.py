"""grep's lines in a pipe: `path:line:text`, context as `path-line-text`, `--` between groups."""

from newscli.cli.greps import ShowOptions
from newscli.engine import Found
from newscli.query.search import Hit


class Lines:
    """Writes one row after another; remembers the last, to know where a group ends."""

    def __init__(self, showing: ShowOptions) -> None:
        self.showing = showing
        self.grouped = bool(showing.before or showing.after or showing.context) and not showing.only
        self.last: tuple[str, int] | None = None

    def __call__(self, row: tuple[Found, Hit]) -> str:
        found, hit = row
        address = found.address
        here = (address, hit.index)
        apart = self.grouped and self.last is not None and self.last != (address, hit.index - 1)
        self.last = here
        mark = ":" if hit.matched else "-"
        path = "" if self.showing.no_path else address + ("\0" if self.showing.null else mark)
        return f"{'--' + chr(10) if apart else ''}{path}{hit.line}{mark}{hit.text}"


def count_line(found: Found, showing: ShowOptions) -> str:
    """`path:count`."""
    path = "" if showing.no_path else found.address + ("\0" if showing.null else ":")
    return f"{path}{found.count}"
