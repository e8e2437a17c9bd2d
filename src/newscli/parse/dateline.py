"""Datelines: "SHANGHAI, Jan 11 (Reuters) -" and its relatives.

A dateline is read in two steps: a family's pattern finds its outer shape where a story may begin, and then its parts are
checked one by one. What doesn't check is no dateline: a known agency, a date or a known place must vouch for it, since
a story may well begin with a name and a dash.
"""

import re
from functools import lru_cache

from newscli.article import Dateline, Place
from newscli.frozen import frozen
from newscli.parse import agencies, places
from newscli.parse.bylines import OPENINGS, claim_byline, claim_names, claim_reporters
from newscli.parse.conventions import Convention
from newscli.parse.dateline_forms import (
    AGENCY,
    ALONE,
    BARE,
    BARRED,
    BRACKETS,
    DATE,
    DATED,
    FAMILIES,
    NAMED,
    PLACE,
    SENTENCE,
    SHAPED,
    SOURCE_MARKS,
    STORY,
    TEASER,
)
from newscli.parse.dates import filed
from newscli.parse.draft import Draft
from newscli.parse.layout import squeeze
from newscli.parse.notes import claim_leading, whole
from newscli.parse.unparted import BEFORE_NAME, before_name

# A name before the place: "Jennifer Reed NEW YORK (Reuters) -".
_NAMES_ABOVE = re.compile(
    r"(?P<names>(?:[A-Z][\w'’.-]*[a-z][\w'’.-]* ){2,4}?)(?=[A-Z]{2}[A-Z'’.-]+[ ,/])|\([Bb]y (?P<bracketed>[^()\n]{4,60})\)\s+"
)
_FARTHEST_BRACKET = 120  # characters
_WORDS_BEGIN = re.compile(r"\s+(?=[A-Z][a-z])")
_PLACE_FIRST = tuple(row for row in BRACKETS if row.name in ("dateline.place-agency", "dateline.place-date-agency"))
_AGENCY_ALONE = tuple(row for row in BRACKETS if row.name == "dateline.agency")
_DATE_FIRST = tuple(row for row in BRACKETS if row.name == "dateline.date-agency")
_DATE_LAST = re.compile(rf"(?P<gap>\s+){DATE},?\s*$")
_CAPITALS_BEGIN = re.compile(r"\s+(?=[A-Z]{2}[A-Z'’.-]*[ ,/(])")
_AGENCY_SHAPE = re.compile(r"[A-Z][\w .&'/!-]{1,40}|dpa|xinhua")
_COUNTRY_BEHIND = re.compile(r"(?<=\)) ?\[[A-Z][a-z ]+\]$")  # "Mumbai (Maharashtra) [India]"
_SMALL_LETTERS = re.compile(r"[^\W\d_A-Z]{2}")
_PLACE_DASH = next(row for row in BARE if row.name == "dateline.place-dash")
_ENDED = re.compile(r"[.!?][\"”’]?(?:\s|$)")
_LONGEST_TEASER = 300
_LONGEST_PITCH = 200
_LONGEST_ALONE = 40  # characters
_SHORTEST_BELOW = 100
REACH = 300  # characters within which a dateline ends and a sentence begins


@frozen
class Reading:
    """A dateline at the start of a text: offsets behind its last character, and behind its separator."""

    rule: str
    places: tuple[Place, ...]
    date: str | None
    agency: str | None
    end: int
    behind: int


def read(head: str, families: tuple[Convention, ...] = FAMILIES) -> Reading | None:
    """The dateline that `head` begins with."""
    for family in families:
        found = family.looks.match(head)
        if found and (reading := _checked(family, found, head)):
            return reading
    return None


def begins(head: str, parted: bool = False) -> bool:
    """Whether `head` begins with a dateline that can't be mistaken: an agency or a date stands in it.

    `parted`: a separator must part an agency alone from what follows: "(MENA) Chairman" may stand in any sentence.
    """
    found = _sure(head)
    return found is not None and not (parted and found.rule == "dateline.agency-glued")


@lru_cache(maxsize=16)  # whoever looks for the story's beginning asks first, whoever claims it asks again
def _sure(head: str) -> Reading | None:
    bracketed = "(" in head[:120] or ")" in head[:60]
    found = read(head, BRACKETS) if bracketed or "/" in head[:80] or "|" in head[:80] else None
    if found is None and any(mark in head[:90] for mark in ("-", "–", "—", "_")):
        return read(head, DATED)
    return found


def _checked(family: Convention, found: re.Match[str], head: str) -> Reading | None:
    parts = found.groupdict()
    agency = squeeze(parts["agency"]) if parts.get("agency") else None
    listed = places.Places((), True, False)
    if parts.get("lead"):
        named = _places(parts["lead"])
        if named is None:
            return None
        listed = named
    if family.kind == STORY and (not listed.known or not _ENDED.search(head, found.end())):
        return None
    if not _vouched(family, listed, agency, parts, head[found.end() : found.end() + 80]):
        return None
    end = len(head[: found.start("sep") if parts.get("sep") else found.end()].rstrip(" \t\r\n-–—_,"))
    return Reading(family.name, listed.places, parts.get("date"), agency, end, found.end())


@lru_cache(maxsize=4096)
def _places(lead: str) -> places.Places | None:
    """The places that stand in front of a dateline's agency or date; None if it is something else that does."""
    lead = _COUNTRY_BEHIND.sub("", squeeze(lead).strip(" ,-*"))
    if lead[-1:] == "." and lead.isupper() and lead.find(".") == len(lead) - 1 and "," not in lead:  # "MOSCOW. Jan 11"
        lead = lead[:-1]
    return None if agencies.known(lead) else places.listed(lead)


def _vouched(family: Convention, listed: places.Places, agency: str | None, parts: dict[str, str | None], rest: str) -> bool:
    known = agency is not None and agencies.known(agency)
    if known and listed.capitals and family.kind == NAMED and parts["sep"] is not None:
        return True  # as nearly all
    sentence = _SMALL_LETTERS.search(rest) is not None
    if family.kind == AGENCY:
        return known
    if family.kind == SHAPED:
        return listed.capitals
    if family.kind == BARRED:
        return known or (bool(listed.places) and listed.known and sentence)
    if family.kind == NAMED:
        if parts["sep"] is None:
            vouched = listed.known or listed.capitals or parts.get("date") is not None
            return known and vouched and (sentence or not rest.strip())
        dated = parts.get("date") is not None or family.name == "dateline.no-date"
        shaped = _AGENCY_SHAPE.fullmatch(agency or "") is not None
        if listed.capitals:
            return known or (shaped and (dated or (listed.known and sentence)))
        return known or (shaped and dated and sentence and listed.known)
    if family.kind == PLACE:
        # Without its comma the date could end a headline: "ROTTERDAM PORT SUBSIDY TO END JULY 1 - MINISTER".
        comma = parts.get("comma") is not None or agency is not None
        return (listed.known and (comma or sentence)) or (listed.capitals and comma and sentence)
    return sentence and (family.kind == SENTENCE or (listed.known and (agency is None or known)))


def claim_dateline(draft: Draft) -> bool:
    """Claim a dateline where the story begins, or behind names there; whether there was one."""
    while not _claim_here(draft):
        if not claim_leading(draft):
            return _claim_behind_teaser(draft) or _claim_alone(draft) or _claim_before_name(draft)
    claim_reporters(draft)
    if (
        draft.first < draft.last
        and draft.start == draft.parts[draft.first].start
        and claim_byline(draft, draft.start, draft.parts[draft.first].end)
    ):
        draft.next_part()  # a dateline had the line above for itself
    end = draft.parts[draft.first].end if draft.first + 1 < draft.last else draft.start
    if draft.start < end < draft.start + _LONGEST_PITCH and whole(draft, draft.start, end):
        draft.next_part()  # "(Bloomberg) -- Sign up for our newsletter", and the story below it
    bracket = draft.begins_with(SOURCE_MARKS.looks)
    if bracket:
        draft.claim(draft.start, bracket.end(), "furniture", SOURCE_MARKS.name)
        draft.advance(bracket.end())
    return True


def _claim_here(draft: Draft) -> bool:
    head = draft.head(REACH)
    return _claim_behind_names(draft, head) or _claim_at(draft, _sure(head) or read(head), draft.start)


def _claim_behind_names(draft: Draft, head: str) -> bool:
    """ "By Mara Lind OSLO (Reuters) -", "Mara Lind OSLO (Reuters) -": the names end where a place in capitals begins."""
    start = draft.start
    if behind := behind_byline(head):
        at, line = behind
        return claim_byline(draft, start, start + at) and _claim_at(draft, line, start + at)
    if names := _NAMES_ABOVE.match(head):
        reading = read(head[names.end() :], BRACKETS)
        sure = names["bracketed"] or (reading and all(one.country for one in reading.places))
        if reading and sure and claim_names(draft, start, start + names.end()):
            return _claim_at(draft, reading, start + names.end())
    return False


def behind_byline(head: str) -> tuple[int, Reading] | None:
    """Where behind a byline's names a dateline begins, and the dateline.

    It begins with a place in capitals ("By Mara Lind OSLO (Reuters) -") or with one that is known ("By Mara Lind Oslo,
    July 19 (Reuters) -").
    """
    if not head.startswith(OPENINGS):
        return None
    for found in _CAPITALS_BEGIN.finditer(head):
        if reading := read(head[found.end() :], BRACKETS):
            return found.end(), reading
    bracket = head.find("(", 3, _FARTHEST_BRACKET)
    if bracket < 0:
        return None
    dated = _DATE_LAST.search(head, 3, bracket)
    if dated is None and (reading := read(head[bracket:], _AGENCY_ALONE)):
        return bracket, reading  # "By Mara Lind (Reuters) -"
    for found in _WORDS_BEGIN.finditer(head, 3, _FARTHEST_BRACKET):
        reading = read(head[found.end() :], _PLACE_FIRST)
        if reading and all(one.country for one in reading.places):
            return found.end(), reading
    reading = read(head[dated.end("gap") :], _DATE_FIRST) if dated else None  # "By Mara Lind Jan 11 (Reuters) -"
    return (dated.end("gap"), reading) if dated and reading else None


def _claim_behind_teaser(draft: Draft) -> bool:
    """A sentence or two, and behind them a place that is known and a dash."""
    head = draft.head(_LONGEST_TEASER + REACH)
    if " – " not in head:
        return False
    for gap in TEASER.looks.finditer(head, 0, _LONGEST_TEASER):
        if reading := read(head[gap.end() :], (_PLACE_DASH,)):
            draft.note(draft.start, draft.start + gap.start(), TEASER.kind, TEASER.name)
            return _claim_at(draft, reading, draft.start + gap.end())
    return False


def alone(line: str, below: str) -> tuple[Place, ...]:
    """The places of a line that is nothing else, known and in capitals, over a paragraph of the story; none of any other."""
    if len(line) > _LONGEST_ALONE or not line[:3].isupper() or len(below) < _SHORTEST_BELOW or not ALONE.looks.fullmatch(line):
        return ()
    named = places.listed(line)
    known = named is not None and named.capitals and all(places.is_city(one.name) for one in named.places)
    return named.places if named and known else ()


def _claim_alone(draft: Draft) -> bool:
    i = draft.first
    if i + 1 >= draft.last or draft.parts[i].end - draft.start > _LONGEST_ALONE:
        return False
    line, below = draft.text[draft.start : draft.parts[i].end], draft.parts[i + 1]
    named = alone(line, draft.text[below.start : below.end])
    return bool(named) and _claim_at(draft, Reading(ALONE.name, named, None, None, len(line), len(line)), draft.start)


def _claim_before_name(draft: Draft) -> bool:
    if draft.first >= draft.last:
        return False
    found = before_name(draft.text, draft.start, draft.parts[draft.first].end)
    if found is None:
        return False
    named, length = found
    return _claim_at(draft, Reading(BEFORE_NAME.name, named.places, None, None, length, length), draft.start)


def _claim_at(draft: Draft, reading: Reading | None, start: int) -> bool:
    if reading is None:
        return False
    iso, warning = filed(reading.date, draft.date) if reading.date else (None, None)
    text = draft.text[start : start + reading.end]
    draft.claim(start, start + reading.end, "dateline", reading.rule)
    draft.claim(start + reading.end, start + reading.behind, "separator", reading.rule)
    draft.dateline = Dateline(squeeze(text), reading.places, iso, reading.agency)
    draft.agency = reading.agency
    if warning:
        draft.warnings.append(warning)
    if draft.date is None and iso and not iso.startswith("X"):
        draft.date, draft.date_from = iso, "dateline"
    draft.advance(start + reading.behind)
    return True
