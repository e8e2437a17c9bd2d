"""Records with named values (JSON objects, rows of CSV and Parquet) as articles. Which name states what, _record_names says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from newscli.article import Credit, Facts, Stated
from newscli.errors import UnreadableError
from newscli.frozen import frozen
from newscli.readers import Broken, Item, NotNews, RawArticle
from newscli.readers._bylines import Byline, byline, same_house
from newscli.readers._compose import composed
from newscli.readers._facts import agency as named_agency
from newscli.readers._moments import day_first, moment
from newscli.readers._record_story import apart, beside, captions_of, story_of, summary_of
from newscli.readers._record_view import Values, View, medium
from newscli.readers._swissdox import marked
from newscli.readers._values import first, plain, several

_LISTED = frozenset("keywords newskeywords metakeywords tags topics subjects categories concepts themes descriptors".split())
_NO_SUBJECTS = frozenset(
    ("contributor", "author", "tone", "publication", "newspaper-book", "newspaper-book-section", "tracking")
)
_ADDRESS = ("@id", "url", "href")  # of an object that has one
_APART = (" - ", " | ", " – ", " — ")
_BEHIND_HEADLINE = re.compile(r"\s+[-–—|]\s+(?P<source>[^-–—|]+)$")
_URL = re.compile(r"https?://\S+$", re.I)
_MIDNIGHT = "00:00"
# Midnight to the second is what data tools fill in where only the day is known.
_FILLED = re.compile(r"^(?!.*00:00:(?!00)).* 00:00(?:[+-]\d\d:\d\d)?$")
_FIRST = 100  # records that are looked at before the first is given: the order of day and month shows in some of them
_MOST_STRANGE = 1000  # records at a file's beginning that are no news, before it is given up


@frozen
class Found:
    """One record: the number of its line in the source file (1 where that means nothing), its values by name, and what was
    odd on the way to it."""

    line: int
    values: Values
    warnings: tuple[str, ...] = ()


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
        seen = seen or (one.values if isinstance(one, Found) else {})
        for item in (one,) if isinstance(one, Broken) else _articles(one, View(one.values, columns), order):
            if isinstance(item, RawArticle) and not news:
                news = True
                yield from strange
            elif not news:
                strange.append(item)
                if len(strange) == _MOST_STRANGE:
                    break
                continue
            yield item
    if fault:
        raise fault
    if not news:
        other = medium(seen)
        raise NotNews(f"{other}'s metadata" if other else unknown(what, seen) if seen else f"{what} can be read")


def unknown(what: str, names: Iterable[str]) -> str:
    """Why a file whose records have these names is not news, and what the user can do."""
    listed = list(names)
    shown = ", ".join(listed[:12]) + (", ..." if len(listed) > 12 else "")
    return f"{what} has a text, or a headline with a date (found: {shown}; --map headline=NAME,text=NAME says which)"


def _articles(found: Found, view: View, order: bool | None) -> Iterator[Item]:
    story, captions, warnings = story_of(view)
    pictured = captions_of(view)
    captions += pictured.of_pictures + pictured.own
    name, summary = summary_of(view)
    only_pictures = bool(pictured.own or (pictured.of_pictures and not summary))
    if not story and (only_pictures or not view.is_news):  # a picture, or anything
        if "@type" in found.values:  # of schema.org's objects, many describe what stands around an article
            return
        at = f"line {found.line}: " if found.line > 1 else ""
        other = medium(found.values)
        reason = f"{other}'s metadata" if other else "only a caption" if only_pictures else "no text and no headline"
        yield Broken(f"{at}{reason} ({', '.join(list(found.values)[:8])})")
        return
    headline = _without_source(view.text("headline"), view)
    if not story and summary:
        story, summary = summary, []
        warnings += (f"no text of its own: this is its {name}",)
    by = _byline(view)
    around = beside(view)
    stated, odd = _stated(view, by, order if view.day_first is None else view.day_first)
    documents = apart(story)
    for number, document in enumerate(documents):
        yield composed(
            document,
            stated,
            headline=headline if len(documents) == 1 else None,
            byline=by.text,
            dateline=view.text("dateline") if story else None,
            summary=summary if number == 0 else (),
            captions=captions,
            furniture=around.marks,
            notes=around.notes if number == 0 else (),
            corrections=around.corrections if number == 0 else (),
            warnings=(*found.warnings, *odd, *warnings),
            line=found.line,
        )


def _without_source(headline: str, view: View) -> str:
    """A headline without the publication's name that NewsAPI and pages put behind it."""
    behind = _BEHIND_HEADLINE.search(headline) if any(map(headline.__contains__, _APART)) else None
    if behind and any(same_house(behind["source"], plain(value)) for _, value in view.every("source")):
        return headline[: behind.start()]
    return headline


def _byline(view: View) -> Byline:
    houses = [plain(value) for _, value in view.every("source")]
    agency = None
    for _, value in view.every("byline"):
        read = byline(value, houses)
        if read.text:
            return read if agency is None else replace(read, agency=agency)
        agency = agency or read.agency
    for _, value in view.every("text"):  # among the blocks of the Washington Post, or in Swissdox's text
        if isinstance(value, str) and (swiss := marked(value)) and swiss.byline:
            return byline(swiss.byline, houses)
        for block in value if isinstance(value, list) else ():
            if isinstance(block, dict) and block.get("type") == "byline":
                return byline(block.get("content"), houses)
    return Byline(agency=agency)


def _stated(view: View, by: Byline, order: bool | None) -> tuple[Stated, tuple[str, ...]]:
    """What is data in a record, and warnings of what can't be read."""
    date, time, warnings = _moment(view, order)
    source, url = _source(view)
    agency = named_agency(view.text("agency")) or by.agency
    subjects = _subjects(view)
    section, *others = next((found for _, value in view.every("section") if (found := several(value))), [""])
    if others:
        subjects = tuple(dict.fromkeys((*subjects, section, *others)))
    language = view.text("language")  # a number is a row of somebody's table
    facts = Facts(url, source, section or None, None if language.isdigit() else language or None, subjects)
    rights = view.text("rights") or None
    credits = (*(Credit(name, "by") for name in by.names), *(Credit(name, "editing") for name in by.editors))
    return Stated(date, time, agency, credits, rights, facts=facts), warnings


def _subjects(view: View) -> tuple[str, ...]:
    """What a record says it is about."""
    if not (found := view.every("subjects")):
        return ()
    subjects: dict[str, None] = {}
    for name, value in found:
        if name == "categories" and "dpasubject_names" in view.values:  # dpa's name its desks and wires, too
            continue
        if isinstance(value, list):  # the Guardian's name its writers and its forms, too
            value = [one for one in value if not (isinstance(one, dict) and one.get("type") in _NO_SUBJECTS)]
        said = several(value, ";,|" if name in _LISTED else ";|")
        subjects |= dict.fromkeys(one for one in said if len(one) > 1 and not one.isdigit() and not _URL.match(one))
    return tuple(subjects)


def _source(view: View) -> tuple[str | None, str | None]:
    """(source, url): trafilatura keeps the address under "source", others a name."""
    addresses = (plain(value) or (first(value, _ADDRESS) if isinstance(value, dict) else "") for _, value in view.every("url"))
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


def _clock(dates: Sequence[tuple[str, object]], day: str, order: bool | None) -> str | None:
    """The time of a day that is stated without one: some state the day, and day and time, under two names."""
    said = (moment(value, order) for name, value in dates if "pub" in name)
    return next((time for date, time in said if date == day and time and time[:5] != _MIDNIGHT), None)


def _moment(view: View, order: bool | None) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The date and time of a record, and a warning where one is stated that can't be read."""
    unread = ""
    dates = view.every("date")
    for name, value in dates:
        while isinstance(value, dict | list):  # {"$date": {"$numberLong": "1642141800000"}}; Solr's lists of one
            value = next(iter(value.values() if isinstance(value, dict) else value), None)
        date, time = moment(value, order)
        if date and len(dates) > 1 and (time is None or time[:5] == _MIDNIGHT):
            time = _clock(dates, date, order) or time
        if date:
            if time and len(time) == 5 and name.endswith(("gmt", "utc")):
                time += "+00:00"
            if time is None and view.every("time") and name in ("date", view.columns.get("date")):
                time = moment(f"{date} {view.text('time')}", order)[1]
            return date, None if time and time[:5] == _MIDNIGHT and _FILLED.search(f"{plain(value)} {time}") else time, ()
        unread = unread or plain(value)
    if year := view.text("year").removesuffix(".0"):
        parts = [view.text(field).removesuffix(".0").zfill(2) for field in ("month", "day") if view.text(field)]
        date, _ = moment("-".join((year, *parts)))
        return date, None, ()
    return None, None, (f"date: {unread!r} is no date that can be read for certain",) if unread else ()
