"""What the wire formats of teleprinter days share: control characters as marks, and text in lines of 60 to 80 characters."""

import re
from collections.abc import Callable, Iterable, Iterator

from newscli.parse.calendar_names import month_named
from newscli.readers import _declared

START_OF_TEXT, END_OF_TEXT = "\x02", "\x03"
_SPACES = re.compile("[\x10\x1e\x1f]+|\\^\\^")  # what a typesetter was told to keep apart: cells, hyphenation
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LISTED = re.compile(r"#+ |[-*] +[\[A-ZÄÖÜ]|\* \*|dpa [a-zäöü/]{2,7} ")
_INDENT = ("\t", "   ")
Header = Callable[[bytes, int], "re.Match[bytes] | None"]  # what finds the header of a message that begins there


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text with its control characters, and a warning where it is not UTF-8: it is then what `charsets` takes it for."""
    text, warnings = _declared.decoded(data)
    return text.replace("\r\n", "\n").replace("\r", "\n"), warnings


def messages(data: bytes, header: Header) -> Iterator[tuple["re.Match[bytes] | None", bytes]]:
    """(header, what follows it) of each message of a file, which begins with one; no header where one is broken."""
    found = header(data, 0)
    at = 0
    while found or at:
        end = data.find(b"\x03", found.end() if found else at)
        after = data.find(b"\x01", end) if end >= 0 else -1
        following = header(data, after) if after >= 0 else None
        yield found, data[found.end() if found else at : after if after >= 0 else None]
        found, at = following, max(after, 0) + 1 if after >= 0 else 0


def visible(text: str) -> str:
    """A line without control characters."""
    return _CONTROL.sub("", _SPACES.sub(" ", text)).rstrip()


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Lines joined to paragraphs: a blank line or an indent begins one, and so do a heading and an item of dpa's notebook."""
    begun: list[str] = []
    for line in lines:
        said = visible(line)
        if begun and (not said.strip() or said.startswith(_INDENT) or _LISTED.match(said) or begun[0].startswith("#")):
            yield " ".join(begun)
            begun = []
        if said.strip():
            begun.append(said.strip())
    if begun:
        yield " ".join(begun)


def month(name: str) -> int | None:
    """The number of a month by its first three letters."""
    return month_named(name[:3])


def day(year: int, month: int, day: int) -> str | None:
    """An ISO date of this century or, from the year 70 on, of the last; None for what is no day."""
    from datetime import date

    try:
        return date((1900 if year >= 70 else 2000) + year, month, day).isoformat()
    except ValueError:
        return None
