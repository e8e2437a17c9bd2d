"""The text of an RTF file, through striprtf (the extra "rtf"), in the encoding that it is in, whatever its code page says."""

import re

from newscli import charsets
from newscli.errors import MissingExtra, UnreadableError
from newscli.readers._declared import encoding
from newscli.readers._values import clean

_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_FONTS = re.compile(rb"\\fcharset\d+")
_OWN_FONT = re.compile(rb"\\fcharset(?![012]\b)\d")  # 0 to 2: Western, the code page's, signs
_FALLBACK = re.compile(rb"\\u-?\d{1,5} ?(?:\\'[0-9A-Fa-f]{2}|[^\\{}])?")  # what follows a character is for old programs
_BYTE = re.compile(rb"\\'([0-9A-Fa-f]{2})")
_MARKUP = re.compile(rb"\\[a-z]+-?\d* ?|[{}]")
_RAW = re.compile(rb"[\x80-\xff]")
_NAMES = {"10000": "macintosh", "65001": "utf-8", "932": "shift_jis", "936": "gbk", "949": "euc-kr", "950": "big5"}


def text(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """The whole text, a paragraph a line, and what is odd about its encoding. MissingExtra without striprtf,
    UnreadableError where it gives up."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise MissingExtra(path, "RTF", "rtf") from None
    if rb"\bin" not in data:
        data = _RAW.sub(lambda found: b"\\'%02x" % found[0][0], data)
    codec, warning = _encoding(data)
    if codec:  # that of every font
        data = _FONTS.sub(rb"\\fcharset1", _PAGE.sub(b"", data))
    try:
        # striprtf says nothing of its types.
        told = rtf_to_text(data.decode("latin-1"), codec or charsets.WESTERN, "replace")  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, LookupError, OverflowError, TypeError) as error:
        raise UnreadableError(path, f"is broken RTF ({error})") from None
    return clean(str(told)), (warning,) if warning else ()


def _encoding(data: bytes) -> tuple[str, str]:
    """What its bytes are in, and the warning where that is not what it says; "" where each font says what it is in."""
    plain = _MARKUP.sub(b"", _BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), _FALLBACK.sub(b"", data)))
    page = _PAGE.search(data)
    number = page[1].decode() if page else "1252"
    found = encoding(plain, _NAMES.get(number, f"{'windows-' if number.startswith('125') else 'cp'}{number}"), overruled=False)
    return found if found.codec == "utf-8" or not _OWN_FONT.search(data) else ("", "")
