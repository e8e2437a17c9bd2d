"""GENIOS's and wiso-net's text: the story with its headline, then labelled lines from "Quelle:" on, then their own mark.

The labels are those that readers of wiso's exports look for, such as https://doi.org/10.1088/1748-9326/aba4ca.
"""

import re
from collections.abc import Iterator

from newscli.article import Stated
from newscli.readers import LINE_BYTES, Broken, Item, NotNews, Source
from newscli.readers._calendar import written
from newscli.readers._compose import composed
from newscli.readers._facts import facts
from newscli.readers._lines import lines, paragraphs, peek

_LABEL = re.compile(
    r"(?P<label>Quelle|Ressort|Rubrik|Ausgabe|ISSN|Dokumentnummer|Dauerhafte Adresse des Dokuments|Alle Rechte vorbehalten)"
    r":\s*(?P<value>.*)"
)
_SOURCE = re.compile(r"(?P<source>.+?)(?:,|\s+(?:vom|v\.|den))?\s*(?=\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]+)\s?\d{2,4})", re.I)
_MARK = re.compile(r"©\s*GBI-Genios.*")
_CONTENTS = re.compile(r"(?:Dokumente|Inhaltsverzeichnis|Seite \d+ von \d+|\d+\. .+ \.{3,} ?\d+)")


def recognised(head: bytes) -> str | None:
    """Why a file with this beginning is one of these; None if it is not."""
    found = {label["label"] for line in peek(head).splitlines() if (label := _LABEL.match(line.strip()))}
    return 'labels such as "Quelle:" and "Dokumentnummer:"' if "Quelle" in found and len(found) > 1 else None


def read(source: Source) -> Iterator[Item]:
    warnings: list[str] = []
    block: list[str] = []
    given = False
    size = 0
    for line in lines(source.stream, source.path, warnings):
        stripped = line.strip()
        if _MARK.fullmatch(stripped):
            yield _article(block, tuple(warnings))
            block, size, given = [], 0, True
        elif (size := size + len(line)) < LINE_BYTES:
            block.append(stripped)
    if any(map(_LABEL.match, block)):
        yield _article(block, tuple(warnings))
    elif not given:
        raise NotNews("an export without an article")


def _article(block: list[str], warnings: tuple[str, ...]) -> Item:
    end = next((at for at, line in enumerate(block) if line.startswith("Quelle:")), len(block))
    story = [line for line in block[:end] if not _CONTENTS.fullmatch(line)]
    said = _labelled(block[end:])
    headline, *told = list(paragraphs(story)) or [""]
    if not told:
        return Broken(f"no text: {headline[:60] or 'an article without a word'}")
    whence = said.get("Quelle", "")
    day, source = written(whence), _SOURCE.match(whence)
    return composed(
        told,
        Stated(
            day.date if day else None,
            rights=said.get("Alle Rechte vorbehalten"),
            facts=facts(
                url=said.get("Dauerhafte Adresse des Dokuments"),
                source=source["source"] if source else whence,
                section=said.get("Ressort") or said.get("Rubrik"),
            ),
        ),
        headline=headline,
        warnings=warnings,
    )


def _labelled(found: list[str]) -> dict[str, str]:
    """What stands behind each label, or in the line below it."""
    said: dict[str, str] = {}
    label = ""
    for line in found:
        if one := _LABEL.match(line):
            label = one["label"]
            said.setdefault(label, one["value"])
        elif line and label and not said[label]:
            said[label] = line
    return said
