"""Labelled lines above a plain text's story ("Title: ...", "Date: ...", "Source: ..."): what exports and scrapers write there.

The text stays as it is: marks say where its headline and its authors stand, and which lines are none of the story.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newscli.article import NOTHING_STATED, Credit, Mark, Stated
from newscli.readers._calendar import written
from newscli.readers._facts import facts
from newscli.readers._moments import moment
from newscli.readers._values import several

_NAMED = {
    "headline": "title headline heading titel titre título titolo überschrift",
    "date": "date published publication_date publish_date pub_date posted datum fecha data",
    "credits": "byline by author authors auteur auteurs autor autore autoren",
    "dateline": "dateline",
    "source": "source publication publisher newspaper paper outlet from quelle journal fuente fonte",
    "url": "url link weblink",
    "section": "section category desk rubrique ressort sección sezione",
    "language": "language lang langue sprache idioma",
    "subjects": "keywords tags topics subjects subject subject_terms",
    "summary": "abstract summary standfirst highlight",
    "rights": "copyright rights",
    "furniture": "id record slug words word_count length page edition document_type source_type publication_type issn isbn doi"
    " accession_number document_number database full_text_word_count place_of_publication document_url persistent_link"
    " content_level lexile_measure",
    "text": "text body article content story full_text",
}
_FIELDS = {name.replace("_", " "): field for field, names in _NAMED.items() for name in names.split()}
_LABELLED = re.compile(r"(?P<label>[^\W\d_][\w -]{1,24}?)(?:\(s\))?[^\S\n]*:[^\S\n]*(?P<value>[^\n]*?)[^\S\n]*(?:\n|\Z)")
# Between fences, as YAML ("title: Ships") or TOML (title = "Ships").
_FENCED = re.compile(r"\s*(?P<fence>---|\+\+\+)[^\S\n]*\n(?P<inside>(?:[^\n]*\n){1,60}?)(?P<end>(?P=fence))[^\S\n]*(?:\n|\Z)")
_SET = re.compile(r"\s*(?P<label>[^\W\d_][\w -]{1,20}?)\s*[:=]\s*(?P<quote>[\"']?)(?P<value>.*?)(?P=quote)\s*")
_HEADING = re.compile(r"\s*(?P<sign>#{1,3}[^\S\n]+)(?P<title>\S[^\n]*?)[^\S\n#]*(?:\n|\Z)")
# What libraries put together: "Lind, Mara; Acht, Tom", and "Harbour Times. (Jan. 14, 2022): News: p3.".
_INVERTED = re.compile(r"[^\W\d_a-z][\w'’-]+, [^\W\d_a-z][\w.'’ -]+")
_CITED = re.compile(r"(?P<source>[^.;(]{3,80})[.;(]")
_NUMBERS = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_SECTION = re.compile(r"\[SN\](?P<name>[A-Z-]+)\[SN\][^\S\n]*\n(?P<value>.*?)(?=\[SN\]|\Z)", re.S)
_BELOW = re.compile(r"[^\S\n]*\n[^\S\n]*(?P<value>\S[^\n]*?)(?=[^\S\n]*(?:\n|\Z))")
_BLANK = re.compile(r"\s*")
# Below a story of Gale's, whose headline stands without a label above the others.
_GALE = re.compile(
    r"\n[^\S\n]*(?:Copyright:[^\n]*|COPYRIGHT \d{4}[^\n]*|(?:Source )?Citation\b[^\n]*)\n"
    r"(?:[^\n]*\n){0,12}?[^\S\n]*Gale Document Number:"
)
_ABOVE = re.compile(r"\s*(?:Gale [^\n]{3,60}\n\s*)?(?P<title>\S[^\n]{0,200}?)[^\S\n]*\n")
_MOST_LINES = 30
_FEWEST = 2


class _Line(NamedTuple):
    field: str
    start: int
    at: int  # where its value begins
    end: int
    value: str
    whole: int  # where the line ends


def stated(text: str) -> Stated:
    """What the lines at the top of a text state: a front matter, Markdown's heading, or labelled lines, of which there have
    to be several, and one a headline."""
    if text.startswith("[SN]"):
        return _sectioned(text)
    if heading := _HEADING.match(text):
        at, end = heading.span("title")
        return Stated(marks=(Mark(heading.start("sign"), at, "furniture"), Mark(at, end, "headline")))
    if fenced := _FENCED.match(text):
        found = list(_front(text, fenced))
        return _of(found) if any(line.field == "headline" for line in found) else NOTHING_STATED
    if below := _GALE.search(text):
        return _of_gale(text, below.start())
    found = list(_lines(text))
    return _of(found) if len(found) >= _FEWEST and any(line.field == "headline" for line in found) else NOTHING_STATED


def _sectioned(text: str) -> Stated:
    """What XSum's sections state (https://github.com/EdinburghNLP/XSum): all but a first sentence and the rest of a body."""
    marks: list[Mark] = []
    url = None
    for section in _SECTION.finditer(text):
        name = section["name"]
        if name in ("FIRST-SENTENCE", "RESTBODY"):
            marks.append(Mark(section.start(), section.start("value"), "furniture"))
            continue
        start, end = section.start("value"), section.start("value") + len(section["value"].rstrip())
        url = section["value"].strip() if name == "URL" else url
        marks.append(Mark(section.start(), start, "furniture"))
        if end > start:
            marks.append(Mark(start, end, "headline" if name == "TITLE" else "furniture"))
    return Stated(marks=tuple(marks), facts=facts(url=url))


def _of_gale(text: str, end: int) -> Stated:
    """What a story of Gale's states: its headline may stand above the labels, and what ends it has none that ours have."""
    above = _ABOVE.match(text)
    found = list(_lines(text))
    if not found and above:
        at, stop = above.span("title")
        title = _Line("headline", at, at, stop, above["title"], stop)
        found = [_Line("furniture", 0, at, at, "", at), title, *_lines(text, above.end())]
    return _of([*found, _Line("furniture", end, len(text), len(text), "", len(text))])


def _of(found: Sequence[_Line]) -> Stated:
    """What such lines state, and where each stands."""
    values: dict[str, str] = {}
    marks: list[Mark] = []
    credits: list[Credit] = []
    for line in found:
        if line.field == "date":
            line = line._replace(field="furniture") if moment(line.value)[0] else line._replace(field="")
        if not line.field:  # a date that the parser may know how to read
            continue
        if line.field == "credits" and (names := _turned(line.value)):
            credits += [Credit(name, "by") for name in names]
            line = line._replace(field="furniture")
        if line.field in ("headline", "credits", "dateline", "summary") and line.value and line.field not in values:
            marks += [Mark(line.start, line.at, "furniture"), Mark(line.at, line.end, line.field)]
            if line.whole > line.end:
                marks.append(Mark(line.end, line.whole, "furniture"))
        else:
            marks.append(Mark(line.start, line.at if line.field == "text" else line.whole, "furniture"))
        values.setdefault(line.field, line.value)
    date, time = next((day for line in found if line.field == "date" and (day := moment(line.value))[0]), (None, None))
    source = values.get("source") or ""
    if date is None and (cited := _CITED.match(source)):
        said, numbers = written(source), _NUMBERS.search(source)
        date, time = (said.date, said.time) if said else moment(numbers[0]) if numbers else (None, None)
        source = cited["source"] if date else source
    return Stated(
        date,
        time,
        credits=tuple(credits),
        rights=values.get("rights") or None,
        marks=tuple(marks),
        facts=facts(
            url=values.get("url"),
            source=source,
            section=values.get("section"),
            language=values.get("language"),
            subjects=several(values.get("subjects", "").strip("[]"), ";,|"),
        ),
    )


def _turned(value: str) -> list[str]:
    """The names of a byline that has the last names first; none where it hasn't."""
    people = [one.strip() for one in value.split(";")]
    if not all(map(_INVERTED.fullmatch, people)):
        return []
    return [" ".join(reversed(one.split(", ", 1))) for one in people]


def _front(text: str, fenced: "re.Match[str]") -> Iterator[_Line]:
    """The lines of a front matter, its fences among them; what has no field of ours is furniture, too."""
    at = fenced.start("inside")
    yield _Line("furniture", fenced.start("fence"), fenced.end("fence"), fenced.end("fence"), "", fenced.end("fence"))
    for line in fenced["inside"].split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip():
            continue
        found = _SET.fullmatch(line)
        field = (
            _FIELDS.get(" ".join(found["label"].casefold().replace("_", " ").split()), "furniture") if found else "furniture"
        )
        value, end = found.span("value") if found else (len(line), len(line))
        if field == "credits" and found and found["value"][:1] == "[":
            value, end = value + 1, end - 1
        yield _Line(field, start, start + value, start + end, line[value:end], start + len(line.rstrip()))
    yield _Line("furniture", fenced.start("end"), fenced.end("end"), fenced.end("end"), "", fenced.end("end"))


def _lines(text: str, at: int = 0) -> Iterator[_Line]:
    """The labelled lines at the top; blank ones may stand between them. Where the headline stands below its label, so does
    what the others say."""
    below = False
    for _ in range(_MOST_LINES):
        line = _labelled(text, at)
        if line is None:
            return
        below = below or (line.field == "headline" and not line.value)
        if below and not line.value and line.field != "text":
            line = _with_below(text, line)
        yield line
        if line.field == "text":
            return
        at = line.whole


def _labelled(text: str, at: int) -> _Line | None:
    """The labelled line that stands there, or behind blank ones."""
    blank = _BLANK.match(text, at)
    found = _LABELLED.match(text, blank.end() if blank else at)
    field = _FIELDS.get(" ".join(found["label"].casefold().split())) if found else None
    if not found or not field:
        return None
    return _Line(field, found.start(), found.start("value"), found.end("value"), found["value"], found.end("value"))


def _with_below(text: str, line: _Line) -> _Line:
    """A label with the lines below it, up to a blank one or another label."""
    found: list[re.Match[str]] = []
    at = line.whole
    while (one := _BELOW.match(text, at)) and _labelled(text, one.start("value")) is None:
        found.append(one)
        at = one.end("value")
    if not found:
        return line
    between = "; " if line.field in ("subjects", "credits") else " "
    value = between.join(one["value"].strip("* ") for one in found)
    return line._replace(at=found[0].start("value"), end=at, value=value, whole=at)
