"""What stands between ZCZC and NNNN: coded lines, or labels, and the text below them (zczc)."""

import itertools
import re
from collections.abc import Iterable, Iterator

from newscli.article import Stated
from newscli.readers import Broken, Item, NotNews, RawArticle, Source
from newscli.readers._compose import composed, warned
from newscli.readers._facts import agency, facts
from newscli.readers._lines import paragraphs
from newscli.readers._moments import moment
from newscli.readers._wire import day, decoded, month, visible

_END = "NNNN"
_BETWEEN = re.compile(r"\n(?=[^\S\n]*ZCZC(?:\d{2,5}/[A-Z]{2,4})?[ \n])", re.I)
_CODES = frozenset("%#$:=^*&+@~")
_ROUTED = re.compile(r"ZCZC [A-Z]{2,4}\d+")  # then a line says where it goes: "YY RFG TDR"
_PLACE = re.compile(r"\((?P<place>[A-Z][A-Z .'-]+)\)")
_LABEL = re.compile(r"(?P<label>[A-Z]{2})#(?P<said>.*)")
_HOUSE = re.compile(r"(?:[A-Z]{2,4}/)?[A-Z]{3,4}(?: [A-Z]{3,10})?")  # "AAP RTV": the desk that sent it
# Of Italian agencies: where a message goes, what stands below it.
_ROUTING = re.compile(r"(?=[^a-z]*\d)[A-Z0-9][A-Z0-9_/ .-]{3,60}|[RUBF](?: [A-Z0-9]{3,4}){2,5}")
_SENT = re.compile(
    r"(?:(?:[A-Z]{2,4}(?:[-/][A-Z]{2,4})+|\([\w-]{2,12}/[\w ]{2,20}\)|ISSN [\d -]+|\.)\s*)*"
    r"(?:(?P<day>\d\d)-(?P<month>[A-Z]{3})-(?P<year>\d\d) (?P<clock>[0-2]\d:[0-5]\d))?"
)
_AGENCY = re.compile(r"\((?:[\w-]{2,12}/)?([A-Z][A-Za-z]{2,12})\)")
_LONGEST_TITLE = 200  # characters
_NOTHING = frozenset(("", "*"))


def articles(source: Source) -> Iterator[Item]:
    """The article of each message; NotNews where nothing stands in the only one."""
    text, warnings = decoded(source.read())
    messages = [one for one in _BETWEEN.split(text) if "\n" in one.strip()] or [text]  # some begin twice
    for message in messages:
        try:
            yield warned(_article(message), warnings)
        except NotNews as reason:
            if len(messages) == 1:
                raise
            yield Broken(str(reason))


def _article(text: str) -> RawArticle:
    first, *lines = [visible(line) for line in text.lstrip(" \n").split("\n")] or [""]
    until = next((at for at, line in enumerate(lines) if line.split()[-1:] == [_END]), len(lines))
    lines = [*lines[:until], *(line.rstrip().removesuffix(_END) for line in lines[until : until + 1])]
    if any(map(_LABEL.fullmatch, lines[:2])):
        return _labelled(lines)
    head, below = _divided(lines[1:] if _ROUTED.match(first) else lines)
    story, end = _ended(paragraphs(_indented(below)))
    if not story:
        raise NotNews("a wire message without a text")
    if not head and _ROUTING.fullmatch(story[0].split("\n")[0]):
        return _italian(story)
    place = next((found["place"] for line in head if line[0] == ":" and (found := _PLACE.fullmatch(line[1:].strip()))), None)
    headline = next((said for line in head if line[0] in "^$" and len(said := line[1:].strip()) > 1), None)
    sender = agency(first[4:].strip())
    return composed(story, Stated(agency=sender), headline=headline, dateline=place, furniture=end)


def _italian(told: list[str]) -> RawArticle:
    """Codes and the headline are one paragraph, or two."""
    lines, others = told[0].split("\n"), told[1:]
    codes = list(itertools.takewhile(lambda line: _ROUTING.fullmatch(line.strip()), lines))
    title = [line.strip("+= ") for line in lines[len(codes) :]]
    if sum(map(len, title)) > _LONGEST_TITLE:
        others[:0], title = ["\n".join(title[1:])], title[:1]
    elif not title and len(others) > 1 and len(others[0]) <= _LONGEST_TITLE:
        title = [others.pop(0).strip("+= ")]
    marks: list[str] = []
    date = time = None
    while others and (found := _SENT.fullmatch(others[-1].strip())):
        marks.insert(0, others.pop())
        date, time = _moment(found) if found["day"] else (date, time)
    sender = next((name for one in told if (found := _AGENCY.search(one)) and (name := agency(found[1]))), None)
    return composed(others, Stated(date, time, sender), headline=" ".join(title), furniture=[*codes, *marks])


def _moment(found: "re.Match[str]") -> tuple[str | None, str | None]:
    number = month(found["month"])
    iso = day(int(found["year"]), number, int(found["day"])) if number else None
    return iso, found["clock"] if iso else None


def _divided(lines: list[str]) -> tuple[list[str], list[str]]:
    """The coded lines at the top, and what stands below them."""
    head: list[str] = []
    for at, line in enumerate(lines):
        said = line.strip()
        if said and said[0] not in _CODES:
            return head, lines[at:]
        if said:
            head.append(said)
    return head, []


def _indented(lines: Iterable[str]) -> Iterable[str]:
    """The lines, with a blank one above each that begins a paragraph by its indent."""
    for line in lines:
        if line.startswith(("\t", "   ")):
            yield ""
        yield line


def _ended(found: Iterable[str]) -> tuple[list[str], list[str]]:
    """The story, and the desk's mark below it."""
    story = list(found)
    if story and _HOUSE.fullmatch(story[-1].strip()):
        return story[:-1], [story[-1].strip()]
    return story, []


def _labelled(lines: list[str]) -> RawArticle:
    said: dict[str, str] = {}
    for at, line in enumerate(lines):
        if not (found := _LABEL.fullmatch(line.strip())):
            continue
        said[found["label"]] = "" if found["said"].strip() in _NOTHING else found["said"].strip()
        if found["label"] == "TX":
            below = [found["said"], *lines[at + 1 :]]
            break
    else:
        raise NotNews("a wire message without a text")
    date, time = moment(said.get("PD"))
    return composed(
        below,
        Stated(date=date, time=time, facts=facts(source=said.get("KN"), subjects=[said.get("CO")])),
        headline=said.get("TI"),
        byline=said.get("BY"),
        summary=filter(None, [said.get("AB")]),
    )
