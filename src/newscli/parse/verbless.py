"""Captions that nothing labels: what is seen, and behind it a day or an agency alone, between a story's paragraphs.

A story tells what happened, a caption what is to be seen: it has no verb, or one in the present tense ("A pilot boards a
ferry in Bergen on April 28."). So a sentence that has a past tense, an auxiliary or a verb of schedules is none.
"""

import re
from collections.abc import Sequence

from newscli.article import Caption
from newscli.parse.conventions import Convention, convention
from newscli.parse.dates import MONTH
from newscli.parse.draft import Draft
from newscli.parse.layout import fold
from newscli.parse.places import is_place

_PREPOSITION = "at|in|near|outside|inside|during|aboard|after|before|with|of"
DATED: Convention = convention(
    "caption.dated",
    rf"(?=[A-Z])[^.!?;:\"“”()\n]{{8,200}}?\b(?:{_PREPOSITION})\b[^.!?;:\"“”()\n]{{0,120}},?\s(?:(?:on|in)\s)?(?:\w+day,\s)?"
    rf"(?i:{MONTH})\.?\s\d{{1,2}}(?:,\s\d{{4}})?\.?",
    "Harbour pilots at a rehearsal on April 28.",
)
# An agency or a name in brackets may end a story too: here it is the picture's.
HOUSED: Convention = convention(
    "caption.with-agency",
    r"(?=[A-Z])[^\n()]{20,300}?[.\w’\"”](?<!Agency)(?<!Press)(?<!Association)\s*"
    r"[(\[](?P<credit>Fox News|Reuters|REUTERS|AP|AFP|PA|EPA|CNN|NBC|PTI|ANI|(?:KCNA-)?Yonhap|KCNA|Kyodo|Xinhua|dpa|HT Photo"
    r"|Supplied|Handout|(?<=[.!?”\"] \()[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z’'-]+)[)\]]",
    "Cranes stand idle in the outer harbour. (Fox News)",
)
# Regular past tenses; auxiliaries; irregular past tenses; and what stories say of days to come.
_FINITE = re.compile(
    r"\b(?:\w{2,}ed|is|are|was|were|be|been|has|have|had|will|would|shall|should|can|could|may|might|must|do|does|did|not"
    r"|said|says?|came|took|met|won|lost|fell|rose|hit|made|gave|went|left|held|ran|got|told|kept|put|set|cut|sent|spent|found"
    r"|led|saw|spoke|broke|shot|struck|wrote|began|became|drew|flew|grew|knew|threw|sold|bought|brought|thought|caught|taught"
    r"|paid|laid|stood|sat|sought|drove|rode|chose|froze|woke|wore|bore|tore|swore|beat|built|dealt|felt|fought|hung|heard"
    r"|hurt|lent|let|meant|read|rang|sang|sank|shook|shut|slept|spread|stuck|stole|swam|swept|understood|withdrew"
    r"|expects?|plans?|takes?|begins?|starts?|runs?|opens?|ends?|comes?|go|goes|reports?|expires?|falls?|marks?|votes?|meets?"
    r"|faces?|heads?|returns?|due|effective|until|till|through|by|from|its?|their)\b",
    re.I,
)
_SHORTEST, _LONGEST = 24, 230  # characters


def tells(text: str, start: int, end: int) -> bool:
    """Whether a text may tell what happened, as a story does and a caption doesn't."""
    return _FINITE.search(text, start, end) is not None


def claim_verbless(draft: Draft, story: Sequence[tuple[int, int]]) -> None:
    """Claim such sentences, each a paragraph, where the story goes on above and below them."""
    text = draft.text
    for start, end in story[1:-1]:
        if not _SHORTEST < end - start < _LONGEST:
            continue
        # All but a few paragraphs end otherwise.
        if text[end - 1].isdigit() or text[end - 2].isdigit():
            _claim(draft, start, end, DATED)
        elif text[end - 1] in ")]":
            _claim(draft, start, end, HOUSED)


def claim_housed(draft: Draft, start: int, end: int) -> bool:
    """Claim the paragraph above a story if it is a sentence without a past tense that has an agency behind its full stop."""
    if draft.text[end - 1] not in ")]" or draft.first + 1 >= draft.last or not _SHORTEST < end - start < _LONGEST:
        return False
    opened = max(draft.text.rfind("(", start, end), draft.text.rfind("[", start, end))
    return draft.text[start:opened].rstrip().endswith((".", '."', ".”")) and _claim(draft, start, end, HOUSED)


def claim_dated(draft: Draft, start: int, end: int, above_dateline: bool) -> bool:
    """Claim the paragraph above a story if it says what is seen and ends in its day, with the year or above a dateline."""
    if draft.text[end - 1] != "." or not _SHORTEST < end - start < _LONGEST or draft.first + 1 >= draft.last:
        return False
    year = draft.text[max(start, end - 5) : end].strip(" .")
    return (above_dateline or (len(year) == 4 and year.isdigit())) and _claim(draft, start, end, DATED)


def _claim(draft: Draft, start: int, end: int, row: Convention) -> bool:
    found = row.looks.fullmatch(draft.text, start, end)
    if found and row is HOUSED and is_place(found["credit"]):
        return False
    if not found or tells(draft.text, start, end) or not draft.claim(start, end, "caption", row.name):
        return False
    credit = found["credit"] if row is HOUSED else None
    shown = draft.text[start : found.start("credit") if credit else end].rstrip(" ([")
    draft.captions.append((start, Caption(fold(shown), credit)))
    return True
