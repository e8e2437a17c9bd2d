"""Notes: what stands in an article but is not of the story. Corrections, refiles, links, currency lines, boilerplate."""

import re

from newscli.parse.conventions import Convention, convention
from newscli.parse.draft import Draft
from newscli.parse.layout import fold

# A paragraph of its own, at the head or the tail of the story.
WHOLE: tuple[Convention, ...] = (
    convention("note.corrects", r"\(+(?:Corrects|Fixes|Clarifies|Correcting)\b[^\n]*\)?$",
               "(Corrects spelling of company name in paragraph 2)", "correction"),
    convention("note.corrects-story", r"\(+(?:In|This) (?:[\w.]+ ){0,4}(?:story|version)[^\n]*?\bcorrect[^\n]*\)?$",
               "(This January 10 story corrects the number of boats)", "correction"),
    convention("note.refile", r"\(+(?:(?:This|The) (?:\w+ ){0,4}story (?:\w+ ){0,3}(?:refiled|re-filed)|Refiles|Refiling)"
               r"\b[^\n]*\)?$", "(This story has been refiled to fix a typographical error)", "refile"),
    convention("note.story", r"\((?:This|The) (?:\w+ ){0,4}(?:story|version|article|item)\b[^\n]*\)$",
               "(This story was translated by the harbour desk)", "advisory"),
    convention("note.adds", r"\((?:Adds|Recasts|Updates|Releads|Rewrites|Writes through|Repeats|Removes|Changes|Refreshes)"
               r"\b[^\n]*\)$", "(Adds comment from the harbour master)", "advisory"),
    convention("note.except-headline", r"\(Except for the headline, this story[^\n]*\)$",
               "(Except for the headline, this story has not been edited by our staff.)", "boilerplate"),
    convention("note.standards", r"Our Standards:[^\n]*$", "Our Standards: The Harbour Press Principles.", "boilerplate"),
    convention("note.more", r"\(?For (?:more|other|related) [^\n]*(?:click|visit|go to|see|double-click)\b[^\n]*$",
               "For more articles like this, please visit us at harbour.example", "link"),
    convention("note.currency", r"\(\s*\$?(?:US\$|A\$)?1(?: [a-z]+)?\s*=[^()\n]*\)$", "($1 = 435.20 tenge)", "currency"),
    convention("note.copyright", r"(?:©|\(C\) |Copyright )[^\n]{0,200}$", "Copyright 2022 Harbour Press.", "copyright"),
    convention("note.advertisement", r"Advertisement$|Story continues(?: below)?$", "Advertisement", "boilerplate"),
    convention("note.read-more", r"(?:Read more|read more|READ MORE)\b:?[^\n]{0,120}$", "Read more: Snow in Oslo", "link"),
    convention("note.follow", r"Follow [A-Z][^\n]{2,60} (?:on Twitter|on X|on Facebook|at https?:)[^\n]*$",
               "Follow Lena Brandt on Twitter", "boilerplate"),
    convention("note.print-edition", r"A version of this (?:article|story) appears? in print\b[^\n]*$",
               "A version of this article appears in print on page A1.", "boilerplate"),
)  # fmt: skip
# Within or at the end of a paragraph.
INLINE: tuple[Convention, ...] = (
    convention("link.read-more", r"(?<=[.!?\"”’)])\s+read more$", "The port is open again. read more", "link"),
    convention("currency.inline", r"\(\s*\$1\s*=[^()\n]{1,60}\)", "Trains ran. ($1 = 435.20 tenge) More will.", "currency"),
)
FURNITURE: tuple[Convention, ...] = (
    convention("furniture.end-mark", r"(?:Reuter|REUTER|reuter|More|MORE|ENDIT|-30-|###|\*\*\*|___+|-0-)\.{0,3}$", "REUTER"),
    convention("furniture.url", r"https?://\S+$", "http://news.example/2022/01/11/snow"),
)
_OPENINGS = re.compile(r"[(©CFORAS\[]|Read|read|https?:|[rRM]|-|#|\*|_")


def whole(draft: Draft, start: int, end: int) -> bool:
    """Claim `text[start:end]`, a paragraph, if all of it is a note or furniture."""
    piece = draft.text[start:end]
    if not _OPENINGS.match(piece):
        return False
    folded = fold(piece)
    for row in WHOLE:
        if len(piece) < 600 and row.looks.match(folded) and _balanced(piece):
            draft.note(start, end, row.kind, row.name)
            return True
    for row in FURNITURE:
        if row.looks.match(folded):
            draft.claim(start, end, "furniture", row.name)
            return True
    return False


def _balanced(piece: str) -> bool:
    """A bracket that opens a note closes at its end, or never: not a sentence that begins with a bracket."""
    if not piece.startswith("("):
        return True
    depth = 0
    for at, letter in enumerate(piece):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return at >= len(piece.rstrip()) - 2
    return True


def claim_inline(draft: Draft) -> None:
    """Notes inside the story's paragraphs."""
    text = draft.text
    story = text[draft.start : draft.end]
    rows = [row for row, mark in zip(INLINE, ("read more", "$1"), strict=True) if mark in story]
    if not rows:
        return
    for part in draft.parts[draft.first : draft.last]:
        start, end = max(part.start, draft.start), min(part.end, draft.end)
        for row in rows:
            # `$` is the end of the paragraph only on a slice of its own.
            for found in row.looks.finditer(text[start:end]):
                draft.note(start + found.start(), start + found.end(), row.kind, row.name)


def claim_tail(draft: Draft) -> bool:
    """Claim the story's last paragraph if all of it is a note; whether it was."""
    if draft.last <= draft.first:
        return False
    start = draft.tail_start()
    if whole(draft, start, draft.end):
        draft.retreat(start)
        return True
    return _glued(draft, start)


def _glued(draft: Draft, start: int) -> bool:
    """A bracketed note at the end of a paragraph that holds the whole story."""
    piece = draft.text[start : draft.end]
    if not piece.endswith(")"):
        return False
    at = _opening(piece)
    if at <= 0:
        return False
    for row in WHOLE:
        if row.looks.match(fold(piece[at:])):
            draft.note(start + at, draft.end, row.kind, row.name)
            draft.retreat(start + at)
            return True
    return False


def _opening(piece: str) -> int:
    """Where the bracket opens that closes at the end of `piece`, -1 if none does."""
    depth = 0
    for at in range(len(piece) - 1, max(-1, len(piece) - 600), -1):
        depth += (piece[at] == ")") - (piece[at] == "(")
        if depth == 0:
            return at
    return -1
