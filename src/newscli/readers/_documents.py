"""Documents that no element encloses, one after the other in a file: found by the mark that ends each, with plain searches."""

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from newscli.readers import Broken

_CHUNK = 1 << 18
_LONGEST = 1 << 24  # bytes of a document


def documents(
    stream: BinaryIO, split: Callable[[bytes], list[bytes]], begins: "re.Pattern[bytes]", what: str
) -> Iterator[bytes | Broken]:
    """What stands before each mark at which `split` parts bytes; `Broken` for what is too long, or begins and never ends.

    `what` is one of them as a message calls it.
    """
    waiting = b""
    while chunk := stream.read(_CHUNK):
        *whole, waiting = split(waiting + chunk)
        yield from whole
        if len(waiting) > _LONGEST:
            yield Broken(f"{what} longer than any article")
            waiting = b""
    if begins.search(waiting):
        yield Broken("the file ends within this article")
