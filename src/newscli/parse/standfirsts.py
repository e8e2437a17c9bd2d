"""What stands between a headline and its story and tells of it: a standfirst, highlights, key points."""

from newscli.parse import bylines, headline
from newscli.parse.captions import ends_in_credit, is_labelled
from newscli.parse.conventions import convention
from newscli.parse.dateline import begins, read
from newscli.parse.dates import labelled
from newscli.parse.draft import Draft
from newscli.parse.layout import count_lines, squeeze
from newscli.parse.name_lines import LONGEST_DATE, NAME_ALONE, is_name, line_of
from newscli.parse.notes import is_note

HIGHLIGHTS = convention("note.highlights", r"Story [Hh]ighlights\b[^\n]*", "Story highlights Ferries cross again", "summary")
DECK = convention(
    "note.deck", r"[^\n]+", "Ferries cross the fjord again\n\nThe harbour master speaks of fog.\n\nBy Mara Lind", "summary"
)
_KEY_POINTS = ("Key Points", "Key points", "KEY POINTS", "Key takeaways", "At a glance", "Summary", "Companies", "Law firms")
_LONGEST = 350  # characters


def claim_deck(draft: Draft) -> bool:
    """A standfirst above the byline or the date."""
    if not _is_deck(draft):
        return False
    draft.note(draft.start, draft.parts[draft.first].end, DECK.kind, DECK.name)
    draft.next_part()
    return True


def _is_deck(draft: Draft) -> bool:
    """Whether what is left begins with a standfirst: between a headline and the byline or the date below it."""
    if draft.headline is None or draft.credits or draft.first + 2 >= draft.last:
        return False
    start, end, _ = draft.parts[draft.first]
    if end - start > _LONGEST or read(line_of(draft, draft.first)) is not None:
        return False
    if is_name(draft.text[start:end]):
        return False
    for i in range(draft.first + 1, min(draft.last - 1, draft.first + 6)):
        line = squeeze(line_of(draft, i))
        if len(line) < bylines.LONGEST and (bylines.is_byline(line) or labelled(line) is not None):
            return True
        named = NAME_ALONE.looks.fullmatch(line) is not None and labelled(squeeze(line_of(draft, i + 1))[:LONGEST_DATE])
        listed = len(line) < headline.LONGEST and line[-1] not in '.!?"”'
        if named or not (listed or ends_in_credit(line) or is_labelled(line) or is_note(line)):
            return bool(named)
    return False


def claim_highlights(draft: Draft) -> None:
    """ "Story highlights ...": what a page tells of its story in lines, none of which ends in a full stop."""
    if not draft.text.startswith(("Story highlights", "Story Highlights"), draft.start):
        return
    while draft.first + 1 < draft.last:
        start, end, _ = draft.parts[draft.first]
        ended = draft.text[max(start, end - 2) : end].rstrip('"”')[-1:] in tuple(".!?")
        if ended or end - start > headline.LONGEST or begins(line_of(draft, draft.first)):
            return
        draft.note(start, end, HIGHLIGHTS.kind, HIGHLIGHTS.name)
        draft.next_part()


def claim_key_points(draft: Draft, story: int | None) -> None:
    """ "Key Points", and the sentences below it up to the first blank line, or to the story's dateline."""
    if not draft.text.startswith(_KEY_POINTS, draft.start):
        return
    start, end, _ = draft.parts[draft.first]
    if squeeze(draft.text[start:end]).rstrip(":") not in _KEY_POINTS:
        return
    while draft.first + 1 < draft.last and draft.first != story:
        start, end, _ = draft.parts[draft.first]
        if bylines.is_byline(draft.text[start:end]):
            return
        draft.note(start, end, HIGHLIGHTS.kind, HIGHLIGHTS.name)
        below = draft.parts[draft.first + 1]
        draft.next_part()
        if (story is None and count_lines(draft.text[end : below.start]) > 1) or below.end - below.start > 2 * headline.LONGEST:
            return
