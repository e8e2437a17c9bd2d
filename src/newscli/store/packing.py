"""How an article lies in a segment: its paragraphs a line each, and what brings the exact text and record back.

A scan then needs no folding: a line of a block is a paragraph as grep sees it. Lines are never empty, so an empty line
holds two articles apart.
"""

import json
from array import array
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from newscli.article import NO_FACTS, SPAN_FIELDS, Article, Caption, Credit, Dateline, Facts, Note, Paragraph, Place, Span
from newscli.parse.layout import FOLDED, body_paragraphs


def pack_text(text: str, paragraphs: Sequence[Paragraph]) -> tuple[str, list[str | int]]:
    """The lines of a text, and its pieces: white space, length, white space, length, ..., white space."""
    pieces: list[str | int] = []
    lines: list[str] = []
    gap_from = 0
    for paragraph in paragraphs:
        raw = text[paragraph.start : paragraph.end]
        pieces.append(text[gap_from : paragraph.start])
        gap_from = paragraph.end
        if "\n" not in raw and "\r" not in raw:
            lines.append(raw)
            pieces.append(len(raw))
            continue
        at, kept = 0, []
        for gap in FOLDED.finditer(raw):
            kept.append(raw[at : gap.start()])
            pieces += [gap.start() - at, gap[0]]
            at = gap.end()
        kept.append(raw[at:])
        pieces.append(len(raw) - at)
        lines.append(" ".join(kept))
    pieces.append(text[gap_from:])
    return "\n".join(lines), pieces


def unpack_text(lines: str, pieces: Sequence[str | int]) -> str:
    """The exact text that pack_text was given."""
    out: list[str] = []
    at = 0
    for piece in pieces:
        if isinstance(piece, str):
            out.append(piece)
        else:
            out.append(lines[at : at + piece])
            at += piece + 1
    return "".join(out)


def unpack_paragraphs(lines: str, pieces: Sequence[str | int], numbers: Sequence[int]) -> tuple[Paragraph, ...]:
    """Where the paragraphs stand in the exact text; `numbers` are the lines of the source file where they start."""
    found: list[Paragraph] = []
    at = begin = 0  # in the exact text: where we are, and where the paragraph began
    place = 0  # in `lines`
    inside = False
    for piece in pieces:
        if isinstance(piece, str):
            at += len(piece)
            continue
        if not inside:
            begin, inside = at, True
        at += piece
        place += piece
        if lines[place : place + 1] != " ":
            found.append(Paragraph(begin, at, numbers[len(found)]))
            inside = False
        place += 1
    return tuple(found)


def pack_record(a: Article, pieces: list[str | int]) -> list[Any]:
    """Everything of a record that its text and its paragraphs' lines don't hold, as plain JSON values."""
    line = a.dateline
    return [
        pieces, a.id, a.date, a.time, a.date_from, a.headline, a.tags,
        line and [line.text, [[p.name, p.region, p.country, p.kind] for p in line.places], line.date, line.agency],
        a.agency,
        [[c.name, c.role, c.kind, c.place] for c in a.credits],
        [[c.text, c.credit] for c in a.captions],
        [[n.kind, n.text] for n in a.notes],
        a.words, a.warnings, _pack_spans(a.spans), a.facts.as_json(),
    ]  # fmt: skip


def _pack_spans(spans: Sequence[Span]) -> list[str | int]:
    """Distances instead of places: they are alike from one article to the next, so they compress."""
    packed: list[str | int] = []
    at = 0
    for start, end, field, rule in spans:
        packed += (start - at, end - start, SPAN_FIELDS.index(field), rule)
        at = end
    return packed


def _unpack_spans(packed: Sequence[Any]) -> tuple[Span, ...]:
    found = []
    at = 0
    values = iter(packed)
    for gap, length, field, rule in zip(values, values, values, values, strict=True):
        found.append(Span(at + gap, at + gap + length, SPAN_FIELDS[field], rule))
        at += gap + length
    return tuple(found)


def unpack_record(lines: str, encoded: bytes, numbers: Sequence[int]) -> Article:
    """The article that was packed and encoded; `numbers` are the lines where its paragraphs start."""
    (pieces, ident, date, time, date_from, headline, tags, line, agency, credited, captions, notes, words, warnings,
     spans, facts) = json.loads(encoded)  # fmt: skip
    text = unpack_text(lines, pieces)
    found = _unpack_spans(spans)
    parts = unpack_paragraphs(lines, pieces, numbers)
    return Article(
        text=text,
        id=ident,
        date=date,
        time=time,
        date_from=date_from,
        headline=headline,
        tags=tuple(tags),
        dateline=Dateline(line[0], tuple(Place(*place) for place in line[1]), line[2], line[3]) if line else None,
        agency=agency,
        credits=tuple(Credit(*credit) for credit in credited),
        captions=tuple(Caption(*caption) for caption in captions),
        notes=tuple(Note(*note) for note in notes),
        body=body_paragraphs(text, parts, found),
        words=words,
        warnings=tuple(warnings),
        spans=found,
        paragraphs=parts,
        facts=_facts(facts) if facts else NO_FACTS,
    )


def _facts(stated: dict[str, Any]) -> Facts:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in stated.items()}
    return Facts(**values)


def encode(packed: Sequence[list[Any]]) -> bytes:
    """The records of one block, a line each, compressed: they are alike, so a sixth of their size remains."""
    import zlib

    return zlib.compress("\n".join(json.dumps(one, separators=(",", ":")) for one in packed).encode("ascii"), 3)


def decode(data: bytes) -> list[bytes]:
    """Each record, still as JSON: of a block mostly one is asked for. ValueError where it isn't what was encoded."""
    return _inflated(data).split(b"\n")


def encode_numbers(numbers: Sequence[int]) -> bytes:
    """Numbers of lines, mostly two apart: distances, compressed."""
    import zlib

    before = (0, *numbers)
    return zlib.compress(array("i", (number - last for number, last in zip(numbers, before, strict=False))).tobytes(), 1)


def decode_numbers(data: bytes) -> list[int]:
    """ValueError where it isn't what was encoded."""
    steps = array("i")
    steps.frombytes(_inflated(data))
    return list(accumulate(steps))


def _inflated(data: bytes) -> bytes:
    import zlib

    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise ValueError(error) from None
