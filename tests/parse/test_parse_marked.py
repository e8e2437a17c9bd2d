"""Whole articles as pages and agencies bring them, made up here and marked by hand: each character has the right owner.

tests/parse/marked/*.txt: an article begins with "%%%% name". `{{H|...}}` marks what is a headline, D a dateline, C a caption,
N a note or furniture, X credits, T a date; what has no mark is the story. `$L`, `$Q`, `$B`, `$M` stand for paragraphs. Lines
behind "=>" say what the record must hold.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from newscli.parse import parse

PARAGRAPHS = {
    "$L": "Ferry services across the northern fjords resumed on Tuesday after three days of fog that had stranded thousands of"
    " passengers and left fresh fish rotting on the quays of a dozen harbours, officials said.",
    "$Q": '"We have never seen anything like it," harbour master Olaf Strand told reporters. "People slept on benches, and'
    ' there was nothing hot to eat for two days."',
    "$B": "The cooperative that runs the boats said it would refund all tickets, and that the cost could reach 4.2 million"
    " kroner. Its shares fell 3 percent in early trading before they recovered in the afternoon.",
    "$M": "Meteorologists expect clear skies until the weekend, when another front will reach the coast. The authority has"
    " asked shippers to keep spare crews ready and to check their radar sets before they leave port.",
}
OWNERS = {"H": "headline", "D": "dateline", "C": "caption", "N": "note", "X": "credits", "T": "date"}
SAME = {"furniture": "note", "tag": "headline"}
MARK = re.compile(r"\{\{(\w)\|(.*?)\}\}", re.S)
ROLES = ("by", "reporting", "additional", "writing", "editing", "photo", "other")


class Marked(NamedTuple):
    text: str
    owners: tuple[str, ...]  # one a character
    wanted: frozenset[str]


def articles() -> Iterator[tuple[str, Marked]]:
    for file in sorted(Path(__file__).with_name("marked").glob("*.txt")):
        for block in re.split(r"^%%%% ", file.read_text(encoding="utf-8"), flags=re.M)[1:]:
            name, _, rest = block.partition("\n")
            lines = rest.split("\n")
            wanted = {one.strip() for line in lines if line.startswith("=>") for one in line[2:].split(" ; ")}
            written = "\n".join(line for line in lines if not line.startswith("=>")).strip("\n")
            for short, paragraph in PARAGRAPHS.items():
                written = written.replace(short, paragraph)
            yield f"{file.stem}: {name.strip()}", marked(written, frozenset(wanted))


def marked(written: str, wanted: frozenset[str]) -> Marked:
    text, owners, at = "", [], 0
    for mark in MARK.finditer(written):
        text += written[at : mark.start()] + mark[2]
        owners += ["body"] * (mark.start() - at) + [OWNERS[mark[1]]] * len(mark[2])
        at = mark.end()
    return Marked(text + written[at:], (*owners, *["body"] * (len(written) - at)), wanted)


ALL = dict(articles())


@pytest.mark.parametrize("name", ALL)
def test_every_character_of_an_article_has_the_owner_that_a_reader_gives_it(name: str) -> None:
    text, owners, _ = ALL[name]
    wrong = [
        (text[span.start : span.end], span.field, owners[at])
        for span in parse(text).spans
        for at in range(span.start, span.end)
        if text[at].isalnum() and span.field != "separator" and SAME.get(span.field, span.field) != owners[at]
    ]
    assert not wrong


@pytest.mark.parametrize("name", ALL)
def test_the_record_of_an_article_says_what_a_reader_would(name: str) -> None:
    article = ALL[name]
    found = parse(article.text)
    said = {f"cc={caption.credit}" for caption in found.captions if caption.credit}
    for credit in found.credits:
        if credit.kind == "person":
            said.add(f"{credit.role}:{credit.name}" + (f"@{credit.place}" if credit.place else ""))
    if line := found.dateline:
        said |= {"pl=" + "/".join(place.name for place in line.places)} if line.places else set()
        said |= {f"ag={line.agency}"} if line.agency else set()
    if found.date_from == "header":
        said.add(f"date={found.date}")
    assert said == article.wanted - {""}
