"""Credits: bylines at the head, sign-offs at the tail.

A sign-off is read role by role: first the role phrases ("Additional reporting by") cut it into clauses, then each
clause is a list of people, and a place binds to everybody named since the last place or semicolon.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newscli.article import Credit
from newscli.parse.conventions import Convention, convention
from newscli.parse.draft import Draft, squeeze

# A verb of a role phrase, as it is written and as it is mistyped, and the role that it gives.
VERBS: dict[str, str] = {
    "report(?:ing|ed)|reporing|repoting|reportng": "reporting",
    "writ(?:ing|ten)|writting|compil(?:ed|ing)": "writing",
    "edit(?:ing|ed)|editng|edting|ediitng|esditing|eidting|desking": "editing",
    "photograph(?:y|ed|s)": "photo",
    "graphics?|polling|research|analysis|translat(?:ed|ion|ing)|produced|production|created": "other",
}
_VERB = "|".join(VERBS)
_MOD = r"additional|additonal|addtional|further|extra|supplementary|other|original"
_ROLE = re.compile(
    rf"(?:\b|(?<=[a-z])(?=[A-Z]))(?P<mod>(?:{_MOD})\s+)?(?P<verbs>(?:{_VERB})(?:(?:\s*[,/&]\s*|\s+and\s+)(?:(?:{_MOD})\s+)?(?:{_VERB}))*)"
    r"\s+(?:by|from|for)\b:?\s*",
    re.I,
)
_ONE_VERB = re.compile(rf"(?:(?P<mod>{_MOD})\s+)?(?P<verb>{_VERB})", re.I)
_VERB_ROLES = tuple((re.compile(verb, re.I), role) for verb, role in VERBS.items())

# How a sign-off begins: a role phrase behind a bracket, or at the start of a paragraph.
SIGNOFFS: tuple[Convention, ...] = (
    convention("signoff.bracketed", rf"\(+\s*(?=(?:(?:{_MOD})\s+)?(?:{_VERB})\b)", "(Reporting by Mara Lind in Oslo; Editing by A. Petrie)", flags=re.I),
    convention("signoff.roles", rf"(?=(?:(?:{_MOD})\s+)?(?:{_VERB})(?:\s+and\s+(?:(?:{_MOD})\s+)?(?:{_VERB}))?\s+by:?\s+(?-i:[A-Z]))",
               "Reporting by Mara Lind; Editing by Tom Acht", flags=re.I),
)  # fmt: skip
CONTRIBUTED = convention(
    "signoff.contributed",
    r"(?:\(?(?:Associated Press|AP|CNN[’']s|Reuters)?\s?(?:(?:\w+ )?[Ww]riters?\s)?)(?P<people>[A-Z][^\n]{3,200}?)"
    r"\s+contributed(?: to this (?:report|story|article)| reporting)?(?: from (?P<place>[A-Z][\w ,.]+?))?\.?\)?$",
    "Mara Lind in Oslo and Tom Acht contributed to this report.",
)
BYLINES: tuple[Convention, ...] = (
    convention("byline.by", r"(?:By|BY|by)\s*[:.]?\s+(?P<people>[^\W\d_][^\n]{2,160}?)\s*[.=]?$", "By Mara Lind and Tom Acht"),
)

_UNIT = re.compile(r"\b(?:newsroom|bureaux?|desk|teams?|staff|correspondents|unit|graphics)\b", re.I)
_PREPOSITION = re.compile(r"\s+(?:in|at|from|aboard|on board|near|on)\s+(?=(?:the\s+)?[^\W\d_a-z])")
_SPLIT = re.compile(r"\s*(?P<stop>;)\s*(?:and\s+)?|\s*,\s*(?:and|with)\s+|\s*[,&/]\s*|\s+(?:and|amd|with)\b[;,]?\s+")
_PARTICLES = "de|da|del|della|di|van|von|der|den|ten|la|le|bin|al|el|ter|dos|du|zu|y|ben|abu|ibn|af|av|e|bint|ul|ud"
_NAME = re.compile(
    rf"(?:[^\W\d_a-z][\w.'’\-]*|d['’][A-Z][\w\-]*|al-[A-Z]\w*|O['’]\w+)"
    rf"(?:\s+(?:[^\W\d_a-z][\w.'’\-]*|(?:{_PARTICLES})|d['’][A-Z][\w\-]*|al-\w+|yeon-\w+|\"[\w ]+\"|“[\w ]+”)){{0,5}}"
)
_TITLES = re.compile(
    r"(?:Associated Press|AP|Reuters|Staff|Special|Senior|Chief|Business|Correspondent|Writer|Editor|Columnist|Analyst|Analysis"
    r"|The Associated Press|Agence|Bloomberg|News|Press|USA TODAY|CNN|Reporter)\b"
)
_CONTACT = re.compile(r"[\w.+-]+@[\w.-]+|\+\s?\d[\d ()-]{6,}|Reuters Messaging:[^;)]*|\(\d{3}\)\s?\d{3}")
# Regions of two words, that would else look like a person behind "in Albany,".
_REGIONS = frozenset(
    [
        "new york",
        "new jersey",
        "new mexico",
        "new hampshire",
        "north carolina",
        "south carolina",
        "north dakota",
        "south dakota",
        "west virginia",
        "rhode island",
        "new south wales",
        "british columbia",
        "nova scotia",
        "new zealand",
        "south africa",
        "saudi arabia",
        "south korea",
        "north korea",
        "sri lanka",
        "costa rica",
        "el salvador",
        "united states",
        "united kingdom",
        "hong kong",
        "los angeles",
        "san francisco",
        "new delhi",
        "sao paulo",
        "mexico city",
        "buenos aires",
        "tel aviv",
        "abu dhabi",
        "kuala lumpur",
        "washington d.c.",
        "addis ababa",
        "ho chi minh city",
        "rio de janeiro",
        "santa fe",
        "san diego",
        "las vegas",
        "st. louis",
        "puerto rico",
        "northern ireland",
    ]
)


@dataclass(frozen=True, slots=True)
class _Clause:
    roles: tuple[str, ...]
    people: str


def people(text: str, *roles: str) -> Iterator[Credit]:
    """The people of one clause, each with each role; desks too. What is neither is left out."""
    waiting: list[str] = []
    done: list[tuple[str, str | None]] = []
    place_open = False
    for item, stop in _items(_CONTACT.sub("", text)):
        cut = _PREPOSITION.search(item)
        name = item[: cut.start()] if cut else item
        place = item[cut.end() :].strip(" .()") if cut else None
        if place_open and cut is None and _extends_place(item):
            where = done[-1][1]
            joined = text[text.rfind(where or "") :]
            at = joined.find(item)
            longer = squeeze(joined[: at + len(item)]) if at > 0 else f"{where}, {item}"
            done = [(who, longer if at_place == where else at_place) for who, at_place in done]
            place_open = not stop
            continue
        if _named(name):
            waiting.append(_clean(name))
        if place:
            done += [(who, place) for who in waiting]
            waiting = []
        place_open = bool(place) and bool(done)
        if stop:
            done += [(who, None) for who in waiting]
            waiting, place_open = [], False
    done += [(who, None) for who in waiting]
    for who, where in done:
        kind = "desk" if _UNIT.search(who) else "person"
        for role in roles:
            yield Credit(who, role, kind, where)


def _items(text: str) -> Iterator[tuple[str, bool]]:
    """What stands between separators, and whether a semicolon ends it."""
    start = 0
    for found in _SPLIT.finditer(text):
        if item := text[start : found.start()].strip():
            yield item, found["stop"] is not None
        start = found.end()
    if item := text[start:].strip():
        yield item, True


def _clean(name: str) -> str:
    return squeeze(name).strip(" ,;:()").removesuffix(".") if not re.search(r"\b[A-Z]\.$", name) else squeeze(name)


def _named(text: str) -> bool:
    """Whether this is a person's or a desk's name, and no title or agency."""
    name = _clean(text)
    if _UNIT.search(name):
        return len(name) < 60
    return len(name) > 1 and _NAME.fullmatch(name) is not None and not _TITLES.match(name)


def _extends_place(item: str) -> bool:
    """Whether an item behind a place goes on with it: one word, or a region of two."""
    return len(item.split()) == 1 or item.casefold().strip(" .") in _REGIONS


def _clauses(block: str) -> Iterator[_Clause]:
    """A sign-off cut by its role phrases."""
    found = list(_ROLE.finditer(block))
    for i, phrase in enumerate(found):
        until = found[i + 1].start() if i + 1 < len(found) else len(block)
        additional = bool(phrase["mod"]) and "original" not in phrase["mod"].casefold()
        yield _Clause(tuple(_roles(phrase["verbs"], additional)), block[phrase.end() : until].strip(" \t\r\n;,.:()"))


def _roles(verbs: str, additional: bool) -> Iterator[str]:
    """The roles of "writing and additional reporting": writing, additional."""
    for found in _ONE_VERB.finditer(verbs):
        role = next(role for verb, role in _VERB_ROLES if verb.fullmatch(found["verb"]))
        extra = found["mod"] is not None or (additional and found.start() == 0)
        yield "additional" if extra and role == "reporting" else role


def signed(block: str) -> list[Credit]:
    """Everybody whom a sign-off credits."""
    joined = squeeze(block)
    return [credit for clause in _clauses(joined) for credit in people(re.sub(r"\s+with$", "", clause.people), *clause.roles)]


def claim_signoff(draft: Draft) -> bool:
    """Claim a sign-off at the end of the story: a paragraph of its own, or glued to the last one."""
    if draft.last <= draft.first:
        return False
    start = draft.tail_start()
    window = max(start, draft.end - 900)
    piece = draft.text[window : draft.end]
    for row in SIGNOFFS:
        bracketed = row.name == "signoff.bracketed"
        for found in row.looks.finditer(piece):
            at = found.start()
            if not bracketed and not (window + at == start or _behind_sentence(piece, at)):
                continue
            block = piece[at:]
            if (bracketed and not _closed(block)) or not (credits := signed(block)):
                continue
            draft.claim(window + at, draft.end, "credits", row.name)
            draft.credits[:0] = []
            draft.credit(*credits)
            draft.retreat(window + at)
            return True
    return _claim_contribution(draft, start)


def _closed(block: str) -> bool:
    """Whether the bracket that opens a sign-off closes near the end of the paragraph, or not at all."""
    at = block.rfind(")")
    return at < 0 or len(block) - at < 4 or "@" in block[at:]


def _behind_sentence(piece: str, at: int) -> bool:
    before = piece[:at].rstrip()
    return bool(before) and before[-1] in '.!?"”)' and len(piece) - at < 400 and _ROLE.match(piece, at) is not None


def _claim_contribution(draft: Draft, start: int) -> bool:
    piece = draft.text[start : draft.end]
    if len(piece) > 400 or "contributed" not in piece:
        return False
    found = CONTRIBUTED.looks.fullmatch(squeeze(piece))
    credits = list(people(found["people"], "additional")) if found else []
    if not found or not credits:
        return False
    place = found["place"]
    draft.credit(*(Credit(c.name, c.role, c.kind, c.place or place) for c in credits))
    draft.claim(start, draft.end, "credits", CONTRIBUTED.name)
    draft.retreat(start)
    return True


def claim_byline(draft: Draft, start: int, end: int) -> bool:
    """Claim `text[start:end]`, a line or a paragraph, if all of it is a byline."""
    piece = draft.text[start:end]
    for row in BYLINES:
        found = row.looks.fullmatch(squeeze(piece))
        if not found:
            continue
        listed = re.sub(r"\s*,?\s+-\s+[A-Z][\w ]+$", "", found["people"])  # "By A - Analysis"
        credits = list(people(listed, "by"))
        if not credits and not _TITLES.match(listed.removeprefix("The ")):
            return False
        draft.claim(start, end, "credits", row.name)
        draft.credit(*credits)
        return True
    return False
