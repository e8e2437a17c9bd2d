"""A text that holds several articles: what stands between them, and what shows that each is one.

A rule or a form feed may as well stand in the middle of a story. So it parts two articles only where what follows begins
like an article, and a text is taken apart only where its first piece does too, or three others do; or where a headline
stands at the top of all pieces, between form feeds or rules that stand in hardly any story. What has parted two articles
parts others wherever a headline follows.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newscli.article import Mark, Stated
from newscli.parse.calendar_names import month_named, weekday_named
from newscli.parse.dateline import REACH, begins
from newscli.parse.dates import stated
from newscli.readers import too_long
from newscli.readers._calendar import written

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
    r"[-=#*<\[ ]*(?:Article|Document|Story|Item|Text|Artikel|Dokument|Beitrag|Noticia|Articolo) #?\d+"
    r"(?: ?(?:of|/|von|de|di|sur) ?\d+)?:?[-=#*>\] ]*",
    re.I,
)
_STRONG = re.compile(r"\s*(?:={5,}|#{5,}|~{5,})\s*")  # rules that hardly anybody draws inside of a story
_LONG_RULE = 5  # signs of a rule that may part pieces below headlines, where there are three of them
_FORM_FEED = "\f"
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
    if (_SEED.match(top) is not None and text.count("date ") > 1) or _LABEL.match(top):
        return True
    first = top.lstrip().partition("\n")[0]
    return bool(shape := _dated(first)) and _returns(first, text, shape)


def _returns(first: str, text: str, shape: str) -> bool:
    """Whether the first line of a text comes again with another day."""
    ends = sum(_dated(line) == shape for line in text.split("\n") if line[:1] == first[:1] or line[:1].isdigit())
    return ends > 1


def articles(lines: Iterable[str], between: frozenset[str]) -> Iterator[Piece]:
    """The articles of a text; `between` is what `parting` has found to part them."""
    held: Piece | None = None
    for piece in pieces(lines):
        if held is None or (_begins_another(piece, between) and any(map(str.strip, held.lines))):
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


def _begins_another(piece: Piece, between: frozenset[str]) -> bool:
    return is_article(piece) or (_rule(piece) in between and _tells(piece.lines) and _is_headlined(piece.lines))


def parting(found: Iterable[Piece], headlines: bool = True) -> frozenset[str] | None:
    """What stands between these pieces of a text, if they are articles; None if they are not. `headlines` is whether lines that
    stand alone may be such: in a Word document each line does."""
    told = [piece for piece in found if any(map(str.strip, piece.lines))]
    strong = [is_article(piece) for piece in told]
    if sum(strong) > 2 or (sum(strong) > 1 and strong[0]):
        return frozenset(rule for piece, begins in zip(told, strong, strict=True) if begins and (rule := _rule(piece)))
    rules = frozenset(_rule(piece) for piece in told[1:])
    return rules if headlines and len(rules) == 1 and _are_headlined(told, *rules) else None


def _are_headlined(told: list[Piece], rule: str) -> bool:
    """Whether a rule parts pieces of which each begins with a headline of its own."""
    if not (_STRONG.fullmatch(rule) or rule == _FORM_FEED or (len(rule) >= _LONG_RULE and " " not in rule and len(told) > 2)):
        return False
    if not all(_tells(piece.lines) and _is_headlined(piece.lines) for piece in told):
        return False
    return len({next(filter(None, map(str.strip, piece.lines))) for piece in told}) == len(told)  # else they are a page's head


def _rule(piece: Piece) -> str:
    """What parts a piece from the one above it; "" where no rule does."""
    return _FORM_FEED if piece.parted == _FORM_FEED else (piece.parted or "").strip()


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
            label = _labels(line, second) or ("", _dated(line))
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
    if _SEED.fullmatch(line.rstrip()):
        return True
    if not label or not label[1]:
        return False
    return (
        _labels(line, second) == label if label[0] else _dated(line) == label[1] and _may_be_headline(second.strip() or third)
    )


def _dated(line: str) -> str:
    """A line that states a day, as the same line with other days looks; "" for other lines."""
    if not 8 <= len(line) <= _LONGEST_HEADLINE or not any(map(str.isdigit, line)) or written(line) is None:
        return ""
    words = re.split(r"([^\W\d_]+)", re.sub(r"\d+", "0", line.strip()))
    return "".join("0" if month_named(word) or weekday_named(word) is not None else word for word in words)


def header(text: str) -> Stated | None:
    """What the first line of an article states that is dated and says more than a day; None for another."""
    first = text.partition("\n")[0]
    when = written(first) if _dated(first) else None
    if when is None or when.end - when.start == len(first.strip()):  # which the parser reads itself
        return None
    return Stated(when.date, when.time, marks=(Mark(0, len(first), "furniture"),))


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
    return _may_be_headline(first) and not second


def _may_be_headline(line: str) -> bool:
    clean = line.strip()
    return 0 < len(clean) <= _LONGEST_HEADLINE and clean[-1] not in ".:,;"


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
