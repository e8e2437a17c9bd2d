"""Who else worked on a story, in sentences below it: "contributed to this report", "reported from", Bloomberg's contacts."""

import re
from collections.abc import Iterator

from newscli.article import Credit
from newscli.parse.conventions import Convention, Lazy, convention
from newscli.parse.draft import Draft
from newscli.parse.layout import squeeze
from newscli.parse.people import people, unstop

# A sentence of a paragraph that says who worked on the story too; `kind` is the role.
SENTENCES: tuple[Convention, ...] = (
    convention("signoff.contributed",
               r"(?P<people>[A-Z].{3,300}?),?\s+(?:also )?contributed(?: to this (?:report|story|article)| reporting)?"
               r"(?: from (?P<place>[A-Z][\w ,.]+?))?\.?",
               "Associated Press writers Mara Lind in Oslo and Tom Acht contributed to this report.", "additional"),
    convention("signoff.contributing",
               r"Contributing(?: to this (?:report|story|article))? (?:were|was):? (?P<people>[A-Z].{3,300}?)\.?",
               "Contributing to this report were Mara Lind in Oslo and Tom Acht.", "additional"),
    convention("signoff.reported", r"(?P<people>[A-Z][\w.'’ ,-]{2,80}?),? reported from (?P<filed>[A-Z].{2,200}?)\.?",
               "Mara Lind reported from Bergen, and Tom Acht from Oslo.", "reporting"),
    convention("signoff.wrote", r"(?P<people>[A-Z][\w.'’ ,-]{2,80}?),? wrote from (?P<filed>[A-Z].{2,200}?)\.?",
               "Lind wrote from Bergen.", "writing"),
)  # fmt: skip
# What begins a list of people, up to the next such phrase; `kind` is the role.
CONTACTS: tuple[Convention, ...] = (
    convention("signoff.assistance", r"(?:--\s?)?With assistance (?:from|by) ",
               "--With assistance from Mara Lind, Tom Acht and Olga Serova.", "additional"),
    convention("signoff.contact-reporter",
               r"To contact the (?:reporter|author|writer)s? (?:on|of|for|responsible for) this (?:story|column|article"
               r"|report): ?",
               "To contact the reporter on this story: Mara Lind in Oslo at mlind@harbour.example", "reporting"),
    convention("signoff.contact-editor",
               r"To contact the editors? (?:on|of|for|responsible for) this (?:story|column|article|report): ?",
               "To contact the editors responsible for this story: Ann Petrie at apetrie@harbour.example, ;Bo Hu", "editing"),
)  # fmt: skip
_ANY_CONTACT = Lazy("|".join(f"(?P<_{i}>{row.source})" for i, row in enumerate(CONTACTS)))
_MARKS = ("ontribut", " reported from ", " wrote from ")
_SENTENCE = re.compile(r"(?<=[a-z]{3}\.)\s+(?=[A-Z])(?!and\b)")
_NEXT_FILED = re.compile(r"(?P<place>.+?)(?:,|;)? and (?P<people>[A-Z].+)")
# An address ends a person, also where the next one is glued to it.
_ADDRESS = re.compile(r"(?:\s+at)?\s+[\w.+-]+@(?:[\w-]+\.)+(?:[a-z]{2,7})(?![a-z])")
_LONGEST = 900  # characters


def claim_contribution(draft: Draft) -> bool:
    """Claim the story's last paragraph if all of it says who contributed, or the contacts at its end."""
    start = draft.tail_start()
    piece = draft.text[start : draft.end]
    if " contact the " in piece or "o contact the " in piece or "With assistance" in piece:
        return _claim_contacts(draft, start)
    if len(piece) > _LONGEST or not any(mark in piece for mark in _MARKS):
        return False
    credits: list[Credit] = []
    rule = ""
    for sentence in _SENTENCE.split(squeeze(piece).strip("()_ ")):
        row, named = _sentence(sentence)
        if row is None or not named:
            return False
        credits += named
        rule = rule or row.name
    _take(draft, start, credits, rule)
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
        place = unstop(parts.get("place") or "") or None
        named = people(parts["people"] or "", row.kind)
        return row, [Credit(one.name, one.role, one.kind, one.place or place) for one in named]
    return None, []


def _filed(named: str, places: str, role: str) -> Iterator[Credit]:
    """ "A reported from X, and B and C from Y, Z": everybody with the place behind them."""
    *middle, last = places.split(" from ")
    for piece in middle:
        found = _NEXT_FILED.fullmatch(piece)
        if not found:
            return
        yield from (Credit(one.name, one.role, one.kind, found["place"]) for one in people(named, role))
        named = found["people"]
    yield from (Credit(one.name, one.role, one.kind, unstop(last)) for one in people(named, role))


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
