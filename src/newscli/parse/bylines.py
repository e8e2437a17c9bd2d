"""Bylines: who wrote a story, said above it.

A byline is an opening ("By", "Von", "Written by"), names, and what houses add behind them: their own name, a title, an
address. What stands behind the names is cut off before they are read.
"""

import re
from functools import lru_cache

from newscli.article import Credit
from newscli.parse import agencies
from newscli.parse.contributions import contributed
from newscli.parse.conventions import Convention, convention
from newscli.parse.draft import Draft
from newscli.parse.layout import squeeze
from newscli.parse.people import PREPOSITION, names_place, people, unstop
from newscli.parse.places import is_city, is_place, is_region

_OPENED = r"(?:[-–—*•(^]+\s*)?"
_ONE = r"[^\W\d_a-z][\w.'’-]+(?: (?:[^\W\d_a-z][\w.'’-]*|van|von|der|de|da|di|la|le|den)){1,4}"
_MADE = (
    "Written|Authored|Story|Words|Posted|Article|Text|Commentary|Column|Interview|Opinion|Analysis|Review|Essay|Updated|Published"
    "|Submitted"
)
# `kind` is the role.
ROWS: tuple[Convention, ...] = (
    convention("byline.by", rf"{_OPENED}(?:By|BY|by|BYLINE|Byline)\s*[:.]?\s+(?P<people>[^\W\d_][^\n]{{2,160}}?)\s*=?\)?$",
               "By Mara Lind and Tom Acht", "by"),
    convention("byline.other-language",
               rf"(?:Von|VON|Par|PAR|Por|POR|Di|di|Door|Av|Af|Text:|Tekst:)\s+(?P<people>{_ONE}"
               rf"(?:(?:, | (?:und|et|y|e|en|og|och) ){_ONE})*"
               r"(?:, ?(?P<house>[\w.]{2,12}))?)(?: (?:avec(?: l['’])?|mit|con|med) ?(?:AFP|dpa|APA|EFE|NTB|TT|ANSA"
               r"|Reuters|agences))?\s*=?$", "Von Mara Lind und Tom Acht", "by"),
    convention("byline.written-by",
               rf"(?:(?:{_MADE}) by:?|Author:|Words:)\s+"
               r"(?P<people>[A-Z][^\n]{2,120})$",
               "Written by Mara Lind", "by"),
    convention("byline.reported-by", r"(?:Reported|Reporting) by:?\s+(?P<people>[A-Z][^\n]{2,120})$",
               "Reported by Mara Lind", "reporting"),
    convention("byline.edited-by", r"(?:Edited|Curated) [Bb]y:?\s+(?P<people>[A-Z][^\n]{2,120})$",
               "Edited by Mara Lind", "editing"),
    convention("byline.from-wires",
               r"(?:From|FROM|By|BY) (?P<people>(?:The |the )?Associated Press|Reuters|(?i:(?:[\w. ]{0,30} )?(?:wire"
               r"|news|staff) (?:reports?|services?)"
               r"|staff and [\w ]{3,30}|(?:our|an?) (?:own |staff |special )?(?:correspondent|reporter|bureau)s?))$",
               "From wire reports", "by"),
    convention("byline.photos-by",
               r"(?:Photos|Photographs|Photography|Pictures) by:?\s+(?P<people>[A-Z][^\n]{2,120})$",
               "Photographs by Wei Lan", "photo"),
)  # fmt: skip
BEFORE = convention("byline.before-dateline", r"[^\n]+", "Mara Lind BERGEN, Norway (Reuters) - Ferries crossed.")
HOUSE = convention("byline.house", r"[^\n]+", "The Harbour Times")
MORE = convention("byline.goes-on", r"(?:and|AND|&)\s+(?P<people>[A-Z][^\n]{2,100})", "and Tom Acht")
REPORTERS = convention("byline.reporters", r"（记者(?P<people>[^（）\n]{2,40})）\s*", "（记者王一鸣、李文）列车恢复运行。")
BEGINS = re.compile(
    rf"{_OPENED}(?:By|BY|by|BYLINE|Byline|F[Rr][Oo][Mm]|V[oO][nN]|P[aA][rR]|P[oO][rR]|[Dd]i|Door|Av|Af|Te[kx]s?t|{_MADE}"
    r"|Author|Report(?:ed|ing)|Edited|Curated|Photo\w*|Pictures)\b"
)
OPENINGS = ("By ", "by ", "BY ")
LONGEST = 200  # characters
_MOST_SPACES = 4  # in the name of a house
_WIRE_BEHIND = re.compile(r" \((?:TNS|AP|MCT|CP)\)$")
_AND = re.compile(r" (?:und|et|y|e|en|og|och) ")
# What stands behind the names: "- Analysis", "| Harbour News", "for Harbour Online", "@maralind".
_BEHIND = re.compile(
    r"\s*,?\s+-\s*[A-Z][\w ]+$|\s*[|•·]|\s+via\s+(?=\w)|[,\s]+(?i:for|special to|exclusively for)\s+(?="
    r"(?:the )?[^\W\d_a-z])|\s+\(?@\w+|@\w+$"
    r"|\s+[Oo]f [Tt]he [A-Z][\w ]{2,30} [Ss]taff$|\s+\((?=[A-Z][\w .]{1,30}\)?$)|\s+\w+\.(?:com|org|net)$"
)
_HOUSE = re.compile(
    r"\b(?:Times|Post|News|Tribune|Eagle|Herald|Journal|Gazette|Globe|Press|Daily|Chronicle|Observer|Telegraph|Register|Review"
    r"|Today|TODAY|Network|Media|TV|Radio|Magazine|Online|Service|University|Institute|College|Sentinel|Courier|Examiner"
    r"|Inquirer|Newspapers?|Newsroom|Wire|Syndicate|Independent|Democrat|Republican|Dispatch|Bulletin|Mirror|Monitor|Standard|Digest|Advocate|Star|Leader|Banner|Ledger|Argus|Express|Guardian|Citizen|Echo|Record|Inc|LLC|Corp|Group)\b"
    r"|\w\.(?:com|org|net)\b",
)
# "Lind, Mara K.", as databases write a name.
_TURNED = re.compile(r"(?P<surname>(?:[a-z]{2,3} ){0,2}[^\W\d_a-z][\w'’-]+), (?P<given>[^\W\d_a-z][\w'’-]+(?: [A-Z]\.?)?)")
_NO_PEOPLE = re.compile(
    r"(?:The )?(?:Associated Press|Reuters|AP|AFP|Editorial Board|Agencies|CBS)\b"
    r"|[\w. ]{0,40}\b(?:(?:Staff|Reporter|Correspondent|Writer|Editor)s?|(?:Wire|News) (?:Report|Service)s?)\b"
    r"|[\w. ]{0,40}\b(?:Wires?|Services?|Desk|Newsroom)$",
    re.I,
)


def claim_byline(draft: Draft, start: int, end: int) -> bool:
    """Claim `text[start:end]`, a line or a paragraph, if all of it is a byline."""
    read = _read(squeeze(draft.text[start:end])) if end - start < 2 * LONGEST else None
    if read is None:
        return False
    rule, credits = read
    draft.claim(start, end, "credits", rule)
    draft.credit(start, credits)
    return True


def is_byline(line: str) -> bool:
    """Whether the whole of a line is a byline that opens with "By" or the like."""
    return BEGINS.match(line) is not None and _read(line) is not None


def claim_house(draft: Draft, start: int, end: int) -> bool:
    """Claim the house that a byline's author writes for, on the line below the byline: "The Harbour Times"."""
    line = draft.text[start:end]
    if draft.claims[-1].field != "credits" or line[-1] in ".,:" or line.count(" ") > _MOST_SPACES:
        return False
    house, _, town = line.strip("()").partition(", ")
    if agencies.known(house) and (not town or is_place(town)):
        return draft.claim(start, end, "furniture", HOUSE.name)
    line = _WIRE_BEHIND.sub("", line)
    return is_house(line) and draft.claim(start, end, "furniture", HOUSE.name)


def is_house(line: str) -> bool:
    """Whether a line is the name of a newspaper or the like: "The Harbour Times", "The Harbour Times (TNS)"."""
    line = _WIRE_BEHIND.sub("", line)
    last = _HOUSE.match(line, line.rfind(" ") + 1)
    return last is not None and line.count(" ") <= _MOST_SPACES and all(word[:1].isupper() for word in line.split())


def claim_more(draft: Draft, start: int, end: int) -> bool:
    """Claim a line that goes on with the byline above it: "and Tom Acht"."""
    found = MORE.looks.fullmatch(draft.text, start, end)
    if not found or draft.claims[-1].field != "credits" or not (named := people(found["people"], "by")):
        return False
    draft.claim(start, end, "credits", MORE.name)
    draft.credit(start, named)
    return True


@lru_cache(maxsize=16_384)  # who writes one story writes the next
def _read(line: str) -> tuple[str, tuple[Credit, ...]] | None:
    """The rule that a line follows, and whom it names; None if it is no byline."""
    for row in ROWS:
        if found := row.looks.fullmatch(line):
            listed = found["people"] if row.kind == "by" and row is ROWS[0] else _AND.sub(" and ", found["people"])
            credits = _credits(listed, row.kind)
            if not credits and not _NO_PEOPLE.match(listed) and not agencies.known(unstop(listed)):
                return None
            return row.name, credits
    return None


def _credits(listed: str, role: str) -> tuple[Credit, ...]:
    listed, semicolon, behind = listed.partition(";")
    if semicolon and not (said := contributed(behind.strip())):
        listed, said = f"{listed};{behind}", ()
    elif not semicolon:
        said = ()
    if cut := _BEHIND.search(listed):
        listed = listed[: cut.start()]
    named, slash, house = listed.rpartition("/")
    if slash and (agencies.known(house) or is_house(house)):
        listed = named
    if role == "by" and "," in listed and (turned := _TURNED.fullmatch(listed)) and not _is_house(turned["given"]):
        listed = f"{turned['given']} {turned['surname']}"
    return (*people(unstop(_without_house(listed)), role, small=listed.islower()), *said)


def _is_house(name: str) -> bool:
    return is_place(name) or agencies.known(name) or _HOUSE.search(name) is not None


def _without_house(listed: str) -> str:
    """ "Mara Lind, Harbour Eagle, Pa.": without the paper and its state, which look like two more names.

    A word alone behind a comma is no name either: "Mara Lind, Oslo" is where she is.
    """
    *items, last = listed.split(",")
    while items and not PREPOSITION.search(items[-1]) and " and " not in last:
        if not (is_region(last.strip()) or _HOUSE.search(last) or agencies.known(last.strip())):
            break
        last = items.pop()
    if items and " and " not in last and not PREPOSITION.search(last) and names_place(last.strip()) and last[-1] != ".":
        return f"{','.join(items)} in {last.strip()}" if is_city(last.strip()) else ",".join(items)
    return ",".join([*items, last])


def claim_names(draft: Draft, start: int, end: int) -> bool:
    """Claim `text[start:end]` as names that stand before a dateline without "By", if all of it is names."""
    named = people(draft.text[start:end], "by")
    if not named or not draft.claim(start, end, "credits", BEFORE.name):
        return False
    draft.credit(start, named)
    return True


def claim_reporters(draft: Draft) -> None:
    """Claim the reporters in brackets that follow a Chinese dateline."""
    found = draft.begins_with(REPORTERS.looks)
    if found and draft.claim(found.start(), found.end(), "credits", REPORTERS.name):
        draft.credit(found.start(), (Credit(name, "by") for name in re.split(r"[、，\s]+", found["people"]) if name))
        draft.advance(found.end())
