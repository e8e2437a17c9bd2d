"""Photo captions: told by the photo credit at their end, or by the label at their beginning."""

import re

from newscli.article import Caption
from newscli.parse.conventions import Convention, Marked, convention
from newscli.parse.draft import Draft
from newscli.parse.layout import fold

_NAME = r"[^\s.()\[\]/](?:[^.()\[\]/\n]|(?<=\b[A-Z])\.){1,60}"
_PERSON = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}"
_COUNTRY = r"(?:\s\([A-Z][A-Z ,.-]{2,40}\))?"  # "REUTERS/Wei Lan (NORWAY)"
_WIRES = r"(?:REUTERS|Reuters|AP(?: Photo)?|AFP|EPA|Getty Images|Bloomberg|Xinhua|NurPhoto)"
# How a photo credit at the end of a text looks; `credit` is what the record keeps. `kind` lists what a text must hold for
# the row to be tried.
CREDITS: tuple[Convention, ...] = (
    convention("credit.agency-photo", r"[(\[](?P<credit>(?:AP|AFP|EPA|PA) Photo/[^()\[\]\n]{2,60})[)\]]\.?$",
               "Cranes stand idle in fog. (AP Photo/Dana Whitlock)", "Photo/"),
    convention("credit.bracketed",
               r"[(\[](?:Photo|Image|Picture|File)s?(?: credit| courtesy)?(?: of| by|:)? ?(?P<credit>[A-Z][^()"
               r"\[\]\n]{2,70})[)\]]\.?$",
               "Cranes stand idle in fog. (Photo by Wei Lan/Harbour Press via Getty Images)", "hoto,mage,icture,File"),
    convention("credit.bracketed-via", rf"[(\[](?P<credit>[A-Z][^()\[\]\n]{{2,70}}(?:/| via ){_WIRES}(?:, [Ff]ile)?)[)\]]\.?$",
               "Cranes stand idle in fog. (Harbour Authority via AP)", " via ,/A,/R,/E,/G,/B,/X,/N"),
    convention("credit.bracketed-paper",
               rf"(?<=[.!?\"”]) \((?P<credit>{_PERSON}(?:/| for )[A-Z][\w .&'’-]{{2,40}})\)$",
               "Cranes stand idle in fog. (Wei Lan/The Harbour Post)", "/, for The "),
    convention("credit.square", r"\[(?P<credit>[A-Z][\w.'’ -]{2,40}/[A-Z][\w.'’ &/-]{1,50})\]\.?$",
               "Cranes stand idle in fog [Wei Lan/Harbour TV]", "/"),
    convention("credit.agency-first",
               r"(?:^|(?<=\s)|[(\[])(?P<credit>(?:(?:AFP|AP|EPA|PA) (?:PHOTO|Photo) ?/ ?"
               rf"|(?:EPA-EFE|EPA|EFE|AFP|AP|ANSA|Xinhua|Kyodo|Yonhap|TASS)/){_PERSON})[)\]]?\.?$",
               "Cranes stand idle in fog. (Xinhua/Wei Lan)", "/"),
    convention("credit.barred",
               r"(?<=[.!?\"”])\s\| (?P<credit>(?:[A-Z][\w.'’ -]{2,40}/)?"
               r"(?:AP(?: Photo)?|Getty(?: Images)?|AFP|Reuters|REUTERS|POLITICO|Bloomberg|EPA)"
               r"(?:/[A-Z][\w.'’ -]{2,40}| via [A-Z][\w ]{1,20})?)$",
               "Cranes stand idle in fog. | Wei Lan/AP Photo", "| "),
    convention("credit.bracketed-house",
               r"(?<=[.!?\"”]) \((?P<credit>Getty(?: Images)?|Shutterstock|iStock|Alamy|EPA|Associated Press)\)\.?$",
               "Cranes stand idle in fog. (Getty Images)", "(Getty,(Shutter,(iStock,(Alamy,(EPA,(Associated"),
    convention("credit.house-photo",
               r"[(\[](?P<credit>[A-Z][\w ]{1,20} (?i:photo|image|file): [A-Z][^()\[\]\n]{2,50})[)\]]\.?$",
               "Cranes stand idle in fog. (Harbour photo: Wei Lan)", "hoto: ,mage: "),
    convention("credit.video",
               r"\([A-Z][a-z]{2,8}\.? \d{1,2}\)\s+"
               r"(?P<credit>(?:AP|Reuters|AFP|USA TODAY|Wochit)(?:, (?:AP|Reuters|AFP|USA TODAY))?)\.?$",
               "CLOSE Cranes stand idle in fog. (May 10) AP, AP", ") AP,) Reuters,) AFP,) USA,) Wochit"),
    convention("credit.copyright", r"^©\s?(?P<credit>[A-Z][\w.&’' -]{1,40} ?/ ?[A-Z][\w.&’' /-]{2,50})$",
               "© Harbour TV / Wei Lan", "©"),
    convention("credit.copyright-last", rf"©\s?(?P<credit>{_PERSON}(?:, ?| ?/ ?)(?:{_WIRES}|dpa|ANSA|EFE|Kyodo))\.?$",
               "Cranes stand idle in fog. © Wei Lan, AFP", "©"),
    convention("credit.photo-house", r"(?<=[.!?\"”]) (?P<credit>Getty(?: Images)?|Shutterstock|Alamy)\.?$",
               "Cranes stand idle in fog. Getty Images", "Getty,Shutterstock,Alamy"),
    convention("credit.labelled",
               r"\b(?:Photographer|PHOTOGRAPHER|Photograph|Photo(?: credit)?|Picture|Image credit|Credit|CREDIT)"
               r"(?:: ?| by |(?<=[.!?] Credit) (?=[A-Z][\w ]{3,30}/))(?P<credit>[A-Z][^\n:]{1,80}?)\.?$",
               "Cranes stand idle in fog. Photograph: Wei Lan/EPA", "hoto,icture,Credit,CREDIT,PHOTOGRAPHER"),
    convention("credit.via", rf"(?P<credit>[^.()\n]{{2,80}}(?<!\bthe)(?: via |/via ){_WIRES}(?: TV)?){_COUNTRY}\.?$",
               "Cranes stand idle in fog. Wei Lan/Harbour Press via REUTERS", " via ,/via "),
    convention("credit.reuters", rf"(?P<credit>\bREUTERS/{_NAME}(?:/{_NAME})*?){_COUNTRY}\.?$",
               "Cranes stand idle in fog. REUTERS/Wei Lan/File Photo", "REUTERS/"),
    convention("credit.new-york-times",
               r"\bCredit(?:\.\.\.|…|:)?\s*(?P<credit>[A-Z][^\n.]{2,60}(?:/| for )The New York Times)\.?$",
               "Cranes stand idle in fog. Credit...Wei Lan for The New York Times", "The New York Times"),
    convention("credit.images", r"^(?:Images?|Photos?|Pictures?): (?P<credit>[A-Z][\w /&.’'-]{2,40}(?: \(\d+\))?)$",
               "Images: Getty Images (2)", "mages: ,mage: ,hotos: ,hoto: ,icture"),
    convention("credit.illustration",
               r"^(?:Photo [Ii]llustration|Illustration|Animation) by (?P<credit>[A-Z][^\n]{2,140}?)\.?$",
               "Photo illustration by Wei Lan. Photos by Harbour Press.", "llustration,nimation"),
    convention("credit.courtesy",
               r"[(\[]?\b(?:Photo |Image )?[Cc]ourtesy (?:of )?(?:the )?(?P<credit>[A-Z][^()\[\]\n.]{2,60})[)\]]?\.?$",
               "Cranes stand idle in fog. (Courtesy of the Harbour Museum)", "ourtesy"),
    convention("credit.file", r"[(\[](?P<credit>(?:[A-Z][\w.]*[ /]){0,3}(?:(?i:file )?(?i:photo|picture)|(?i:file)))[)\]]\.?$",
               "Cranes stand idle in fog. (Reuters File Photo)", "hoto),HOTO),icture),ile),hoto],ile]"),
    convention("credit.slash-agency",
               r"(?P<credit>(?:[A-Z][\w.'’-]+ ){1,3}?[A-Z][\w'’-]+ ?[/|] ?(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty(?: Images)?"
               r"|Bloomberg|EPA-EFE|Shutterstock|Alamy|NPR|Rex|CNN|Xinhua|AAP))\.?$",
               "Cranes stand idle in fog. Wei Lan/EPA", "/,|"),
    convention("credit.usa-today", r"(?P<credit>USA TODAY(?: NETWORK)?|Wochit)\.?$",
               "CLOSE Cranes stand idle in fog. USA TODAY", "USA TODAY,Wochit"),
    convention("credit.handout",
               r"(?P<credit>[A-Z][^.()/\n]{2,40}/(?:Handout|Pool|File Photo|AFP|AFP/Getty Images|Getty Images))\.?$",
               "Cranes stand idle in fog. Harbour Press/Handout", "/Handout,/Pool,/File Photo,/AFP,/Getty Images"),
)  # fmt: skip
# A figure's label; only above a story, since reports write of their figures too.
FIGURE = convention(
    "caption.figure", r"(?:Figure|Fig\.) \d{1,2}[A-Za-z]?(?:[:.]|\s[-–—|])?\s(?=[A-Z])", "Figure 1: Cranes of the outer harbour"
)
# What a page's buttons leave in front of a caption.
SHARING = convention(
    "note.sharing-buttons",
    r"(?:Facebook Twitter Pinterest|Media playback is (?:un|not )supported on (?:your|this) device) (?=[A-Z\"“])",
    "Facebook Twitter Pinterest Cranes stand idle in fog. Photograph: Wei Lan/EPA",
    "boilerplate",
)
# The credit stands in front of the caption.
LEADING: tuple[Convention, ...] = (
    convention("credit.toggled",
               r"(?:Enlarge this image\s+)?(?:toggle|hide) caption\s+(?P<credit>[A-Z][^\n]{2,60}?)(?:\s+(?P=credit))?$",
               "Enlarge this image toggle caption Wei Lan/Harbour Radio Wei Lan/Harbour Radio"),
    convention("credit.leading",
               r"(?:©|\(c\))?\s?(?P<credit>[A-Z][^/\n.]{2,40}?(?: ?/ ?[A-Z][^/\n.]{2,50}?)? ?/ ?"
               r"(?:Getty Images|AP|AFP|Reuters|REUTERS|EPA|Bloomberg|NPR))\s+(?=[A-Z]\w+ [\w'’])",
               "© Wei Lan / Harbour Collection / Getty Images Cranes stand idle in fog."),
    convention("credit.leading-reuters", rf"©\s?(?P<credit>REUTERS/{_PERSON})\s+(?=[A-Z]\w* [a-z])",
               "© REUTERS/Wei Lan Cranes stand idle in fog."),
    convention("credit.leading-agency", r"©\s?(?P<credit>Reuters|AP|AFP|Bloomberg)\.\s+(?=[A-Z]\w* )",
               "© Reuters. Cranes stand idle in fog."),
    convention("credit.image-source",
               r"Image (?:source|copyright)[,:]?\s+(?P<credit>[A-Z][\w /.-]{1,40}?)(?:\s+(?:Image|Media) caption[,:]?\s+|$)",
               "Image copyright Getty Images Image caption Cranes stand idle in fog."),
)  # fmt: skip
LABELS: tuple[Convention, ...] = (
    convention("caption.close", r"CLOSE (?=[A-Z])", "CLOSE Cranes stand idle in fog."),
    convention("caption.file", r"(?:FILE|File)\s?(?:[-–—:]|In this)\s?", "FILE - Cranes stand idle in fog, Jan. 30, 2020."),
    convention("caption.file-photo", r"(?i:file (?:photo|picture|image))\s?[-:–—]\s?", "FILE PHOTO: Cranes stand idle in fog."),
    convention("caption.label", r"(?:(?:Photo|Media|Image) caption[:,]?|(?:CAPTION|PHOTO|GRAPHIC):)\s",
               "Media caption Cranes stand idle in fog."),
    convention("caption.in-this-photo",
               r"In this (?:[A-Z][\w.]+ ?(?:\d{1,2}, )?(?:\d{4},? )?)?(?:file |handout |undated )*(?:photo|image|picture)\b",
               "In this Jan. 30, 2020 file photo cranes stand idle in fog."),
    convention("caption.this-image", r"(?:This|A still|A combination|An aerial|A handout)"
               r" (?:of )?(?:\w+ )?(?:image|photo|picture|frame)s?\b",
               "This image from video shows cranes in fog."),
)  # fmt: skip
_BY_AGENCY = "credit.leading-agency"
_MARKED = Marked((row, row.kind.split(",")) for row in CREDITS)
_SLASHES = frozenset(((), ("/",)))
# An opinion poll that is named for its two makers looks like a photographer of Reuters.
_NO_PHOTO = re.compile(r"THOMSON REUTERS/|REUTERS/(?:UNIVERSITY|IPSOS|Ipsos|Zogby)")
_ALONE = re.compile(
    r"(?:CREDIT|PHOTOGRAPHER|Credit|Photographer|Photograph|Photo|Picture|Photo credit):\s*(?P<credit>[A-Z][^\n]{1,80}?)\.?"
)
# What an agency asks of whoever prints its picture.
_ATTENTION = re.compile(r"\s+(?:ATTENTION EDITORS|NO RESALES|THIS IMAGE (?:HAS|WAS))\b[^a-z]{10,}$")
_SENTENCE_END = re.compile(r"(?<![A-Z]\.)(?<!St\.)(?<=[.!?\"”’)])\s+(?=\S)")
# A text that a credit ends, or that stands where only a caption can.
PHOTO = convention("caption.photo", r"[^\n]+", "Cranes stand idle in fog. REUTERS/Wei Lan")
# The author's name alone between the paragraphs: what stands under his portrait.
PORTRAIT = convention("caption.portrait", r"[^\n]+", "Mara Lind")
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
    "PHOTO",
    "CREDIT",
    "CAPTION",
    "GRAPHIC",
    "Getty",
    "(Associated",
    " for The ",
)
_SHORTEST, _LONGEST = 12, 700  # characters of a caption
_LONGEST_WITHOUT_CREDIT = 450  # and of one that only its label tells from a story
_LONGEST_CREDIT = 160


def _credit_alone(draft: Draft, start: int, end: int, piece: str) -> bool:
    """Claim a line that says who took the picture whose caption, or the one whose credit, stands above it."""
    if not draft.captions or draft.claims[-1].end > start or draft.text[draft.claims[-1].end : start].strip():
        return False
    at, above = draft.captions[-1]
    if above.credit is None and (alone := _ALONE.fullmatch(piece)):
        draft.captions[-1] = (at, Caption(above.text, fold(alone["credit"])))
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
    piece = draft.text[start:end]
    if not labelled and not _is_marked(piece):
        return False
    rule = labelled or next((row.name for row in LABELS if row.looks.match(piece)), "")
    if not draft.is_free(start, end):
        return False
    if buttons := SHARING.looks.match(piece):
        draft.note(start, start + buttons.end(), SHARING.kind, SHARING.name)
        start += buttons.end()
        piece = draft.text[start:end]
        rule = next((row.name for row in LABELS if row.looks.match(piece)), PHOTO.name)
    if _credit_alone(draft, start, end, piece):
        return True
    for row in LEADING:
        if leading := row.looks.match(piece):
            return _claim_led(draft, start, end, leading, row.name)
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
    tail_at = max(0, len(piece) - _LONGEST_CREDIT)
    tail = piece[tail_at:]
    marks = _MARKED.in_text(tail)
    if marks in _SLASHES and not _ends_in_name(tail):
        return None
    for row in _MARKED.rows(marks):
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
    """Whether a text may end in a name or a bracket, as a credit does that only a slash tells: "and/or" is in every story."""
    last = tail[tail.rfind(" ") + 1 :]
    return last.lstrip("/|")[:1].isupper() or last.rstrip(".")[-1:] in (")", "]")


def ends_in_credit(piece: str) -> bool:
    """Whether a text ends in a photo credit."""
    return _is_marked(piece) and _credit(piece) is not None


def is_labelled(piece: str) -> bool:
    """Whether a text begins with a caption's label or with a photo credit."""
    if piece.startswith("Fig") and FIGURE.looks.match(piece):
        return True
    return _is_marked(piece) and any(row.looks.match(piece) for row in (*LEADING, *LABELS))


def _is_marked(piece: str) -> bool:
    """Whether a text has what every caption has."""
    for mark in _MARKS:  # noqa: SIM110 (any() and its generator take twice as long)
        if mark in piece:
            return True
    return False


def claim_captions(draft: Draft) -> None:
    """Captions among the paragraphs of the story: short ones that end in a photo credit or begin with a label."""
    authors = {one.name for _, one in draft.credits if one.role == "by"}
    for _, note in draft.notes:
        if found := _AUTHOR.match(note.text):
            authors.add(found["name"])
    text = draft.text
    marks = [mark for mark in _MARKS if text.find(mark, draft.start, draft.end) >= 0]
    if not marks and not authors:
        return
    for part in draft.parts[draft.first : draft.last]:
        start, end = max(part.start, draft.start), min(part.end, draft.end)
        if _SHORTEST < end - start < _LONGEST:
            for mark in marks:
                if text.find(mark, start, end) >= 0:
                    claim_caption(draft, start, end)
                    break
        if end - start < 40 and start > draft.start and text[start:end] in authors:
            claim_caption(draft, start, end, labelled=PORTRAIT.name)
