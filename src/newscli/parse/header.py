"""The head of an article: date lines, headlines, bylines and captions, in whatever order they stand above the story."""

import re
from collections.abc import Iterable

from newscli.article import Caption
from newscli.parse import agencies, bylines, headline
from newscli.parse.bylines import claim_byline
from newscli.parse.captions import FIGURE, PHOTO, claim_caption, ends_in_credit, is_labelled
from newscli.parse.conventions import Convention, convention
from newscli.parse.dateline import REACH, alone, begins, behind_byline, read
from newscli.parse.dates import Moment, labelled, stated
from newscli.parse.draft import Draft
from newscli.parse.headline import claim_first_line, claim_headline
from newscli.parse.layout import count_lines, squeeze
from newscli.parse.notes import claim_leading, is_note, whole
from newscli.parse.people import people
from newscli.parse.places import is_city, is_region

_TOWN = r"[A-Z][\w ]{2,20}"
_ONE_NAME = r"[^\W\d_a-z][\w.'’-]*(?: [\w.'’-]+){1,3}"
ROWS: tuple[Convention, ...] = (
    convention("header.date", r"date (?P<date>\d{4}-\d\d-\d\d)(?:\s+|$)",
               "date 2022-01-11 Cranes in fog. REUTERS/Wei Lan"),
    convention("header.dashes", r"--(?: |$)", "-- Grain trains begin to move again"),
    convention("caption.bar",
               r"(?P<caption>[^|\n]{20,400}) \| (?P<credit>REUTERS|AP Photo|Getty(?: Images)?|AFP)\s+"
               r"(?P<headline>[^|\n]{8,150})",
               "Cranes stand idle in the morning fog. | REUTERS Grain trains begin to move again"),
    convention("byline.name-alone",
               rf"{_ONE_NAME}(?: in {_TOWN})?(?:, {_ONE_NAME}){{0,4}}(?:,? and {_ONE_NAME})?(?: in (?P<place>{_TOWN}))?"
               r"(?:(?:,| \||/) ?(?P<house>[A-Z][\w. ]{1,30})|(?P<handle> ?@\w+))?",
               "Mara Lind"),
    convention("byline.title", r"(?:Associated Press|AP|Reuters|Staff|Special|Senior|Chief)(?: [A-Z]\w+){0,2} "
               r"(?:Writer|Correspondent|Reporter|Columnist|Editor)s?", "Associated Press Writer"),
    convention("byline.dotted", r"By \. (?P<people>(?:[A-Z][\w'’-]+ ){1,4}\.(?: and (?:[A-Z][\w'’-]+ ){1,4}\.)?)\s*",
               "By . Mara Lind . and Tom Acht . Ships sailed."),
    convention("date.dotted",
               r"(?:PUBLISHED|CREATED): \. (?P<date>[^.|]{8,40}) \. ?(?:\| \. ?)?(?:UPDATED: \. [^.|]{8,40} \. ?)?"
               r"|Last updated at (?P<date2>[^.|]{8,40}) \. ?",
               "PUBLISHED: . 06:27 EST, 5 November 2013 . | . UPDATED: . 07:11 EST, 5 November 2013 . Ships sailed."),
    convention("note.highlights", r"Story highlights\b[^\n]*", "Story highlights Ferries cross again", "summary"),
    convention("byline.dated",
               r"(?P<line>[Bb][Yy] [^\n|]{3,100}?)\s*(?:[|•·–—,]\s*|\s-\s)?"
               r"(?P<date>(?:\b(?:Published|Updated|Posted|[Oo]n|[Aa]t)\b.{0,12})?(?:\d{1,2}[ /.]|\d{4}-"
               r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b)[^\n|]{5,50})",
               "By Mara Lind | January 11, 2022 at 5:32 p.m. EST"),
    convention("note.above-dateline", r"[^\n]+", "Ferries cross again\n\nAll the harbour's news, every morning."),
)  # fmt: skip
_SEED, _DASHES, _BARRED, _NAME_ALONE, _TITLE, _DOTTED, _DOTTED_DATE, _HIGHLIGHTS, _DATED_BYLINE, _ABOVE = ROWS
# What only its place tells.
PLACED: tuple[Convention, ...] = (
    convention("headline.dashes", r"[^\n]+", "-- Grain trains begin to move again"),
    headline.ABOVE_DATELINE,
    headline.FIRST_LINE,
    convention("caption.above-name", r"[^\n]+", "A pilot boards a ferry in the old harbour of Bergen.\n\nMara Lind"),
    headline.STANDFIRST,
)  # fmt: skip
_AFTER_DASHES, _, _, _ABOVE_NAME, _ = PLACED
_FAR_ENOUGH = 2000  # characters of a story in which words of its headline come again
_LONGEST_DATE = 110
_LONGEST_HOUSE = 50
DECK = convention(
    "note.deck", r"[^\n]+", "Ferries cross the fjord again\n\nThe harbour master speaks of fog.\n\nBy Mara Lind", "summary"
)
_KEY_POINTS = ("Key Points", "Key points", "KEY POINTS", "Key takeaways", "At a glance")
_LONGEST_DECK = 350  # characters
_JOBS = frozenset("correspondent editor reporter columnist writer contributor".split())
GLUED = convention("headline.glued", r"[^\n]+", "Ferries cross again By Mara Lind BERGEN, Norway (Reuters) - Ferries crossed.")
_BYLINE_GAP = re.compile(r"\s+(?=By [A-Z])")
_DIGIT = re.compile(r"\d")
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
    _claim_highlights(draft)
    _claim_glued(draft)
    story = _story_begins(draft)
    for _ in range(_MOST_PARTS):
        if draft.first >= draft.last or draft.first == story:
            break
        if draft.text.startswith(_KEY_POINTS, draft.start):
            _claim_key_points(draft)
        if not _claim_part(draft, story):
            start, end = draft.start, draft.parts[draft.first].end
            if story is None and _is_deck(draft):
                draft.note(start, end, DECK.kind, DECK.name)
                draft.next_part()
                continue
            if story is None:
                break
            if _is_name_above_story(draft, draft.first + 1):
                claim_caption(draft, start, end, labelled=_ABOVE_NAME.name)
            else:
                draft.note(start, end, "advisory", _ABOVE.name)
            draft.next_part()


def _is_deck(draft: Draft) -> bool:
    """Whether what is left begins with a standfirst: between a headline and the byline or the date below it."""
    if draft.headline is None or draft.credits or draft.first + 2 >= draft.last:
        return False
    start, end, _ = draft.parts[draft.first]
    if end - start > _LONGEST_DECK or read(_line(draft, draft.first)) is not None:
        return False
    if _NAME_ALONE.looks.fullmatch(draft.text, start, end) and people(_untitled(draft.text[start:end]), "by"):
        return False
    for i in range(draft.first + 1, min(draft.last - 1, draft.first + 6)):
        line = squeeze(_line(draft, i))
        if len(line) < bylines.LONGEST and (bylines.is_byline(line) or labelled(line) is not None):
            return True
        named = _NAME_ALONE.looks.fullmatch(line) is not None and labelled(squeeze(_line(draft, i + 1))[:_LONGEST_DATE])
        listed = len(line) < headline.LONGEST and line[-1] not in '.!?"”'
        if named or not (listed or ends_in_credit(line) or is_labelled(line) or is_note(line)):
            return bool(named)
    return False


def _claim_glued(draft: Draft) -> None:
    """ "Cranes stand in fog. REUTERS/Wei Lan OSLO (Reuters) - Ships ...": a caption with the story behind it."""
    head = draft.head(_LONGEST_GLUED)
    if begins(head[:REACH]) or head.startswith(bylines.OPENINGS):
        return
    gaps = [gap for gap in _CAPITALS.finditer(head) if begins(head[gap.end() : gap.end() + REACH], parted=True)]
    sure = next((gap for gap in gaps if ends_in_credit(head[: gap.start()])), None)
    if sure is None and gaps and is_labelled(head[: gaps[0].start()]):
        sure = gaps[0]
    if sure:
        claim_caption(
            draft, draft.start, draft.start + sure.start(), labelled=FIGURE.name if head.startswith("Fig") else PHOTO.name
        )
        draft.advance(draft.start + sure.end())
    elif draft.headline is None:
        _claim_headline_before(draft, head, gaps[0].start() if gaps else None)


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
            _date(draft, moment, found.start(), found.end(), _DOTTED_DATE.name)
        else:
            draft.note(found.start(), found.end(), "advisory", _DOTTED_DATE.name)
        draft.advance(found.end())


def _claim_highlights(draft: Draft) -> None:
    """ "Story highlights ...": what a page tells of its story in lines, none of which ends in a full stop."""
    if not draft.text.startswith("Story highlights", draft.start):
        return
    while draft.first + 1 < draft.last:
        start, end, _ = draft.parts[draft.first]
        ended = draft.text[max(start, end - 2) : end].rstrip('"”')[-1:] in tuple(".!?")
        if ended or end - start > headline.LONGEST or begins(_line(draft, draft.first)):
            return
        draft.note(start, end, _HIGHLIGHTS.kind, _HIGHLIGHTS.name)
        draft.next_part()


def _claim_key_points(draft: Draft) -> None:
    """ "Key Points", and the sentences below it up to the first blank line."""
    start, end, _ = draft.parts[draft.first]
    if squeeze(draft.text[start:end]).rstrip(":") not in _KEY_POINTS:
        return
    while draft.first + 1 < draft.last:
        start, end, _ = draft.parts[draft.first]
        draft.note(start, end, _HIGHLIGHTS.kind, _HIGHLIGHTS.name)
        below = draft.parts[draft.first + 1]
        draft.next_part()
        if count_lines(draft.text[end : below.start]) > 1 or below.end - below.start > 2 * headline.LONGEST:
            return


def _claim_dated_byline(draft: Draft, start: int, end: int) -> bool:
    """A byline and the day of publication on one line."""
    if not draft.undated or not _DIGIT.search(draft.text, start, end):
        return False
    found = _DATED_BYLINE.looks.fullmatch(draft.text, start, end)
    moment = labelled(squeeze(found["date"])) if found else None
    if not found or not moment or not claim_byline(draft, start, found.end("line")):
        return False
    _date(draft, moment, found.start("date"), end, _DATED_BYLINE.name)
    return True


def _story_begins(draft: Draft) -> int | None:
    """Which of the first paragraphs begins with a dateline: what stands above it is no story."""
    prose = 0
    labelled_text = "FULL TEXT" in draft.text[draft.start : draft.start + _FAR_ENOUGH]
    for i in range(draft.first, min(draft.last, draft.first + _MOST_PARTS)):
        part = draft.parts[i]
        start = max(part.start, draft.start)
        head = draft.text[start : min(part.end, start + REACH)]
        if begins(head) or behind_byline(head):
            return i
        if labelled_text and head.strip(".:") == "FULL TEXT":
            return i + 1
        if draft.first < i < draft.first + 3 and _is_name_above_story(draft, i):
            return i + 1
        prose += part.end - start > headline.LONGEST and draft.text[part.end - 1] in '.”"'
        if prose > 2:  # a caption and a standfirst, but no story
            return None
    return None


def _is_name_above_story(draft: Draft, i: int) -> bool:
    """Whether a paragraph is one person's name alone, over a long paragraph: above it is no story."""
    part = draft.parts[i]
    if part.end - part.start > 40 or i + 1 >= draft.last:
        return False
    name, below = draft.text[part.start : part.end], draft.parts[i + 1]
    if below.end - below.start < headline.LONG_PARAGRAPH or not _NAME_ALONE.looks.fullmatch(name):
        return False
    if (
        name[-1] == "."
        or name.startswith(bylines.OPENINGS)
        or is_city(name)
        or is_region(name)
        or is_note(name)
        or not people(name, "by")
    ):
        return False
    above = draft.parts[i - 1]
    return draft.text[above.end - 1] == "." and above.end - above.start < 250


def _claim_seed(draft: Draft, found: re.Match[str]) -> None:
    """`date 2022-01-11 <caption> <credit>` on one line."""
    moment = stated(found["date"])
    if not moment:
        return
    _date(draft, moment, draft.start, draft.start + found.end(), _SEED.name)
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
        _date(draft, moment, start, end, moment.rule)
    elif draft.headline is None:
        claim_headline(draft, start, end, _AFTER_DASHES.name)
    else:
        draft.claim(start, end, "furniture", _DASHES.name)


def _claim_part(draft: Draft, story: int | None) -> bool:
    """Claim the first paragraph that is left, if it belongs above the story."""
    start, end = draft.start, draft.parts[draft.first].end
    length = end - start
    piece = draft.text[start:end]
    if length < _LONGEST_DATE and draft.undated and (moment := labelled(squeeze(piece))):
        _date(draft, moment, start, end, moment.rule)
    elif not (
        (length < bylines.LONGEST and draft.credits and bylines.claim_more(draft, start, end))
        or (length < _LONGEST_HOUSE and draft.credits and bylines.claim_house(draft, start, end))
        or (
            length < bylines.LONGEST
            and bylines.BEGINS.match(piece)
            and (_claim_dated_byline(draft, start, end) or claim_byline(draft, start, end))
        )
        or (piece[0] in "©F" and length < 900 and claim_caption(draft, start, end))
        or whole(draft, start, end, outer=True)
        or (length < 900 and (_claim_barred(draft, start, end) or claim_caption(draft, start, end)))
        or (length < 60 and _TITLE.looks.fullmatch(piece) and draft.claim(start, end, "credits", _TITLE.name))
        or (length < 120 and _claim_name(draft, start, end))
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


def _claim_name(draft: Draft, start: int, end: int) -> bool:
    """A name alone on its line, where an agency alone or a dateline follows, or a headline stands above."""
    found = _NAME_ALONE.looks.fullmatch(draft.text, start, end)
    if draft.first + 1 >= draft.last or not found:
        return False
    i = draft.first + 1
    while i + 1 < draft.last and draft.parts[i].end - draft.parts[i].start < _LONGEST_DATE and is_note(_line(draft, i)):
        i += 1
    next_line = _line(draft, draft.first + 1)
    if not agencies.known(next_line):
        next_line = _line(draft, i)
    above = draft.headline is not None or bool(draft.captions)
    at_house = found["house"] is not None and agencies.known(found["house"])
    until = found.start("house") if at_house else found.start("handle") if found["handle"] else end
    sure = at_house or found["handle"] is not None or agencies.known(next_line) or read(next_line) is not None
    sure = sure or (above and (stated(squeeze(next_line)) is not None or bylines.is_house(next_line)))
    sure = sure or (above and i + 1 < draft.last and bool(alone(next_line, _line(draft, draft.first + 2))))
    if not sure and (not above or len(next_line) < headline.LONG_PARAGRAPH):
        return False
    named = people(_untitled(draft.text[start:until].rstrip(" ,|/")), "by")
    if not at_house and not agencies.known(next_line) and _reads_on(draft, [one.name for one in named], end, above):
        return False
    if len(named) > 1 and found["place"] is None and draft.text[start:end].count(" ") > 12:
        return False
    draft.credit(start, named)
    return bool(named) and draft.claim(start, end, "credits", _NAME_ALONE.name)


def _untitled(name: str) -> str:
    """ "Mara Lind Transport correspondent": without what he is, behind given name and surname."""
    words = name.split()
    if len(words) > 2 and "," not in name and words[-1].casefold() in _JOBS:
        return " ".join(words[:2])
    return name


def _line(draft: Draft, i: int) -> str:
    """The beginning of a paragraph, far enough for a dateline."""
    start, end, _ = draft.parts[i]
    return draft.text[start : min(end, start + REACH)]


def _reads_on(draft: Draft, names: Iterable[str], end: int, above: bool) -> bool:
    """Whether what looks like names is a headline: in capitals or long with none above it, or of words that the story has."""
    words = " ".join(names).split()
    if not above and (len(words) > 3 or all(map(str.isupper, words))):
        return True
    story = draft.text[end : end + _FAR_ENOUGH]
    return any(len(word) > 3 and re.search(rf"\b{re.escape(word.lower())}", story) for word in words)


def _date(draft: Draft, moment: Moment, start: int, end: int, rule: str) -> None:
    draft.claim(start, end, "date", rule)
    draft.undated = False
    if draft.date is None:
        draft.date, draft.time, draft.date_from = moment.date, moment.time, "header"
    elif moment.date[: len(draft.date)] != draft.date[: len(moment.date)]:
        draft.warnings.append(f"date: the text says {moment.date}, its format {draft.date}")
