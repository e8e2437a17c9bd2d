"""What a place is: how a list of places is written, and what is certain of each.

GEORGETOWN alone may be in Guyana, Delaware or Texas; LONDON alone is in Britain, and "LONDON, Ontario" in Canada. The
tables were made by tools/gazetteer.py.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

from newscli.article import Place
from newscli.frozen import frozen
from newscli.text import unaccented

_SHIP = re.compile(r"(?:THE )?(?:USS|USNS|USCGC|HMS|HMCS|HMAS|INS|MV|MS|M/V|RMS|SS)\b|.*\b(?:AIRCRAFT CARRIER|SHIP|FERRY)\b")
_AIRCRAFT = re.compile(r".*\b(?:AIR FORCE (?:ONE|TWO)|AIRCRAFT|PLANE|MARINE ONE|AIRBUS|BOEING)\b(?! CARRIER)")
_ABOARD = re.compile(r"(?:ABOARD|ON BOARD|Aboard|On board)\s+")
# "Frankfurt/Main" is one town, beside its river.
_RIVERS = "Main|Oder|Saale|Spree|Elbe|Weser|Rhein|Ruhr|Donau|Neckar|Inn|Isar|Havel|Lahn|Mosel"
_LISTED = re.compile(rf"\s?/\s?(?!(?:{_RIVERS})(?![\w/,]))|;\s+|\s+and\s+(?=[A-Z][A-Z])")
_TWICE = re.compile(r"^(.+?)\s+-\s+\1$")  # "NEW YORK - NEW YORK"
_WEEKDAY = re.compile(r"(?:(?:^|,\s*)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$", re.I)
_BRACKETED = re.compile(r"(.+?)\s?[(\[]([^()\[\]]+)[)\]]")
_WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
_REGION = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-])*(?: (?:[^\W\d_]|['’.\-])+){0,4}")
_SPACED = re.compile(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)")  # "N. C."
_SMALL = frozenset(
    {"de", "la", "le", "du", "des", "del", "di", "da", "do", "of", "the", "on", "sur", "and", "an", "der", "am", "en",
     "et", "las", "los"}
)  # fmt: skip
_MOST_WORDS = 7
_MOST_TITLE_WORDS = 4
_SHORT = re.compile(r"(ST|STE|FT|MT)(?:\.\s?|\s)(?=[A-Z])")
_WRITTEN_OUT = {"ST": "SAINT", "STE": "SAINTE", "FT": "FORT", "MT": "MOUNT"}
_OFFICES = frozenset({"UNITED NATIONS", "PENTAGON", "WEST BANK", "CAPE CANAVERAL"})


@frozen
class Places:
    """A list of places. `known`: a table has each, or its region; `capitals`: each is in capitals."""

    places: tuple[Place, ...]
    capitals: bool
    known: bool


@lru_cache(maxsize=4096)
def listed(text: str) -> Places | None:
    """The places of "FRANKFURT/HOUGHTON, Michigan"; None if it isn't a list of places."""
    found: list[Place] = []
    capitals = known = True
    for piece in _LISTED.split(_TWICE.sub(r"\1", text)):
        name, _, region = piece.partition(",")
        bracketed = _BRACKETED.fullmatch(name)
        if bracketed and not region:
            name, region = bracketed.groups()
        name, region = name.strip(), region.strip(" ,")
        if region:
            region = _WEEKDAY.sub("", region)
        else:
            name, region = _apart(name)
        town = name.partition("/")[0]  # without its river
        shape = _shape(town)
        if shape is None or (region and not all(_REGION.fullmatch(part.strip()) for part in region.split(","))):
            return None
        capitals = capitals and shape == "capitals"
        known = known and _is_known(town, region, shape)
        found.append(located(name, region or None))
    return Places(tuple(found), capitals, known)


def _apart(name: str) -> tuple[str, str]:
    """ "RICHMOND Va": the region without its comma."""
    words = name.split()
    for count in (2, 1):
        region = " ".join(words[-count:])
        if len(words) > count and not region.isupper() and is_region(region) and _is_capitals(words[0]):
            return " ".join(words[:-count]), region
    return name, ""


def _is_known(name: str, region: str, shape: str) -> bool:
    if region and (shape == "capitals" or len(name.split()) < _MOST_TITLE_WORDS):
        return any(is_region(part.strip()) for part in region.split(","))
    return is_city(name) or name in _OFFICES or _ABOARD.match(name) is not None


def _shape(name: str) -> str | None:
    """ "capitals" or "title" for what may be a place, None for what may not."""
    words = name.split()
    if not words or len(words) > _MOST_WORDS or len(name) < 2 or words[0] in ("By", "BY") or _WEEKDAY.fullmatch(name):
        return None
    if _ABOARD.match(name):
        return "capitals"
    if words[0] not in _SMALL and all(_is_capitals(word) or word in _SMALL for word in words):
        return "capitals"
    if len(words) <= _MOST_TITLE_WORDS and ((name[0].isupper() and all(map(_is_title, words))) or is_city(name)):
        return "title"
    return None


def _is_capitals(word: str) -> bool:
    """McCOOK, al-KHOBAR, St., L'AQUILA, 北京, and a slip of the shift key: capitals outnumber small letters."""
    if word in ("St.", "Ste.", "Ft.", "Mt.", "St", "&"):
        return True
    if not _WORD.fullmatch(word):
        return False
    upper = sum(map(str.isupper, word))
    small = sum(map(str.islower, word))
    return upper >= 2 * small + (small > 0)  # a script without cases has neither


def _is_title(word: str) -> bool:
    return word in _SMALL or (word[0].isupper() and _WORD.fullmatch(word) is not None)


@lru_cache(maxsize=4096)
def located(name: str, region: str | None) -> Place:
    """A place as written, with what is certain of it."""
    if aboard := _ABOARD.match(name):
        vehicle = name[aboard.end() :].upper()
        return Place(name, region, None, "ship" if _SHIP.match(vehicle) else "aircraft" if _AIRCRAFT.match(vehicle) else None)
    if region:
        countries = {country for part in region.split(",") if (country := _look("regions.txt", part.strip())) is not None}
        country = countries.pop() if len(countries) == 1 else ""
        return Place(name, region, country or None, "city" if country and is_city(name) else None)
    if country := _look("places.txt", name.partition("/")[0]):
        return Place(name, None, country, "city")
    return Place(name, None, _look("regions.txt", name) or None)


def is_city(name: str) -> bool:
    """Whether a town of at least 15,000 people has this name."""
    return _look("places.txt", name) is not None


def is_region(name: str) -> bool:
    """Whether this is a country, a state or a province, also as AP abbreviates it."""
    return _look("regions.txt", name) is not None


def is_place(name: str) -> bool:
    """Whether this is a town or a region that a table has."""
    return is_city(name) or is_region(name)


@lru_cache(maxsize=8192)
def _look(table: str, name: str) -> str | None:
    """The country of a name; "" where it has several, None where it isn't in the table."""
    plain = _plain(name)
    country = _found(table, plain)
    if country is None and (short := _SHORT.match(plain)):
        country = _found(table, f"{_WRITTEN_OUT[short[1]]} {plain[short.end() :]}")
    return country


def _found(table: str, plain: str) -> str | None:
    # Searched as it is: for the few hundred names of a command that is quicker than to make a dictionary.
    line = b"\n" + plain.encode("ascii", "replace") + b"\t"
    found = _table(table)
    at = found.find(line)
    return None if at < 0 else found[at + len(line) : found.index(b"\n", at + len(line))].decode("ascii")


def _plain(name: str) -> str:
    """Capitals without accents, as the tables are written."""
    if ". " in name:
        name = _SPACED.sub("", name)
    return unaccented(name.upper().replace("’", "'"))


@cache
def _table(name: str) -> bytes:
    return b"\n" + Path(__file__).with_name(name).read_bytes()
