"""Who is named in a list such as "Mara Lind in Oslo, Tom Acht and the Paris newsroom".

A place binds backwards, to everybody named since the last place or semicolon. What is neither a person nor a desk
(a title, an agency, an e-mail address) is left out.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from newscli.article import Credit
from newscli.parse import agencies, places
from newscli.parse.layout import squeeze
from newscli.parse.slips import mended

_DESK = re.compile(
    r"\b(?:newsrooms?|bureaux?|bureaus|desk|teams?|staff|correspondents|reporters|journalists|units?|graphics)\b", re.I
)
PREPOSITION = re.compile(r"(?:^|\s+)(?:in|at|from|aboard|on board|near|on|is|aus)\s+(?=(?:the\s+)?[^\W\d_a-z])")
_SPLIT = re.compile(r"\s*(?P<stop>;)\s*(?:and\s+)?|\s*,\s*(?:and|with)\s+|\s*[,&/]\s*|\s+(?:and|And|AND|amd|with)\b[;,]?\s+")
_PARTICLES = "de|da|del|della|di|van|von|der|den|ten|la|le|bin|al|el|ter|dos|du|zu|y|ben|abu|ibn|af|av|e|bint|ul|ud"
_NAME = re.compile(
    r"(?:[^\W\d_a-z][\w.'’\-]*|d['’][A-Z][\w\-]*|al-[A-Z]\w*)"
    rf"(?:\s+(?:[^\W\d_a-z][\w.'’\-]*|(?:{_PARTICLES})|d['’][A-Z][\w\-]*|al-\w+|[a-z]{{2,8}}-[a-z]{{2,8}}"
    r"|\"[\w ]+\"|“[\w ]+”)){0,5}"
)
# "anna de vries", "Alister bull": names whose capitals were lost. Behind "Reporting by" hardly anything else stands.
_SMALL_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])+(?: (?:[^\W\d_](?:[^\W\d_]|['’-])*\.?)){1,3}")
_NO_NAME = frozenset(
    "the a an and or of for to in on at by from with our his her its their this that state local foreign other others several"
    " various media television radio newspaper newspapers agency agencies news wire wires service services report reports"
    " contributors colleagues journalists".split()
)
_TITLE = re.compile(
    r"(?:Associated|AP|Reuters|Staff|Special|Senior|Chief|Business|Correspondents?|Writers?|Editors?|Columnist|Analyst"
    r"|Analysis|The|Agence|Bloomberg|News|Press|USA|CNN|Reporter|Editing|Reporting|Writing)\b"
)
_TITLES = re.compile(
    r"(?:(?:The|Associated Press|AP|Reuters|Staff|Special|Senior|Chief|Contributing|Business|Sports|Military"
    r"|Science|Basketball|Political"
    r"|Correspondents?|Writers?|Editors?|Columnists?|Reporters?)\s*)+"
)
_HOUSES = (
    "Associated Press|AP|IFR|LPC|AFP|Agence France-Presse|CNN|BBC|Fox News|ABC News|NBC News|CBS News|Reuters|Bloomberg"
    "|UPI|dpa|AAP|PTI|ANI|IANS|Xinhua|Kyodo|EFE|ANSA|USA TODAY|NPR|MarketWatch"
)
_SECTIONS = (
    "Staff|Special|Senior|Chief|Contributing|Guest|Deputy|Associate|Assistant|Political|Business|Sports?|Science|Health|Medical"
    "|Environment|Economics?|Defen[cs]e|Security|Foreign|World|National|Legal|Education|Religion|Diplomatic|Media|Arts"
    "|Technology|Military|Basketball|Football|Baseball|Court|Crime"
)
_JOB = r"(?:[Cc]orrespondent|[Ww]riter|[Rr]eporter|[Ee]ditor|[Cc]olumnist|[Aa]nalyst|[Pp]roducer|[Cc]ontributor|[Cc]ritic)"
# "European Energy Correspondent": a title, and not several people ("Reuters correspondents").
_JOB_LAST = re.compile(
    rf"\b(?:{_JOB}|[Bb]ureau [Cc]hiefs?|[Ww]riters|[Ee]ditors|[Cc]olumnists"
    r"|CORRESPONDENT|REPORTER|EDITOR|WRITER|COLUMNIST)$"
)
# "Mara Lind AP Business Writer", "Mara Lind Reuters", "Mara Lind Staff Writer": what a byline adds without a comma.
_BEHIND_NAME = re.compile(
    rf"(?<=[^\W\d_])\s+(?:(?:The )?(?:{_HOUSES})(?:\s+[\w ]{{2,40}})?|(?:{_SECTIONS})\b[\w ]{{0,30}}?\s{_JOB}s?)$"
)
_PAPER = re.compile(r"\b(?:News|Times|Post|Press|Tribune|Herald|Journal)$")
_HONORIFIC = re.compile(
    r"(?:(?:Dr|Prof|Professor|Sir|Rev|Mr|Mrs|Ms)\b\.?|(?:Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt)\.|(?:(?:[Ss]taff|[Ff]reelance"
    r"|[Ss]enior|[Ss]pecial) "
    r"|(?:[a-z]{3,12} ){1,2})?"
    r"(?:journalist|producer|reporter|writer|correspondent|photographer|researcher|editor)s?)"
    r"\s+(?=[A-Z])"
)
_SUBJECT = r".*\b(?:Economics|Equities|Commodities|Markets|Bonds|Energy|Treasury|Companies|Corporate)"
# "Oslo and Milan government bonds teams", "China Commodities & Energy Team": one desk, though an "and" stands in it.
_ONE_DESK = re.compile(
    rf"(?:\S+|{_SUBJECT}) (?:and|&) (?!the )[\w. ]*\b(?:teams|newsrooms|desks?|bureau[sx]|units?)"
    rf"|{_SUBJECT} (?:and|&) [\w. ]*\bteam",
    re.I,
)
_DESKS = re.compile(r"[A-Z][\w. ]*\b(?:newsrooms|bureau[sx])")  # "Oslo, Bergen, Molde newsrooms"
_COMPANY = re.compile(r"\s(?:Inc|Corp|Ltd|PLC|plc|LLC|GmbH|AG|NV|Holdings|Industries)\.?$")
_HALF_TITLE = re.compile(rf"(?:{_SECTIONS})")  # "Health and Science Editor"
_CONTINENTS = frozenset(("Africa", "Asia", "Europe", "America", "North America", "South America", "Latin America"))
# What stands before an address or a number that is taken out, and words that were meant for the clause behind them.
_NOBODY = re.compile(r"(?:Tel|E-?mail|Phone|Fax|Messaging|Twitter|With|Plus)\b:?")
# "Times Wire Reports", "Staff and Wire Services".
_WIRES = re.compile(
    r"\b(?:Wire|News|Staff) (?:Services?|Reports?)$|\b(?:Service|Services|Agencies|Wires|Newspapers)$|^"
    r"(?:From|CBS|NBC|ABC|FOX|PBS)$",
    re.I,
)
_GENERATION = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")  # "Tom Acht, Jr."
_DEGREE = re.compile(r"(?:Ph\.?D|M\.?D|M\.?A|M\.?S|J\.?D|R\.?N|Esq|MBE|OBE|CFA)\.?")
# "Fox News' Brie Stimson", "CNN's Mara Lind", "Associated Press writers Mara Lind", "BBC Russian in Moscow".
_EMPLOYER = re.compile(
    rf"(?:The\s+|[Aa]n?\s+)?(?:(?:{_HOUSES}|Monitor)(?:['’]s?)?|(?:[A-Z][\w.&]*\s){{0,2}}[A-Z][\w.&]*(?:['’]s|s['’])(?=\s+[A-Z]\S+\s[A-Z]))"
    r"\s+(?:(?:[A-Z]\w+ ){0,3}(?:[Ww]riters?|[Cc]orrespondents?|[Rr]eporters?|[Jj]ournalists?|[Ee]ditors?|[Pp]roducers?"
    r"|[Pp]hotographers?|[Aa]nalysts?|[Ff]reelancers?|[Ss]tringers?|[Vv]ideo ?journalists?|[Ss]taffers?)\s+)?(?=[A-Z])"
)
_CONTACT = re.compile(r"[\w.+-]+@[\w.-]+|\+?\s?\(?\d[\d ().-]{6,}|Reuters Messaging:[^;)]*")
_UNIT_BEHIND = re.compile(r" \([A-Z][\w .&'’-]{2,40}\)(?=[,;.]| and |$)")  # "Mara Lind (Harbour Intelligence) and ..."
_DOMAIN = re.compile(r"\w\.[a-z]{2,3}$")
_DIGITS = re.compile(r"\d\d")
_LONGEST_REMEMBERED = 1000  # characters
# A full stop behind these belongs to them: initials and the states as AP writes them.
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb"
    r"|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Jr|Sr|Ont|Que))\.$"
)
# Towns of two words, which behind "in Albany," would else look like a person; regions are in the table of places.
_TOWNS = frozenset(
    ["hong kong", "los angeles", "san francisco", "new delhi", "sao paulo", "mexico city", "buenos aires", "tel aviv",
     "abu dhabi", "kuala lumpur", "addis ababa", "ho chi minh city", "rio de janeiro", "santa fe", "san diego", "las vegas",
     "st. louis"]
)  # fmt: skip


def unstop(text: str) -> str:
    """`text` without its final full stop, unless the stop belongs to an abbreviation."""
    return text if _ABBREVIATED.search(text) else text.rstrip(".")


def people(text: str, *roles: str, small: bool = False) -> tuple[Credit, ...]:
    """Everybody in one list, each with each role; a desk ("Paris newsroom") has kind "desk".

    `small`: the list stands where only names can, so those that have lost their capitals are believed too.
    """
    return (_remembered if len(text) < _LONGEST_REMEMBERED else _people)(text, roles, small)


def _people(text: str, roles: tuple[str, ...], small: bool) -> tuple[Credit, ...]:
    if "@" in text or _DIGITS.search(text) or "Messaging" in text:
        text = _CONTACT.sub("", text)
    if "(" in text:
        text = _UNIT_BEHIND.sub("", text)
    reading = _Reading(small)
    for item, gap, closed in _items(mended(text)):
        reading.add(item, gap)
        if closed:
            reading.close()
    reading.close()
    named = [(who, where, "desk" if _DESK.search(who) else "person") for who, where in reading.done if not _is_land(who)]
    return tuple(Credit(who, role, kind, where) for who, where, kind in named for role in roles)


class _Reading:
    """A list of people, as far as it has been read. `small`: see `people`."""

    def __init__(self, small: bool) -> None:
        self.small = small
        self.done: list[tuple[str, str | None]] = []  # names, each with its place
        self.waiting: list[str] = []  # names that a place may yet be named for
        self.grouped = False  # whether the last of `waiting` was joined to the others by "and"
        self.place = ""  # the place named last
        self.bound = 0  # how many of `done` were there before it

    def add(self, item: str, gap: str) -> None:
        """Read what stands between two separators; `gap` is the one before it."""
        if self.waiting and (whole := _joined(self.waiting, gap, item)) is not None:
            self.waiting = whole
            return
        cut = PREPOSITION.search(item)
        if cut is None and self.place and _extends(item):
            # "in Albany, New York", "in Oslo and Bergen": the place goes on.
            self.place = f"{self.place}{gap}{_place(item)}"
            self.done[self.bound :] = [(who, self.place) for who, _ in self.done[self.bound :]]
            return
        if _is_name(name := _name(item[: cut.start()] if cut else item), self.small):
            self._name(name, gap)
        self.place = ""
        if cut and self.waiting:
            self._put(_place(item[cut.end() :]))

    def _name(self, name: str, gap: str) -> None:
        joiner = gap.strip()
        if self.grouped and joiner == ",":
            # "A and B, C in Oslo": the "and" has closed a group that has no place.
            self.close()
        self.grouped = bool(self.waiting) and "," not in gap and joiner != "/"
        self.waiting.append(name)

    def _put(self, place: str) -> None:
        """All who wait are at this place."""
        self.place, self.bound = place, len(self.done)
        self.done += [(who, place or None) for who in self.waiting]
        self.waiting = []

    def close(self) -> None:
        """No place can follow for anybody who waits, nor for the place that was named last."""
        self.done += [(who, None) for who in self.waiting]
        self.waiting, self.place = [], ""


def _joined(waiting: list[str], gap: str, item: str) -> list[str] | None:
    """Whoever waits for a place, where an item is no more than the rest of the last of them; None where it is another."""
    *others, last = waiting
    joiner = gap.strip()
    if _GENERATION.fullmatch(item):
        return [*others, f"{last}, {item}"]
    if joiner in ("and", "&") and _ONE_DESK.fullmatch(whole := f"{last} {joiner} {item}"):
        item = whole
    elif joiner == "and" and _HALF_TITLE.fullmatch(last) and _JOB_LAST.search(item):
        return others
    elif joiner == "," and _DESKS.fullmatch(item) and places.is_place(last):
        item = f"{last}, {item}"
    else:
        return None
    while others and _DESKS.search(item) and places.is_place(others[-1]):
        item = f"{others.pop()}, {item}"
    return [*others, item]


def _is_land(name: str) -> bool:
    """ "with reporting from Asia, Jordan and Panama": nobody has such a name alone."""
    return name in _CONTINENTS or (" " not in name and places.is_region(name))


_remembered = lru_cache(maxsize=16_384)(_people)  # who signs one story signs the next


def _items(text: str) -> Iterator[tuple[str, str, bool]]:
    """What stands between separators, the separator before it, as written, and whether a semicolon closes it."""
    start, gap = 0, ""
    for found in _SPLIT.finditer(text):
        if item := text[start : found.start()].strip():
            yield item, gap, found["stop"] is not None
        start, gap = found.end(), found[0]
    if item := text[start:].strip():
        yield item, gap, False


def _place(text: str) -> str:
    return unstop(squeeze(text).strip(" ();,"))


@lru_cache(maxsize=16_384)
def _name(text: str) -> str:
    name = squeeze(text).strip(" ,;:()")
    if name[:3] in ("by ", "By "):
        name = name[3:]
    if employer := _EMPLOYER.match(name):
        name = name[employer.end() :]
        if " " not in name:  # "BBC Russian"
            return ""
    person, of, _ = name.partition(" of ")
    if of and " " in person and _NAME.fullmatch(person):
        name = person
    if (behind := _BEHIND_NAME.search(name)) and " " in name[: behind.start()]:
        name = name[: behind.start()]
        if _PAPER.search(name):  # "Harbour News Staff Writer"
            return ""
    name = _HONORIFIC.sub("", name, count=1)
    return unstop(name.rstrip("0123456789") if name[-1:].isdigit() else name)


@lru_cache(maxsize=16_384)
def _is_name(name: str, small: bool) -> bool:
    """Whether this is a person's or a desk's name, and no title or agency; `small`: perhaps without its capitals."""
    if _TITLES.fullmatch(name) or agencies.known(name) or _DOMAIN.search(name):
        return False
    if _JOB_LAST.search(name) or _DEGREE.fullmatch(name) or _WIRES.search(name):
        return False
    if _DESK.search(name):
        return 5 < len(name) < 60
    if len(name) < 2 or _TITLE.match(name) or _NOBODY.fullmatch(name) or _COMPANY.search(name):
        return False
    return _NAME.fullmatch(name) is not None or (small and _SMALL_NAME.fullmatch(name) is not None and _may_be_name(name))


def _may_be_name(words: str) -> bool:
    """Whether none of these words is one that no name has."""
    return _NO_NAME.isdisjoint(words.casefold().split())


def _extends(item: str) -> bool:
    """Whether an item behind a place goes on with it."""
    return names_place(item.strip(" ;."))


def names_place(words: str) -> bool:
    """Whether these can only be a place where a person's name would have a given name too: one word, or a region of two."""
    return bool(words) and words[0].isupper() and (" " not in words or words.casefold() in _TOWNS or places.is_region(words))
