"""What bytes are that are neither UTF-8 nor say what they are: Windows-1252, unless they make no sense as that.

Most news in old encodings is Western, and no statistics tell a few dashes and quotes of Windows-1252 from other things for
certain. So they are asked only where the text would hold what nobody writes: a sign inside a word, a capital behind a small
letter, letters that no Western language has together, or hardly any of ASCII's.
"""

import codecs
import io
import re
from functools import lru_cache
from typing import BinaryIO, cast

WESTERN = "cp1252"
MIXED = "newscli.windows-1252"  # how codecs are told to read as Windows-1252 what is not UTF-8
# Python's names of what is told from each other, and how they are said.
NAMES = {
    "cp1252": "Windows-1252", "mac-roman": "MacRoman", "cp850": "CP850",
    "cp1250": "Windows-1250", "iso8859-2": "ISO-8859-2", "cp852": "CP852", "cp1257": "Windows-1257",
    "cp1251": "Windows-1251", "koi8-r": "KOI8-R", "koi8-u": "KOI8-U", "iso8859-5": "ISO-8859-5", "cp866": "CP866",
    "mac-cyrillic": "MacCyrillic", "cp1253": "Windows-1253", "iso8859-7": "ISO-8859-7", "cp1254": "Windows-1254",
    "iso8859-9": "ISO-8859-9", "cp1255": "Windows-1255", "iso8859-8": "ISO-8859-8", "cp1256": "Windows-1256",
    "iso8859-6": "ISO-8859-6", "cp874": "Windows-874", "cp932": "Shift_JIS", "euc_jis_2004": "EUC-JP", "gb18030": "GB18030",
    "big5hkscs": "Big5", "cp949": "EUC-KR",
}  # fmt: skip
_SURE = 0.1  # chardet's confidence: on Western texts, what it said with less was mostly wrong
_LOOK = 200_000  # bytes
_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"  # in Windows-1252
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = r"[^\W\d_]"
# Looked at behind the character, so that nothing but these is looked at.
_ODD = re.compile(
    r"[^\x00-\x7f](?:"
    rf"(?<={_LETTER}[¢£¤¥¦§¨±³´¶¸¹¿×÷])|(?<={_LETTER}[‚„ƒ†‡ˆ‰‹›˜™¡©ª«¬®¯°²µº»¼½¾])(?={_LETTER})"
    r"|(?<=[a-zß-öø-ÿ][À-ÖØ-ÞŠŒŽŸ])|(?<=[À-ÖØ-öø-ÿŠŒŽšœžŸ]{4})|(?<=[\x80-\x9f]))"
)
# Of Western languages the letters that ASCII doesn't have, some of their neighbours' among them: French, German, Spanish,
# Portuguese, Italian, Swedish and Finnish, Danish and Norwegian, Dutch, Catalan.
_ALPHABETS = tuple(
    map(
        frozenset,
        ("éèêëàâçîïôùûüœæÿñ", "äöüßéàèê", "áéíóúñüç", "áâãàçéêíóôõúü", "àèéìíîòóùú", "åäöéüà", "æøåéôòóäöü", "éëïöüèáóí",
         "áàéèíïóòúüçñ"),
    )
)  # fmt: skip
_ASCII = bytes(range(128))
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))  # of wires, which chardet takes for no text
_SIGNS = frozenset("ªºµƒ")  # letters to Unicode
_FEW = 4  # letters that tell nothing
_MOST = 4  # times as many characters as letters that are not ASCII's


def western(data: bytes) -> str:
    """Bytes as Windows-1252, as browsers read it: the five that it leaves undefined become their C1 control."""
    try:
        return data.decode(WESTERN)
    except UnicodeDecodeError:
        pass
    return "".join(
        piece.decode("latin-1") if len(piece) == 1 and piece[0] in _UNDEFINED else piece.decode(WESTERN)
        for piece in re.split(rb"([\x81\x8d\x8f\x90\x9d])", data)
    )


def _as_western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return western(error.object[error.start : error.end]), error.end


codecs.register_error(MIXED, _as_western)


def is_torn_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 with some bytes in it that are not: fewer than it has characters beyond ASCII."""
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") * 2 < len(text) - len(text.encode("ascii", "ignore"))


def guessed(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8, by Python's name; of UTF-8 with others in it, that of the others."""
    first = _HIGH.search(data)
    start = max(0, first.start() - _LOOK // 2) if first else 0
    return _told(data[start : start + _LOOK])


@lru_cache(maxsize=4)  # a recogniser asks for a head, and the reader again; of a sample, so that no file is held
def _told(sample: bytes) -> str:
    as_western = western(sample)
    if is_torn_utf8(sample):
        return WESTERN
    if _makes_sense(as_western, western(sample.translate(None, _ASCII))):
        return WESTERN
    from chardet import detect  # which takes 80 ms to load

    found = detect(sample.translate(None, _CONTROLS), include_encodings=NAMES, compat_names=False, max_bytes=_LOOK)
    name = found["encoding"]
    if name not in NAMES or found["confidence"] < _SURE or sample.decode(name, "replace") == as_western:
        return WESTERN
    return name


def decoded(data: bytes) -> tuple[str, str]:
    """Bytes that are not UTF-8 as text, and the name of their encoding as it is said."""
    name = guessed(data)
    return western(data) if name == WESTERN else data.decode(name, "replace"), NAMES[name]


def _makes_sense(text: str, strange: str) -> bool:
    """Whether a text that was read as Windows-1252 may be that; `strange` is all in it that is not ASCII."""
    if _ODD.search(text):
        return False
    letters = {letter.lower() for letter in set(strange) if letter.isalpha()} - _SIGNS
    if not letters:
        return True
    count = sum(map(str.isalpha, strange))
    return (count * _MOST <= len(text) or count < _FEW) and any(letters <= alphabet for alphabet in _ALPHABETS)


def is_utf8(head: bytes) -> bool:
    """Whether text that begins so is UTF-8, or says by its mark that it is Unicode; ASCII alone is not enough to tell."""
    if head.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        codecs.utf_8_decode(head, "strict", False)  # the last character may be cut
    except UnicodeDecodeError:
        return False
    return not head.isascii()


class Transcoded(io.RawIOBase):
    """A stream of text in some encoding, as UTF-8; markup with its mark, which is believed before what a document says."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = cast(io.BufferedReader, stream)
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._held = b""
        self._begun = self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # any buffer, says typeshed
        view = memoryview(buffer).cast("B")
        while not self._held and not self._ended:
            data = self._stream.read1(len(view))
            self._ended = not data
            text = self._decoder.decode(data, self._ended)
            if text and not self._begun:
                self._begun = True
                text = "\ufeff" * text.lstrip().startswith("<") + text.removeprefix("\ufeff")
            self._held = text.encode("utf-8", "replace")
        piece, self._held = self._held[: len(view)], self._held[len(view) :]
        view[: len(piece)] = piece
        return len(piece)
