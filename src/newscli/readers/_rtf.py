"""The text of an RTF file, through striprtf (the extra "rtf")."""

from newscli.errors import MissingExtra, UnreadableError
from newscli.readers._values import clean


def text(data: bytes, path: str) -> str:
    """The whole text; a paragraph a line. MissingExtra without striprtf, UnreadableError where it gives up."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise MissingExtra(path, "RTF", "rtf") from None
    try:
        # striprtf says nothing of its types.
        return clean(str(rtf_to_text(data.decode("latin-1"), errors="replace")))  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, LookupError, OverflowError, TypeError) as error:
        raise UnreadableError(path, f"is broken RTF ({error})") from None
