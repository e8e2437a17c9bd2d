"""Parsing takes time in proportion to a text's length, whatever the text is made of."""

import time

import pytest

from newscli.parse import parse

SHORT, TIMES = 60_000, 8
# Linear work takes 8 times as long on a text 8 times as long, quadratic work 64 times.
MOST = 32
PIECES = [
    "(", ")", "()", "[TEXT] ", '"', "- ", "— ", "/", "A/", "OSLO, ", "ABC ", "by ", "By ", "and ", "Mara Lind, ",
    "Mara Lind and ", "in Oslo, ", "(Reporting by ", "Editing by A B; ", "OSLO (Reuters) - ", "Jan 11 ", "($1 = ",
    " read more", " via REUTERS", "(AP Photo/", "To contact the reporter on this story: ", "a@b.example ", "a\n\n", "-- a\n",
    " a\n", "A B is a reporter ", "A reported from B, and ", ". For x click ", "_", "1", "\n", "北",
]  # fmt: skip


def seconds(text: str) -> float:
    """Of the processor, so that other work on the machine counts less."""
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        parse(text)
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(("above", "below"), [("", ""), ("OSLO (Reuters) - Ships sailed.\n\n", "\n\nEditing by Mara Lind")])
def test_time_grows_no_faster_than_the_text(piece: str, above: str, below: str) -> None:
    short, long = (above + piece * (size // len(piece)) + below for size in (SHORT, SHORT * TIMES))
    assert seconds(long) < MOST * seconds(short) + 0.02
