"""Plain text: one article a file."""

from collections.abc import Iterator

from newscli.readers import Item, RawArticle, Source
from newscli.text import decode
from newscli.text import sniff as sniff_text

SUMMARY = "plain text, one article a file"
# Many collections give their files no ending at all (an agency's story number, a news group's message number).
ENDINGS = (".txt", ".text", "")
GIVES = ()
ORDER = 100


def sniff(head: bytes, name: str) -> str | None:
    return "text" if sniff_text(head) else None


def read(source: Source) -> Iterator[Item]:
    decoded = decode(source.read(), source.path)
    yield RawArticle(decoded.text, warnings=decoded.warnings)


def example() -> bytes:
    return (
        b"Ferries cross the fjord again\n\nBy Mara Lind\n\n"
        b"BERGEN, Norway, Jan 14 (Reuters) - Ferries crossed the fjord again on Friday.\n"
    )
