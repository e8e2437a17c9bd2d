"""Text from a corpus is hostile until shown otherwise: on a terminal nothing of it may be obeyed.

Control characters become their pictures, and what would turn the direction of writing or hide is named. Joiners (U+200C,
U+200D) stay where a script or an emoji before them needs them, and so do variation selectors: they move nothing.
"""

import re
from collections.abc import Callable
from typing import TextIO

_HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
# Before a joiner: letters of Arabic and its kin, of India's and its neighbours' scripts, Mongolian; marks; emoji.
_JOINED = (
    "\u0300-\u036f\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1700-\u1cff\ua800-\uabff\ufb50-\ufdff"
    "\ufe00-\ufe0f\ufe70-\ufefe\u2190-\u2bff\U00010a00-\U00011fff\U0001e900-\U0001e95f\U0001f000-\U0001faff"
)
_STRAY = f"(?<![{_JOINED}])[\u200c\u200d]"
_UNSAFE = f"[\x00-\x1f\x7f-\x9f{_HIDDEN}\ud800-\udfff]|{_STRAY}"
_ANYWHERE = re.compile(_UNSAFE)
_IN_LINES = re.compile(f"\r\n|(?![\t\n])(?:{_UNSAFE})")
# What JSON lets stand in a string as it is: escaped instead, it means the same and is safe wherever it is read.
IN_JSON = re.compile(f"[\x7f-\x9f{_HIDDEN}]|{_STRAY}")


def safe(text: str) -> str:
    """`text` as a terminal may be given it; tabs and line breaks become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return _ANYWHERE.sub(_shown, text)


def visible(text: str) -> str:
    """`text` on one line, line breaks and tabs as pictures too: for names, which may hold what would pass for a new line."""
    if text.isascii() and text.isprintable():
        return text
    return _ANYWHERE.sub(lambda found: _picture(found[0]), text)


class SafeStream:
    """A stream to a terminal for formats that aren't made for one: tabs and line breaks are theirs, the rest is made safe."""

    def __init__(self, out: TextIO) -> None:
        self.flush: Callable[[], None] = out.flush
        self._write = out.write

    def write(self, text: str) -> int:
        self._write(_IN_LINES.sub(lambda found: "\n" if found[0] == "\r\n" else _picture(found[0]), text))
        return len(text)


def _shown(found: re.Match[str]) -> str:
    return " " if found[0] in "\t\n\r" else _picture(found[0])


def _picture(letter: str) -> str:
    """What stands for a character that can't be shown: its picture, its number, or the byte of a name that is not UTF-8."""
    code = ord(letter)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"<U+{code:04X}>"
