"""Measures the parser against articles whose answers are known, and writes docs/accuracy.md.

    python bench/accuracy.py --labelled dev.jsonl.xz --reuters-21578 FOLDER --wire FOLDER

--labelled        one object a line: "text", and "gold" with date, headline, dateline, credits, captions, body_start,
                  body_end as a careful copy editor labels them
--reuters-21578   the corpus's .sgm files, whose DATELINE and DATE are the answers
--wire            plain-text wire stories with a `-- headline / -- By ... / -- date / -- url` head, one a file

What isn't given isn't measured, and keeps its place in the page with a dash.
"""

import argparse
import html
import json
import lzma
import os
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from newscli.article import Article
from newscli.parse import parse
from newscli.text import decode

PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"
QUOTES = str.maketrans("‘’“”\u00a0", "''\"\" ")
FIELDS = ("date", "headline", "dateline", "places", "agency", "credits", "credits with place", "captions", "caption credits")
EDGES = ("body start", "body end")
SIGNED = re.compile(r"\((?:[Ww]ith )?(?:[Aa]dditional )?(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Cc]ompiled) by\b")
LABELLED_WHOLE = 4_200  # characters
CUT = 5_000  # bodies from which the dateline is cut off, to see whether one is found all the same


def fold(value: str | None) -> str:
    return " ".join(unicodedata.normalize("NFC", value or "").translate(QUOTES).split())


# -- labelled articles -------------------------------------------------------------------------------------------------


def wanted(gold: dict[str, Any]) -> dict[str, set[Any]]:
    line = gold.get("dateline") or {}
    people = [(fold(c["name"]).rstrip("."), c["role"], fold(c.get("place"))) for c in gold.get("credits") or []]
    captions = gold.get("captions") or []
    return {
        "date": {gold.get("date")} - {None},
        "headline": {fold(gold.get("headline"))} - {""},
        "dateline": {fold(line.get("text"))} - {""},
        "places": {fold(place).casefold() for place in line.get("places") or []},
        "agency": {fold(line.get("agency")).casefold()} - {""},
        "credits": {person[:2] for person in people},
        "credits with place": {person for person in people if person[2]},
        "captions": {fold(caption["start"])[:25].casefold() for caption in captions},
        "caption credits": {fold(caption["credit"]).strip("()[]. ").casefold() for caption in captions if caption["credit"]},
    }


def found(article: Article) -> dict[str, set[Any]]:
    """What the parser says. Of a long text only both ends were labelled: captions in its middle don't count."""
    ends = fold(article.text if len(article.text) <= LABELLED_WHOLE else article.text[:2400] + " " + article.text[-1600:])
    captions = [caption for caption in article.captions if fold(caption.text)[:25] in ends]
    line = article.dateline
    people = [(fold(c.name).rstrip("."), c.role, fold(c.place)) for c in article.credits if c.kind == "person"]
    return {
        "date": {article.date} - {None} if article.date_from == "header" else set(),
        "headline": {fold(article.headline)} - {""},
        "dateline": {fold(line.text)} if line else set(),
        "places": {fold(place.name).casefold() for place in line.places} if line else set(),
        "agency": {fold(line.agency).casefold()} - {""} if line else set(),
        "credits": {person[:2] for person in people},
        "credits with place": {person for person in people if person[2]},
        "captions": {fold(caption.text)[:25].casefold() for caption in captions},
        "caption credits": {fold(c.credit).strip("()[]. ").casefold() for c in captions if c.credit},
    }


def labelled(path: Path) -> Iterator[tuple[str, str]]:
    """Rows of the page: a field, and its precision, recall, F1 and number of answers."""
    tally: dict[str, Counter[str]] = {name: Counter() for name in (*FIELDS, *EDGES)}
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
        for one in map(json.loads, lines):
            article, gold = parse(one["text"]), one["gold"]
            right, got = wanted(gold), found(article)
            for name in FIELDS:
                tally[name].update(hit=len(right[name] & got[name]), want=len(right[name]), got=len(got[name]))
            body = article.body or ("",)
            for name, key, text, part in (
                ("body start", "body_start", body[0], slice(40)),
                ("body end", "body_end", body[-1], slice(-40, None)),
            ):
                if gold.get(key):
                    edge, text = fold(gold[key])[part], fold(text)
                    hit = text.startswith(edge) if name == "body start" else text.endswith(edge)
                    tally[name].update(hit=hit, want=1, got=1)
    for name, count in tally.items():
        precision, recall = count["hit"] / max(1, count["got"]), count["hit"] / max(1, count["want"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        yield name, f"{precision:.3f} | {recall:.3f} | {f1:.3f} | {count['want']:,}"


# -- Reuters-21578 -----------------------------------------------------------------------------------------------------


def reuters(folder: Path) -> Iterator[tuple[str, str | None, str, str]]:
    """Head, publication date, dateline and story of each article whose dateline is usable."""
    for path in sorted(folder.glob("*.sgm")):
        for raw in re.findall(r"<REUTERS.*?>(.*?)</REUTERS>", path.read_text("latin-1"), re.S):
            tags = dict(re.findall(r"<(TITLE|DATELINE|BODY|DATE)>(.*?)</\1>", raw, re.S))
            line = re.sub(r"\s*-+\s*$", "", " ".join(html.unescape(tags.get("DATELINE", "")).split())).rstrip(", ")
            # The corpus cuts a dateline at the last dash of its line; some then hold half a story, or a table's row.
            if (
                not tags.get("BODY")
                or len(line) > 60
                or re.search(r" - |\"|\*\*|--", line)
                or not re.search(r"[A-Za-z]{3}", line)
            ):
                continue
            stated = re.match(r"\s*(\d+-[A-Z]{3}-\d{4})", tags.get("DATE", ""))
            day = datetime.strptime(stated[1], "%d-%b-%Y").date().isoformat() if stated else None
            story = "\n\n".join(
                " ".join(p.split()) for p in re.split(r"\n\s{4,}", html.unescape(tags["BODY"]).replace("\x03", ""))
            )
            head = (f" date {day}\n\n" if day else "") + " ".join(html.unescape(tags.get("TITLE", "")).split())
            yield head, day, line, story


def reuters_rows(folder: Path) -> Iterator[tuple[str, str]]:
    count: Counter[str] = Counter()
    for head, day, line, story in reuters(folder):
        article = parse(f"{head}\n\n{line} - {story}\n")
        got = " ".join(article.dateline.text.split()) if article.dateline else ""
        count.update(all=1, found=bool(got), right=got == line, dated=article.date == day)
        if count["cut"] < CUT:
            count.update(cut=1, false=parse(f"{head}\n\n{story}\n").dateline is not None)
    yield "Reuters-21578: articles with a usable dateline", f"{count['all']:,}"
    yield "dateline, precision", f"{count['right'] / count['found']:.4f}"
    yield "dateline, recall", f"{count['right'] / count['all']:.4f}"
    yield "date", f"{count['dated'] / count['all']:.4f}"
    yield f"false datelines on {count['cut']:,} of them with the dateline cut off", f"{count['false'] / count['cut']:.2%}"


# -- wire stories ------------------------------------------------------------------------------------------------------


def wire_rows(folder: Path) -> Iterator[tuple[str, str]]:
    count: Counter[str] = Counter()
    texts = [decode(path.read_bytes(), str(path)).text for path in sorted(folder.rglob("*")) if path.is_file()]
    began = time.process_time()
    articles = [parse(text) for text in texts]
    seconds = time.process_time() - began
    for text, article in zip(texts, articles, strict=True):
        byline = re.search(r"^-- [Bb]y\b", text, re.M) is None or any(c.role == "by" for c in article.credits)
        count.update(all=1, head=bool(article.headline and article.date and article.time and byline))
        count.update(dateline=article.dateline is not None)
        if SIGNED.search(text[-900:]):
            count.update(signed=1, whole=not SIGNED.search(article.body[-1][-900:] if article.body else ""))
    yield "Wire stories of 2006 to 2013", f"{count['all']:,}"
    yield "head read completely (headline, byline, date, time)", f"{count['head'] / count['all']:.4f}"
    yield "dateline found", f"{count['dateline'] / count['all']:.4f}"
    yield "sign-offs of which nothing is left in the body", f"{count['whole'] / count['signed']:.4f}"
    shared = f"a load of {os.getloadavg()[0]:.0f} on {os.cpu_count()} cores"
    yield (
        f"articles parsed in a second of one core's time, on the machine that made this page ({shared})",
        f"{count['all'] / seconds:,.0f}",
    )


WRONG = """## What is still wrong, and why

| what | why |
|---|---|
| captions without a credit, a label or a day | "Pilots say what they want." is told from the story by its page alone |
| short standfirsts taken for headlines | a first line without a full stop is a headline to whoever doesn't see the page |
| a standfirst above a story without byline or date | only what stands below it tells it from a lead |
| captions that begin with a word and a colon, but on pages that say when they were updated | so do many sentences |
| a story's last paragraph below related links | what a page mixes into a story has no form of its own |
| datelines in tables ("SILVER - total 156,708") | rows of a table have the form, and no sentence behind it |
| an author's name alone above a story without a headline | "Mara Lind" and "Crude Awakening" are both two words in capitals |
| misprints inside a place ("ME}LBOURNE") | a rule for each would find places in nonsense |
| a place glued to a name | "OSLO Mara Lind said ..." and "BOSTON Harbour Co said ..." look alike until "Lind" comes again |
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--labelled", "--reuters-21578", "--wire"):
        options.add_argument(name, type=Path)
    given = options.parse_args()
    lines = ["# How right the parser is\n", "Made by `python bench/accuracy.py`, which says on what.\n"]
    if given.labelled:
        lines += [
            "## Against labelled articles\n",
            "| field | precision | recall | F1 | answers |",
            "|---|---:|---:|---:|---:|",
        ]
        lines += (f"| {name} | {row} |" for name, row in labelled(given.labelled))
        lines.append("")
    lines += ["## Against whole corpora\n", "| what | figure |", "|---|---:|"]
    if given.reuters_21578:
        lines += (f"| {name} | {row} |" for name, row in reuters_rows(given.reuters_21578))
    if given.wire:
        lines += (f"| {name} | {row} |" for name, row in wire_rows(given.wire))
    PAGE.write_text("\n".join([*lines, "", WRONG]), "utf-8")
    print(PAGE.read_text("utf-8"))  # what a bench is for


if __name__ == "__main__":
    main()
