"""GENIOS and wiso-net: what _genios reads."""

from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "GENIOS and wiso-net: text"
ENDINGS = (".txt",)
GIVES = ("date", "headline", "source", "section", "url", "rights")
ORDER = 40

_SIGNS = (b"GBI-Genios", b"Dauerhafte Adresse des Dokuments")


def sniff(head: bytes, name: str) -> str | None:
    plain = head.replace(b"\0", b"") if b"\0" in head else head
    if plain.lstrip()[:1] in (b"<", b"{", b"[") or not any(sign in plain for sign in _SIGNS):
        return None
    from newscli.readers import _genios

    return _genios.recognised(head)


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _genios

    return _genios.read(source)


def example() -> bytes:
    return """Fähren fahren wieder

Von Mara Lind

Die Fähren fahren seit Freitag wieder.

Kein Schiff war verspätet, sagte der Hafenmeister.

Quelle: Hafenzeitung vom 14.01.2022, Nr. 11, S. 5
Ressort: Lokales
Dokumentnummer: HAZ_20220114_123

Dauerhafte Adresse des Dokuments: https://wiso.example/document/HAZ__123
Alle Rechte vorbehalten: (c) Hafenzeitung

© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH

Züge fahren wieder

Die Züge mit Getreide fahren wieder.

Quelle: Hafenzeitung vom 15.01.2022 S. 1
Ressort: Wirtschaft
Dokumentnummer: HAZ_20220115_124

Dauerhafte Adresse des Dokuments:
https://wiso.example/document/HAZ__124
Alle Rechte vorbehalten: (c) Hafenzeitung

© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH
""".encode()
