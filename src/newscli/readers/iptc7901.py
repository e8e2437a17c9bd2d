"""IPTC 7901, as agencies outside America send their wires: a header line, key words, headline, text, and when it was sent.

    (SOH)eca062 4 i 211 ccccb   dpa 061      service and number, priority, category, words
    Germany-politics/
    (STX)1ST LEAD
    Coalition talks could fail =             the headline ends with "="; a byline may stand there
    text
    (ETX)131137 GMT Nov 13

Copies that have lost their control characters keep the lines.
"""

import re
from collections.abc import Iterator

from newscli.article import Stated
from newscli.readers import Broken, Item, NotNews, Source
from newscli.readers._wire import END_OF_TEXT, START_OF_TEXT, day, decoded, messages, month, paragraphs, visible

SUMMARY = "IPTC 7901, the wire format of agencies outside America"
ENDINGS = (".iptc", ".7901", ".txt")
GIVES = ("date", "time", "headline", "byline", "agency")
ORDER = 15

_HEADER = re.compile(
    rb"[\x7f\x16\x00\s]*\x01?[a-z]{2,4}\d{2,6} \d [a-z]{1,3}\s+\d{1,5}\s+(?:[a-z]{3,6}\s+)?"
    rb"(?P<agency>[a-z]{2,5})(?:-[a-z]{2,4})? \d{1,5}[ \t]*\r?\n"
)
# What the standard asks for, and its control characters: words and what follows them are the agency's own.
_STANDARD = re.compile(
    rb"[\x7f\x16\x00\s]*\x01\s*(?P<agency>[A-Za-z]{1,5})\d{2,6} [1-9] [A-Za-z]{1,3}(?: \d{1,5})?(?: [^\r\n]*)?\r?\n"
    rb"(?=[^\x01\x03]{0,400}\x02)"
)
_SENT = re.compile(r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)(?P<gmt> GMT)? (?P<month>[A-Za-zéûä]{3,4}) (?P<year>\d\d)\s*$")
_BYLINE = re.compile(r"(?:By|Von|Par|Por) (?=[^\W\d_])")
_HOUSE = re.compile(r",\s*[a-z]{2,5}$")  # "Helen Maguire, dpa"
_NOTEBOOK = re.compile(r"#+ *(?:dpa[ -])?(?:notebook|notizblock)\b", re.I)
_SIGNED = re.compile(r"- (?:Reporting|Writing|Editing|Edited|Written)\b", re.I)
_INITIALS = re.compile(r"dpa(?: [a-zäöü0-9/]{2,7}){1,7}")
_SMALL = ("dpa", "sid", "sda")  # as they write themselves
_HEAD_LINES = 12  # in which the "=" behind a headline is looked for


def sniff(head: bytes, name: str) -> str | None:
    return "the header line of IPTC 7901" if _header(head) else None


def _header(data: bytes, at: int = 0) -> re.Match[bytes] | None:
    return _HEADER.match(data, at) or _STANDARD.match(data, at)


def read(source: Source) -> Iterator[Item]:
    data = source.read()
    if _header(data) is None:
        raise NotNews("a wire message without a header line")
    for header, told in messages(data, _header):
        yield Broken("a wire message without a header line") if header is None else _article(header["agency"], told)


def _article(sender: bytes, data: bytes) -> Item:
    """The article of one message, behind its header."""
    from newscli.readers._compose import composed
    from newscli.readers._facts import agency

    text, warnings = decoded(data)
    above, mark, below = text.partition(START_OF_TEXT)
    text, _, sent = (below if mark else above).partition(END_OF_TEXT)
    head, story = _divided(text.split("\n"))
    if not head and mark:  # some have the headline above the mark
        head = _divided(above.split("\n"))[0]
    date, time = _moment(sent or text)
    if not sent:
        story = [line for line in story if not _SENT.fullmatch(visible(line).strip())]
    byline = next((line for line in head if _BYLINE.match(line)), "")
    titles = [line for line in head if line != byline and not line.startswith("/")]
    house = sender.decode("ascii")
    house = house if house in _SMALL else house.upper()
    told, notes, marks = _without_notebook(list(paragraphs(story)))
    return composed(
        told,
        Stated(date=date, time=time, agency=agency(house)),
        headline=titles[-1] if titles else None,
        byline=_HOUSE.sub("", byline),
        furniture=[*titles[:-1], *marks],
        notes=notes,
        warnings=warnings,
    )


def _divided(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines up to the one that ends with "=", and the story behind it; no head where there is no such line."""
    for at, line in enumerate(lines[:_HEAD_LINES]):
        said = visible(line).strip()
        if said.endswith("="):
            head = [*(visible(one).strip() for one in lines[:at]), said.rstrip("= ")]
            return [one for one in head if one], lines[at + 1 :]
    return [], lines


def _without_notebook(told: list[str]) -> tuple[list[str], list[str], list[str]]:
    """(story with its sign-offs, notes, end marks): what dpa tells its customers below a story is none of it."""
    at = next((at for at, one in enumerate(told) if _NOTEBOOK.match(one)), len(told))
    beside = told[at:]
    signed = [one for one in beside if _SIGNED.match(one)]
    marks = [one for one in beside if _INITIALS.fullmatch(one)]
    return [*told[:at], *signed], [one for one in beside if one not in signed and one not in marks], marks


def _moment(text: str) -> tuple[str | None, str | None]:
    """When it was sent: "131137 GMT Nov 13"."""
    last = next((said for line in reversed(text.split("\n")) if (said := visible(line).strip())), "")
    if not (found := _SENT.search(last)) or not (number := month(found["month"])):
        return None, None
    iso = day(int(found["year"]), number, int(found["day"]))
    clock = f"{found['hour']}:{found['minute']}{'+00:00' if found['gmt'] else ''}"
    return iso, clock if iso and found["hour"] < "24" and found["minute"] < "60" else None


def example() -> bytes:
    return (
        b"\x01hta062 4 i 211 ccccb   dpa 061\r\n\r\nNorway-ferries/\r\n\x021ST LEAD\r\n"
        b"Ferries cross the fjord again \r\nBy Mara Lind, dpa =\r\n\r\n"
        b"   Bergen (dpa) - Ferries crossed the fjord again on Friday\r\nafter a week of ice.\r\n\r\n"
        b"   No ship was late.\r\n\r\n\x03141732 GMT Jan 22 \r\n\x7f\x04"
    )
