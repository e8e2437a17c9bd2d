"""The head of an article: date lines, headlines, bylines and captions, in whatever order they stand above the story."""

import re

from newscli.article import Caption
from newscli.parse import bylines, headline
from newscli.parse.bylines import claim_byline
from newscli.parse.caption_forms import FIGURE, PHOTO
from newscli.parse.captions import claim_above, claim_caption, claim_credit_before, credit_alone, ends_in_credit, is_labelled
from newscli.parse.conventions import Convention, convention
from newscli.parse.dated_lines import claim_barred_name, claim_dated_byline, claim_day, claim_moment
from newscli.parse.dateline import REACH, begins, behind_byline, read
from newscli.parse.dates import stated
from newscli.parse.draft import Draft
from newscli.parse.headline import claim_first_line, claim_headline
from newscli.parse.layout import squeeze
from newscli.parse.name_lines import FAR_ENOUGH, LONGEST_DATE, TITLE, claim_name, claim_parted, is_name_above_story, line_of
from newscli.parse.notes import claim_leading, whole
from newscli.parse.people import people
from newscli.parse.standfirsts import claim_deck, claim_highlights, claim_key_points
from newscli.parse.verbless import claim_dated, claim_housed

ROWS: tuple[Convention, ...] = (
    convention("header.date", r"date (?P<date>\d{4}-\d\d-\d\d)(?:\s+|$)",
               "date 2022-01-11 Cranes in fog. REUTERS/Wei Lan"),
    convention("header.dashes", r"--(?: |$)", "-- Grain trains begin to move again"),
    convention("caption.bar",
               r"(?P<caption>[^|\n]{20,400}) \| "
               r"(?P<credit>(?:[A-Z][\w.'’ -]{2,40}/)?(?:REUTERS|AP Photo|Getty(?: Images)?|AFP))\s+(?=[\w\"“‘$])"
               r"(?P<headline>[^|\n]{8,150})",
               "Cranes stand idle in the morning fog. | REUTERS Grain trains begin to move again"),
    convention("byline.dotted", r"By \. (?P<people>(?:[A-Z][\w'’-]+ ){1,4}\.(?: and (?:[A-Z][\w'’-]+ ){1,4}\.)?)\s*",
               "By . Mara Lind . and Tom Acht . Ships sailed."),
    convention("date.dotted",
               r"(?:PUBLISHED|CREATED): \. (?P<date>[^.|]{8,40}) \. ?(?:\| \. ?)?(?:UPDATED: \. [^.|]{8,40} \. ?)?"
               r"|Last updated at (?P<date2>[^.|]{8,40}) \. ?",
               "PUBLISHED: . 06:27 EST, 5 November 2013 . | . UPDATED: . 07:11 EST, 5 November 2013 . Ships sailed."),
    convention("note.above-dateline", r"[^\n]+", "Ferries cross again\n\nAll the harbour's news, every morning."),
)  # fmt: skip
_SEED, _DASHES, _BARRED, _DOTTED, _DOTTED_DATE, _ABOVE = ROWS
# What only its place tells.
PLACED: tuple[Convention, ...] = (
    convention("headline.dashes", r"[^\n]+", "-- Grain trains begin to move again"),
    headline.ABOVE_DATELINE,
    headline.FIRST_LINE,
    convention("caption.above-name", r"[^\n]+", "A pilot boards a ferry in the old harbour of Bergen.\n\nMara Lind"),
    headline.STANDFIRST,
)  # fmt: skip
_AFTER_DASHES, _, _, _ABOVE_NAME, _ = PLACED
_LONGEST_HOUSE = 50
GLUED = convention("headline.glued", r"[^\n]+", "Ferries cross again By Mara Lind BERGEN, Norway (Reuters) - Ferries crossed.")
_BYLINE_GAP = re.compile(r"\s+(?=By [A-Z])")
_SMALL_WORD = re.compile(r"\s[a-z]{3,}")
_SHORTEST_HEADLINE = 12  # characters
_LONGEST_GLUED = 700  # characters of a caption and of the dateline behind it
_CAPITALS = re.compile(r"(?<=[\w.)\]])\s+(?=[A-Z]{2}[A-Z'’.-]*[ ,/(]|\([A-Z])")
# What begins each line of a head but its first; its lines may stand in one.
_NEXT_DASHES = re.compile(r"\s--\s(?=By |by |https?://|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w* [A-Z])")
_LONGEST_HEAD = 700  # characters of one whose lines were joined
_MOST_PARTS = 12  # how far a head may reach, in paragraphs


def claim_head(draft: Draft) -> None:
    """Claim what stands above the story."""
    if draft.first >= draft.last:
        return
    if _DASHES.looks.match(draft.text, draft.start, draft.parts[draft.first].end):
        _claim_dashes(draft)
    elif found := _SEED.looks.match(draft.head()):
        _claim_seed(draft, found)
    while claim_leading(draft):
        pass
    _claim_dotted(draft)
    claim_highlights(draft)
    _claim_glued(draft)
    story = _story_begins(draft)
    for _ in range(_MOST_PARTS):
        if draft.first >= draft.last or draft.first == story:
            break
        claim_highlights(draft)
        claim_key_points(draft, story)
        if draft.first == story:
            break
        if not _claim_part(draft, story):
            if story is None:
                if claim_deck(draft):
                    continue
                break
            start, end = draft.start, draft.parts[draft.first].end
            if is_name_above_story(draft, draft.first + 1):
                claim_caption(draft, start, end, labelled=_ABOVE_NAME.name)
            else:
                draft.note(start, end, "advisory", _ABOVE.name)
            draft.next_part()


def _claim_glued(draft: Draft) -> None:
    """ "Cranes stand in fog. REUTERS/Wei Lan OSLO (Reuters) - Ships ...": a caption with the story behind it."""
    claim_credit_before(draft)
    head = draft.head(_LONGEST_GLUED)
    if begins(head[:REACH]) or head.startswith(bylines.OPENINGS):
        return
    gaps = [gap for gap in _CAPITALS.finditer(head) if begins(head[gap.end() : gap.end() + REACH], parted=True)]
    sure = next((gap for gap in gaps if ends_in_credit(head[: gap.start()])), None) or _behind_credit(head)
    if sure is None and gaps and is_labelled(head[: gaps[0].start()]):
        sure = gaps[0]
    if sure:
        claim_caption(
            draft, draft.start, draft.start + sure.start(), labelled=FIGURE.name if head.startswith("Fig") else PHOTO.name
        )
        draft.advance(draft.start + sure.end())
    elif draft.headline is None:
        _claim_headline_before(draft, head, gaps[0].start() if gaps else None)


def _behind_credit(head: str) -> re.Match[str] | None:
    """Where behind a caption a dateline begins that has neither agency nor day: "... (Wei Lan/AP) OSLO - Ships ..."."""
    closed = (gap for gap in _CAPITALS.finditer(head) if head[gap.start() - 1] in ")]")
    return next(
        (gap for gap in closed if ends_in_credit(head[: gap.start()]) and read(head[gap.end() : gap.end() + REACH])), None
    )


def _claim_headline_before(draft: Draft, head: str, dateline: int | None) -> None:
    """ "Ferries cross again By Mara Lind OSLO (Reuters) - Ships ...": a headline with all else behind it in its paragraph."""
    byline = next((gap.start() for gap in _BYLINE_GAP.finditer(head) if behind_byline(head[gap.end() :])), dateline)
    if byline is None or not (_SHORTEST_HEADLINE < byline < headline.LONGEST):
        return
    piece = head[:byline]
    on_its_line = head[byline : byline + 1] in "\r\n"
    if piece[-1] not in '.,;:!?"”)' and (on_its_line or _SMALL_WORD.search(piece)):
        claim_headline(draft, draft.start, draft.start + byline, GLUED.name)
        draft.advance(draft.start + byline)


def _claim_dotted(draft: Draft) -> None:
    """ "By . Mara Lind . PUBLISHED: . 06:27 EST, 5 November 2013 .": the story goes on behind it in the same paragraph."""
    if (found := draft.begins_with(_DOTTED.looks)) and draft.claim(found.start(), found.end(), "credits", _DOTTED.name):
        draft.credit(draft.start, people(found["people"].replace(" .", ""), "by"))
        draft.advance(found.end())
    if found := draft.begins_with(_DOTTED_DATE.looks):
        moment = stated(squeeze(found["date"] or found["date2"]))
        if moment and draft.undated:
            claim_moment(draft, moment, found.start(), found.end(), _DOTTED_DATE.name)
        else:
            draft.note(found.start(), found.end(), "advisory", _DOTTED_DATE.name)
        draft.advance(found.end())


def _story_begins(draft: Draft) -> int | None:
    """Which of the first paragraphs begins with a dateline: what stands above it is no story."""
    prose = 0
    labelled_text = "FULL TEXT" in draft.text[draft.start : draft.start + FAR_ENOUGH]
    for i in range(draft.first, min(draft.last, draft.first + _MOST_PARTS)):
        part = draft.parts[i]
        start = max(part.start, draft.start)
        head = draft.text[start : min(part.end, start + REACH)]
        if begins(head) or behind_byline(head):
            return i
        if labelled_text and head.strip(".:") == "FULL TEXT":
            return i + 1
        if draft.first < i < draft.first + 3 and is_name_above_story(draft, i):
            return i + 1
        prose += part.end - start > headline.LONGEST and draft.text[part.end - 1] in '.”"'
        if prose > 2:  # a caption and a standfirst, but no story
            return None
    return None


def _claim_seed(draft: Draft, found: re.Match[str]) -> None:
    """`date 2022-01-11 <caption> <credit>` on one line."""
    moment = stated(found["date"])
    if not moment:
        return
    claim_moment(draft, moment, draft.start, draft.start + found.end(), _SEED.name)
    start, end = draft.start + found.end(), draft.parts[draft.first].end
    if start < end:
        claim_caption(draft, start, end, labelled=PHOTO.name)
    draft.next_part()


def _claim_dashes(draft: Draft) -> None:
    """`-- headline`, `-- By A and B`, `-- Thu Feb 24, 2011 5:32pm EST`, `-- url`, a line each."""
    begin, end, _ = draft.parts[draft.first]
    if draft.text.find(" -- ", begin, end) >= 0:  # the lines were joined
        edges = [gap.span() for gap in _NEXT_DASHES.finditer(draft.text, begin, min(end, begin + _LONGEST_HEAD))]
        for start, until in zip([begin, *(gap[1] - 3 for gap in edges)], [*(gap[0] for gap in edges), end], strict=True):
            _claim_dashed(draft, start, until)
        draft.advance(draft.claims[-1].end)
        return
    while draft.first < draft.last:
        begin, end, _ = draft.parts[draft.first]
        if not _DASHES.looks.match(draft.text, begin, end):
            return
        _claim_dashed(draft, begin, end)
        draft.next_part()


def _claim_dashed(draft: Draft, begin: int, end: int) -> None:
    """One line of such a head, from its dashes on."""
    start = begin + 2
    draft.claim(begin, start, "separator", _DASHES.name)
    piece = squeeze(draft.text[start:end])
    if not piece:
        pass
    elif piece.startswith(("http://", "https://")):
        address, behind_it, _ = piece.partition(" ")
        until = draft.text.find(address, start, end) + len(address)
        draft.claim(start, until, "furniture", "furniture.url")
        if behind_it and (behind := _DASHES.looks.match(draft.text, *draft.trim(until, end))):
            draft.claim(behind.start(), behind.end(), "separator", _DASHES.name)
    elif piece.startswith(bylines.OPENINGS) and claim_byline(draft, start, end):
        pass
    elif draft.undated and (moment := stated(piece)):
        claim_moment(draft, moment, start, end, moment.rule)
    elif draft.headline is None:
        claim_headline(draft, start, end, _AFTER_DASHES.name)
    else:
        draft.claim(start, end, "furniture", _DASHES.name)


def _claim_part(draft: Draft, story: int | None) -> bool:
    """Claim the first paragraph that is left, if it belongs above the story."""
    start, end = draft.start, draft.parts[draft.first].end
    length = end - start
    piece = draft.text[start:end]
    if not (
        (length < LONGEST_DATE and claim_day(draft, start, end))
        or (length < bylines.LONGEST and claim_dated_byline(draft, start, end))
        or (length < bylines.LONGEST and draft.credits and bylines.claim_more(draft, start, end))
        or (length < _LONGEST_HOUSE and draft.credits and bylines.claim_house(draft, start, end))
        or (length < bylines.LONGEST and bylines.BEGINS.match(piece) and claim_byline(draft, start, end))
        or (length < 3 and claim_parted(draft, start, end))
        or (piece[0] in "©F" and length < 900 and claim_caption(draft, start, end))
        or whole(draft, start, end, outer=True)
        or (length < 900 and (_claim_barred(draft, start, end) or claim_caption(draft, start, end)))
        or claim_housed(draft, start, end)
        or claim_dated(draft, start, end, story is not None)
        or (draft.first + 1 < draft.last and credit_alone(line_of(draft, draft.first + 1)) and claim_above(draft, start, end))
        or (length < 60 and TITLE.looks.fullmatch(piece) and draft.claim(start, end, "credits", TITLE.name))
        or (length < LONGEST_DATE and claim_barred_name(draft, start, end))
        or (length < 120 and claim_name(draft, start, end))
        or claim_first_line(draft, piece, story is not None)
    ):
        return False
    draft.next_part()
    return True


def _claim_barred(draft: Draft, start: int, end: int) -> bool:
    """A caption, a bar, its credit and the headline on one line."""
    found = _BARRED.looks.fullmatch(draft.text, start, end)
    if not found or draft.headline is not None:
        return False
    draft.claim(start, found.end("credit"), "caption", _BARRED.name)
    draft.captions.append((start, Caption(squeeze(found["caption"]), found["credit"])))
    claim_headline(draft, found.start("headline"), end, _BARRED.name)
    return True
