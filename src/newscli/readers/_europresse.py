"""Europresse and Eureka: HTML in which classes say what is a publication, a date line and a title, and little else.

Three layouts have these classes in common: tables of the first years, articles with header and footer, and today's with
more classes. A document number ("news·20220114·HT·1") ends an article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newscli.article import Facts, Stated
from newscli.readers import Item, RawArticle, Source
from newscli.readers._calendar import written
from newscli.readers._compose import composed
from newscli.readers._lines import lines, peek
from newscli.readers._markup import blocks
from newscli.readers._names import byline

_SIGN = re.compile(r"DocPublicationName|[tT]itreArticleVisu|rdp__articletitle|cedrom-sni\.com|europresse\.com|eureka\.cc")
_CLASSES = {
    "docpublicationname": "source", "rdp__docpublicationname": "source", "docheader": "header", "rdp__docheader": "header",
    "titrearticlevisu": "title", "rdp__articletitle": "title", "docauthors": "author", "rdp__subtitle": "kicker",
    "doctext": "text", "dococurrcontainer": "text", "doctitresoussection": "kicker",
}  # fmt: skip
_TAG = re.compile(r"<(?:span|p|div|section)\b[^<>]*\bclass\s*=\s*[\"']([^\"'<>]*)[\"'][^<>]*>", re.I)
# A class stands in the text as "\x02name\x03" from here on: an inline element has no block of its own.
_MARKED = re.compile("\x02([a-z]+)\x03")
_RIGHTS = re.compile(r"(?:©|\(c\)|Copyright)\s?.{0,160}", re.I)
_NUMBER = re.compile(
    r"(?:Numéro de document|Document number|Número de documento|Dokumentnummer|Numero (?:del )?documento)\s?:.*|news·\d+·\S+"
)
_CAPTIONS = re.compile(r"(?:Illustration|Photo|Graphi(?:que|c)|Image)(?:\(s\)|s)?\s?:\s*(.*)", re.I)
_NOTES = re.compile(r"(?:Note|Encadré|Remarque)(?:\(s\)|s)?\s?:\s*(.*)", re.I)
_CHROME = re.compile(
    r"Aussi paru dans.*|Also published in.*|Sauvegarder|Annuler|Ce certificat est émis.*|.{0,20}\d+ mots", re.I
)
_WEEKDAY = re.compile(
    r"(?:,|^)?\s*(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mon|tues|wednes|thurs|fri|satur|sun|montag|dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?:day)?\s*,?\s*$",
    re.I,
)
_ISSUE = re.compile(r",?\s*no\.?\s?[\d ]+.*$")
_UTC = re.compile(r"UTC\s?(?=[+-]\d)")
_SMALL_WORDS = frozenset("et and de du des la le avec à van von".split())
_LONGEST_BYLINE = 90  # characters
_MOST_WORDS = 10


def recognised(head: bytes) -> str | None:
    """Why a file with this beginning is one of these; None if it is not."""
    beginning = peek(head)
    found = _SIGN.search(beginning) if "<" in beginning else None
    return f'"{found[0]}" in its HTML' if found else None


def read(source: Source) -> Iterator[Item]:
    warnings: list[str] = []
    markup = "\n".join(lines(source.stream, source.path, warnings))
    sheet = _Sheet()
    for block in blocks(_TAG.sub(_with_class, markup.replace("\x02", "").replace("\x03", ""))):
        in_header = block.within("header")
        parts = [part.strip() for part in block.text.split("\n")]
        for at, part in enumerate(parts):
            marks, text = _MARKED.findall(part), _MARKED.sub("", part).strip()
            if "source" in marks and (sheet.title or sheet.body or sheet.over):
                yield from _article(sheet, tuple(warnings))
                sheet = _Sheet()
            if marks:
                sheet.begin(marks[-1])
            if text:
                sheet.place(text, in_header, last=not any(parts[at + 1 :]))
    yield from _article(sheet, tuple(warnings))


def _with_class(tag: "re.Match[str]") -> str:
    for name in tag[1].casefold().split():
        if name in _CLASSES:
            return f"<br>{tag[0]}\x02{_CLASSES[name]}\x03"
    return tag[0]


@dataclass(slots=True)
class _Sheet:
    """One article as it is read. `where` is what the next text belongs to."""

    source: str = ""
    header: str = ""
    kickers: list[str] = field(default_factory=list)
    title: str = ""
    author: str = ""
    rights: str = ""
    body: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    where: str = ""
    behind: str = "body"  # where paragraphs go
    over: bool = False

    def begin(self, name: str) -> None:
        # A title has marks of its own inside ("colored text"); nothing but the text goes on behind it.
        self.where = name

    def place(self, text: str, in_header: bool, last: bool) -> None:
        """Give a line to the field that it belongs to; `last` says that its block ends with it."""
        where, self.where = self.where, self.where if self.where == "text" else ""
        if self.over or _CHROME.fullmatch(text):
            return
        if where in ("source", "header", "title", "author"):
            setattr(self, where, f"{getattr(self, where)} {text}".strip())
            if where == "header" and not last and not written(self.header):
                self.where = where  # of two lines, whose second is dated
        elif where == "kicker":
            self.kickers.append(text)
        elif _NUMBER.fullmatch(text):
            self.over = True
        elif _RIGHTS.match(text) and len(text) < 200:
            self.rights = self.rights or text
        elif found := _CAPTIONS.fullmatch(text):
            self._go_on("captions", found[1])
        elif found := _NOTES.fullmatch(text):
            self._go_on("notes", found[1])
        elif self._is_author(text, where, in_header, last):
            self.author = text
        elif (in_header or not self.title) and where != "text":
            self.kickers += [text] if self.source else []
        else:
            getattr(self, self.behind).append(text)

    def _is_author(self, text: str, where: str, in_header: bool, last: bool) -> bool:
        """Whether a line below the title is the byline, which has no class of its own in the older layouts."""
        below = self.title and not self.body and not self.author and where != "text"
        return bool(below) and (last or in_header) and _names(text)

    def _go_on(self, field_name: str, text: str) -> None:
        """What comes from here on belongs to this field."""
        self.behind = field_name
        getattr(self, field_name).extend([text] if text.strip() else [])


def _names(text: str) -> bool:
    """Whether a line can be a byline: short, no sentence, and its words begin with capitals."""
    words = [word for word in re.split(r"[\s,;]+", text) if word and word.casefold() not in _SMALL_WORDS]
    short = len(text) < _LONGEST_BYLINE and len(words) < _MOST_WORDS
    return short and text[-1] not in ".!?:" and all(word[0].isupper() for word in words)


def _article(sheet: _Sheet, warnings: tuple[str, ...]) -> Iterator[RawArticle]:
    if not sheet.source and not sheet.title:
        return
    header = _UTC.sub("", sheet.header)
    when = written(header)
    above = header[: when.start] if when else ""
    if " • " in above or above.endswith("• "):  # behind the paper's name, which stands by itself above
        above = above.partition("• ")[2]
    section = _ISSUE.sub("", _WEEKDAY.sub("", above)).strip(" ,•")
    yield composed(
        sheet.body,
        Stated(
            when.date if when else None,
            when.time if when else None,
            rights=sheet.rights or None,
            facts=Facts(source=_ISSUE.sub("", sheet.source).strip(" ,") or None, section=section or None),
        ),
        headline=sheet.title,
        byline=byline(sheet.author),
        captions=sheet.captions,
        summary=[one for one in sheet.kickers if not one.isupper()],
        notes=[*filter(str.isupper, sheet.kickers), *sheet.notes],  # "TRANSPORTS" tells nothing of the story
        warnings=warnings,
    )
