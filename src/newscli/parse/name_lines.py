"""A name alone on its line, above a story: whose it is, told by what stands around it."""

import re
from collections.abc import Iterable

from newscli.parse import agencies, bylines
from newscli.parse.captions import ends_in_credit
from newscli.parse.conventions import Convention, convention
from newscli.parse.dateline import REACH, alone, read
from newscli.parse.dates import labelled
from newscli.parse.draft import Draft
from newscli.parse.headline import LONG_PARAGRAPH
from newscli.parse.layout import squeeze
from newscli.parse.notes import is_note
from newscli.parse.people import people
from newscli.parse.places import is_city, is_place

_TOWN = r"[A-Z][\w ]{2,20}"
_ONE_NAME = r"[^\W\d_a-z][\w.'’-]*(?: [\w.'’-]+){1,3}"
ROWS: tuple[Convention, ...] = (
    convention("byline.name-alone",
               rf"{_ONE_NAME}(?: in {_TOWN})?(?:(?:,| ,?and| &) {_ONE_NAME}(?: in {_TOWN})??){{0,5}}(?: in (?P<place>{_TOWN}))?"
               rf"(?:(?P<mark>,| \||/) ?(?P<house>[A-Z][\w. ]{{1,30}})(?:, (?P<town>{_TOWN}))?|(?P<handle> ?@\w+"
               rf"| [\w.]+@[\w.]+\w))?",
               "Mara Lind"),
    convention("byline.title", r"(?:Associated Press|AP|Reuters|Staff|Special|Senior|Chief)(?: [A-Z]\w+){0,2} "
               r"(?:Writer|Correspondent|Reporter|Columnist|Editor)s?(?: of (?:T|t)he [A-Z][\w ]{2,40})?",
               "Associated Press Writer"),
)  # fmt: skip
NAME_ALONE, TITLE = ROWS
_JOBS = frozenset("correspondent editor reporter columnist writer contributor".split())
LONGEST_DATE = 110  # characters
FAR_ENOUGH = 2000  # characters of a story in which words of its headline come again


def is_name(line: str) -> bool:
    """Whether a line is a person's name, a title behind it left out."""
    return NAME_ALONE.looks.fullmatch(line) is not None and bool(people(_untitled(line), "by"))


def is_name_above_story(draft: Draft, i: int) -> bool:
    """Whether a paragraph is one person's name alone, over a long paragraph: above it is no story."""
    part = draft.parts[i]
    if part.end - part.start > 40 or i + 1 >= draft.last:
        return False
    name, below = draft.text[part.start : part.end], draft.parts[i + 1]
    if below.end - below.start < LONG_PARAGRAPH or not NAME_ALONE.looks.fullmatch(name):
        return False
    if (
        name[-1] == "."
        or name.startswith(bylines.OPENINGS)
        or is_place(name)
        or is_note(name)
        or ends_in_credit(name)
        or not people(name, "by")
    ):
        return False
    above = draft.parts[i - 1]
    return draft.text[above.end - 1] == "." and above.end - above.start < 250


def claim_parted(draft: Draft, start: int, end: int) -> bool:
    """ "By" alone on its line, and the name on the next."""
    if draft.text[start:end] not in ("By", "BY", "by") or draft.first + 2 >= draft.last:
        return False
    below = draft.parts[draft.first + 1]
    if not is_name(line := draft.text[below.start : below.end]):
        return False
    draft.claim(start, end, "credits", NAME_ALONE.name)
    draft.claim(below.start, below.end, "credits", NAME_ALONE.name)
    draft.credit(below.start, people(_untitled(line), "by"))
    draft.next_part()
    return True


def claim_name(draft: Draft, start: int, end: int) -> bool:
    """A name alone on its line, where an agency alone or a dateline follows, or a headline stands above."""
    found = NAME_ALONE.looks.fullmatch(draft.text, start, end)
    if draft.first + 1 >= draft.last or not found:
        return False
    i = draft.first + 1
    above = draft.headline is not None or bool(draft.captions)
    while (
        i + 1 < draft.last
        and draft.parts[i].end - draft.parts[i].start < LONGEST_DATE
        and (is_note(line := line_of(draft, i)) or (above and is_name(line)))
    ):
        i += 1
    next_line = line_of(draft, draft.first + 1)
    if not agencies.known(next_line):
        next_line = line_of(draft, i)
    if i + 1 >= draft.last and agencies.known(line_of(draft, i)):
        return False  # the agency that ends a list, with no story below it
    at_house = found["house"] is not None and _is_house(found)
    until = found.start("house") if at_house else found.start("handle") if found["handle"] else end
    sure = at_house or found["handle"] is not None or agencies.known(next_line) or read(next_line) is not None
    sure = sure or (above and (labelled(squeeze(next_line)) is not None or bylines.is_house(next_line)))
    sure = sure or (above and i + 1 < draft.last and bool(alone(next_line, line_of(draft, draft.first + 2))))
    if not sure and (not above or len(next_line) < LONG_PARAGRAPH):
        return False
    named = people(_untitled(draft.text[start:until].rstrip(" ,|/")), "by")
    if not at_house and not agencies.known(next_line) and _reads_on(draft, [one.name for one in named], end, above):
        return False
    if len(named) > 1 and found["place"] is None and draft.text[start:end].count(" ") > 12:
        return False
    draft.credit(start, named)
    return bool(named) and draft.claim(start, end, "credits", NAME_ALONE.name)


def _is_house(found: re.Match[str]) -> bool:
    """Whether what stands behind the names is who they write for: an agency, or a paper behind a bar or before its town."""
    house = found["house"]
    placed = found["mark"] == " |" or (found["town"] is not None and is_city(found["town"]))
    return agencies.known(house) or (placed and bylines.is_house(house))


def _untitled(name: str) -> str:
    """ "From Mara Lind", "Mara Lind Transport correspondent": without what he is, behind given name and surname."""
    name = name.removeprefix("From ")
    words = name.split()
    if len(words) > 2 and "," not in name and words[-1].casefold() in _JOBS:
        return " ".join(words[:2])
    return name


def line_of(draft: Draft, i: int) -> str:
    """The beginning of a paragraph, far enough for a dateline."""
    start, end, _ = draft.parts[i]
    return draft.text[start : min(end, start + REACH)]


def _reads_on(draft: Draft, names: Iterable[str], end: int, above: bool) -> bool:
    """Whether what looks like names is a headline: in capitals or long with none above it, or of words that the story has."""
    words = " ".join(names).split()
    if not above and (len(words) > 3 or all(map(str.isupper, words))):
        return True
    story = draft.text[end : end + FAR_ENOUGH]
    return any(len(word) > 3 and re.search(rf"\b{re.escape(word.lower())}", story) for word in words)
