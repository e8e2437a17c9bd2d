"""Parsing takes time in proportion to a text's length, whatever the text is made of."""

import time

import pytest

from newscli.parse import parse

SHORT, TIMES = 15_000, 8
# Linear work takes 8 times as long on a text 8 times as long, quadratic work 64 times.
MOST = 32
PIECES = [
    "(", ")", "()", "[TEXT] ", '"', "- ", "— ", "/", "A/", "OSLO, ", "ABC ", "by ", "By ", "and ", "Mara Lind, ",
    "Mara Lind and ", "in Oslo, ", "(Reporting by ", "Editing by A B; ", "OSLO (Reuters) - ", "Jan 11 ", "($1 = ",
    " read more", " via REUTERS", "(AP Photo/", "To contact the reporter on this story: ", "a@b.example ", "a\n\n", "-- a\n",
    " a\n", "A B is a reporter ", "A reported from B, and ", ". For x click ", "_", "1", "\n", "北",
    # Whatever a text may be made of: capitals, digits, quotes, dashes, white space.
    "A", "AB ", "1,", "12 ", "''", "“", "’", "--", "_ ", "/ / ", "\t", "\r\n", " ", "\u00a0", "[", "[[", "©", "by by by ",
    "BY ", "and and ", "; ", ": ", "| ", "· ", ". ", "...", "?", "=", "@", "#", "* ",
    # And the beginnings of each form.
    "OSLO - OSLO ", "OSLO, 8 MAR 90 (A", "OSLO, Jan 11 Kyodo ", "A. Oslo – ", "(Adds a) ", "((", "))", "By A B Oslo, Jan 11 (",
    "OSLO--(BUSINESS WIRE", "OSLO / ACCESSWIRE / ", "Jan. ", "11. Januar ", "11. ", "1/1/", "2022-01-", "Updated 2022 ",
    "5 p.m. ",
    "1407 GMT (", "Von A B und ", "By A B, C D | ", "and A B\n", "Reproting by A B; ", "Reporting: A B; ",
    "[Reporting by A B] ",
    "A B contributed to this report. ", "A B reported from C, D E from F, ", "With reporting from A B ", "-- A B\n",
    "(By A B) ",
    "(A B, 1.1.2022) ", "REUTERS/A ", "© REUTERS/A ", "(A B/C D) ", "[A B/C D] ", "CREDIT: A B\n\n", "Image caption A ",
    "A at B on April 28.\n\n", "UPDATE 1-", "Q+A: ", "A B C\n\n", "(C) A", "For more see [A] ", "(For a see ", "Keywords: ",
    "1 euro = ", "Corrects story ", "Related: A\n\n",
    # Pages: headings of lists, pitches, highlights, bylines with a day, places and names alone, what ends no sentence.
    "More on this story\n\n", "Trending\n\n", "Story highlights a\n\n", "FULL TEXT\n\n", "By A B | Jan 11, ", "By A B Jan 1 ",
    "toggle caption A B ", "toggle caption A A/B ", "OSLO\n\n", "4 Min Read\n\n", "A B\n\nUSA TODAY\n\n",
    "A lot of words here\n\n", "Source text: ", "Source text for A: ", "Contributing: A B, ", "CNN's A B and ", "A's B C, ",
    "Editor: A B\n", "Reporter: ", "(ANI) ", "[Read a", "[India], ", "A, B – Jan 1, 2019 – ", "1st Jan ", "07/11/18 ",
    "Oslo: A ", "A/Main/", "you may earn a commission ", "A? Vote Here ", "* a\n", "© A / B ", "Images: A ",
    "A B, a c, is a ", "(OPTIONAL ", "Update: story ", "Urgent Poll: ",
    "OSLO | AFP | ", "(OSLO) - ", "OSLO Mara Lind said a. ", "-- By A -- http://a ", "(Reporting by a b; Editing by c) ",
    "a1., A ",
    "For more click ", "(For a click here ", "Source: A ", "Figure 1 A\n\n", "[ID:n1]",
    "Key Points\n", "About A\n\n", "BC-A-B\n\n", "A deck here\n\nBy A B\n\n", "11 January 2022 | ",
    "/a/b", "Forward-Looking ", "A B: 1-1 ",
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


@pytest.mark.parametrize("begins", ["A", "Oslo, ", "OSLO, Jan 1", "(AP)", "(AP) Oslo, Jan 1", "AP - "])
def test_white_space_is_not_divided_in_all_the_ways_there_are(begins: str) -> None:
    short, long = (f"{begins}{' ' * many}sailed." for many in (140, 280))  # a dateline's reach
    assert seconds(long) < MOST * seconds(short) / 2 + 0.02


def test_a_megabyte_of_everything_takes_time_in_proportion_too() -> None:
    mixed = "".join(PIECES)
    short, long = (mixed * (size // len(mixed)) for size in (1_000_000 // TIMES, 1_000_000))
    assert seconds(long) < MOST * seconds(short)
