"""Sign-offs in other languages: "(Reporte de Mara Lind. Editado en español por Tom Acht)".

Their phrases are words of every story ("por", "von"), so a sign-off is only believed as a whole: at the end of a story, in
brackets or in a paragraph of its own, and with nothing in it but phrases, names and places.
"""

import re

from newscli.article import Credit
from newscli.parse.conventions import Convention, convention, holds_any
from newscli.parse.draft import Draft
from newscli.parse.layout import squeeze
from newscli.parse.people import people

# What stands before the names; the group is the role.
ROWS: tuple[Convention, ...] = (
    convention("signoff.french",
               r"\b(?:(?P<by>[Pp]ar)|(?P<reporting>(?:[Rr]eportages?|[Rr]apporté|[Pp]ropos recueillis)(?: (?:de|par))?)"
               r"|(?P<additional>(?:[Aa]vec )?(?:la )?contribution de|[Aa]vec)"
               r"|(?P<writing>(?:[Rr]édigé|[ÉéEe]crit|[Rr]édaction)(?: par)?)"
               r"|(?P<editing>[ÉéEe]dité par|[ÉéEe]dition(?: de)?)"
               r"|(?P<other>[Vv]ersion française(?: (?:de|par))?|[Tt]raduit par|[Ss]ervice français))\s+",
               "(Mara Lind, version française Tom Acht, édité par Olga Serova)"),
    convention("signoff.spanish",
               r"\b(?:(?P<by>[Pp]or)"
               r"|(?P<additional>(?:[Rr]eportes?|[Rr]eporteo|[Ii]nformación) adicional(?:es)? (?:de|por)"
               r"|[Cc]on (?:la )?(?:información|reportes?|colaboración|aportes?) (?:adicional )?(?:de|por))"
               r"|(?P<reporting>(?:[Rr]eportes?|[Rr]eporteo|[Ii]nformación|[Rr]eportado) (?:de|por))"
               r"|(?P<writing>(?:[Ee]scrito|[Rr]edactado|[Rr]edacción) (?:de|por))"
               r"|(?P<editing>(?:[Ee]ditado|[Ee]dición)(?: en español)? (?:de|por))"
               r"|(?P<other>[Tt]raducido por|[Tt]raducción de))\s+",
               "(Reporte de Mara Lind. Editado en español por Tom Acht)"),
    convention("signoff.portuguese",
               r"\b(?:(?P<by>[Pp]or)|(?P<additional>[Rr]eportagem adicional (?:de|por)|[Cc]om reportagem de|[Cc]olaborou)"
               r"|(?P<reporting>[Rr]eportagem (?:de|por))|(?P<writing>(?:[Tt]exto|[Ee]scrito) (?:de|por))"
               r"|(?P<editing>[Ee]dição (?:de|por)|[Ee]ditado por)|(?P<other>[Tt]radução (?:de|por)|[Tt]raduzido por))\s+",
               "(Por Mara Lind; edição de Tom Acht)"),
    convention("signoff.german",
               r"\b(?:(?P<by>[Vv]on)|(?P<additional>(?:unter )?[Mm]itarbeit(?:er)?(?::| von))"
               r"|(?P<reporting>[Bb]ericht(?:et)?(?::| von)|[Rr]eporter:|[Bb]erichterstattung(?::| von))"
               r"|(?P<writing>(?:[Gg]eschrieben|[Vv]erfasst)(?::| von))"
               r"|(?P<editing>(?:[Rr]edigiert|[Bb]earbeitet)(?::| von)|[Rr]edaktion:)|(?P<other>[Üü]bersetzt von))\s+",
               "(Bericht von Mara Lind, redigiert von Tom Acht)"),
    convention("signoff.italian",
               r"\b(?:(?P<by>Di)|(?P<additional>(?:ha collaborato|con la collaborazione di))|(?P<writing>[Ss]critto da)"
               r"|(?P<editing>in redazione (?P<town>a [A-Z]\w+)|[Ee]diting(?: di)?|a cura di)|(?P<other>[Tt]radotto da))\s+",
               "(Mara Lind, in redazione a Milano Tom Acht, editing Olga Serova)"),
    convention("signoff.dutch", r"\b(?P<by>Door)\s+", "Door Mara Lind"),
)  # fmt: skip
_AND = re.compile(r"\s(?:et|y|e|und|ed)\s(?=[A-ZÀ-Þ])")
_IN = re.compile(r"\s(?:à|en|em|a|aus|au|de|da)\s(?=[A-ZÀ-Þ])")
# Where Reuters' German readers may ask.
_QUESTIONS = re.compile(r"[.;]?\s*Bei Rückfragen wenden Sie sich\b[^()]*$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset(("and", "in"))
_LONGEST = 400  # characters
_MARKS = tuple(f"{mark} " for mark in ("or", "ar", "von", "de", "di", "da", "Door", "ranç", "azione", "dit", "ktion:"))
# What begins one that stands in no brackets.
_FIRST_WORDS = frozenset(
    "Par Avec Reportage Reportages Rapporté Rédigé Écrit Ecrit Édité Edité Édition Traduit Por Con Reporte Reportes Reporteo"
    " Información Reportado Escrito Redactado Redacción Editado Edición Traducido Traducción Reportagem Texto Edição Tradução"
    " Traduzido Von Bericht Berichtet Reporter: Geschrieben Verfasst Redigiert Bearbeitet Redaktion: Mitarbeit: Übersetzt Di"
    " Scritto Editing Tradotto Door".split()
)


def claim_signoff_abroad(draft: Draft, start: int) -> bool:
    """Claim such a sign-off at the end of the story's last paragraph, which begins at `start`; whether there was one."""
    text, end = draft.text, draft.end
    bracketed = text[end - 1] == ")"
    at = text.rfind("(", start, end) if bracketed else start
    if at < 0 or end - at > _LONGEST or (at == start and draft.last - draft.first < 2):
        return False
    piece = squeeze(text[at:end]).strip("()")
    if not (holds_any(piece, _MARKS) if bracketed else piece.split(" ", 1)[0] in _FIRST_WORDS):
        return False
    piece = _QUESTIONS.sub("", piece)
    for row in ROWS:
        if credits := _signed(piece, row):
            draft.claim(at, end, "credits", row.name)
            draft.credit(at, credits)
            draft.retreat(at)
            return True
    return False


def _signed(piece: str, row: Convention) -> list[Credit]:
    """Everybody whom a sign-off credits; nobody if it is none of this language."""
    phrases = list(row.looks.finditer(piece))
    if not phrases:
        return []
    credits: list[Credit] = []
    # "(Mara Lind, version française ...": whoever comes first has reported.
    ends = [phrase.start() for phrase in phrases[1:]] + [len(piece)]
    clauses = [("reporting", "", piece[: phrases[0].start()])] if phrases[0].start() else []
    for phrase, end in zip(phrases, ends, strict=True):
        role = next(name for name, found in phrase.groupdict().items() if found and name != "town")
        clauses.append((role, phrase.groupdict().get("town") or "", piece[phrase.end() : end]))
    for role, town, listed in clauses:
        listed = _IN.sub(" in ", _AND.sub(" and ", listed.strip(" ,;.")))
        if town and " in " not in listed:
            listed = f"{listed} in {town.removeprefix('a ')}"
        found = people(listed, role)
        named = {word for one in found for word in _WORD.findall(f"{one.name} {one.place or ''}")}
        if not found or not set(_WORD.findall(listed)) <= named | _SMALL:
            return []
        credits += found
    return credits
