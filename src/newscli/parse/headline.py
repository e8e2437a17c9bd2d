"""Headlines: which line above a story is one, told by its place, its length and how it ends."""

import re

from newscli.parse.bylines import is_byline
from newscli.parse.captions import ends_in_credit
from newscli.parse.conventions import convention
from newscli.parse.dateline import alone, read
from newscli.parse.dates import labelled
from newscli.parse.draft import Draft
from newscli.parse.layout import squeeze
from newscli.parse.tags import tags

ABOVE_DATELINE = convention("headline.above-dateline", r"[^\n]+", "FERRIES CROSS AGAIN - HARBOUR MASTER")
FIRST_LINE = convention("headline.first-line", r"[^\n]+", "Ferries cross the fjord again")
STANDFIRST = convention(
    "note.standfirst",
    r"[^\n]+",
    "The harbour master will speak of radar, of crews and of fish before an audience that has never held as many pilots",
    "summary",
)
LONGEST = 180  # characters
_LONGEST_FIRST_LINE = 110  # and of one that nothing but its place tells: none of 16,000 wire headlines has more than 92
LONG_PARAGRAPH = 100
_QUOTES = "\"“”'‘’«»"
_FIGURES = re.compile(r"\bvs\.? [^ ]+ (?:cts|dlrs|mln|billion)\b")  # a row of a table


def claim_first_line(draft: Draft, piece: str, above_story: bool) -> bool:
    """A first line that is short, ends no sentence and has a story below it is the headline."""
    if (
        piece[0] in "*•·"
        or _FIGURES.search(piece)
        or draft.headline is not None
        or draft.first + 1 >= draft.last
        or (draft.first > 2 and draft.first - sum(claim.rule == "furniture.slug" for claim in draft.claims) > 2)
    ):
        return False
    below = draft.parts[draft.first + 1]
    titled = piece[-1] == "." and _is_titled(piece)
    sentence = piece[-1] == "." and not titled and not piece.isupper() and len(piece) > 40
    if above_story and len(piece) <= LONGEST and "\n" not in piece and piece[-1] not in ";,:" and not sentence:
        claim_headline(draft, draft.start, draft.parts[draft.first].end, ABOVE_DATELINE.name)
        return True
    if len(piece) > LONGEST or "\n" in piece or (piece[-1] in ".;,:" and not titled) or not _may_open(piece):
        return False
    under = draft.text[below.start : below.end]
    signed = draft.first + 2 < draft.last and (is_byline(under) or labelled(squeeze(under)) is not None)
    if read(piece) is not None or (len(under) < len(piece) and draft.last - draft.first < 4 and not signed):
        return False
    if alone(piece, under):
        return False
    ended = (len(under) > LONG_PARAGRAPH and under[-1] in '.!?"”') or ends_in_credit(under)
    if len(piece) > _LONGEST_FIRST_LINE and ended and not draft.claims:
        draft.note(draft.start, draft.parts[draft.first].end, STANDFIRST.kind, STANDFIRST.name)
        return True
    claim_headline(draft, draft.start, draft.parts[draft.first].end, FIRST_LINE.name)
    return True


def _may_open(piece: str) -> bool:
    """Whether a headline may begin so: with a word, a tag, a sum, or a quotation that is no sentence of its own."""
    if piece[0] in _QUOTES:
        return piece[-1] not in _QUOTES or piece[-2:-1] not in ".!?,"
    return piece[0].isalnum() or piece[0] in "$£€#¿¡" or bool(tags(piece))


def _is_titled(line: str) -> bool:
    """Whether a line that ends in a full stop has a headline's capitals: "Harbour Master Seeks More Boats."""
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 4 and all(word[0].isupper() for word in words) and line.count(". ") == 0


def claim_headline(draft: Draft, start: int, end: int, rule: str) -> None:
    """The headline keeps its tags, as written; the tags are listed too."""
    draft.headline = squeeze(draft.text[start:end])
    draft.claim(start, end, "headline", rule)
    draft.tags = tags(draft.headline)
