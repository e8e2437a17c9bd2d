"""Text from a corpus is hostile until shown otherwise: on a terminal nothing of it may be obeyed.

Control characters become their pictures, and what would turn the direction of writing or hide is named. Joiners inside
words and emoji (U+200C, U+200D) and variation selectors stay: Persian and emoji need them, and they move nothing.
"""

import re

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def safe(text: str) -> str:
    """`text` as a terminal may be given it; tabs and line breaks become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if found[0] in "\t\n\r":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"<U+{code:04X}>"
