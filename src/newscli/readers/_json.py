"""JSON piece by piece: the objects of an array of any size, of the lists inside a wrapper, or of a file that holds many.

The standard library's decoder does the decoding; what is here finds where one value ends and the next begins, with one
value in memory at a time.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from newscli import charsets
from newscli.errors import UnreadableError
from newscli.readers import Broken
from newscli.readers._record import Found
from newscli.text import PIECES, not_utf8

_DECODER = json.JSONDecoder(strict=False)  # a line break inside a string is wrong, and common
_BLANK = re.compile(r"[\s\x1e\ufeff\0]*")  # 1E begins a record of a JSON text sequence (RFC 7464)
_CHUNK = 1 << 18
_WHOLE = 1 << 23  # characters up to which an object is looked at as a whole
_LONGEST = 1 << 26  # and up to which one value is waited for
_NEXT_ELEMENT = re.compile(r"\}\s*,\s*(?=\{)")
_NEXT_LINE = re.compile(r"\n\s*(?=[\[{])")
_DEEPEST = 5  # wrappers in wrappers
_NEAR = 16  # characters: what breaks this near to the end of what was read may go on behind it


class Stream(Protocol):
    """What is read from: any open file."""

    def read(self, size: int = -1, /) -> bytes: ...


IsNews = Callable[[Mapping[str, object]], bool]


def encoding_of(head: bytes) -> str:
    """The encoding of a JSON text: UTF-8 but for a mark, or NUL bytes, that say otherwise (RFC 4627, 3)."""
    return json.detect_encoding(head)


def decoded(line: bytes) -> tuple[str, tuple[str, ...]]:
    """A line as text, and a warning where it isn't UTF-8."""
    try:
        return line.decode(), ()
    except UnicodeDecodeError:
        name = charsets.guessed(line)
        if name == charsets.WESTERN:
            return line.decode("utf-8", charsets.MIXED), (PIECES,)
        return line.decode(name, "replace"), (_guess(name),)


def _guess(name: str) -> str:
    return not_utf8(charsets.NAMES[name], "some of it")


def said(reason: str) -> str:
    """Why JSON is broken, as the decoder says it before a position that means nothing here."""
    return reason.removesuffix(" starting at")


class Pieces:
    """The values of a stream of JSON, one after the other. `is_news` tells an article from other objects."""

    def __init__(self, stream: Stream, path: str, is_news: IsNews) -> None:
        self.stream = stream
        self.path = path
        self.is_news = is_news
        head = stream.read(_CHUNK)
        self.decoder = codecs.getincrementaldecoder(encoding_of(head[:4]))()
        self.warnings: tuple[str, ...] = ()
        self.text = ""
        self.at = 0
        self.began = 0  # where the value began that was read last
        self.counted = 0  # up to where in `text` lines are counted
        self.line = 1  # of the character there
        self.ended = False
        self._add(head)

    def records(self) -> Iterator[Found | Broken]:
        """Every object that may be an article. UnreadableError where the file breaks off."""
        while self._peek():
            start = self.text[self.at]
            if start == "[":
                yield from self._array(strict=True)
            elif start == "{":
                yield from self._object(0)
            elif start == ",":
                self.at += 1
            else:
                yield self._broken("no JSON")
                self._skip(_NEXT_LINE)

    # --- the structure ----------------------------------------------------------------------------------------------

    def _array(self, strict: bool, depth: int = 0) -> Iterator[Found | Broken]:
        """The objects of an array. Where not `strict`, only those from the first article on: it may be a list of anything."""
        self.at += 1
        while True:
            start = self._need("in the middle of a list")
            if start in ",]":
                self.at += 1
                if start == "]":
                    return
                continue
            line = self._line()
            try:
                value = self._value()
            except json.JSONDecodeError as error:
                yield self._broken(error.msg)
                self._skip(_NEXT_ELEMENT)
                if self.ended and self.at >= len(self.text):
                    return
                continue
            if isinstance(value, dict):
                news = self.is_news(value)
                if not news and depth < _DEEPEST and (inner := list(_inside(value, self.is_news))):
                    yield from (Found(line, one, self.warnings) for one in inner)
                elif news or strict:
                    yield Found(line, value, self.warnings)
                strict = strict or news
            elif isinstance(value, list):
                yield from (Found(line, one, self.warnings) for one in value if isinstance(one, dict))

    def _object(self, depth: int) -> Iterator[Found | Broken]:
        """One article, or what stands inside of a wrapper."""
        line = self._line()
        try:
            value = self._value(_WHOLE)
        except _TooLong:
            value = None
        except json.JSONDecodeError as error:
            yield self._broken(error.msg)
            self._skip(_NEXT_LINE)
            return
        if isinstance(value, dict) and (rows := _rows(value)):
            yield from (Found(line, row, self.warnings) for row in rows)
            return
        if isinstance(value, dict) and (self.is_news(value) or not _holds(value) or depth >= _DEEPEST):
            yield Found(line, value, self.warnings)
            return
        if value is not None:
            self.at = self.began
        found = False
        for one in self._members(depth):
            found = True
            yield one
        if not found and isinstance(value, dict):
            yield Found(line, value, self.warnings)

    def _members(self, depth: int) -> Iterator[Found | Broken]:
        """The articles in the values of an object, which begins here."""
        self.at += 1
        while True:
            start = self._need("in the middle of an object")
            if start in ",}":
                self.at += 1
                if start == "}":
                    return
                continue
            try:
                key = self._value()
                colon = self._need("in the middle of an object")
                if not isinstance(key, str) or colon != ":":
                    raise json.JSONDecodeError("a name was expected", self.text, self.at)
                self.at += 1
                start = self._need("in the middle of an object")
                if start not in "[{":
                    self._value()
                    continue
            except json.JSONDecodeError as error:
                yield self._broken(error.msg)
                self._skip(_NEXT_LINE)
                return
            if start == "[":
                yield from self._array(strict=False, depth=depth + 1)
            else:
                yield from (one for one in self._object(depth + 1) if isinstance(one, Broken) or self.is_news(one.values))

    # --- the text ---------------------------------------------------------------------------------------------------

    def _value(self, longest: int = _LONGEST) -> Any:
        """The value that begins here; the position moves behind it. JSONDecodeError if it is broken."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self.text, self.at)
            except json.JSONDecodeError as error:
                if self.ended or not self._goes_on(error):
                    raise
            except (RecursionError, ValueError) as error:  # nested beyond sense, or a number of thousands of digits
                raise UnreadableError(self.path, f"holds JSON that can't be read ({error})") from None
            else:
                if end < len(self.text) or self.ended or isinstance(value, dict | list | str):
                    self.began, self.at = self.at, end
                    return value
            if len(self.text) - self.at > longest:
                raise _TooLong("a value longer than newscli waits for", self.text, self.at)
            self._more()

    def _goes_on(self, error: json.JSONDecodeError) -> bool:
        """Whether a value may be broken only because its end was not read yet."""
        return error.msg.startswith("Unterminated string") or error.pos >= len(self.text) - _NEAR

    def _peek(self) -> str:
        """The next character that isn't blank; "" at the end."""
        while True:
            found = _BLANK.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if self.ended:
                return ""
            self._more()

    def _need(self, where: str) -> str:
        if character := self._peek():
            return character
        raise UnreadableError(self.path, f"breaks off {where} (line {self._line():,}); what stands before is read")

    def _more(self) -> None:
        """Read on; what lies behind is let go. An unfinished value is tried again after as much again was read."""
        self._line()
        left = len(self.text) - self.at
        self.text = self.text[self.at :]
        self.at = self.counted = 0
        self._add(self.stream.read(max(_CHUNK, left)))

    def _add(self, data: bytes) -> None:
        self.ended = not data
        try:
            self.text += self.decoder.decode(data, self.ended)
        except UnicodeDecodeError:
            data = self.decoder.getstate()[0] + data
            name = charsets.guessed(data)
            if name == charsets.WESTERN:
                self.decoder.reset()
                self.decoder.errors = charsets.MIXED
                self.warnings = (PIECES,)
            else:
                self.decoder = codecs.getincrementaldecoder(name)("replace")
                self.warnings = (_guess(name),)
            self.text += self.decoder.decode(data, self.ended)

    def _line(self) -> int:
        """The number of the line at the position, from 1."""
        if self.at > self.counted:
            self.line += self.text.count("\n", self.counted, self.at)
            self.counted = self.at
        return self.line

    def _broken(self, reason: str) -> Broken:
        return Broken(f"line {self._line():,}: {said(reason)}")

    def _skip(self, pattern: "re.Pattern[str]") -> None:
        """Go to where the next value seems to begin, or to the end."""
        self.at += 1
        while not (found := pattern.search(self.text, self.at)):
            if self.ended:
                self.at = len(self.text)
                return
            self.at = max(self.at, len(self.text) - _NEAR)
            self._more()
        self.at = found.end()


class _TooLong(json.JSONDecodeError):
    """A value that is larger than we look for its end."""


def _rows(value: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of a table as pandas writes it by columns: {"title": {"0": ..., "1": ...}, ...}; none if it is no table."""
    columns = list(value.values())
    if len(columns) < 2 or not all(isinstance(column, dict) and column and "0" in column for column in columns):
        return []
    return [{name: column.get(number) for name, column in value.items()} for number in columns[0]]


def _holds(value: Mapping[str, object]) -> bool:
    """Whether an object has others inside."""
    return any(isinstance(one, dict) or (isinstance(one, list) and one and isinstance(one[0], dict)) for one in value.values())


def _inside(value: Mapping[str, object], is_news: IsNews, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """The articles inside an object that is in memory and is none itself."""
    for inner in value.values():
        for one in inner if isinstance(inner, list) else (inner,):
            if not isinstance(one, dict):
                continue
            if is_news(one):
                yield one
            elif depth < _DEEPEST:
                yield from _inside(one, is_news, depth + 1)
