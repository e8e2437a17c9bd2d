"""Sign-offs: who did what, said below a story.

A sign-off is read role by role: its role phrases ("Additional reporting by") cut it into clauses, and each clause is a
list of people. Where it begins is found from its " by ": a story has few, so that costs little.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from newscli.article import Credit
from newscli.parse.contributions import claim_contribution
from newscli.parse.conventions import Convention, convention
from newscli.parse.draft import Draft
from newscli.parse.layout import squeeze
from newscli.parse.notes import claim_below
from newscli.parse.people import people, unstop

# A verb of a role phrase, as it is written and as it is mistyped, and the role that it gives.
VERBS: dict[str, str] = {
    "report(?:ing|ed|(?= by))|reporing|repoting|reportng|reportinng": "reporting",
    "writ(?:ing|ten)|writting|compil(?:ed|ing)|assembled": "writing",
    "edit(?:ing|ed|ng)|edting|ediitng|esditing|eidting|editting|desking": "editing",
    "photograph(?:y|ed|s)": "photo",
    "graphics?|polling|research|analysis|translat(?:ed|ion|ing)|produced|production|created": "other",
}
_VERB = "|".join(VERBS)
_MOD = r"addi?tion(?:al|aly|ally)?|additonal|addtiional|additioanl|aditional|further|extra|supplementary|other|original"
_VERBS = rf"(?:{_VERB})(?:(?:\s*[,/&]\s*|\s+and\s+)(?:(?:{_MOD})\s+)?(?:{_VERB})){{0,3}}"
_ROLE_PHRASE = rf"(?:(?i:{_MOD})\s+)?(?i:{_VERBS})(?:\s+(?i:by|from|for)\b:?\s*|\s+(?=[A-Z]))"
_ROLE = re.compile(
    rf"(?=[acdefgoprstw])(?:\b|(?<=[a-z])(?=(?-i:[A-Z])))(?P<mod>(?:{_MOD})\s+)?(?P<verbs>{_VERBS})"
    r"(?:\s+(?P<by>by|from|for)\b:?\s*|\s+(?-i:(?=[A-Z])))",
    re.I,
)
# The role phrase before a " by ", up to its end: what stands in the 60 characters before.
_BEFORE_BY = re.compile(rf"(?:(?:{_MOD})\s+)?{_VERBS}$", re.I)
_VERB_LAST = re.compile(rf"\W*(?:{_VERB})|(?:\w+[,/&])?(?:{_VERB})", re.I)
_LONGEST_ROLE = 60  # characters
_ONE_VERB = re.compile(rf"(?:(?P<mod>{_MOD})\s+)?(?P<verb>{_VERB})", re.I)
_VERB_ROLES = tuple((re.compile(verb, re.I), role) for verb, role in VERBS.items())

# How a sign-off begins: a role phrase behind a bracket, or at the start of a paragraph, or behind a full stop.
SIGNOFFS: tuple[Convention, ...] = (
    convention("signoff.bracketed",
               r"\(+\s*(?:[Ww]ith )?", "Ships sailed. (Reporting by Mara Lind in Oslo; Editing by A. Petrie)"),
    convention("signoff.roles", r"^\s*$", "Reporting by Mara Lind; Editing by Tom Acht"),
    convention("signoff.glued", r"[.!?][\"”’)]*\s+$", "Ships sailed. Reporting by Mara Lind; Editing by Tom Acht"),
    convention("signoff.newsroom",
               r"\(\s*(?!This |The story)(?P<people>[A-Z][\w ]{2,40}\b(?:[Nn]ewsroom|[Bb]ureau|[Dd]esk))\)$",
               "Ships sailed. (Oslo newsroom)"),
)  # fmt: skip
_BRACKET, _ALONE, _GLUED, _NEWSROOM = SIGNOFFS
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# "... Editing by Tom Acht) (tom.acht@harbour.example)": a second bracket that names no role.
_BEHIND_BRACKET = re.compile(rf"\)\s*(?P<rest>\(+(?!\s*(?:with )?(?:(?:{_MOD}) )?(?:{_VERB})\b)[^()\n]{{5,300}}\)*\s*)$", re.I)
_CONTACT_MARK = re.compile(r"@|\d{4}")
# "(By Mara Lind; Editing by ...", "(Oslo Newsroom; Editing by ...".
_OPENING = re.compile(
    rf"{_BRACKET.source}(?:{_ROLE_PHRASE}"
    r"|(?:[Bb]y [A-Z]|[A-Z][\w ]{2,30}(?:[Nn]ewsroom|[Bb]ureau|[Dd]esk))[^();]{0,80};\s*"
    rf"(?i:(?:{_MOD}) )?(?i:{_VERB}) by\b)"
)
BEHIND = convention(
    "note.behind-signoff", r"[^\n]+", "Ferries crossed. (Editing by Tom Acht) (tom.acht@harbour.example)", "contact"
)
BELOW = convention("note.below-signoff", r"[^\n]+", "Watch the new harbour series on our player")
_MOST_BELOW = 6  # paragraphs
_LONGEST_BELOW = 900  # characters
_LONGEST = 900  # characters of a sign-off
_FARTHEST_BRACKET = 4  # characters that may stand behind a sign-off's closing bracket


def signed(block: str) -> list[Credit]:
    """Everybody whom a sign-off credits."""
    joined = squeeze(block)
    found = [phrase for phrase in _ROLE.finditer(joined) if _begins_clause(joined, phrase)]
    credits = list(_before_roles(joined[: found[0].start()])) if found else []
    for i, phrase in enumerate(found):
        until = found[i + 1].start() if i + 1 < len(found) else len(joined)
        listed = unstop(joined[phrase.end() : until].strip(" ;,:()")).removesuffix(" with").removesuffix(" and")
        additional = bool(phrase["mod"]) and "original" not in phrase["mod"].casefold()
        credits += people(listed, *_roles(phrase["verbs"], additional))
    return credits


def _begins_clause(joined: str, phrase: re.Match[str]) -> bool:
    """ "Polling by Oslo Polling Unit": a role without its "by" is one only where a clause begins."""
    before = joined[: phrase.start()].rstrip()
    return not before or phrase["by"] is not None or before[-1] in ";,.:()-"


def _before_roles(text: str) -> Iterator[Credit]:
    """Whoever stands in a sign-off before its first role: "By Mara Lind; Editing by ...", "Oslo Newsroom; Editing by ..."."""
    listed = text.strip(" ;,.:()-")
    if listed[:3] in ("By ", "by "):
        yield from people(listed[3:], "by")
    elif listed and listed.casefold() != "with":
        yield from (one for one in people(listed, "other") if one.kind == "desk")


@lru_cache(maxsize=1024)
def _roles(verbs: str, additional: bool) -> tuple[str, ...]:
    """The roles of "writing and additional reporting": writing, additional."""
    roles = []
    for found in _ONE_VERB.finditer(verbs):
        role = next(role for verb, role in _VERB_ROLES if verb.fullmatch(found["verb"]))
        extra = found["mod"] is not None or (additional and found.start() == 0)
        roles.append("additional" if extra and role == "reporting" else role)
    return tuple(roles)


def claim_signoff(draft: Draft) -> bool:
    """Claim a sign-off at the end of the story: a paragraph of its own, or glued to the last one."""
    if draft.last <= draft.first:
        return False
    start = draft.tail_start()
    found = _beginning(draft.text, start, draft.end) or _broken(draft)
    if found is None:
        return claim_contribution(draft) or _claim_newsroom(draft, start)
    at, rule = found
    behind = _BEHIND_BRACKET.search(draft.text, at, draft.end)
    credits = signed(draft.text[at : behind.start("rest") if behind else draft.end])
    if not credits:
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
    window = max(start, end - _LONGEST)
    for opening in _OPENING.finditer(text, window, end):
        if _closed(text, opening.start(), end):
            return opening.start(), _BRACKET.name
    for by in _every_by(text, window, end):
        begin = _role_before(text, max(window, by - _LONGEST_ROLE), by)
        if begin is None:
            continue
        if not text[start:begin].strip(" \t\r\n-*–•"):
            return start, _ALONE.name
        if _GLUED.looks.search(text, max(start, begin - 6), begin) and _others_follow(text, by + 2, end):
            return begin, _GLUED.name
    return None


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


def _role_before(text: str, start: int, end: int) -> int | None:
    """Where the role phrase begins that ends at `end`, if one does and begins with a capital."""
    before = text[start:end].rstrip()
    if not before or not _VERB_LAST.fullmatch(before.rsplit(None, 1)[-1]):
        return None
    phrase = _BEFORE_BY.search(before)
    return start + phrase.start() if phrase and before[phrase.start()].isupper() else None


def _closed(text: str, begin: int, end: int) -> bool:
    """Whether the bracket of a sign-off closes near the end of the paragraph, or not at all."""
    at = text.rfind(")", begin, end)
    return at < 0 or len("".join(text[at:end].split())) <= _FARTHEST_BRACKET or "@" in text[at:end]


def _others_follow(text: str, at: int, end: int) -> bool:
    """Whether a name stands behind this "by", and no sentence: a sign-off glued to a story is short."""
    name = text[at:end].lstrip(": \t\r\n")
    return len(name) < 400 and name[:1].isupper() and " said" not in name


def _claim_newsroom(draft: Draft, start: int) -> bool:
    if draft.text[draft.end - 1] != ")":
        return False
    found = _NEWSROOM.looks.search(draft.text, max(start, draft.end - 60), draft.end)
    if not found:
        return False
    draft.claim(found.start(), draft.end, "credits", _NEWSROOM.name)
    draft.credit(found.start(), people(found["people"], "other"))
    draft.retreat(found.start())
    return True
