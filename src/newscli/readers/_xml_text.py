"""XML documents as a parser can take them, whatever their producers did to them.

What comes out is UTF-8 without declarations, in one element around all documents of a file. DOCTYPEs go: NITF and NewsML name
DTDs that nobody should fetch, and define parameter entities for them; one that defines entities for the text itself is
refused. HTML's names for characters, which those DTDs have, become the characters.
"""

import codecs
import re
from html.entities import name2codepoint
from typing import BinaryIO

from newscli import charsets
from newscli.readers._declared import encoding, errors

_CHUNK = 1 << 16
DOCUMENTS = "documents"  # the element around all documents of a file
_OPEN, CLOSE = f"<{DOCUMENTS}>", f"</{DOCUMENTS}>"
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")
_DECLARATION = re.compile(r"<\?xml\b.*?\?>", re.S)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[(?P<subset>.*?)\]\s*)?>", re.S)
_DEFINES = re.compile(r"<!ENTITY\s+[^%\s]")
# All but those to XML's own five.
_REFERENCE = re.compile(r"&(?:#(\d{1,7}|[xX][0-9a-fA-F]{1,6})|(?!(?:amp|[lg]t|quot|apos);)([A-Za-z][A-Za-z0-9]{1,9}));")
# One that is none ("AT&T", "?a=1&b=2"), and what may hold such.
_AMPERSAND = re.compile(r"&(?!#?\w{1,30};)")
_BARE = re.compile(rf"<!\[CDATA\[.*?(?:\]\]>|\Z)|{_AMPERSAND.pattern}", re.S)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\t\n\r")
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())
_LONGEST_REFERENCE = 12
_LONGEST_DOCTYPE = _CHUNK


class XmlText:
    """A stream of XML; `read` gives what an XML parser should see of it. `warnings` is told of an encoding that is none that
    it says."""

    def __init__(self, stream: BinaryIO, warnings: list[str] | None = None) -> None:
        self._stream = stream
        self._warnings = [] if warnings is None else warnings
        self._said = ""
        self._decoder: codecs.IncrementalDecoder | None = None
        self._waiting = _OPEN
        self.ended = False
        self._in_cdata = False

    def read(self, _size: int = -1) -> bytes:
        """About as much as a parser takes at once, b"" at the end."""
        while not self.ended:
            data = self._stream.read(_CHUNK)
            self.ended = not data
            text = self._waiting + self._decoded(data)
            if self.ended:
                text, self._waiting = text + CLOSE, ""
            else:
                cut = _boundary(text)
                text, self._waiting = text[:cut], text[cut:]
            if text:
                return _clean(self._with_ampersands(text))
        return b""

    def _decoded(self, data: bytes) -> str:
        if self._decoder is None:
            declared = _DECLARED.search(data[:400])
            self._said = declared[1].decode("ascii") if declared else ""
            codec = _marked(data) or (encoding(data, self._said).codec if data.isascii() else "utf-8")
            self._decoder = codecs.getincrementaldecoder(codec)("replace" if codec.startswith("utf-16") else "strict")
        try:
            text = self._decoder.decode(data, self.ended)
            if self._said and not data.isascii():  # which is then UTF-8
                self._tell(encoding(data, self._said).warning)
            return text
        except UnicodeDecodeError:
            data = self._decoder.getstate()[0] + data
            codec, warning = encoding(data, self._said)
            if codec == charsets.WESTERN:  # for this piece: the next may be UTF-8
                codec = "utf-8"
            self._tell(warning)
            self._decoder = codecs.getincrementaldecoder(codec)(errors(codec))
            return self._decoder.decode(data, self.ended)

    def _with_ampersands(self, text: str) -> str:
        """A text whose bare ampersands are written as XML wants them."""
        begun, self._in_cdata = (
            self._in_cdata,
            text.rfind("<![CDATA[") > text.rfind("]]>") or (self._in_cdata and "]]>" not in text),
        )
        if not _AMPERSAND.search(text):
            return text
        inside, end, behind = text.partition("]]>") if begun else ("", "", text)
        return inside + end + _BARE.sub(lambda found: "&amp;" if found[0] == "&" else found[0], behind)

    def _tell(self, warning: str) -> None:
        self._said = ""
        if warning:
            self._warnings.append(warning)


def _marked(head: bytes) -> str:
    """The encoding that a document's mark, or its NUL bytes, say; "" where there are none."""
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head[:4]:
        return "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"
    return ""


def _boundary(text: str) -> int:
    """Where what is here can be cut without dividing a reference or a declaration."""
    cut = len(text)
    for mark, end, longest in (("&", ";", _LONGEST_REFERENCE), ("<?xml", "?>", _LONGEST_DOCTYPE)):
        at = text.rfind(mark, max(0, len(text) - longest))
        if at >= 0 and text.find(end, at) < 0:
            cut = min(cut, at)
    at = text.rfind("<!DOCTYPE", max(0, len(text) - _LONGEST_DOCTYPE))
    if at >= 0 and not _DOCTYPE.match(text, at):
        cut = min(cut, at)
    at = text.rfind("<", len(text) - 9)
    cut = min(cut, at) if at >= 0 and text.find(">", at) < 0 else cut
    return cut - 2 if text[cut - 2 : cut] == "]]" else cut - (text[cut - 1 : cut] == "]")


def _clean(text: str) -> bytes:
    if "<?xml" in text:
        text = _DECLARATION.sub(_blank, text)
    if "<!DOCTYPE" in text:
        text = _DOCTYPE.sub(_blank_doctype, text)
    if "&" in text:
        text = _REFERENCE.sub(_character, text)
    data = text.encode("utf-8", "ignore")  # without halves of surrogate pairs
    for one in _NO_CHARACTERS:
        if one in data:
            data = data.replace(one, b"")
    return data.translate(None, _CONTROL_BYTES)  # in a twentieth of the time that a search in the text takes


def _blank(found: "re.Match[str]") -> str:
    """Only its line breaks, so that a message about what follows names the right line."""
    return "\n" * found[0].count("\n")


def _blank_doctype(found: "re.Match[str]") -> str:
    if _DEFINES.search(found["subset"] or ""):
        from defusedxml.common import EntitiesForbidden

        raise EntitiesForbidden("", None, None, None, None, None)
    return _blank(found)


def _character(found: "re.Match[str]") -> str:
    number, name = found[1], found[2]
    if name:
        return chr(name2codepoint[name]) if name in name2codepoint else found[0]
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    return "" if code > 0x10FFFF or _CONTROL.match(chr(code)) else found[0]
