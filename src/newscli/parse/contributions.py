"""Who else worked on a story, in sentences below it: "contributed to this report", "reported from", Bloomberg's contacts."""

import re
from collections.abc import Iterator

from newscli.article import Credit
from newscli.parse.conventions import Convention, Lazy, convention, holds_any
from newscli.parse.draft import Draft
from newscli.parse.layout import squeeze
from newscli.parse.people import people, unstop
from newscli.parse.places import is_place

# A sentence of a paragraph that says who worked on the story too; `kind` is the role.
SENTENCES: tuple[Convention, ...] = (
    convention("signoff.contributed",
               r"(?P<people>[A-Z].{3,1500}?),?\s+(?:also )?contributed"
               r"(?: to this (?:report|story|article)| reporting| research)?"
               r"(?: from (?P<filed>[A-Z][\w ,.’'-]+?))?\.?",
               "Associated Press writers Mara Lind in Oslo and Tom Acht contributed to this report.", "additional"),
    convention("signoff.contributing",
               r"Contributing(?: to this (?:report|story|article))?(?: (?:were|was):?|:) (?P<people>[A-Z].{3,1500}?)\.?",
               "Contributing to this report were Mara Lind in Oslo and Tom Acht.", "additional"),
    convention("signoff.was-contributed",
               r"(?:Additional )?[Rr]eporting (?:for this (?:article|story) )?was (?:also )?contributed by "
               r"(?P<people>[A-Z].{3,1500}?)\.?",
               "Reporting was contributed by Mara Lind from Oslo and Tom Acht.", "additional"),
    convention("signoff.reported", r"(?P<people>[A-Z][\w.'’ ,-]{2,80}?),? reported from (?P<filed>[A-Z].{2,200}?)\.?",
               "Mara Lind reported from Bergen, and Tom Acht from Oslo.", "reporting"),
    convention("signoff.wrote", r"(?P<people>[A-Z][\w.'’ ,-]{2,80}?),? wrote from (?P<filed>[A-Z].{2,200}?)\.?",
               "Lind wrote from Bergen.", "writing"),
)  # fmt: skip
# What begins a list of people, up to the next such phrase; `kind` is the role.
CONTACTS: tuple[Convention, ...] = (
    convention("signoff.assistance", r"(?:--\s?)?With assistance (?:from|by) ",
               "--With assistance from Mara Lind, Tom Acht and Olga Serova.", "additional"),
    convention("signoff.with-reporting", r"[-–—]{0,2}\s?[Ww]ith reporting from ",
               "With reporting from Mara Lind.", "reporting"),
    convention("signoff.with-files", r"[-–—]{0,2}\s?[Ww]ith (?:additional reporting|further reporting|files) from ",
               "With files from Mara Lind.", "additional"),
    convention("signoff.contact-reporter",
               r"To contact the (?:reporter|author|writer)s? (?:on|of|for|responsible for) this (?:story|column|article"
               r"|report): ?",
               "To contact the reporter on this story: Mara Lind in Oslo at mlind@harbour.example", "reporting"),
    convention("signoff.contact-editor",
               r"To contact the editors? (?:on|of|for|responsible for) this (?:story|column|article|report): ?",
               "To contact the editors responsible for this story: Ann Petrie at apetrie@harbour.example, ;Bo Hu", "editing"),
)  # fmt: skip
_ANY_CONTACT = Lazy("|".join(f"(?P<_{i}>{row.source})" for i, row in enumerate(CONTACTS)))
_CONTACT_MARKS = ("o contact the ", "With assistance ", "ith reporting ", "ith additional ", "ith files ")
_MARKS = ("was contributed by", "ontribut", " reported from ", " wrote from ")
_SENTENCE = re.compile(r"(?<=[a-z]{3}\.)\s+(?=[A-Z])(?!and\b)")
_ANY_SENTENCE = re.compile(r"(?:(?<=[a-z\d]{2}[.!?])|(?<=[.!?,][\"”’]))\s+(?=[(\[]?[A-Z])")
_ENDS_CONTRIBUTED = re.compile(r" contributed (?:to this (?:report|story|article)|reporting)\b[^.]{0,40}\.?[)\]]?$")
_LONGEST_LAST = 260  # characters
_NEXT_FILED = re.compile(r"(?:[,;]? and|[,;]) (?=[A-Z])")
_VERBS = {"reported": "reporting", "wrote": "writing", "contributed": "additional"}
# An address ends a person, also where the next one is glued to it.
_ADDRESS = re.compile(r"(?:\s+at)?\s+[\w.+-]+@(?:[\w-]+\.)+(?:[a-z]{2,7})(?![a-z])")
_LONGEST = 1_800  # characters


def claim_contribution(draft: Draft) -> bool:
    """Claim the story's last paragraph if all of it says who contributed, or the contacts at its end."""
    start = draft.tail_start()
    piece = draft.text[max(start, draft.end - _LONGEST) : draft.end]
    if holds_any(piece, _CONTACT_MARKS):
        return _claim_contacts(draft, start)
    if draft.end - start > _LONGEST or not holds_any(piece, _MARKS):
        return False
    credits: list[Credit] = []
    rule = ""
    for sentence in _SENTENCE.split(squeeze(piece).strip("()[]_-–—* ")):
        row, named = _sentence(sentence)
        if row is None or not named:
            return _claim_last_sentence(draft, start, piece)
        credits += named
        rule = rule or row.name
    _take(draft, start, credits, rule)
    return True


def _claim_last_sentence(draft: Draft, start: int, piece: str) -> bool:
    """Claim "Mara Lind contributed to this report." behind the last sentence of the story, in brackets or not."""
    if not _ENDS_CONTRIBUTED.search(piece, max(0, len(piece) - _LONGEST_LAST)):
        return False
    gaps = [gap.end() for gap in _ANY_SENTENCE.finditer(piece, max(0, len(piece) - _LONGEST_LAST))]
    row, named = _sentence(squeeze(piece[gaps[-1] :]).strip("()[]_-–—* ")) if gaps else (None, [])
    if row is None or not named:
        return False
    _take(draft, start + gaps[-1], named, row.name)
    return True


def contributed(text: str) -> tuple[Credit, ...]:
    """Whom sentences credit that all say who did what; nobody if one of them says anything else."""
    credits: list[Credit] = []
    for sentence in _SENTENCE.split(text):
        row, named = _sentence(sentence)
        if row is None:
            return ()
        credits += named
    return tuple(credits)


def _sentence(sentence: str) -> tuple[Convention | None, list[Credit]]:
    """The row that a whole sentence follows, and whom it credits."""
    for row in SENTENCES:
        found = row.looks.fullmatch(sentence)
        if not found:
            continue
        parts = found.groupdict()
        if parts.get("filed"):
            return row, list(_filed(parts["people"] or "", parts["filed"] or "", row.kind))
        return row, list(people(parts["people"] or "", row.kind))
    return None, []


def _filed(named: str, places: str, role: str) -> Iterator[Credit]:
    """ "A reported from X, and B and C from Y, Z": everybody with the place behind them."""
    *middle, last = places.split(" from ")
    for piece in middle:
        gap = next((gap for gap in _NEXT_FILED.finditer(piece) if not _goes_on(piece[gap.end() :])), None)
        if gap is None:
            return
        yield from _from(named, role, piece[: gap.start()])
        named, _, verb = piece[gap.end() :].rpartition(" ")
        if verb in _VERBS:
            role = _VERBS[verb]
        else:
            named = piece[gap.end() :]
    yield from _from(named, role, unstop(last))


def _from(named: str, role: str, place: str) -> Iterator[Credit]:
    """Everybody of a list, with a place unless each has one of his own."""
    return (Credit(one.name, one.role, one.kind, one.place or place) for one in people(named, role))


def _goes_on(text: str) -> bool:
    """Whether a place goes on here: "Norway, and Mara Lind", behind "Bergen,"."""
    first = text.partition(",")[0].partition(" and ")[0]
    return is_place(first)


def _claim_contacts(draft: Draft, start: int) -> bool:
    """Bloomberg's lines: who assisted, and whom to contact."""
    piece = draft.text[start : draft.end]
    found = list(_ANY_CONTACT.looks.finditer(piece))
    if not found or piece[: found[0].start()].rstrip()[-1:] not in ("", ".", "!", "?", '"', "”", ")", "]"):
        return False
    if len(piece) - found[0].start() > _LONGEST:
        return False
    credits: list[Credit] = []
    for i, phrase in enumerate(found):
        row = CONTACTS[int((phrase.lastgroup or "_0")[1:])]
        until = found[i + 1].start() if i + 1 < len(found) else len(piece)
        listed = _ADDRESS.sub(";", squeeze(piece[phrase.end() : until]))
        credits += people(unstop(listed.strip(" ;,|-")).replace("|", ";"), row.kind)
    first = CONTACTS[int((found[0].lastgroup or "_0")[1:])]
    if not credits:
        return False
    _take(draft, start + found[0].start(), credits, first.name)
    return True


def _take(draft: Draft, start: int, credits: list[Credit], rule: str) -> None:
    draft.claim(start, draft.end, "credits", rule)
    draft.credit(start, credits)
    draft.retreat(start)
