"""The marks in Swissdox's texts: who wrote them, and what stands below pictures (https://swissdox.linguistik.uzh.ch)."""

import re
from typing import NamedTuple

_BY = re.compile(r"<(au|ur)>(.*?)</\1>", re.S)
_CAPTION = re.compile(r"<lg>(.*?)</lg>", re.S)
_BEGINS = ("<tx>", "<ld>")
_LOOK = 400  # characters


class Marked(NamedTuple):
    """A text without what is no story, the captions in it, and its byline ("" for none)."""

    text: str
    captions: list[str]
    byline: str


def marked(text: str) -> Marked | None:
    """A text with such marks taken apart; None for any other."""
    if not any(mark in text[:_LOOK] for mark in _BEGINS):
        return None
    byline = _BY.search(text)
    story = _CAPTION.sub("", _BY.sub("", text))
    return Marked(story, [said for one in _CAPTION.findall(text) if (said := one.strip())], byline[2].strip() if byline else "")
