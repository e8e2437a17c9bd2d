"""Records with named values (JSON objects, rows of CSV and Parquet) as articles. Which name states what, _record_names says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from newscli.article import Credit, Facts, Stated
from newscli.errors import UnreadableError
from newscli.readers import Broken, Item, NotNews, RawArticle
from newscli.readers._bylines import Byline, byline
from newscli.readers._compose import composed
from newscli.readers._facts import agency as named_agency
from newscli.readers._moments import day_first, moment
from newscli.readers._record_names import INSIDE, KEYS, folded, known_as
from newscli.readers._values import absent, first, paragraphs, plain, several

# Of a list or object of pictures, only what these say is a caption.
_CAPTION_KEYS = ("caption", "fullcaption", "descriptiontext", "descriptionhtml", "description")
_NOTE_KEYS = ("ednote", "note", "value")
_TITLES, _CAPTION = frozenset(("title", "headline")), "caption"  # parts of Belga's items that are no text of the story
_CREDIT_KEYS = ("creditline", "credit", "byline", "photographer")
_LISTED = frozenset("keywords newskeywords metakeywords tags topics subjects categories concepts themes descriptors".split())
_DEEP = 1000  # what stands deeper comes behind the record's own
_TEXT_NAMES = frozenset(KEYS["text"])
_SURE = 100  # characters of a text that nobody has to look at twice
_MEDIA = {
    "picture": "a photo",
    "photo": "a photo",
    "image": "a photo",
    "graphic": "a graphic",
    "video": "a video",
    "audio": "a sound",
}
_FACTS_OF_NEWS = ("date", "url", "byline", "source", "section", "summary")
_URL = re.compile(r"https?://\S+$", re.I)
_CUT = re.compile(r"(?:\s?(?:…|\.\.\.))?\s*\[\+?(?P<count>[\d,]+) chars\]\s*$")
# Midnight to the second is what data tools fill in where only the day is known.
_FILLED = re.compile(r"^(?!.*00:00:(?!00)).* 00:00(?:[+-]\d\d:\d\d)?$")
_APART = re.compile(r"\s*\|\|\|\|\|\s*")  # holds the documents of one row of multi_news apart
_FIRST = 100  # records that are looked at before the first is given: the order of day and month shows in some of them
_MOST_STRANGE = 1000  # records at a file's beginning that are no news, before it is given up

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Found:
    """One record: the number of its line in the source file (1 where that means nothing), its values by name, and what was
    odd on the way to it."""

    line: int
    values: Values
    warnings: tuple[str, ...] = ()


class _Plan(NamedTuple):
    """What records with the same names state: the names of each field, best first, as (rank, folded, name); and those names
    whose objects count as the record's own."""

    fields: dict[str, list[tuple[int, str, str]]]
    inside: tuple[str, ...]


def _planned(names: Iterable[str]) -> _Plan:
    fields: dict[str, list[tuple[int, str, str]]] = {}
    for name in names:
        if (told := known_as(name)) and name != "_source":
            fields.setdefault(told[0], []).append((*told[1:], name))
    for found in fields.values():
        found.sort(key=_rank)
    return _Plan(fields, tuple(name for name in INSIDE if name in names))


def _rank(named: tuple[int, str, object]) -> int:
    return named[0]


_known_plan = lru_cache(maxsize=256)(_planned)  # the records of a file have the same names, or few sets of them
_MOST_NAMES = 200  # more are no record's


class View:
    """A record by the names of our fields. `columns` is what the user's --map says: a field, and the name that states it."""

    __slots__ = ("_fields", "_inside", "columns", "values")

    def __init__(self, values: Values, columns: Mapping[str, str]) -> None:
        self.values = values
        self.columns = columns
        self._fields, inside = (_known_plan if len(values) <= _MOST_NAMES else _planned)(tuple(values))
        self._inside = [View(inner, {}) for name in inside if isinstance(inner := values[name], dict)] if inside else ()

    def every(self, field: str) -> Sequence[tuple[str, object]]:
        """(name, value) of all that states a field, best first."""
        if field in self.columns:
            value = at_path(self.values, self.columns[field])
            return () if absent(value) else ((self.columns[field], value),)
        if self._inside:
            return [(name, value) for _, name, value in self._ranked(field)]
        if field not in self._fields:
            return ()
        values = self.values
        return [(told, value) for _, told, name in self._fields[field] if not absent(value := values[name])]

    def _ranked(self, field: str) -> list[tuple[int, str, object]]:
        """(rank, name, value) of all that states a field; what stands deeper comes behind."""
        named = self._fields.get(field, ())
        own = [(rank, told, self.values[name]) for rank, told, name in named if not absent(self.values[name])]
        deep = [(rank + _DEEP, told, value) for inner in self._inside for rank, told, value in inner._ranked(field)]
        return own + sorted(deep, key=_rank)

    def text(self, field: str) -> str:
        """The first value of a field that says something."""
        if field not in self._fields and not self._inside and not self.columns:  # as most of our fields are
            return ""
        for _, value in self.every(field):
            if text := plain(value):
                return text
        return ""

    @property
    def is_news(self) -> bool:
        """Whether this looks like an article: a text, or a headline and something else that news has, and no picture."""
        if any(isinstance(value, str) or paragraphs(value)[0] for _, value in self.every("text")):
            return True
        if _medium(self.values):
            return False
        return bool(self.text("headline")) and any(self.every(field) for field in _FACTS_OF_NEWS)


def _medium(values: Values) -> str | None:
    """What a record describes that says of itself that it is no text: "a photo"."""
    return _MEDIA.get(plain(values.get("type") or values.get("assetType")).casefold())


def is_news(values: Values, columns: Mapping[str, str]) -> bool:
    """Whether a record looks like an article."""
    if not columns:
        for name, value in values.items():
            if isinstance(value, str) and len(value) > _SURE and folded(name) in _TEXT_NAMES:
                return True
    return View(values, columns).is_news


def at_path(values: Values, path: str) -> object:
    """The value of a name, or of a path of names with dots between ("fields.headline")."""
    if path in values:
        return values[path]
    for name, value in values.items():
        if folded(name) == folded(path):
            return value
    first, dot, rest = path.partition(".")
    inner = values.get(first)
    return at_path(inner, rest) if dot and isinstance(inner, Mapping) else None


def articles(records: Iterable[Found | Broken], columns: Mapping[str, str], what: str) -> Iterator[Item]:
    """Records as articles. NotNews where none is one: `what` is what the file is then ("a table in which no row")."""
    waiting = iter(records)
    begun: list[Found | Broken] = []
    fault: UnreadableError | None = None
    try:
        begun.extend(islice(waiting, _FIRST))
    except UnreadableError as error:  # what stands before is given first
        fault = error
    order = day_first(
        plain(value) for one in begun if isinstance(one, Found) for _, value in View(one.values, columns).every("date")[:1]
    )
    strange: list[Item] = []
    news = False
    seen: Values = {}  # the first that is none
    for one in chain(begun, waiting):
        for item in (one,) if isinstance(one, Broken) else _articles(one, View(one.values, columns), order):
            if isinstance(item, RawArticle) and not news:
                news = True
                yield from strange
            elif not news:
                strange.append(item)
                seen = seen or (one.values if isinstance(one, Found) else {})
                if len(strange) == _MOST_STRANGE:
                    break
                continue
            yield item
    if fault:
        raise fault
    if not news:
        medium = _medium(seen)
        raise NotNews(f"{medium}'s metadata" if medium else unknown(what, seen) if seen else f"{what} can be read")


def unknown(what: str, names: Iterable[str]) -> str:
    """Why a file whose records have these names is not news, and what the user can do."""
    listed = list(names)
    shown = ", ".join(listed[:12]) + (", ..." if len(listed) > 12 else "")
    return f"{what} has a text, or a headline with a date (found: {shown}; --map headline=NAME,text=NAME says which)"


def _articles(found: Found, view: View, order: bool | None) -> Iterator[Item]:
    story, captions, warnings = _story(view)
    captions += _captions(view)
    if not story and (captions or not view.is_news):  # a picture, or anything
        at = f"line {found.line}: " if found.line > 1 else ""
        medium = _medium(found.values)
        reason = f"{medium}'s metadata" if medium else "only a caption" if captions else "no text and no headline"
        yield Broken(f"{at}{reason} ({', '.join(list(found.values)[:8])})")
        return
    name, summary = next(((name, said) for name, value in view.every("summary") if (said := _summary(value))), ("", []))
    headline = view.text("headline")
    if not story and summary:
        story, summary = summary, []
        warnings += (f"no text of its own: this is its {name}",)
    by = _byline(view)
    notes, marks = _notes(view)
    stated, odd = _stated(view, by, order)
    documents = _apart(story)
    for number, document in enumerate(documents):
        yield composed(
            document,
            stated,
            headline=headline if len(documents) == 1 else None,
            byline=by.text,
            dateline=view.text("dateline") if story else None,
            summary=summary if number == 0 else (),
            captions=captions,
            furniture=marks,
            notes=notes if number == 0 else (),
            warnings=(*found.warnings, *odd, *warnings),
            line=found.line,
        )


def _story(view: View) -> tuple[list[str], list[str], tuple[str, ...]]:
    """The paragraphs of the first value that has text, captions that stand among them, and warnings."""
    for _, value in view.every("text"):
        if isinstance(value, list) and value and isinstance(value[0], dict) and "type" in value[0]:
            return (*_blocks(value), ())
        if isinstance(value, list) and value and isinstance(value[0], dict) and "proxies" in value[0]:
            if any(told := _components(value)):
                return (*told, ())
            continue
        story, captions = paragraphs(value)
        if not any(map(str.strip, story)):
            continue
        if story[-1].endswith("]") and (cut := _CUT.search(story[-1])):
            story[-1] = story[-1][: cut.start()]
            return story, captions, (f"the text is cut: {int(cut['count'].replace(',', '')):,} more characters are not in it",)
        return story, captions, ()
    return [], [], ()


def _blocks(blocks: Iterable[object]) -> tuple[list[str], list[str]]:
    """The paragraphs and captions of a list of typed blocks: Arc's content_elements, the Washington Post of TREC."""
    story: list[str] = []
    captions: list[str] = []
    for block in blocks:
        if not isinstance(block, dict):
            continue
        kind = block.get("type")
        if kind in ("text", "sanitized_html", "paragraph", "p", "header", "heading", "html", "raw_html"):
            story += paragraphs(block.get("content") or block.get("text"))[0]
        elif kind in ("image", "picture"):
            captions += _caption(block)
    return story, captions


def _components(components: Iterable[object]) -> tuple[list[str], list[str]]:
    """The paragraphs and captions of Belga's components, each of which has its text in proxies."""
    story: list[str] = []
    captions: list[str] = []
    for one in components:
        if not isinstance(one, dict) or (kind := plain(one.get("assetType")).casefold()) in _TITLES:
            continue
        proxies = [proxy for proxy in one.get("proxies") or () if isinstance(proxy, dict)]
        texts = (proxy.get(name) for proxy in proxies for name in ("varcharData", "clobData"))
        told = next((said for text in texts if any(map(str.strip, said := paragraphs(text)[0]))), [])
        (captions if kind == _CAPTION else story).extend(told)
    return story, captions


def _notes(view: View) -> tuple[list[str], list[str]]:
    """(notes, end marks): what stands beside a story, and the initials below it."""
    notes: list[str] = []
    marks: list[str] = []
    for _, value in view.every("notes"):
        for one in value if isinstance(value, list) else (value,):
            said = first(one, _NOTE_KEYS) if isinstance(one, dict) else one
            is_mark = isinstance(one, dict) and plain(one.get("role")).endswith("closingline")  # "dpa bwh bag"
            (marks if is_mark else notes).extend(paragraphs(said)[0])
    return list(dict.fromkeys(notes)), marks


def _summary(value: object) -> list[str]:
    if isinstance(value, dict) and "sentences" in value:
        value = value["sentences"]
    return [text for paragraph in paragraphs(value)[0] for text in paragraph.split("\n") if text.strip()]


def _captions(view: View) -> list[str]:
    """The captions that a record states: texts, or what its pictures say."""
    found: list[str] = []
    for name, value in view.every("captions"):
        if "caption" in name:
            found += several(value) if isinstance(value, list) else [plain(value)]
        else:
            pictures = list(value.values()) if isinstance(value, dict) and name == "associations" else value
            for picture in pictures if isinstance(pictures, list) else (pictures,):
                found += _caption(picture)
    return list(dict.fromkeys(filter(None, found)))


def _caption(picture: object) -> list[str]:
    if not isinstance(picture, dict):
        return []
    named = {folded(str(key)): value for key, value in picture.items()}
    text, credit = first(named, _CAPTION_KEYS), first(named, _CREDIT_KEYS)
    if not text:
        return []
    return [f"{text} ({credit})" if credit and credit not in text else text]


def _apart(story: list[str]) -> list[list[str]]:
    """The documents that one text holds: one, or what rows of five bars divide."""
    if not any("|||||" in paragraph for paragraph in story):
        return [story]
    whole = "\n\n".join(story).replace("NEWLINE_CHAR", "\n\n")
    return [document.split("\n\n") for document in _APART.split(whole) if document.strip()]


def _byline(view: View) -> Byline:
    houses = [plain(value) for _, value in view.every("source")]
    for _, value in view.every("byline"):
        read = byline(value, houses)
        if read.text or read.agency:
            return read
    for _, value in view.every("text"):  # among the blocks of the Washington Post
        for block in value if isinstance(value, list) else ():
            if isinstance(block, dict) and block.get("type") == "byline":
                return byline(block.get("content"), houses)
    return Byline()


def _stated(view: View, by: Byline, order: bool | None) -> tuple[Stated, tuple[str, ...]]:
    """What is data in a record, and warnings of what can't be read."""
    date, time, warnings = _moment(view, order)
    source, url = _source(view)
    agency = named_agency(view.text("agency")) or by.agency
    subjects = dict.fromkeys(
        text
        for name, value in view.every("subjects")
        if not (name == "categories" and "dpasubject_names" in view.values)  # dpa's name its desks and wires, too
        for text in several(value, ";,|" if name in _LISTED else ";|")
        if len(text) > 1 and not text.isdigit() and not _URL.match(text)
    )
    section, *others = next((found for _, value in view.every("section") if (found := several(value))), [""])
    if others:
        subjects |= dict.fromkeys((section, *others))
    language = view.text("language")  # a number is a row of somebody's table
    facts = Facts(url, source, section or None, None if language.isdigit() else language or None, tuple(subjects))
    rights = view.text("rights") or None
    credits = (*(Credit(name, "by") for name in by.names), *(Credit(name, "editing") for name in by.editors))
    return Stated(date, time, agency, credits, rights, facts=facts), warnings


def _source(view: View) -> tuple[str | None, str | None]:
    """(source, url): trafilatura keeps the address under "source", others a name."""
    addresses = (plain(value) for _, value in view.every("url"))
    url = next(filter(_URL.match, addresses), None)
    for _, value in view.every("source"):
        name = plain(value)
        if isinstance(value, dict) and not name:
            name = first(value, ("publisher", "domain", "site"))
        if name and _URL.match(name):
            url = url or name
        elif name:
            return name, url
    return None, url


def _moment(view: View, order: bool | None) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The date and time of a record, and a warning where one is stated that can't be read."""
    unread = ""
    for name, value in view.every("date"):
        while isinstance(value, dict):  # {"$date": {"$numberLong": "1642141800000"}}
            value = next(iter(value.values()), None)
        date, time = moment(value, order)
        if date:
            if time and len(time) == 5 and name.endswith(("gmt", "utc")):
                time += "+00:00"
            if time is None and view.every("time") and name in ("date", view.columns.get("date")):
                time = moment(f"{date} {view.text('time')}", order)[1]
            return date, None if time and _FILLED.search(f"{plain(value)} {time}") else time, ()
        unread = unread or plain(value)
    if year := view.text("year").removesuffix(".0"):
        parts = [view.text(field).removesuffix(".0").zfill(2) for field in ("month", "day") if view.text(field)]
        date, _ = moment("-".join((year, *parts)))
        return date, None, ()
    return None, None, (f"date: {unread!r} is no date that can be read for certain",) if unread else ()
