"""Retriever's text: a list of contents, then articles between rows of "=".

An article's headline stands above the line of its source and date, and another says whether it was printed, published on
the web or sent; Norwegian exports have a rule below the headline. https://github.com/peterdalle/markivet reads the Swedish
form, https://github.com/mikaelpoul/atekstR the Norwegian one.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from newscli.article import Stated
from newscli.readers import LINE_BYTES, Broken, Item, NotNews, Source
from newscli.readers._compose import composed
from newscli.readers._facts import facts
from newscli.readers._lines import lines, paragraphs, peek
from newscli.readers._moments import moment

_PUBLISHED = re.compile(r"(?:Publi(?:cerat|cerad|sert|ceret)|Sänt|Sendt) (?:på|i) [^\W\d_]{2,12}\.?")
_DAY = r"\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4}"
_FROM = re.compile(rf"(?P<source>(?!>)\S.{{0,80}}?), (?P<day>{_DAY})(?P<time> \d\d:\d\d(?::\d\d)?)?(?:, .*)?")
_CONTENTS = re.compile(rf"> .+, (?:{_DAY})(?: \d\d:\d\d)?")
_BETWEEN = re.compile(r"={20,}")
_RULE = re.compile(r"-{20,}")
_SECTION = re.compile(r"\b(?:Sektion|Seksjon|Avdelning|Avdeling): *(?P<section>[^,\n]+)")
_RIGHTS = re.compile(r"©")
_LINK = re.compile(r"(?:Läs hela|Se web|Les hele|Læs hele)[^\W\d_ ]* ?\S*.{0,20}? (?P<url>https?://\S+)")
_NOTICE = re.compile(r"All[ae] artik(?:lar|ler) är skyddade|Alle artikler er beskyttet")
_CAPTION = re.compile(r"(?:Bildtext|Bildetekst|Billedtekst): *")
_ABOVE = 6  # lines between the source and how it was published
_FEWEST = 2  # lines of a list of contents that show what it is


def recognised(head: bytes) -> str | None:
    """Why a file with this beginning is one of these; None if it is not."""
    found = [line.strip() for line in peek(head).splitlines()]
    for at, line in enumerate(found):
        if _PUBLISHED.fullmatch(line) and any(map(_FROM.fullmatch, found[max(0, at - _ABOVE) : at])):
            return f"a line such as {line!r} below a source and its date"
    listed = sum(map(bool, map(_CONTENTS.fullmatch, found)))
    many = listed >= _FEWEST and listed * 4 > len(list(filter(None, found)))
    return "a list of contents as Retriever makes it" if many else None


def read(source: Source) -> Iterator[Item]:
    warnings: list[str] = []
    given = False
    for block in _blocks(lines(source.stream, source.path, warnings)):
        item = _article(block, tuple(warnings))
        if item is not None:
            given = True
            yield item
    if not given:
        raise NotNews("an export without an article")


def _blocks(found: Iterable[str]) -> Iterator[list[str]]:
    """What stands between the rows."""
    block: list[str] = []
    size = 0
    for line in found:
        if _BETWEEN.fullmatch(line.strip()):
            yield block
            block, size = [], 0
        elif size < LINE_BYTES:
            block.append(line.strip())
            size += len(line)
    yield block


def _article(block: list[str], warnings: tuple[str, ...]) -> Item | None:
    """The article of a block; None where there is nothing in it."""
    heads = (_head(block, below) for below, line in enumerate(block) if _PUBLISHED.fullmatch(line))
    head = next(filter(None, heads), None)
    if head is None:
        shown = next(filter(None, block), "")
        listed = not shown or any(map(_CONTENTS.fullmatch, block))
        return None if listed else Broken(f"no line says where it is from: {shown[:60]}")
    at, whence, below = head
    section = _SECTION.search("\n".join(block[at + 1 : below]))
    end = next((number for number, line in enumerate(block) if number >= below and _is_end(line)), len(block))
    story = [line for line in block[below:end] if not _CAPTION.match(line)]
    tail = "\n".join(block[end:])
    link = _LINK.search(tail)
    rights = next((line.partition("<br>")[0].strip() for line in block[end:] if _RIGHTS.match(line)), None)
    date, time = moment(f"{whence['day']}{whence['time'] or ''}", day_first=True)
    return composed(
        paragraphs(story),
        Stated(
            date,
            time,
            rights=rights,
            facts=facts(
                url=link["url"] if link else None,
                source=whence["source"],
                section=section["section"] if section else None,
            ),
        ),
        headline=_headline(block[:at]),
        captions=[_CAPTION.sub("", line, count=1) for line in block[below:end] if _CAPTION.match(line)],
        warnings=warnings,
    )


def _head(block: list[str], published: int) -> "tuple[int, re.Match[str], int] | None":
    """Where the line of the source stands, what is in it, and where the story begins; None where there is none above."""
    for at in range(published - 1, max(-1, published - 1 - _ABOVE), -1):
        if whence := _FROM.fullmatch(block[at]):
            return at, whence, published + 1
    return None


def _is_end(line: str) -> bool:
    return bool(_RIGHTS.match(line) or _LINK.match(line) or _NOTICE.match(line))


def _headline(above: list[str]) -> str:
    """The lines right above the source, a rule and blank lines between them left out."""
    rest = [line for line in reversed(above) if not _RULE.fullmatch(line)]
    while rest and not rest[0]:
        rest.pop(0)
    return " ".join(reversed(list(takewhile(lambda line: line and not _CONTENTS.fullmatch(line), rest))))
