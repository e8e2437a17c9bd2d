"""Collections of <DOC> elements read document by document, with plain searches: see trec."""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from newscli.article import Stated
from newscli.readers import Broken, Item, Source
from newscli.readers._calendar import written
from newscli.readers._compose import composed
from newscli.readers._declared import decoded
from newscli.readers._documents import documents
from newscli.readers._facts import agency, facts
from newscli.readers._moments import moment
from newscli.readers._names import byline
from newscli.readers._tags import attributes

_END = re.compile(rb"</DOC>", re.I)
_BEGIN = re.compile(rb"<DOC(?:\s[^<>]{0,500})?>", re.I)
_ID = re.compile(r"\bid\s*=\s*[\"']?([\w.-]+)", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--[^<>]*-->")
_PARAGRAPH = re.compile(r"(?i:</?P>|<BR\s*/?>)|\n[^\S\n]*\n|\n(?=(?:\t| {2,})\s*\S)")
_SIGN = re.compile(r"&(?:[A-Z]{2}|[a-z]{1,3}sol|blank|hyph);")  # of typesetters, for nothing that can be seen
_NUMBERED = re.compile(r"(?P<house>[A-Z]{2,4})(?:_[A-Z]{3}_)?(?P<day>(?:19|20)\d{6}|[789]\d{5})")
_FILED = re.compile(r"(?P<m>\d\d)-(?P<d>\d\d)-(?P<y>\d\d) (?P<H>\d\d)(?P<M>\d\d)")  # "AP-NR-01-04-89 2334EST"
_SHORT = re.compile(r"(?P<y>\d\d)(?P<m>\d\d)(?P<d>\d\d)")
_AMERICAN = re.compile(r"(?P<m>\d\d)/(?P<d>\d\d)/(?P<y>\d\d)")
_AGENCIES = {"AFP": "AFP", "AP": "AP", "APW": "AP", "XIN": "Xinhua", "XIE": "Xinhua", "CNA": "CNA"}
_HEADLINES, _BYLINES = ("HEADLINE", "HEAD", "HL", "TITLE", "TI"), ("BYLINE", "AUTHOR", "AU")
_TEXTS = ("LEADPARA", "LP", "TEXT", "TX")
_DATES = ("DATE_TIME", "DATETIME", "DATE", "DATE1", "PUBDATE", "DD", "FILEID")
_ISSUE = re.compile(r"^FT +\d{1,2} [A-Z]{3} \d\d / ")  # the Financial Times, above each headline
_TYPESET = re.compile(r"^&UR; ?(By [^&<>\n]{3,80})", re.M)  # AQUAINT's AP, outside of all elements
_BY = re.compile(r"by\s", re.I)


def read(source: Source) -> Iterator[Item]:
    for piece in documents(source.stream, _END.split, _BEGIN, "a document"):
        yield piece if isinstance(piece, Broken) else _item(piece)


def _item(piece: bytes) -> Item:
    begin = _BEGIN.search(piece)
    if not begin:
        return Broken("an end tag without its document")
    data = piece[begin.end() :]
    markup, warnings = decoded(data)
    own = _ID.search(begin[0].decode("ascii", "replace"))
    number = own[1] if own else _plain(next(_all(markup, ("DOCNO", "DOCID")), ""))
    said = attributes(begin[0].decode("utf-8", "replace"))
    texts = [*_all(markup, _TEXTS)] or [markup] * ("title" in said)
    story = [paragraph for text in texts for paragraph in _paragraphs(text)]
    headline = _plain(next(_all(markup, _HEADLINES), "").replace("\n@", "\n"))  # the Wall Street Journal's line ends
    headline = _ISSUE.sub("", headline) or said.get("title", "")
    if not story and not headline:
        return Broken(f"{number or 'a document'}: no text and no headline")
    return composed(
        story,
        _stated(markup, number, said),
        headline=headline,
        byline=byline(_byline(markup)),
        dateline=_plain(next(_all(markup, ("DATELINE",)), "")),
        captions=[caption for text in _all(markup, ("GRAPHIC", "CAPTION")) for caption in _paragraphs(text)],
        warnings=warnings,
    )


def _stated(markup: str, number: str, said: Mapping[str, str]) -> Stated:
    """`said` is what the attributes of the document say."""
    found = _NUMBERED.match(number)
    house = found["house"] if found else ""
    date, time = next((day for text in _all(markup, _DATES) if (day := _moment(_plain(text)))[0]), (None, None))
    if date is None and "date" in said:
        date, time = moment(said["date"])
    if date is None and found:
        date = _moment(found["day"])[0]
    source = _plain(next(_all(markup, ("SO", "PUB", "SOURCE")), ""))
    return Stated(
        date,
        time,
        _AGENCIES.get(house) or agency(source),
        facts=facts(url=said.get("url"), source=source, section=_plain(next(_all(markup, ("SECTION", "SECT")), ""))),
    )


def _all(markup: str, names: tuple[str, ...]) -> Iterator[str]:
    """What stands in the elements of these names: of the first name first."""
    for name in names:
        begin, end = (re.compile(form, re.I) for form in (rf"<{name}(?:\s[^<>]{{0,500}})?>", f"</{name}>"))
        at = 0
        while (begun := begin.search(markup, at)) and (ended := end.search(markup, begun.end())):
            yield markup[begun.end() : ended.start()]
            at = ended.end()


def _byline(markup: str) -> str:
    """Who wrote it: a second line is his title, unless it says By."""
    first, *others = [said for text in _all(markup, _BYLINES) if (said := _plain(text))] or [""]
    if not first and (typeset := _TYPESET.search(markup)):
        return typeset[1].strip()
    return "; ".join((first, *(other for other in others if _BY.match(other))))


def _paragraphs(markup: str) -> list[str]:
    return [said for piece in _PARAGRAPH.split(markup) if (said := _plain(piece))]


def _plain(markup: str) -> str:
    """Text in one line, without tags and references."""
    if "<" in markup:
        markup = _TAG.sub(" ", markup)
    if "&" in markup:
        markup = unescape(_SIGN.sub(" ", markup))
    return " ".join(markup.split())


def _moment(text: str) -> tuple[str | None, str | None]:
    """A date in one of the forms that these collections have, and its time where there is one."""
    if found := _FILED.search(text):
        return _day(found), f"{found['H']}:{found['M']}" if found["H"] < "24" and found["M"] < "60" else None
    if found := _SHORT.fullmatch(text) or _AMERICAN.fullmatch(text):
        return _day(found), None
    day = moment(text)
    if day[0] is None and (somewhere := written(text)):
        return somewhere.date, somewhere.time
    return day


def _day(found: "re.Match[str]") -> str | None:
    century = "20" if found["y"] < "50" else "19"
    return moment(f"{century}{found['y']}-{found['m']}-{found['d']}")[0]
