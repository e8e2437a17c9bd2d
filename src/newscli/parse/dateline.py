"""Datelines: "SHANGHAI, Jan 11 (Reuters) -" and its relatives.

A dateline is read in two steps: a family's pattern finds its outer shape where a story may begin, and then its parts are
checked one by one. What doesn't check is no dateline: a known agency, a date or a known place must vouch for it, since
a story may well begin with a name and a dash.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from newscli.article import Dateline, Place
from newscli.parse import agencies, places
from newscli.parse.conventions import Convention, convention
from newscli.parse.credits import claim_byline, claim_names, claim_reporters
from newscli.parse.dates import DATELINE_DATE, MONTH, filed
from newscli.parse.draft import Draft
from newscli.parse.layout import squeeze

_SEP = r"(?P<sep>\s*(?:--+|[-–—_―\ufffd]|[–—]{2}|\.\s?[-–—])(?!\w*-)\s*)"
_SEP_OR_STOP = _SEP.replace("(?P<sep>\\s*(?:", "(?P<sep>\\s*(?:\\.(?=\\s)|")
_DATE = rf"(?P<date>(?i:{DATELINE_DATE}))"
_LEAD = r"(?P<lead>[^()\n\r:;\"“”]{2,100}?(?:\s?\([A-Z][\w .'-]{2,30}\))?)"
_AGENCY = r"\((?P<agency>[A-Za-z][^()\n]{1,40})\)"

# What must vouch for a family, beside its shape.
AGENCY = "agency"  # an agency of the list
NAMED = "named"  # an agency of the list, or whatever stands in brackets behind a place in capitals
PLACE = "place"  # a place of the table and a comma, or else one in capitals and a sentence behind it
KNOWN = "known"  # a place of the table, and a sentence behind it
SENTENCE = "sentence"  # a sentence behind it

# An agency stands in these: they can't be mistaken, and what stands above one is no story. The commonest first; `kind` is
# what must vouch.
_BRACKETS: tuple[Convention, ...] = (
    convention("dateline.place-agency", rf"{_LEAD}(?<!-)\s*,?\s*(?:-\s*)?{_AGENCY}{_SEP}?",
               "WEST BAY, Fla./OSLO (Reuters) - Ships sailed.", NAMED),
    convention("dateline.agency-place", rf"{_AGENCY}\s*(?:-\s*)?{_LEAD}(?:,\s+{_DATE})?(?P<sep>\s+(?:--?|–|—)\s+)",
               "(ANSA) - Rome, October 11 - Ships sailed.", KNOWN),
    convention("dateline.agency", rf"\(?{_AGENCY}(?P<sep>\s*(?:--+|[-–—_])\s*)",
               "(Bloomberg) -- Copper fell for a third day.", AGENCY),
    convention("dateline.date-agency", rf"{_DATE},?\s*{_AGENCY}{_SEP}", "Nov 11 (Reuters) - Grain trains moved.", AGENCY),
    convention("dateline.business-wire",
               r"(?P<lead>[A-Z][^()\n]{2,60}?)\s?--\s?\((?P<agency>BUSINESS WIRE|Marketwired?|Newsfile Corp\.)"
               r"(?: - [^()\n]{3,30})?\)(?P<sep>\s*--?\s*)",
               "FREMONT, Calif.--(BUSINESS WIRE)--Harbour Corp said ships sailed.", AGENCY),
    convention("dateline.place-date-agency", rf"{_LEAD}\s*,?\s+{_DATE}\s*,?\s*{_AGENCY}{_SEP}?",
               "SHANGHAI, Jan 11 (Reuters) - Ships sailed.", NAMED),
    convention("dateline.no-date", rf"{_LEAD},\s+NO DATE\s+{_AGENCY}{_SEP}",
               "OSLO, NO DATE (HARBOUR RADIO) -- [TEXT] Ships sailed.", NAMED),
    convention("dateline.half-bracket", rf"(?:{_LEAD}\s*,?\s*)?(?:{_DATE}\s*,?\s*)?(?:\((?=[A-Za-z]+\s*-)|(?=[A-Za-z]+\)))"
               rf"(?P<agency>Reuters|AP|AFP|UPI)\)?{_SEP}",
               "OSLO, Jan 11 (Reuters - Ships sailed.", AGENCY),
    convention("dateline.empty-bracket", rf"{_LEAD}(?P<agency>)\s*\(\s*\){_SEP}", "WASHINGTON () - Ships sailed.", KNOWN),
    convention("dateline.agency-glued", r"\((?P<agency>[A-Za-z][^()\n]{1,30})\)\s*(?=[A-Z\"“])",
               "(Reuters) Ships sailed on Tuesday.", AGENCY),
    convention("dateline.agency-in-slashes", rf"{_LEAD},\s+{_DATE}\.?\s*/(?P<agency>[A-ZА-Я][\w -]{{2,30}})/{_SEP_OR_STOP}",
               "OSLO, Feb. 12, 2020 /PRNewswire/ -- Harbour Corp said ships sailed.", PLACE),
    convention("dateline.agency-in-slashes-colon",
               rf"{_LEAD}\s*/(?P<agency>[A-Za-z]{{2,12}}(?:[-/][A-Za-z]{{2,12}})?)/(?P<sep>\s*[:–-]\s+)",
               "BERGEN /ritzau/: Ships sailed.", KNOWN),
    convention("dateline.accesswire", rf"{_LEAD}\s*/\s*(?P<agency>ACCESSWIRE|Accesswire)\s*/\s*{_DATE}(?P<sep>\s*/\s*)",
               "OSLO, NORWAY / ACCESSWIRE / July 12, 2017 / Harbour Corp said ships sailed.", AGENCY),
)  # fmt: skip
# A date stands in these, with a place: they can't be mistaken either.
_DATED: tuple[Convention, ...] = (
    convention("dateline.russian",
               rf"{_LEAD},\s+{_DATE}\s+[-–—]\s+(?P<agency>РИА Новости|Р-Спорт)(?:, [\w ]{{3,40}})?(?P<sep>\.\s+)",
               "МОСКВА, 18 окт - РИА Новости. Ships sailed.", AGENCY),
    convention("dateline.place-date", rf"{_LEAD}(?:(?P<comma>\s*,)\s*|\s+){_DATE}(?:\s*,\s*(?P<agency>Reuters?))?\s*,?{_SEP}",
               "SALVADOR, Feb 26 - Showers continued.", PLACE),
    convention("dateline.misprinted-date",
               rf"{_LEAD}(?P<comma>,)\s+(?P<date>(?i:{MONTH})\.?(?:,?\s?[\dlO]{{1,3}})?)\s*,?{_SEP}",
               "SALVADOR, Feb 2O - Showers continued.", KNOWN),
    convention("dateline.bare-agency",
               rf"{_LEAD}(?P<comma>\s*,)?\s+{_DATE}\s+(?P<agency>AAP|Reuters?|AP|AFP|UPI|DPA|dpa){_SEP}",
               "SYDNEY March 22 AAP - Showers continued.", AGENCY),
)  # fmt: skip
# These are believed only where the story is known to begin.
_BARE: tuple[Convention, ...] = (
    convention("dateline.chinese",
               r"(?P<agency>新华社|新华网|人民网|中新社|中新网)(?P<lead>\w{2,8}?)(?:\d{4}年)?(?P<date>\d{1,2}月\d{1,2}日)电(?P<sep>\s*)",
               "新华社北京9月2日电（记者王一鸣）列车恢复运行。", AGENCY),
    convention("dateline.date", rf"{_DATE}{_SEP}(?=[A-Z\"“])", "April 7 - Showers continued.", SENTENCE),
    convention("dateline.place-dash",
               r"(?P<lead>[A-Z][^()\n\r:;\"“”]{2,60}?)(?P<sep>\s*[—–]{1,2}\s*|\s+(?:--+|_|-)\s+)(?=[A-Z\"“‘])",
               "WASHINGTON — Showers continued.", KNOWN),
    convention("dateline.place-region",
               r"(?P<lead>[A-Z]{2}[A-Z .'-]{1,25}, [A-Z][\w.]+(?: [A-Z][\w.]+)?)(?P<sep>\s+)(?=(?:A |The |[A-Z][a-z]))",
               "AUSTIN, Texas Showers continued.", KNOWN),
    convention("dateline.place-colon", r"(?P<lead>[A-Z]{2}[A-Z .'-]{2,30})(?P<sep>:\s+)(?=[A-Z\"“‘])",
               "BEIRUT: Showers continued.", KNOWN),
    convention("dateline.agency-first", r"(?P<agency>REUTERS|Reuters|AP|AFP)(?P<sep>\s+[-–—]+\s+)(?=[A-Z\"“])",
               "REUTERS - Showers continued.", AGENCY),
)  # fmt: skip
FAMILIES = (*_BRACKETS, *_DATED, *_BARE)
# What FBIS and others put between dateline and story.
SOURCE_MARKS = convention("furniture.source-mark", r"(?:\[[^\[\]\n]{1,80}\]\s*)+", "[SPEECH] [TEXT] Ships sailed.")
# A name before the place: "Jennifer Reed NEW YORK (Reuters) -".
_NAMES_ABOVE = re.compile(
    r"(?P<names>(?:[A-Z][\w'’.-]*[a-z][\w'’.-]* ){2,4}?)(?=[A-Z]{2}[A-Z'’.-]+[ ,/])|\([Bb]y (?P<bracketed>[^()\n]{4,60})\)\s+"
)
_CAPITALS_BEGIN = re.compile(r"\s+(?=[A-Z]{2}[A-Z'’.-]*[ ,/(])")
_AGENCY_SHAPE = re.compile(r"[A-Z][\w .&'/!-]{1,25}|dpa|xinhua")
_SMALL_LETTERS = re.compile(r"[^\W\d_A-Z]{2}")
REACH = 300  # characters within which a dateline ends and a sentence begins


@dataclass(frozen=True, slots=True)
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


def begins(head: str) -> bool:
    """Whether `head` begins with a dateline that can't be mistaken: an agency or a date stands in it."""
    return _sure(head) is not None


@lru_cache(maxsize=16)  # whoever looks for the story's beginning asks first, whoever claims it asks again
def _sure(head: str) -> Reading | None:
    found = read(head, _BRACKETS) if "(" in head[:120] or "/" in head[:80] else None
    if found is None and any(mark in head[:90] for mark in ("-", "–", "—", "_")):
        return read(head, _DATED)
    return found


def _checked(family: Convention, found: re.Match[str], head: str) -> Reading | None:
    parts = found.groupdict()
    agency = squeeze(parts["agency"]) if parts.get("agency") else None
    listed = places.Places((), True, False)
    if parts.get("lead"):
        named = places.listed(squeeze(parts["lead"]).strip(" ,-"))
        if named is None:
            return None
        listed = named
    if not _vouched(family, listed, agency, parts, head[found.end() : found.end() + 80]):
        return None
    end = len(head[: found.start("sep") if parts.get("sep") else found.end()].rstrip(" \t\r\n-–—_,"))
    return Reading(family.name, listed.places, parts.get("date"), agency, end, found.end())


def _vouched(family: Convention, listed: places.Places, agency: str | None, parts: dict[str, str | None], rest: str) -> bool:
    known = agency is not None and agencies.known(agency)
    sentence = _SMALL_LETTERS.search(rest) is not None
    if family.kind == AGENCY:
        return known
    if family.kind == NAMED:
        if parts["sep"] is None:
            return known and sentence and (listed.known or listed.capitals)
        dated = parts.get("date") is not None or family.name == "dateline.no-date"
        shaped = _AGENCY_SHAPE.fullmatch(agency or "") is not None
        return known or (listed.capitals and shaped and (dated or (listed.known and sentence)))
    if family.kind == PLACE:
        # Without its comma the date could end a headline: "ROTTERDAM PORT SUBSIDY TO END JULY 1 - MINISTER".
        comma = parts.get("comma") is not None or agency is not None
        return (listed.known and (comma or sentence)) or (listed.capitals and comma and sentence)
    return sentence and (family.kind == SENTENCE or (listed.known and (agency is None or known)))


def claim_dateline(draft: Draft) -> bool:
    """Claim a dateline where the story begins, or behind names there; whether there was one."""
    head = draft.head(REACH)
    if not (_claim_behind_names(draft, head) or _claim_at(draft, _sure(head) or read(head), draft.start)):
        return False
    claim_reporters(draft)
    bracket = draft.begins_with(SOURCE_MARKS.looks)
    if bracket:
        draft.claim(draft.start, bracket.end(), "furniture", SOURCE_MARKS.name)
        draft.advance(bracket.end())
    return True


def _claim_behind_names(draft: Draft, head: str) -> bool:
    """ "By Mara Lind OSLO (Reuters) -", "Mara Lind OSLO (Reuters) -": the names end where a place in capitals begins."""
    start = draft.start
    if head.startswith(("By ", "by ", "BY ")):
        for found in _CAPITALS_BEGIN.finditer(head):
            if reading := read(head[found.end() :], _BRACKETS):
                at = start + found.end()
                return claim_byline(draft, start, at - 1) and _claim_at(draft, reading, at)
    elif names := _NAMES_ABOVE.match(head):
        reading = read(head[names.end() :], _BRACKETS)
        sure = names["bracketed"] or (reading and all(one.country for one in reading.places))
        if reading and sure and claim_names(draft, start, start + names.end()):
            return _claim_at(draft, reading, start + names.end())
    return False


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
