"""What many formats state of an article: who sent it, what it is about."""

import re
from collections.abc import Iterable

from newscli.article import Facts

# The names under which agencies own and send their copy, and those that stand in their datelines.
_AGENCIES = {
    "associated press": "AP",
    "the associated press": "AP",
    "ap.org": "AP",
    "agence france presse": "AFP",
    "agence france-presse": "AFP",
    "afp.com": "AFP",
    "thomson reuters": "Reuters",
    "reuters.com": "Reuters",
    "australian associated press": "AAP",
    "press association": "PA",
    "pa media": "PA",
    "deutsche presse-agentur": "dpa",
    "deutsche presse-agentur gmbh": "dpa",
    "dpa.com": "dpa",
    "agencia efe": "EFE",
    "kyodonews": "Kyodo",
    "kyodo news": "Kyodo",
    "kyodonews.jp": "Kyodo",
    "canadian press": "CP",
    "the canadian press": "CP",
    "itar-tass": "TASS",
}


def agency(*candidates: str | None) -> str | None:
    """The first of these that is an agency, by the name that its datelines have."""
    from newscli.parse.agencies import known

    for candidate in candidates:
        name = " ".join((candidate or "").split())
        if short := _AGENCIES.get(name.casefold()):
            return short
        if name and known(name):
            return name
    return None


def facts(
    *,
    url: str | None = None,
    source: str | None = None,
    section: str | None = None,
    language: str | None = None,
    subjects: Iterable[str | None] = (),
) -> Facts:
    """Facts with white space squeezed; empty ones are none, and a subject stands once."""
    return Facts(
        url=_clean(url),
        source=_clean(source),
        section=_clean(section),
        language=_clean(language),
        subjects=tuple(dict.fromkeys(clean for one in subjects if (clean := _clean(one)))),
    )


def _clean(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def place_line(line: str | None) -> str | None:
    """A date line, unless there is only a date in it, or a time ("4/4/2018", "January 21")."""
    squeezed = " ".join((line or "").split())
    if not squeezed or squeezed[0].isdigit():
        return None
    from newscli.parse.dates import DATELINE_DATE
    from newscli.readers._moments import moment

    if moment(squeezed)[0] or re.fullmatch(DATELINE_DATE, squeezed.rstrip(" -–—."), re.I):
        return None
    return squeezed
