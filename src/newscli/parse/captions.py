"""Photo captions: told by the photo credit at their end, or by the label at their beginning."""

import re
from collections.abc import Sequence

from newscli.article import Caption
from newscli.parse.caption_forms import CREDITS, FIGURE, LABELLED_FIRST, LABELS, LEADING, PHOTO, PORTRAIT, SHARING
from newscli.parse.conventions import Marked, gate, holds_any, shortest
from newscli.parse.draft import Draft
from newscli.parse.layout import fold
from newscli.parse.verbless import tells

_BY_AGENCY = "credit.leading-agency"
_MARKED = Marked((row, row.kind.split(";")) for row in CREDITS)
_LED = Marked((row, row.kind.split(";")) for row in LEADING)
_LABELLED = gate((*LABELS, SHARING), "")
# Marks that stand in every story; and the others.
_WEAK = frozenset(("/", ")", ": ", ", ", "—", ")\n", "]\n", "P/", "A/", "E/", "SS/", "s/", "y/", "a/", "o/", "p/"))
_STRONG = shortest({mark for row in CREDITS for mark in row.kind.split(";")} - _WEAK)
# An opinion poll that is named for its two makers looks like a photographer of Reuters.
_NO_PHOTO = re.compile(
    r"THOMSON REUTERS/|R(?:EUTERS|euters)/(?:UNIVERSITY|University|IPSOS|Ipsos|Zogby|Jefferies|Tankan|INSEAD)"
)
_ALONE = re.compile(
    r"(?:CREDIT|PHOTOGRAPHER|Credit|Photographer|Photograph|Photo|Picture|Photo credit):\s*(?P<credit>[A-Z][^\n]{1,80}?)\.?"
)
# What an agency asks of whoever prints its picture, and what a page's buttons leave behind a caption.
_ATTENTION = re.compile(r"\s+(?:ATTENTION EDITORS|NO RESALES|THIS IMAGE (?:HAS|WAS))\b[^a-z]{10,}$")
_BUTTONS = re.compile(
    r"\s*(?:Buy Photo|(?:Acquire|Purchase) Licensing Rights(?:, opens new tab)?"
    r"|[Hh]ide [Cc]aption(?: \d+ of \d+)?|\bmore >|(?<=\)) \(Associated Press\))$"
)
_STOPS = frozenset('.!?"”')
_LAST_BUTTONS = ("Photo", "Rights", "tab", "aption", "more >", ") (Associated Press)", *"0123456789")
_SENTENCE_END = re.compile(r"(?<![A-Z]\.)(?<!St\.)(?<=[.!?\"”’)])\s+(?=\S)")
_AUTHOR = re.compile(r"\(?(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3})(?:,| is\b)")
_MARKS = (
    "/",
    "hoto",
    "HOTO",
    "mage",
    "icture",
    "ICTURE",
    " via ",
    "caption",
    "llustration",
    "©",
    "ourtesy",
    "Credit",
    "FILE",
    "CLOSE ",
    "|",
    "Pinterest",
    "Foto",
    "Bild",
    "CREDIT",
    "CAPTION",
    "GRAPHIC",
    "Getty",
    "GETTY",
    "ASSOCIATED PRESS ",
    "—AP",
    "—AFP",
    "—Getty",
    "—Reuters",
    "—Bloomberg",
    "(Associated",
    " for The ",
)
_SHORTEST, _LONGEST = 12, 700  # characters of a caption
_LONGEST_WITHOUT_CREDIT = 450  # and of one that only its label tells from a story
_LONGEST_CREDIT = 160
_FARTHEST_LEADING = 160  # characters within which a credit ends that stands in front
_LONGEST_ABOVE = 300  # and of a caption whose credit stands below it


def credit_alone(line: str) -> str | None:
    """The credit that a line is nothing but, if it says so: in brackets, or behind a label."""
    if alone := _ALONE.fullmatch(line):
        return alone["credit"]
    found = _credit(line) if line[:1] in ("(", "[") and len(line) < _LONGEST_CREDIT else None
    return found[3] if found and found[1] == 0 else None


def _credit_alone(draft: Draft, start: int, end: int, piece: str) -> bool:
    """Claim a line that says who took the picture whose caption, or the one whose credit, stands above it."""
    if not draft.captions or draft.claims[-1].end > start or draft.text[draft.claims[-1].end : start].strip():
        return False
    at, above = draft.captions[-1]
    if above.credit is None and (credit := credit_alone(piece)):
        draft.captions[-1] = (at, Caption(above.text, fold(credit)))
    elif (
        above.credit
        and piece.startswith("Image caption")
        and above.text.startswith("Image ")
        and above.text.endswith(above.credit)
    ):
        draft.captions[-1] = (at, Caption(fold(piece), above.credit))
    else:
        return False
    return draft.claim(start, end, "caption", PHOTO.name)


def claim_caption(draft: Draft, start: int, end: int, labelled: str = "") -> bool:
    """Claim `text[start:end]` as a caption if it is one. `labelled` is the rule by which it is known to be one."""
    return (bool(labelled) or _is_marked(draft.text[start:end])) and _claim_marked(draft, start, end, labelled)


def _claim_marked(draft: Draft, start: int, end: int, labelled: str = "") -> bool:
    """The same for a text that has what every caption has."""
    piece = draft.text[start:end]
    begun = _LABELLED.looks.match(piece) is not None
    rule = labelled or (_label(piece) if begun else "")
    if not draft.is_free(start, end):
        return False
    if begun and (buttons := SHARING.looks.match(piece)):
        draft.note(start, start + buttons.end(), SHARING.kind, SHARING.name)
        start += buttons.end()
        piece = draft.text[start:end]
        rule = _label(piece) or PHOTO.name
    if _credit_alone(draft, start, end, piece):
        return True
    if led := _led(piece):
        return _claim_led(draft, start, end, *led)
    found = _credit(piece)
    if not (found or rule):
        return False
    if not found:
        if end - start > _LONGEST_WITHOUT_CREDIT:
            return False
        draft.claim(start, end, "caption", rule)
        draft.captions.append((start, Caption(fold(piece.strip()))))
        return True
    name, at, credit_end, credit = found
    draft.claim(start, start + at, "caption", rule or PHOTO.name)
    draft.claim(start + at, start + credit_end, "caption", name)
    draft.claim(start + credit_end, end, "separator", name)
    draft.captions.append((start, Caption(fold(piece[:at].strip(" ([")) or fold(credit), fold(credit))))
    return True


def _label(piece: str) -> str:
    """The rule of the label that a text begins with, "" if it begins with none."""
    return next((row.name for row in LABELS if row.looks.match(piece)), "")


def _led(piece: str) -> tuple[re.Match[str], str] | None:
    """The credit that a text begins with, and its rule."""
    for row in _LED.rows(_LED.in_text(piece[:_FARTHEST_LEADING])):
        if found := row.looks.match(piece):
            return found, row.name
    return None


def _claim_led(draft: Draft, start: int, end: int, leading: re.Match[str], rule: str) -> bool:
    """A caption whose credit stands in front of it."""
    draft.claim(start, end, "caption", rule)
    credit = _credit(draft.text[leading.end() + start : end]) if rule == _BY_AGENCY else None
    draft.captions.append(
        (start, Caption(fold(draft.text[start:end].strip()), fold(credit[3] if credit else leading["credit"])))
    )
    return True


def _credit(piece: str) -> tuple[str, int, int, str] | None:
    """The rule, where the credit begins and ends (its brackets and full stop left in), and its words."""
    if "EDITORS" in piece or "RESALES" in piece or "IMAGE" in piece:
        piece = _ATTENTION.sub("", piece)
    piece = piece.rstrip()
    if piece.endswith(_LAST_BUTTONS):
        piece = _BUTTONS.sub("", piece)
    tail_at = max(0, len(piece) - _LONGEST_CREDIT)
    tail = piece[tail_at:]
    if not (_ends_in_name(tail) or holds_any(tail, _STRONG)):
        return None
    for row in _MARKED.rows(_MARKED.in_text(tail)):
        found = row.looks.search(tail)
        if not found or _NO_PHOTO.search(tail):
            continue
        begin, inner = found.span("credit")
        if found.start() == begin:
            # "... on Friday. Wei Lan/Harbour Press via REUTERS": the credit begins behind the last sentence.
            for sentence in _SENTENCE_END.finditer(tail, begin, inner):
                begin = sentence.end()
        outer = begin if found.start() == found.start("credit") else found.start()
        return row.name, tail_at + outer, len(piece), tail[begin:inner].strip()
    return None


def _ends_in_name(tail: str) -> bool:
    """Whether a text may end in a name or a bracket, as a credit does that only a slash tells: "and/or" is in every story.

    A word alone behind a sentence is no name.
    """
    at = tail.rfind(" ") + 1
    last = tail[at:]
    if last.rstrip(".")[-1:] in (")", "]"):
        return True
    return last.lstrip("/|")[:1].isupper() and not (last.isalpha() and tail[max(0, at - 2) : at - 1] in _STOPS)


def ends_in_credit(piece: str) -> bool:
    """Whether a text ends in a photo credit."""
    return _is_marked(piece) and _credit(piece) is not None


def is_labelled(piece: str) -> bool:
    """Whether a text begins with a caption's label or with a photo credit."""
    if piece.startswith("Fig") and FIGURE.looks.match(piece):
        return True
    return _is_marked(piece) and (_led(piece) is not None or _label(piece) != "")


def _is_marked(piece: str) -> bool:
    """Whether a text has what every caption has: a word of pictures in it, or no full stop at its end."""
    return piece[-1:] not in _STOPS or holds_any(piece, _MARKS)


def claim_captions(draft: Draft, story: Sequence[tuple[int, int]]) -> None:
    """Captions among the paragraphs of the story: short ones that end in a photo credit or begin with a label."""
    authors = {one.name for _, one in draft.credits if one.role == "by"}
    for _, note in draft.notes:
        if found := _AUTHOR.match(note.text):
            authors.add(found["name"])
    text = draft.text
    marks: list[str] | None = None  # those that the story holds: looked for once, where a paragraph may be a caption at all
    for i, (start, end) in enumerate(story):
        may = _SHORTEST < end - start < _LONGEST
        if may and text[end - 1] in _STOPS:
            if marks is None:
                marks = [mark for mark in _MARKS if text.find(mark, draft.start, draft.end) >= 0]
            may = bool(marks) and holds_any(text[start:end], marks)
        if may:
            if i and credit_alone(text[start:end]):
                claim_above(draft, *story[i - 1])
            _claim_marked(draft, start, end)
        if authors and end - start < 40 and start > draft.start and text[start:end] in authors:
            claim_caption(draft, start, end, labelled=PORTRAIT.name)


def claim_credit_before(draft: Draft) -> None:
    """Claim the credit of a picture that the story follows in the same paragraph."""
    if found := draft.begins_with(LABELLED_FIRST.looks):
        draft.claim(found.start(), found.end(), "caption", LABELLED_FIRST.name)
        draft.captions.append((found.start(), Caption(fold(found[0].strip()), found["credit"])))
        draft.advance(found.end())


def claim_above(draft: Draft, start: int, end: int) -> bool:
    """Claim the sentence that stands above a credit on its own line."""
    if end - start > _LONGEST_ABOVE or draft.text[end - 1] != "." or tells(draft.text, start, end):
        return False
    return claim_caption(draft, start, end, labelled=PHOTO.name)
