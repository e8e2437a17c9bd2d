"""Photo captions: told by the photo credit at their end, or by the label at their beginning."""

import re

from newscli.article import Caption
from newscli.parse.conventions import Convention, convention
from newscli.parse.draft import Draft
from newscli.parse.layout import fold

_NAME = r"[^\s.()\[\]/][^.()\[\]/\n]{1,45}"
# How a photo credit at the end of a text looks; `credit` is what the record keeps.
CREDITS: tuple[Convention, ...] = (
    convention("credit.via", r"(?P<credit>[^.()\n]{2,80}(?<!\bthe) via (?:REUTERS|Reuters|AP|AFP|Getty Images))\.?$",
               "Cranes stand idle in fog. Wei Lan/Harbour Press via REUTERS"),
    convention("credit.reuters", rf"(?P<credit>\bREUTERS/{_NAME}(?:/{_NAME})*)\.?$",
               "Cranes stand idle in fog. REUTERS/Wei Lan/File Photo"),
    convention("credit.agency-photo", r"[(\[](?P<credit>(?:AP|AFP|EPA|PA) Photo/[^()\[\]\n]{2,60})[)\]]\.?$",
               "Cranes stand idle in fog. (AP Photo/Dana Whitlock)"),
    convention("credit.bracketed",
               r"[(\[](?:(?:Photo|Image|Picture)(?:s)?(?: credit| courtesy)?(?: of| by|:)? ?)"
               r"(?P<credit>[A-Z][^()\[\]\n]{2,60})[)\]]\.?$",
               "Cranes stand idle in fog. (Photo by Wei Lan/Harbour Press via Getty Images)"),
    convention("credit.handout",
               r"(?P<credit>[A-Z][^.()/\n]{2,40}/(?:Handout|Pool|File Photo|AFP|AFP/Getty Images|Getty Images))\.?$",
               "Cranes stand idle in fog. Harbour Press/Handout"),
)  # fmt: skip
LABELS: tuple[Convention, ...] = (
    convention("caption.file-photo", r"FILE (?:PHOTO|PICTURE)\s?[-:–—]\s?", "FILE PHOTO: Cranes stand idle in fog."),
    convention("caption.label", r"(?:Photo|Media|Image) caption:?\s", "Media caption Cranes stand idle in fog."),
)
# An opinion poll that is named for its two makers looks like a photographer of Reuters.
_NO_PHOTO = re.compile(r"THOMSON REUTERS/|REUTERS/(?:UNIVERSITY|IPSOS|Ipsos|Zogby)")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=\S)")
_MARKS = ("/", "Photo", "photo", "FILE", "Image", "Picture", "Getty", "caption")


def claim_caption(draft: Draft, start: int, end: int, labelled: str = "") -> bool:
    """Claim `text[start:end]` as a caption if it is one. `labelled` is the rule by which it is known to be one."""
    piece = draft.text[start:end]
    if not draft.is_free(start, end):
        return False
    if not labelled and not any(mark in piece for mark in _MARKS):
        return False
    rule = labelled or next((row.name for row in LABELS if row.looks.match(piece)), "")
    found = _credit(piece)
    if found:
        name, at, credit_end, credit = found
        draft.claim(start, start + at, "caption", rule or "caption.photo")
        draft.claim(start + at, start + credit_end, "caption", name)
        draft.claim(start + credit_end, end, "separator", name)
        draft.captions.append((start, Caption(fold(piece[:at].strip(" ([")) or fold(credit), fold(credit))))
        return True
    if rule:
        draft.claim(start, end, "caption", rule)
        draft.captions.append((start, Caption(fold(piece.strip()))))
    return bool(rule)


def _credit(piece: str) -> tuple[str, int, int, str] | None:
    """The rule, where the credit begins and ends (its brackets and full stop left in), and its words."""
    tail_at = max(0, len(piece.rstrip()) - 160)
    tail = piece[tail_at:].rstrip()
    for row in CREDITS:
        found = row.looks.search(tail)
        if not found or _NO_PHOTO.search(tail):
            continue
        begin = found.start()
        # "... on Friday. Wei Lan/Harbour Press via REUTERS": the credit begins behind the last sentence.
        for sentence in _SENTENCE_END.finditer(tail, found.start("credit"), found.end("credit")):
            begin = sentence.end()
        credit = tail[max(begin, found.start("credit")) : found.end("credit")].strip()
        return row.name, tail_at + begin, len(piece.rstrip()), credit
    return None


def claim_captions(draft: Draft) -> None:
    """Captions among the paragraphs of the story: short ones that end in a photo credit or begin with a label."""
    for part in draft.parts[draft.first : draft.last]:
        start, end = max(part.start, draft.start), min(part.end, draft.end)
        if 20 < end - start < 700:
            claim_caption(draft, start, end)
