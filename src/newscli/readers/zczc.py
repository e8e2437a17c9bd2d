"""Wires between ZCZC and NNNN, the marks of telegraph days, as Australian and Italian agencies send them.

    ZCZC AAP
    $T                                     a letter is a category; more is the headline of what radio reads
    :Legionella                            key word; in brackets the place
    =Day 2                                 take key
    ^Legionella found in hospital          headline
    *X &T +07000000 @QLD %A #slug ~desk    format, service, subject, region, codes, slug, desk: each on its line
    SYDNEY, Dec 7 AAP - Text
    NNNN

Italian agencies have lines of codes, the headline, the text, and when it was sent behind their initials:

    ZCZC1234/SXA
    XEF12345_SXA_QBXB
    R EST S0A QBXB
    TRAGHETTI DI NUOVO SUL FIORDO

    (ANSA) - BERGEN, 14 GEN - Text (ANSA).
         LND-ACT
    14-GEN-22 12:30 NNNN

A wire of companies' news has labels of two letters instead ("TI#Headline", "PD#06 June 2016 14:00:00", "TX#").
"""

import re
from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "wires between ZCZC and NNNN, as Australian and Italian agencies send them"
ENDINGS = (".tst", ".txt")
GIVES = ("headline", "dateline", "agency")
ORDER = 15
_BEGINS = re.compile(rb"ZCZC(?:\d{2,5}/[A-Z]{2,4})?(?=[ \r\n])", re.I)  # ANSA numbers its wires


def sniff(head: bytes, name: str) -> str | None:
    begun = head[:64].lstrip(b" \r\n")
    if not _BEGINS.match(begun):
        return None
    return "begins with ZCZC, as wires do"


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _zczc

    return _zczc.articles(source)


def example() -> bytes:
    return (
        b"ZCZC AAP\r\n%A\r\n#Ferries_BC1\r\n$Ferries cross the harbour again\r\n:(SYDNEY)\r\n*07000000\r\n@NSW\r\n"
        b"Ferries crossed the harbour again on Friday after a week of fog.\n\n   No ship was late.\n\r\n\r\nAAP RTV\r\nNNNN\r\n"
    )
