"""A text that holds several articles: what stands between them, and what shows that each is one.

A rule or a form feed may as well stand in the middle of a story. So it parts two articles only where what follows begins
like an article, and a text is taken apart only where its first piece does too, or three others do.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newscli.parse.dateline import REACH, begins
from newscli.parse.dates import stated
from newscli.readers import too_long

_RULE = re.compile(r"\s*(?:={3,}|-{3,}|\*{3,}|_{5,}|#{3,}|~{3,}|(?:[-*=#~] +){2,}[-*=#~])\s*")
_RULED = re.compile(r"\n[^\S\n]*(?:([-=*#~])(?: *\1){2,}|_{5,})[^\S\n]*\r?\n")
_BYLINE = re.compile(
    r"(?:By|BY) (?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+(?:(?:,? and |, )(?:[A-Z][\w.'’-]+ ?){2,4})*(?:, [\w .]{3,40})?"
)
# What the first line of a header may be called, and the second.
_LABEL = re.compile(
    r"(?P<label>Title|Headline|Date|Published|Publication|Source|Byline|Author|By|URL|Link|Id|Article|Story|Slug|Section|Titel|Datum"
    r"|Titre|Auteur|Título|Fecha|Autor|Titolo|Data|Dateline)\s?:\s*\S.*",
    re.I,
)
_SEED = re.compile(r" ?date \d{4}-\d\d-\d\d(?: .*)?")
_DASHES = "-- "
_COUNTED = re.compile(
    r"(?:Article|Document|Story|Item|Text|Artikel|Dokument|Beitrag|Noticia|Articolo) #?\d+(?: ?(?:of|/|von|de|di|sur) ?\d+)?:?"
)
_STRONG = re.compile(r"\s*(?:={5,}|#{5,}|~{5,})\s*")  # rules that hardly anybody draws inside of a story
_HEADING = re.compile(r"(#{1,3}) \S.*")  # Markdown's
# A front matter: fields between two fences above a story, as site generators write it.
_FENCES = ("---", "+++")
_FIELD = re.compile(r"(?:title|headline|date|author|authors|layout|slug|url)\s?[:=]", re.I)
_MOST_LINES = 1_000_000  # of one article: some 20 characters each make it too long in any case
_TOP = 6  # lines that aren't blank in which an article shows itself
_LONGEST_HEADLINE = 120  # characters
_SHORTEST_STORY = 60  # characters of a paragraph that ends a sentence
_UNDERLINED = 3  # characters by which a rule below a heading may be longer or shorter than it


@dataclass(slots=True)
class Piece:
    """Lines from `line` on, and the line that parted them from those before (None where a header does)."""

    line: int
    lines: list[str] = field(default_factory=list)
    parted: str | None = None
    headed: bool = False


def may_hold_several(text: str) -> bool:
    """A quick look: whether anything in a text could part two articles."""
    if "\f" in text or _RULED.search(text):
        return True
    top = text[:400].lstrip("\r\n\ufeff")
    if top.startswith(_DASHES):
        return "\n\n-- " in text or "\r\n\r\n-- " in text
    if _COUNTED.match(top) or (_HEADING.match(top) and text.count("\n# ") + text.count("\n## ") + text.count("\n### ")):
        return True
    return (_SEED.match(top) is not None and text.count("date ") > 1) or _LABEL.match(top) is not None


def articles(lines: Iterable[str]) -> Iterator[Piece]:
    """The articles of a text that `is_certain` has been asked about."""
    held: Piece | None = None
    for piece in pieces(lines):
        if held is None or (is_article(piece) and any(map(str.strip, held.lines))):
            if held is not None:
                yield held
            held = piece
        elif not any(map(str.strip, held.lines)):
            held = piece  # what stood above was only a rule
        else:
            held.lines += [piece.parted] if piece.parted is not None else []
            held.lines += piece.lines
            _bounded(held)
    if held is not None:
        yield held


def is_certain(found: Iterable[Piece]) -> bool:
    """Whether these pieces of a text are articles."""
    strong = [is_article(piece) for piece in found if any(map(str.strip, piece.lines))]
    return sum(strong) > 2 or (sum(strong) > 1 and strong[0])


def pieces(lines: Iterable[str]) -> Iterator[Piece]:
    """What stands between rules, form feeds and repeated headers."""
    piece = Piece(1)
    blank = True  # so far
    label: tuple[str, str] | None = None
    before = ""
    fence = heading = ""
    counted = False
    for number, (line, second, third) in enumerate(_windows(lines), start=1):
        if label is None and line.strip():
            label = _labels(line, second) or ("", "")
            counted = _COUNTED.fullmatch(line.strip()) is not None
            found = _HEADING.fullmatch(line.rstrip())
            heading = found[1] + " " if found else ""
        if fence or _is_fence(line, second, before):
            if not fence and piece.lines:
                yield piece
                piece, blank = Piece(number), False
            piece.headed = True
            fence = "" if line.rstrip() == fence else fence or line.rstrip()
            piece.lines.append(line)
            _bounded(piece)
        elif "\f" in line and not line.partition("\f")[0].strip():
            yield piece
            piece = Piece(number, [line.partition("\f")[2]], "\f")
            blank = not piece.lines[0].strip()
        elif counted and not before.strip() and _COUNTED.fullmatch(line.strip()):
            yield piece
            piece, blank = Piece(number + 1, [], line, True), True
        elif _is_rule(line, before):
            yield piece
            piece, blank = Piece(number + 1, [], line), True
        elif heading and piece.lines and not before.strip() and line.startswith(heading):
            yield piece
            piece, blank = Piece(number, [line]), False
        elif piece.lines and _is_header(line, second, third, before, label):
            yield piece
            piece, blank = Piece(number, [line], headed=True), False
        else:
            if blank:
                piece.headed = piece.headed or _is_header(line, second, third, "", label)
                blank = not line.strip()
            piece.lines.append(line)
            _bounded(piece)
        before = line
    yield piece


def _bounded(piece: Piece) -> None:
    """UnreadableError for a piece that no article is as long as."""
    if len(piece.lines) > _MOST_LINES:
        raise too_long("")


def _windows(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Every line with the two that follow it."""
    window: list[str] = []
    for line in lines:
        window.append(line)
        if len(window) == 3:
            yield window[0], window[1], window[2]
            del window[0]
    padded = [*window, "", ""]
    for at in range(len(window)):
        yield padded[at], padded[at + 1], padded[at + 2]


def _labels(line: str, second: str) -> tuple[str, str] | None:
    """The labels of a header's first two lines."""
    one, two = _LABEL.fullmatch(line.strip()), _LABEL.fullmatch(second.strip())
    return (one["label"].casefold(), two["label"].casefold()) if one and two else None


def _is_rule(line: str, before: str) -> bool:
    """Whether a line is a rule, and no line under a heading."""
    if not _RULE.fullmatch(line):
        return False
    return not before.strip() or abs(len(line.strip()) - len(before.strip())) > _UNDERLINED


def _is_fence(line: str, second: str, before: str) -> bool:
    """Whether a front matter begins with this line."""
    return not before.strip() and line.rstrip() in _FENCES and _FIELD.match(second) is not None


def _is_header(line: str, second: str, third: str, before: str, label: tuple[str, str] | None) -> bool:
    """Whether a header begins with this line, of a kind that only headers have."""
    if before.strip() and not _RULE.fullmatch(before):
        return False
    if line.startswith(_DASHES):
        return second.startswith(_DASHES) and third.startswith(_DASHES)
    return _SEED.fullmatch(line.rstrip()) is not None or (
        label is not None and label[0] != "" and _labels(line, second) == label
    )


def is_article(piece: Piece) -> bool:
    """Whether a piece begins like an article, and tells something."""
    if not _tells(piece.lines):
        return False
    top = [line.strip() for line in piece.lines if line.strip()][:_TOP]
    if piece.headed or (piece.parted and _STRONG.fullmatch(piece.parted) and _is_headlined(piece.lines)):
        return True
    return any(
        begins(line[:REACH]) or _BYLINE.fullmatch(line) or (len(line) < 60 and stated(" ".join(line.split())) is not None)
        for line in top
    )


def _is_headlined(lines: list[str]) -> bool:
    """Whether a line that may be a headline stands above the rest."""
    first, second = (*map(str.strip, itertools.dropwhile(str.isspace, (f"{line}\n" for line in lines[:_TOP]))), "x", "x")[:2]
    return 0 < len(first) <= _LONGEST_HEADLINE and first[-1] not in ".:,;" and not second


def _tells(lines: list[str]) -> bool:
    """Whether some paragraph is prose: long, and ending a sentence."""
    length, last = 0, ""
    for line in (*lines, ""):
        clean = line.strip()
        if clean:
            length, last = length + len(clean) + 1, clean
        else:
            if length >= _SHORTEST_STORY and last.endswith((".", ".”", '."', "!", "?", ")", "。")):
                return True
            length = 0
    return False
