"""The lines of a Factiva article: told by their field code, or by their place."""

import re
from dataclasses import dataclass, field

from newscli.readers._calendar import clock, written

HEADLINE = "HD\t"  # what a reader puts before a headline that only its style tells
_CODES = {
    "SE": "section", "CLM": "section", "HD": "headline", "BY": "byline", "CR": "", "WC": "", "PD": "date", "ET": "time",
    "SN": "source", "SC": "", "NGC": "", "GC": "", "ED": "", "PG": "", "VOL": "", "LA": "language", "CY": "rights",
    "LP": "body", "TD": "body", "CX": "notes", "CT": "", "RF": "", "ART": "captions", "CO": "subjects", "IN": "",
    "NS": "subjects", "RE": "subjects", "IPC": "", "IPD": "", "PUB": "", "AN": "", "DLN": "", "DSR": "",
}  # fmt: skip
_ABOVE = frozenset(("SE", "CLM", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY"))
_CODED = re.compile(r"[\s|]*(?P<code>[A-Z]{2,3})(?P<gap>\s*[\t|:]\s*|\s{2,}|\s|$)(?P<rest>.*?)[\s|]*")
_ENDED = re.compile(
    r"[\s|]*(?:AN[\s|:]+)?(?:Document|Dokument|Documento|Документ|文件|文档|ドキュメント|문서)\s+[A-Za-z0-9_]{12,40}[\s|]*"
)
_WORDS = re.compile(
    r"\s*\d[\d.,\s]*\s?(?:words|mots|W[öo]rter|palabras|parole|palavras|слова?|слов|字|語|ワード|단어|woorden|ord)\s*", re.I
)
_CHROME = re.compile(
    r"\s*(?:(?:Page|Seite|Página|Pagina|Стр\.?)\s\d+\s\w+\s\d+.*(?:Factiva|Dow Jones).*|(?:©|\(c\))\s?\d{4} Factiva.*|Factiva"
    r"|Dow Jones|Search Summary.*|Suchzusammenfassung.*)\s*"
)
_LANGUAGE = re.compile(
    r"(?:English|Anglais|Englisch|Inglés|Inglese|Inglês|French|Français|Französisch|Francés|Francese|Francês|German|Allemand"
    r"|Deutsch|Alemán|Tedesco|Alemão|Spanish|Espagnol|Spanisch|Español|Spagnolo|Espanhol|Italian|Italien|Italienisch|Italiano"
    r"|Portuguese|Portugais|Portugiesisch|Portugués|Portoghese|Português|Dutch|Néerlandais|Niederländisch|Nederlands|Russian"
    r"|Russe|Russisch|Ruso|Русский|Chinese.*|Japanese|Korean|Arabic|Polish|Swedish|Danish|Norwegian|Finnish|Turkish"
    r"|Hungarian|Czech|Slovak|Catalan|Greek|Bahasa.*|Malay|Hebrew|Thai|Vietnamese|英语|英文|日本語|한국어|中文.*)",
    re.I,
)
_RIGHTS = re.compile(
    r"\s*(?:\(c\)|©|Copyright\b|\(Copyright|Copyright)|.{0,80}(?:All rights reserved|Tous droits réservés)", re.I
)
_SOURCE_CODE = re.compile(r"[A-Z0-9]{2,8}")
_BY = re.compile(r"(?:By|Par|Von|Por|Di|Da|Door)\s", re.I)
# A publisher's name, which stands alone below the story: "Harbour Media Ltd", "Verlag der Hafenzeitung GmbH & Co. KG".
_PUBLISHER = re.compile(
    r"[A-ZÀ-Þ][\w.'’&-]*(?:,? (?:[A-ZÀ-Þ][\w.'’&-]*|&|of|and|the|de|la|le|du|des|et|der|die|und|van|di)){0,8}[.)]?"
)
_LONGEST_PUBLISHER = 70  # characters
_FAR = 8  # lines below the source's code in which language and copyright stand


@dataclass(slots=True)
class Fields:
    """What an article states, by the names of newscli's fields, and its paragraphs."""

    values: dict[str, list[str]] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)

    def first(self, name: str) -> str | None:
        value = next(iter(self.values.get(name, ())), "")
        return " ".join(value.split()) or None

    def add(self, name: str, value: str) -> None:
        """One more paragraph of a field; "" is a field that newscli has no place for."""
        if not value.strip(" |\t"):
            return
        if name == "body":
            self.body.append(value)
        elif name:
            self.values.setdefault(name, []).append(value.strip(" |\t"))


def ended(line: str) -> bool:
    """Whether a line is an article's last: "Document HARBT00020220114ei1e0001r"."""
    return _ENDED.fullmatch(line) is not None


def is_chrome(line: str) -> bool:
    """Whether a line is of the page and not of an article."""
    return _CHROME.fullmatch(line) is not None


def words_counted(line: str) -> bool:
    """Whether a line counts an article's words, in one of Factiva's languages."""
    return len(line) < 40 and _WORDS.fullmatch(line) is not None


def code_of(line: str, strict: bool) -> tuple[str | None, str]:
    """The field code that a line begins with, and what follows; None and the line where it has none.

    One space behind a code is too little where the line may be a sentence ("TD Bank said"): `strict` asks for more.
    """
    found = _CODED.fullmatch(line.replace("\xa0", "\t"))
    if not found or found["code"] not in _CODES:
        return None, line
    if found["gap"] == " " and (strict or found["code"] not in _ABOVE):
        return None, line
    return found["code"], found["rest"].strip()


def by_code(sheet: list[str]) -> Fields:
    """The fields of an article whose lines begin with codes."""
    fields = Fields()
    name, above = "", True
    for piece in sheet:
        held: list[str] = []
        for line in piece.split("\n"):
            code, rest = code_of(line, strict=not above)
            if code is None:
                held.append(line)
                continue
            fields.add(name, "\n".join(held))
            name, held = _CODES[code], [rest]
            above = above and code in _ABOVE
        fields.add(name, "\n".join(held))
    return fields


def by_place(sheet: list[str]) -> Fields | None:
    """The fields of an article that is shown without codes; None where nothing counts its words."""
    lines = [(at, line.strip(" |\t")) for at, piece in enumerate(sheet) for line in piece.split("\n") if line.strip(" |\t")]
    counted = next((i for i, (_, line) in enumerate(lines) if words_counted(line)), None)
    if counted is None:
        return None
    fields = Fields()
    _titles([line for _, line in lines[:counted]], fields)
    rest = lines[counted + 1 :]
    if rest and written(rest[0][1]):
        fields.add("date", rest.pop(0)[1])
    if rest and clock(rest[0][1]):
        fields.add("time", rest.pop(0)[1])
    if rest:
        fields.add("source", rest.pop(0)[1])
    rest = _below_source(rest, fields)
    # The rest of the article, in its own paragraphs.
    begun = rest[0][0] if rest else len(sheet)
    first = [line for at, line in rest if at == begun]
    fields.body = ["\n".join(first), *sheet[begun + 1 :]] if first else []
    if fields.body and ended(fields.body[-1].split("\n")[-1]):
        *kept, _ = fields.body.pop().split("\n")
        fields.body += ["\n".join(kept)] if kept else []
        _take_publisher(fields)
    return fields


def _take_publisher(fields: Fields) -> None:
    """The publisher's name, where it is the last line of an article, is none of the story."""
    last = fields.body[-1] if len(fields.body) > 1 else ""
    if len(last) <= _LONGEST_PUBLISHER and _PUBLISHER.fullmatch(last.strip()):
        fields.add("publisher", fields.body.pop())


def _titles(above: list[str], fields: Fields) -> None:
    """Section, headline and byline: the lines above the count of words."""
    styled = next((i for i, line in enumerate(above) if line.startswith(HEADLINE)), None)
    if styled is None:
        styled = 1 if len(above) > 2 or (len(above) == 2 and not _is_byline(above[1])) else 0
    if not above:
        return
    fields.add("headline", above[styled].removeprefix(HEADLINE))
    if styled:
        fields.add("section", above[styled - 1])
    if len(above) > styled + 1:
        fields.add("byline", above[styled + 1])


def _is_byline(line: str) -> bool:
    """Whether a line can be a byline: it says so, or is made of a few names."""
    words = line.replace(",", " ").split()
    return _BY.match(line) is not None or (
        len(words) < 9 and all(word[:1].isupper() or word in ("and", "et", "y") for word in words)
    )


def _below_source(rest: list[tuple[int, str]], fields: Fields) -> list[tuple[int, str]]:
    """What stands below the source's name: its code, edition, page, language, copyright. The rest is the story."""
    last = 0
    for i, (_, line) in enumerate(rest[:_FAR]):
        if i == 0 and _SOURCE_CODE.fullmatch(line):
            last = 1
        elif _LANGUAGE.fullmatch(line):
            fields.add("language", line)
            last = i + 1
        elif _RIGHTS.match(line):
            fields.add("rights", line)
            last = i + 1
            break
        elif fields.first("language"):
            break
    return rest[last:]
