"""Lists of people that somebody typed in haste: what parts two of them is a full stop, "via", or nothing at all.

Each slip is mended to what was meant, and what is no name nor place is taken out, so that a list is read in one way only.
"""

import re

from newscli.parse import places

_PAIR = r"[A-Z][\w'’-]+ [A-Z][\w'’-]+"  # the least that is somebody's name
# "Mara Lind. Plus Tom Acht": no initial and no abbreviation ends in four small letters.
_STOP = re.compile(rf"(?<=[a-z]{{4}})\.\s+(?:[Pp]lus\s+)?(?={_PAIR})")
# "Mara Lind via Oslo newsroom": who wrote down what she had told them.
_VIA = re.compile(r"(?:^|,?\s+)[Vv]ia\s+(?=(?:the )?[A-Z][\w ]{2,30}\b(?:[Nn]ewsroom|[Bb]ureau|[Dd]esk))")
# "in Oslo Tom Acht in Bergen", "in Oslo in Tom Acht in Bergen".
_PLACE_AND_NAME = re.compile(
    rf"(?P<place>\bin (?P<town>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))(?: in)? (?={_PAIR} in [A-Z])", re.ASCII
)
# "Tom Acht In Bergen".
_CAPITAL = re.compile(r" In (?=(?P<town>[A-Z][\w'’-]+))")
# "Compiled by Mara Lind from wire reports": no place.
_PAPERS = re.compile(r"\s+from\s+[\w ]*\b(?:material|reports|wires|sources|dispatches)(?=\s*(?:[,;.)]|$))")


def mended(listed: str) -> str:
    """A list of people with a separator wherever one was meant."""
    if ". " in listed:
        listed = _STOP.sub("; ", listed)
    if "via " in listed or "Via " in listed:
        listed = _VIA.sub(", ", listed)
    if listed.count(" in ") > 1:
        listed = _PLACE_AND_NAME.sub(_parted, listed)
    if " In " in listed:
        listed = _CAPITAL.sub(_small, listed)
    if " from " in listed:
        listed = _PAPERS.sub("", listed)
    return listed


def _parted(found: re.Match[str]) -> str:
    return f"{found['place']}, " if places.is_city(found["town"]) else found[0]


def _small(found: re.Match[str]) -> str:
    return " in " if places.is_city(found["town"]) else found[0]
