"""Retriever's archives of Scandinavian news (Mediearkivet, Atekst): what _retriever reads."""

from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "Retriever: Mediearkivet and Atekst, text"
ENDINGS = (".txt",)
GIVES = ("date", "time", "headline", "captions", "source", "section", "url", "rights")
ORDER = 40

_SIGNS = (b"Publi", b"nt i ", b"Sendt ", b"> ")


def sniff(head: bytes, name: str) -> str | None:
    plain = head.replace(b"\0", b"") if b"\0" in head else head
    if b"<" in plain[:1] or not any(sign in plain for sign in _SIGNS):
        return None
    from newscli.readers import _retriever

    return _retriever.recognised(head)


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _retriever

    return _retriever.read(source)


def example() -> bytes:
    return """Hamnens universitet
Datum 2022-02-01

Nyheter:

> Färjorna går igen, Hamnposten, 2022-01-14 06:30

> Snön stänger vägen, Hamnposten, 2022-01-13


Färjorna går igen
Hamnposten, 2022-01-14 06:30
Publicerat på webb.

Färjorna går igen sedan i fredags, efter en vecka med is.

Inget fartyg var försenat, säger hamnkaptenen.

© Hamnposten<br>Alla artiklar är skyddade enligt upphovsrättslagen.

Se webartikeln på http://ret.example/1
==============================================================================

Snön stänger vägen
Hamnposten, 2022-01-13
Sida 6, Sektion: Kusten
Publicerat i print.

Vägen är stängd till på söndag.
Bildtext: En plog vid hamnen.
© Hamnposten

Läs hela artikeln på http://ret.example/2
""".encode()
