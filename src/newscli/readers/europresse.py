"""Europresse and Eureka: what _europresse reads."""

from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "Europresse and Eureka: HTML"
ENDINGS = (".html", ".htm")
GIVES = ("date", "headline", "byline", "captions", "source", "section", "rights")
ORDER = 46

_SIGNS = (
    b"DocPublicationName", b"itreArticleVisu", b"rdp__articletitle", b"cedrom-sni.com", b"europresse.com", b"eureka.cc",
)  # fmt: skip


def sniff(head: bytes, name: str) -> str | None:
    if not _may_be(head.replace(b"\0", b"") if b"\0" in head else head):
        return None
    from newscli.readers import _europresse

    return _europresse.recognised(head)


def _may_be(head: bytes) -> bool:
    """A quick look, which lets hardly anything else pass: nine files in ten are of another kind."""
    return b"<" in head and any(sign in head for sign in _SIGNS)


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _europresse

    return _europresse.read(source)


def example() -> bytes:
    return """<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head><body>
<article><header><div><span class="DocPublicationName">Le Courrier du Port   </span></div>
<div><span class="DocHeader">Région, vendredi 14 janvier 2022, p. 4</span></div>
<div><p>TRANSPORTS</p></div>
<div class="titreArticle"><p class="titreArticleVisu">Les bacs repartent</p></div><div>Mara Lind</div></header>
<section><div class="DocText"><div class="docOcurrContainer"><p>Les <mark>bacs</mark> sont repartis vendredi.</p>
<p>Aucun navire n'est perdu.</p></div></div></section>
<aside><div><p><b>Illustration(s) : </b></p><div><p>Un pilote monte à bord.</p></div></div><div><b>Note(s) : </b></div></aside>
<footer><small>© 2022 Le Port. Tous droits réservés.</small><p>Numéro de document : news·20220114·CP·1</p>
<div id="divPubliC">Ce certificat est émis à <b>Une université</b>.</div></footer></article></body></html>
""".encode()
