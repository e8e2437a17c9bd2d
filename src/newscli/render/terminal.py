"""What a terminal can show, and painting for it: our own escape sequences, made once a style.

Rich knows the styles and the width of characters; its tables and texts would collect everything and cost a hundred times
as much a row.
"""

from dataclasses import field
from functools import cache
from pathlib import Path

from rich.cells import cell_len as _cell_len
from rich.color import ColorSystem
from rich.style import Style

from newscli.frozen import frozen
from newscli.render.safe import safe

# One rule of colour: the accent marks what the eye should find, bold the headline, dim what is about the article.
ACCENT = "color(31)"
MATCH = f"bold {ACCENT}"
_SYSTEMS = {
    "mono": ColorSystem.STANDARD,
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}


def cells(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else _cell_len(text)


@cache
def _sequences(style: str, system: str) -> tuple[str, str]:
    """What goes before and after a text in this style."""
    parsed = Style.parse(style)
    if system == "mono":
        parsed = parsed.without_color
    before, _, after = parsed.render("\0", color_system=_SYSTEMS[system]).partition("\0")
    return before, after


@frozen
class Terminal:
    """`color_system` is None, "mono" (bold and dim alone), "standard", "256" or "truecolor"; `links`: OSC 8 links."""

    width: int = 80
    color_system: str | None = None
    links: bool = False
    styles: dict[str, tuple[str, str]] = field(default_factory=dict)

    def paint(self, text: str, style: str = "") -> str:
        """Text that is safe already, in a style ("bold", "dim", "color(31)" or several of them)."""
        if not style or not text or self.color_system is None:
            return text
        sequences = self.styles.get(style)
        if sequences is None:
            sequences = self.styles[style] = _sequences(style, self.color_system)
        return f"{sequences[0]}{text}{sequences[1]}"

    def link(self, text: str, path: str) -> str:
        """A link to a file where the terminal has links."""
        if not self.links or not Path(path).is_file():
            return text
        return f"\x1b]8;;{Path(path).resolve().as_uri()}\x1b\\{text}\x1b]8;;\x1b\\"


def cut(text: str, width: int) -> str:
    """At most `width` columns of a text; an ellipsis says that there is more."""
    if text.isascii():
        return text if len(text) <= width else text[: max(0, width - 1)].rstrip() + "…"
    if cells(text) <= width:
        return text
    kept, used = [], 0
    for letter in text:
        used += cells(letter)
        if used > width - 1:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + "…"


def cut_left(text: str, width: int) -> str:
    """The end of a text, in at most `width` columns, from the beginning of a word on where one is near."""
    if cells(text) <= width:
        return text
    while text and cells(text) > width - 2:
        text = text[max(1, (cells(text) - width) // 2) :]
    space = text.find(" ", 0, 16)
    return "… " + text[space + 1 :] if 0 <= space < len(text) - 1 else "…" + text


def pad(text: str, width: int, right: bool = False) -> str:
    """A text filled up with spaces to `width` columns."""
    gap = " " * (width - cells(text))
    return gap + text if right else text + gap


def fit(text: str, width: int, right: bool = False) -> str:
    """A text made safe, cut and filled to exactly `width` columns."""
    return pad(cut(safe(text), width), width, right)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Where a safe text is broken into lines of at most `width` columns: (start, end) of each.

    Lines break at spaces; wide characters (Chinese, Japanese) may break anywhere, and so does a word that is too long.
    """
    lines: list[tuple[int, int]] = []
    start = used = at = 0
    space = -1
    size = len(text.rstrip(" "))
    narrow = text.isascii()
    while at < size:
        letter = text[at]
        wide = 1 if narrow else cells(letter)
        if used + wide > width and at > start and letter != " ":
            end = space if space > start else at
            lines.append((start, start + len(text[start:end].rstrip(" "))))
            start = end
            while start < size and text[start] == " ":
                start += 1
            at = max(at, start)
            used = cells(text[start:at])
            space = -1
            continue
        if letter == " ":
            space = at
        elif wide == 2:
            space = at + 1 if used + wide <= width else space
        used += wide
        at += 1
    if start < size or not lines:
        lines.append((start, size))
    return lines
