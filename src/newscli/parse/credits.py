"""Sign-offs: who did what, said below a story.

A sign-off is read role by role: its role phrases ("Additional reporting by") cut it into clauses, and each clause is a
list of people. Where it begins is found from its " by ": a story has few, so that costs little.
"""

import re
from collections.abc import Iterator

from newscli.article import Credit
from newscli.parse import agencies
from newscli.parse.contributions import claim_contribution, contributed
from newscli.parse.conventions import Convention, convention
from newscli.parse.draft import Draft
from newscli.parse.layout import squeeze
from newscli.parse.notes import claim_below
from newscli.parse.people import people, unstop
from newscli.parse.roles import MOD, PHRASE, ROLE, VERB, begins_before, mended, roles
from newscli.parse.signoffs_abroad import claim_signoff_abroad

_DAY = r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"
# How a sign-off begins: a role phrase behind a bracket, or at the start of a paragraph, or behind a full stop.
SIGNOFFS: tuple[Convention, ...] = (
    convention("signoff.bracketed",
               r"\(\(*\s*(?:[Ww]ith )?", "Ships sailed. (Reporting by Mara Lind in Oslo; Editing by A. Petrie)"),
    convention("signoff.roles", r"[\s*–—•(\[-]*(?:[Ww]ith\s+)?", "Reporting by Mara Lind; Editing by Tom Acht"),
    convention("signoff.glued", r"(?:[.!?][\"”’)]*|read more)\s+(?P<open>(?:[-–—]+\s?)?[(\[]*)$",
               "Ships sailed. Reporting by Mara Lind; Editing by Tom Acht"),
    convention("signoff.by", r"\(\s*[Bb]y (?P<people>[A-Z][\w.'’ ,-]{4,80})\)$", "Ships sailed. (By Mara Lind)"),
    convention("signoff.dated",
               rf"\((?P<people>(?:red, )?[A-ZÄÖÜ][^()\n]{{1,60}}?)(?:,|\s[–-])\s*(?:{_DAY})\)$",
               "Ships sailed. (Mara Lind aus Oslo, 30.12.2015)"),
    convention("signoff.newsroom",
               r"\(\s*(?!This |The story)(?P<people>[A-Z][\w .'’-]{2,40}(?:, [A-Z][\w ]{2,30})?"
               r"\b(?:[Nn]ewsroom|[Bb]ureau|[Dd]esk))"
               r"(?:[;,:]?\s*\+?[\d ()-]{6,24})?\)$",
               "Ships sailed. (Oslo newsroom)"),
)  # fmt: skip
_BRACKET, _ALONE, _GLUED, _BY_NAME, _DATED, _NEWSROOM = SIGNOFFS
_BY = re.compile(r"\bbu?y\b", re.I)
# "Additional reporting: Mara Lind".
_COLON = re.compile(rf"[\s*–—•(-]*(?=[A-Z][a-z])(?:(?i:{MOD})\s+)?(?i:{VERB}): [A-Z]")
_LONGEST_COLON = 40  # characters
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# "... Editing by Tom Acht) (tom.acht@harbour.example)": a second bracket that names no role.
_BEHIND_BRACKET = re.compile(
    rf"\)\s*(?P<rest>\(+(?!\s*(?:with )?(?:(?:{MOD}) )?(?:{VERB})\b)(?:[^()\r\n]|\(at\)){{5,300}}\)*\s*)$", re.I
)
_LONGEST_BRACKET = 100  # characters
_CONTACT_MARK = re.compile(r"@|\d{4}")
# "(By Mara Lind; Editing by ...", "(Oslo Newsroom; Editing by ...".
_OPENING = re.compile(
    rf"{_BRACKET.source}(?:{PHRASE}"
    r"|(?:[Bb]y [A-Z]|[A-Z][\w ]{2,30}(?:[Nn]ewsroom|[Bb]ureau|[Dd]esk|[Tt]eam)|[A-Z][^();]{3,80} (?:contributed|reported)\b"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2} in [A-Z])[^();]{0,80};\s*"
    rf"(?i:(?:{MOD}) )?(?i:{VERB}) by\b)"
)
_ROLE_INSIDE = re.compile(rf"[;,.]\s+(?i:(?:{MOD}) )?(?i:{VERB}) by\b")
BEHIND = convention(
    "note.behind-signoff", r"[^\n]+", "Ferries crossed. (Editing by Tom Acht) (The fog column runs weekly)", "link"
)
SIGNATURE = convention(
    "signoff.signature", r"(?:[-–—]{1,2}\s*|By )(?P<people>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2})$", "-- Mara Lind"
)
BY_AND_HOUSE = convention(
    "signoff.by-and-house",
    r"[-–—]{1,2}\s?[Bb]y (?P<people>[A-Z][\w.'’ -]{3,60}), (?P<house>[A-Z][\w ]{1,40})(?:[;,] [^\n]*)?$",
    "-By Mara Lind, Dow Jones Newswires; +47 22 555 0100; mara.lind@harbour.example",
)
NAME_AND_HOUSE = convention(
    "signoff.name-and-house",
    r"(?P<people>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2}) ?[-–—/,] ?(?P<house>[A-Z][\w .]{1,30})$",
    "Mara Lind, The Canadian Press",
)
BELOW = convention("note.below-signoff", r"[^\n]+", "Watch the new harbour series on our player")
_SIGNED = ("-", "–", "—", "By ")
_MOST_BELOW = 6  # paragraphs
_LONGEST_BELOW = 900  # characters
# "Production by the company is expected to rise": a sentence, and no sign-off.
_TELLS = re.compile(r"\b(?:said|says|told|was|were|will|would|shows?|showed|found|suggests?|(?:is|are) expected|has been)\b")
_LONGEST_TOLD = 300  # characters
_BEFORE_PHRASE = 8  # characters that say whether a clause begins
_LONGEST = 900  # characters of a sign-off
_FARTHEST = 8_000  # characters of one that names half a newsroom
_LONGEST_SIGNATURE = 80  # characters
_FARTHEST_BRACKET = 4  # characters that may stand behind a sign-off's closing bracket


def signed(block: str) -> list[Credit]:
    """Everybody whom a sign-off credits."""
    joined = squeeze(block)
    found = _phrases(joined)
    if len(found) < len(_BY.findall(joined)):
        joined = mended(joined)
        found = _phrases(joined)
    credits = list(_before_roles(joined[: found[0].start()])) if found else []
    for i, phrase in enumerate(found):
        until = found[i + 1].start() if i + 1 < len(found) else len(joined)
        listed = unstop(joined[phrase.end() : until].strip(" ;,:()[]")).removesuffix(" with").removesuffix(" and")
        additional = bool(phrase["mod"]) and "original" not in phrase["mod"].casefold()
        credits += people(listed, *roles(phrase["verbs"], additional), small=True)
    return credits


def _phrases(joined: str) -> list[re.Match[str]]:
    return [phrase for phrase in ROLE.finditer(joined) if _begins_clause(joined, phrase)]


def _begins_clause(joined: str, phrase: re.Match[str]) -> bool:
    """ "Polling by Oslo Polling Unit": a role without its "by" is one only where a clause begins."""
    before = joined[max(0, phrase.start() - _BEFORE_PHRASE) : phrase.start()].rstrip()
    told = phrase["by"] is not None and phrase["verbs"].casefold() == "reported" and phrase["by"].casefold() == "from"
    return not before or (phrase["by"] is not None and not told) or phrase["colon"] is not None or before[-1] in ";,.:()-"


def _before_roles(text: str) -> Iterator[Credit]:
    """Whoever stands in a sign-off before its first role: "By Mara Lind; Editing by ...", "Oslo Newsroom; Editing by ..."."""
    listed = text.strip(" ;,.:()[]-")
    if " contributed" in listed or " reported from " in listed:
        yield from contributed(listed)
    elif listed[:3] in ("By ", "by "):
        yield from people(listed[3:], "by")
    elif listed and listed.casefold() != "with":
        yield from (one for one in people(listed, "other") if one.kind == "desk")
        yield from (one for one in people(listed, "reporting") if one.kind == "person" and one.place)


def claim_signoff(draft: Draft) -> bool:
    """Claim a sign-off at the end of the story: a paragraph of its own, or glued to the last one."""
    if draft.last <= draft.first:
        return False
    start = draft.tail_start()
    found = _beginning(draft.text, start, draft.end) or _broken(draft)
    if found is None:
        return (
            claim_contribution(draft)
            or _claim_bracket(draft, start)
            or claim_signoff_abroad(draft, start)
            or _claim_signature(draft, start)
        )
    at, rule = found
    behind = _BEHIND_BRACKET.search(draft.text, at, draft.end)
    credits = signed(draft.text[at : behind.start("rest") if behind else draft.end])
    if not credits or (rule == _ALONE.name and _TELLS.search(draft.text, at, min(draft.end, at + _LONGEST_TOLD))):
        return False
    if behind:
        kind = "contact" if _CONTACT_MARK.search(behind["rest"]) else "link"
        draft.note(behind.start("rest"), draft.end, kind, BEHIND.name)
        draft.retreat(behind.start("rest"))
    for part in reversed(draft.parts[draft.first : draft.last]):  # one, unless a line break stands in it
        draft.claim(max(at, part.start), min(part.end, draft.end), "credits", rule)
        if part.start <= at:
            break
    draft.credit(at, credits)
    draft.retreat(at)
    return True


def claim_signoff_above(draft: Draft) -> bool:
    """Claim a sign-off that has a few lines below it: those are of the page, not of the story."""
    last, end = draft.last, draft.end
    for i in range(last - 2, max(draft.first, last - _MOST_BELOW) - 1, -1):
        below = draft.parts[i + 1].start
        if end - below > _LONGEST_BELOW:
            break
        draft.last, draft.end = i + 1, draft.parts[i].end
        if claim_signoff(draft):
            claim_below(draft, below, BELOW.name)
            return True
    draft.last, draft.end = last, end
    return False


def _broken(draft: Draft) -> tuple[int, str] | None:
    """A sign-off in brackets that goes on over a line break, behind lines too long to be taken for wrapped ones."""
    if draft.last - draft.first < 2 or draft.text[draft.end - 1] != ")":
        return None
    start = max(draft.start, draft.parts[max(draft.first, draft.last - 3)].start)
    found = _beginning(draft.text, start, draft.end)
    if found and found[1] == _BRACKET.name and not _BLANK_LINE.search(draft.text, found[0], draft.end):
        return found
    return None


def _beginning(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Where in a paragraph its sign-off begins, and the rule."""
    if (":" in text[start : start + _LONGEST_COLON]) and _COLON.match(text, start, end):
        return start, _ALONE.name
    window = max(start, end - _LONGEST)
    for opening in _OPENING.finditer(text, window, end):
        if _closed(text, opening.start(), end):
            return opening.start(), _BRACKET.name
    for by in _every_by(text, window, end):
        begin = begins_before(text, window, by)
        if begin is None:
            continue
        if _ALONE.looks.fullmatch(text, start, begin) and (text[begin - 1] not in "([" or _closed(text, begin, end)):
            return start, _ALONE.name
        glued = _GLUED.looks.search(text, max(start, begin - 16), begin)
        if glued and _others_follow(text, by + 2, end):
            return glued.start("open"), _GLUED.name
    return _far(text, start, window, end) if start < window else None


def _far(text: str, start: int, window: int, end: int) -> tuple[int, str] | None:
    """Where a sign-off begins that names so many that it goes on before the window: its bracket, or the paragraph."""
    if text[end - 1] == ")":
        for opening in _OPENING.finditer(text, max(start, end - _FARTHEST), window + _LONGEST_COLON):
            at = opening.start()
            if text.count("(", at, end) == text.count(")", at, end) and _ROLE_INSIDE.search(text, window, end):
                return at, _BRACKET.name
        return None
    by = text.find(" by ", start, start + _LONGEST_COLON)
    if by < 0 or end - start > _FARTHEST or not _ROLE_INSIDE.search(text, window, end):
        return None
    begin = begins_before(text, start, by + 1)
    return (start, _ALONE.name) if begin is not None and _ALONE.looks.fullmatch(text, start, begin) else None


def _every_by(text: str, start: int, end: int) -> list[int]:
    """Where the word "by" stands. Its places are found as plain text: a story has few."""
    found = []
    for form in ("by", "By", "BY"):
        at = text.find(form, start, end)
        while at >= 0:
            if at and text[at - 1].isspace() and not text[at + 2 : at + 3].isalnum():
                found.append(at)
            at = text.find(form, at + 2, end)
    return sorted(found)


def _closed(text: str, begin: int, end: int) -> bool:
    """Whether the bracket of a sign-off closes near the end of the paragraph, or not at all."""
    at = text.rfind(")", begin, end)
    return at < 0 or len("".join(text[at:end].split())) <= _FARTHEST_BRACKET or "@" in text[at:end]


def _others_follow(text: str, at: int, end: int) -> bool:
    """Whether a name stands behind this "by", and no sentence: a sign-off glued to a story is short."""
    name = text[at:end].lstrip(": \t\r\n")
    return len(name) < 400 and name[:1].isupper() and " said" not in name


def _claim_bracket(draft: Draft, start: int) -> bool:
    """Claim a bracket at the end that names nothing but a newsroom, an author or, with the day, an agency."""
    if draft.text[draft.end - 1] != ")":
        return False
    opening = draft.text.rfind("(", max(start, draft.end - _LONGEST_BRACKET), draft.end)
    if opening < 0:
        return False
    for row in (_NEWSROOM, _BY_NAME, _DATED):
        found = row.looks.match(draft.text, opening, draft.end)
        if not found:
            continue
        credits = people(found["people"], "other" if row is _NEWSROOM else "by")
        if not credits and not (row is _DATED and _are_houses(found["people"])):
            continue
        draft.claim(opening, draft.end, "credits", row.name)
        draft.credit(opening, credits)
        draft.retreat(opening)
        return True
    return False


def _are_houses(text: str) -> bool:
    """ "APA/sid/red": agencies, and the newspaper's own desk."""
    return all(name.strip() == "red" or agencies.known(name.strip()) for name in re.split(r"[/,]", text))


def _claim_signature(draft: Draft, start: int) -> bool:
    """Claim the author's name below a story that has no byline: behind a dash, or with his agency behind it."""
    if draft.end - start > 2 * _LONGEST_SIGNATURE or draft.last - draft.first < 2:
        return False
    if (found := BY_AND_HOUSE.looks.fullmatch(draft.text, start, draft.end)) and (credits := people(found["people"], "by")):
        draft.claim(start, draft.end, "credits", BY_AND_HOUSE.name)
        draft.credit(start, credits)
        draft.retreat(start)
        return True
    if draft.end - start > _LONGEST_SIGNATURE or any(one.role == "by" for _, one in draft.credits):
        return False
    row = SIGNATURE if draft.text.startswith(_SIGNED, start) else NAME_AND_HOUSE
    found = row.looks.fullmatch(draft.text, start, draft.end)
    if not found or (row is NAME_AND_HOUSE and not agencies.known(found["house"])):
        return False
    if not (credits := people(found["people"], "by")):
        return False
    draft.claim(start, draft.end, "credits", row.name)
    draft.credit(start, credits)
    draft.retreat(start)
    return True
