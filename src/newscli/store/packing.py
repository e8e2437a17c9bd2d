"""How an article lies in a segment: its paragraphs a line each, and what brings the exact text and record back.

A scan then needs no folding: a line of a block is a paragraph as grep sees it. Lines are never empty, so an empty line
holds two articles apart.
"""

import json
import sys
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise, repeat
from typing import Any

from newscli.article import NO_FACTS, SPAN_FIELDS, Article, Caption, Credit, Dateline, Facts, Note, Paragraph, Place, Span
from newscli.errors import DamagedIndex
from newscli.parse.layout import FOLDED, body_paragraphs
from newscli.query.paragraphs import Places

_SHORT = 12  # characters that take no more room than the numbers of a place
_FIELD_NUMBERS = {field: number for number, field in enumerate(SPAN_FIELDS)}
NOWHERE = 0xFFFF_FFFF
_NO_PARAGRAPH = Paragraph(sys.maxsize, sys.maxsize, 0)
_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


# White space, and how the paragraphs between look: see pack_text.
Gaps = list[Any]


def pack_text(text: str, paragraphs: Sequence[Paragraph]) -> tuple[str, Gaps]:
    """The lines of a text, and what brings the exact text back: the white space before each paragraph, then that at the end.

    A number is how many more have the same before them. A paragraph of several lines is followed by a list: length, white
    space, length, ..., length.
    """
    gaps: Gaps = []
    lines: list[str] = []
    done = again = 0
    last: str | None = None
    for start, end, _ in paragraphs:
        raw, gap = text[start:end], text[done:start]
        done = end
        wrapped = "\n" in raw or "\r" in raw
        if gap == last and not wrapped:
            again += 1
        else:
            gaps += (again, gap) if again else (gap,)
            last, again = gap, 0
        if wrapped:
            raw, inner = _unwrapped(raw)
            gaps.append(inner)
            last = None
        lines.append(raw)
    gaps += (again, text[done:]) if again else (text[done:],)
    return "\n".join(lines), gaps


def _unwrapped(raw: str) -> tuple[str, list[str | int]]:
    at, kept = 0, []
    inner: list[str | int] = []
    for gap in FOLDED.finditer(raw):
        kept.append(raw[at : gap.start()])
        inner += (gap.start() - at, gap[0])
        at = gap.end()
    kept.append(raw[at:])
    return " ".join(kept), [*inner, len(raw) - at]


def unpack_text(lines: str, gaps: Gaps, numbers: Sequence[int]) -> tuple[str, tuple[Paragraph, ...]]:
    """The exact text that pack_text was given, and its paragraphs; `numbers` are the lines of the file where they start."""
    out: list[str] = []
    found: list[Paragraph] = []
    at = 0
    for (gap, inner), line, number in zip(_each(gaps), lines.split("\n"), numbers, strict=False):
        raw = line if inner is None else _wrapped(line, inner)
        out += (gap, raw)
        begin = at + len(gap)
        at = begin + len(raw)
        found.append(Paragraph(begin, at, number))
    return "".join((*out, gaps[-1])), tuple(found)


def _each(gaps: Gaps) -> Iterator[tuple[str, Sequence[str | int] | None]]:
    """The white space before each paragraph, and the list of one of several lines."""
    gap = ""
    for one, following in pairwise(gaps):
        if isinstance(one, str):
            gap = one
            yield gap, following if isinstance(following, list) else None
        elif isinstance(one, int):
            yield from repeat((gap, None), one)


def _wrapped(line: str, inner: Sequence[str | int]) -> str:
    out: list[str] = []
    at = 0
    for piece in inner:
        if isinstance(piece, str):
            out.append(piece)
        else:
            out.append(line[at : at + piece])
            at += piece + 1
    return "".join(out)


def pack_record(a: Article, gaps: Gaps) -> list[Any]:
    """Everything of a record that its text and its paragraphs' lines don't hold, as plain JSON values."""
    line = a.dateline
    text = a.text
    return [
        gaps, a.id, a.date, a.time, a.date_from, a.headline and _referred(a.headline, text), a.tags,
        line and [
            _referred(line.text, text), [[p.name, p.region, p.country, p.kind] for p in line.places], line.date, line.agency
        ],
        a.agency,
        [[c.name, c.role, c.kind, c.place] for c in a.credits],
        [[_referred(c.text, text), c.credit] for c in a.captions],
        [[n.kind, _referred(n.text, text)] for n in a.notes],
        a.words, a.warnings, _pack_spans(a.spans, a.paragraphs), a.facts.as_json(),
    ]  # fmt: skip


def _referred(value: str, text: str) -> str | list[int]:
    """A value, or where it stands in the text if that is shorter."""
    at = text.find(value) if len(value) > _SHORT else -1
    return [at, len(value)] if at >= 0 else value


def _read(value: str | list[int], text: str) -> str:
    return value if isinstance(value, str) else text[value[0] : sum(value)]


def _pack_spans(spans: Sequence[Span], paragraphs: Sequence[Paragraph]) -> list[int | list[Any]]:
    """Each as its distance from the one before, length, field and rule; a number is how many paragraphs of body follow."""
    packed: list[int | list[Any]] = []
    at = whole = 0
    left = iter(paragraphs)
    begin, end, _ = next(left, _NO_PARAGRAPH)
    for start, until, field, rule in spans:
        while begin < at:
            begin, end, _ = next(left, _NO_PARAGRAPH)
        if start == begin and until == end and field == "body" and not rule:
            whole += 1
        else:
            if whole:
                packed.append(whole)
                whole = 0
            packed.append([start - at, until - start, _FIELD_NUMBERS[field], rule])
        at = until
    return [*packed, whole] if whole else packed


def _unpack_spans(packed: Sequence[Any], paragraphs: Sequence[Paragraph]) -> Iterator[Span]:
    at = 0
    left = iter(paragraphs)
    begin, end, _ = next(left, _NO_PARAGRAPH)
    for one in packed:
        if isinstance(one, int):
            for _ in range(one):
                while begin < at:
                    begin, end, _ = next(left, _NO_PARAGRAPH)
                yield Span(begin, end, "body", "")
                at = end
        else:
            gap, length, field, rule = one
            yield Span(at + gap, at + gap + length, SPAN_FIELDS[field], rule)
            at += gap + length


def unpack_record(lines: str, encoded: bytes, numbers: Sequence[int]) -> Article:
    """The article that was packed and encoded; `numbers` are the lines where its paragraphs start."""
    (gaps, ident, date, time, date_from, headline, tags, line, agency, credited, captions, notes, words, warnings,
     spans, facts) = json.loads(encoded)  # fmt: skip
    text, parts = unpack_text(lines, gaps, numbers)
    found = tuple(_unpack_spans(spans, parts))
    return Article(
        text=text,
        id=ident,
        date=date,
        time=time,
        date_from=date_from,
        headline=headline and _read(headline, text),
        tags=tuple(tags),
        dateline=line and Dateline(_read(line[0], text), tuple(Place(*place) for place in line[1]), line[2], line[3]),
        agency=agency,
        credits=tuple(Credit(*credit) for credit in credited),
        captions=tuple(Caption(_read(caption, text), credit) for caption, credit in captions),
        notes=tuple(Note(kind, _read(note, text)) for kind, note in notes),
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
    """The records of one block, a line each, compressed: they are alike, so a fifth of their size remains."""
    return deflated("\n".join(map(_JSON, packed)).encode("ascii"))


def decode(data: bytes) -> list[bytes]:
    """Each record, still as JSON: of a block mostly one is asked for. ValueError where it isn't what was encoded."""
    return inflated(data).split(b"\n")


def encode_places(places: Places) -> bytes:
    """Where the articles of a block begin; not compressed, since every search wants to know."""
    return array("I", chain.from_iterable(places)).tobytes()


def decode_places(data: bytes, count: int) -> Places:
    """DamagedIndex where they can't be those of so many articles."""
    if len(data) != len(Places._fields) * (count + 1) * array("I").itemsize:
        raise DamagedIndex(f"where the {count:,} articles of a block begin")
    numbers = memoryview(data).cast("I")
    return Places(numbers[: count + 1], numbers[count + 1 : 2 * count + 2], numbers[2 * count + 2 :])


def place_of(value: str, lines: str) -> tuple[int, int]:
    """Where a value stands in the lines of an article, and its length, in bytes; (0, NOWHERE) where not in one piece."""
    at = lines.find(value)
    return (len(lines[:at].encode()), len(value.encode())) if at >= 0 else (0, NOWHERE)


def encode_ledes(places: Sequence[tuple[int, int]]) -> bytes:
    return deflated(array("I", chain.from_iterable(places)).tobytes())


def decode_lede(data: bytes, article: int) -> tuple[int, int]:
    """Where that of one article stands. ValueError where they aren't what was encoded."""
    begin, length = memoryview(inflated(data)).cast("I")[2 * article : 2 * article + 2]
    return begin, length


def encode_numbers(numbers: Sequence[int]) -> bytes:
    """Numbers of lines, mostly two apart: distances, compressed."""
    before = (0, *numbers)
    return deflated(array("i", (number - last for number, last in zip(numbers, before, strict=False))).tobytes(), 1)


def decode_numbers(data: bytes) -> list[int]:
    """ValueError where it isn't what was encoded."""
    steps = array("i")
    steps.frombytes(inflated(data))
    return list(accumulate(steps))


def deflated(data: bytes, level: int = 6) -> bytes:
    import zlib

    return zlib.compress(data, level)


def inflated(data: bytes) -> bytes:
    """ValueError where it isn't what was deflated."""
    import zlib

    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise ValueError(error) from None
