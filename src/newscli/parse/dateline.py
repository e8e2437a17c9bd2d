"""Datelines: "SHANGHAI, Jan 11 (Reuters) -" and its relatives.

A dateline is read in two steps: a family's pattern finds its outer shape within the first characters of the story, and
then the parts are checked one by one. What doesn't check is no dateline: a place in capitals, a known agency or a date
must vouch for it, since a story may well begin with a name and a dash.
"""

import re
from dataclasses import dataclass

from newscli.article import Dateline, Place
from newscli.parse import agencies
from newscli.parse.conventions import Convention, convention
from newscli.parse.credits import claim_byline
from newscli.parse.dates import DATELINE_DATE, filed
from newscli.parse.draft import Draft
from newscli.parse.layout import squeeze

_SEP = r"(?P<sep>\s*(?:--+|[-–—_―\ufffd])(?!\w*-)\s*)"
_DATE = rf"(?P<date>(?i:{DATELINE_DATE}))"
_LEAD = r"(?P<lead>[^()\n\r:;\"“”]{2,100}?(?:\s?\([A-Z][\w .'-]{2,30}\))?)"
_AGENCY = r"\((?P<agency>[A-Za-z][^()\n]{1,40})\)"

# Tried in this order; the family letters are those of the field's own count of forms.
FAMILIES: tuple[Convention, ...] = (
    convention("dateline.A3", rf"\(?{_AGENCY}(?P<sep>\s*(?:--+|[-–—_])\s*)",
               "(Bloomberg) -- Copper fell for a third day."),
    convention("dateline.A4", rf"{_DATE},?\s*{_AGENCY}{_SEP}", "Nov 11 (Reuters) - Grain trains moved."),
    convention("dateline.W1", r"(?P<lead>[A-Z][^()\n]{2,60}?)--\((?P<agency>BUSINESS WIRE|Marketwired?|Newsfile Corp\.)"
               r"(?: - [^()\n]{3,30})?\)(?P<sep>\s*--?\s*)",
               "FREMONT, Calif.--(BUSINESS WIRE)--Harbour Corp said ships sailed."),
    convention("dateline.A1", rf"{_LEAD}\s*,?\s+{_DATE}\s*,?\s*{_AGENCY}{_SEP}?",
               "SHANGHAI, Jan 11 (Reuters) - Ships sailed."),
    convention("dateline.M1", rf"{_LEAD},\s+NO DATE\s+{_AGENCY}{_SEP}",
               "OSLO, NO DATE (HARBOUR RADIO) -- [TEXT] Ships sailed."),
    convention("dateline.A2", rf"{_LEAD}\s*,?\s*(?:-\s*)?{_AGENCY}{_SEP}?",
               "WEST BAY, Fla./OSLO (Reuters) - Ships sailed."),
    convention("dateline.A5", r"\((?P<agency>[A-Za-z][^()\n]{1,30})\)\s*(?=[A-Z\"“])",
               "(Reuters) Ships sailed on Tuesday."),
    convention("dateline.W2", rf"{_LEAD},\s+{_DATE}\s*/(?P<agency>[A-Z][\w -]{{2,30}})/{_SEP}",
               "OSLO, Feb. 12, 2020 /PRNewswire/ -- Harbour Corp said ships sailed."),
    convention("dateline.B2", rf"{_LEAD}\s*,?\s+{_DATE}(?:\s*,\s*(?P<agency>Reuters?))?\s*,?{_SEP}",
               "SALVADOR, Feb 26 - Showers continued."),
    convention("dateline.B4", rf"{_DATE}{_SEP}(?=[A-Z\"“])", "April 7 - Showers continued."),
    convention("dateline.C1", r"(?P<lead>[A-Z][^()\n\r:;\"“”]{2,60}?)(?P<sep>\s*[—–]\s*|\s+(?:--+|_|-)\s+)(?=[A-Z\"“‘])",
               "WASHINGTON — Showers continued."),
    convention("dateline.agency-first", r"(?P<agency>REUTERS|Reuters|AP|AFP)(?P<sep>\s+[-–—]+\s+)(?=[A-Z\"“])",
               "REUTERS - Showers continued."),
)  # fmt: skip

_UNMISTAKABLE = tuple(row for row in FAMILIES if row.name in ("dateline.A1", "dateline.A2", "dateline.A3"))
# What FBIS and others put between dateline and story.
SOURCE_MARKS = convention("furniture.source-mark", r"(?:\[[^\[\]\n]{1,80}\]\s*)+", "[SPEECH] [TEXT] Ships sailed.")
_CAPITALS_BEGIN = re.compile(r"\s+(?=[A-Z]{2}[A-Z'’.-]*[ ,/(])")
_REACH = 220  # characters within which a dateline ends
_CAPITALS = re.compile(r"(?:[^\W\d_a-z]|['’.\-]|(?<=\b[MD])[ce](?=[A-Z])|(?<=\bMa)c|al-|(?<=\bS)t\.?)+")
_LOW_WORDS = frozenset(
    {"de", "la", "le", "du", "des", "del", "di", "da", "do", "of", "the", "on", "sur", "and", "an", "der", "am", "en",
     "et", "las", "los"}
)  # fmt: skip
_ABOARD = re.compile(r"(?:ABOARD|ON BOARD|Aboard)\b")
_TITLE_WORD = re.compile(r"[^\W\d_a-z][\w'’.\-]*|de|la|le|of|the|and|del")
_REGION = re.compile(r"[^\W\d_][\w.'’ \-]{1,30}")
_PLACES = re.compile(r"\s?/\s?|;\s+|\s+and\s+(?=[A-Z]{2})")
# In capitals at the start of a story, and no place.
_NO_PLACE = re.compile(
    r"(?:EDITOR'?S?’?S? NOTE|UPDATE|CORRECT|ABSTRACT|LETTERS|REUTERS|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|NOTE|WATCH|READ"
    r"|PHOTOS?|VIDEO|Q|A|Q&A|CEO|IPO|GDP|TV|US|FACTBOX|TIMELINE|HIGHLIGHTS|TEXT|NEWS|MORE|SUMMARY|TABLE)\b",
)
_AGENCY_SHAPE = re.compile(r"[A-Z][\w .&'/!-]{1,25}|dpa|xinhua")


@dataclass(frozen=True, slots=True)
class _Read:
    places: tuple[Place, ...]
    capitals: bool


def claim_dateline(draft: Draft) -> bool:
    """Claim a dateline where the story begins, or behind a byline there; whether there was one."""
    head = draft.head(_REACH)
    if not (_claim_behind_byline(draft, head) or _claim_at(draft, head, draft.start)):
        return False
    bracket = SOURCE_MARKS.looks.match(draft.text, draft.start)
    if bracket:
        draft.claim(draft.start, bracket.end(), "furniture", SOURCE_MARKS.name)
        draft.advance(bracket.end())
    return True


def _claim_behind_byline(draft: Draft, head: str) -> bool:
    """ "By Mara Lind OSLO (Reuters) -": the names end where a place in capitals begins."""
    if not head.startswith(("By ", "by ", "BY ")):
        return False
    for found in _CAPITALS_BEGIN.finditer(head):
        if begins(head[found.end() :]):
            at = draft.start + found.end()
            return claim_byline(draft, draft.start, at - 1) and _claim_at(draft, head[found.end() :], at, strong=True)
    return False


def begins(head: str) -> bool:
    """Whether `head` begins with a dateline that can't be mistaken: a known agency stands in it."""
    if "(" not in head[:120]:
        return False
    return any((found := family.looks.match(head)) and _read(family.name, found) is not None for family in _UNMISTAKABLE)


def looks_like_dateline(line: str) -> bool:
    """Whether a line begins with a dateline: such a line is no headline."""
    return any((found := row.looks.match(line)) and _read(row.name, found) is not None for row in FAMILIES)


def _claim_at(draft: Draft, head: str, start: int, strong: bool = False) -> bool:
    for family in _UNMISTAKABLE if strong else FAMILIES:
        found = family.looks.match(head)
        if found and (read := _read(family.name, found)):
            _accept(draft, family.name, found, start, read.places)
            return True
    return False


def _read(rule: str, found: re.Match[str]) -> _Read | None:
    """The places of what a family's pattern has found, None if it is no dateline."""
    parts = found.groupdict()
    read = _places(parts["lead"]) if parts.get("lead") else _Read((), True)
    return read if read and _vouched(rule, read, parts.get("agency"), parts.get("sep"), found) else None


def _accept(draft: Draft, rule: str, found: re.Match[str], start: int, places: tuple[Place, ...]) -> None:
    parts = found.groupdict()
    agency, day = parts.get("agency"), parts.get("date")
    iso, warning = filed(day, draft.date) if day else (None, None)
    end = start + (found.start("sep") if parts.get("sep") else found.end())
    text = draft.text[start:end].rstrip(" \t\r\n-–—_,")
    draft.claim(start, start + len(text), "dateline", rule)
    draft.claim(start + len(text), start + found.end(), "separator", rule)
    draft.dateline = Dateline(squeeze(text), places, iso, squeeze(agency) if agency else None)
    draft.agency = draft.dateline.agency
    if warning:
        draft.warnings.append(warning)
    if draft.date is None and iso and not iso.startswith("X"):
        draft.date, draft.date_from = iso, "dateline"
    draft.advance(start + found.end())


def _vouched(rule: str, read: _Read, agency: str | None, sep: str | None, found: re.Match[str]) -> bool:
    """Whether what a family needs is there: a known agency, or a place in capitals with something beside it."""
    known = agency is not None and agencies.known(squeeze(agency))
    shaped = agency is not None and _AGENCY_SHAPE.fullmatch(squeeze(agency)) is not None
    if rule in ("dateline.A3", "dateline.A5", "dateline.A4"):
        return known
    if rule in ("dateline.A1", "dateline.A2", "dateline.M1"):
        if sep is None:
            return known and (read.capitals or found.end() < 30)
        return known or (shaped and read.capitals)
    if rule == "dateline.C1":
        return read.capitals and len(read.places) > 0 and not _NO_PLACE.match(found["lead"])
    return True


def _places(lead: str) -> _Read | None:
    """The places of "FRANKFURT/HOUGHTON, Michigan", and whether they are in capitals; None if it isn't a list of places."""
    places: list[Place] = []
    capitals = True
    for piece in _PLACES.split(squeeze(lead).strip(" ,-")):
        name, comma, region = piece.partition(",")
        bracketed = re.fullmatch(r"(.+?)\s?\(([^()]+)\)", name)
        if bracketed and not comma:
            name, region = bracketed.groups()
        name, region = name.strip(), region.strip(" ,")
        shape = _place_shape(name)
        if shape is None and not comma:  # "RICHMOND Va": the region without its comma
            name, _, region = name.rpartition(" ")
            shape = _place_shape(name)
        if shape is None or (region and not all(_REGION.fullmatch(part.strip()) for part in region.split(","))):
            return None
        capitals = capitals and shape == "capitals"
        places.append(Place(name, region or None))
    return _Read(tuple(places), capitals)


def _place_shape(name: str) -> str | None:
    """ "capitals" or "title" for what may be a place, None for what may not."""
    words = name.split()
    if not words or len(words) > 7 or len(name) < 2:
        return None
    if _ABOARD.match(name):
        return "capitals"
    if all(_CAPITALS.fullmatch(word) or word in _LOW_WORDS for word in words) and words[0] not in _LOW_WORDS:
        return "capitals"
    if len(words) <= 4 and all(_TITLE_WORD.fullmatch(word) for word in words) and words[0][0].isupper():
        return "title"
    return None
