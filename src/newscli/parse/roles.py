"""Role phrases: "Additional reporting by", "Writing and editing by", as they are written and as they are misspelt."""

import re
from functools import lru_cache

# A verb of a role phrase, as it is written and as it is mistyped, and the role that it gives.
VERBS: dict[str, str] = {
    "report(?:ing|ed|ers?(?=:)|(?= by))|reporing|repoting|reportng|reportinng": "reporting",
    "writ(?:ing|ten)|writting|compil(?:ed|ing)|assembled": "writing",
    "edit(?:ing|ed|ng|ors?(?=:))|edting|ediitng|esditing|eidting|editting|desking": "editing",
    "photograph(?:y|ed|s)|photos": "photo",
    "graphics?|polling|research|analysis|translat(?:ed|ion|ing|ors?(?=:))|produced|production|created|video"
    "|illustrations?": "other",
}
VERB = "|".join(VERBS)
# "Additional" has been written in a dozen ways.
MOD = r"add?[a-z]{3,9}(?:al|la|nl)(?:l?y)?|addition|further|extra|supplementary|other|original"
_VERBS = rf"(?:{VERB})(?:(?:\s*[,/&]\s*|\s+and\s+)(?:(?:{MOD})\s+)?(?:{VERB})){{0,3}}"
PHRASE = rf"(?:(?i:{MOD})\s+)?(?i:{_VERBS})(?:\s+(?i:by|from|for)\b:?\s*|\s+(?=[A-Z]))"
ROLE = re.compile(
    rf"(?=[acdefgioprstvw])(?:\b|(?<=[a-z])(?=(?-i:[A-Z])))(?P<mod>(?:{MOD})\s+)?(?P<verbs>{_VERBS})"
    r"(?:\s+(?P<by>by|from|for)\b:?\s*|(?P<colon>:)\s+|\s+(?-i:(?=[A-Z])))",
    re.I,
)
# The role phrase before a " by ", up to its end: what stands in the 60 characters before.
_BEFORE_BY = re.compile(rf"(?:(?:{MOD})\s+)?{_VERBS}$", re.I)
_SLIPPED_BEFORE_BY = re.compile(rf"(?:(?:{MOD})\s+)?[a-z]+$", re.I)
_VERB_LAST = re.compile(rf"\W*(?:{VERB})|(?:\w+[,/&])?(?:{VERB})", re.I)
_LONGEST = 60  # characters
_AHEAD = re.compile(r"\(\?=[^()]*\)")  # what must follow a verb in its phrase, which it doesn't when it stands by itself
_ONE_VERB = re.compile(rf"(?:(?P<mod>{MOD})\s+)?(?P<verb>{_AHEAD.sub('', VERB)})", re.I)
_VERB_ROLES = tuple((re.compile(_AHEAD.sub("", verb), re.I), role) for verb, role in VERBS.items())
_WORD_BEFORE_BY = re.compile(r"\b(?P<verb>[A-Za-z]{5,11})\s+bu?y\b", re.I)
_SPELT = ("reporting", "writing", "editing", "edited", "compiled")


@lru_cache(maxsize=1024)
def roles(verbs: str, additional: bool) -> tuple[str, ...]:
    """The roles of "writing and additional reporting": writing, additional."""
    found_roles = []
    for found in _ONE_VERB.finditer(verbs):
        role = next(role for verb, role in _VERB_ROLES if verb.fullmatch(found["verb"]))
        extra = found["mod"] is not None or (additional and found.start() == 0)
        found_roles.append("additional" if extra and role == "reporting" else role)
    return tuple(found_roles)


def begins_before(text: str, start: int, by: int) -> int | None:
    """Where, behind `start`, the role phrase begins that ends at `by`, if one does and begins with a capital."""
    start = max(start, by - _LONGEST)
    before = text[start:by].rstrip()
    if not before:
        return None
    last = before.rsplit(None, 1)[-1]
    if _VERB_LAST.fullmatch(last):
        phrase = _BEFORE_BY.search(before)
    elif meant(last.lstrip("([").casefold()):
        phrase = _SLIPPED_BEFORE_BY.search(before)
    else:
        return None
    if phrase is None or not (
        before[phrase.start()].isupper() or before[: phrase.start()].endswith(("With ", "with ", "-- ", "— ", "– "))
    ):
        return None
    return start + phrase.start()


def mended(text: str) -> str:
    """`text` with the verbs before its "by" spelt as they were meant: "Reproting by", "Editing buy"."""
    return _WORD_BEFORE_BY.sub(lambda found: f"{meant(found['verb'].casefold()) or found['verb']} by", text)


@lru_cache(maxsize=4096)
def meant(word: str) -> str | None:
    """The verb of which a word is one slip away: a letter too many, too few or another, or two that changed places."""
    if word[:1] not in "rwec" or len(word) < 6:
        return None
    return next((verb for verb in _SPELT if word != verb and _one_slip(word, verb)), None)


def _one_slip(one: str, other: str) -> bool:
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, meant_rest = one[at:], other[at:]
    return (
        rest[1:] == meant_rest[1:]
        or rest[1:] == meant_rest
        or rest == meant_rest[1:]
        or (rest[:2] == meant_rest[1::-1] and rest[2:] == meant_rest[2:])
    )
