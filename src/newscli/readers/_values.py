"""What stands in the fields of records (JSON, CSV, Parquet): text, lists of names, HTML, and the many ways to say nothing."""

import html
import math
import re
from collections.abc import Iterable, Iterator, Mapping

from newscli.readers import _markup

# What data tools write where nothing is stated.
_NOTHING = frozenset(
    ("", "nan", "none", "null", "n/a", "na", "<na>", "nat", "nil", "undefined", "[]", "{}", "-", "--", "[removed]", "[deleted]")
)
_LONGEST_NOTHING = 12  # characters, blanks around it included
_WITHHELD = "ONLY AVAILABLE IN PAID PLANS"  # newsdata.io
# Where an object keeps its own text, best first: WordPress "rendered", NYT "main" and "original", JSON-LD "@value" ...
_INNER = (
    "rendered", "main", "original", "basic", "value", "name", "title", "label", "@value", "text", "content", "prefLabel",
    "webTitle",
)  # fmt: skip
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|table|blockquote|figure|figcaption|img|section|article|html|body)\b[^<>]*>",
    re.I,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_QUOTED = re.compile(r"'((?:[^'\\]|\\.|(?<=\w)'(?=\w))*)'|\"((?:[^\"\\]|\\.)*)\"")
_ESCAPED_LINES = re.compile(r"(?:\\r)?\\n")
_ESCAPED_END = re.compile(r"[.!?\"”’]\s?(?:\\r)?\\n|\\n(?:\\r)?\\n")


def absent(value: object) -> bool:
    """Whether a value states nothing: null, NaN, an empty text, list or object, or a word for it."""
    if isinstance(value, str):
        return len(value) < _LONGEST_NOTHING and value.strip().casefold() in _NOTHING
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return True
    return not value and isinstance(value, list | dict)


def clean(text: str) -> str:
    """`text` without what can't be stored or seen: half surrogate pairs and NUL."""
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def plain(value: object) -> str:
    """A value as one text: a string, a number, the first of a list, what an object is called; "" where it states nothing."""
    if isinstance(value, str):
        text = "" if len(value) < _LONGEST_NOTHING and absent(value) else value
        if "&" in text:
            text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
        if "<" in text and _TAG.search(text):
            text = " ".join(_markup.paragraphs(text))
        return clean(text.strip())
    if isinstance(value, dict):
        alone = len(value) == 1 and "@id" not in value  # which is no name
        return first(value, _INNER) or (plain(next(iter(value.values()))) if alone else "")
    if isinstance(value, list):
        return next((text for one in value if (text := plain(one))), "")
    return "" if isinstance(value, bool | bytes) or absent(value) else str(value)


def first(values: Mapping[str, object], names: Iterable[str]) -> str:
    """The first of these names that says something, as one text."""
    return next(filter(None, (plain(values.get(name)) for name in names)), "")


def several(value: object, separators: str = "") -> list[str]:
    """A value as a list of texts: a list, a list that a data tool wrote as text ("['A', 'B']"), or a text cut at the
    first of `separators` that it holds."""
    if isinstance(value, str):
        text = value.strip()
        if text[:1] in ("[", "(", "{") and text[-1:] in ("]", ")", "}") and (found := _QUOTED.findall(text)):
            return [clean(one.strip()) for pair in found for one in pair if one.strip()]
        for separator in separators:
            if separator in text:
                return [one for piece in text.split(separator) if (one := plain(piece))]
    if isinstance(value, list):
        return [text for one in value if (text := plain(one))]
    if isinstance(value, dict) and len(value) == 1 and isinstance(only := next(iter(value.values())), list):
        return several(only)
    text = plain(value)
    return [text] if text else []


def paragraphs(value: object) -> tuple[list[str], list[str]]:
    """(paragraphs, captions) of a text: plain or HTML, a list of paragraphs, or an object that holds such."""
    if isinstance(value, str):
        return ([], []) if absent(value) or value == _WITHHELD else _paragraphs(value)
    found: tuple[list[str], list[str]] = ([], [])
    for piece in _pieces(value):
        text, captions = paragraphs(piece)
        found[0].extend(text)
        found[1].extend(captions)
    return found


def _pieces(value: object) -> Iterator[object]:
    """The parts of a text that is no string, in order."""
    if isinstance(value, dict):
        if "sections" in value:  # Fundus: summary, then sections of headlines and paragraphs
            yield value["sections"]
        elif "paragraphs" in value:
            yield from (value.get("headline"), value["paragraphs"])
        else:
            for key in ("content", "text", "rendered", "basic", "value", "html", "body", "bodyHtml", "@value"):
                if not absent(value.get(key)):
                    yield value[key]
                    return
            yield from (inner for key, inner in value.items() if key in ("Content", "Text", "Body", "Html"))
    elif isinstance(value, list):
        yield from value


def _paragraphs(text: str) -> tuple[list[str], list[str]]:
    if "\\n" in text and "\n" not in text and _ESCAPED_END.search(text):
        text = _ESCAPED_LINES.sub("\n", text)
    if "<" in text and _TAG.search(text):
        if (found := _markup.flat(text)) is not None:
            return [clean(piece) for one in found for piece in one.split("\n\n")], []
        blocks = list(_markup.with_rows(_markup.blocks(text)))
        captions = [clean(block.text) for block in blocks if block.within("figcaption")]
        story = (block.text for block in blocks if not block.within("figure"))
        return [clean(piece) for block in story for piece in block.split("\n\n")], captions
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return clean(text).split("\n\n"), []
