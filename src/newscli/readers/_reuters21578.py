"""Reuters-21578 read article by article, with plain searches: see reuters21578."""

import re
from collections.abc import Iterator

from newscli.article import Facts, Stated
from newscli.readers import Broken, Item, Source
from newscli.readers._compose import composed
from newscli.readers._documents import documents

_END = b"</REUTERS>"
_BEGIN = re.compile(rb"<REUTERS\b[^>]*>")
_SUBJECT = re.compile(r"<D>(.*?)</D>", re.S)
_DATE = re.compile(r"\s*(\d{1,2})-([A-Z]{3})-(\d{4})(?:\s+(\d\d):(\d\d):\d\d)?")
_MONTHS = {name: number for number, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}
_CONTROL = re.compile(r"&#(?:[0-9]|[12]\d|3[01]|127);")
# As somebody's editor left it.
_LINE_END = re.compile(r"\^M(?=\n|$)")
_CONTROL_BYTES = bytes(byte for byte in (*range(32), 127) if byte not in b"\t\n")
_CHARACTER = re.compile(r"&#(\d{2,5});")
_PARAGRAPH = re.compile(r"\n(?= {4})|\n\s*\n")
# "SALVADOR, Feb 26 - ", "New York, March 2O -", "April 7 -": no row of a table ("MAR8  --     --").
_DATELINE = re.compile(
    r"(?P<dateline>(?:[A-Za-z][^\d\n\"]{1,60}?[, ] ?)?(?i:[jfmasondn][a-z]{2,8})\.?(?: [\dlO]{1,3}(?:-\d\d?)?)?(?:, Reuter)?)"
    r"\s*,?\s*-(?![-\s]*-)"
)
_LAST_LINE = re.compile(r"\n *((?:Reuters?|REUTERS?|reuters?|More|MORE|more)\.{0,3})\s*$")
_PLACEHOLDER = "Blah blah blah."  # what the corpus has instead of a text where there was only a headline
_TITLE_MARKS = " *\n"  # "******" before a headline: news that interrupts


def read(source: Source) -> Iterator[Item]:
    for piece in documents(source.stream, lambda data: data.split(_END), _BEGIN, "an article"):
        yield piece if isinstance(piece, Broken) else _item(piece)


def _item(piece: bytes) -> Item:
    begin = _BEGIN.search(piece)
    if not begin:
        return Broken("an end tag without its article")
    return _article(piece[begin.end() :].translate(None, _CONTROL_BYTES).decode("latin-1"))


def _article(markup: str) -> Item:
    head, _, rest = markup.partition("<TEXT")
    text = rest.partition(">")[2]
    date, time = _moment(_inside(head, "DATE"))
    stated = Stated(
        date=date,
        time=time,
        agency="Reuters",
        facts=Facts(source="Reuters", subjects=tuple(dict.fromkeys(map(_plain, _SUBJECT.findall(head))))),
    )
    title, byline = _inside(text, "TITLE"), _inside(text, "AUTHOR")
    lead = _inside(text, "DATELINE")
    if "<BODY>" in text:
        body = _inside(text, "BODY")
    else:
        body = text.partition("</TITLE>")[2] if title else text
        body = body.replace("</TEXT>", "").replace(_PLACEHOLDER, "")
    story, end_mark = _ended(_plain(lead + body))
    paragraphs = [piece for piece in _PARAGRAPH.split(story) if piece and not piece.isspace()]
    return composed(
        paragraphs,
        stated,
        headline=_plain(title).strip(_TITLE_MARKS),
        byline=_plain(byline),
        dateline=_dateline(paragraphs) if lead else None,
        furniture=end_mark,
    )


def _inside(markup: str, tag: str) -> str:
    """What stands in the first element of this name."""
    start = markup.find(f"<{tag}>")
    end = markup.find(f"</{tag}>", start)
    return markup[start + len(tag) + 2 : end] if 0 <= start < end else ""


def _ended(text: str) -> tuple[str, tuple[str, ...]]:
    """A story, and the end mark that stood below it."""
    text = text.rstrip().lstrip(_TITLE_MARKS)
    last = _LAST_LINE.search(text, max(0, len(text) - 20))
    return (text[: last.start()], (last[1],)) if last else (text, ())


def _dateline(paragraphs: list[str]) -> str | None:
    """What the first paragraph, which is squeezed there, begins with; None for what is none: a row of a table."""
    found = _DATELINE.match(paragraphs[0].lstrip()) if paragraphs else None
    if not found:
        return None
    dateline = " ".join(found["dateline"].split())
    paragraphs[0] = dateline + paragraphs[0].lstrip()[found.end("dateline") :]
    return dateline


def _plain(markup: str) -> str:
    """Text without references; control characters are left out."""
    if "^M" in markup:
        markup = _LINE_END.sub("", markup)
    if "&" in markup:
        if "&#" in markup:
            markup = _CHARACTER.sub(lambda found: chr(int(found[1])), _CONTROL.sub("", markup))
        markup = markup.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return markup


def _moment(text: str) -> tuple[str | None, str | None]:
    """ "26-FEB-1987 15:01:01.79", with whatever stands behind it."""
    found = _DATE.match(text)
    month = _MONTHS.get(found[2]) if found else None
    if not found or not month or not 1 <= int(found[1]) <= 31:
        return None, None
    clock = f"{found[4]}:{found[5]}" if found[4] and int(found[4]) < 24 and int(found[5]) < 60 else None
    return f"{found[3]}-{month:02}-{int(found[1]):02}", clock
