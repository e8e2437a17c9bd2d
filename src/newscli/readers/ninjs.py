"""ninjs, the IPTC's JSON: versions 1 to 3, one item, a list of items, or an item a line.

Version 1 has one headline and a body a form ("body_html", "body_text"); later ones have lists of both ("headlines",
"bodies") and write their names in camel case. AP's Media API has the text beside the item. Only texts are articles; other items
are named for what they are.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newscli.article import Stated
from newscli.readers import Broken, Item, NotNews, RawArticle, Source
from newscli.readers._lines import peek

if TYPE_CHECKING:
    from newscli.readers._record import Found

SUMMARY = "ninjs, the IPTC's JSON: versions 1 to 3"
ENDINGS = (".json", ".jsonl")
GIVES = (
    "date", "time", "headline", "byline", "dateline", "captions", "agency", "source", "section", "language", "subjects",
    "rights", "url",
)  # fmt: skip
ORDER = 30

_BEGINS = re.compile(r"\s*\[?\s*\{")
_KEYS = re.compile(r'"(?:versioncreated|versionCreated|body_x?html|body_text)"\s*:|"ninjs"')
_WITHDRAWN = frozenset(("canceled", "cancelled", "withheld"))
_OTHERS = {
    "picture": "a photo", "photo": "a photo", "graphic": "a graphic", "video": "a video", "audio": "a sound",
    "event": "an event", "planning": "a plan of coverage", "component": "a part of a page",
}  # fmt: skip
# Names without "_" and case, which versions and agencies handle as they like.
_DATES = ("firstcreated", "contentcreated", "versioncreated")
_BODIES = ("bodyxhtml", "bodyhtml", "bodyhtml5", "bodytext")
_SUMMARY = re.compile(r"sub|summary|abstract|teaser|lead", re.I)  # roles of headlines and descriptions
_NOTES = ("ednote", "ednotes", "editornote", "editornotes", "editorialnote")
_SECTIONS = ("service", "section", "anpacategory")


def sniff(head: bytes, name: str) -> str | None:
    text = peek(head)
    return "JSON with the names of ninjs" if _BEGINS.match(text) and _KEYS.search(text) else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers._json import Pieces

    reason = "JSON without a text item of ninjs"
    given = False
    for record in Pieces(source.stream, source.path, _is_item).records():
        found = record if isinstance(record, Broken) else _item(record)
        if isinstance(found, str):
            reason = found
            continue
        given = True
        yield found
    if not given:
        raise NotNews(reason)


def _is_item(values: Mapping[str, object]) -> bool:
    return _beside(values) is not None or not {_folded(name) for name in values}.isdisjoint((*_DATES, *_BODIES, "bodies"))


def _folded(name: str) -> str:
    return name.replace("_", "").casefold()


def _beside(values: Mapping[str, object]) -> Mapping[str, Any] | None:
    """AP's item, and the text that stands beside it; None where nothing does."""
    data, text = values.get("data"), values.get("nitf")
    item = data.get("item") if isinstance(data, dict) else None
    return item | text if isinstance(item, dict) and isinstance(text, dict) else None


def _item(record: "Found") -> RawArticle | str:
    """One item as an article, or what it is instead."""
    from newscli.readers._bylines import byline
    from newscli.readers._compose import composed
    from newscli.readers._facts import place_line
    from newscli.readers._values import first, paragraphs, plain

    values = {_folded(name): value for name, value in (_beside(record.values) or record.values).items()}
    if plain(values.get("pubstatus")).casefold() in _WITHDRAWN:
        return "a story that was withdrawn"
    told, captions = paragraphs(_body(values))
    told = [one for one in told if one.strip()]
    headline = plain(values.get("headline")) or _chosen(values.get("headlines"))
    kind = plain(values.get("type")).casefold()
    if kind in _OTHERS:
        return f"{_OTHERS[kind]}'s metadata"
    if not told and not headline:
        return "an item without text"
    source = (
        first(values, ("source", "provider"))
        or _chosen(values.get("infosources"), "name")
        or first(values, ("copyrightholder",))
    )
    author = byline(first(values, ("byline", "by")) or values.get("bylines"), (source,))
    located = values.get("dateline") or values.get("located")
    return composed(
        told,
        _stated(values, source),
        headline=headline,
        byline=author.text,
        dateline=place_line(plain(located.get("text") if isinstance(located, dict) else located)),
        summary=_summary(values) if told else (),
        captions=dict.fromkeys((*captions, *_captions(values))),
        notes=[note for name in _NOTES for note in paragraphs(values.get(name))[0]],
        warnings=record.warnings,
        line=record.line,
    )


def _body(values: Mapping[str, Any]) -> object:
    """The text in the form that says most."""
    listed = values.get("bodies")
    if isinstance(listed, list):
        bodies = [one for one in listed if isinstance(one, dict) and one.get("value")]
        best = sorted(bodies, key=lambda one: "html" not in str(one.get("contenttype") or one.get("contentType") or ""))
        return best[0]["value"] if best else None
    return next((values[name] for name in _BODIES if values.get(name)), None)


def _chosen(listed: object, name: str = "value") -> str:
    """The main one of a list of objects."""
    from newscli.readers._values import plain

    found = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    main = sorted(found, key=lambda one: str(one.get("role", "")).casefold() not in ("main", "default", ""))
    return next(filter(None, (plain(one.get(name)) for one in main)), "")


def _summary(values: Mapping[str, Any]) -> Iterator[str]:
    """The line below the headline, and what the story is about."""
    from newscli.readers._values import first, plain

    for name in ("headlines", "descriptions"):
        for one in listed if isinstance(listed := values.get(name), list) else ():
            if isinstance(one, dict) and _SUMMARY.search(plain(one.get("role"))):
                yield plain(one.get("value"))
    yield first(values, ("descriptiontext", "descriptionhtml"))


def _captions(values: Mapping[str, Any]) -> Iterator[str]:
    """What is said of the pictures that come with a story."""
    from newscli.readers._story import credited
    from newscli.readers._values import first

    inside = values.get("associations")
    found = inside.values() if isinstance(inside, dict) else inside if isinstance(inside, list) else ()
    for one in found:
        if isinstance(one, dict) and one.get("type") in ("picture", "graphic"):
            said = first(one, ("description_text", "description_html", "body_text")) or _chosen(one.get("descriptions"))
            yield credited(said, first(one, ("creditline", "creditLine", "byline", "by")))


def _stated(values: Mapping[str, Any], source: str) -> Stated:
    from newscli.readers._facts import agency, facts
    from newscli.readers._moments import moment
    from newscli.readers._values import first, plain

    date, time = next((found for name in _DATES if (found := moment(plain(values.get(name))))[0]), (None, None))
    listed = values.get("links")
    links = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    page = next((plain(one.get("href")) for one in links if one.get("rel") == "canonical"), "")
    address = first(values, ("url", "canonical")) or page or plain(values.get("uri"))
    return Stated(
        date=date,
        time=time,
        agency=agency(source),
        rights=plain(values.get("copyrightnotice")) or None,
        facts=facts(
            url=address if address.startswith(("http://", "https://")) else None,
            source=source,
            section=next((name for key in _SECTIONS for name in _names(values.get(key))), None),
            language=plain(values.get("language")),
            subjects=(*_names(values.get("subject") or values.get("subjects")), *_names(values.get("keywords"))),
        ),
    )


def _names(listed: object) -> Iterator[str]:
    from newscli.readers._values import plain

    for one in listed if isinstance(listed, list) else ():
        yield plain(one.get("name") if isinstance(one, dict) else one)


def example() -> bytes:
    return b"""{"uri": "https://harbour.example/ferries", "type": "text", "pubstatus": "usable", "language": "en",
 "versioncreated": "2022-01-14T17:34:00+01:00", "firstcreated": "2022-01-14T17:32:00+01:00",
 "headline": "Ferries cross the fjord again", "byline": "Mara Lind", "located": "BERGEN, Norway", "source": "AFP",
 "copyrightnotice": "Copyright 2022 Harbour Times", "service": [{"code": "c", "name": "Coast"}],
 "subject": [{"code": "medtop:20000271", "name": "ferries"}],
 "body_html": "<p>Ferries crossed the fjord again on Friday after a week of ice.</p><p>No ship was late.</p>",
 "associations": {"main": {"type": "picture", "description_text": "A ferry leaves the old harbour."}}}
"""
