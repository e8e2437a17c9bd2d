"""Captions that no full stop ends, told by their words for a picture, and on some pages by the word or two in front.

"The ferry Northern Star (pictured) ran aground" is a caption on every page. "Stranded: Pilots wait in fog" may be a heading, so
it is believed on pages alone that begin all captions so: they print when a story was published and updated, or say "Scroll
down for video". Where a data set has joined such a page's lines, it has put a full stop behind a space where none was.
"""

import re
from collections.abc import Iterator, Sequence

from newscli.article import Caption
from newscli.parse.conventions import Convention, convention, holds_any
from newscli.parse.draft import Draft
from newscli.parse.layout import fold

PICTURED: Convention = convention(
    "caption.pictured",
    r"(?=[A-Z+'‘\"“])(?:(?:Pictured|Above|Right|Left|Below|Inset)(?::|, )[^\n]*"
    r"|[^\n]*(?:\((?:left|right|centre|center|above|below|inset|pictured)\b[^()\n]{0,40}\)|\bpictured\b)[^\n]*)(?<![.!?\"”:;,])",
    "The ferry Northern Star (pictured) ran aground on Monday",
)
LED: Convention = convention(
    "caption.led",
    r"(?:\+\d )?['‘]?(?=[A-Z][\w’'-]*[a-z])[^:.!?\n]{2,45}: ['‘]?[A-Z\d][^\n]*(?<![.!?\"”:;,])",
    "Stranded: Pilots wait in fog at the old harbour",
)
_PAGES = ("Scroll down for video", "SCROLL DOWN FOR VIDEO", "UPDATED:", "MailOnline", "Mailonline", "Daily Mail Reporter")
_STOPS = '.!?"”'
_LONE_STOP = re.compile(r" \.(?=\s|$)")
_SENTENCE_END = re.compile(r"[.!?]['’\"”]?\s+(?=\S)")
_SHORTEST, _LONGEST = 25, 300  # characters
_FEWEST = 4  # spaces in one: a heading may be shorter


def claim_unstopped(draft: Draft, story: Sequence[tuple[int, int]]) -> None:
    """Claim such lines among the paragraphs of the story."""
    text = draft.text
    if text.find(" . ", draft.start, draft.end) < 0:
        story = [(start, end) for start, end in story if text[end - 1] not in _STOPS]
    if not story:
        return
    led = holds_any(text, _PAGES)
    rows = (PICTURED, LED) if led else (PICTURED,)
    for start, end in story:
        if led and text.find(" . ", start, end) >= 0:
            for at, until in _joined(text, start, end):
                _claim(draft, rows, at, until)
        elif text[end - 1] not in _STOPS:
            _claim(draft, rows, start, end)


def _claim(draft: Draft, rows: tuple[Convention, ...], start: int, end: int) -> None:
    text = draft.text
    if not _SHORTEST < end - start < _LONGEST or text.count(" ", start, end) < _FEWEST:
        return
    row = next((row for row in rows if row.looks.fullmatch(text, start, end)), None)
    if row and draft.claim(start, end, "caption", row.name):
        draft.captions.append((start, Caption(fold(text[start:end]))))


def _joined(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where in a paragraph the lines begin and end whose full stop stands behind a space."""
    begin = start
    for stop in _LONE_STOP.finditer(text, start, end):
        for sentence in _SENTENCE_END.finditer(text, begin, stop.start()):
            begin = sentence.end()
        yield begin, stop.start()
        begin = min(stop.end() + 1, end)
