"""Plain text: one article a file."""

from collections.abc import Iterator

from newscli.readers import RawArticle
from newscli.text import decode
from newscli.text import sniff as sniff_text

SUMMARY = "plain text, one article a file"
# Many collections give their files no ending at all (an agency's story number, a news group's message number).
ENDINGS = (".txt", ".text", "")


def sniff(head: bytes) -> bool:
    return sniff_text(head)


def read(data: bytes, path: str) -> Iterator[RawArticle]:
    decoded = decode(data, path)
    yield RawArticle(decoded.text, warnings=decoded.warnings)
