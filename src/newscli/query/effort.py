"""How much work it is to make a pattern ready, told from its text: `regex` writes out what is repeated a given number of times.

a{100000}                  little: one character's repeats are a number
((a{1000}){1000}){1000}    10⁹ items, at about 1 kB and 2 µs each: more than a machine has
"""

import re
from collections.abc import Sequence

from newscli.errors import QueryError

MOST = 100_000  # characters of patterns, with what they repeat written out: some seconds, some 200 MB

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]|(?P<open>\()|(?P<close>\))|\{(?P<least>\d+)[,}\d]*|.", re.S)


def check(patterns: Sequence[str]) -> None:
    """QueryError for patterns that would take too long to be made ready."""
    if sum(map(_written_out, patterns)) > MOST:
        many = f"{len(patterns):,} patterns are" if len(patterns) > 1 else "the pattern is"
        raise QueryError(
            f"{many} too large: with what is repeated written out, more than {MOST:,} characters;"
            " plain strings (-F) may be as many and as long as you like"
        )


def _written_out(pattern: str) -> int:
    """The characters of a pattern, those in a group as often as it must be repeated; one character's repeats cost nothing."""
    sizes, group = [0], 0
    for token in _TOKEN.finditer(pattern):
        if token["least"]:
            sizes[-1] += group * max(0, int(token["least"][:9]) - 1)
        group = 0
        sizes[-1] += len(token[0])
        if token["open"]:
            sizes.append(0)
        elif token["close"] and len(sizes) > 1:
            group = sizes.pop()
            sizes[-1] += group
    return sum(sizes)
