"""A text, parser by parser.

The story is taken from both ends: what stands above it, its dateline, then from below sign-offs and notes, then what
stands between its paragraphs. What nobody claims is the body.
"""

from collections.abc import Sequence

from newscli.article import NOTHING_STATED, Article, Stated
from newscli.parse.captions import claim_captions
from newscli.parse.credits import claim_signoff, claim_signoff_above
from newscli.parse.dateline import claim_dateline
from newscli.parse.draft import Draft
from newscli.parse.header import claim_head
from newscli.parse.notes import claim_inline, claim_page_end, claim_release_end, claim_tail, claim_unfinished
from newscli.parse.stated import claim_stated, claim_stated_dateline, step_back
from newscli.parse.unstopped import claim_unstopped
from newscli.parse.verbless import claim_verbless

# So many notes stand below no story; without a limit, a text of nothing else would take time in the square of its length.
_MOST_AT_END = 400


def assembled(text: str, stated: Stated, warnings: Sequence[str], line: int) -> Article:
    """The record of one text."""
    draft = Draft.of(text, line)
    if stated is not NOTHING_STATED:
        claim_stated(draft, stated)
    claim_head(draft)
    if stated.marks:
        claim_stated_dateline(draft, stated.marks)
    if draft.dateline is None:
        claim_dateline(draft)
    if stated.marks:
        step_back(draft, stated.marks)
    _claim_ends(draft)
    story = draft.story()
    claim_captions(draft, story)
    claim_verbless(draft, story)
    claim_unstopped(draft, story)
    claim_inline(draft, story)
    if not draft.parts:
        draft.warnings.append("no text")
    elif draft.start >= draft.end:
        draft.warnings.append("no body")
    return draft.finish(stated, tuple(warnings))


def _claim_ends(draft: Draft) -> None:
    """Peel notes and sign-offs off the end of the story."""
    claim_page_end(draft)
    claim_release_end(draft)
    _peel(draft)
    if not draft.signed and claim_signoff_above(draft):
        _peel(draft)


def _peel(draft: Draft) -> None:
    for _ in range(_MOST_AT_END):
        if not (claim_tail(draft) or claim_signoff(draft) or claim_unfinished(draft)):
            return
