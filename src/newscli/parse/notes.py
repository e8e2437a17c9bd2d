"""Notes: what stands in an article but is not of the story. Their forms are in note_forms and its neighbours."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter

from newscli.parse import agencies
from newscli.parse.conventions import Convention, Marked, gate
from newscli.parse.draft import Draft
from newscli.parse.layout import fold
from newscli.parse.note_forms import FURNITURE, WHOLE
from newscli.parse.note_forms_inside import AGENCY_BEHIND, GLUED, GLUED_SENTENCES, INLINE
from newscli.parse.note_forms_outer import ABOUT, ANYWHERE, LISTED, OFFERED, OUTER, UNFINISHED

# What most brackets hold that are looked at.
_NO_NOTE = r"\((?:Reuters\)|(?:Reporting|Editing|Writing|Additional|Compiled) )"
_ANY_WHOLE = gate((*WHOLE, *FURNITURE), _NO_NOTE)
_ANY_OUTER = gate((*WHOLE, *OUTER, *FURNITURE), _NO_NOTE)
_GLUED = Marked((*GLUED, *GLUED_SENTENCES))
_GLUED_SENTENCES = Marked(GLUED_SENTENCES)
_SCANNED = Marked(ANYWHERE)
# Wires that carry press releases.
_RELEASES = frozenset(
    {"prnewswire", "pr newswire", "prnewswire-usnewswire", "prnewswire-firstcall", "prnewswire-asianet", "prnewswire-prweb",
     "prweb", "business wire", "globe newswire", "globenewswire", "marketwired", "marketwire", "accesswire", "newsfile",
     "newsfile corp.", "cnw", "cnw group", "einpresswire.com", "ots"}
)  # fmt: skip
_ADVISER = "Zacks Investment Research"
_LONGEST_OFFER = 2_500  # characters
_LONGEST_HEADING = 90  # characters
_MOST_LISTED = 15  # paragraphs
_LONGEST_LISTED = 180  # characters of one of them
_MOST_UNFINISHED = 3  # paragraphs
_LONGEST_UNFINISHED = 100  # characters
_SHORTEST_STORY = 4  # paragraphs above them
_SHORTEST_SENTENCE = 80  # characters of the paragraph above them
_LONGEST_AGENCY = 40  # characters
_LONGEST_INITIALS = 3
_LONGEST = 600  # characters of a note
_LONGEST_OUTER = 1200  # and of one below the story: what its author has done in life


def whole(draft: Draft, start: int, end: int, outer: bool = False) -> bool:
    """Claim `text[start:end]`, a paragraph, if all of it is a note or furniture; `outer`: it has the story on one side."""
    if end - start > (_LONGEST_OUTER if outer else _LONGEST):
        return False
    piece = draft.text[start:end]
    folded = fold(piece)
    scanned = _SCANNED.rows(_SCANNED.in_text(folded)) if outer else ()
    if not (_ANY_OUTER if outer else _ANY_WHOLE).looks.match(folded) and not scanned:
        return False
    for row in (*WHOLE, *OUTER, *scanned) if outer else WHOLE:
        found = row.looks.match(folded)
        if found and _balanced(piece) and _of_author(draft, found):
            draft.note(start, end, row.kind, row.name)
            return True
    for row in FURNITURE:
        if row.looks.match(folded):
            draft.claim(start, end, "furniture", row.name)
            return True
    return False


def is_note(text: str) -> bool:
    """Whether a paragraph above the story looks like a note: "4 Min Read"."""
    return _ANY_OUTER.looks.match(fold(text)) is not None


def _of_author(draft: Draft, found: re.Match[str]) -> bool:
    """Whether whoever a row calls the author has the article's byline, and a stranger occurs nowhere else."""
    parts = found.groupdict()
    if stranger := parts.get("stranger"):
        return draft.text.count(stranger.rpartition(" ")[2]) == 1
    named = parts.get("author")
    return named is None or any(one.name.casefold() == named.casefold() and one.role == "by" for _, one in draft.credits)


def claim_leading(draft: Draft) -> bool:
    """Claim a note in brackets that has the story behind it in the same paragraph: "(Adds comment) OSLO (Reuters) - ..."."""
    head = draft.head(_LONGEST)
    inner = head.lstrip("(")
    at = len(head) - len(inner) - 1 + _closing(f"({inner}") if inner != head and ")" in inner else -1
    while 0 < at < len(head) - 1 and head[at + 1] == ")":
        at += 1
    if at < 0 or not head[at + 1 :].strip():
        return False
    note = fold(head[: at + 1])
    row = next((row for row in WHOLE if row.looks.match(note)), None) if _ANY_WHOLE.looks.match(note) else None
    if row is None:
        return False
    draft.note(draft.start, draft.start + at + 1, row.kind, row.name)
    draft.advance(draft.start + at + 1)
    return True


def _closing(piece: str) -> int:
    """Where the bracket closes that opens at the beginning of `piece`, -1 if it doesn't."""
    depth = 0
    for at, letter in enumerate(piece):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return at
    return -1


def _balanced(piece: str) -> bool:
    """A bracket that opens a note closes at its end, or never: not a sentence that begins with a bracket."""
    rest = piece.rstrip()
    while rest.startswith("(") and rest[:3] not in ("(C)", "(c)"):
        at = _closing(rest)
        if at < 0:
            return rest.endswith(")") or ")" not in rest
        rest = rest[at + 1 :].lstrip()
        if not rest.startswith("("):
            return len(rest) < 2
    return True


def claim_inline(draft: Draft, story: Iterable[tuple[int, int]]) -> None:
    """Notes between and inside the story's paragraphs."""
    text = draft.text
    gate = _ANY_WHOLE.looks
    rows = [row for row, mark in INLINE if text.find(mark, draft.start, draft.end) >= 0]
    for start, end in story:
        # Where lines are joined they must be folded before they are looked at.
        if (
            draft.start < start >= end - _LONGEST
            and (draft.joined or gate.match(text, start, end))
            and whole(draft, start, end)
        ):
            continue
        for row in rows:
            # `$` is the end of the paragraph only on a slice of its own.
            for found in row.looks.finditer(draft.text[start:end]):
                draft.note(start + found.start(), start + found.end(), row.kind, row.name)


def claim_tail(draft: Draft) -> bool:
    """Claim the story's last paragraph if all of it is a note, or the note at its end; whether there was one."""
    if draft.last <= draft.first:
        return False
    start = draft.tail_start()
    if draft.last - draft.first > 1 and (whole(draft, start, draft.end, outer=True) or _claim_agency(draft, start)):
        draft.retreat(start)
        return True
    return whole_tail(draft, start)


def _claim_agency(draft: Draft, start: int) -> bool:
    """Claim an agency's name alone, which ends a story, or the initials of whoever typed it: "-- BERNAMA", "TA"."""
    if draft.end - start >= _LONGEST_AGENCY:
        return False
    line = draft.text[start : draft.end]
    name = line.strip("-–—=/()[]. ")
    if len(line) <= _LONGEST_INITIALS and line.isalpha() and line.isupper() and line.isascii():
        return draft.claim(start, draft.end, "furniture", "furniture.initials")
    return all(agencies.known(one.strip()) for one in name.split(",")) and draft.claim(
        start, draft.end, "furniture", "furniture.agency"
    )


def claim_unfinished(draft: Draft) -> bool:
    """Claim a line or a few below a story whose last sentence has ended, if none of them ends one; whether there were any."""
    for i in range(draft.last - 1, max(draft.first + _SHORTEST_STORY, draft.last - _MOST_UNFINISHED) - 1, -1):
        start, end, _ = draft.parts[i]
        if end - start > _LONGEST_UNFINISHED or not UNFINISHED.looks.fullmatch(draft.text, start, min(end, draft.end)):
            return False
        above = draft.parts[i - 1]
        if above.end - above.start > _SHORTEST_SENTENCE and draft.text[above.end - 1] in '.!?"”':
            for part in draft.parts[i : draft.last]:
                draft.note(part.start, min(part.end, draft.end), UNFINISHED.kind, UNFINISHED.name)
            draft.retreat(start)
            return True
    return False


def whole_tail(draft: Draft, start: int) -> bool:
    """A note at the end of a paragraph that goes on before it: in brackets, or a newsroom's telephone."""
    piece = draft.text[max(start, draft.end - _LONGEST) : draft.end]
    origin = draft.end - len(piece)
    bracketed = piece.endswith(")")
    found = _bracketed_note(piece) if bracketed else None
    if found is None and (not bracketed or "click" in piece):  # all but a few end in a sign-off's bracket
        found = _glued_note(piece)
    found = found or _agency_behind(piece)
    if found is None or (found[0] == 0 and draft.last - draft.first == 1):
        return False
    at, row = found
    draft.note(origin + at, draft.end, row.kind, row.name)
    draft.retreat(origin + at)
    return True


def _bracketed_note(piece: str) -> tuple[int, Convention] | None:
    at = _opening(piece)
    if at < 0:
        return None
    while at and piece[at - 1] == "(":  # doubled
        at -= 1
    note = fold(piece[at:])
    if not _ANY_WHOLE.looks.match(note):
        return None
    return next(((at, row) for row in WHOLE if row.looks.match(note)), None)


def _glued_note(piece: str) -> tuple[int, Convention] | None:
    bracket = _opening(piece) if piece.endswith(")") else -1
    glued = _GLUED_SENTENCES if piece.endswith((".", '"', "”")) else _GLUED
    for row in glued.rows(glued.in_text(piece)):
        if not (found := row.looks.search(piece)):
            continue
        # "(Oslo newsroom)" signs off whatever stands before it; "(for more click here)" and "click: ( here )" are of the note.
        if bracket < 0 or piece[found.start() : bracket].isspace() or piece[bracket:].strip("() ") == "here":
            return found.start(), row
    return None


def _agency_behind(piece: str) -> tuple[int, Convention] | None:
    """ "Ships sailed. (ANI)": what stands behind the last sentence is an agency."""
    if piece.endswith(".") or not agencies.known(piece[piece.rfind(" ", -_LONGEST_AGENCY) + 1 :].strip("-–—=/()")):
        return None
    found = AGENCY_BEHIND.looks.search(piece, max(0, len(piece) - _LONGEST_AGENCY))
    return (found.start(), AGENCY_BEHIND) if found else None


def _opening(piece: str) -> int:
    """Where the bracket opens that closes at the end of `piece`, -1 if none does."""
    last = piece.rfind("(")
    if piece.find(")", last) == len(piece) - 1:
        return last
    depth = 0
    for at in range(len(piece) - 1, -1, -1):
        depth += (piece[at] == ")") - (piece[at] == "(")
        if depth == 0:
            return at
    return -1


def claim_page_end(draft: Draft) -> None:
    """Claim what a page lists below its story, from its heading on."""
    for i in range(max(draft.first + 2, draft.last - _MOST_LISTED), draft.last):
        start, end, _ = draft.parts[i]
        if end - start >= 50 or not LISTED.looks.fullmatch(draft.text, start, end):
            continue
        if all(below.end - below.start < _LONGEST_LISTED for below in draft.parts[i + 1 :]):
            claim_below(draft, start, LISTED.name)
            draft.retreat(start)
            return
        draft.note(start, end, LISTED.kind, LISTED.name)  # the story goes on below it


def claim_below(draft: Draft, start: int, rule: str) -> None:
    """Claim every paragraph of the text from `start` on that nobody has claimed: it stands below the sign-off."""
    for part in draft.parts:
        if part.start >= start and draft.is_free(part.start, part.end):
            draft.note(part.start, part.end, "boilerplate", rule)


def claim_release_end(draft: Draft) -> None:
    """Claim what a press release says of its company, of what it can't promise and of whom to ask, from its heading on."""
    if draft.agency is not None and draft.agency.casefold() in _RELEASES:
        _claim_from(draft, ABOUT, draft.first + 1)
    elif draft.text.find(_ADVISER, max(draft.start, draft.end - _LONGEST_OFFER), draft.end) >= 0:
        near = bisect_left(draft.parts, draft.end - _LONGEST_OFFER, draft.first, draft.last, key=itemgetter(0))
        _claim_from(draft, OFFERED, max(draft.first + 1, near))


def _claim_from(draft: Draft, heading: Convention, first: int) -> None:
    """Claim everything from a heading on that nobody has claimed; the heading is looked for from a paragraph on."""
    for i in range(first, draft.last):
        start, end, _ = draft.parts[i]
        if end - start < _LONGEST_HEADING and heading.looks.fullmatch(draft.text, start, end):
            for part in draft.parts[i : draft.last]:
                if draft.is_free(part.start, part.end):
                    draft.note(part.start, part.end, heading.kind, heading.name)
            draft.retreat(start)
            return
