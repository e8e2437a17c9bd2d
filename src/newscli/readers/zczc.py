"""Wires between ZCZC and NNNN, the marks of telegraph days, as the Australian agency sends them.

    ZCZC AAP
    $T                                     a letter is a category; more is the headline of what radio reads
    :Legionella                            key word; in brackets the place
    =Day 2                                 take key
    ^Legionella found in hospital          headline
    *X &T +07000000 @QLD %A #slug ~desk    format, service, subject, region, codes, slug, desk: each on its line
    SYDNEY, Dec 7 AAP - Text
    NNNN

A wire of companies' news has labels of two letters instead ("TI#Headline", "PD#06 June 2016 14:00:00", "TX#").
"""

from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "wires between ZCZC and NNNN, as the Australian agency sends them"
ENDINGS = (".tst", ".txt")
GIVES = ("headline", "dateline", "agency")
ORDER = 15


def sniff(head: bytes, name: str) -> str | None:
    begun = head[:64].lstrip(b" \r\n")
    if begun[:4].upper() != b"ZCZC" or begun[4:5] not in (b" ", b"\r", b"\n"):
        return None
    return "begins with ZCZC, as wires do"


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _zczc

    yield _zczc.article(source)


def example() -> bytes:
    return (
        b"ZCZC AAP\r\n%A\r\n#Ferries_BC1\r\n$Ferries cross the harbour again\r\n:(SYDNEY)\r\n*07000000\r\n@NSW\r\n"
        b"Ferries crossed the harbour again on Friday after a week of fog.\n\n   No ship was late.\n\r\n\r\nAAP RTV\r\nNNNN\r\n"
    )
