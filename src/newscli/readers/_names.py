"""A byline as databases keep it, as the names alone: without titles, mail addresses, newspapers and "Staff"."""

import re

_BY = re.compile(r"^\s*(?i:By|Par|Von|Por|Di|Door|Av|Af|De notre correspondante?,?)\b:?\s+(?=[^\W\d_a-z])")
_CONTACT = re.compile(r"[\w.+-]+@[\w.-]+|\bhttps?://\S+|\bwww\.\S+|(?<!\w)@\w+|\+?\(?\d[\d ().-]{6,}\d")
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_KIND = (
    r"(?:(?:Political|Business|Staff|Sports?|Senior|Chief|Special|Education|Health|Environment|Science|Economics|Foreign"
    r"|Deputy|Assistant|Associate|Contributing|Diplomatic|Defence|Security|Legal|Home|City|Arts|Crime|Transport|Media"
    r"|Technology|Industrial|Travel|National|Medical|Religious|Religion|Art|Film|Music|Theater|Theatre|Executive|Managing"
    r"|Press|Associated|AP|AFP|Reuters|Guardian|Times|Post|Tribune)\s+)*"
)
_JOB = (
    r"(?:Writers?|Correspondents?|Editors?|Reporters?|Columnists?|Critics?|Bureau(?: Chief)?|Staff|Korrespondent(?:in)?"
    r"|Redakteur(?:in)?|Envoyée? Spéciale?|Redacción|Corresponsal|Redazione|Inviato)"
)
_TITLE = re.compile(
    rf"(?:,\s*(?:[A-Z][\w.]+\s+){{0,3}}|[\s,]+)(?:(?:The|Our)\s+)?{_KIND}{_JOB}(?:\s+(?:in|at|of|for)\s+[\w .'-]+)?"
    r"(?=$|\s*,|\s+and\b)",
    re.I,
)
_NOBODY = re.compile(
    r"Anon(?:ymous)?\.?|None(?: available)?|N/A|Unknown|(?:A |Our |Special )[\w ]*"
    rf"|(?:From |Of |By )?(?:The )?{_KIND}{_JOB}"
    r"|(?:(?:From |Of |By )?The )?(?:[\w.'’-]+ ){0,3}(?:Staff|Newsroom|Desk|Redaktion|Rédaction)",
    re.I,
)
_SAYS = re.compile(r"\b(?:reported|contributed|is a|was)\b")
# "Mara Lind, Harbour Times, Wash.": as news services give their members' copy.
_MEMBER = re.compile(
    r"^([^,;]+),\s+[^,;]+,\s+(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Idaho|Ill|Ind|Iowa|Kan|Ky|La|Maine|Md|Mass|Mich|Minn"
    r"|Miss|Mo|Mont|Neb|Nev|N\.H|N\.J|N\.M|N\.Y|N\.C|N\.D|Ohio|Okla|Ore|Pa|R\.I|S\.C|S\.D|Tenn|Texas|Utah|Vt|Va|Wash|W\.Va"
    r"|Wis|Wyo|D\.C)\.?$"
)
_AND = re.compile(r"(?<=\w) (?:und|et|och|og|en) (?=[^\W\d_a-z])|(?<=\w \w\.) y (?=\w+ \w)|(?<=[a-z]{2}) y (?=\w+ [A-Z])")
_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV|MD|PhD)\.?")


def byline(text: str | None, *, inverted: bool = False) -> str | None:
    """The people of a byline, one line, with ";" between them where the format has it; None where it names nobody.

    `inverted` says that names are given as "Lind, Mara".
    """
    if not text:
        return None
    plain = _CONTACT.sub("", _BRACKETED.sub("", " ".join(text.split())))
    groups = [group.strip(" ,;:|-–—") for group in re.split(r"\s*[;|]\s*", plain)]
    named = [name for group in groups if (name := _turned(group) if inverted else _names(group))]
    return "; ".join(dict.fromkeys(named)) or None


def _names(group: str) -> str | None:
    group = _BY.sub("", group)
    if _NOBODY.fullmatch(group):
        return None
    if member := _MEMBER.match(group):
        group = member[1]
    # "MARA LIND STAFF WRITER": the title may follow without a comma.
    group = _TITLE.sub("", group).strip(" ,")
    if not group or _SAYS.search(group) or not any(c.isupper() for c in group):
        return None
    return _AND.sub(" and ", group)


def _turned(group: str) -> str | None:
    """ "Lind, Mara" as "Mara Lind"; "Lind, Mara, Jr" as "Mara Lind Jr"."""
    if "," not in group:
        return _names(group)
    last, first, *rest = (piece.strip() for piece in group.split(","))
    suffix = rest[0] if rest and _SUFFIX.fullmatch(rest[0]) else ""
    return " ".join(piece for piece in (first, last, suffix) if piece) or None
