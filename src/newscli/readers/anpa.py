r"""ANPA 1312, as American agencies send their wires, and agencies that took it over.

(SYN)(SYN)(SOH)W2870(US)asian            service and number, selector
f l(DC1) BC-LT--Argentina-Beauty  11-13 1049      priority, category, key word, month and day, words
(STX)^BC-LT--Argentina-Beauty,466<       "^" begins a line that stands alone, "<" and "=" end one
^Mirrors can hurt<
^By PAUL BYRNE=
(TAB)   BUENOS AIRES (AP) _ Text
(ETX)AP-WF-11-13-13 0745GMT<
"""

import re
from collections.abc import Iterator

from newscli.article import Stated
from newscli.readers import Broken, Item, NotNews, Source
from newscli.readers._wire import END_OF_TEXT, START_OF_TEXT, day, decoded, messages, paragraphs, visible

SUMMARY = "ANPA 1312, the wire format of American agencies"
ENDINGS = (".anpa", ".tst", ".txt")
GIVES = ("date", "time", "headline", "byline", "agency")
ORDER = 15

_HEADER = re.compile(
    rb"\s*\x16*\x01(?P<service>[A-Za-z]\d{3,5}|[a-z]\d{4}(?P<sender>[A-Z]{2,12}))\x1f[^\r\n]*\r?\n"
    rb"[a-z] [a-z][\x11\x12\x13\x14]+[^\r\n]*\d\d-\d\d[^\r\n]*\r?\n"
)
# A copy that has lost its control characters: the line below begins with "^", as in hardly any other text.
_STRIPPED = re.compile(
    rb"\s*(?P<service>[A-Za-z]\d{3,5})(?P<sender>(?!))?[^\w\r\n][^\r\n]{0,40}\r?\n"
    rb"[a-z] [a-z] +[^\r\n]*\d\d-\d\d[^\r\n]*\r?\n(?=\^)"
)
_SENT = re.compile(
    r"(?P<sender>[A-Z]{2,4})-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) (?P<hour>\d\d)(?P<minute>\d\d)GMT"
)
_SENT_DAY_FIRST = re.compile(r"(?P<hour>\d\d):(?P<minute>\d\d)-(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>\d\d)")
_NOTE = re.compile(r"Eds:|AP (?:Photo|Graphic|Video)|EDITOR'S NOTE|HFR ")
_HOUSE = re.compile(r"(?:The )?Associated Press(?: Writers?)?|AP [A-Z][A-Za-z ]{2,30}(?:Writer|Editor|Correspondent)s?")
_LAST = ("^END", "==")


def sniff(head: bytes, name: str) -> str | None:
    return "the header lines of ANPA 1312" if _header(head) else None


def _header(data: bytes, at: int = 0) -> re.Match[bytes] | None:
    return _HEADER.match(data, at) or _STRIPPED.match(data, at)


def read(source: Source) -> Iterator[Item]:
    data = source.read()
    if _header(data) is None:
        raise NotNews("a wire message without its header lines")
    for header, told in messages(data, _header):
        yield Broken("a wire message without its header lines") if header is None else _article(header["sender"], told)


def _article(sent_by: bytes | None, data: bytes) -> Item:
    """The article of one message, behind its header."""
    from newscli.readers._compose import composed
    from newscli.readers._facts import agency

    whole, warnings = decoded(data)
    text, _, sent = _with_end(whole).partition(END_OF_TEXT)
    told = _Told()
    for at, line in enumerate(text.partition(START_OF_TEXT)[2].rstrip().split("\n")):
        told.take(at, line)
    sender = (sent_by or b"").decode("ascii").capitalize()
    found = _SENT.search(sent) or _SENT_DAY_FIRST.search(sent)
    date, time = _moment(found) if found else (None, None)
    if found and "sender" in found.groupdict():
        sender = found["sender"]
    return composed(
        list(paragraphs(told.story)),
        Stated(date=date, time=time, agency=agency(sender)),
        headline=told.headline,
        byline=told.byline,
        notes=told.notes,
        warnings=warnings,
    )


def _with_end(message: str) -> str:
    """A message with the marks of its text's beginning and end, which copies without control characters have lost."""
    if START_OF_TEXT in message:
        return message
    sent = list(_SENT.finditer(message))
    end = sent[-1].start() if sent else len(message)
    return f"{START_OF_TEXT}{message[:end]}{END_OF_TEXT}{message[end:]}"


class _Told:
    """The lines of a message, as what they are."""

    def __init__(self) -> None:
        self.headline = self.byline = ""
        self.notes: list[str] = []
        self.story: list[str] = []

    def take(self, at: int, line: str) -> None:
        """One line; the first repeats the key word."""
        said = " ".join(visible(line.removeprefix("^")).rstrip("<={+ ").split())
        alone = line.startswith("^") or line.rstrip().endswith("+")
        if at == 0 or line.startswith(_LAST) or (not said and not self.story):
            return
        if self.story or not alone:
            self.story += ["", said, ""] if alone else [line]
        elif said.startswith("By "):
            self.byline = said
        elif _NOTE.match(said):
            self.notes.append(said)
        elif not self.headline:
            self.headline = said
        elif not _HOUSE.fullmatch(said):
            self.story += ["", said, ""]


def _moment(found: "re.Match[str]") -> tuple[str | None, str | None]:
    iso = day(int(found["year"]), int(found["month"]), int(found["day"]))
    if iso is None or found["hour"] > "23" or found["minute"] > "59":
        return iso, None
    return iso, f"{found['hour']}:{found['minute']}{'+00:00' if found[0].endswith('GMT') else ''}"


def example() -> bytes:
    return (
        b"\x16\x16\x01W2870\x1fnordic\r\nr i\x13\x11 BC-EU--Norway-Ferries     01-14 0121\r\n"
        b"\x02^BC-EU--Norway-Ferries,121<\r\n^Ferries cross the fjord again<\r\n^Eds: With AP Photos.<\r\n"
        b"^By MARA LIND=\r\n^Associated Press=\r\n"
        b"\t   BERGEN, Norway (AP) _ Ferries crossed the fjord again on Friday after a week of ice.\r\n"
        b"\t   No ship was late.\r\n\r\n\t   \x03AP-WF-01-14-22 1732GMT<\r\n\r\n\x0c\r\n\x04"
    )
